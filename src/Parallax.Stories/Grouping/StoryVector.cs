using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>A stem of a report with how much it tells.</summary>
/// <param name="Number">Of the stem on the shelf.</param>
/// <param name="Weight">Its weight in the report, in hundredths of a bit.</param>
/// <param name="IsRare">Whether it is a name that few reports have.</param>
internal readonly record struct StoryPart(int Number, int Weight, bool IsRare);

/// <summary>The most telling stems of a report, weighted by how many reports of the whole set have them.</summary>
/// <param name="Report">The report.</param>
/// <param name="Parts">Its parts, in no order.</param>
/// <param name="Norm">Sum of the squared weights.</param>
internal sealed record StoryVector(ShelvedReport Report, ImmutableArray<StoryPart> Parts, long Norm)
{
    /// <summary>The vector of a report.</summary>
    public static StoryVector Of(ShelvedReport report, StemWeights weights, StoryOptions options)
    {
        int[] told = new int[report.Stems.Length];
        for (int i = 0; i < told.Length; i++)
        {
            (int stem, int count) = report.Stems[i];
            told[i] = (int)((long)weights[stem].Weight * (100 + WordWeights.Log2(count)) / 100);
        }

        // The most telling stems carry the likeness; the rest only add noise and time. Of those that tell as much as the last one kept, the first in the order of letters are kept: the order in which they come.
        (int last, int even) = LastKept(told, options.KeyStems);
        StoryPart[] parts = new StoryPart[Math.Min(told.Length, options.KeyStems)];
        int kept = 0;
        long norm = 0;
        for (int i = 0; i < told.Length; i++)
        {
            if (told[i] > last || (told[i] == last && even-- > 0))
            {
                (int stem, int count) = report.Stems[i];
                (int weight, int reports) = weights[stem];
                parts[kept++] = new StoryPart(stem, told[i], weight >= options.RareName && reports <= options.ReportsOfOneName && count >= StoryFeatures.CapitalCountsAs);
                norm += (long)told[i] * told[i];
            }
        }

        return new StoryVector(report, ImmutableCollectionsMarshal.AsImmutableArray(parts), norm);
    }

    // What the last of the most telling stems tells, and how many that tell as much are kept.
    private static (int Last, int Even) LastKept(int[] told, int most)
    {
        if (told.Length <= most)
        {
            return (int.MinValue, 0);
        }

        // Those that tell more than the last one are found by halving what lies between: weights are small whole numbers.
        int low = 0, high = 0;
        foreach (int weight in told)
        {
            high = Math.Max(high, weight);
        }

        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = More(told, middle) < most ? (low, middle) : (middle + 1, high);
        }

        return (low, most - More(told, low));
    }

    private static int More(int[] told, int weight)
    {
        Vector<int> counts = default;
        int i = 0, more = 0;
        for (; i + Vector<int>.Count <= told.Length; i += Vector<int>.Count)
        {
            counts -= Vector.GreaterThan(new Vector<int>(told, i), new Vector<int>(weight));
        }

        for (; i < told.Length; i++)
        {
            more += told[i] > weight ? 1 : 0;
        }

        return more + Vector.Sum(counts);
    }

    /// <summary>The cosine below which no two reports are alike enough to be joined, whatever their days and lengths; a little less, for rounding.</summary>
    public static double LeastCosine(StoryOptions options) => 0.999 * options.Join / Math.Max(1000, Math.Max(options.FollowUp, options.NearInTime));

    /// <summary>The cosine below which two reports of these days and lengths are not alike enough to be joined, a little less for rounding; more than 1 where they cannot be.</summary>
    public static double LeastCosine(ShelvedReport one, int? day, int stems, StoryOptions options)
    {
        long factor = 1000;
        if (one.Day is { } a && day is { } b)
        {
            int gap = Math.Max(0, Math.Abs(a - b) - options.FreeDays);
            factor = Math.Max(gap <= options.LongestStory ? options.FollowUp : 0, options.NearInTime - ((long)gap * options.DayCosts));
        }

        int length = Math.Max(0, Math.Min(one.Stems.Length, stems) - options.ShortStems);
        return factor <= 0 ? 2 : 0.999 * options.Join / factor * (1000 + (length * options.LengthCosts)) / 1000;
    }

    /// <summary>How alike two reports are, in thousandths, where the product of their weights is known.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="dot">Sum of the products of the weights of the stems that both have.</param>
    /// <param name="names">Number of rare names that both have.</param>
    /// <param name="options">Thresholds.</param>
    public static int Likeness(StoryVector left, StoryVector right, long dot, int names, StoryOptions options)
    {
        double cosine = dot / Math.Sqrt((double)left.Norm * right.Norm);

        // Two long reports share more by chance.
        int length = Math.Max(0, Math.Min(left.Report.Stems.Length, right.Report.Stems.Length) - options.ShortStems);
        int likeness = (int)(cosine * 1000) * 1000 / (1000 + (length * options.LengthCosts));
        if (left.Report.Day is { } a && right.Report.Day is { } b)
        {
            int gap = Math.Max(0, Math.Abs(a - b) - options.FreeDays);
            likeness = (int)((long)likeness * Math.Max(names >= options.NamesOfOneStory && gap <= options.LongestStory ? options.FollowUp : 0, options.NearInTime - ((long)gap * options.DayCosts)) / 1000);
        }

        return likeness;
    }
}
