namespace Parallax.Language.Neural.Kernels;

/// <summary>Walks over a product in tiles of some rows by a part of a panel; the instruction sets differ in how they compute one tile.</summary>
/// <param name="rows">Rows of a tile, a divisor of 128.</param>
/// <param name="parts">Parts of a panel, one after another.</param>
internal abstract unsafe class TiledKernel(int rows, int parts) : IntegerKernel
{
    // Rows whose places are worked out at once; their activations stay in the first-level cache while the panels pass by.
    private const int Block = 128;

    public sealed override void Multiply(byte* activations, int* offsets, int rowCount, PackedMatrix matrix, int* product)
    {
        byte** from = stackalloc byte*[Block];
        int** to = stackalloc int*[Block];
        unchecked
        {
            for (int first = 0; first < rowCount; first += Block)
            {
                int count = Math.Min(rowCount - first, Block), padded = (count + rows - 1) / rows * rows;
                for (int i = 0; i < padded; i++)
                {
                    // Beyond the last row the last is computed again: the same numbers go to the same place.
                    int at = first + Math.Min(i, count - 1);
                    from[i] = activations + offsets[at];
                    to[i] = product + ((nint)at * matrix.PaddedOutputs);
                }

                Multiply(from, padded, matrix, to);
            }
        }
    }

    private void Multiply(byte** from, int rowCount, PackedMatrix matrix, int** to)
    {
        sbyte* weights = matrix.Weights;
        byte* segments = matrix.Segments;
        short* centres = matrix.Centres;
        int* beginnings = matrix.Beginnings;
        int groups = matrix.Groups, panels = matrix.Panels;
        for (int number = 0; number < panels; number++)
        {
            PackedPanel panel = new(weights, segments, centres, beginnings, groups, number * PackedMatrix.PanelWidth);
            for (int row = 0; row < rowCount; row += rows)
            {
                for (int part = 0; part < parts; part++)
                {
                    Tile(from + row, panel, to + row, part);
                }
            }

            weights += (nint)groups * PackedMatrix.GroupBytes;
            segments += groups;
            centres += (nint)matrix.SegmentCount(number) * (PackedMatrix.GroupBytes / 2);
            beginnings += PackedMatrix.PanelWidth;
        }
    }

    /// <summary>Computes one tile.</summary>
    /// <param name="rows">Its rows of activations.</param>
    /// <param name="panel">The weights.</param>
    /// <param name="to">The rows of the product.</param>
    /// <param name="part">Which part of the panel.</param>
    protected abstract void Tile(byte** rows, PackedPanel panel, int** to, int part);
}

/// <summary>One panel of a <see cref="PackedMatrix"/>.</summary>
internal readonly unsafe ref struct PackedPanel(sbyte* weights, byte* segments, short* centres, int* beginnings, int groups, int column)
{
    /// <summary>Its groups.</summary>
    public readonly sbyte* Weights = weights;

    /// <summary>How many groups each segment has.</summary>
    public readonly byte* Segments = segments;

    /// <summary>Where the 16-bit lanes of each segment begin.</summary>
    public readonly short* Centres = centres;

    /// <summary>Where the sums of the outputs begin.</summary>
    public readonly int* Beginnings = beginnings;

    /// <summary>Number of groups.</summary>
    public readonly int Groups = groups;

    /// <summary>First of its outputs: where its sums stand in a row of the product.</summary>
    public readonly int Column = column;
}
