using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Four rows by half a panel in 256-bit registers (AVX2).</summary>
internal sealed unsafe class Avx2Kernel : IntegerKernel
{
    private const int Rows = 4;
    private const int Parts = 2;

    public override string Name => "avx2";

    public override void Multiply(byte* activations, int* offsets, int rows, PackedMatrix matrix, int* product)
    {
        byte** tile = stackalloc byte*[Rows];
        int** to = stackalloc int*[Rows];
        sbyte* weights = matrix.Weights;
        short* centres = matrix.Centres;
        for (int panel = 0; panel < matrix.Panels; panel++)
        {
            byte* segments = matrix.Segments + ((nint)panel * matrix.Groups);
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
                    Tile(tile, weights, segments, centres, matrix.Beginnings + (panel * PackedMatrix.PanelWidth), matrix.Groups, to, part);
                }
            }

            centres += (nint)matrix.SegmentCount(panel) * (PackedMatrix.GroupBytes / 2);
            weights += (nint)matrix.Groups * PackedMatrix.GroupBytes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(byte** rows, sbyte* w, byte* segment, short* centre, int* beginning, int groups, int** to, int part)
    {
        unchecked
        {
            byte* r0 = rows[0], r1 = rows[1], r2 = rows[2], r3 = rows[3];
            sbyte* end = w + ((nint)groups * PackedMatrix.GroupBytes);
            w += part * 32;
            end += part * 32;
            centre += part * 16;
            beginning += part * 8;
            nint k = 0;
            Vector256<int> s0 = Vector256.Load(beginning);
            Vector256<int> s1 = s0, s2 = s0, s3 = s0;
            while (w < end)
            {
                sbyte* stop = w + ((nint)(*segment++) * PackedMatrix.GroupBytes);
                Vector256<short> p0 = Vector256.Load(centre);
                Vector256<short> p1 = p0, p2 = p0, p3 = p0;
                centre += PackedMatrix.GroupBytes / 2;
                do
                {
                    Vector256<sbyte> weights = Vector256.Load(w);
                    p0 += Avx2.MultiplyAddAdjacent(Vector256.Create(*(int*)(r0 + k)).AsByte(), weights);
                    p1 += Avx2.MultiplyAddAdjacent(Vector256.Create(*(int*)(r1 + k)).AsByte(), weights);
                    p2 += Avx2.MultiplyAddAdjacent(Vector256.Create(*(int*)(r2 + k)).AsByte(), weights);
                    p3 += Avx2.MultiplyAddAdjacent(Vector256.Create(*(int*)(r3 + k)).AsByte(), weights);
                    w += PackedMatrix.GroupBytes;
                    k += PackedMatrix.GroupWidth;
                }
                while (w < stop);

                s0 += Avx2.MultiplyAddAdjacent(p0, Vector256.Create((short)1));
                s1 += Avx2.MultiplyAddAdjacent(p1, Vector256.Create((short)1));
                s2 += Avx2.MultiplyAddAdjacent(p2, Vector256.Create((short)1));
                s3 += Avx2.MultiplyAddAdjacent(p3, Vector256.Create((short)1));
            }

            s0.Store(to[0] + (part * 8));
            s1.Store(to[1] + (part * 8));
            s2.Store(to[2] + (part * 8));
            s3.Store(to[3] + (part * 8));
        }
    }
}
