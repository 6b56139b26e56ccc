using System.Runtime.CompilerServices;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The steps of attention: products of queries and keys, their weights, what the weights make of the values.</summary>
internal sealed unsafe partial class FloatKernel<T>
{
    private const float Excluded = -1e30f;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Dots(float* rows, int rowStride, int rowCount, float* columns, int columnCount, int columnStride, int dimensions, float* to)
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
                float* toA = to + (row * columnStride);
                float* toB = to + (row1 * columnStride);
                float* toC = to + (row2 * columnStride);
                float* toD = to + (row3 * columnStride);
                nint column = 0;
                for (; T.IsOneRegister && column + Width < columnStride; column += 2 * Width)
                {
                    float* at = columns + column;
                    T low = T.Load(at), high = T.Load(at + Width), factor = T.Splat(*a);
                    T lowA = factor * low, highA = factor * high;
                    factor = T.Splat(*b);
                    T lowB = factor * low, highB = factor * high;
                    factor = T.Splat(*c);
                    T lowC = factor * low, highC = factor * high;
                    factor = T.Splat(*d);
                    T lowD = factor * low, highD = factor * high;
                    for (nint i = 1; i < dimensions; i++)
                    {
                        at += columnStride;
                        low = T.Load(at);
                        high = T.Load(at + Width);
                        factor = T.Splat(a[i]);
                        lowA += factor * low;
                        highA += factor * high;
                        factor = T.Splat(b[i]);
                        lowB += factor * low;
                        highB += factor * high;
                        factor = T.Splat(c[i]);
                        lowC += factor * low;
                        highC += factor * high;
                        factor = T.Splat(d[i]);
                        lowD += factor * low;
                        highD += factor * high;
                    }

                    T.Store(lowA, toA + column);
                    T.Store(highA, toA + column + Width);
                    T.Store(lowB, toB + column);
                    T.Store(highB, toB + column + Width);
                    T.Store(lowC, toC + column);
                    T.Store(highC, toC + column + Width);
                    T.Store(lowD, toD + column);
                    T.Store(highD, toD + column + Width);
                }

                if (column < columnStride && columnCount - column <= Width / 2)
                {
                    // Of the last register of columns at most half is used: the same columns of two rows go together.
                    float* at = columns + column;
                    T value = T.LoadHalves(at, at);
                    T sumAB = T.SplatHalves(*a, *b) * value, sumCD = T.SplatHalves(*c, *d) * value;
                    for (nint i = 1; i < dimensions; i++)
                    {
                        at += columnStride;
                        value = T.LoadHalves(at, at);
                        sumAB += T.SplatHalves(a[i], b[i]) * value;
                        sumCD += T.SplatHalves(c[i], d[i]) * value;
                    }

                    T.Store(T.Low(sumAB), toA + column);
                    T.Store(T.High(sumAB), toB + column);
                    T.Store(T.Low(sumCD), toC + column);
                    T.Store(T.High(sumCD), toD + column);
                    continue;
                }

                for (; column < columnStride; column += Width)
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

