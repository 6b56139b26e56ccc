using Parallax.Language.Neural.Kernels;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Layers;

/// <summary>A matrix of the network with what makes floats of its products ("Linear" in docs/network.md). Immutable and thread-safe.</summary>
internal sealed unsafe class Linear
{
    private const int ZeroPoint = 128;

    private readonly AlignedMemory _offsets;
    private readonly FloatRow _scales;
    private readonly FloatRow _biases;

    /// <summary>Reads <c>NAME.weight</c>, <c>.scale</c>, <c>.bias</c> and <c>.quant</c>.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public Linear(TensorFile file, string name, int outputs, int inputs)
        : this(file, name, outputs, inputs, 1)
    {
    }

    /// <summary>As above, the inputs cut into pieces: the matrix takes one piece and gives a product for each place it can stand at; those of all pieces added are the product.</summary>
    /// <param name="file">The weights.</param>
    /// <param name="name">Name of the tensors.</param>
    /// <param name="outputs">Number of outputs, a multiple of 16 where there are several pieces.</param>
    /// <param name="inputs">Number of inputs, a multiple of the pieces.</param>
    /// <param name="pieces">Number of pieces, at least 1.</param>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public Linear(TensorFile file, string name, int outputs, int inputs, int pieces)
    {
        ReadOnlySpan<sbyte> weights = file.Bytes(name + ".weight", outputs, inputs);
        try
        {
            Matrix = new PackedMatrix(pieces == 1 ? weights : Cut(weights, outputs, inputs, pieces), outputs * pieces, inputs / pieces);
        }
        catch (ArgumentException e)
        {
            throw new ModelException($"The tensor “{name}.weight” cannot be used: {e.Message}", e);
        }

        _scales = new FloatRow(file.Floats(name + ".scale", outputs), outputs);
        
        // Outputs that only fill up the last panel are minus infinity, so that they are never the greatest.
        _biases = new FloatRow(file.Floats(name + ".bias", outputs), outputs, float.NegativeInfinity);
        Quant = file.Floats(name + ".quant", 1)[0];
        int width = Matrix.PaddedOutputs / pieces;
        _offsets = new AlignedMemory(width * sizeof(int));
        int* offsets = (int*)_offsets.Start;
        for (int i = 0; i < Matrix.PaddedOutputs; i++)
        {
            offsets[i % width] -= ZeroPoint * Matrix.Sums[i];
        }

        Restoration = new Restoration(width, (nint)offsets, (nint)_scales.Start, (nint)_biases.Start);
    }

    /// <summary>The weights.</summary>
    public PackedMatrix Matrix { get; }

    /// <summary>Makes floats of the product.</summary>
    public Restoration Restoration { get; }

    /// <summary>Scale of the activations it takes.</summary>
    public float Quant { get; }

    /// <summary>Numbers in a row of the result, with the padding; with several pieces, of the products of all.</summary>
    public int Stride => Matrix.PaddedOutputs;

    /// <summary>The integer product of rows of activations.</summary>
    public int* Multiply(Pass pass, byte* activations, int* offsets, int rows)
    {
        int* product = pass.Memory.Take<int>(rows * Stride);
        pass.Integers.Multiply(activations, offsets, rows, Matrix, product);
        return product;
    }

    /// <summary>The product of rows of activations that stand one after another, in floats.</summary>
    public float* Apply(Pass pass, byte* activations, int rows, bool rectify) =>
        Apply(pass, activations, pass.Offsets(rows, Matrix.Inputs), rows, rectify);

    /// <summary>The product of the rows of activations that begin at <paramref name="offsets"/>, in floats.</summary>
    public float* Apply(Pass pass, byte* activations, int* offsets, int rows, bool rectify)
    {
        float* result = pass.Memory.Take<float>(rows * Stride);
        (int, int) mark = pass.Memory.Mark();
        int* product = Multiply(pass, activations, offsets, rows);
        pass.Floats.Restore(product, rows, Restoration, rectify, result);
        pass.Memory.Release(mark);
        return result;
    }

    /// <summary>As <see cref="Apply"/> with rectification, then as activations for <paramref name="next"/>.</summary>
    public byte* ApplyRectified(Pass pass, byte* activations, int rows, Linear next)
    {
        byte* result = pass.Memory.Take<byte>(rows * Stride);
        (int, int) mark = pass.Memory.Mark();
        int* product = Multiply(pass, activations, pass.Offsets(rows, Matrix.Inputs), rows);
        pass.Floats.RestoreRectifiedQuantise(product, rows, Restoration, next.Quant, result);
        pass.Memory.Release(mark);
        return result;
    }

    /// <summary>Quantises float rows for this matrix and multiplies.</summary>
    public float* Apply(Pass pass, float* values, int rows, bool rectify)
    {
        byte* activations = pass.Memory.Take<byte>(rows * Matrix.Inputs);
        pass.Floats.Quantise(values, rows * Matrix.Inputs, Quant, activations);
        return Apply(pass, activations, rows, rectify);
    }

    // For each piece all rows, each with its part of the inputs only.
    private static sbyte[] Cut(ReadOnlySpan<sbyte> weights, int outputs, int inputs, int pieces)
    {
        int width = inputs / pieces;
        sbyte[] cut = new sbyte[weights.Length];
        for (int row = 0; row < outputs * pieces; row++)
        {
            weights.Slice((row % outputs * inputs) + (row / outputs * width), width).CopyTo(cut.AsSpan(row * width));
        }

        return cut;
    }
}
