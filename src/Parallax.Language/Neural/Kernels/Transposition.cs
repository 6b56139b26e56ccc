using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Rows turned into columns. Numbers are moved, none is computed.</summary>
internal static unsafe class Transposition
{
    private const int Side = 4;

    /// <summary>Turns rows into columns, the rest of each column zero.</summary>
    /// <param name="rows">First row; the next is <paramref name="rowStride"/> floats on.</param>
    /// <param name="rowStride">Distance of rows.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="width">Numbers of a row.</param>
    /// <param name="columns">Out: <c>[width × columnStride]</c>.</param>
    /// <param name="columnStride">Distance of columns, at least <paramref name="count"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(float* rows, int rowStride, int count, int width, float* columns, int columnStride)
    {
        unchecked
        {
            int inBlocks = Sse.IsSupported && width % Side == 0 ? count / Side * Side : 0;
            for (nint i = 0; i < inBlocks; i += Side)
            {
                float* row = rows + (i * rowStride);
                float* to = columns + i;
                for (nint d = 0; d < width; d += Side, row += Side, to += Side * (nint)columnStride)
                {
                    Block(row, rowStride, to, columnStride);
                }
            }

            for (nint d = 0; d < width; d++)
            {
                float* column = columns + (d * columnStride);
                for (nint i = inBlocks; i < count; i++)
                {
                    column[i] = rows[(i * rowStride) + d];
                }

                for (nint i = count; i < columnStride; i++)
                {
                    column[i] = 0f;
                }
            }
        }
    }

    // Four numbers of four rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(float* row, nint rowStride, float* to, nint columnStride)
    {
        Vector128<float> a = Vector128.Load(row), b = Vector128.Load(row + rowStride);
        Vector128<float> c = Vector128.Load(row + (2 * rowStride)), d = Vector128.Load(row + (3 * rowStride));
        Vector128<float> lowAB = Sse.UnpackLow(a, b), lowCD = Sse.UnpackLow(c, d), highAB = Sse.UnpackHigh(a, b), highCD = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(lowAB, lowCD).Store(to);
        Sse.MoveHighToLow(lowCD, lowAB).Store(to + columnStride);
        Sse.MoveLowToHigh(highAB, highCD).Store(to + (2 * columnStride));
        Sse.MoveHighToLow(highCD, highAB).Store(to + (3 * columnStride));
    }
}
