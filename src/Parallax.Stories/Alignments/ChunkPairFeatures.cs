using System.Collections.Immutable;
using Parallax.Stories.Words;

namespace Parallax.Stories.Alignments;

/// <summary>What two pieces of two wordings have in common, seen beside the other pieces.</summary>
internal static class ChunkPairFeatures
{
    /// <summary>Names of the numbers, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. LikenessFeatures.Names, "place", "before", "after", "left-in-right", "right-in-left", "left-words", "right-words", "heads", "better-left", "better-right", "one-verb", "verbs", "kind",
        "number-on-one", "same-small-word", "name-shared", "left-over", "right-over", "same-words",
    ];

    /// <summary>The numbers of every pair; not symmetric, because which side says more is learned.</summary>
    /// <returns><c>[left][right]</c>.</returns>
    public static double[][][] Of(ImmutableArray<Chunk> left, ImmutableArray<Chunk> right)
    {
        double[,] near = new double[left.Length, right.Length];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                near[i, j] = (Contained(left[i], right[j]) + Contained(right[j], left[i])) / 2;
            }
        }

        double[][][] all = new double[left.Length][][];
        for (int i = 0; i < left.Length; i++)
        {
            all[i] = new double[right.Length][];
            for (int j = 0; j < right.Length; j++)
            {
                all[i][j] = Pair(left, right, i, j, near);
            }
        }

        return all;
    }

    private static double[] Pair(ImmutableArray<Chunk> left, ImmutableArray<Chunk> right, int i, int j, double[,] near)
    {
        Chunk a = left[i], b = right[j];
        double[] likeness = LikenessFeatures.Of(a.Text, b.Text);
        double betterLeft = 0, betterRight = 0;
        for (int k = 0; k < right.Length; k++)
        {
            betterLeft = k == j ? betterLeft : Math.Max(betterLeft, near[i, k]);
        }

        for (int k = 0; k < left.Length; k++)
        {
            betterRight = k == i ? betterRight : Math.Max(betterRight, near[k, j]);
        }

        double leftInRight = Contained(a, b), rightInLeft = Contained(b, a);
        bool numberA = a.Words.Any(static w => WordMeanings.IsNumber(w.Word)), numberB = b.Words.Any(static w => WordMeanings.IsNumber(w.Word));
        string smallA = a.Words.Where(static w => !w.Word.IsContent).Select(static w => w.Word.Lower).FirstOrDefault() ?? "", smallB = b.Words.Where(static w => !w.Word.IsContent).Select(static w => w.Word.Lower).FirstOrDefault() ?? "";
        double Left(int x, int y) => x >= 0 && y >= 0 && x < left.Length && y < right.Length ? near[x, y] : 0;
        return
        [
            .. likeness,
            Math.Abs((i / (double)Math.Max(1, left.Length - 1)) - (j / (double)Math.Max(1, right.Length - 1))),
            Left(i - 1, j - 1),
            Left(i + 1, j + 1),
            leftInRight,
            rightInLeft,
            Math.Min(6, a.Content.Length) / 6.0,
            Math.Min(6, b.Content.Length) / 6.0,
            a.Content.IsEmpty || b.Content.IsEmpty ? 0 : WordMeanings.Nearness(a.Content[^1], b.Content[^1]),
            near[i, j] - betterLeft,
            near[i, j] - betterRight,
            a.HasVerb == b.HasVerb ? 1 : 0,
            a.HasVerb && b.HasVerb ? 1 : 0,
            a.Kinds.Intersect(b.Kinds).Any() ? 1 : 0,
            numberA != numberB ? 1 : 0,
            smallA == smallB ? 1 : 0,
            a.Content.Any(x => x.Word.IsCapital && b.Content.Any(y => y.Word.IsCapital && WordMeanings.Form(x.Word, y.Word) > 0)) ? 1 : 0,
            Math.Min(3, a.Content.Count(x => b.Content.All(y => WordMeanings.Form(x.Word, y.Word) < 1))) / 3.0,
            Math.Min(3, b.Content.Count(x => a.Content.All(y => WordMeanings.Form(x.Word, y.Word) < 1))) / 3.0,
            a.Content.Select(static w => w.Word.Stem).SequenceEqual(b.Content.Select(static w => w.Word.Stem), StringComparer.Ordinal) ? 1 : 0,
        ];
    }

    // The share of the weight of one piece that the other has, by meaning.
    private static double Contained(Chunk own, Chunk other)
    {
        double all = 0, near = 0;
        foreach (WeighedWord word in own.Content.IsEmpty ? own.Words : own.Content)
        {
            double best = 0;
            foreach (WeighedWord candidate in other.Words)
            {
                best = Math.Max(best, WordMeanings.Nearness(word, candidate));
            }

            all += word.Weight;
            near += word.Weight * best;
        }

        return all == 0 ? 0 : near / all;
    }
}
