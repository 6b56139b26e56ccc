using System.Runtime.CompilerServices;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The loops that lay out a <see cref="PackedMatrix"/>; compiled fully at once because they run at start.</summary>
internal static unsafe class Packing
{
    // 16-bit lanes of a group.
    private const int Lanes = PackedMatrix.GroupBytes / 2;
    private const int LargestActivation = 255;

    /// <summary>Copies the weights into their places and sums them; false where one is out of range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Pack(sbyte* rows, PackedMatrix matrix)
    {
        int outputs = matrix.Outputs, inputs = matrix.Inputs, groups = matrix.Groups;
        int* sums = matrix.Sums;
        bool valid = true;
        for (int output = 0; output < outputs; output++)
        {
            sbyte* row = rows + ((nint)output * inputs);
            sbyte* to = matrix.Weights
                + ((nint)(output / PackedMatrix.PanelWidth) * groups * PackedMatrix.GroupBytes)
                + (output % PackedMatrix.PanelWidth * PackedMatrix.GroupWidth);
            int sum = 0;
            for (int input = 0; input < inputs; input++)
            {
                int weight = row[input];
                valid &= (uint)(weight + PackedMatrix.LargestWeight) <= 2 * PackedMatrix.LargestWeight;
                sum += weight;
                to[(input / PackedMatrix.GroupWidth * PackedMatrix.GroupBytes) + (input % PackedMatrix.GroupWidth)] = (sbyte)weight;
            }

            sums[output] = sum;
        }

        return valid;
    }

    /// <summary>Cuts the groups of each panel into the longest segments in which no lane passes the limit, and counts them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CutSegments(PackedMatrix matrix, Span<int> counts)
    {
        int* sums = stackalloc int[Lanes];
        for (int panel = 0; panel < matrix.Panels; panel++)
        {
            sbyte* weights = matrix.Weights + ((nint)panel * matrix.Groups * PackedMatrix.GroupBytes);
            byte* segments = matrix.Segments + ((nint)panel * matrix.Groups);
            int length = 0, count = 0;
            for (int group = 0; group < matrix.Groups; group++, weights += PackedMatrix.GroupBytes)
            {
                int most = 0;
                for (int lane = 0; lane < Lanes; lane++)
                {
                    int size = Math.Abs((int)weights[2 * lane]) + Math.Abs((int)weights[(2 * lane) + 1]);
                    most = Math.Max(most, size + (length == 0 ? 0 : sums[lane]));
                }

                if (length == PackedMatrix.LongestSegment || most > PackedMatrix.LaneLimit)
                {
                    segments[count++] = (byte)length;
                    length = 0;
                }

                for (int lane = 0; lane < Lanes; lane++)
                {
                    int size = Math.Abs((int)weights[2 * lane]) + Math.Abs((int)weights[(2 * lane) + 1]);
                    sums[lane] = size + (length == 0 ? 0 : sums[lane]);
                }

                length++;
            }

            segments[count++] = (byte)length;
            counts[panel] = count;
        }
    }

    /// <summary>Fills in where lanes begin: minus the middle of what their sum can be; and what the sums of outputs begin at for that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Centre(PackedMatrix matrix)
    {
        short* centres = matrix.Centres;
        for (int panel = 0; panel < matrix.Panels; panel++)
        {
            sbyte* weights = matrix.Weights + ((nint)panel * matrix.Groups * PackedMatrix.GroupBytes);
            byte* segments = matrix.Segments + ((nint)panel * matrix.Groups);
            int* beginnings = matrix.Beginnings + (panel * PackedMatrix.PanelWidth);
            for (int group = 0; group < matrix.Groups; segments++, centres += Lanes)
            {
                int length = *segments;
                for (int lane = 0; lane < Lanes; lane++)
                {
                    int sum = 0; // of all weights: greatest and least of the lane, divided by 255
                    for (int g = 0; g < length; g++)
                    {
                        sbyte* pair = weights + (g * PackedMatrix.GroupBytes) + (2 * lane);
                        sum += pair[0] + pair[1];
                    }

                    int centre = -(((LargestActivation * sum) + 1) >> 1);
                    centres[lane] = (short)centre;
                    beginnings[lane / 2] -= centre;
                }

                group += length;
                weights += (nint)length * PackedMatrix.GroupBytes;
            }
        }
    }
}
