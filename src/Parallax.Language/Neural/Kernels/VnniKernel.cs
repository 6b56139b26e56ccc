using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Four rows by half a panel in 256-bit registers, bytes straight to 32-bit sums (AVX-VNNI). Not run yet: no processor at hand has it.</summary>
internal sealed unsafe class VnniKernel : IntegerKernel
{
    private const int Rows = 4;
    private const int Parts = 2;

    public override string Name => "avx-vnni";

    public override void Multiply(byte* activations, int* offsets, int rows, PackedMatrix matrix, int* product)
    {
        byte** tile = stackalloc byte*[Rows];
        int** to = stackalloc int*[Rows];
        sbyte* weights = matrix.Weights;
        for (int panel = 0; panel < matrix.Panels; panel++)
        {
            for (int row = 0; row < rows; row += Rows)
            {
                for (int i = 0; i < Rows; i++)
                {
                    // Beyond the last row the last is computed again: the same numbers go to the same place.
                    int at = Math.Min(row + i, rows - 1);
                    tile[i] = activations + offsets[at];
                    to[i] = product + ((nint)at * matrix.PaddedOutputs) + (panel * PackedMatrix.PanelWidth);
                }

                for (int part = 0; part < Parts; part++)
                {
                    Tile(tile, weights, matrix.Groups, to, part);
                }
            }

            weights += (nint)matrix.Groups * PackedMatrix.GroupBytes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(byte** rows, sbyte* w, int groups, int** to, int part)
    {
        unchecked
        {
            byte* r0 = rows[0], r1 = rows[1], r2 = rows[2], r3 = rows[3];
            sbyte* end = w + ((nint)groups * PackedMatrix.GroupBytes);
            w += part * 32;
            end += part * 32;
            nint k = 0;
            Vector256<int> s0 = Vector256<int>.Zero;
            Vector256<int> s1 = s0, s2 = s0, s3 = s0;
            for (; w < end; w += PackedMatrix.GroupBytes, k += PackedMatrix.GroupWidth)
            {
                Vector256<sbyte> weights = Vector256.Load(w);
                s0 = AvxVnni.MultiplyWideningAndAdd(s0, Vector256.Create(*(int*)(r0 + k)).AsByte(), weights);
                s1 = AvxVnni.MultiplyWideningAndAdd(s1, Vector256.Create(*(int*)(r1 + k)).AsByte(), weights);
                s2 = AvxVnni.MultiplyWideningAndAdd(s2, Vector256.Create(*(int*)(r2 + k)).AsByte(), weights);
                s3 = AvxVnni.MultiplyWideningAndAdd(s3, Vector256.Create(*(int*)(r3 + k)).AsByte(), weights);
            }

            s0.Store(to[0] + (part * 8));
            s1.Store(to[1] + (part * 8));
            s2.Store(to[2] + (part * 8));
            s3.Store(to[3] + (part * 8));
        }
    }
}
