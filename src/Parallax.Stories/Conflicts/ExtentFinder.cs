using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds one act told as small by one voice and as large by another: "a limited number of boats", "hundreds of boats", whatever else their claims say.</summary>
internal static class ExtentFinder
{
    private const double LeastLarge = 100;

    // Of more voices that play a number down the first so many are asked.
    private const int LargestBucket = 50;

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Table = new(static () => StoriesData.Lines("en/conflicts/extents.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The conflicts, each on the claim that tells the large number; one for a claim.</summary>
    public static IEnumerable<Conflict> Find(ReportSet set, ImmutableArray<ClaimDraft> drafts)
    {
        SortedDictionary<string, List<(ClaimDraft Draft, Stand Stand, bool IsLarge, TextSpan Words)>> buckets = new(StringComparer.Ordinal);
        foreach (ClaimDraft draft in drafts)
        {
            foreach (Stand stand in draft.Own.Where(static s => s is { Kind: PositionKind.Affirms or PositionKind.Qualifies, Basis: StandBasis.Words, Proposition: { Object: not null, Factuality: not (Factuality.Planned or Factuality.Possible) } }))
            {
                if (Extent(set, stand.Proposition) is var (isLarge, words))
                {
                    string key = stand.Proposition.Class + "|" + (stand.Proposition.Object!.Thing ?? stand.Proposition.Object.Head);
                    (buckets.TryGetValue(key, out var list) ? list : buckets[key] = []).Add((draft, stand, isLarge, words));
                }
            }
        }

        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (var bucket in buckets.Values)
        {
            var fewest = bucket.Where(static e => !e.IsLarge).Take(LargestBucket).ToList();
            foreach (var large in bucket.Where(static e => e.IsLarge))
            {
                var small = fewest.Find(e => Voices.Of(set, e.Stand.Proposition) != Voices.Of(set, large.Stand.Proposition) && IsOneAct(e.Stand.Proposition, large.Stand.Proposition));
                if (small.Draft is not null && done.Add(large.Draft.Id))
                {
                    ConflictSide[] sides = [Side(set, small.Stand, small.Words), Side(set, large.Stand, large.Words)];
                    yield return ConflictFinder.Write(large.Draft, ConflictKind.Figure, ConflictRelation.Compatible, sides, $"what may be one act, told as {InMarks(sides[0].Value)} by {Voices.Of(set, small.Stand.Proposition)} and as {InMarks(sides[1].Value)} by {Voices.Of(set, large.Stand.Proposition)}; the first gives no bounds, so both may be so");
                }
            }
        }
    }

    private static string InMarks(string words) => words.IndexOfAny(['“', '"']) >= 0 ? words : $"“{words}”";

    private static bool IsOneAct(Proposition left, Proposition right) =>
        PropositionMatcher.Slot(left.Actor, right.Actor) is not SlotMatch.Different && PropositionMatcher.Slot(left.Recipient, right.Recipient) is not SlotMatch.Different
        && (PropositionMatcher.Slot(left.Actor, right.Actor) is SlotMatch.Same or SlotMatch.Related || PropositionMatcher.Slot(left.Recipient, right.Recipient) is SlotMatch.Same or SlotMatch.Related);

    private static ConflictSide Side(ReportSet set, Stand stand, TextSpan words) =>
        new(set[stand.Proposition.Report].Report.Text.Slice(words), [new SideEvidence(stand.Proposition.Report, words.Start, words.End, stand.Proposition.Statement?.Id, stand.Proposition.Event?.Id)]);

    private static (bool IsLarge, TextSpan Words)? Extent(ReportSet set, Proposition proposition)
    {
        if (proposition.Figures.FirstOrDefault(static f => f.Aspect == FigureAspect.Level && f.Low >= LeastLarge && Quantities.IsOfPeople(f.Unit)) is { } figure)
        {
            return (true, figure.Span);
        }

        string text = set[proposition.Report].Report.Text.Text;
        ImmutableArray<Word> words = WordList.Of(text, proposition.Core);
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i].Lower;
            bool amount = i + 1 < words.Length && Table.Value["amounts"].Contains(words[i + 1].Lower);
            if ((amount && Table.Value["small"].Contains(word)) || (Table.Value["few"].Contains(word) && i > 0 && words[i - 1].Lower is "a" or "only"))
            {
                return (false, Quoted(text, words[i].Span.Start, words[amount ? i + 1 : i].Span.End));
            }

            if ((amount && Table.Value["large"].Contains(word)) || Table.Value["many"].Contains(word))
            {
                return (true, Quoted(text, words[i].Span.Start, words[amount ? i + 1 : i].Span.End));
            }
        }

        return null;
    }

    // “limited” number: the mark that closes inside opens inside.
    private static TextSpan Quoted(string text, int start, int end) =>
        TextSpan.FromBounds(start > 0 && text[start - 1] is '“' or '"' && text.AsSpan(start, end - start).IndexOfAny('”', '"') >= 0 ? start - 1 : start, end);
}
