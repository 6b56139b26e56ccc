using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Adds to a claim who answers those that make it: who denies, doubts or confirms what they say without saying it again, and who denies something near.</summary>
internal static class ClaimAnswers
{
    private const int SentencesToAnswer = 6;
    private const int SentencesToPoint = 2;

    private static readonly Lazy<HashSet<string>> Pointing = new(static () => StoriesData.Words("en/claims/pointers.txt"));

    private static readonly Lazy<HashSet<string>> Sayings = new(static () => StoriesData.Words("en/claims/sayings.txt"));

    /// <summary>The draft with the answers to its statements.</summary>
    public static ClaimDraft WithAnswers(ReportSet set, ClaimDraft draft, OriginFinder origins, IReadOnlyDictionary<string, int> order)
    {
        List<Stand> answers = [];
        foreach (Stand stand in draft.Stands.Where(static s => s is { Kind: PositionKind.Affirms or PositionKind.Qualifies, Proposition: { Statement: not null, IsMain: true } or { Statement.Stance: Stance.Accuses } or { PointsBack: true, Statement: not null } }))
        {
            Statement said = stand.Proposition.Statement!;
            AnnotatedReport report = set[stand.Proposition.Report];
            foreach (Statement answer in report.Statements.Where(a => a.Content.Spans.Length > 0 && !SameVoice(a, said) && (a.About == said.Id || PointsAt(report, said, a) || IsReply(report, stand.Proposition, said, a))))
            {
                PositionKind? kind = answer.Stance switch { Stance.Denies => PositionKind.Denies, Stance.Doubts => PositionKind.Doubts, Stance.Accuses => PositionKind.Denies, Stance.Confirms or Stance.Admits => PositionKind.Affirms, _ => null };
                if (kind is null || draft.Stands.Any(s => s.Proposition.Statement?.Id == answer.Id) || answers.Exists(a => a.Proposition.Statement!.Id == answer.Id))
                {
                    continue;
                }

                if (answer.Stance == Stance.Accuses && (said.Stance is Stance.Admits or Stance.Confirms || stand.Proposition is { PointsBack: false, Times: var times } && times.Any(static t => t.Relation is not null) || draft.Stands.Any(s => s is { Kind: PositionKind.Affirms, Proposition.Statement: { } own } && SameVoice(own, answer))))
                {
                    kind = PositionKind.DeniesSomethingElse; // Whoever calls a concession a lie contests what it adds, not what it concedes.
                }

                Proposition answered = stand.Proposition with { Key = stand.Proposition.Key + ":" + answer.Id, Statement = answer, Event = null, IsMain = false, Sentence = answer.Sentence, Span = answer.Content.Spans[0], Times = [], Figures = [] };
                answers.Add(new Stand(answered, kind.Value, origins.Of(answer), $"“{answer.Cue.Text}”, {(answer.About == said.Id || PointsAt(report, said, answer) ? "about" : "in answer to")} what {said.Source.Name} says", StandBasis.Answer));
            }
        }

        return answers.Count == 0 ? draft : draft with { Stands = [.. draft.Stands.Concat(answers).OrderBy(s => order[s.Proposition.Report]).ThenBy(static s => s.Proposition.Token)] };
    }

    /// <summary>The drafts with those who deny something near: the same things and people, but another act, object, time or purpose. Rule 4.</summary>
    public static List<ClaimDraft> WithOtherDenials(List<ClaimDraft> drafts)
    {
        List<ClaimDraft> result = [];
        Stand[] denials = [.. drafts.SelectMany(static d => d.Stands).Where(static s => s is { Kind: PositionKind.Denies, Basis: StandBasis.Words, Proposition.Statement.Stance: Stance.Denies })];
        ILookup<string, int> byObject = Enumerable.Range(0, denials.Length).SelectMany(i => Handles(denials[i].Proposition.Object).Select(h => (Handle: h, Denial: i))).ToLookup(static p => p.Handle, static p => p.Denial, StringComparer.Ordinal);
        foreach (ClaimDraft draft in drafts)
        {
            List<Stand> others = [];
            Proposition ours = draft.Stands[0].Proposition;
            bool contested = ours.Object?.Thing is not null && draft.Stands.Any(static s => ClaimGrouping.IsContested(s.Proposition));
            foreach (Stand denial in contested ? Near(ours.Object!).Select(d => denials[d]).Where(d => !draft.Stands.Any(s => s.Proposition.Statement?.Id == d.Proposition.Statement!.Id)) : [])
            {
                Proposition theirs = denial.Proposition;
                bool sameThing = PropositionMatcher.Slot(ours.Object, theirs.Object) == SlotMatch.Same;
                bool sameSide = ours.Participants.Any(p => theirs.Participants.Any(q => p != ours.Object && q != theirs.Object && PropositionMatcher.Slot(p, q) is SlotMatch.Same or SlotMatch.Related));
                if (sameThing && sameSide && !others.Exists(o => o.Proposition.Statement!.Id == theirs.Statement!.Id))
                {
                    others.Add(denial with { Kind = PositionKind.DeniesSomethingElse, Why = theirs.Class == ours.Class ? "denies it of others" : $"denies another act ({theirs.Class}, not {ours.Class})" });
                }
            }

            result.Add(others.Count == 0 ? draft : draft with { Stands = [.. draft.Stands, .. others] });
        }

        return result;

        IEnumerable<int> Near(Participant thing) => Handles(thing).SelectMany(h => byObject[h]).Distinct().Order();
    }

