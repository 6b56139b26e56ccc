namespace Parallax.Stories.Propositions;

/// <summary>How two participants in one role stand to each other.</summary>
internal enum SlotMatch
{
    /// <summary>One of them is not told or refers to nothing known.</summary>
    Unknown,

    /// <summary>They are the same.</summary>
    Same,

    /// <summary>They may stand for each other: a government and its minister, a thing and a kind of it.</summary>
    Related,

    /// <summary>They are others.</summary>
    Different,
}
