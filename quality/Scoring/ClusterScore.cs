namespace Parallax.Quality.Scoring;

/// <summary>Precision, recall and F1 of a grouping against a gold grouping, by item (B-cubed) or by pair.</summary>
/// <param name="Precision">0–1.</param>
/// <param name="Recall">0–1.</param>
public readonly record struct ClusterScore(double Precision, double Recall)
{
    /// <summary>Harmonic mean, 0–1.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>B-cubed: each item's share of its found group that is right, and of its gold group that was found, averaged over items.</summary>
    /// <param name="gold">Gold group of each item.</param>
    /// <param name="found">Found group of each item.</param>
    public static ClusterScore BCubed<TGold, TFound>(IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found)
        where TGold : notnull
        where TFound : notnull
    {
        Dictionary<TGold, int> goldSize = Sizes(gold);
        Dictionary<TFound, int> foundSize = Sizes(found);
        Dictionary<(TGold, TFound), int> both = Sizes([.. gold.Zip(found)]);
        double precision = 0, recall = 0;
        for (int i = 0; i < gold.Count; i++)
        {
            int shared = both[(gold[i], found[i])];
            precision += (double)shared / foundSize[found[i]];
            recall += (double)shared / goldSize[gold[i]];
        }

        return gold.Count == 0 ? default : new ClusterScore(precision / gold.Count, recall / gold.Count);
    }

    /// <summary>By pair: of the pairs put together, how many belong together, and the reverse.</summary>
    public static ClusterScore Pairs<TGold, TFound>(IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found)
        where TGold : notnull
        where TFound : notnull
    {
        long together = Sizes([.. gold.Zip(found)]).Values.Sum(Choose), goldPairs = Sizes(gold).Values.Sum(Choose), foundPairs = Sizes(found).Values.Sum(Choose);
        return new ClusterScore(foundPairs == 0 ? 0 : (double)together / foundPairs, goldPairs == 0 ? 0 : (double)together / goldPairs);
    }

    private static long Choose(int n) => (long)n * (n - 1) / 2;

    private static Dictionary<T, int> Sizes<T>(IReadOnlyList<T> items)
        where T : notnull
    {
        Dictionary<T, int> sizes = [];
        foreach (T item in items)
        {
            sizes[item] = sizes.GetValueOrDefault(item) + 1;
        }

        return sizes;
    }
}
