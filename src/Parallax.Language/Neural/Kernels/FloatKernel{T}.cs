using System.Runtime.CompilerServices;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The float steps over one kind of lanes.</summary>
internal sealed unsafe class FloatKernel<T>(string name) : FloatKernel
    where T : struct, ILanes<T>
{
    private const int Width = ILanes<T>.Width;

    // 1.5 × 2^23: adding and subtracting it rounds to the nearest whole number, halves to even.
    private const float Rounding = 12582912f;
    private const float LargestActivation = 127f;
    private const float ZeroPoint = 128f;
    private const float NormEpsilon = 1e-5f;
    private const float Excluded = -1e30f;

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
            float share = 1f / width;
            for (nint row = 0; row < rows; row++, values += width, to += width)
            {
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

                T inverse = T.Splat(1f / MathF.Sqrt((T.Sum(squares) * share) + NormEpsilon));
                for (nint i = 0; i < width; i += Width)
                {
                    T.Store((T.Load(to + i) * inverse * T.Load(gain + i)) + T.Load(bias + i), to + i);
                }
            }
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
    public override void AddRectifiedQuantise(float* left, float* right, int count, float scale, byte* to)
    {
        T zero = T.Splat(0f), factor = T.Splat(scale);
        for (nint i = 0; i < count; i += Width)
        {
            T.StoreBytes(Round(T.Max(T.Load(left + i) + T.Load(right + i), zero) * factor), to + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Dots(float* rows, int rowStride, int rowCount, float* columns, int columnStride, int dimensions, float* to)
    {
        unchecked
        {
            for (nint row = 0; row < rowCount; row += 4)
            {
                // Beyond the last row the last is computed again: the same numbers go to the same place.
                nint row1 = Math.Min(row + 1, rowCount - 1), row2 = Math.Min(row + 2, rowCount - 1), row3 = Math.Min(row + 3, rowCount - 1);
                float* a = rows + (row * rowStride);
                float* b = rows + (row1 * rowStride);
                float* c = rows + (row2 * rowStride);
                float* d = rows + (row3 * rowStride);
                for (nint column = 0; column < columnStride; column += Width)
                {
                    float* at = columns + column;
                    T value = T.Load(at);
                    T sumA = T.Splat(*a) * value, sumB = T.Splat(*b) * value, sumC = T.Splat(*c) * value, sumD = T.Splat(*d) * value;
                    for (nint i = 1; i < dimensions; i++)
                    {
                        at += columnStride;
                        value = T.Load(at);
                        sumA += T.Splat(a[i]) * value;
                        sumB += T.Splat(b[i]) * value;
                        sumC += T.Splat(c[i]) * value;
                        sumD += T.Splat(d[i]) * value;
                    }

                    T.Store(sumA, to + (row * columnStride) + column);
                    T.Store(sumB, to + (row1 * columnStride) + column);
                    T.Store(sumC, to + (row2 * columnStride) + column);
                    T.Store(sumD, to + (row3 * columnStride) + column);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Softmax(float* scores, int count, int stride, float* bias, float* inverse)
    {
        // In the last register of a row: what takes the unused lanes out of the maximum, and what makes 0 of them afterwards.
        float* masks = stackalloc float[2 * Width];
        nint last = (count - 1) / Width * Width;
        for (nint i = 0; i < Width; i++)
        {
            bool used = last + i < count;
            masks[i] = used ? 0f : Excluded;
            masks[Width + i] = used ? 1f : 0f;
        }

        T exclude = T.Load(masks), keep = T.Load(masks + Width);
        unchecked
        {
            for (nint row = 0; row < count; row++, scores += stride, bias--)
            {
                T tail = T.Load(scores + last) + T.Load(bias + last) + exclude;
                T most = tail;
                for (nint i = 0; i < last; i += Width)
                {
                    T score = T.Load(scores + i) + T.Load(bias + i);
                    T.Store(score, scores + i);
                    most = T.Max(most, score);
                }

                most = T.Splat(T.Largest(most));
                tail = Exp(tail - most) * keep;
                T.Store(tail, scores + last);
                if (last > 0)
                {
                    T sum = Exp(T.Load(scores) - most);
                    T.Store(sum, scores);
                    for (nint i = Width; i < last; i += Width)
                    {
                        T power = Exp(T.Load(scores + i) - most);
                        T.Store(power, scores + i);
                        sum += power;
                    }

                    tail = sum + tail;
                }

                inverse[row] = 1f / T.Sum(tail);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void WeightedSums(float* weights, int count, int stride, float* inverse, float* values, int valueStride, float* to, int toStride)
    {
        unchecked
        {
            for (nint row = 0; row < count; row += 4)
            {
                // Beyond the last row the last is computed again: the same numbers go to the same place.
                nint row1 = Math.Min(row + 1, count - 1), row2 = Math.Min(row + 2, count - 1), row3 = Math.Min(row + 3, count - 1);
                float* a = weights + (row * stride);
                float* b = weights + (row1 * stride);
                float* c = weights + (row2 * stride);
                float* d = weights + (row3 * stride);
                for (nint half = 0; half < 2; half++)
                {
                    float* at = values + (half * Width);
                    T value = T.Load(at);
                    T sumA = T.Splat(*a) * value, sumB = T.Splat(*b) * value, sumC = T.Splat(*c) * value, sumD = T.Splat(*d) * value;
                    for (nint i = 1; i < count; i++)
                    {
                        at += valueStride;
                        value = T.Load(at);
                        sumA += T.Splat(a[i]) * value;
                        sumB += T.Splat(b[i]) * value;
                        sumC += T.Splat(c[i]) * value;
                        sumD += T.Splat(d[i]) * value;
                    }

                    float* target = to + (half * Width);
                    T.Store(sumA * T.Splat(inverse[row]), target + (row * toStride));
                    T.Store(sumB * T.Splat(inverse[row1]), target + (row1 * toStride));
                    T.Store(sumC * T.Splat(inverse[row2]), target + (row2 * toStride));
                    T.Store(sumD * T.Splat(inverse[row3]), target + (row3 * toStride));
                }
            }
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

    /// <summary>e to the power of a number that is not above 0, within 2 units in the last place; under -87 as at -87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exp(T x)
    {
        x = T.Max(x, T.Splat(-87f));
        T n = (x * T.Splat(1.44269504f)) + T.Splat(Rounding) - T.Splat(Rounding);
        T r = x - (n * T.Splat(0.693359375f));
        r -= n * T.Splat(-2.12194440e-4f);
        T p = (T.Splat(1.9875691500e-4f) * r) + T.Splat(1.3981999507e-3f);
        p = (p * r) + T.Splat(8.3334519073e-3f);
        p = (p * r) + T.Splat(4.1665795894e-2f);
        p = (p * r) + T.Splat(1.6666665459e-1f);
        p = (p * r) + T.Splat(5.0000001201e-1f);
        p = (p * (r * r)) + r + T.Splat(1f);
        return p * T.PowerOfTwo(n);
    }
}
