using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Eight rows by one panel in 512-bit registers (AVX-512 BW).</summary>
internal sealed unsafe class Avx512Kernel : IntegerKernel
{
    private const int Rows = 8;

    public override string Name => "avx512";

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

                Tile(tile, weights, segments, centres, matrix.Beginnings + (panel * PackedMatrix.PanelWidth), matrix.Groups, to);
            }

            centres += (nint)matrix.SegmentCount(panel) * (PackedMatrix.GroupBytes / 2);
            weights += (nint)matrix.Groups * PackedMatrix.GroupBytes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(byte** rows, sbyte* w, byte* segment, short* centre, int* beginning, int groups, int** to)
    {
        unchecked
        {
            byte* r0 = rows[0], r1 = rows[1], r2 = rows[2], r3 = rows[3], r4 = rows[4], r5 = rows[5], r6 = rows[6], r7 = rows[7];
            sbyte* end = w + ((nint)groups * PackedMatrix.GroupBytes);
            nint k = 0;
            Vector512<int> s0 = Vector512.Load(beginning);
            Vector512<int> s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
            while (w < end)
            {
                sbyte* stop = w + ((nint)(*segment++) * PackedMatrix.GroupBytes);
                Vector512<short> p0 = Vector512.Load(centre);
                Vector512<short> p1 = p0, p2 = p0, p3 = p0, p4 = p0, p5 = p0, p6 = p0, p7 = p0;
                centre += PackedMatrix.GroupBytes / 2;
                do
                {
                    Vector512<sbyte> weights = Vector512.Load(w);
                    p0 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(r0 + k)).AsByte(), weights);
                    p1 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(r1 + k)).AsByte(), weights);
                    p2 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(r2 + k)).AsByte(), weights);
                    p3 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(r3 + k)).AsByte(), weights);
                    p4 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(r4 + k)).AsByte(), weights);
                    p5 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(r5 + k)).AsByte(), weights);
                    p6 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(r6 + k)).AsByte(), weights);
                    p7 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(r7 + k)).AsByte(), weights);
                    w += PackedMatrix.GroupBytes;
                    k += PackedMatrix.GroupWidth;
                }
                while (w < stop);

                s0 += Avx512BW.MultiplyAddAdjacent(p0, Vector512.Create((short)1));
                s1 += Avx512BW.MultiplyAddAdjacent(p1, Vector512.Create((short)1));
                s2 += Avx512BW.MultiplyAddAdjacent(p2, Vector512.Create((short)1));
                s3 += Avx512BW.MultiplyAddAdjacent(p3, Vector512.Create((short)1));
                s4 += Avx512BW.MultiplyAddAdjacent(p4, Vector512.Create((short)1));
                s5 += Avx512BW.MultiplyAddAdjacent(p5, Vector512.Create((short)1));
                s6 += Avx512BW.MultiplyAddAdjacent(p6, Vector512.Create((short)1));
                s7 += Avx512BW.MultiplyAddAdjacent(p7, Vector512.Create((short)1));
            }

            s0.Store(to[0]);
            s1.Store(to[1]);
            s2.Store(to[2]);
            s3.Store(to[3]);
            s4.Store(to[4]);
            s5.Store(to[5]);
            s6.Store(to[6]);
            s7.Store(to[7]);
        }
    }
}
