using System.Collections.Immutable;

namespace Parallax.Stories.Words;

/// <summary>What two wordings have in common, as numbers from which a trained function tells how alike their meanings are.</summary>
internal static class LikenessFeatures
{
    private const double NearFrom = 0.25;

    private static readonly Lazy<HashSet<string>> Negations = new(static () => StoriesData.Words("en/words/negations.txt"));

    /// <summary>Names of the numbers, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "form-cover", "pairs", "near-cover", "near-cover-least", "near-cover-most", "content-near-least", "mean-cosine", "content-mean-cosine", "letters", "numbers-shared", "numbers-differ",
        "negation-differs", "length-ratio", "length-difference", "largest-left-out", "stems-dice", "order", "first-near", "last-near", "unknown-left-out", "small-cover", "short",
    ];

    /// <summary>The numbers of a pair; symmetric.</summary>
    public static double[] Of(ImmutableArray<WeighedWord> a, ImmutableArray<WeighedWord> b, int width)
    {
        Cover left = Covered(a, b), right = Covered(b, a);
        ImmutableArray<WeighedWord> contentA = [.. a.Where(static w => w.Word.IsContent)], contentB = [.. b.Where(static w => w.Word.IsContent)];
        double all = Math.Max(1, left.All + right.All);
        double nearLeft = left.Near / Math.Max(1, left.All), nearRight = right.Near / Math.Max(1, right.All);
        HashSet<string> numbersA = Numbers(a), numbersB = Numbers(b);
        bool shareNumber = numbersA.Overlaps(numbersB);
        (int shorter, int longer) = (Math.Min(a.Length, b.Length), Math.Max(1, Math.Max(a.Length, b.Length)));
        (int contentShorter, int contentLonger) = (Math.Min(contentA.Length, contentB.Length), Math.Max(1, Math.Max(contentA.Length, contentB.Length)));
        return
        [
            (left.Form + right.Form) / all,
            Pairs(a, b),
            (left.Near + right.Near) / all,
            Math.Min(nearLeft, nearRight),
            Math.Max(nearLeft, nearRight),
            Math.Min(left.ContentNear, right.ContentNear),
            MeanCosine(a, b, width, weighed: false),
            MeanCosine(contentA, contentB, width, weighed: true),
            Letters(a, b),
            shareNumber ? 1 : 0,
            numbersA.Count > 0 && numbersB.Count > 0 && !numbersA.SetEquals(numbersB) ? shareNumber ? 0.5 : 1 : 0,
            a.Count(static w => Negations.Value.Contains(w.Word.Lower)) % 2 != b.Count(static w => Negations.Value.Contains(w.Word.Lower)) % 2 ? 1 : 0,
            (double)shorter / longer,
            Math.Min(1, (contentLonger - contentShorter) / 8.0),
            Math.Max(left.LargestLeft, right.LargestLeft) / all,
            2.0 * contentA.Select(static w => w.Word.Stem).Distinct(StringComparer.Ordinal).Intersect(contentB.Select(static w => w.Word.Stem), StringComparer.Ordinal).Count()
                / Math.Max(1, contentA.Select(static w => w.Word.Stem).Distinct(StringComparer.Ordinal).Count() + contentB.Select(static w => w.Word.Stem).Distinct(StringComparer.Ordinal).Count()),
            InOrder(contentA, contentB) / (double)contentLonger,
            contentShorter == 0 ? 0 : WordMeanings.Nearness(contentA[0], contentB[0]),
            contentShorter == 0 ? 0 : WordMeanings.Nearness(contentA[^1], contentB[^1]),
            Math.Min(3, left.UnknownLeft + right.UnknownLeft) / 3.0,
            (left.Small + right.Small) / Math.Max(1, left.AllSmall + right.AllSmall),
            Math.Min(1, contentShorter / 10.0),
        ];
    }

    private readonly record struct Cover(double Form, double Near, double All, double ContentNear, double LargestLeft, int UnknownLeft, double Small, double AllSmall);

    // How much of the words of one side the other has: in the same form or nearly so, or near in meaning.
    private static Cover Covered(ImmutableArray<WeighedWord> own, ImmutableArray<WeighedWord> others)
    {
        double form = 0, near = 0, all = 0, content = 0, contentAll = 0, largest = 0, small = 0, allSmall = 0;
        int unknown = 0;
        foreach (WeighedWord word in own)
        {
            double bestForm = 0, bestNear = 0;
            foreach (WeighedWord other in others)
            {
                bestForm = Math.Max(bestForm, WordMeanings.Form(word.Word, other.Word));
                bestNear = bestForm == 1 ? 1 : Math.Max(bestNear, WordMeanings.Nearness(word, other));
            }

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

    private static double Pairs(ImmutableArray<WeighedWord> left, ImmutableArray<WeighedWord> right)
    {
        HashSet<(string, string)> pairs = [.. Enumerable.Range(1, Math.Max(0, right.Length - 1)).Select(i => (right[i - 1].Word.Stem, right[i].Word.Stem))];
        int shared = 0;
        for (int i = 1; i < left.Length; i++)
        {
            shared += pairs.Contains((left[i - 1].Word.Stem, left[i].Word.Stem)) ? 1 : 0;
        }

        return Math.Min(1, 2.0 * shared / Math.Max(1, left.Length + right.Length - 2));
    }

    private static double MeanCosine(ImmutableArray<WeighedWord> left, ImmutableArray<WeighedWord> right, int width, bool weighed)
    {
        double[] a = Mean(left, width, weighed), b = Mean(right, width, weighed);
        double dot = 0, squareA = 0, squareB = 0;
        for (int i = 0; i < width; i++)
        {
            dot += a[i] * b[i];
            squareA += a[i] * a[i];
            squareB += b[i] * b[i];
        }

        return squareA > 0 && squareB > 0 ? dot / Math.Sqrt(squareA * squareB) : 0;
    }

    private static double[] Mean(ImmutableArray<WeighedWord> words, int width, bool weighed)
    {
        double[] sum = new double[width];
        foreach (WeighedWord word in words.Where(static w => w.Norm > 0))
        {
            double factor = (weighed ? word.Weight : 1) / word.Norm;
            for (int i = 0; i < width; i++)
            {
                sum[i] += factor * word.Vector[i];
            }
        }

        return sum;
    }

    // Shared runs of four letters, each as often as the rarer side has it.
    private static double Letters(ImmutableArray<WeighedWord> left, ImmutableArray<WeighedWord> right)
    {
        Dictionary<string, int> a = Runs(left), b = Runs(right);
        int shared = a.Sum(r => Math.Min(r.Value, b.GetValueOrDefault(r.Key)));
        return 2.0 * shared / Math.Max(1, a.Values.Sum() + b.Values.Sum());
    }

    private static Dictionary<string, int> Runs(ImmutableArray<WeighedWord> words)
    {
        const int Length = 4;
        string text = " " + string.Join(' ', words.Select(static w => w.Word.Lower)) + " ";
        Dictionary<string, int> runs = new(StringComparer.Ordinal);
        for (int i = 0; i + Length <= text.Length; i++)
        {
            string run = text.Substring(i, Length);
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }

    private static HashSet<string> Numbers(ImmutableArray<WeighedWord> words) => [.. words.Where(static w => WordMeanings.IsNumber(w.Word)).Select(static w => w.Word.Lower)];

    private static int InOrder(ImmutableArray<WeighedWord> left, ImmutableArray<WeighedWord> right)
    {
        int[] previous = new int[right.Length + 1], current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                current[j] = left[i - 1].Word.Stem == right[j - 1].Word.Stem ? previous[j - 1] + 1 : Math.Max(previous[j], current[j - 1]);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
