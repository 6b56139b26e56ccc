using System.Collections.Immutable;
using System.Globalization;
using Parallax.Stories.Words;

namespace Parallax.Stories.Learned;

/// <summary>A small trained function from a row of numbers to one or more scores: layers of sums and maxima with zero, in double precision, in a fixed order, so that every machine gives the same. Immutable.</summary>
/// <remarks>
/// The file: lines that start with # say source and licence; <c>labels NAME …</c>; <c>features NAME …</c> (checked against the program's own list); <c>mean</c> and <c>scale</c>
/// with one number a feature (input = (feature - mean) * scale); then for each layer <c>layer INPUTS OUTPUTS</c> and one line an output: bias, then the weights.
/// </remarks>
internal sealed class SmallNetwork
{
    private readonly double[] _mean;
    private readonly double[] _scale;
    private readonly ImmutableArray<double[][]> _layers;

    private SmallNetwork(ImmutableArray<string> labels, ImmutableArray<string> features, double[] mean, double[] scale, ImmutableArray<double[][]> layers) =>
        (Labels, Features, _mean, _scale, _layers) = (labels, features, mean, scale, layers);

    /// <summary>Names of the scores.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Names of the numbers it takes, in order.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>Whether each score is a sum of its inputs by weights, so that it rises or falls evenly with each.</summary>
    public bool IsSum => _layers.Length == 1;

    /// <summary>Reads a data file of this assembly.</summary>
    /// <exception cref="InvalidOperationException">The file is missing, is not what it should be, or was trained on other features than those given.</exception>
    public static SmallNetwork Read(string name, IReadOnlyList<string> features)
    {
        ImmutableArray<string> labels = [];
        double[] mean = [], scale = [];
        List<double[][]> layers = [];
        int row = 0;
        foreach (string line in StoriesData.Lines(name))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words[0])
            {
                case "labels":
                    labels = [.. words.AsSpan(1)];
                    break;
                case "features":
                    if (!words.AsSpan(1).SequenceEqual(features.ToArray()))
                    {
                        throw new InvalidOperationException($"“{name}” was trained on other features than the program computes.");
                    }

                    break;
                case "mean":
                    mean = Numbers(words, 1);
                    break;
                case "scale":
                    scale = Numbers(words, 1);
                    break;
                case "layer":
                    layers.Add(new double[int.Parse(words[2], CultureInfo.InvariantCulture)][]);
                    row = 0;
                    break;
                default:
                    layers[^1][row++] = Numbers(words, 0);
                    break;
            }
        }

        int inputs = features.Count;
        foreach (double[][] layer in layers)
        {
            if (layer.Any(r => r is null || r.Length != inputs + 1))
            {
                throw new InvalidOperationException($"A layer of “{name}” does not have {inputs} inputs in every row.");
            }

            inputs = layer.Length;
        }

        return inputs == labels.Length && mean.Length == features.Count && scale.Length == features.Count
            ? new SmallNetwork(labels, [.. features], mean, scale, [.. layers])
            : throw new InvalidOperationException($"“{name}” does not have one score a label and one mean and scale a feature.");
    }

    /// <summary>The scores of a row of features, one a label, without bound.</summary>
    public double[] Scores(ReadOnlySpan<double> features)
    {
        double[] row = new double[_mean.Length];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = (features[i] - _mean[i]) * _scale[i];
        }

        for (int l = 0; l < _layers.Length; l++)
        {
            double[][] layer = _layers[l];
            double[] next = new double[layer.Length];
            for (int o = 0; o < layer.Length; o++)
            {
                double[] weights = layer[o];
                double sum = weights[0];
                for (int i = 0; i < row.Length; i++)
                {
                    sum += weights[i + 1] * row[i];
                }

                next[o] = l + 1 < _layers.Length ? Math.Max(0, sum) : sum;
            }

            row = next;
        }

        return row;
    }

    /// <summary>The first score of a row of features; where it is a sum, without memory of its own.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        if (!IsSum)
        {
            return Scores(features)[0];
        }

        double[] weights = _layers[0][0], mean = _mean, scale = _scale;
        double sum = weights[0];
        for (int i = 0; i < mean.Length; i++)
        {
            sum += weights[i + 1] * ((features[i] - mean[i]) * scale[i]);
        }

        return sum;
    }

    private static double[] Numbers(string[] words, int from) => [.. words.Skip(from).Select(static w => double.Parse(w, CultureInfo.InvariantCulture))];
}
