using BenchmarkDotNet.Attributes;
using Parallax.Language.Neural.Kernels;

namespace Parallax.Bench.Kernels;

/// <summary>The integer product of 144 rows and the float steps after it, for each kernel of this processor.</summary>
public unsafe class KernelBenchmarks
{
    private const int Rows = 144;
    private const int Width = 384;

    private readonly AlignedMemory _activations = new(Rows * Width);
    private readonly AlignedMemory _product = new(Rows * Width * sizeof(int));
    private readonly AlignedMemory _floats = new(Rows * Width * sizeof(float));
    private readonly AlignedMemory _row = new(Width * sizeof(float));
    private int[] _offsets = [];
    private PackedMatrix? _matrix;

    /// <summary>Name of the integer kernel.</summary>
    [ParamsSource(nameof(IntegerNames))]
    public string Integers { get; set; } = string.Empty;

    /// <summary>The integer kernels of this processor.</summary>
    public static IEnumerable<string> IntegerNames => IntegerKernel.Supported.Select(static kernel => kernel.Name);

    private IntegerKernel Kernel => IntegerKernel.Supported.First(kernel => kernel.Name == Integers);

    private FloatKernel Floats => FloatKernel.Supported[Math.Min(IntegerKernel.Supported.ToList().IndexOf(Kernel), FloatKernel.Supported.Count - 1)];

    /// <summary>Random weights with the spread of trained ones, random activations.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Random random = new(1);
        sbyte[] weights = [.. Enumerable.Range(0, Width * Width).Select(_ => (sbyte)Math.Clamp((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 42, -63, 63))];
        _matrix = new PackedMatrix(weights, Width, Width);
        random.NextBytes(new Span<byte>(_activations.Start, _activations.Length));
        _offsets = [.. Enumerable.Range(0, Rows).Select(static row => row * Width)];
    }

    /// <summary>144 × 384 × 384.</summary>
    [Benchmark]
    public void Product()
    {
        fixed (int* offsets = _offsets)
        {
            Kernel.Multiply(_activations.Start, offsets, Rows, _matrix!, (int*)_product.Start); // Set up before.
        }
    }

    /// <summary>Maxout of 144 rows to width 128, added to the rows, and their norm.</summary>
    [Benchmark]
    public void MaxoutAndNorm()
    {
        Restoration restoration = new(Width, (nint)_row.Start, (nint)_row.Start, (nint)_row.Start);
        Floats.RestoreMaxoutAdd((int*)_product.Start, Rows, restoration, Width / 3, (float*)_floats.Start);
        Floats.Normalise((float*)_floats.Start, Rows, Width / 3, (float*)_row.Start, (float*)_row.Start, (float*)_floats.Start);
    }
}
