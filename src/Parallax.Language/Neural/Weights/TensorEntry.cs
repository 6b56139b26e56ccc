namespace Parallax.Language.Neural.Weights;

/// <summary>One tensor of a file.</summary>
/// <param name="Kind">Type of its elements.</param>
/// <param name="Shape">Its dimensions, the outermost first.</param>
/// <param name="Begin">First byte in the data of the file.</param>
/// <param name="End">Byte after the last.</param>
internal sealed record TensorEntry(TensorKind Kind, int[] Shape, long Begin, long End);
