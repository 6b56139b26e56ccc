using Parallax.Language.Neural.Kernels;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Neural;

public sealed unsafe class KernelTests
{
    private const int Seed = 20231;

    public static TheoryData<string> IntegerKernels() => [.. IntegerKernel.Supported.Select(static k => k.Name)];

    public static TheoryData<string> FloatKernels() => [.. FloatKernel.Supported.Select(static k => k.Name)];

    [Theory]
    [MemberData(nameof(IntegerKernels))]
    public void Multiply_OfRandomShapes_EqualsTheSchoolProduct(string name)
    {
        IntegerKernel kernel = IntegerKernel.Supported.Single(k => k.Name == name);
        Random random = new(Seed);
        for (int round = 0; round < 60; round++)
        {
            int rows = random.Next(0, 12), inputs = random.Next(1, 200), outputs = random.Next(1, 70);

            // Now and then the greatest weights and activations there can be, all of one sign: sums must not overflow on the way.
            bool extreme = round % 4 == 0;
            int sign = round % 8 == 0 ? 1 : -1;
            sbyte[] weights = [.. Enumerable.Range(0, inputs * outputs).Select(_ => (sbyte)(extreme ? sign * 64 : random.Next(-64, 65)))];
            PackedMatrix matrix = new(weights, outputs, inputs);
            AlignedMemory activations = new(((rows + 1) * inputs) + 64);
            for (int i = 0; i < activations.Length; i++)
            {
                activations.Start[i] = (byte)(extreme ? 255 : random.Next(256));
            }

            // Rows that overlap, as those of a convolution do.
            int[] offsets = [.. Enumerable.Range(0, rows).Select(row => row * Math.Max(1, inputs / 3))];
            AlignedMemory product = new((rows + 1) * matrix.PaddedOutputs * sizeof(int));
            fixed (int* offset = offsets)
            {
                kernel.Multiply(activations.Start, offset, rows, matrix, (int*)product.Start);
            }

            for (int row = 0; row < rows; row++)
            {
                for (int output = 0; output < outputs; output++)
                {
                    int expected = Enumerable.Range(0, inputs).Sum(i => activations.Start[offsets[row] + i] * weights[(output * inputs) + i]);
                    ((int*)product.Start)[(row * matrix.PaddedOutputs) + output].ShouldBe(expected, $"seed {Seed}, {rows} × {inputs} × {outputs}, row {row}, output {output}");
                }
            }
        }
    }

    [Fact]
    public void Pack_OfWeightOutOfRange_Throws() => Should.Throw<ArgumentException>(() => new PackedMatrix([1, 65], 1, 2));

    [Fact]
    public void Pack_OfAnyWeights_CutsSegmentsThatCannotOverflow()
    {
        Random random = new(Seed);
        sbyte[] weights = [.. Enumerable.Range(0, 48 * 130).Select(_ => (sbyte)random.Next(-40, 41))];
        PackedMatrix matrix = new(weights, 48, 130);
        short* centre = matrix.Centres;
        for (int panel = 0; panel < matrix.Panels; panel++)
        {
            int group = 0;
            for (byte* segment = matrix.Segments + (panel * matrix.Groups); group < matrix.Groups; segment++, centre += PackedMatrix.GroupBytes / 2)
            {
                int end = group + *segment;
                for (int lane = 0; lane < PackedMatrix.GroupBytes / 2; lane++)
                {
                    int most = centre[lane], least = centre[lane];
                    for (int g = group; g < end; g++)
                    {
                        sbyte* pair = matrix.Weights + (((panel * matrix.Groups) + g) * PackedMatrix.GroupBytes) + (2 * lane);
                        most += 255 * (Math.Max((int)pair[0], 0) + Math.Max((int)pair[1], 0));
                        least += 255 * (Math.Min((int)pair[0], 0) + Math.Min((int)pair[1], 0));
                    }

                    most.ShouldBeLessThanOrEqualTo(short.MaxValue);
                    least.ShouldBeGreaterThanOrEqualTo(short.MinValue);
                }

                end.ShouldBeGreaterThan(group);
                group = end;
            }

            group.ShouldBe(matrix.Groups);
        }
    }

