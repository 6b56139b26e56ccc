using System.Runtime.Intrinsics;

namespace Parallax.Language.Neural.Kernels;

/// <summary>One row by a quarter of a panel with portable 128-bit operations: for processors without SSSE3 and ARM64 without dot products.</summary>
internal sealed unsafe class PortableKernel : IntegerKernel
{
    public override string Name => "vector128";

    public override void Multiply(byte* activations, int* offsets, int rows, PackedMatrix matrix, int* product)
    {
        nint width = matrix.PaddedOutputs, groups = matrix.Groups;
        for (nint panel = 0; panel < matrix.Panels; panel++)
        {
            sbyte* weights = matrix.Weights + (panel * groups * PackedMatrix.GroupBytes);
            for (nint row = 0; row < rows; row++)
            {
                byte* a = activations + offsets[row];
                for (nint quarter = 0; quarter < 4; quarter++)
                {
                    Quarter(a, weights + (quarter * Vector128<sbyte>.Count), groups)
                        .Store(product + (row * width) + (panel * PackedMatrix.PanelWidth) + (quarter * Vector128<int>.Count));
                }
            }
        }
    }

    // Widened to 16 bits, a product of two bytes fits (255 × 64); widened to 32, the sums do.
    private static Vector128<int> Quarter(byte* a, sbyte* w, nint groups)
    {
        Vector128<int> low = Vector128<int>.Zero, high = Vector128<int>.Zero;
        for (nint group = 0; group < groups; group++, w += PackedMatrix.GroupBytes, a += PackedMatrix.GroupWidth)
        {
            Vector128<short> four = Vector128.WidenLower(Vector128.Create(*(int*)a).AsByte()).AsInt16();
            Vector128<sbyte> weights = Vector128.Load(w);
            Vector128<short> lowProducts = four * Vector128.WidenLower(weights);
            Vector128<short> highProducts = four * Vector128.WidenUpper(weights);
            low += AddPairs(Vector128.WidenLower(lowProducts), Vector128.WidenUpper(lowProducts));
            high += AddPairs(Vector128.WidenLower(highProducts), Vector128.WidenUpper(highProducts));
        }

        return AddPairs(low, high);
    }

    // (a0 + a1, a2 + a3, b0 + b1, b2 + b3)
    private static Vector128<int> AddPairs(Vector128<int> a, Vector128<int> b)
    {
        Vector128<int> even = Vector128.Shuffle(a, Vector128.Create(0, 2, 0, 2)), odd = Vector128.Shuffle(a, Vector128.Create(1, 3, 1, 3));
        Vector128<int> evenB = Vector128.Shuffle(b, Vector128.Create(0, 2, 0, 2)), oddB = Vector128.Shuffle(b, Vector128.Create(1, 3, 1, 3));
        Vector128<int> sumA = even + odd, sumB = evenB + oddB;
        return Vector128.Create(sumA.GetLower(), sumB.GetLower());
    }
}
