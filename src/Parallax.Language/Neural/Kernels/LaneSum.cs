using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The last two steps of the fixed tree in which lanes are added.</summary>
internal static class LaneSum
{
    /// <summary>(v0 + v2) + (v1 + v3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float OfFour(Vector128<float> v)
    {
        Vector128<float> pairs = v + Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1));
        return pairs.ToScalar() + pairs.GetElement(1);
    }
}
