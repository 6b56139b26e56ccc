namespace Parallax.Language.Neural.Kernels;

/// <summary>Sixteen float lanes of one instruction set: what every float kernel is written in.</summary>
/// <remarks>
/// Each operation is one IEEE operation per lane, never fused, and <see cref="Sum"/> adds in one fixed tree, so that a kernel written over
/// lanes gives the same bits with every implementation.
/// </remarks>
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Number of lanes in every implementation.</summary>
    const int Width = 16;

    /// <summary>Whether the lanes fill one register, so that there are registers for twice as many sums.</summary>
    static abstract bool IsOneRegister { get; }

    static abstract TSelf Splat(float value);

    static abstract TSelf Load(float* from);

    /// <summary>Sixteen sums of two 32-bit integers as floats, rounded to nearest even.</summary>
    static abstract TSelf LoadIntegers(int* from, int* offsets);

    static abstract void Store(TSelf value, float* to);

    /// <summary>Stores lanes that hold whole numbers from 0 to 255 as bytes.</summary>
    static abstract void StoreBytes(TSelf value, byte* to);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>Per lane: left where it is greater, else right.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>Per lane: left where it is smaller, else right.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>Per lane value times 2 to the power of a whole number, exact where the result is a normal number.</summary>
    /// <param name="value">Positive normal numbers.</param>
    /// <param name="exponent">The whole number plus 12582912, so that the lowest bits of the float are those of the number.</param>
    static abstract TSelf TimesPowerOfTwo(TSelf value, TSelf exponent);

    /// <summary>The first eight lanes filled with one number, the last eight with another.</summary>
    static abstract TSelf SplatHalves(float low, float high);

    /// <summary>The first eight lanes from one place, the last eight from another.</summary>
    static abstract TSelf LoadHalves(float* low, float* high);

    /// <summary>The first eight lanes to one place, the last eight to another.</summary>
    static abstract void StoreHalves(TSelf value, float* low, float* high);

    /// <summary>The first eight lanes, and zeros.</summary>
    static abstract TSelf Low(TSelf value);

    /// <summary>The last eight lanes as the first, and zeros.</summary>
    static abstract TSelf High(TSelf value);

    /// <summary>Sum of the lanes: lane i with i + 8, those with i + 4, those with i + 2, the last two.</summary>
    static abstract float Sum(TSelf value);

    /// <summary>The greatest lane.</summary>
    static abstract float Largest(TSelf value);

    /// <summary>The first lane that equals <paramref name="wanted"/>; <see cref="Width"/> where none does.</summary>
    static abstract int FirstEqual(TSelf value, float wanted);
}
