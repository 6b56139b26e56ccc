using System.Collections.Immutable;
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
        StoryPart[] parts = new StoryPart[report.Stems.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            (int stem, int count) = report.Stems[i];
            (int weight, int reports) = weights[stem];
            bool isRare = weight >= options.RareName && reports <= options.ReportsOfOneName && count >= StoryFeatures.CapitalCountsAs;
            parts[i] = new StoryPart(stem, (int)((long)weight * (100 + WordWeights.Log2(count)) / 100), isRare);
        }

        parts = MostTelling(parts, options.KeyStems);
        return new StoryVector(report, ImmutableCollectionsMarshal.AsImmutableArray(parts), SquareOf(parts));
    }

    private static long SquareOf(StoryPart[] parts)
    {
        long sum = 0;
        foreach (StoryPart part in parts)
        {
            sum += (long)part.Weight * part.Weight;
        }

        return sum;
    }

    // The most telling stems carry the likeness; the rest only add noise and time. Of those that tell as much as the last one kept, the first in the order of letters are kept: the order in which they come.
    private static StoryPart[] MostTelling(StoryPart[] parts, int most)
    {
        if (parts.Length <= most)
        {
            return parts;
        }

        int[] weights = new int[parts.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = parts[i].Weight;
        }

        Array.Sort(weights);
        int last = weights[^most], even = most;
        foreach (int weight in weights)
        {
            even -= weight > last ? 1 : 0;
        }

        StoryPart[] telling = new StoryPart[most];
        int kept = 0;
        foreach (StoryPart part in parts)
        {
            if (part.Weight > last || (part.Weight == last && even-- > 0))
            {
                telling[kept++] = part;
            }
        }

        return telling;
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
