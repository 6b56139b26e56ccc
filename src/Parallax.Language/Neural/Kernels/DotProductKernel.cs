using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Two rows by a panel with the dot product of ARM64. Not run yet: no such processor is at hand.</summary>
/// <remarks>The instruction wants signed bytes, so 128 is taken off each activation and given back by the sum of the weights.</remarks>
internal sealed unsafe class DotProductKernel : IntegerKernel
{
    public override string Name => "arm64-dot";

    public override void Multiply(byte* activations, int* offsets, int rows, PackedMatrix matrix, int* product)
    {
        nint width = matrix.PaddedOutputs, groups = matrix.Groups;
        for (nint panel = 0; panel < matrix.Panels; panel++)
        {
            int* sums = matrix.Sums + (panel * PackedMatrix.PanelWidth);
            sbyte* weights = matrix.Weights + (panel * groups * PackedMatrix.GroupBytes);
            for (nint row = 0; row < rows; row += 2)
            {
                nint next = Math.Min(row + 1, rows - 1);
                int* c = product + (panel * PackedMatrix.PanelWidth);
                TwoRows(activations + offsets[row], activations + offsets[next], weights, groups, sums, c + (row * width), c + (next * width));
            }
        }
    }

    private static void TwoRows(byte* a, byte* b, sbyte* w, nint groups, int* sums, int* toA, int* toB)
    {
        Vector128<int> a0 = Vector128.Load(sums) << 7, a1 = Vector128.Load(sums + 4) << 7;
        Vector128<int> a2 = Vector128.Load(sums + 8) << 7, a3 = Vector128.Load(sums + 12) << 7;
        Vector128<int> b0 = a0, b1 = a1, b2 = a2, b3 = a3;
        Vector128<sbyte> sign = Vector128.Create(unchecked((sbyte)0x80));
        for (nint group = 0; group < groups; group++, w += PackedMatrix.GroupBytes, a += PackedMatrix.GroupWidth, b += PackedMatrix.GroupWidth)
        {
            Vector128<sbyte> w0 = Vector128.Load(w), w1 = Vector128.Load(w + 16), w2 = Vector128.Load(w + 32), w3 = Vector128.Load(w + 48);
            Vector128<sbyte> four = Vector128.Create(*(int*)a).AsSByte() ^ sign;
            a0 = Dp.DotProduct(a0, w0, four);
            a1 = Dp.DotProduct(a1, w1, four);
            a2 = Dp.DotProduct(a2, w2, four);
            a3 = Dp.DotProduct(a3, w3, four);
            four = Vector128.Create(*(int*)b).AsSByte() ^ sign;
            b0 = Dp.DotProduct(b0, w0, four);
            b1 = Dp.DotProduct(b1, w1, four);
            b2 = Dp.DotProduct(b2, w2, four);
            b3 = Dp.DotProduct(b3, w3, four);
        }

        a0.Store(toA);
        a1.Store(toA + 4);
        a2.Store(toA + 8);
        a3.Store(toA + 12);
        b0.Store(toB);
        b1.Store(toB + 4);
        b2.Store(toB + 8);
        b3.Store(toB + 12);
    }
}
