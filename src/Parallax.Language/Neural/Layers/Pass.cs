using Parallax.Language.Neural.Kernels;

namespace Parallax.Language.Neural.Layers;

/// <summary>What every step of the network needs: its kernels and the memory of this thread.</summary>
internal sealed unsafe class Pass(IntegerKernel integers, FloatKernel floats)
{
    /// <summary>Products of matrices.</summary>
    public IntegerKernel Integers { get; } = integers;

    /// <summary>Float steps.</summary>
    public FloatKernel Floats { get; } = floats;

    /// <summary>Memory of the batch in work.</summary>
    public Workspace Memory { get; } = new();

    /// <summary>A pass with the fastest kernels of this processor.</summary>
    public static Pass Fastest() => new(IntegerKernel.Supported[0], FloatKernel.Supported[0]);

    /// <summary>Offsets of rows that stand one after another.</summary>
    public int* Offsets(int rows, int rowBytes)
    {
        int* offsets = Memory.Take<int>(rows);
        for (int row = 0; row < rows; row++)
        {
            offsets[row] = row * rowBytes;
        }

        return offsets;
    }
}
