namespace Parallax.Core.Text;

/// <summary>A stretch of text: start and length in UTF-16 code units, the end exclusive.</summary>
/// <remarks><c>default</c> is the empty span at 0. Prints as <c>[3..9)</c>.</remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(TextSpanConverter))]
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>Makes a span from its start and length.</summary>
    /// <param name="start">First code unit, 0 or more.</param>
    /// <param name="length">Number of code units, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either is negative, or the end does not fit an <see cref="int"/>.</exception>
    public TextSpan(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, int.MaxValue - start);
        Start = start;
        Length = length;
    }

    /// <summary>First code unit, 0-based.</summary>
    public int Start { get; }

    /// <summary>Number of code units; may be 0.</summary>
    public int Length { get; }

    /// <summary>First code unit after the span.</summary>
    public int End => Start + Length;

    /// <summary>Whether the span holds no code unit.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The span from <paramref name="start"/> up to but not including <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the start, or the start is negative.</exception>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether the code unit at <paramref name="position"/> lies inside.</summary>
    public bool Contains(int position) => Start <= position && position < End;

    /// <summary>Whether the whole of <paramref name="other"/> lies inside (an empty span may lie at either edge).</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End && !IsEmpty && !other.IsEmpty;

    /// <summary>Whether the two share a code unit or meet at an edge.</summary>
    public bool Touches(TextSpan other) => Start <= other.End && other.Start <= End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Orders by start, then by length, shorter first.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : Length.CompareTo(other.Length);

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{Start}..{End})");

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
