namespace Parallax.Core.Text;

/// <summary>Word vectors: words that stand in like company have vectors that point the same way. Thread-safe.</summary>
public interface IWordVectors
{
    /// <summary>Numbers of a vector.</summary>
    int Width { get; }

    /// <summary>The vector of a word, lower case or not.</summary>
    /// <returns><see cref="Width"/> whole numbers from -127 to 127, valid as long as what gave the vectors; empty for a word without one.</returns>
    ReadOnlySpan<sbyte> Find(ReadOnlySpan<char> word);
}
