namespace Parallax.Language.Neural.Kernels;

/// <summary>How an integer product becomes floats again, output by output.</summary>
/// <param name="Width">Length of a row of the product, a multiple of 16.</param>
/// <param name="Offset">Added to the integer: takes off what the 128 added to each activation has brought in.</param>
/// <param name="Scale">Factor.</param>
/// <param name="Bias">Added at last.</param>
internal readonly unsafe record struct Restoration(int Width, nint Offset, nint Scale, nint Bias)
{
    public int* Offsets => (int*)Offset;

    public float* Scales => (float*)Scale;

    public float* Biases => (float*)Bias;
}
