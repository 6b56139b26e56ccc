using Parallax.Language.Neural.Kernels;

namespace Parallax.Language.Neural.Layers;

/// <summary>Floats of the network in aligned memory, rows filled up to whole registers. Immutable.</summary>
internal sealed unsafe class FloatRow
{
    private readonly AlignedMemory _memory;

    /// <summary>Copies <paramref name="values"/>, <paramref name="width"/> a row, and fills rows up with <paramref name="filling"/>.</summary>
    public FloatRow(ReadOnlySpan<float> values, int width, float filling = 0f)
    {
        Width = width;
        Stride = (width + 15) & ~15;
        int rows = values.Length / width;
        _memory = new AlignedMemory(rows * Stride * sizeof(float));
        for (int row = 0; row < rows; row++)
        {
            new Span<float>(Start + ((nint)row * Stride) + width, Stride - width).Fill(filling);
            values.Slice(row * width, width).CopyTo(new Span<float>(Start + ((nint)row * Stride), width));
        }
    }

    /// <summary>Numbers in a row.</summary>
    public int Width { get; }

    /// <summary>Distance of rows in floats.</summary>
    public int Stride { get; }

    /// <summary>First number.</summary>
    public float* Start => (float*)_memory.Start;

    /// <summary>First number of a row.</summary>
    public float* Row(int row) => Start + ((nint)row * Stride);
}
