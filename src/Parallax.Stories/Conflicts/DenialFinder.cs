using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds denials of what others lay to somebody, in whatever words: "Orsk denied arson" beside "Orsk set the yard on fire", "his family doubts that he was armed" beside "he pointed a gun".</summary>
internal static class DenialFinder
{
    private static readonly HashSet<string> Charges = ["accuse", "charge", "convict", "arrest", "detain", "face", "deny"];

    private static readonly Lazy<Dictionary<string, string>> Matters = new(static () => StoriesData.Lines("en/conflicts/charges.txt").SelectMany(static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(w => (Word: w, Matter: l[..l.IndexOf(':', StringComparison.Ordinal)]))).DistinctBy(static p => p.Word).ToDictionary(static p => p.Word, static p => p.Matter, StringComparer.Ordinal));

    /// <summary>The conflicts, each on the claim of most reports that tells what is denied; a claim on which a denial is known is left alone.</summary>
    public static IEnumerable<Conflict> Find(ReportSet set, ImmutableArray<ClaimDraft> drafts, IReadOnlyDictionary<string, int> storyOf, ImmutableArray<Conflict> known)
    {
        HashSet<string> answered = [.. known.Where(static k => k.Kind == ConflictKind.Denial).SelectMany(static k => k.Sides).SelectMany(static s => s.Evidence).Select(static e => e.Statement).OfType<string>()];
        HashSet<string> taken = [.. known.Where(static k => k.Kind == ConflictKind.Denial).Select(static k => k.Claim)];
        SortedDictionary<string, (ClaimDraft Draft, Stand[] Affirm, HashSet<string> People, List<Statement> Denials)> found = new(StringComparer.Ordinal);
        List<(Statement Denial, HashSet<string> Matters)> open = [];
        foreach (AnnotatedReport report in set.Reports)
        {
            foreach (Statement denial in report.Statements.Where(s => s is { Stance: Stance.Denies or Stance.Doubts, Content.Spans.Length: > 0 } && !answered.Contains(s.Id) && !IsTakenBack(report, s)))
            {
                HashSet<string> matters = [.. MattersIn(report, denial.Content.Spans)], people = [.. PeopleIn(report, denial)];
                if (matters.Count == 0)
                {
                    continue;
                }

                (ClaimDraft Draft, Stand[] Affirm)? best = drafts.Where(d => !taken.Contains(d.Id) && d.Wording is not null && storyOf[d.Stands[0].Proposition.Report] == storyOf[report.Report.Id])
                    .Select(d => (Draft: d, Affirm: d.Own.Where(s => IsLaid(set, s, denial, matters, people)).ToArray()))
                    .Where(static p => p.Affirm.Length > 0).OrderByDescending(static p => p.Affirm.Select(static s => s.Proposition.Report).Distinct(StringComparer.Ordinal).Count()).ThenBy(static p => p.Draft.Id, StringComparer.Ordinal)
                    .Select(static p => ((ClaimDraft, Stand[])?)p).FirstOrDefault();
                if (best is { } told)
                {
                    if (!found.TryGetValue(told.Draft.Id, out var entry))
                    {
                        found[told.Draft.Id] = entry = (told.Draft, told.Affirm, people, []);
                    }

                    entry.Denials.Add(denial);
                }
                else if (NamesKin(report, denial))
                {
                    open.Add((denial, matters));
                }
            }
        }

        foreach ((ClaimDraft draft, Stand[] affirm, HashSet<string> people, List<Statement> denials) in found.Values)
        {
            // "his family denies that he was armed": whom they mean is he of whom others of the story deny it.
            HashSet<string> contested = [.. affirm.SelectMany(s => MattersIn(set[s.Proposition.Report], [s.Proposition.Core]))];
            denials.AddRange(open.Where(o => o.Matters.Overlaps(contested) && storyOf[o.Denial.Report] == storyOf[draft.Stands[0].Proposition.Report]).Select(static o => o.Denial));
            Stand[] negated = [.. drafts.Where(d => d.Id != draft.Id).SelectMany(static d => d.Own).Where(s => s is { Kind: PositionKind.Affirms, Basis: StandBasis.Words, Proposition: { IsNegated: true, IsClause: true, Statement.Stance: Stance.Asserts, Actor: { } actor } } && actor.Entities.Any(people.Contains) && MattersIn(set[s.Proposition.Report], [s.Proposition.Core]).Any(contested.Contains))];
            ConflictSide deny = new("is not so", [.. denials.Select(static d => new SideEvidence(d.Report, d.Content.Spans[0].Start, d.Content.Spans[^1].End, d.Id, null))
                .Concat(negated.Select(static s => new SideEvidence(s.Proposition.Report, s.Proposition.Span.Start, s.Proposition.Span.End, s.Proposition.Statement?.Id, s.Proposition.Event?.Id))).Distinct()]);
            string[] voices = [.. affirm.Select(s => Voices.Of(set, s.Proposition)).Distinct(StringComparer.Ordinal)], deniers = [.. denials.Select(static d => d.Source.Name).Concat(negated.Select(s => Voices.Of(set, s.Proposition))).Distinct(StringComparer.Ordinal)];
            yield return ConflictFinder.Write(draft, ConflictKind.Denial, ConflictRelation.Conflict, [ConflictFinder.Side("is so", affirm), deny], $"{string.Join(", ", voices)}: so; {string.Join(", ", deniers)}: not so");
        }
    }

