using System.Runtime.CompilerServices;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The float steps over one kind of lanes.</summary>
internal sealed unsafe partial class FloatKernel<T>(string name) : FloatKernel
    where T : struct, ILanes<T>
{
    private const int Width = ILanes<T>.Width;

    // 1.5 × 2^23: adding and subtracting it rounds to the nearest whole number, halves to even.
    private const float Rounding = 12582912f;
    private const float LargestActivation = 127f;
    private const float ZeroPoint = 128f;
    private const float NormEpsilon = 1e-5f;

    // Rows that are normalised at a time: what is made of a row waits for its sums, and meanwhile those of other rows are added.
    private const int NormBlock = 8;

    public override string Name => name;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Quantise(float* values, int count, float scale, byte* to)
    {
        unchecked
        {
            T factor = T.Splat(scale);
            for (nint i = 0; i < count; i += Width)
            {
                T.StoreBytes(Round(T.Load(values + i) * factor), to + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Restore(int* product, int rows, in Restoration restoration, bool rectify, float* to)
    {
        unchecked
        {
            int* offsets = restoration.Offsets;
            float* scales = restoration.Scales, biases = restoration.Biases;
            nint width = restoration.Width;
            T zero = T.Splat(0f);
            for (nint row = 0; row < rows; row++, product += width, to += width)
            {
                if (rectify)
                {
                    for (nint i = 0; i < width; i += Width)
                    {
                        T.Store(T.Max(Restored(product, offsets, scales, biases, i), zero), to + i);
                    }
                }
                else
                {
                    for (nint i = 0; i < width; i += Width)
                    {
                        T.Store(Restored(product, offsets, scales, biases, i), to + i);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RestoreRectifiedQuantise(int* product, int rows, in Restoration restoration, float scale, byte* to)
    {
        unchecked
        {
            int* offsets = restoration.Offsets;
            float* scales = restoration.Scales, biases = restoration.Biases;
            nint width = restoration.Width;
            T zero = T.Splat(0f), factor = T.Splat(scale);
            for (nint row = 0; row < rows; row++, product += width, to += width)
            {
                for (nint i = 0; i < width; i += Width)
                {
                    T.StoreBytes(Round(T.Max(Restored(product, offsets, scales, biases, i), zero) * factor), to + i);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RestoreAdd(int* product, int rows, in Restoration restoration, float* sums)
    {
        unchecked
        {
            int* offsets = restoration.Offsets;
            float* scales = restoration.Scales, biases = restoration.Biases;
            nint width = restoration.Width;
            for (nint row = 0; row < rows; row++, product += width, sums += width)
            {
                for (nint i = 0; i < width; i += Width)
                {
                    T.Store(T.Load(sums + i) + Restored(product, offsets, scales, biases, i), sums + i);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RestoreMaxout(int* product, int rows, in Restoration restoration, int width, float* to)
    {
        int* offsets = restoration.Offsets;
        float* scales = restoration.Scales, biases = restoration.Biases;
        for (nint row = 0; row < rows; row++, product += restoration.Width, to += width)
        {
            for (nint i = 0; i < width; i += Width)
            {
                T.Store(Greatest(product, offsets, scales, biases, i, width), to + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RestoreMaxoutAdd(int* product, int rows, in Restoration restoration, int width, float* sums)
    {
        unchecked
        {
            int* offsets = restoration.Offsets;
            float* scales = restoration.Scales, biases = restoration.Biases;
            for (nint row = 0; row < rows; row++, product += restoration.Width, sums += width)
            {
                for (nint i = 0; i < width; i += Width)
                {
                    T.Store(T.Load(sums + i) + Greatest(product, offsets, scales, biases, i, width), sums + i);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Normalise(float* values, int rows, int width, float* gain, float* bias, float* to)
    {
        unchecked
        {
            float* inverses = stackalloc float[NormBlock];
            for (nint first = 0; first < rows; first += NormBlock)
            {
                nint count = Math.Min(NormBlock, rows - first);
                for (nint row = 0; row < count; row++, values += width)
                {
                    inverses[row] = Differences(values, width, to + (row * width));
                }

                for (nint row = 0; row < count; row++, to += width)
                {
                    T inverse = T.Splat(inverses[row]);
                    for (nint i = 0; i < width; i += Width)
                    {
                        T.Store((T.Load(to + i) * inverse * T.Load(gain + i)) + T.Load(bias + i), to + i);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void NormaliseQuantise(float* values, int rows, int width, float* gain, float* bias, float scale, byte* to)
    {
        unchecked
        {
            float* differences = stackalloc float[NormBlock * width];
            float* inverses = stackalloc float[NormBlock];
            T factor = T.Splat(scale);
            for (nint first = 0; first < rows; first += NormBlock)
            {
                nint count = Math.Min(NormBlock, rows - first);
                for (nint row = 0; row < count; row++, values += width)
                {
                    inverses[row] = Differences(values, width, differences + (row * width));
                }

                float* at = differences;
                for (nint row = 0; row < count; row++, at += width, to += width)
                {
                    T inverse = T.Splat(inverses[row]);
                    for (nint i = 0; i < width; i += Width)
                    {
                        T.StoreBytes(Round(((T.Load(at + i) * inverse * T.Load(gain + i)) + T.Load(bias + i)) * factor), to + i);
                    }
                }
            }
        }
    }

    // The numbers of a row less their mean; and one over their deviation.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Differences(float* values, nint width, float* to)
    {
        unchecked
        {
            float share = 1f / width;
            T sum = T.Load(values);
            for (nint i = Width; i < width; i += Width)
            {
                sum += T.Load(values + i);
            }

            T mean = T.Splat(T.Sum(sum) * share);
            T difference = T.Load(values) - mean;
            T.Store(difference, to);
            T squares = difference * difference;
            for (nint i = Width; i < width; i += Width)
            {
                difference = T.Load(values + i) - mean;
                T.Store(difference, to + i);
                squares += difference * difference;
            }

            return 1f / MathF.Sqrt((T.Sum(squares) * share) + NormEpsilon);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(float* left, float* right, int count, float* to)
    {
        for (nint i = 0; i < count; i += Width)
        {
            T.Store(T.Load(left + i) + T.Load(right + i), to + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Add(float* first, float* second, float* third, int count, float* to)
    {
        unchecked
        {
            for (nint i = 0; i < count; i += Width)
            {
                T.Store(T.Load(first + i) + T.Load(second + i) + T.Load(third + i), to + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void AddRectifiedQuantise(float* left, float* right, int count, float scale, byte* to)
    {
        T zero = T.Splat(0f), factor = T.Splat(scale);
        for (nint i = 0; i < count; i += Width)
        {
            T.StoreBytes(Round(T.Max(T.Load(left + i) + T.Load(right + i), zero) * factor), to + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Greatest(float* values, int stride)
    {
        T most = T.Load(values);
        for (nint i = Width; i < stride; i += Width)
        {
            most = T.Max(most, T.Load(values + i));
        }

        float greatest = T.Largest(most);
        int at = 0, lane = T.FirstEqual(T.Load(values), greatest);
        while (lane == Width)
        {
            at += Width;
            lane = T.FirstEqual(T.Load(values + at), greatest);
        }

        return at + lane;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void BestPaths(float* emissions, int count, int stride, float* transitions, int tags, float* best)
    {
        unchecked
        {
            for (nint token = 1; token < count; token++)
            {
                float* before = best;
                best += stride;
                emissions += stride;
                for (nint i = 0; i < stride; i += Width)
                {
                    float* step = transitions + i;
                    T most = T.Splat(before[0]) + T.Load(step);
                    for (nint from = 1; from < tags; from++)
                    {
                        step += stride;
                        most = T.Max(most, T.Splat(before[from]) + T.Load(step));
                    }

                    T.Store(most + T.Load(emissions + i), best + i);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Round(T value) =>
        T.Min(T.Max(value, T.Splat(-LargestActivation)), T.Splat(LargestActivation)) + T.Splat(Rounding) - T.Splat(Rounding) + T.Splat(ZeroPoint);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Restored(int* product, int* offsets, float* scales, float* biases, nint at) =>
        (T.LoadIntegers(product + at, offsets + at) * T.Load(scales + at)) + T.Load(biases + at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Greatest(int* product, int* offsets, float* scales, float* biases, nint at, nint width) =>
        T.Max(
            T.Max(Restored(product, offsets, scales, biases, at), Restored(product, offsets, scales, biases, at + width)),
            Restored(product, offsets, scales, biases, at + (2 * width)));
}
