using System.Globalization;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Framings;

/// <summary>How a sentence portrays somebody named in it: badly, evenly or well. A small trained network over word vectors and <see cref="ToneFeatures"/>. Immutable and thread-safe.</summary>
/// <remarks>
/// Each token gives a row: what its word means, what stands beside it, and how it stands to the target; largest and summed values over the sentence, with the features of the target, give
/// three scores. Sums run in a fixed order in double precision and there is nothing but sums, products and maxima, so that every machine gives the same.
/// </remarks>
internal sealed class ToneNetwork
{
    private const int Scores = 3;
    private const double VectorLength = 3;
    private const double SumShare = 1 / 8.0;

    private static readonly Lazy<ToneNetwork> Learned = new(static () => new ToneNetwork("en/learned/tone.txt"));

    private readonly Dictionary<string, double[][]> _matrices = new(StringComparer.Ordinal);

    private ToneNetwork(string name)
    {
        double[][]? rows = null;
        int row = 0;
        foreach (string line in StoriesData.Lines(name))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "matrix")
            {
                rows = _matrices[words[1]] = new double[int.Parse(words[2], CultureInfo.InvariantCulture)][];
                row = 0;
            }
            else
            {
                double scale = double.Parse(words[0], CultureInfo.InvariantCulture);
                (rows ?? throw new InvalidOperationException($"“{name}” does not begin with a matrix."))[row++] = [.. words.Skip(1).Select(w => scale * int.Parse(w, CultureInfo.InvariantCulture))];
            }
        }

        if (Matrix("features").Length != ToneFeatures.OfToken || Matrix("target").Length != ToneFeatures.OfTarget)
        {
            throw new InvalidOperationException($"“{name}” was trained on other features than the program computes.");
        }
    }

    /// <summary>The trained network for English.</summary>
    public static ToneNetwork English => Learned.Value;

    /// <summary>The word under which a token's vector stands: its form, or its lemma where the form has none.</summary>
    public static string WordOf(TokenLayer tokens, int token, IWordVectors vectors)
    {
        string form = tokens.Form(token).ToString().ToLowerInvariant();
        return vectors.Find(form).IsEmpty ? tokens.Lemmas[token].ToLowerInvariant() : form;
    }

    /// <summary>What the network makes of a word, whatever stands around it.</summary>
    /// <param name="vector">Its vector; empty for a word without one.</param>
    /// <param name="width">Numbers of a vector.</param>
    public ToneWord Word(ReadOnlySpan<sbyte> vector, int width)
    {
        double[] scaled = Vector(vector, width), nearby = Product("near", "near-bias", scaled);
        return new ToneWord(Product("word", "word-bias", scaled), Product("before", null, nearby), Product("after", null, nearby));
    }

    /// <summary>What the network makes of a sentence before a target is known.</summary>
    /// <returns>One row a token.</returns>
    public static double[][] Read(TokenLayer tokens, Sentence sentence, ToneReading words)
    {
        ToneWord[] read = new ToneWord[sentence.TokenCount];
        for (int i = 0; i < read.Length; i++)
        {
            read[i] = words.Of(tokens, sentence.FirstToken + i);
        }

        double[][] rows = new double[read.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = rows[i] = [.. read[i].Meaning];
            if (i > 0)
            {
                Add(row, read[i - 1].Before);
            }

            if (i + 1 < rows.Length)
            {
                Add(row, read[i + 1].After);
            }
        }

        return rows;
    }

    /// <summary>The scores of a target: badly, evenly, well; without bound.</summary>
    /// <param name="read">What <see cref="Read"/> gave for the sentence.</param>
    /// <param name="features">Features of the report.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="target">The words of the target, inside the sentence.</param>
    public double[] Portray(double[][] read, ToneFeatures features, Sentence sentence, TextSpan target)
    {
        double[][] byFeature = Matrix("features");
        int width = byFeature[0].Length, head = features.Head(target);
        double[] largest = new double[width], sum = new double[width], row = new double[width];
        List<int> active = [];
        for (int i = 0; i < read.Length; i++)
        {
            read[i].CopyTo(row, 0);
            features.Token(sentence.FirstToken + i, target, head, active);
            foreach (int feature in active)
            {
                Add(row, byFeature[feature]);
            }

            for (int d = 0; d < width; d++)
            {
                double value = Math.Max(0, row[d]);
                largest[d] = Math.Max(largest[d], value);
                sum[d] += value * SumShare;
            }
        }

        double[] hidden = Product("largest", "hidden-bias", largest);
        Add(hidden, Product("sum", null, sum));
        features.Target(target, head, active);
        foreach (int feature in active)
        {
            Add(hidden, Matrix("target")[feature]);
        }

        for (int d = 0; d < hidden.Length; d++)
        {
            hidden[d] = Math.Max(0, hidden[d]);
        }

        double[] scores = Product("scores", "scores-bias", hidden);
        return scores.Length == Scores ? scores : throw new InvalidOperationException("The tone network does not give three scores.");
    }

    private static double[] Vector(ReadOnlySpan<sbyte> vector, int width)
    {
        double[] scaled = new double[width];
        long square = 0;
        foreach (sbyte value in vector)
        {
            square += value * value;
        }

        double factor = square == 0 ? 0 : VectorLength / Math.Sqrt(square);
        for (int i = 0; i < vector.Length; i++)
        {
            scaled[i] = vector[i] * factor;
        }

        return scaled;
    }

    private static void Add(double[] to, double[] values)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += values[i];
        }
    }

    private double[][] Matrix(string name) => _matrices.TryGetValue(name, out double[][]? matrix) ? matrix : throw new InvalidOperationException($"The tone network has no matrix “{name}”.");

    private double[] Product(string name, string? bias, double[] values)
    {
        double[][] rows = Matrix(name);
        double[]? start = bias is null ? null : Matrix(bias)[0];
        double[] result = new double[rows.Length];
        for (int r = 0; r < rows.Length; r++)
        {
            double sum = start is null ? 0 : start[r];
            double[] weights = rows[r];
            for (int i = 0; i < values.Length; i++)
            {
                sum += weights[i] * values[i];
            }

            result[r] = sum;
        }

        return result;
    }
}
