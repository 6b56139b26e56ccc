namespace Parallax.Language.Neural.Kernels;

/// <summary>An int8 weight matrix in the order in which the integer kernels read it. Made once, immutable, thread-safe.</summary>
/// <remarks>
/// Outputs are cut into panels of <see cref="PanelWidth"/>, inputs into groups of four. A panel is a run of groups, and a group holds, for each of its
/// 16 outputs, the weights of the four inputs: 64 bytes. Missing outputs and inputs are zero weights.
/// <para>
/// The kernels for x86 multiply bytes to sums of two products in 16 bits and add several such sums before they widen them to 32. How many is
/// decided here, from the weights: the groups of a panel are cut into segments in which the sum of a 16-bit lane has at most 65,536 values, whatever the
/// activations (0–255). Each lane of a segment begins at a number of its own (<see cref="Centres"/>) that puts those values into the range of 16 bits, and the
/// 32-bit sum begins at what takes these numbers off again (<see cref="Beginnings"/>). So the result is exact, always.
/// </para>
/// </remarks>
internal sealed unsafe class PackedMatrix
{
    /// <summary>Outputs in a panel.</summary>
    public const int PanelWidth = 16;

    /// <summary>Inputs in a group.</summary>
    public const int GroupWidth = 4;

    /// <summary>Bytes of one group of a panel.</summary>
    public const int GroupBytes = PanelWidth * GroupWidth;

    /// <summary>Largest absolute weight: 2 × 255 × 64 fits into 16 bits.</summary>
    public const int LargestWeight = 64;

    /// <summary>Most that the absolute weights of a 16-bit lane may sum to in a segment: 255 × 257 is 65,535.</summary>
    public const int LaneLimit = 257;

    /// <summary>Most groups of a segment.</summary>
    public const int LongestSegment = 32;

    private readonly AlignedMemory _weights;
    private readonly AlignedMemory _segments;
    private readonly AlignedMemory _centres;
    private readonly AlignedMemory _beginnings;
    private readonly AlignedMemory _sums;
    private readonly int[] _segmentCounts;

    /// <summary>Packs a matrix.</summary>
    /// <param name="weights">Row by row, <c>[outputs × inputs]</c>, each from -64 to 64.</param>
    /// <param name="outputs">Number of outputs, at least 1.</param>
    /// <param name="inputs">Number of inputs, at least 1.</param>
    /// <exception cref="ArgumentException">The sizes do not agree, or a weight is out of range.</exception>
    public PackedMatrix(ReadOnlySpan<sbyte> weights, int outputs, int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        if (weights.Length != outputs * inputs)
        {
            throw new ArgumentException($"{outputs} × {inputs} weights were expected and {weights.Length} given.", nameof(weights));
        }

        Outputs = outputs;
        Inputs = inputs;
        Panels = (outputs + PanelWidth - 1) / PanelWidth;
        Groups = (inputs + GroupWidth - 1) / GroupWidth;
        _weights = new AlignedMemory(Panels * Groups * GroupBytes);
        _segments = new AlignedMemory(Panels * Groups);
        _sums = new AlignedMemory(PaddedOutputs * sizeof(int));
        _beginnings = new AlignedMemory(PaddedOutputs * sizeof(int));
        fixed (sbyte* rows = weights)
        {
            if (!Packing.Pack(rows, this))
            {
                throw new ArgumentException($"A weight lies outside -{LargestWeight}..{LargestWeight}.", nameof(weights));
            }
        }

        _segmentCounts = new int[Panels];
        Packing.CutSegments(this, _segmentCounts);
        int segments = 0;
        foreach (int count in _segmentCounts)
        {
            segments += count;
        }

        _centres = new AlignedMemory(segments * GroupBytes);
        Packing.Centre(this);
    }

    /// <summary>Number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>Number of outputs with those that fill the last panel; the length of a row of a product.</summary>
    public int PaddedOutputs => Panels * PanelWidth;

    /// <summary>Number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Bytes of a row of activations that a kernel reads: inputs rounded up to a whole group.</summary>
    public int PaddedInputs => Groups * GroupWidth;

    /// <summary>Number of panels.</summary>
    public int Panels { get; }

    /// <summary>Number of groups of a panel.</summary>
    public int Groups { get; }

    /// <summary>The packed weights.</summary>
    public sbyte* Weights => (sbyte*)_weights.Start;

    /// <summary>For each panel <see cref="Groups"/> bytes, of which the first ones are lengths of segments in groups; together they give all groups.</summary>
    public byte* Segments => _segments.Start;

    /// <summary>Number of segments of a panel.</summary>
    public int SegmentCount(int panel) => _segmentCounts[panel];

    /// <summary>For each segment, panel after panel, the number at which each of its 32 lanes begins.</summary>
    public short* Centres => (short*)_centres.Start;

    /// <summary>The number at which the 32-bit sum of each output begins where the lanes begin at <see cref="Centres"/>; padded as <see cref="Sums"/>.</summary>
    public int* Beginnings => (int*)_beginnings.Start;

    /// <summary>Sum of the weights of each output, padded with zeros to <see cref="PaddedOutputs"/>.</summary>
    public int* Sums => (int*)_sums.Start;
}
