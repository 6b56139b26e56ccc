namespace Parallax.Quality.Scoring;

/// <summary>Counts what two bags of items share; spans with labels, triples, values: whatever has equality.</summary>
public static class MultisetScorer
{
    /// <summary>Compares two bags; an item that stands twice in both counts twice.</summary>
    public static F1Score Score<T>(IEnumerable<T> gold, IEnumerable<T> system)
        where T : notnull
    {
        Dictionary<T, int> left = [];
        int goldCount = 0, systemCount = 0, correct = 0;
        foreach (T item in gold)
        {
            left[item] = left.GetValueOrDefault(item) + 1;
            goldCount++;
        }

        foreach (T item in system)
        {
            systemCount++;
            if (left.GetValueOrDefault(item) > 0)
            {
                left[item]--;
                correct++;
            }
        }

        return new F1Score(correct, goldCount, systemCount);
    }
}
