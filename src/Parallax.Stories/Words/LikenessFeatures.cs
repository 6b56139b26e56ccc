using System.Buffers;
using System.Collections.Immutable;

namespace Parallax.Stories.Words;

/// <summary>What two wordings have in common, as numbers from which a trained function tells how alike their meanings are.</summary>
internal static class LikenessFeatures
{
    private const double NearFrom = 0.25;

    /// <summary>Names of the numbers, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "form-cover", "pairs", "near-cover", "near-cover-least", "near-cover-most", "content-near-least", "mean-cosine", "content-mean-cosine", "letters", "numbers-shared", "numbers-differ",
        "negation-differs", "length-ratio", "length-difference", "largest-left-out", "stems-dice", "order", "first-near", "last-near", "unknown-left-out", "small-cover", "short",
    ];

    /// <summary>The numbers of a pair; symmetric.</summary>
    public static double[] Of(WeighedText a, WeighedText b)
    {
        using WordPairs pairs = new(a.Words.AsSpan(), b.Words.AsSpan());
        Cover left = Covered(a.Words.AsSpan(), pairs, isTurned: false), right = Covered(b.Words.AsSpan(), pairs, isTurned: true);
        double all = Math.Max(1, left.All + right.All);
        double nearLeft = left.Near / Math.Max(1, left.All), nearRight = right.Near / Math.Max(1, right.All);
        bool shareNumber = a.Numbers.AsSpan().ContainsAny(b.Numbers.AsSpan());
        (int shorter, int longer) = (Math.Min(a.Words.Length, b.Words.Length), Math.Max(1, Math.Max(a.Words.Length, b.Words.Length)));
        (int contentShorter, int contentLonger) = (Math.Min(a.ContentAt.Length, b.ContentAt.Length), Math.Max(1, Math.Max(a.ContentAt.Length, b.ContentAt.Length)));
        return
        [
            (left.Form + right.Form) / all,
            Pairs(a, b, pairs),
            (left.Near + right.Near) / all,
            Math.Min(nearLeft, nearRight),
            Math.Max(nearLeft, nearRight),
            Math.Min(left.ContentNear, right.ContentNear),
            Cosine(a.Mean, a.Square, b.Mean, b.Square),
            Cosine(a.ContentMean, a.ContentSquare, b.ContentMean, b.ContentSquare),
            2.0 * a.SharedRuns(b) / Math.Max(1, a.RunCount + b.RunCount),
            shareNumber ? 1 : 0,
            a.Numbers.Length > 0 && b.Numbers.Length > 0 && !a.Numbers.AsSpan().SequenceEqual(b.Numbers.AsSpan()) ? shareNumber ? 0.5 : 1 : 0,
            a.IsNegated != b.IsNegated ? 1 : 0,
            (double)shorter / longer,
            Math.Min(1, (contentLonger - contentShorter) / 8.0),
            Math.Max(left.LargestLeft, right.LargestLeft) / all,
            2.0 * SharedStems(a, b, pairs) / Math.Max(1, a.FirstOfStem.Length + b.FirstOfStem.Length),
            InOrder(a, b, pairs) / (double)contentLonger,
            contentShorter == 0 ? 0 : WordMeanings.Nearness(a.Words[a.ContentAt[0]], b.Words[b.ContentAt[0]]),
            contentShorter == 0 ? 0 : WordMeanings.Nearness(a.Words[a.ContentAt[^1]], b.Words[b.ContentAt[^1]]),
            Math.Min(3, left.UnknownLeft + right.UnknownLeft) / 3.0,
            (left.Small + right.Small) / Math.Max(1, left.AllSmall + right.AllSmall),
            Math.Min(1, contentShorter / 10.0),
        ];
    }

    private readonly record struct Cover(double Form, double Near, double All, double ContentNear, double LargestLeft, int UnknownLeft, double Small, double AllSmall);

    // How much of the words of one side the other has: in the same form or nearly so, or near in meaning.
    private static Cover Covered(ReadOnlySpan<WeighedWord> own, WordPairs pairs, bool isTurned)
    {
        double form = 0, near = 0, all = 0, content = 0, contentAll = 0, largest = 0, small = 0, allSmall = 0;
        int unknown = 0;
        for (int i = 0; i < own.Length; i++)
        {
            WeighedWord word = own[i];
            (double bestForm, double bestNear) = isTurned ? pairs.BestOfRight(i) : pairs.BestOfLeft(i);

            // The vectors of any two words have some likeness, which says nothing.
            double telling = Math.Max(0, (bestNear - NearFrom) / (1 - NearFrom));
            form += word.Weight * bestForm;
            near += word.Weight * telling;
            all += word.Weight;
            if (word.Word.IsContent)
            {
                content += telling;
                contentAll++;
                largest = Math.Max(largest, word.Weight * (1 - telling));
                unknown += word.Norm == 0 && bestForm < 0.5 ? 1 : 0;
            }
            else
            {
                small += bestForm;
                allSmall++;
            }
        }

        return new Cover(form, near, all, content / Math.Max(1, contentAll), largest, unknown, small, allSmall);
    }

    // Words of the left side that stand behind the same word as on the right.
    private static double Pairs(WeighedText left, WeighedText right, WordPairs pairs)
    {
        int shared = 0;
        for (int i = 1; i < left.Words.Length; i++)
        {
            for (int j = 1; j < right.Words.Length; j++)
            {
                if (pairs.IsOneStem(i, j) && pairs.IsOneStem(i - 1, j - 1))
                {
                    shared++;
                    break;
                }
            }
        }

        return Math.Min(1, 2.0 * shared / Math.Max(1, left.Words.Length + right.Words.Length - 2));
    }

    private static double Cosine(ImmutableArray<double> left, double leftSquare, ImmutableArray<double> right, double rightSquare)
    {
        ReadOnlySpan<double> a = left.AsSpan(), b = right.AsSpan();
        double dot = 0;
        for (int i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
        }

        return leftSquare > 0 && rightSquare > 0 ? dot / Math.Sqrt(leftSquare * rightSquare) : 0;
    }

    private static int SharedStems(WeighedText left, WeighedText right, WordPairs pairs)
    {
        int shared = 0;
        foreach (int i in left.FirstOfStem)
        {
            foreach (int j in right.FirstOfStem)
            {
                shared += pairs.IsOneStem(i, j) ? 1 : 0;
            }
        }

        return shared;
    }

    // Length of the longest row of content stems that stand on both sides in one order.
    private static int InOrder(WeighedText left, WeighedText right, WordPairs pairs)
    {
        const int OnStack = 128;
        ReadOnlySpan<int> own = left.ContentAt.AsSpan(), theirs = right.ContentAt.AsSpan();
        int[]? rented = theirs.Length < OnStack ? null : ArrayPool<int>.Shared.Rent(theirs.Length + 1);
        Span<int> row = rented is null ? stackalloc int[OnStack] : rented;
        row = row[..(theirs.Length + 1)];
        row.Clear();
        foreach (int i in own)
        {
            int diagonal = 0;
            for (int j = 1; j < row.Length; j++)
            {
                int above = row[j];
                row[j] = pairs.IsOneStem(i, theirs[j - 1]) ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        int longest = row[^1];
        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return longest;
    }
}
