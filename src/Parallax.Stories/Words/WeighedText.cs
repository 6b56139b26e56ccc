using System.Collections.Immutable;

namespace Parallax.Stories.Words;

/// <summary>The words of a wording with everything that comparing it with other wordings needs of it alone, worked out once. Immutable and thread-safe.</summary>
internal sealed class WeighedText
{
    private const int RunLetters = 4;

    private static readonly Lazy<HashSet<string>> Negations = new(static () => StoriesData.Words("en/words/negations.txt"));

    /// <summary>Prepares a wording.</summary>
    /// <param name="words">Its words, in order.</param>
    /// <param name="width">Numbers of a word vector.</param>
    public WeighedText(ImmutableArray<WeighedWord> words, int width)
    {
        Words = words;
        ContentAt = [.. Enumerable.Range(0, words.Length).Where(i => words[i].Word.IsContent)];
        FirstOfStem = [.. ContentAt.DistinctBy(i => words[i].Word.Stem, StringComparer.Ordinal)];
        Numbers = [.. words.Where(static w => WordMeanings.IsNumber(w.Word)).Select(static w => w.Word.Lower).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        IsNegated = words.Count(static w => Negations.Value.Contains(w.Word.Lower)) % 2 != 0;
        (Mean, Square) = MeanOf(words, width, weighed: false);
        (ContentMean, ContentSquare) = MeanOf(ContentAt.Select(i => words[i]), width, weighed: true);
        Runs = RunsOf(words);
        RunCount = Runs.Sum(static r => r.Count);
    }

    /// <summary>The words, in order.</summary>
    public ImmutableArray<WeighedWord> Words { get; }

    /// <summary>Places of the words that are no stop words.</summary>
    public ImmutableArray<int> ContentAt { get; }

    /// <summary>Of these the first of each stem.</summary>
    public ImmutableArray<int> FirstOfStem { get; }

    /// <summary>The words that are numbers, each once, ordinal.</summary>
    public ImmutableArray<string> Numbers { get; }

    /// <summary>Whether an odd number of words negates.</summary>
    public bool IsNegated { get; }

    /// <summary>Sum of the vectors of all words, each of length 1.</summary>
    public ImmutableArray<double> Mean { get; }

    /// <summary>Sum of the squares of <see cref="Mean"/>.</summary>
    public double Square { get; }

    /// <summary>Sum of the vectors of the words that are no stop words, by weight.</summary>
    public ImmutableArray<double> ContentMean { get; }

    /// <summary>Sum of the squares of <see cref="ContentMean"/>.</summary>
    public double ContentSquare { get; }

    /// <summary>Runs of four letters, each packed into one number, with how often it stands; ascending.</summary>
    public ImmutableArray<(ulong Letters, int Count)> Runs { get; }

    /// <summary>All runs, repeats counted.</summary>
    public int RunCount { get; }

    /// <summary>How many runs stand in both, each as often as in the one that has it less.</summary>
    public int SharedRuns(WeighedText other)
    {
        ReadOnlySpan<(ulong Letters, int Count)> own = Runs.AsSpan(), theirs = other.Runs.AsSpan();
        int shared = 0;
        for (int i = 0, j = 0; i < own.Length && j < theirs.Length;)
        {
            (ulong left, ulong right) = (own[i].Letters, theirs[j].Letters);
            shared += left == right ? Math.Min(own[i].Count, theirs[j].Count) : 0;
            (i, j) = (i + (left <= right ? 1 : 0), j + (right <= left ? 1 : 0));
        }

        return shared;
    }

    private static (ImmutableArray<double> Sum, double Square) MeanOf(IEnumerable<WeighedWord> words, int width, bool weighed)
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

        double square = 0;
        foreach (double value in sum)
        {
            square += value * value;
        }

        return ([.. sum], square);
    }

    private static ImmutableArray<(ulong Letters, int Count)> RunsOf(ImmutableArray<WeighedWord> words)
    {
        string text = " " + string.Join(' ', words.Select(static w => w.Word.Lower)) + " ";
        ulong[] runs = new ulong[Math.Max(0, text.Length - RunLetters + 1)];
        for (int i = 0; i < runs.Length; i++)
        {
            runs[i] = (ulong)text[i] << 48 | (ulong)text[i + 1] << 32 | (ulong)text[i + 2] << 16 | text[i + 3];
        }

        Array.Sort(runs);
        ImmutableArray<(ulong, int)>.Builder counted = ImmutableArray.CreateBuilder<(ulong, int)>(runs.Length);
        for (int i = 0; i < runs.Length;)
        {
            int start = i;
            while (i < runs.Length && runs[i] == runs[start])
            {
                i++;
            }

            counted.Add((runs[start], i - start));
        }

        return counted.ToImmutable();
    }
}
