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

    public override string Name => name;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Quantise(float* values, int count, float scale, byte* to)
    {
        T factor = T.Splat(scale);
        for (nint i = 0; i < count; i += Width)
        {
            T.StoreBytes(Round(T.Load(values + i) * factor), to + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Restore(int* product, int rows, in Restoration restoration, bool rectify, float* to)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RestoreRectifiedQuantise(int* product, int rows, in Restoration restoration, float scale, byte* to)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void RestoreAdd(int* product, int rows, in Restoration restoration, float* sums)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Normalise(float* values, int rows, int width, float* gain, float* bias, float* to)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Softmax(float* scores, int count, int stride, float* bias, float* inverse)
    {
        nint padded = (count + Width - 1) / Width * Width;
        float* lanes = stackalloc float[Width];
        for (nint row = 0; row < count; row++, scores += stride, bias--)
        {
            for (nint i = 0; i < padded; i += Width)
            {
                T.Store(T.Load(scores + i) + T.Load(bias + i), scores + i);
            }

            for (nint i = count; i < padded; i++)
            {
                scores[i] = scores[0];
            }

            T most = T.Load(scores);
            for (nint i = Width; i < padded; i += Width)
            {
                most = T.Max(most, T.Load(scores + i));
            }

            T.Store(most, lanes);
            float greatest = lanes[0];
            for (nint i = 1; i < Width; i++)
            {
                greatest = lanes[i] > greatest ? lanes[i] : greatest;
            }

            most = T.Splat(greatest);
            for (nint i = 0; i < padded; i += Width)
            {
                T.Store(Exp(T.Load(scores + i) - most), scores + i);
            }

            for (nint i = count; i < padded; i++)
            {
                scores[i] = 0f;
            }

            T sum = T.Load(scores);
            for (nint i = Width; i < padded; i += Width)
            {
                sum += T.Load(scores + i);
            }

            inverse[row] = 1f / T.Sum(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void WeightedSums(float* weights, int count, int stride, float* inverse, float* values, int valueStride, float* to, int toStride)
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
