using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Four rows by half a panel in 256-bit registers (AVX2).</summary>
internal sealed unsafe class Avx2Kernel : IntegerKernel
{
    public override string Name => "avx2";

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
                    byte* segment = segments;
                    nint k = 0;
                    Vector256<int> sum0 = Vector256<int>.Zero, sum1 = Vector256<int>.Zero, sum2 = Vector256<int>.Zero, sum3 = Vector256<int>.Zero;
                    while (w < end)
                    {
                        sbyte* stop = w + ((nint)(*segment++) * PackedMatrix.GroupBytes);
                        Vector256<short> pair0 = Vector256<short>.Zero, pair1 = Vector256<short>.Zero, pair2 = Vector256<short>.Zero, pair3 = Vector256<short>.Zero;
                        do
                        {
                            Vector256<sbyte> weights = Vector256.Load(w);
                            pair0 += Avx2.MultiplyAddAdjacent(Vector256.Create(*(int*)(a0 + k)).AsByte(), weights);
                            pair1 += Avx2.MultiplyAddAdjacent(Vector256.Create(*(int*)(a1 + k)).AsByte(), weights);
                            pair2 += Avx2.MultiplyAddAdjacent(Vector256.Create(*(int*)(a2 + k)).AsByte(), weights);
                            pair3 += Avx2.MultiplyAddAdjacent(Vector256.Create(*(int*)(a3 + k)).AsByte(), weights);
                            w += PackedMatrix.GroupBytes;
                            k += PackedMatrix.GroupWidth;
                        }
                        while (w < stop);

                        sum0 += Avx2.MultiplyAddAdjacent(pair0, Vector256.Create((short)1));
                        sum1 += Avx2.MultiplyAddAdjacent(pair1, Vector256.Create((short)1));
                        sum2 += Avx2.MultiplyAddAdjacent(pair2, Vector256.Create((short)1));
                        sum3 += Avx2.MultiplyAddAdjacent(pair3, Vector256.Create((short)1));
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
