using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Chooses the words of a claim: a whole clause of one of the reports that names its subject, without the words that attribute it; where no
/// report has one, the sentence that attributes it, if that says who or what is meant. Inner stretches that the others do not tell are left out.</summary>
internal static class ClaimWording
{
    // Words are those of a clause that tells what the others tell at least so many tenths as surely as the one that tells it best.
    private const int Tenths = 10;
    private const int LeastTelling = 8;
    private const int Wholly = 1000;

    // Words with a pronoun for a subject tell something only with so many telling words.
    private const int LeastStems = 4;

    /// <summary>The words, or null where no report tells the claim in words that stand by themselves.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="stands">Those on the claim itself.</param>
    /// <param name="telling">How much, 0 to 1000, a proposition (by key) tells what the others tell; null where that is not asked.</param>
    public static Wording? Of(ReportSet set, IReadOnlyCollection<Stand> stands, IReadOnlyDictionary<string, int>? telling = null)
    {
        FullerWords fuller = new(set);
        SharedWords shared = new(set, stands);
        Stand[] words = [.. stands.Where(static s => !s.IsAnswer && s is not { Basis: StandBasis.Value, Kind: PositionKind.Denies })];
        bool many = words.Select(static s => (s.Proposition.Report, s.Proposition.Statement?.Id)).Distinct().Count() > 1;

        // One voice quoted in its own words by several says what the quotation says; what several voices say is the bare act.
        bool oneVoice = words.All(static s => s.Proposition.Statement is not null) && words.Count(static s => s.Proposition.Statement is { Manner: Manner.Direct }) * 2 > words.Length && words.Select(static s => s.Proposition.Statement!.Source.Entity ?? s.Proposition.Statement.Source.Name).Distinct(StringComparer.Ordinal).Count() == 1;
        if (words.All(s => Part(set, s) is TextPart.Title or TextPart.Heading))
        {
            return null; // What only a headline tells, the text below it tells better.
        }

        // When an act was, told of an act told before it: the words of that alone.
        if (words.Length > 0 && words.All(static s => s.Proposition.PointsBack) && (Best(set, (fuller, shared), words, telling, Found(ClauseWording.Timed), many) ?? Best(set, (fuller, shared), words, telling, Found(JoinedClause.WithTeller), many)) is { } timed)
        {
            return timed;
        }

        (Stand Stand, TextSpan? Span)[] clauses = [.. words.Select(s => (Stand: s, Span: ClauseWording.Of(set[s.Proposition.Report], s.Proposition, many && !oneVoice && !fuller.AreToldByAll(words, s.Proposition)))).Where(static c => c.Span is not null)];
        // The words by which one of several voices is told to say it are no words of the others.
        bool oneTells = words.Select(s => Voices.Of(set, s.Proposition)).Distinct(StringComparer.Ordinal).Count() == 1;
        return Best(set, (fuller, shared), words, telling, [.. clauses.Where(c => !SelfContained.HasPronoun(set[c.Stand.Proposition.Report], c.Stand.Proposition))], many)
            ?? (oneTells ? null : Best(set, (fuller, shared), words, telling, [.. Found(JoinedClause.Of), .. Found(JoinedClause.WithPronoun), .. clauses], many))
            ?? Best(set, (fuller, shared), words, telling, [.. Found(SentenceWording.Of), .. many ? Found(JoinedClause.Of) : [], .. many ? Found(JoinedClause.WithPronoun) : []], many)
            ?? Best(set, (fuller, shared), words, telling, clauses, many)
            ?? (words.Select(static s => s.Proposition.Report).Distinct(StringComparer.Ordinal).Count() > 1 ? Best(set, (fuller, shared), words, telling, [.. words.Where(s => IsWhole(set, s)).Select(static s => (s, (TextSpan?)s.Proposition.Span))], many) : null);

        (Stand Stand, TextSpan? Span)[] Found(Func<AnnotatedReport, Proposition, TextSpan?> find) => [.. words.Select(s => (Stand: s, Span: find(set[s.Proposition.Report], s.Proposition))).Where(c => c.Span is { } span && (c.Stand.Proposition is { IsMain: true, Statement.Stance: Stance.Denies or Stance.Doubts } || HeadingWords.SayEnough(set[c.Stand.Proposition.Report], c.Stand.Proposition.Subject, span)))];
    }

    // "It takes nine boats to win the cup", "these yards were closed in 2015", told by two reports: what its words point at is shown before them. "That is enough" may be of anything.
    private static bool IsWhole(ReportSet set, Stand stand) => !stand.Proposition.Class.StartsWith("be:", StringComparison.Ordinal) && stand.Proposition is { IsMain: true, IsClause: true, IsFinite: true, IsNominal: false, Stems.Length: >= LeastStems, Statement: null or { Manner: not Manner.Direct, Stance: Stance.Asserts or Stance.Admits or Stance.Confirms } } && Part(set, stand) is TextPart.Body or TextPart.Lead;

