using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Four rows by half a panel in 256-bit registers, bytes straight to 32-bit sums (AVX-VNNI). Not run yet: no processor at hand has it.</summary>
internal sealed unsafe class VnniKernel() : TiledKernel(4, 2)
{
    public override string Name => "avx-vnni";

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Tile(byte** rows, PackedPanel panel, int** to, int part)
    {
        unchecked
        {
            sbyte* w = panel.Weights;
            byte* r0 = rows[0], r1 = rows[1], r2 = rows[2], r3 = rows[3];
            sbyte* end = w + ((nint)panel.Groups * PackedMatrix.GroupBytes);
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

            nint column = panel.Column + (part * 8);
            s0.Store(to[0] + column);
            s1.Store(to[1] + column);
            s2.Store(to[2] + column);
            s3.Store(to[3] + column);
        }
    }
}
