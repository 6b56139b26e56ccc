using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Lanes in four 128-bit registers (SSE2, and ARM64, on which this has not been run).</summary>
internal readonly unsafe struct Lanes128 : ILanes<Lanes128>
{
    private readonly Vector128<float> _a;
    private readonly Vector128<float> _b;
    private readonly Vector128<float> _c;
    private readonly Vector128<float> _d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes128(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        _a = a;
        _b = b;
        _c = c;
        _d = d;
    }

    public static bool IsOneRegister => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Splat(float value)
    {
        Vector128<float> v = Vector128.Create(value);
        return new(v, v, v, v);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(float* from) =>
        new(Vector128.Load(from), Vector128.Load(from + 4), Vector128.Load(from + 8), Vector128.Load(from + 12));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LoadIntegers(int* from, int* offsets) => new(
        Vector128.ConvertToSingle(Vector128.Load(from) + Vector128.Load(offsets)), Vector128.ConvertToSingle(Vector128.Load(from + 4) + Vector128.Load(offsets + 4)),
        Vector128.ConvertToSingle(Vector128.Load(from + 8) + Vector128.Load(offsets + 8)), Vector128.ConvertToSingle(Vector128.Load(from + 12) + Vector128.Load(offsets + 12)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128 value, float* to)
    {
        value._a.Store(to);
        value._b.Store(to + 4);
        value._c.Store(to + 8);
        value._d.Store(to + 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Lanes128 value, byte* to)
    {
        Vector128<short> low = Vector128.Narrow(Vector128.ConvertToInt32Native(value._a), Vector128.ConvertToInt32Native(value._b));
        Vector128<short> high = Vector128.Narrow(Vector128.ConvertToInt32Native(value._c), Vector128.ConvertToInt32Native(value._d));
        Vector128.Narrow(low.AsUInt16(), high.AsUInt16()).Store(to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 left, Lanes128 right) =>
        new(left._a + right._a, left._b + right._b, left._c + right._c, left._d + right._d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 left, Lanes128 right) =>
        new(left._a - right._a, left._b - right._b, left._c - right._c, left._d - right._d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 left, Lanes128 right) =>
        new(left._a * right._a, left._b * right._b, left._c * right._c, left._d * right._d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 left, Lanes128 right) =>
        new(left._a / right._a, left._b / right._b, left._c / right._c, left._d / right._d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Max(Lanes128 left, Lanes128 right) =>
        new(Greater(left._a, right._a), Greater(left._b, right._b), Greater(left._c, right._c), Greater(left._d, right._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Min(Lanes128 left, Lanes128 right) =>
        new(Smaller(left._a, right._a), Smaller(left._b, right._b), Smaller(left._c, right._c), Smaller(left._d, right._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 TimesPowerOfTwo(Lanes128 value, Lanes128 exponent) =>
        new(Scale(value._a, exponent._a), Scale(value._b, exponent._b), Scale(value._c, exponent._c), Scale(value._d, exponent._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 SplatHalves(float low, float high)
    {
        Vector128<float> first = Vector128.Create(low), last = Vector128.Create(high);
        return new(first, first, last, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LoadHalves(float* low, float* high) =>
        new(Vector128.Load(low), Vector128.Load(low + 4), Vector128.Load(high), Vector128.Load(high + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalves(Lanes128 value, float* low, float* high)
    {
        value._a.Store(low);
        value._b.Store(low + 4);
        value._c.Store(high);
        value._d.Store(high + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Low(Lanes128 value) => new(value._a, value._b, Vector128<float>.Zero, Vector128<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 High(Lanes128 value) => new(value._c, value._d, Vector128<float>.Zero, Vector128<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Lanes128 value) => LaneSum.OfFour((value._a + value._c) + (value._b + value._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Lanes128 value) => LaneSum.LargestOfFour(Greater(Greater(value._a, value._c), Greater(value._b, value._d)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstEqual(Lanes128 value, float wanted)
    {
        Vector128<float> all = Vector128.Create(wanted);
        uint equal = Vector128.Equals(value._a, all).ExtractMostSignificantBits() | (Vector128.Equals(value._b, all).ExtractMostSignificantBits() << 4)
            | (Vector128.Equals(value._c, all).ExtractMostSignificantBits() << 8) | (Vector128.Equals(value._d, all).ExtractMostSignificantBits() << 12);
        return int.Min(BitOperations.TrailingZeroCount(equal), ILanes<Lanes128>.Width);
    }

    // The instruction of x86 takes the right operand of two zeros, as the comparison does; that of ARM would take the positive one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Greater(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.Max(left, right) : Vector128.ConditionalSelect(Vector128.GreaterThan(left, right), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Smaller(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.Min(left, right) : Vector128.ConditionalSelect(Vector128.LessThan(left, right), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Scale(Vector128<float> value, Vector128<float> exponent) => (value.AsInt32() + (exponent.AsInt32() << 23)).AsSingle();
}
