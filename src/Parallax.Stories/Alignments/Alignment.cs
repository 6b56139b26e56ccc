namespace Parallax.Stories.Alignments;

/// <summary>How two pieces of two wordings stand to each other.</summary>
internal enum AlignmentKind
{
    /// <summary>Nothing corresponds.</summary>
    None,

    /// <summary>They mean the same.</summary>
    Same,

    /// <summary>The left one says more.</summary>
    LeftSaysMore,

    /// <summary>The right one says more.</summary>
    RightSaysMore,

    /// <summary>They mean much the same.</summary>
    Similar,

    /// <summary>They have to do with each other.</summary>
    Related,

    /// <summary>One says the opposite of the other.</summary>
    Opposite,
}

/// <summary>Two pieces that correspond.</summary>
/// <param name="Left">Index of the left piece.</param>
/// <param name="Right">Index of the right piece.</param>
/// <param name="Kind">How they stand to each other.</param>
/// <param name="Likeness">How alike they are, 0 (not at all) to 5 (the same).</param>
internal readonly record struct Alignment(int Left, int Right, AlignmentKind Kind, int Likeness);
