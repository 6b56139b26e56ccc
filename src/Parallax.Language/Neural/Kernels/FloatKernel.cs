using System.Runtime.Intrinsics;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The steps between the integer products, in floats, one fixed order of operations: the same bits in every implementation. Stateless.</summary>
/// <remarks>Widths are multiples of 16. Rows stand one after another. No fused multiply-add anywhere. The order is that of docs/network.md.</remarks>
internal abstract unsafe class FloatKernel
{
    /// <summary>Name of the instruction set, for reports of measurements.</summary>
    public abstract string Name { get; }

    /// <summary>The implementations that run on this processor, the fastest first; the last is always the plain one.</summary>
    public static IReadOnlyList<FloatKernel> Supported { get; } = Find();

    /// <summary>Activations as bytes: 128 + round(clip(x · scale, -127, 127)).</summary>
    public abstract void Quantise(float* values, int count, float scale, byte* to);

    /// <summary>The product back in floats: (product + offset) · scale + bias, with <paramref name="rectify"/> not under 0.</summary>
    public abstract void Restore(int* product, int rows, in Restoration restoration, bool rectify, float* to);

    /// <summary>As <see cref="Restore"/> with rectification, then <see cref="Quantise"/>.</summary>
    public abstract void RestoreRectifiedQuantise(int* product, int rows, in Restoration restoration, float scale, byte* to);

    /// <summary>Adds the restored product to <paramref name="sums"/>.</summary>
    public abstract void RestoreAdd(int* product, int rows, in Restoration restoration, float* sums);

    /// <summary>The greatest of three restored pieces of the product, <paramref name="width"/> each.</summary>
    public abstract void RestoreMaxout(int* product, int rows, in Restoration restoration, int width, float* to);

    /// <summary>As <see cref="RestoreMaxout"/>, added to <paramref name="sums"/>.</summary>
    public abstract void RestoreMaxoutAdd(int* product, int rows, in Restoration restoration, int width, float* sums);

    /// <summary>Layer norm of each row; <paramref name="to"/> may be <paramref name="values"/>.</summary>
    public abstract void Normalise(float* values, int rows, int width, float* gain, float* bias, float* to);

    /// <summary>As <see cref="Normalise"/>, then <see cref="Quantise"/>.</summary>
    public abstract void NormaliseQuantise(float* values, int rows, int width, float* gain, float* bias, float scale, byte* to);

    /// <summary>Per row: to = left + right.</summary>
    public abstract void Add(float* left, float* right, int count, float* to);

    /// <summary>Per row: to = (first + second) + third.</summary>
    public abstract void Add(float* first, float* second, float* third, int count, float* to);

    /// <summary>As <see cref="Add"/>, then not under 0, then <see cref="Quantise"/>.</summary>
    public abstract void AddRectifiedQuantise(float* left, float* right, int count, float scale, byte* to);

    /// <summary>All dot products of rows and columns, each summed one dimension after the other.</summary>
    /// <param name="rows">First row; the next is <paramref name="rowStride"/> floats on.</param>
    /// <param name="rowStride">Distance of rows in floats.</param>
    /// <param name="rowCount">Number of rows, at least 1.</param>
    /// <param name="columns"><c>[dimensions × columnStride]</c>.</param>
    /// <param name="columnCount">Number of columns, at least 1.</param>
    /// <param name="columnStride">Number of columns with the padding, a multiple of 16, of finite numbers; distance of the rows of the result as well.</param>
    /// <param name="dimensions">Number of dimensions, at least 1.</param>
    /// <param name="to">Out: <c>[rowCount × columnStride]</c>.</param>
    public abstract void Dots(float* rows, int rowStride, int rowCount, float* columns, int columnCount, int columnStride, int dimensions, float* to);

    /// <summary>Of each row of scores, with a bias by distance: e to the power of the score less the greatest; and one over the sum.</summary>
    /// <param name="scores">In and out: <c>[rows × stride]</c>; what stands after <paramref name="count"/> in a row becomes 0.</param>
    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="count">Columns in use, at least 1.</param>
    /// <param name="stride">Distance of rows, a multiple of 16.</param>
    /// <param name="bias">Bias of column 0 in the first row; that of column j in row i stands at j - i; 16 more may be read on either side.</param>
    /// <param name="inverse">Out: one over the sum of each row.</param>
    public abstract void Softmax(float* scores, int rows, int count, int stride, float* bias, float* inverse);

    /// <summary>Of each row of weights: the weighted sum of the values, one value after the other, times the inverse.</summary>
    /// <param name="weights"><c>[rows × stride]</c>.</param>
    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="count">Values, at least 1.</param>
    /// <param name="stride">Distance of the rows of weights.</param>
    /// <param name="inverse">Factor of each row.</param>
    /// <param name="values">First value, two times 16 floats; the next is <paramref name="valueStride"/> floats on.</param>
    /// <param name="valueStride">Distance of values.</param>
    /// <param name="to">Out: rows of two times 16 floats.</param>
    /// <param name="toStride">Distance of the rows of the result.</param>
    public abstract void WeightedSums(float* weights, int rows, int count, int stride, float* inverse, float* values, int valueStride, float* to, int toStride);

    /// <summary>The place of the greatest number of a row, the first on ties; numbers are not NaN, what fills the row up is minus infinity.</summary>
    public abstract int Greatest(float* values, int stride);

    /// <summary>For each token but the first and each tag: the best score of a path that ends there.</summary>
    /// <param name="emissions"><c>[count × stride]</c>.</param>
    /// <param name="count">Number of tokens, at least 1.</param>
    /// <param name="stride">Distance of all rows, a multiple of 16.</param>
    /// <param name="transitions"><c>[tags × stride]</c>: score of a step from the tag of the row.</param>
    /// <param name="tags">Number of tags, at least 1.</param>
    /// <param name="best">In: the first row. Out: <c>[count × stride]</c>.</param>
    public abstract void BestPaths(float* emissions, int count, int stride, float* transitions, int tags, float* best);

    private static List<FloatKernel> Find()
    {
        List<FloatKernel> found = [];
        if (Vector512.IsHardwareAccelerated && System.Runtime.Intrinsics.X86.Avx512BW.IsSupported)
        {
            found.Add(new FloatKernel<Lanes512>("avx512"));
        }

        if (System.Runtime.Intrinsics.X86.Avx2.IsSupported)
        {
            found.Add(new FloatKernel<Lanes256>("avx2"));
        }

        if (Vector128.IsHardwareAccelerated)
        {
            found.Add(new FloatKernel<Lanes128>("vector128"));
        }

        found.Add(new FloatKernel<LanesPlain>("plain"));
        return found;
    }
}
