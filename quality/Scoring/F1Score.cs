namespace Parallax.Quality.Scoring;

/// <summary>Counts behind precision, recall and F1. Adds up over documents.</summary>
/// <param name="Correct">Items that both have.</param>
/// <param name="Gold">Items of the gold standard.</param>
/// <param name="System">Items found.</param>
public readonly record struct F1Score(double Correct, double Gold, double System)
{
    /// <summary>Share of the found that is right; 0 where nothing was found.</summary>
    public double Precision => System == 0 ? 0 : Correct / System;

    /// <summary>Share of the gold that was found; 0 where there is none.</summary>
    public double Recall => Gold == 0 ? 0 : Correct / Gold;

    /// <summary>Harmonic mean of both; 0 where nothing is right.</summary>
    public double F1 => Gold + System == 0 ? 0 : 2 * Correct / (Gold + System);

    /// <summary>Adds the counts.</summary>
    public static F1Score operator +(F1Score left, F1Score right) => Add(left, right);

    /// <summary>Adds the counts.</summary>
    public static F1Score Add(F1Score left, F1Score right) => new(left.Correct + right.Correct, left.Gold + right.Gold, left.System + right.System);
}
