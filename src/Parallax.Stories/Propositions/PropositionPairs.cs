using System.Collections.Immutable;

namespace Parallax.Stories.Propositions;

/// <summary>Two propositions that were compared and found alike.</summary>
internal readonly record struct PropositionPair(int Left, int Right, PropositionMatch Match);

/// <summary>Finds the propositions of a set that are one, looking only at those that share a class and a participant.</summary>
internal static class PropositionPairs
{
    private const int LargestBucket = 300;

    /// <summary>All pairs that match in predicate and arguments, surest first; ties by position, which is the order of keys.</summary>
    public static ImmutableArray<PropositionPair> Find(ImmutableArray<Proposition> propositions)
    {
        SortedDictionary<string, List<int>> buckets = new(StringComparer.Ordinal);
        for (int i = 0; i < propositions.Length; i++)
        {
            foreach (string key in Keys(propositions[i]).Distinct(StringComparer.Ordinal))
            {
                if (!buckets.TryGetValue(key, out List<int>? bucket))
                {
                    buckets[key] = bucket = [];
                }

                bucket.Add(i);
            }
        }

        HashSet<long> seen = [];
        List<PropositionPair> pairs = [];
        foreach (List<int> bucket in buckets.Values.Where(static b => b.Count is > 1 and <= LargestBucket))
        {
            for (int i = 0; i < bucket.Count; i++)
            {
                for (int j = i + 1; j < bucket.Count; j++)
                {
                    if (seen.Add(((long)bucket[i] << 32) | (uint)bucket[j]) && PropositionMatcher.Compare(propositions[bucket[i]], propositions[bucket[j]]) is { IsSame: true } match)
                    {
                        pairs.Add(new PropositionPair(bucket[i], bucket[j], match));
                    }
                }
            }
        }

        return [.. pairs.OrderByDescending(static p => p.Match.Score).ThenBy(static p => p.Left).ThenBy(static p => p.Right)];
    }

    private static IEnumerable<string> Keys(Proposition proposition)
    {
        foreach (Participant participant in proposition.Participants.Where(static p => !p.IsOpen))
        {
            foreach (string entity in participant.Entities)
            {
                yield return proposition.Class + "|" + entity;
            }

            foreach (string country in participant.Countries)
            {
                yield return proposition.Class + "|c:" + country;
            }

            yield return proposition.Class + "|" + (participant.Thing ?? participant.Head);
        }
    }
}
