using System.Collections.Immutable;

namespace Parallax.Stories.Words;

/// <summary>How alike two sentences are by their words: the same words, stems, spellings close to each other, and pairs of neighbours, each weighted by how much it tells.</summary>
internal static class SentenceLikeness
{
    private const int SmallWordShare = 4;

    /// <summary>0 (nothing shared) to 1000 (the same words).</summary>
    public static int Of(string left, string right)
    {
        ImmutableArray<Word> a = WordList.Of(left), b = WordList.Of(right);
        long all = a.Sum(Weight) + b.Sum(Weight);
        if (all == 0)
        {
            return a.Length == b.Length ? 1000 : 0;
        }

        long words = Covered(a, b) + Covered(b, a);
        long pairs = Pairs(a, b), allPairs = Math.Max(1, a.Length + b.Length - 2);
        int byWords = (int)(1000 * words / all), byPairs = (int)(2000 * pairs / allPairs);
        return Math.Min(1000, ((byWords * 85) + (Math.Min(1000, byPairs) * 15)) / 100);
    }

    private static long Weight(Word word) => word.IsContent ? WordWeights.Of(word.Stem) : WordWeights.Of(word.Stem) / SmallWordShare;

    // The weight of the words of one side that the other has, in the same form, stem or nearly so.
    private static long Covered(ImmutableArray<Word> own, ImmutableArray<Word> others)
    {
        long covered = 0;
        foreach (Word word in own)
        {
            int best = 0;
            foreach (Word other in others)
            {
                best = Math.Max(best, Match(word, other));
            }

            covered += Weight(word) * best / 100;
        }

        return covered;
    }

    private static int Match(Word left, Word right)
    {
        if (left.Lower == right.Lower || left.Stem == right.Stem)
        {
            return 100;
        }

        int prefix = 0;
        while (prefix < left.Stem.Length && prefix < right.Stem.Length && left.Stem[prefix] == right.Stem[prefix])
        {
            prefix++;
        }

        // "Syria" and "Syrian", "explode" and "explosion".
        return prefix >= 4 && prefix * 10 >= Math.Max(left.Stem.Length, right.Stem.Length) * 6 ? 70 : 0;
    }

    private static long Pairs(ImmutableArray<Word> left, ImmutableArray<Word> right)
    {
        HashSet<(string, string)> pairs = [.. Enumerable.Range(1, Math.Max(0, right.Length - 1)).Select(i => (right[i - 1].Stem, right[i].Stem))];
        return Enumerable.Range(1, Math.Max(0, left.Length - 1)).Count(i => pairs.Contains((left[i - 1].Stem, left[i].Stem)));
    }
}
