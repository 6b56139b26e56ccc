using System.Numerics;

namespace Parallax.Quality.Scoring;

/// <summary>Multinomial logistic regression, trained on all cases at once by accelerated gradient descent from zero; deterministic.</summary>
public sealed class LogisticRegression
{
    private const int Rounds = 200;
    private readonly double[][] _weights;

    /// <summary>Trains.</summary>
    /// <param name="rows">One row a case, all of one length.</param>
    /// <param name="labels">The class of each case, from 0.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="decay">Weight of the squared weights against the mean loss of a case.</param>
    public LogisticRegression(IReadOnlyList<double[]> rows, IReadOnlyList<int> labels, int classes, double decay)
    {
        int width = rows[0].Length;
        double largest = rows.Max(static r => r.Sum(static v => v * v));
        double step = 1 / ((largest / 2) + decay);
        _weights = [.. Enumerable.Range(0, classes).Select(_ => new double[width])];
        double[][] before = [.. _weights.Select(static w => (double[])w.Clone())];
        for (int round = 0; round < Rounds; round++)
        {
            double momentum = round / (round + 3.0);
            for (int c = 0; c < classes; c++)
            {
                for (int i = 0; i < width; i++)
                {
                    double ahead = _weights[c][i] + (momentum * (_weights[c][i] - before[c][i]));
                    (before[c][i], _weights[c][i]) = (_weights[c][i], ahead);
                }
            }

            double[][] slope = [.. _weights.Select(w => w.Select(v => v * decay).ToArray())];
            for (int r = 0; r < rows.Count; r++)
            {
                double[] row = rows[r], shares = Predict(row);
                shares[labels[r]] -= 1;
                for (int c = 0; c < classes; c++)
                {
                    double share = shares[c] / rows.Count;
                    double[] into = slope[c];
                    int i = 0;
                    for (Vector<double> by = new(share); i <= width - Vector<double>.Count; i += Vector<double>.Count)
                    {
                        (new Vector<double>(into, i) + (by * new Vector<double>(row, i))).CopyTo(into, i);
                    }

                    for (; i < width; i++)
                    {
                        into[i] += share * row[i];
                    }
                }
            }

            for (int c = 0; c < classes; c++)
            {
                for (int i = 0; i < width; i++)
                {
                    _weights[c][i] -= step * slope[c][i];
                }
            }
        }
    }

    /// <summary>The probability of each class.</summary>
    public double[] Predict(double[] row)
    {
        double[] scores = new double[_weights.Length];
        for (int c = 0; c < scores.Length; c++)
        {
            double[] weights = _weights[c];
            Vector<double> sums = Vector<double>.Zero;
            int i = 0;
            for (; i <= row.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                sums += new Vector<double>(weights, i) * new Vector<double>(row, i);
            }

            double sum = Vector.Sum(sums);
            for (; i < row.Length; i++)
            {
                sum += weights[i] * row[i];
            }

            scores[c] = sum;
        }

        double top = scores.Max(), total = 0;
        for (int c = 0; c < scores.Length; c++)
        {
            total += scores[c] = Math.Exp(scores[c] - top);
        }

        for (int c = 0; c < scores.Length; c++)
        {
            scores[c] /= total;
        }

        return scores;
    }
}
