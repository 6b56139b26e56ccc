using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>A stem of a report with how much it tells.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Number">Of the stem among those of the set (<see cref="StemWeight"/>).</param>
/// <param name="Weight">Its weight in the report, in hundredths of a bit.</param>
/// <param name="IsRare">Whether it is a name that few reports have.</param>
internal readonly record struct StoryPart(string Stem, int Number, int Weight, bool IsRare);

/// <summary>The most telling stems of a report, weighted by how many reports of the whole set have them.</summary>
/// <param name="Features">The report.</param>
/// <param name="Parts">Its parts, in no order.</param>
/// <param name="Norm">Sum of the squared weights.</param>
internal sealed record StoryVector(StoryFeatures Features, ImmutableArray<StoryPart> Parts, long Norm)
{
    /// <summary>The vector of a report.</summary>
    public static StoryVector Of(StoryFeatures report, StemWeights weights, StoryOptions options)
    {
        StoryPart[] parts = new StoryPart[report.Stems.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            (string stem, int count) = report.Stems[i];
            (int number, int weight, int reports) = weights[stem];
            bool isRare = weight >= options.RareName && reports <= options.ReportsOfOneName && count >= StoryFeatures.CapitalCountsAs;
            parts[i] = new StoryPart(stem, number, (int)((long)weight * (100 + WordWeights.Log2(count)) / 100), isRare);
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

    // The most telling stems carry the likeness; the rest only add noise and time. Of those that tell as much as the last one kept, the first by stem are kept.
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
        int last = weights[^most], kept = 0;
        StoryPart[] telling = new StoryPart[most];
        List<StoryPart> even = [];
        foreach (StoryPart part in parts)
        {
            if (part.Weight > last)
            {
                telling[kept++] = part;
            }
            else if (part.Weight == last)
            {
                even.Add(part);
            }
        }

        even.Sort(static (a, b) => string.CompareOrdinal(a.Stem, b.Stem));
        even.CopyTo(0, telling, kept, most - kept);
        return telling;
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
        int length = Math.Max(0, Math.Min(left.Features.Stems.Length, right.Features.Stems.Length) - options.ShortStems);
        int likeness = (int)(cosine * 1000) * 1000 / (1000 + (length * options.LengthCosts));
        if (left.Features.Day is { } a && right.Features.Day is { } b)
        {
            int gap = Math.Max(0, Math.Abs(a - b) - options.FreeDays);
            likeness = (int)((long)likeness * Math.Max(names >= options.NamesOfOneStory && gap <= options.LongestStory ? options.FollowUp : 0, options.NearInTime - ((long)gap * options.DayCosts)) / 1000);
        }

        return likeness;
    }
}