    [Theory]
    [MemberData(nameof(FloatKernels))]
    public void FloatSteps_OfRandomRows_HaveTheBitsOfThePlainOnes(string name)
    {
        FloatKernel kernel = FloatKernel.Supported.Single(k => k.Name == name), plain = FloatKernel.Supported[^1];
        for (int round = 0; round < 20; round++)
        {
            int rows = 1 + (round * 2);
            Run(kernel, rows, round).ShouldBe(Run(plain, rows, round), $"{name}, {rows} rows, seed {Seed + round}");
        }
    }

    [Theory]
    [MemberData(nameof(FloatKernels))]
    public void Softmax_OfRandomScores_IsCloseToTheDefinition(string name)
    {
        FloatKernel kernel = FloatKernel.Supported.Single(k => k.Name == name);
        const int Count = 21, Stride = 32, Reach = 300;
        AlignedMemory scores = Floats(Count * Stride, 8, 5), bias = Floats(2 * Reach, 1, 6), inverse = new(Stride * sizeof(float));
        float[] before = new ReadOnlySpan<float>(scores.Start, Count * Stride).ToArray();
        kernel.Softmax((float*)scores.Start, Count, Count, Stride, (float*)bias.Start + Reach, (float*)inverse.Start);
        for (int row = 0; row < Count; row++)
        {
            double[] powers = [.. Enumerable.Range(0, Count).Select(j => Math.Exp(before[(row * Stride) + j] + ((float*)bias.Start)[Reach + j - row]))];
            for (int j = 0; j < Count; j++)
            {
                double share = ((float*)scores.Start)[(row * Stride) + j] * (double)((float*)inverse.Start)[row];
                share.ShouldBe(powers[j] / powers.Sum(), 2e-6);
            }
        }
    }

