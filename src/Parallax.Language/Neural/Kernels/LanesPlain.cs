using System.Runtime.CompilerServices;

namespace Parallax.Language.Neural.Kernels;

/// <summary>Lanes without vector registers, one float after another: the reference the others must equal to the bit.</summary>
internal unsafe struct LanesPlain : ILanes<LanesPlain>
{
    private Sixteen _v;

    public static bool IsOneRegister => false;

    public static LanesPlain Splat(float value)
    {
        LanesPlain result = default;
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            result._v[i] = value;
        }

        return result;
    }

    public static LanesPlain Load(float* from)
    {
        LanesPlain result = default;
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            result._v[i] = from[i];
        }

        return result;
    }

    public static LanesPlain LoadIntegers(int* from, int* offsets)
    {
        LanesPlain result = default;
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            result._v[i] = from[i] + offsets[i];
        }

        return result;
    }

    public static void Store(LanesPlain value, float* to)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            to[i] = value._v[i];
        }
    }

    public static void StoreBytes(LanesPlain value, byte* to)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            to[i] = (byte)(int)value._v[i];
        }
    }

    public static LanesPlain operator +(LanesPlain left, LanesPlain right)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            left._v[i] = left._v[i] + right._v[i];
        }

        return left;
    }

    public static LanesPlain operator -(LanesPlain left, LanesPlain right)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            left._v[i] = left._v[i] - right._v[i];
        }

        return left;
    }

    public static LanesPlain operator *(LanesPlain left, LanesPlain right)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            left._v[i] = left._v[i] * right._v[i];
        }

        return left;
    }

    public static LanesPlain operator /(LanesPlain left, LanesPlain right)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            left._v[i] = left._v[i] / right._v[i];
        }

        return left;
    }

    public static LanesPlain Max(LanesPlain left, LanesPlain right)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            left._v[i] = left._v[i] > right._v[i] ? left._v[i] : right._v[i];
        }

        return left;
    }

    public static LanesPlain Min(LanesPlain left, LanesPlain right)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            left._v[i] = left._v[i] < right._v[i] ? left._v[i] : right._v[i];
        }

        return left;
    }

    public static LanesPlain TimesPowerOfTwo(LanesPlain value, LanesPlain exponent)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            value._v[i] = BitConverter.Int32BitsToSingle(unchecked(BitConverter.SingleToInt32Bits(value._v[i]) + (BitConverter.SingleToInt32Bits(exponent._v[i]) << 23)));
        }

        return value;
    }

    public static LanesPlain SplatHalves(float low, float high)
    {
        LanesPlain result = default;
        for (int i = 0; i < ILanes<LanesPlain>.Width; i++)
        {
            result._v[i] = i < ILanes<LanesPlain>.Width / 2 ? low : high;
        }

        return result;
    }

    public static LanesPlain LoadHalves(float* low, float* high)
    {
        LanesPlain result = default;
        for (int i = 0; i < ILanes<LanesPlain>.Width / 2; i++)
        {
            result._v[i] = low[i];
            result._v[i + (ILanes<LanesPlain>.Width / 2)] = high[i];
        }

        return result;
    }

    public static void StoreHalves(LanesPlain value, float* low, float* high)
    {
        for (int i = 0; i < ILanes<LanesPlain>.Width / 2; i++)
        {
            low[i] = value._v[i];
            high[i] = value._v[i + (ILanes<LanesPlain>.Width / 2)];
        }
    }

    public static LanesPlain Low(LanesPlain value)
    {
        LanesPlain result = default;
        for (int i = 0; i < ILanes<LanesPlain>.Width / 2; i++)
        {
            result._v[i] = value._v[i];
        }

        return result;
    }

    public static LanesPlain High(LanesPlain value)
    {
        LanesPlain result = default;
        for (int i = 0; i < ILanes<LanesPlain>.Width / 2; i++)
        {
            result._v[i] = value._v[i + (ILanes<LanesPlain>.Width / 2)];
        }

        return result;
    }

    public static float Sum(LanesPlain value)
    {
        for (int half = 8; half > 0; half >>= 1)
        {
            for (int i = 0; i < half; i++)
            {
                value._v[i] = value._v[i] + value._v[i + half];
            }
        }

        return value._v[0];
    }

    public static float Largest(LanesPlain value)
    {
        float largest = value._v[0];
        for (int i = 1; i < ILanes<LanesPlain>.Width; i++)
        {
            largest = value._v[i] > largest ? value._v[i] : largest;
        }

        return largest;
    }

    public static int FirstEqual(LanesPlain value, float wanted)
    {
        int lane = 0;
        while (lane < ILanes<LanesPlain>.Width && value._v[lane] != wanted)
        {
            lane++;
        }

        return lane;
    }

    [InlineArray(ILanes<LanesPlain>.Width)]
    private struct Sixteen
    {
        private float _first;
    }
}
