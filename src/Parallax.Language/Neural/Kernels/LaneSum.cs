using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The last two steps of the fixed trees in which lanes are added and compared.</summary>
internal static class LaneSum
{
    /// <summary>(v0 + v2) + (v1 + v3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float OfFour(Vector128<float> v)
    {
        Vector128<float> pairs = v + Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1));
        return pairs.ToScalar() + pairs.GetElement(1);
    }

    /// <summary>The greatest of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LargestOfFour(Vector128<float> v)
    {
        // Without branches: which is the greatest cannot be foreseen. Numbers are compared, none is computed, so the order is free.
        Vector128<float> pairs = Vector128.MaxNative(v, Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
