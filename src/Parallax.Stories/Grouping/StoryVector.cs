using System.Collections.Immutable;
using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>A stem of a report with how much it tells.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Hash">Of the stem, the same on every machine; parts are sorted by it, then by stem, because numbers are compared faster than words.</param>
/// <param name="Weight">Its weight in the report, in hundredths of a bit.</param>
/// <param name="IsRare">Whether it is a name that few reports have.</param>
internal readonly record struct StoryPart(string Stem, uint Hash, int Weight, bool IsRare);

/// <summary>The most telling stems of a report, weighted by how many reports of the whole set have them.</summary>
/// <param name="Features">The report.</param>
/// <param name="Parts">Its parts, by hash and stem.</param>
/// <param name="Norm">Sum of the squared weights.</param>
internal sealed record StoryVector(StoryFeatures Features, ImmutableArray<StoryPart> Parts, long Norm)
{
    /// <summary>The vector of a report.</summary>
    public static StoryVector Of(StoryFeatures report, IStoryShelf shelf, StoryOptions options)
    {
        List<StoryPart> weights = new(report.Stems.Length);
        foreach ((string stem, int count) in report.Stems)
        {
            int reports = shelf.ReportsWith(stem), weight = WordWeights.Of(stem, reports, shelf.Count);
            bool isRare = weight >= options.RareName && reports <= options.ReportsOfOneName && count >= StoryFeatures.CapitalCountsAs;
            weights.Add(new StoryPart(stem, StableHash.Of(stem), (int)((long)weight * (100 + WordWeights.Log2(count)) / 100), isRare));
        }

        // The most telling stems carry the likeness; the rest only add noise and time.
        weights.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Stem, b.Stem));
        weights.RemoveRange(Math.Min(weights.Count, options.KeyStems), Math.Max(0, weights.Count - options.KeyStems));
        weights.Sort(static (a, b) => a.Hash != b.Hash ? a.Hash.CompareTo(b.Hash) : string.CompareOrdinal(a.Stem, b.Stem));
        return new StoryVector(report, [.. weights], weights.Sum(static w => (long)w.Weight * w.Weight));
    }

    /// <summary>How alike two reports are, in thousandths.</summary>
    public static int Likeness(StoryVector left, StoryVector right, StoryOptions options)
    {
        long dot = 0;
        int names = 0;
        for (int i = 0, j = 0; i < left.Parts.Length && j < right.Parts.Length;)
        {
            int order = left.Parts[i].Hash.CompareTo(right.Parts[j].Hash);
            order = order != 0 ? order : string.CompareOrdinal(left.Parts[i].Stem, right.Parts[j].Stem);
            if (order == 0)
            {
                dot += (long)left.Parts[i].Weight * right.Parts[j].Weight;
                names += left.Parts[i].IsRare && right.Parts[j].IsRare ? 1 : 0;
            }

            (i, j) = (i + (order <= 0 ? 1 : 0), j + (order >= 0 ? 1 : 0));
        }

        return Likeness(left, right, dot, names, options);
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
