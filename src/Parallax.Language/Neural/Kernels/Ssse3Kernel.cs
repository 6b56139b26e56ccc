using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Four rows by a quarter of a panel in 128-bit registers (SSSE3).</summary>
internal sealed unsafe class Ssse3Kernel : IntegerKernel
{
    private const int Rows = 4;
    private const int Parts = 4;

    public override string Name => "ssse3";

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
            w += part * 16;
            end += part * 16;
            centre += part * 8;
            beginning += part * 4;
            nint k = 0;
            Vector128<int> s0 = Vector128.Load(beginning);
            Vector128<int> s1 = s0, s2 = s0, s3 = s0;
            while (w < end)
            {
                sbyte* stop = w + ((nint)(*segment++) * PackedMatrix.GroupBytes);
                Vector128<short> p0 = Vector128.Load(centre);
                Vector128<short> p1 = p0, p2 = p0, p3 = p0;
                centre += PackedMatrix.GroupBytes / 2;
                do
                {
                    Vector128<sbyte> weights = Vector128.Load(w);
                    p0 += Ssse3.MultiplyAddAdjacent(Vector128.Create(*(int*)(r0 + k)).AsByte(), weights);
                    p1 += Ssse3.MultiplyAddAdjacent(Vector128.Create(*(int*)(r1 + k)).AsByte(), weights);
                    p2 += Ssse3.MultiplyAddAdjacent(Vector128.Create(*(int*)(r2 + k)).AsByte(), weights);
                    p3 += Ssse3.MultiplyAddAdjacent(Vector128.Create(*(int*)(r3 + k)).AsByte(), weights);
                    w += PackedMatrix.GroupBytes;
                    k += PackedMatrix.GroupWidth;
                }
                while (w < stop);

                s0 += Sse2.MultiplyAddAdjacent(p0, Vector128.Create((short)1));
                s1 += Sse2.MultiplyAddAdjacent(p1, Vector128.Create((short)1));
                s2 += Sse2.MultiplyAddAdjacent(p2, Vector128.Create((short)1));
                s3 += Sse2.MultiplyAddAdjacent(p3, Vector128.Create((short)1));
            }

            s0.Store(to[0] + (part * 4));
            s1.Store(to[1] + (part * 4));
            s2.Store(to[2] + (part * 4));
            s3.Store(to[3] + (part * 4));
        }
    }
}
