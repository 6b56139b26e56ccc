using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Four rows by half a panel in 256-bit registers, bytes straight to 32-bit sums (AVX-VNNI). Not run yet: no processor at hand has it.</summary>
internal sealed unsafe class VnniKernel : IntegerKernel
{
    public override string Name => "avx-vnni";

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(byte* activations, int* offsets, int rows, PackedMatrix matrix, int* product)
    {
        nint width = matrix.PaddedOutputs;
        nint panelBytes = (nint)matrix.Groups * PackedMatrix.GroupBytes;
        for (nint panel = 0; panel < matrix.Panels; panel++)
        {
            byte* segments = matrix.Segments + (panel * matrix.Groups);
            for (nint row = 0; row < rows; row += 4)
            {
                // Beyond the last row the last is computed again: the same numbers go to the same place.
                nint row1 = Math.Min(row + 1, rows - 1), row2 = Math.Min(row + 2, rows - 1), row3 = Math.Min(row + 3, rows - 1);
                byte* a0 = activations + offsets[row];
                byte* a1 = activations + offsets[row1];
                byte* a2 = activations + offsets[row2];
                byte* a3 = activations + offsets[row3];
                for (nint part = 0; part < 2; part++)
                {
                    sbyte* w = matrix.Weights + (panel * panelBytes) + (part * 32);
                    sbyte* end = w + panelBytes;
                    nint k = 0;
                    Vector256<int> sum0 = Vector256<int>.Zero, sum1 = Vector256<int>.Zero, sum2 = Vector256<int>.Zero, sum3 = Vector256<int>.Zero;
                    for (; w < end; w += PackedMatrix.GroupBytes, k += PackedMatrix.GroupWidth)
                    {
                        Vector256<sbyte> weights = Vector256.Load(w);
                        sum0 = AvxVnni.MultiplyWideningAndAdd(sum0, Vector256.Create(*(int*)(a0 + k)).AsByte(), weights);
                        sum1 = AvxVnni.MultiplyWideningAndAdd(sum1, Vector256.Create(*(int*)(a1 + k)).AsByte(), weights);
                        sum2 = AvxVnni.MultiplyWideningAndAdd(sum2, Vector256.Create(*(int*)(a2 + k)).AsByte(), weights);
                        sum3 = AvxVnni.MultiplyWideningAndAdd(sum3, Vector256.Create(*(int*)(a3 + k)).AsByte(), weights);
                    }

                    int* c = product + (panel * PackedMatrix.PanelWidth) + (part * 8);
                    sum0.Store(c + (row * width));
                    sum1.Store(c + (row1 * width));
                    sum2.Store(c + (row2 * width));
                    sum3.Store(c + (row3 * width));
                }
            }
        }
    }
}
