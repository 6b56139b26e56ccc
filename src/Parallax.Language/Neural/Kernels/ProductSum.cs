using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Integer products added. Exact, so the same in any order and on any processor.</summary>
internal static unsafe class ProductSum
{
    /// <summary>to = first + second + third.</summary>
    /// <param name="first">Numbers.</param>
    /// <param name="second">As many.</param>
    /// <param name="third">As many.</param>
    /// <param name="count">How many, a multiple of 16.</param>
    /// <param name="to">Out: the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(int* first, int* second, int* third, int count, int* to)
    {
        unchecked
        {
            for (nint i = 0; i < count; i += Vector256<int>.Count)
            {
                (Vector256.Load(first + i) + Vector256.Load(second + i) + Vector256.Load(third + i)).Store(to + i);
            }
        }
    }
}
