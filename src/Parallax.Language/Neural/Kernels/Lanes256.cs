using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Lanes in two 256-bit registers (AVX2).</summary>
internal readonly unsafe struct Lanes256 : ILanes<Lanes256>
{
    private readonly Vector256<float> _a;
    private readonly Vector256<float> _b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes256(Vector256<float> a, Vector256<float> b)
    {
        _a = a;
        _b = b;
    }

    public static bool IsOneRegister => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Splat(float value) => new(Vector256.Create(value), Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(float* from) => new(Vector256.Load(from), Vector256.Load(from + 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LoadIntegers(int* from, int* offsets) => new(
        Vector256.ConvertToSingle(Vector256.Load(from) + Vector256.Load(offsets)),
        Vector256.ConvertToSingle(Vector256.Load(from + 8) + Vector256.Load(offsets + 8)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256 value, float* to)
    {
        value._a.Store(to);
        value._b.Store(to + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Lanes256 value, byte* to)
    {
        // Packing goes by halves of registers: it leaves the fours in the order 0, 2, 1, 3.
        Vector256<short> words = Avx2.PackSignedSaturate(Vector256.ConvertToInt32Native(value._a), Vector256.ConvertToInt32Native(value._b));
        Vector128<byte> bytes = Sse2.PackUnsignedSaturate(words.GetLower(), words.GetUpper());
        Sse2.Shuffle(bytes.AsInt32(), 0b11_01_10_00).AsByte().Store(to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left._a + right._a, left._b + right._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => new(left._a - right._a, left._b - right._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left._a * right._a, left._b * right._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 left, Lanes256 right) => new(left._a / right._a, left._b / right._b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Max(Lanes256 left, Lanes256 right) => new(Avx.Max(left._a, right._a), Avx.Max(left._b, right._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Min(Lanes256 left, Lanes256 right) => new(Avx.Min(left._a, right._a), Avx.Min(left._b, right._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 TimesPowerOfTwo(Lanes256 value, Lanes256 exponent) => new(Scale(value._a, exponent._a), Scale(value._b, exponent._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 SplatHalves(float low, float high) => new(Vector256.Create(low), Vector256.Create(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LoadHalves(float* low, float* high) => new(Vector256.Load(low), Vector256.Load(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalves(Lanes256 value, float* low, float* high)
    {
        value._a.Store(low);
        value._b.Store(high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Low(Lanes256 value) => new(value._a, Vector256<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 High(Lanes256 value) => new(value._b, Vector256<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Lanes256 value)
    {
        Vector256<float> half = value._a + value._b;
        return LaneSum.OfFour(half.GetLower() + half.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Lanes256 value)
    {
        Vector256<float> half = Avx.Max(value._a, value._b);
        return LaneSum.LargestOfFour(Sse.Max(half.GetLower(), half.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstEqual(Lanes256 value, float wanted)
    {
        Vector256<float> all = Vector256.Create(wanted);
        uint equal = Vector256.Equals(value._a, all).ExtractMostSignificantBits() | (Vector256.Equals(value._b, all).ExtractMostSignificantBits() << 8);
        return int.Min(BitOperations.TrailingZeroCount(equal), ILanes<Lanes256>.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Scale(Vector256<float> value, Vector256<float> exponent) => (value.AsInt32() + (exponent.AsInt32() << 23)).AsSingle();
}