    // "She dismissed it at first": not what she says now.
    private static bool IsTakenBack(AnnotatedReport report, Statement denial)
    {
        TextSpan sentence = report.Tokens.Sentences[Math.Clamp(denial.Sentence, 0, report.Tokens.Sentences.Length - 1)].Span;
        return WordList.Of(report.Report.Text.Text, sentence).Any(static w => w.Lower is "initially" or "originally") || report.Report.Text.Slice(sentence).Contains("at first", StringComparison.OrdinalIgnoreCase);
    }

    // Whether somebody else lays one of the matters to one of the people.
    private static bool IsLaid(ReportSet set, Stand stand, Statement denial, HashSet<string> matters, HashSet<string> people)
    {
        Proposition told = stand.Proposition;
        if (stand is not { Kind: PositionKind.Affirms, Basis: StandBasis.Words } || told is { IsNegated: true } or { IsUnreal: true } or { IsClause: false } or { Factuality: Factuality.Possible or Factuality.Hypothetical or Factuality.Planned }
            || told.Statement is { Stance: Stance.Denies or Stance.Doubts or Stance.Asks } || told.Statement?.Id == denial.Id || Voices.Of(set, told) == denial.Source.Name
            || (told.Statement?.Source.Entity is { } voice && voice == denial.Source.Entity))
        {
            return false;
        }

        // That somebody is charged with it he does not deny.
        return told.Actor is { } actor && actor.Entities.Any(people.Contains) && !Charges.Contains(told.Class) && MattersIn(set[told.Report], [told.Core]).Any(matters.Contains);
    }

    // "he", "her brother", "their son": one whom only the story tells.
    private static bool NamesKin(AnnotatedReport report, Statement denial)
    {
        ImmutableArray<Word> words = WordList.Of(report.Report.Text.Text, denial.Content.Spans[0]);
        int at = words.Length > 0 && words[0].Lower is "that" ? 1 : 0;
        return words.Length > at + 1 && (words[at].Lower is "he" or "she" || (words[at].Lower is "his" or "her" or "their" or "my" or "our" && report.Tokens.Relations[report.Tokens.TokenAt(words[at].Span.Start)] == "nmod:poss"));
    }

    private static IEnumerable<string> MattersIn(AnnotatedReport report, IEnumerable<TextSpan> spans)
    {
        TokenLayer tokens = report.Tokens;
        foreach (TextSpan span in spans)
        {
            (int first, int end) = tokens.TokensOf(span);
            for (int token = first; token < end; token++)
            {
                if (tokens.Tags[token] is UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Adj && (Matters.Value.GetValueOrDefault(tokens.Lemmas[token].ToLowerInvariant()) ?? Matters.Value.GetValueOrDefault(Folding.Fold(tokens.Form(token)))) is { } matter)
                {
                    yield return matter;
                }
            }
        }
    }

    // "denied arson": himself; "doubted that her brother was armed": him whom the words name.
    private static IEnumerable<string> PeopleIn(AnnotatedReport report, Statement denial)
    {
        string[] named = [.. report.Entities.Entities.Where(e => e.Kind == ActorKind.Person && e.Id != denial.Source.Entity && e.Mentions.Any(m => m.Report == denial.Report && denial.Content.Spans.Any(s => s.Start <= m.Start && m.End <= s.End))).Select(static e => e.Id)];
        bool hasSubject = WordList.Of(report.Report.Text.Text, denial.Content.Spans[0]) is { Length: > 0 } words && (words[0].Lower is "that" || words[0].IsCapital || report.Tokens.Tags[report.Tokens.TokenAt(words[0].Span.Start)] is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Propn);
        return hasSubject && named.Length > 0 ? named : denial.Source is { Entity: { } self, Kind: ActorKind.Person } ? [self] : [];
    }
}
