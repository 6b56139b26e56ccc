using System.Collections.Immutable;

namespace Parallax.Stories.Propositions;

/// <summary>Two propositions that were compared and found alike.</summary>
/// <param name="Left">Index of the one.</param>
/// <param name="Right">Index of the other.</param>
/// <param name="Match">What the comparison found.</param>
/// <param name="ByWords">Whether their words made them one though nouns in one role differ.</param>
internal readonly record struct PropositionPair(int Left, int Right, PropositionMatch Match, bool ByWords = false);

/// <summary>Finds the propositions of a set that are one, looking only at those that share a class and a participant, and one thing more.</summary>
/// <remarks>
/// Inside a story all that share a key are compared. Across stories only a rare key brings two propositions together: one that no more than <see cref="RareKey"/> propositions of the whole
/// set have; "the army attacked" says nothing across stories. Where one story alone has more of a key than <see cref="LargestBucket"/>, each of its propositions is compared with the next so many, in the order of keys.
/// So the cost grows with the number of reports and not with its square, and the result depends on the set alone.
/// </remarks>
internal static class PropositionPairs
{
    private const int LargestBucket = 300;
    private const int RareKey = 100;

    /// <summary>All pairs that match in predicate and arguments, surest first; ties by position, which is the order of keys.</summary>
    /// <param name="propositions">All propositions, by key.</param>
    /// <param name="storyOf">Story number by report id.</param>
    /// <param name="wanted">Where given, one of a pair is of a report of which this is true.</param>
    public static ImmutableArray<PropositionPair> Find(ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, int> storyOf, Func<string, bool>? wanted = null)
    {
        PropositionFeatures features = PropositionFeatures.Of(propositions);
        int[] story = [.. propositions.Select(p => storyOf[p.Report])];
        bool[]? isWanted = wanted is null ? null : [.. propositions.Select(p => wanted(p.Report))];
        List<PropositionPair> pairs = [];
        for (int key = 0; key < features.Holders.Length; key++)
        {
            List<int> holders = features.Holders[key];
            if (holders.Count <= RareKey)
            {
                Compare(holders);
                continue;
            }

            foreach (IGrouping<int, int> own in holders.GroupBy(i => story[i]))
            {
                Compare([.. own]);
            }

            void Compare(List<int> bucket)
            {
                for (int i = 0; i < bucket.Count; i++)
                {
                    for (int j = i + 1; j < bucket.Count && j - i <= LargestBucket; j++)
                    {
                        (int left, int right) = (bucket[i], bucket[j]);

                        // Two that share several keys are compared once, at the rarest.
                        if ((isWanted is null || isWanted[left] || isWanted[right]) && features.RarestShared(left, right) == key
                            && PropositionMatcher.Compare(propositions[left], propositions[right]) is { IsSame: true } match)
                        {
                            pairs.Add(new PropositionPair(left, right, match));
                        }
                    }
                }
            }
        }

        return [.. pairs.OrderByDescending(static p => p.Match.Score).ThenBy(static p => p.Left).ThenBy(static p => p.Right)];
    }
}
