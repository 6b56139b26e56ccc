using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Four rows by half a panel in 256-bit registers (AVX2).</summary>
internal sealed unsafe class Avx2Kernel() : TiledKernel(4, 2)
{
    public override string Name => "avx2";

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Tile(byte** rows, PackedPanel panel, int** to, int part)
    {
        unchecked
        {
            sbyte* w = panel.Weights;
            byte* segment = panel.Segments;
            short* centre = panel.Centres;
            byte* r0 = rows[0], r1 = rows[1], r2 = rows[2], r3 = rows[3];
            sbyte* end = w + ((nint)panel.Groups * PackedMatrix.GroupBytes);
            w += part * 32;
            end += part * 32;
            centre += part * 16;
            int* beginning = panel.Beginnings + (part * 8);
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

            nint column = panel.Column + (part * 8);
            s0.Store(to[0] + column);
            s1.Store(to[1] + column);
            s2.Store(to[2] + column);
            s3.Store(to[3] + column);
        }
    }
}