                    T.Store(sumA, toA + column);
                    T.Store(sumB, toB + column);
                    T.Store(sumC, toC + column);
                    T.Store(sumD, toD + column);
                }
            }
        }
    }

    public override void Softmax(float* scores, int rows, int count, int stride, float* bias, float* inverse)
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

        // Some rows at a time: the powers of a row need not wait for its maximum while there are other rows, and the scores stay in the first-level cache.
        const int Block = 8;
        for (nint row = 0; row < rows; row += Block)
        {
            int some = (int)Math.Min(Block, rows - row);
            AddBiases(scores + (row * stride), some, stride, last, bias - row, T.Load(masks), inverse + row);
            if (count - last <= Width / 2)
            {
                PowersByPairs(scores + (row * stride), some, stride, last, T.LoadHalves(masks + Width, masks + Width), inverse + row);
            }
            else
            {
                Powers(scores + (row * stride), some, stride, last, T.Load(masks + Width), inverse + row);
            }
        }
    }

    // The biases added to rows of scores, and the greatest of each row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBiases(float* scores, int rows, int stride, nint last, float* bias, T exclude, float* greatest)
    {
        unchecked
        {
            for (nint row = 0; row < rows; row++, scores += stride, bias--)
            {
                T most = T.Load(scores + last) + T.Load(bias + last) + exclude;
                T.Store(most, scores + last);
                for (nint i = 0; i < last; i += Width)
                {
                    T score = T.Load(scores + i) + T.Load(bias + i);
                    T.Store(score, scores + i);
                    most = T.Max(most, score);
                }

                greatest[row] = T.Largest(most);
            }
        }
    }

    // Rows of scores less their greatest as powers of e; the greatest becomes one over the sum of the row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Powers(float* scores, int rows, int stride, nint last, T keep, float* inverse)
    {
        unchecked
        {
            for (nint row = 0; row < rows; row++, scores += stride)
            {
                T most = T.Splat(inverse[row]);
                T tail = Exp(T.Load(scores + last) - most) * keep;
                T.Store(tail, scores + last);
                inverse[row] = 1f / T.Sum(AddPowers(scores, last, most, tail));
            }
        }
    }

    // The same where the last register of a row is at most half full: the last halves of two rows go together.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PowersByPairs(float* scores, int rows, int stride, nint last, T keep, float* inverse)
    {
        unchecked
        {
            for (nint row = 0; row < rows; row += 2)
            {
                // Without a second row the first is taken twice: the tails of both are the same, and what is done to the row is done once.
                nint next = Math.Min(row + 1, rows - 1);
                float* a = scores + (row * stride);
                float* b = scores + (next * stride);
                float mostA = inverse[row], mostB = inverse[next];
                T tails = Exp(T.LoadHalves(a + last, b + last) - T.SplatHalves(mostA, mostB)) * keep;
                T.StoreHalves(tails, a + last, b + last);
                inverse[row] = 1f / T.Sum(AddPowers(a, last, T.Splat(mostA), T.Low(tails)));
                if (next != row)
                {
                    inverse[next] = 1f / T.Sum(AddPowers(b, last, T.Splat(mostB), T.High(tails)));
                }
            }
        }
    }

    // The whole registers of a row as powers, and their sum by lanes with that of the last register.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AddPowers(float* scores, nint last, T most, T tail)
    {
        unchecked
        {
            if (last == 0)
            {
                return tail;
            }

            T sum = Exp(T.Load(scores) - most);
            T.Store(sum, scores);
            for (nint i = Width; i < last; i += Width)
            {
                T power = Exp(T.Load(scores + i) - most);
                T.Store(power, scores + i);
                sum += power;
            }

            return sum + tail;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void WeightedSums(float* weights, int rows, int count, int stride, float* inverse, float* values, int valueStride, float* to, int toStride)
    {
        unchecked
        {
            for (nint row = 0; row < rows; row += 4)
            {
                // Beyond the last row the last is computed again: the same numbers go to the same place.
                nint row1 = Math.Min(row + 1, rows - 1), row2 = Math.Min(row + 2, rows - 1), row3 = Math.Min(row + 3, rows - 1);
                float* a = weights + (row * stride);
                float* b = weights + (row1 * stride);
                float* c = weights + (row2 * stride);
                float* d = weights + (row3 * stride);
                float* toA = to + (row * toStride);
                float* toB = to + (row1 * toStride);
                float* toC = to + (row2 * toStride);
                float* toD = to + (row3 * toStride);
                float* at = values;
                if (T.IsOneRegister)
                {
                    T low = T.Load(at), high = T.Load(at + Width), factor = T.Splat(*a);
                    T lowA = factor * low, highA = factor * high;
                    factor = T.Splat(*b);
                    T lowB = factor * low, highB = factor * high;
                    factor = T.Splat(*c);
                    T lowC = factor * low, highC = factor * high;
                    factor = T.Splat(*d);
                    T lowD = factor * low, highD = factor * high;
                    for (nint i = 1; i < count; i++)
                    {
                        at += valueStride;
                        low = T.Load(at);
                        high = T.Load(at + Width);
                        factor = T.Splat(a[i]);
                        lowA += factor * low;
                        highA += factor * high;
                        factor = T.Splat(b[i]);
                        lowB += factor * low;
                        highB += factor * high;
                        factor = T.Splat(c[i]);
                        lowC += factor * low;
                        highC += factor * high;
                        factor = T.Splat(d[i]);
                        lowD += factor * low;
                        highD += factor * high;
                    }

                    T share = T.Splat(inverse[row]);
                    T.Store(lowA * share, toA);
                    T.Store(highA * share, toA + Width);
                    share = T.Splat(inverse[row1]);
                    T.Store(lowB * share, toB);
                    T.Store(highB * share, toB + Width);
                    share = T.Splat(inverse[row2]);
                    T.Store(lowC * share, toC);
                    T.Store(highC * share, toC + Width);
                    share = T.Splat(inverse[row3]);
                    T.Store(lowD * share, toD);
                    T.Store(highD * share, toD + Width);
                    continue;
                }

                for (nint half = 0; half < 2; half++)
                {
                    at = values + (half * Width);
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

                    T.Store(sumA * T.Splat(inverse[row]), toA + (half * Width));
                    T.Store(sumB * T.Splat(inverse[row1]), toB + (half * Width));
                    T.Store(sumC * T.Splat(inverse[row2]), toC + (half * Width));
                    T.Store(sumD * T.Splat(inverse[row3]), toD + (half * Width));
                }
            }
        }
    }

    /// <summary>e to the power of a number that is not above 0, within 2 units in the last place; under -87 as at -87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exp(T x)
    {
        x = T.Max(x, T.Splat(-87f));
        T rounded = (x * T.Splat(1.44269504f)) + T.Splat(Rounding);
        T n = rounded - T.Splat(Rounding);
        T r = x - (n * T.Splat(0.693359375f));
        r -= n * T.Splat(-2.12194440e-4f);
        T p = (T.Splat(1.9875691500e-4f) * r) + T.Splat(1.3981999507e-3f);
        p = (p * r) + T.Splat(8.3334519073e-3f);
        p = (p * r) + T.Splat(4.1665795894e-2f);
        p = (p * r) + T.Splat(1.6666665459e-1f);
        p = (p * r) + T.Splat(5.0000001201e-1f);
        p = (p * (r * r)) + r + T.Splat(1f);
        return T.TimesPowerOfTwo(p, rounded);
    }
}
