using System.Globalization;
using System.Numerics;

namespace Parallax.Stories.Words;

/// <summary>How much a word tells: the fewer texts it stands in, the more. Whole numbers, so that sums do not depend on their order or on the machine.</summary>
/// <remarks>
/// The counts of a background of general English stand beside those of the collection itself, as if the background were <see cref="BackgroundTexts"/> reports: with
/// five reports the background decides, with a thousand the collection does.
/// </remarks>
internal static class WordWeights
{
    /// <summary>As how many reports the background counts; tried 100 to 400 on the dev parts of ECB+ and FA-KES.</summary>
    public const int BackgroundTexts = 100;

    private static readonly Lazy<(Dictionary<string, int> Counts, int Texts)> General = new(Read);

    /// <summary>Weight of a stem in hundredths of a bit; at least 1.</summary>
    /// <param name="stem">The stem.</param>
    /// <param name="reportsWithIt">Reports of the collection in which it stands.</param>
    /// <param name="reports">Reports of the collection.</param>
    public static int Of(string stem, int reportsWithIt, int reports)
    {
        return Of(Background(stem), reportsWithIt, reports);
    }

    /// <summary>Weight of a stem whose count in the background is known.</summary>
    /// <param name="background">As <see cref="Background"/> gives it.</param>
    /// <param name="reportsWithIt">Reports of the collection in which it stands.</param>
    /// <param name="reports">Reports of the collection.</param>
    public static int Of(int background, int reportsWithIt, int reports)
    {
        long with = background + (reportsWithIt * 64L);
        long all = (BackgroundTexts + reports) * 64L;
        return Math.Max(1, Log2(all) - Log2(Math.Max(with, 16)));
    }

    /// <summary>In how many of <see cref="BackgroundTexts"/> texts of general English a stem stands, in 64ths.</summary>
    public static int Background(string stem)
    {
        (Dictionary<string, int> counts, int texts) = General.Value;
        return (int)(counts.GetValueOrDefault(stem, 1) * 64L * BackgroundTexts / texts);
    }

    /// <summary>Weight of a stem by the background alone.</summary>
    public static int Of(string stem) => Of(stem, 0, 0);

    /// <summary>Logarithm to the base 2 in hundredths, by a table-free integer approximation that is the same on every processor.</summary>
    internal static int Log2(long value)
    {
        int whole = BitOperations.Log2((ulong)value);
        long fraction = whole <= 20 ? (value << (20 - whole)) - (1L << 20) : (value >> (whole - 20)) - (1L << 20);

        // log2(1 + x) is close to x + 0.344 x (1 - x) for x from 0 to 1; the error is below one hundredth.
        long curve = fraction + ((fraction * ((1L << 20) - fraction) >> 20) * 344 / 1000);
        return (whole * 100) + (int)(curve * 100 >> 20);
    }

    private static (Dictionary<string, int> Counts, int Texts) Read()
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        int texts = 1;
        foreach (string line in StoriesData.AllLines("en/words/document-frequency.txt"))
        {
            if (line.StartsWith("# texts ", StringComparison.Ordinal))
            {
                texts = int.Parse(line.AsSpan(8), CultureInfo.InvariantCulture);
            }

            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            if (line.Length == 0 || line[0] == '#' || blank <= 0)
            {
                continue;
            }

            string stem = Stemmer.Stem(Folding.Fold(line.AsSpan(0, blank)));
            counts[stem] = counts.GetValueOrDefault(stem) + int.Parse(line.AsSpan(blank + 1), CultureInfo.InvariantCulture);
        }

        return (counts, texts);
    }
}