    [Theory]
    [MemberData(nameof(FloatKernels))]
    public void Dots_OfRandomRows_AreCloseToTheDefinition(string name)
    {
        FloatKernel kernel = FloatKernel.Supported.Single(k => k.Name == name);
        const int Dimensions = 32;
        foreach ((int rows, int columns) in new[] { (1, 1), (7, 21), (6, 29), (4, 32) })
        {
            int stride = (columns + 15) / 16 * 16;
            AlignedMemory a = Floats(rows * Dimensions, 2, 11), b = Floats(Dimensions * stride, 2, 12), to = new(rows * stride * sizeof(float));
            kernel.Dots((float*)a.Start, Dimensions, rows, (float*)b.Start, columns, stride, Dimensions, (float*)to.Start);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    double dot = Enumerable.Range(0, Dimensions).Sum(i => ((float*)a.Start)[(row * Dimensions) + i] * (double)((float*)b.Start)[(i * stride) + column]);
                    ((double)((float*)to.Start)[(row * stride) + column]).ShouldBe(dot, 1e-4, $"{rows} × {columns}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(FloatKernels))]
    public void Greatest_OfTies_IsTheFirst(string name)
    {
        FloatKernel kernel = FloatKernel.Supported.Single(k => k.Name == name);
        AlignedMemory row = new(48 * sizeof(float));
        float* values = (float*)row.Start;
        new Span<float>(values, 48).Fill(float.NegativeInfinity);
        values[0] = -3;
        kernel.Greatest(values, 48).ShouldBe(0);
        values[21] = values[35] = values[22] = -1;
        kernel.Greatest(values, 48).ShouldBe(21);
        values[47] = 2;
        kernel.Greatest(values, 48).ShouldBe(47);
    }

    // All float steps over the same random rows; every bit that comes out.
    private static byte[] Run(FloatKernel kernel, int rows, int round)
    {
        const int Width = 48;
        int stride = (rows + 15) / 16 * 16;
        Restoration restoration;
        AlignedMemory offsets = Integers(Width, 1), scales = Floats(Width, 0.001f, 2), biases = Floats(Width, 1, 3);
        restoration = new Restoration(Width, (nint)offsets.Start, (nint)scales.Start, (nint)biases.Start);
        AlignedMemory product = Integers(rows * Width, 4 + round), a = Floats(rows * Width, 3, 5 + round), b = Floats(rows * Width, 3, 6 + round);
        AlignedMemory bytes = new(rows * Width), sums = Floats(rows * Width, 2, 7), scores = new(rows * stride * sizeof(float)), inverse = new(stride * sizeof(float));
        AlignedMemory bias = Floats(2048, 1, 8), columns = Floats(Width * stride, 1, 9), mixed = new(rows * 32 * sizeof(float)), norm = new(rows * Width * sizeof(float));
        List<byte> all = [];
        void Keep(AlignedMemory memory) => all.AddRange(new ReadOnlySpan<byte>(memory.Start, memory.Length));
        float* first = (float*)a.Start;
        kernel.Quantise(first, rows * Width, 41.5f, bytes.Start);
        Keep(bytes);
        kernel.Restore((int*)product.Start, rows, restoration, rectify: round % 2 == 0, (float*)sums.Start);
        Keep(sums);
        kernel.RestoreRectifiedQuantise((int*)product.Start, rows, restoration, 12.25f, bytes.Start);
        Keep(bytes);
        kernel.RestoreAdd((int*)product.Start, rows, restoration, (float*)sums.Start);
        kernel.RestoreMaxoutAdd((int*)product.Start, rows, restoration, Width / 3, (float*)sums.Start);
        Keep(sums);
        kernel.RestoreMaxout((int*)product.Start, rows, restoration, Width / 3, (float*)norm.Start);
        kernel.Normalise(first, rows, Width, (float*)scales.Start, (float*)biases.Start, (float*)norm.Start);
        Keep(norm);
        kernel.NormaliseQuantise(first, rows, Width, (float*)scales.Start, (float*)biases.Start, 37f, bytes.Start);
        Keep(bytes);
        kernel.Quantise((float*)norm.Start, rows * Width, 37f, (byte*)mixed.Start);
        new ReadOnlySpan<byte>(mixed.Start, rows * Width).SequenceEqual(new ReadOnlySpan<byte>(bytes.Start, rows * Width)).ShouldBeTrue();
        kernel.Add(first, (float*)b.Start, (float*)sums.Start, rows * Width, (float*)norm.Start);
        Keep(norm);
        kernel.Add(first, (float*)b.Start, rows * Width, (float*)norm.Start);
        kernel.AddRectifiedQuantise(first, (float*)b.Start, rows * Width, 9f, bytes.Start);
        Keep(norm);
        Keep(bytes);
        kernel.Dots(first, Width, rows, (float*)columns.Start, rows, stride, Width, (float*)scores.Start);
        Keep(scores);
        kernel.Softmax((float*)scores.Start, rows, rows, stride, (float*)bias.Start + 1024, (float*)inverse.Start);
        Keep(scores);
        kernel.WeightedSums((float*)scores.Start, rows, rows, stride, (float*)inverse.Start, first, Width, (float*)mixed.Start, 32);
        Keep(mixed);
        AlignedMemory best = Floats(rows * Width, 1, 10);
        kernel.BestPaths(first, rows, Width, (float*)b.Start, rows, (float*)best.Start);
        Keep(best);
        for (int row = 0; row < rows; row++)
        {
            all.Add((byte)kernel.Greatest(first + (row * Width), Width));
        }

        // Their memory is read through pointers until here.
        GC.KeepAlive((a, b, product, offsets, scales, biases, columns, bias, inverse));
        return [.. all];
    }

    private static AlignedMemory Floats(int count, float size, int seed)
    {
        Random random = new(Seed + seed);
        AlignedMemory memory = new((count + 16) * sizeof(float));
        for (int i = 0; i < count; i++)
        {
            ((float*)memory.Start)[i] = (float)((random.NextDouble() - 0.5) * 2 * size);
        }

        return memory;
    }

    private static AlignedMemory Integers(int count, int seed)
    {
        Random random = new(Seed + seed);
        AlignedMemory memory = new((count + 16) * sizeof(int));
        for (int i = 0; i < count; i++)
        {
            ((int*)memory.Start)[i] = random.Next(-60_000, 60_000);
        }

        return memory;
    }
}
