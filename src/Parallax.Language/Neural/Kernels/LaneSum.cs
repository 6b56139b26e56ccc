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
        float a = v.ToScalar(), b = v.GetElement(1), c = v.GetElement(2), d = v.GetElement(3);
        a = a > b ? a : b;
        c = c > d ? c : d;
        return a > c ? a : c;
    }
}
