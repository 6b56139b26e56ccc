using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parallax.Language.Neural.Kernels;

/// <summary>The loops that lay out a <see cref="PackedMatrix"/>; compiled fully at once because they run at start.</summary>
internal static unsafe class Packing
{
    // 16-bit lanes of a group, and how many 128-bit registers they fill.
    private const int Lanes = PackedMatrix.GroupBytes / 2;
    private const int Parts = Lanes / 8;
    private const int LargestActivation = 255;

    /// <summary>Copies the weights into their places and sums them; false where one is out of range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Pack(sbyte* rows, PackedMatrix matrix)
    {
        int inputs = matrix.Inputs, whole = inputs / PackedMatrix.GroupWidth;
        uint worst = 0;
        for (int output = 0; output < matrix.Outputs; output++)
        {
            sbyte* row = rows + ((nint)output * inputs);
            sbyte* to = matrix.Weights
                + ((nint)(output / PackedMatrix.PanelWidth) * matrix.Groups * PackedMatrix.GroupBytes)
                + (output % PackedMatrix.PanelWidth * PackedMatrix.GroupWidth);
            int sum = 0;
            unchecked
            {
                for (int group = 0; group < whole; group++, row += PackedMatrix.GroupWidth, to += PackedMatrix.GroupBytes)
                {
                    *(int*)to = *(int*)row;
                    sum += row[0] + row[1] + row[2] + row[3];
                    worst |= Beyond(row[0]) | Beyond(row[1]) | Beyond(row[2]) | Beyond(row[3]);
                }

                for (int i = 0; i < inputs % PackedMatrix.GroupWidth; i++)
                {
                    to[i] = row[i];
                    sum += row[i];
                    worst |= Beyond(row[i]);
                }
            }

            matrix.Sums[output] = sum;
        }

        return worst >> 31 == 0;
    }

    /// <summary>Cuts the groups of each panel into the longest segments in which no lane passes the limit, and counts them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CutSegments(PackedMatrix matrix, Span<int> counts)
    {
        Vector128<short>* sums = stackalloc Vector128<short>[Parts];
        Vector128<short>* sizes = stackalloc Vector128<short>[Parts];
        Vector128<short> limit = Vector128.Create((short)PackedMatrix.LaneLimit);
        sbyte* weights = matrix.Weights;
        for (int panel = 0; panel < matrix.Panels; panel++)
        {
            byte* segments = matrix.Segments + ((nint)panel * matrix.Groups);
            int length = 0, count = 0;
            new Span<byte>(sums, Lanes * sizeof(short)).Clear();
            for (int group = 0; group < matrix.Groups; group++, weights += PackedMatrix.GroupBytes)
            {
                Vector128<short> beyond = Vector128<short>.Zero;
                for (int part = 0; part < Parts; part++)
                {
                    Vector128<short> pairs = Vector128.Load((short*)weights + (part * 8));
                    sizes[part] = Vector128.Abs(Even(pairs)) + Vector128.Abs(Odd(pairs));
                    beyond |= Vector128.GreaterThan(sums[part] + sizes[part], limit);
                }

                bool cut = length == PackedMatrix.LongestSegment || beyond != Vector128<short>.Zero;
                if (cut)
                {
                    segments[count++] = (byte)length;
                    length = 0;
                }

                for (int part = 0; part < Parts; part++)
                {
                    sums[part] = cut ? sizes[part] : sums[part] + sizes[part];
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
        Vector128<short>* sums = stackalloc Vector128<short>[Parts];
        short* centres = matrix.Centres;
        sbyte* weights = matrix.Weights;
        for (int panel = 0; panel < matrix.Panels; panel++)
        {
            byte* segments = matrix.Segments + ((nint)panel * matrix.Groups);
            int* beginnings = matrix.Beginnings + (panel * PackedMatrix.PanelWidth);
            for (int group = 0; group < matrix.Groups; group += *segments, segments++, centres += Lanes)
            {
                new Span<byte>(sums, Lanes * sizeof(short)).Clear();
                for (int g = 0; g < *segments; g++, weights += PackedMatrix.GroupBytes)
                {
                    for (int part = 0; part < Parts; part++)
                    {
                        Vector128<short> pairs = Vector128.Load((short*)weights + (part * 8));
                        sums[part] += Even(pairs) + Odd(pairs);
                    }
                }

                // The sum of all weights of a lane times 255 is its greatest and its least sum added.
                short* sum = (short*)sums;
                unchecked
                {
                    for (int lane = 0; lane < Lanes; lane++)
                    {
                        int centre = -(((LargestActivation * sum[lane]) + 1) >> 1);
                        centres[lane] = (short)centre;
                        beginnings[lane / 2] -= centre;
                    }
                }
            }
        }
    }

    // The highest bit is set where a weight lies outside the range.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Beyond(int weight) =>
        unchecked((uint)(PackedMatrix.LargestWeight - weight) | (uint)(PackedMatrix.LargestWeight + weight));

    // The signed bytes at even and at odd places, as 16-bit numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Even(Vector128<short> pairs) => (pairs << 8) >> 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Odd(Vector128<short> pairs) => pairs >> 8;
}
