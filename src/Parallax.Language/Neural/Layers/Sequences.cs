namespace Parallax.Language.Neural.Layers;

/// <summary>The sequences of a batch: which rows belong together.</summary>
/// <param name="Bounds">First row of each sequence, and after the last one the number of rows.</param>
/// <param name="Count">Number of sequences.</param>
internal readonly unsafe record struct Sequences(nint Bounds, int Count)
{
    /// <summary>Number of rows.</summary>
    public int Rows => First(Count);

    /// <summary>First row of a sequence.</summary>
    public int First(int sequence) => ((int*)Bounds)[sequence];

    /// <summary>Rows of a sequence.</summary>
    public int Length(int sequence) => First(sequence + 1) - First(sequence);
}
