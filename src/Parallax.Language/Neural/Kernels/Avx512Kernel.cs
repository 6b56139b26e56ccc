using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Eight rows by one panel in 512-bit registers (AVX-512 BW).</summary>
internal sealed unsafe class Avx512Kernel() : TiledKernel(8, 1)
{
    public override string Name => "avx512";

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Tile(byte** rows, PackedPanel panel, int** to, int part)
    {
        unchecked
        {
            sbyte* w = panel.Weights;
            byte* segment = panel.Segments;
            short* centre = panel.Centres;
            byte* r0 = rows[0], r1 = rows[1], r2 = rows[2], r3 = rows[3], r4 = rows[4], r5 = rows[5], r6 = rows[6], r7 = rows[7];
            sbyte* end = w + ((nint)panel.Groups * PackedMatrix.GroupBytes);
            nint k = 0;
            Vector512<int> s0 = Vector512.Load(panel.Beginnings);
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

            nint column = panel.Column;
            s0.Store(to[0] + column);
            s1.Store(to[1] + column);
            s2.Store(to[2] + column);
            s3.Store(to[3] + column);
            s4.Store(to[4] + column);
            s5.Store(to[5] + column);
            s6.Store(to[6] + column);
            s7.Store(to[7] + column);
        }
    }
}
