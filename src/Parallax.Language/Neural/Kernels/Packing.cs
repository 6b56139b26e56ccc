using System.Runtime.CompilerServices;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The loops that lay out a <see cref="PackedMatrix"/>; compiled fully at once because they run at start.</summary>
internal static unsafe class Packing
{
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

    /// <summary>Cuts the groups of each panel into the longest segments in which no lane passes <paramref name="limit"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CutSegments(PackedMatrix matrix, int limit, int longest)
    {
        const int Lanes = PackedMatrix.GroupBytes / 2;
        int* positive = stackalloc int[Lanes];
        int* negative = stackalloc int[Lanes];
        for (int panel = 0; panel < matrix.Panels; panel++)
        {
            sbyte* weights = matrix.Weights + ((nint)panel * matrix.Groups * PackedMatrix.GroupBytes);
            byte* segments = matrix.Segments + ((nint)panel * matrix.Groups);
            int length = 0, count = 0;
            for (int group = 0; group < matrix.Groups; group++, weights += PackedMatrix.GroupBytes)
            {
                if (length == longest || (length > 0 && !Fits(weights, positive, negative, limit)))
                {
                    segments[count++] = (byte)length;
                    length = 0;
                }

                Add(weights, positive, negative, first: length == 0);
                length++;
            }

            segments[count] = (byte)length;
        }

        static bool Fits(sbyte* weights, int* positive, int* negative, int limit)
        {
            int most = 0;
            for (int lane = 0; lane < Lanes; lane++)
            {
                int a = weights[2 * lane], b = weights[(2 * lane) + 1];
                most = Math.Max(most, positive[lane] + Math.Max(a, 0) + Math.Max(b, 0));
                most = Math.Max(most, negative[lane] - Math.Min(a, 0) - Math.Min(b, 0));
            }

            return most <= limit;
        }

        static void Add(sbyte* weights, int* positive, int* negative, bool first)
        {
            for (int lane = 0; lane < Lanes; lane++)
            {
                int a = weights[2 * lane], b = weights[(2 * lane) + 1];
                positive[lane] = (first ? 0 : positive[lane]) + Math.Max(a, 0) + Math.Max(b, 0);
                negative[lane] = (first ? 0 : negative[lane]) - Math.Min(a, 0) - Math.Min(b, 0);
            }
        }
    }
}
