namespace Parallax.Core;

/// <summary>From a score without bound to a probability, by a table, because the exponential function of the library differs between processors in the last digit.</summary>
public static class Logistic
{
    private const int StepsOfOne = 16;
    private const double Largest = 8;

    // 1000 / (1 + exp(-x)) for x = 0, 1/16, 2/16 … 8, rounded: differences of the last digit of the exponential never reach the third decimal.
    private static readonly int[] Table = [.. Enumerable.Range(0, (int)(Largest * StepsOfOne) + 1).Select(static i => (int)Math.Round(1000 / (1 + Math.Exp(-i / (double)StepsOfOne))))];

    /// <summary>Probability in thousandths, 0 to 1000; rises with the score, and opposite scores add up to 1000.</summary>
    public static int Thousandths(double score)
    {
        double at = Math.Min(Largest, Math.Abs(score)) * StepsOfOne;
        int step = (int)at;
        double value = step + 1 < Table.Length ? Table[step] + ((at - step) * (Table[step + 1] - Table[step])) : Table[^1];
        int rounded = (int)Math.Round(value, MidpointRounding.AwayFromZero);
        return score < 0 ? 1000 - rounded : rounded;
    }
}
