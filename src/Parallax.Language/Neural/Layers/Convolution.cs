using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Layers;

/// <summary>A residual convolution over three tokens with maxout of three pieces and a norm. Immutable and thread-safe.</summary>
internal sealed unsafe class Convolution
{
    /// <summary>Tokens that a row is made of: the left neighbour, itself, the right one.</summary>
    public const int Window = 3;

    /// <summary>Products of which the greatest is taken.</summary>
    public const int Pieces = 3;

    /// <summary>What 0 is as an activation.</summary>
    public const byte Zero = 128;

    private readonly int _width;
    private readonly Linear _linear;
    private readonly Norm _norm;

    /// <summary>Reads the tensors of <paramref name="name"/>.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public Convolution(TensorFile file, string name, int width)
    {
        _width = width;
        _linear = new Linear(file, name, Pieces * width, Window * width);
        _norm = new Norm(file, name + ".norm", width);
    }

    /// <summary>Changes the rows x into Norm(x + Maxout(...)).</summary>
    public void Apply(Pass pass, float* rows, Sequences sequences)
    {
        (int, int) mark = pass.Memory.Mark();
        int count = sequences.Rows;

        // A row of zeros stands before, between and after the sequences, so the window of a token is 384 bytes in one piece.
        byte* activations = pass.Memory.Take<byte>((count + sequences.Count + 1) * _width);
        int* offsets = pass.Memory.Take<int>(count);
        new Span<byte>(activations, _width).Fill(Zero);
        byte* at = activations + _width;
        for (int s = 0; s < sequences.Count; s++)
        {
            int first = sequences.First(s), length = sequences.Length(s);
            pass.Floats.Quantise(rows + ((nint)first * _width), length * _width, _linear.Quant, at);
            for (int i = 0; i < length; i++, at += _width)
            {
                offsets[first + i] = (int)(at - activations) - _width;
            }

            new Span<byte>(at, _width).Fill(Zero);
            at += _width;
        }

        int* product = _linear.Multiply(pass, activations, offsets, count);
        pass.Floats.RestoreMaxoutAdd(product, count, _linear.Restoration, _width, rows);
        _norm.Apply(pass, rows, count, rows);
        pass.Memory.Release(mark);
    }
}
