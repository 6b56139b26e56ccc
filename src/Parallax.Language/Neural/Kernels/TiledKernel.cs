namespace Parallax.Language.Neural.Kernels;

/// <summary>Walks over a product in tiles of some rows by a part of a panel; the instruction sets differ in how they compute one tile.</summary>
/// <param name="rows">Rows of a tile.</param>
/// <param name="parts">Parts of a panel, one after another.</param>
internal abstract unsafe class TiledKernel(int rows, int parts) : IntegerKernel
{
    public sealed override void Multiply(byte* activations, int* offsets, int rowCount, PackedMatrix matrix, int* product)
    {
        byte** tile = stackalloc byte*[rows];
        int** to = stackalloc int*[rows];
        sbyte* weights = matrix.Weights;
        short* centres = matrix.Centres;
        for (int number = 0; number < matrix.Panels; number++)
        {
            PackedPanel panel = new(
                weights, matrix.Segments + ((nint)number * matrix.Groups), centres, matrix.Beginnings + (number * PackedMatrix.PanelWidth), matrix.Groups);
            for (int row = 0; row < rowCount; row += rows)
            {
                for (int i = 0; i < rows; i++)
                {
                    // Beyond the last row the last is computed again: the same numbers go to the same place.
                    int at = Math.Min(row + i, rowCount - 1);
                    tile[i] = activations + offsets[at];
                    to[i] = product + ((nint)at * matrix.PaddedOutputs) + (number * PackedMatrix.PanelWidth);
                }

                for (int part = 0; part < parts; part++)
                {
                    Tile(tile, panel, to, part);
                }
            }

            weights += (nint)matrix.Groups * PackedMatrix.GroupBytes;
            centres += (nint)matrix.SegmentCount(number) * (PackedMatrix.GroupBytes / 2);
        }
    }

    /// <summary>Computes one tile.</summary>
    /// <param name="rows">Its rows of activations.</param>
    /// <param name="panel">The weights.</param>
    /// <param name="to">Where the sums of each row go: the beginning of the panel in the product.</param>
    /// <param name="part">Which part of the panel.</param>
    protected abstract void Tile(byte** rows, PackedPanel panel, int** to, int part);
}

/// <summary>One panel of a <see cref="PackedMatrix"/>.</summary>
internal readonly unsafe ref struct PackedPanel(sbyte* weights, byte* segments, short* centres, int* beginnings, int groups)
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
}
