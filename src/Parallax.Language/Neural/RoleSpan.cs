namespace Parallax.Language.Neural;

/// <summary>A source, cue or content of an attribution, as the network reads it.</summary>
/// <param name="Role"><c>source</c>, <c>cue</c> or <c>content</c>.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="TokenCount">Number of its tokens, at least 1.</param>
/// <param name="Parent">At depth 0 -1; else the place, in the same list, of the content it stands in.</param>
/// <param name="Cue">Place, in the same list, of the cue it belongs to; of a cue its own place; -1 where the network finds none.</param>
public readonly record struct RoleSpan(string Role, int FirstToken, int TokenCount, int Parent, int Cue)
{
    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
