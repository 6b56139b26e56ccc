using System.Collections.Immutable;

namespace Parallax.Stories.Words;

/// <summary>A set of stems with weights, sorted by stem, for comparing with another.</summary>
/// <param name="Items">Stem and weight, by stem, ordinal.</param>
/// <param name="All">Sum of the weights.</param>
/// <param name="Length">Square root of the sum of squares.</param>
internal sealed record WeighedStems(ImmutableArray<(string Stem, int Weight)> Items, long All, double Length)
{
    /// <summary>None.</summary>
    public static WeighedStems None { get; } = new([], 0, 0);

    /// <summary>Distinct stems with the weight of the background.</summary>
    public static WeighedStems Of(IEnumerable<string> stems) => Of(stems.Distinct(StringComparer.Ordinal).Select(static s => (s, WordWeights.Of(s))));

    /// <summary>Stems with weights; each stem once.</summary>
    public static WeighedStems Of(IEnumerable<(string Stem, int Weight)> stems)
    {
        ImmutableArray<(string Stem, int Weight)> items = [.. stems.OrderBy(static s => s.Stem, StringComparer.Ordinal)];
        return items.IsEmpty ? None : new WeighedStems(items, items.Sum(static i => (long)i.Weight), Math.Sqrt(items.Sum(static i => (double)i.Weight * i.Weight)));
    }

    /// <summary>Number, weight and product of weights of the stems in both.</summary>
    public (int Count, long Weight, double Product) Shared(WeighedStems other)
    {
        int count = 0, i = 0, j = 0;
        long weight = 0;
        double product = 0;
        while (i < Items.Length && j < other.Items.Length)
        {
            int order = string.CompareOrdinal(Items[i].Stem, other.Items[j].Stem);
            if (order == 0)
            {
                count++;
                weight += Items[i].Weight;
                product += (double)Items[i].Weight * other.Items[j].Weight;
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return (count, weight, product);
    }

    /// <summary>Twice the shared weight by all weight, 0 to 1.</summary>
    public double Dice(WeighedStems other) => All + other.All == 0 ? 0 : 2.0 * Shared(other).Weight / (All + other.All);

    /// <summary>Cosine, 0 to 1.</summary>
    public double Cosine(WeighedStems other) => Length == 0 || other.Length == 0 ? 0 : Shared(other).Product / (Length * other.Length);
}
