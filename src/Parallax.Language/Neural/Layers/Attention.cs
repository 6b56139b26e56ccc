using Parallax.Language.Neural.Kernels;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Layers;

/// <summary>A pre-norm layer of self-attention with biases by distance, and its feed-forward part. Immutable and thread-safe.</summary>
internal sealed unsafe class Attention
{
    /// <summary>Rows of the longest sequence.</summary>
    public const int LongestSequence = 256;

    private const int HeadWidth = 32;
    private const int Lanes = 16;

    // Rows whose scores are made and used at once, so that they stay in the first-level cache.
    private const int Block = 16;

    // Bias of distance 0 stands here; a kernel may read whole registers on both sides.
    private const int Middle = LongestSequence + Lanes;

    private readonly int _width;
    private readonly int _heads;
    private readonly Norm _norm;
    private readonly Linear _queriesKeysValues;
    private readonly Linear _out;
    private readonly Norm _feedNorm;
    private readonly Linear _feedIn;
    private readonly Linear _feedOut;
    private readonly FloatRow _biases;

    /// <summary>Reads the tensors of <paramref name="name"/>.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public Attention(TensorFile file, string name, int width, int reach)
    {
        _width = width;
        _heads = width / HeadWidth;
        _norm = new Norm(file, name + ".norm", width);
        _queriesKeysValues = new Linear(file, name + ".qkv", 3 * width, width);
        _out = new Linear(file, name + ".out", width, width);
        _feedNorm = new Norm(file, name + ".feed.norm", width);
        _feedIn = new Linear(file, name + ".feed.in", 2 * width, width);
        _feedOut = new Linear(file, name + ".feed.out", width, 2 * width);
        _biases = Spread(file.Floats(name + ".position", _heads, (2 * reach) + 1), _heads, reach);
    }

    /// <summary>Reads the layers NAME.0, NAME.1 and so on.</summary>
    /// <exception cref="ModelException">A tensor is missing or has another type or shape.</exception>
    public static Attention[] ReadAll(TensorFile file, string name, int count, int width, int reach)
    {
        Attention[] layers = new Attention[count];
        for (int i = 0; i < count; i++)
        {
            layers[i] = new Attention(file, $"{name}.{i}", width, reach);
        }

        return layers;
    }

    /// <summary>Changes the rows x into x + attention + feed-forward.</summary>
    public void Apply(Pass pass, float* rows, Sequences sequences)
    {
        (int, int) mark = pass.Memory.Mark();
        int count = sequences.Rows;
        float* queries = _queriesKeysValues.Apply(pass, _norm.Apply(pass, rows, count, _queriesKeysValues), count, rectify: false);
        float* mixed = pass.Memory.Take<float>(count * _width);
        for (int s = 0; s < sequences.Count; s++)
        {
            int first = sequences.First(s);
            Mix(pass, queries + ((nint)first * 3 * _width), sequences.Length(s), mixed + ((nint)first * _width));
        }

        AddProduct(pass, _out, Quantised(pass, mixed, count, _out), count, rows);
        byte* hidden = _feedIn.ApplyRectified(pass, _feedNorm.Apply(pass, rows, count, _feedIn), count, _feedOut);
        AddProduct(pass, _feedOut, hidden, count, rows);
        pass.Memory.Release(mark);
    }

    private static void AddProduct(Pass pass, Linear linear, byte* activations, int count, float* rows)
    {
        int* product = linear.Multiply(pass, activations, pass.Offsets(count, linear.Matrix.Inputs), count);
        pass.Floats.RestoreAdd(product, count, linear.Restoration, rows);
    }

    // What the queries of one sequence [count × 3 · width] make of its values [count × width].
    private void Mix(Pass pass, float* queries, int count, float* to)
    {
        (int, int) mark = pass.Memory.Mark();
        int stride = (count + Lanes - 1) / Lanes * Lanes, rowStride = 3 * _width;
        float* keys = pass.Memory.Take<float>(HeadWidth * stride);
        float* scores = pass.Memory.Take<float>(Block * stride);
        float* inverse = pass.Memory.Take<float>(Block);
        for (int head = 0; head < _heads; head++)
        {
            float* query = queries + (head * HeadWidth);
            Transposition.Apply(query + _width, rowStride, count, HeadWidth, keys, stride);
            for (int row = 0; row < count; row += Block)
            {
                int rows = Math.Min(Block, count - row);
                pass.Floats.Dots(query + ((nint)row * rowStride), rowStride, rows, keys, count, stride, HeadWidth, scores);
                pass.Floats.Softmax(scores, rows, count, stride, _biases.Row(head) + Middle - row, inverse);
                pass.Floats.WeightedSums(scores, rows, count, stride, inverse, query + (2 * _width), rowStride, to + ((nint)row * _width) + (head * HeadWidth), _width);
            }
        }

        pass.Memory.Release(mark);
    }

    private byte* Quantised(Pass pass, float* values, int count, Linear next)
    {
        byte* activations = pass.Memory.Take<byte>(count * _width);
        pass.Floats.Quantise(values, count * _width, next.Quant, activations);
        return activations;
    }

    private static FloatRow Spread(ReadOnlySpan<float> biases, int heads, int reach)
    {
        int width = (2 * Middle) + Lanes;
        float[] spread = new float[heads * width];
        for (int head = 0; head < heads; head++)
        {
            for (int i = 0; i < width; i++)
            {
                spread[(head * width) + i] = biases[(head * ((2 * reach) + 1)) + Math.Clamp(i - Middle, -reach, reach) + reach];
            }
        }

        return new FloatRow(spread, width);
    }
}