    /// <summary>Words that tell a proposition by themselves: its clause, or else its sentence.</summary>
    public static TextSpan Phrase(ReportSet set, Proposition proposition)
    {
        AnnotatedReport report = set[proposition.Report];
        return ClauseWording.Of(report, proposition, many: false) ?? SentenceWording.Trimmed(report, report.Tokens.Sentences[proposition.Sentence].Span);
    }

    private static Wording? Best(ReportSet set, (FullerWords Fuller, SharedWords Shared) words, IReadOnlyCollection<Stand> stands, IReadOnlyDictionary<string, int>? telling, (Stand Stand, TextSpan? Span)[] candidates, bool many) => candidates
        .Select(c => (c.Stand, Span: (TextSpan?)ClauseWording.WithoutMarkBefore(set[c.Stand.Proposition.Report].Report.Text.Text, c.Span!.Value)))
        .SelectMany(c => words.Shared.Shorter(c.Stand.Proposition, c.Span!.Value).Prepend(c.Span!.Value).Select(s => (c.Stand, Words: words.Shared.Elided(c.Stand.Proposition, s)))) // Only those with words are asked.
        .Where(c => !HeadingWords.LeansOnObject(set[c.Stand.Proposition.Report], c.Stand.Proposition, c.Words.Span) && !HeadingWords.IsOfGerund(set[c.Stand.Proposition.Report], c.Stand.Proposition, c.Words.Span) && !HeadingWords.RunsOn(set[c.Stand.Proposition.Report].Tokens, c.Words.Span))
        .OrderBy(c => Part(set, c.Stand) is TextPart.Title or TextPart.Heading or TextPart.Caption)
        .ThenBy(c => HeadingWords.OpensInCapitals(set[c.Stand.Proposition.Report].Report.Text.Text, c.Words.Span))
        .ThenBy(c => telling is not null && Telling(telling, c.Stand) * Tenths < MostTelling(telling, candidates) * LeastTelling)
        .ThenBy(static c => c.Stand.Kind is PositionKind.Denies or PositionKind.Doubts && c.Stand.Proposition.Statement is not { Stance: Stance.Denies or Stance.Doubts })
        .ThenBy(c => OpenReferences.Count(set[c.Stand.Proposition.Report], c.Words))
        .ThenBy(c => NamedInside(set, c.Words) == 0)
        .ThenBy(c => many ? OpenReferences.Leans(set[c.Stand.Proposition.Report], c.Words) + set[c.Stand.Proposition.Report].Figures.Count(f => c.Words.Holds(f.Span)) + words.Shared.Unshared(c.Words) + words.Fuller.LacksCommon(stands, c.Words) + c.Words.LeftOut.Length : 0)
        .ThenBy(c => many ? Details(c.Stand.Proposition) + (set[c.Stand.Proposition.Report].Tokens.Relations[c.Stand.Proposition.Top].StartsWith("advcl", StringComparison.Ordinal) ? 2 : 0) : 0)
        .ThenByDescending(c => NamedInside(set, c.Words))
        .ThenByDescending(static c => c.Stand.Proposition.IsMain)
        .ThenBy(c => set[c.Stand.Proposition.Report].Report.Genre == Genre.Opinion)
        .ThenByDescending(static c => c.Stand.Proposition.Participants.Count(static p => p.Entities.Length > 0))
        .ThenBy(static c => c.Words.Span.Length).ThenBy(static c => c.Stand.Proposition.Key, StringComparer.Ordinal)
        .Select(static c => c.Words).FirstOrDefault();

    private static int Telling(IReadOnlyDictionary<string, int> telling, Stand stand) => telling.GetValueOrDefault(stand.Proposition.Key, Wholly);

    private static int MostTelling(IReadOnlyDictionary<string, int> telling, (Stand Stand, TextSpan? Span)[] candidates) => candidates.Max(c => Telling(telling, c.Stand));

    /// <summary>How many of who acts, what and on whom the words name: none, one or two.</summary>
    private static int NamedInside(ReportSet set, Wording words)
    {
        TokenLayer tokens = set[words.Proposition.Report].Tokens;
        int named = 0;
        foreach (Participant? participant in new[] { words.Proposition.Actor, words.Proposition.Object, words.Proposition.Recipient })
        {
            named += participant is { Entities.Length: > 0, Token: { } token } && words.Holds(tokens.Span(token)) ? 1 : 0;
        }

        return Math.Min(2, named);
    }

    /// <summary>How many limits a proposition tells beside who does what: the least limited wording is what all who say it agree on.</summary>
    private static int Details(Proposition proposition) => proposition.Times.Count(static t => t.Relation is not null || t.Interval.Precision != Core.Time.TimePrecision.Unknown) + proposition.Figures.Length + proposition.Purposes.Length;

    private static TextPart Part(ReportSet set, Stand stand) => set[stand.Proposition.Report].Tokens.Sentences[stand.Proposition.Sentence].Part;
}
