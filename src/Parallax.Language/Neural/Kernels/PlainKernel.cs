namespace Parallax.Language.Neural.Kernels;

/// <summary>The product without vector registers: what the others are compared with.</summary>
internal sealed unsafe class PlainKernel : IntegerKernel
{
    public override string Name => "plain";

    public override void Multiply(byte* activations, int* offsets, int rows, PackedMatrix matrix, int* product)
    {
        nint width = matrix.PaddedOutputs, groups = matrix.Groups;
        for (nint row = 0; row < rows; row++)
        {
            byte* a = activations + offsets[row];
            for (nint output = 0; output < width; output++)
            {
                sbyte* w = matrix.Weights
                    + (output / PackedMatrix.PanelWidth * groups * PackedMatrix.GroupBytes)
                    + (output % PackedMatrix.PanelWidth * PackedMatrix.GroupWidth);
                int sum = 0;
                for (nint group = 0; group < groups; group++, w += PackedMatrix.GroupBytes)
                {
                    byte* four = a + (group * PackedMatrix.GroupWidth);
                    sum += (four[0] * w[0]) + (four[1] * w[1]) + (four[2] * w[2]) + (four[3] * w[3]);
                }

                product[(row * width) + output] = sum;
            }
        }
    }
}
