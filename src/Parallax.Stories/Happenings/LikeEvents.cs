using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Layers;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Happenings;

/// <summary>Finds events of one story that are surely one by the learned comparison, though their predicates or arguments do not match word for word ("foiled an attack", "stopped the raid").</summary>
internal static class LikeEvents
{
    /// <summary>Sureness, in thousandths, from which two events are taken for one; higher than <see cref="SameEvent.Join"/>, because one wrong pair makes a wrong happening.</summary>
    public const int Sure = 750;

    // What a match of predicate and arguments scores at least to make one happening.
    private const int Score = 6;
    private const int LargestBucket = 300;

    /// <summary>The pairs, surest first; of different reports, with somebody in both; both tell that it happened or both do not, and neither time nor figure speaks against it.</summary>
    public static ImmutableArray<PropositionPair> Find(ReportSet set, ImmutableArray<Proposition> propositions, ImmutableArray<PropositionPair> known, IReadOnlyDictionary<string, int> storyOf, EventMentions mentions)
    {
        SortedDictionary<string, List<int>> buckets = new(StringComparer.Ordinal);
        for (int i = 0; i < propositions.Length; i++)
        {
            Proposition proposition = propositions[i];
            if (proposition.Event is null || set[proposition.Report].Find(ReportLayers.Tokens) is null)
            {
                continue;
            }

            string story = storyOf[proposition.Report].ToString(CultureInfo.InvariantCulture);
            EventMention mention = mentions[i];
            foreach (string key in mention.Kinds.Select(static k => k.ToString(CultureInfo.InvariantCulture)).Append("w:" + mention.Head.Word.Stem))
            {
                string bucket = story + "|" + key;
                (buckets.TryGetValue(bucket, out List<int>? members) ? members : buckets[bucket] = []).Add(i);
            }
        }

        HashSet<(int, int)> seen = [.. known.Select(static p => (p.Left, p.Right))];
        List<PropositionPair> pairs = [];
        foreach (List<int> bucket in buckets.Values.Where(static b => b.Count is > 1 and <= LargestBucket))
        {
            for (int a = 0; a < bucket.Count; a++)
            {
                for (int b = a + 1; b < bucket.Count; b++)
                {
                    (int i, int j) = (bucket[a], bucket[b]);
                    if (seen.Add((i, j)) && Compare(propositions[i], propositions[j], mentions[i], mentions[j]) is { } match)
                    {
                        pairs.Add(new PropositionPair(i, j, match));
                    }
                }
            }
        }

        return [.. pairs.OrderByDescending(static p => p.Match.Score).ThenBy(static p => p.Left).ThenBy(static p => p.Right)];
    }

    private static PropositionMatch? Compare(Proposition left, Proposition right, EventMention first, EventMention second)
    {
        // Inside one report the same word mostly tells another meeting; and people meet often, so that for mutual acts all partners must match.
        if (left.Report == right.Report || PredicateLexicon.English.IsMutual(left.Class) || PredicateLexicon.English.IsMutual(right.Class) || !ShareSomebody(left, right))
        {
            return null;
        }

        if (HappeningMaker.IsTold(left) != HappeningMaker.IsTold(right) || !PropositionMatcher.TimesAgree(left, right) || !PropositionMatcher.FiguresAgree(left, right))
        {
            return null;
        }

        int sure = SameEvent.Of(first, second);
        return sure < Sure ? null : new PropositionMatch(
            true, Score, SlotMatch.Unknown, SlotMatch.Unknown, SlotMatch.Unknown, true, true,
            $"words of one kind (“{left.Lemma}”, “{right.Lemma}”) and much in common around them") { Sure = sure };
    }

    private static bool ShareSomebody(Proposition left, Proposition right) =>
        left.Participants.Any(p => p.Entities.Length > 0 && right.Participants.Any(q => p.Entities.Shares(q.Entities)));
}
