using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Four rows by one panel in 256-bit registers (AVX2).</summary>
/// <remarks>
/// Each activation that is spread over a register meets two registers of weights, since spreading costs as much as the product. That leaves no
/// registers for the 32-bit sums: they wait in memory and are touched once a segment.
/// </remarks>
internal sealed unsafe class Avx2Kernel : IntegerKernel
{
    // Rows that pass by one panel before the next is taken: their activations stay in the first-level cache.
    private const int Block = 128;
    private const int Half = PackedMatrix.PanelWidth / 2;

    public override string Name => "avx2";

    public override void Multiply(byte* activations, int* offsets, int rows, PackedMatrix matrix, int* product)
    {
        unchecked
        {
            for (int first = 0; first < rows; first += Block)
            {
                int end = Math.Min(rows, first + Block);
                sbyte* weights = matrix.Weights;
                byte* segments = matrix.Segments;
                short* centres = matrix.Centres;
                for (int panel = 0; panel < matrix.Panels; panel++)
                {
                    PackedPanel packed = new(weights, segments, centres, matrix.Beginnings + (panel * PackedMatrix.PanelWidth), matrix.Groups, panel * PackedMatrix.PanelWidth);
                    Multiply(activations, offsets, first, end, packed, product, matrix.PaddedOutputs);
                    weights += (nint)matrix.Groups * PackedMatrix.GroupBytes;
                    segments += matrix.Groups;
                    centres += (nint)matrix.SegmentCount(panel) * (PackedMatrix.GroupBytes / 2);
                }
            }
        }
    }

    // Rows from `first` to `end` by one panel. One piece, so that nothing is handed over on the way from rows to segments to groups.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(byte* activations, int* offsets, int first, int end, in PackedPanel panel, int* product, nint stride)
    {
        const int Rows = 4;
        unchecked
        {
            int* sums = stackalloc int[Rows * PackedMatrix.PanelWidth];
            sbyte* weights = panel.Weights;
            sbyte* last = weights + ((nint)panel.Groups * PackedMatrix.GroupBytes);
            byte* segments = panel.Segments;
            short* centres = panel.Centres;
            Vector256<int> beginLow = Vector256.Load(panel.Beginnings), beginHigh = Vector256.Load(panel.Beginnings + Half);
            Vector256<short> one = Vector256.Create((short)1);
            product += panel.Column;
            for (nint row = first; row < end; row += Rows)
            {
                // Beyond the last row the last is computed again: the same numbers go to the same place.
                nint row1 = Math.Min(row + 1, end - 1), row2 = Math.Min(row + 2, end - 1), row3 = Math.Min(row + 3, end - 1);
                byte* r0 = activations + offsets[row], r1 = activations + offsets[row1], r2 = activations + offsets[row2], r3 = activations + offsets[row3];
                for (int i = 0; i < Rows; i++)
                {
                    Store(beginLow, beginHigh, sums + (i * PackedMatrix.PanelWidth));
                }

                sbyte* w = weights;
                byte* segment = segments;
                short* centre = centres;
                nint k = 0;
                while (w < last)
                {
                    sbyte* stop = w + ((nint)(*segment++) * PackedMatrix.GroupBytes);
                    Vector256<short> a0 = Vector256.Load(centre), b0 = Vector256.Load(centre + (2 * Half));
                    Vector256<short> a1 = a0, a2 = a0, a3 = a0, b1 = b0, b2 = b0, b3 = b0;
                    centre += PackedMatrix.GroupBytes / 2;
                    do
                    {
                        Vector256<sbyte> low = Vector256.Load(w), high = Vector256.Load(w + (PackedMatrix.GroupBytes / 2));
                        Vector256<byte> spread = Vector256.Create(*(int*)(r0 + k)).AsByte();
                        a0 += Avx2.MultiplyAddAdjacent(spread, low);
                        b0 += Avx2.MultiplyAddAdjacent(spread, high);
                        spread = Vector256.Create(*(int*)(r1 + k)).AsByte();
                        a1 += Avx2.MultiplyAddAdjacent(spread, low);
                        b1 += Avx2.MultiplyAddAdjacent(spread, high);
                        spread = Vector256.Create(*(int*)(r2 + k)).AsByte();
                        a2 += Avx2.MultiplyAddAdjacent(spread, low);
                        b2 += Avx2.MultiplyAddAdjacent(spread, high);
                        spread = Vector256.Create(*(int*)(r3 + k)).AsByte();
                        a3 += Avx2.MultiplyAddAdjacent(spread, low);
                        b3 += Avx2.MultiplyAddAdjacent(spread, high);
                        w += PackedMatrix.GroupBytes;
                        k += PackedMatrix.GroupWidth;
                    }
                    while (w < stop);

                    Add(a0, one, sums);
                    Add(b0, one, sums + Half);
                    Add(a1, one, sums + (2 * Half));
                    Add(b1, one, sums + (3 * Half));
                    Add(a2, one, sums + (4 * Half));
                    Add(b2, one, sums + (5 * Half));
                    Add(a3, one, sums + (6 * Half));
                    Add(b3, one, sums + (7 * Half));
                }

                Move(sums, product + (row * stride));
                Move(sums + PackedMatrix.PanelWidth, product + (row1 * stride));
                Move(sums + (2 * PackedMatrix.PanelWidth), product + (row2 * stride));
                Move(sums + (3 * PackedMatrix.PanelWidth), product + (row3 * stride));
            }
        }
    }

    // Adds the 16-bit lanes of a segment, two and two, to eight sums.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<short> lanes, Vector256<short> one, int* sums) =>
        (Vector256.Load(sums) + Avx2.MultiplyAddAdjacent(lanes, one)).Store(sums);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(int* from, int* to)
    {
        unchecked
        {
            Store(Vector256.Load(from), Vector256.Load(from + Half), to);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> low, Vector256<int> high, int* to)
    {
        unchecked
        {
            low.Store(to);
            high.Store(to + Half);
        }
    }
}
