using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Lanes in one 512-bit register (AVX-512).</summary>
internal readonly unsafe struct Lanes512 : ILanes<Lanes512>
{
    private readonly Vector512<float> _v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512(Vector512<float> v) => _v = v;

    public static bool IsOneRegister => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Splat(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(float* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LoadIntegers(int* from, int* offsets) =>
        new(Vector512.ConvertToSingle(Vector512.Load(from) + Vector512.Load(offsets)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512 value, float* to) => value._v.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Lanes512 value, byte* to) =>
        Avx512F.ConvertToVector128Byte(Vector512.ConvertToInt32Native(value._v)).Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left._v + right._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => new(left._v - right._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left._v * right._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 left, Lanes512 right) => new(left._v / right._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Max(Lanes512 left, Lanes512 right) => new(Avx512F.Max(left._v, right._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Min(Lanes512 left, Lanes512 right) => new(Avx512F.Min(left._v, right._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 TimesPowerOfTwo(Lanes512 value, Lanes512 exponent) => new((value._v.AsInt32() + (exponent._v.AsInt32() << 23)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 SplatHalves(float low, float high) => new(Vector512.Create(Vector256.Create(low), Vector256.Create(high)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LoadHalves(float* low, float* high) => new(Vector512.Create(Vector256.Load(low), Vector256.Load(high)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalves(Lanes512 value, float* low, float* high)
    {
        value._v.GetLower().Store(low);
        value._v.GetUpper().Store(high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Low(Lanes512 value) => new(Vector512.Create(value._v.GetLower(), Vector256<float>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 High(Lanes512 value) => new(Vector512.Create(value._v.GetUpper(), Vector256<float>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Lanes512 value)
    {
        Vector256<float> half = value._v.GetLower() + value._v.GetUpper();
        return LaneSum.OfFour(half.GetLower() + half.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Lanes512 value)
    {
        Vector256<float> half = Avx.Max(value._v.GetLower(), value._v.GetUpper());
        return LaneSum.LargestOfFour(Sse.Max(half.GetLower(), half.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstEqual(Lanes512 value, float wanted) =>
        int.Min(BitOperations.TrailingZeroCount(Vector512.Equals(value._v, Vector512.Create(wanted)).ExtractMostSignificantBits()), ILanes<Lanes512>.Width);
}