    // What two participants must have one of in common to be the same: who, a name, the word, the thing.
    private static IEnumerable<string> Handles(Participant? participant) => participant is null ? [] :
        participant.Entities.Select(static e => "e|" + e).Concat(participant.Names.Select(static n => "n|" + n)).Append("h|" + participant.Head).Append("t|" + participant.Thing);

    private static bool SameVoice(Statement left, Statement right) => left.Source.Entity is { } entity ? entity == right.Source.Entity : string.Equals(left.Source.Name, right.Source.Name, StringComparison.OrdinalIgnoreCase);

    // "Later this information was confirmed by …": what is said only points at what was told last before it.
    private static bool PointsAt(AnnotatedReport report, Statement said, Statement answer)
    {
        if (answer.About is not null || answer.Stance is not (Stance.Confirms or Stance.Denies or Stance.Doubts) || answer.Sentence - said.Sentence is < 1 or > SentencesToPoint)
        {
            return false;
        }

        ImmutableArray<Word> words = WordList.Of(answer.Content.Text);
        bool points = words.Length is 1 or 2 && Pointing.Value.Contains(words[0].Lower) && (words.Length == 1 || Sayings.Value.Contains(words[1].Lower));
        return points && !report.Statements.Any(s => s.Parent is null && s.Sentence > said.Sentence && s.Sentence < answer.Sentence && s.Source.Entity != said.Source.Entity);
    }

    // "The minister accused the port of hiding the leak. … The port denied any delay": who is charged with something and then denies, denies the charge.
    private static bool IsReply(AnnotatedReport report, Proposition charge, Statement said, Statement answer)
    {
        int distance = answer.Sentence - said.Sentence;
        if (said.Stance != Stance.Accuses || answer.Stance != Stance.Denies || answer.About is not null || distance is < 0 or > SentencesToAnswer || said.Content.Spans.IsEmpty || answer.Source.Spans.IsEmpty)
        {
            return false;
        }

        Entity? speaker = answer.Source.Entity is { } id ? report.Entities.Find(id) : null;
        string? country = speaker is null ? null : ParticipantReader.CountryOf(speaker);
        int start = said.Content.Spans[0].Start, end = charge.Span.Start > start ? charge.Span.Start : said.Content.Spans[0].End;
        foreach (Entity charged in report.Entities.Entities)
        {
            bool isCharged = charged.Mentions.Any(m => m.Report == said.Report && m.Start >= start && m.Start < end);
            if (isCharged && (charged.Id == speaker?.Id || IsNamedAfter(charged.Name, answer.Source.Name) || (country is not null && ParticipantReader.CountryOf(charged) == country && !IsOfCountry(report, said, country))))
            {
                return true;
            }
        }

        return false;
    }

    // "the Caldrian authorities", "Caldria's ministry": two names of one land, which nothing has linked to a country that is known.
    private static bool IsNamedAfter(string left, string right)
    {
        const int LeastLetters = 4;
        foreach (string word in left.Split(' ').Where(static w => w.Length > LeastLetters && char.IsUpper(w[0])))
        {
            foreach (string other in right.Split(' ').Where(static w => w.Length > LeastLetters && char.IsUpper(w[0])))
            {
                string stem = Ending(word), name = Ending(other);
                if (stem.Length >= LeastLetters && name.Length >= LeastLetters && (stem.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(stem, StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;

        static string Ending(string word) => word.TrimEnd('s', '\'', '’').TrimEnd('n').TrimEnd('a', 'e', 'i', 'o', 'u', 'y');
    }

    private static bool IsOfCountry(AnnotatedReport report, Statement said, string country) =>
        said.Source.Entity is { } id && report.Entities.Find(id) is { } speaker && ParticipantReader.CountryOf(speaker) == country;
}
