using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The product of rows of unsigned bytes with a packed matrix, exact in 32-bit integers, so the same in every implementation. Stateless.</summary>
internal abstract unsafe class IntegerKernel
{
    /// <summary>Name of the instruction set, for reports of measurements.</summary>
    public abstract string Name { get; }

    /// <summary>The implementations that run on this processor, the fastest first; the last is always the plain one.</summary>
    public static IReadOnlyList<IntegerKernel> Supported { get; } = Find();

    /// <summary>Multiplies.</summary>
    /// <param name="activations">First row; a row is <see cref="PackedMatrix.PaddedInputs"/> readable bytes.</param>
    /// <param name="offsets">Where row r begins, in bytes after <paramref name="activations"/>; rows may overlap (a convolution's do).</param>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="matrix">The weights.</param>
    /// <param name="product">Out: <c>[rows × PaddedOutputs]</c>.</param>
    public abstract void Multiply(byte* activations, int* offsets, int rows, PackedMatrix matrix, int* product);

    private static List<IntegerKernel> Find()
    {
        List<IntegerKernel> found = [];
        if (AvxVnni.IsSupported)
        {
            found.Add(new VnniKernel());
        }

        if (Avx512BW.IsSupported)
        {
            found.Add(new Avx512Kernel());
        }

        if (Avx2.IsSupported)
        {
            found.Add(new Avx2Kernel());
        }

        if (Ssse3.IsSupported)
        {
            found.Add(new Ssse3Kernel());
        }

        if (Dp.IsSupported)
        {
            found.Add(new DotProductKernel());
        }

        if (Vector128.IsHardwareAccelerated)
        {
            found.Add(new PortableKernel());
        }

        found.Add(new PlainKernel());
        return found;
    }
}
