namespace Parallax.Quality.Scoring;

/// <summary>Measures of two columns of numbers.</summary>
public static class Statistics
{
    /// <summary>Pearson's correlation; 0 where a column does not vary.</summary>
    /// <exception cref="ArgumentException">The columns differ in length or are empty.</exception>
    public static double Pearson(IReadOnlyList<double> gold, IReadOnlyList<double> system)
    {
        Check(gold, system);
        double meanGold = gold.Average(), meanSystem = system.Average(), cross = 0, squaresGold = 0, squaresSystem = 0;
        for (int i = 0; i < gold.Count; i++)
        {
            double g = gold[i] - meanGold, s = system[i] - meanSystem;
            cross += g * s;
            squaresGold += g * g;
            squaresSystem += s * s;
        }

        return squaresGold == 0 || squaresSystem == 0 ? 0 : cross / Math.Sqrt(squaresGold * squaresSystem);
    }

    /// <summary>Mean absolute error.</summary>
    /// <exception cref="ArgumentException">The columns differ in length or are empty.</exception>
    public static double MeanAbsoluteError(IReadOnlyList<double> gold, IReadOnlyList<double> system)
    {
        Check(gold, system);
        double sum = 0;
        for (int i = 0; i < gold.Count; i++)
        {
            sum += Math.Abs(gold[i] - system[i]);
        }

        return sum / gold.Count;
    }

    /// <summary>Mean of the F1 of each class that stands in gold or system.</summary>
    /// <exception cref="ArgumentException">The columns differ in length or are empty.</exception>
    public static double MacroF1(IReadOnlyList<string> gold, IReadOnlyList<string> system)
    {
        if (gold.Count != system.Count || gold.Count == 0)
        {
            throw new ArgumentException("The columns have one length and are not empty.", nameof(system));
        }

        Dictionary<string, F1Score> scores = new(StringComparer.Ordinal);
        for (int i = 0; i < gold.Count; i++)
        {
            scores[gold[i]] = scores.GetValueOrDefault(gold[i]) + new F1Score(gold[i] == system[i] ? 1 : 0, 1, 0);
            scores[system[i]] = scores.GetValueOrDefault(system[i]) + new F1Score(0, 0, 1);
        }

        return scores.Values.Average(static s => s.F1);
    }

    private static void Check(IReadOnlyList<double> gold, IReadOnlyList<double> system)
    {
        if (gold.Count != system.Count || gold.Count == 0)
        {
            throw new ArgumentException("The columns have one length and are not empty.", nameof(system));
        }
    }
}
