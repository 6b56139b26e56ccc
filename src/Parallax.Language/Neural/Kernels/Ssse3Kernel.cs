using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Four rows by a quarter of a panel in 128-bit registers (SSSE3).</summary>
internal sealed unsafe class Ssse3Kernel() : TiledKernel(4, 4)
{
    public override string Name => "ssse3";

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
            w += part * 16;
            end += part * 16;
            centre += part * 8;
            int* beginning = panel.Beginnings + (part * 4);
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

            nint column = panel.Column + (part * 4);
            s0.Store(to[0] + column);
            s1.Store(to[1] + column);
            s2.Store(to[2] + column);
            s3.Store(to[3] + column);
        }
    }
}
