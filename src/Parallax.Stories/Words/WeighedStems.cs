namespace Parallax.Stories.Words;

/// <summary>A stem by its number in a collection, with what it weighs.</summary>
/// <param name="Number">The number; in no order that means anything.</param>
/// <param name="Weight">How much it tells.</param>
internal readonly record struct WeighedStem(int Number, int Weight);

/// <summary>A set of stems with weights, by number, for comparing with another of the same collection. All sums are of whole numbers, so that no order changes them.</summary>
internal sealed class WeighedStems
{
    private readonly WeighedStem[] _items;

    private WeighedStems(WeighedStem[] items)
    {
        _items = items;
        double squares = 0;
        foreach (WeighedStem item in items)
        {
            All += item.Weight;
            squares += (double)item.Weight * item.Weight;
        }

        Length = Math.Sqrt(squares);
    }

    /// <summary>None.</summary>
    public static WeighedStems None { get; } = new([]);

    /// <summary>Sum of the weights.</summary>
    public long All { get; }

    /// <summary>Square root of the sum of squares.</summary>
    public double Length { get; }

    /// <summary>The stems, each once.</summary>
    public static WeighedStems Of(IEnumerable<WeighedStem> stems)
    {
        WeighedStem[] items = [.. stems];
        if (items.Length == 0)
        {
            return None;
        }

        Array.Sort(items, static (a, b) => a.Number.CompareTo(b.Number));
        int count = 1;
        for (int i = 1; i < items.Length; i++)
        {
            if (items[i].Number != items[count - 1].Number)
            {
                items[count++] = items[i];
            }
        }

        return new WeighedStems(count == items.Length ? items : items[..count]);
    }

    /// <summary>Number, weight and product of weights of the stems in both.</summary>
    public (int Count, long Weight, double Product) Shared(WeighedStems other)
    {
        ReadOnlySpan<WeighedStem> ours = _items, theirs = other._items;
        int count = 0, i = 0, j = 0;
        long weight = 0, product = 0;
        while (i < ours.Length && j < theirs.Length)
        {
            (int left, int right) = (ours[i].Number, theirs[j].Number);
            if (left == right)
            {
                count++;
                weight += ours[i].Weight;
                product += (long)ours[i].Weight * theirs[j].Weight;
            }

            i += left <= right ? 1 : 0;
            j += left >= right ? 1 : 0;
        }

        return (count, weight, product);
    }

    /// <summary>Twice the shared weight by all weight, 0 to 1.</summary>
    public double Dice(WeighedStems other) => Dice(other, Shared(other).Weight);

    /// <summary>The same where the shared weight is known.</summary>
    public double Dice(WeighedStems other, long shared) => All + other.All == 0 ? 0 : 2.0 * shared / (All + other.All);

    /// <summary>Cosine, 0 to 1.</summary>
    public double Cosine(WeighedStems other) => Length == 0 || other.Length == 0 ? 0 : Shared(other).Product / (Length * other.Length);
}
