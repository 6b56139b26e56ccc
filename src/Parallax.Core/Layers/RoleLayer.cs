using System.Collections.Immutable;

namespace Parallax.Core.Layers;

/// <summary>A source, cue or content of an attribution, as the network reads it before any rule looks at it.</summary>
/// <param name="Role"><c>source</c>, <c>cue</c> or <c>content</c>.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="TokenCount">Number of its tokens, at least 1.</param>
/// <param name="Parent">Place in the layer of the content it stands in; -1 where it stands in none.</param>
/// <param name="Cue">Place in the layer of the cue it belongs to; of a cue its own place; -1 where the network finds none.</param>
public readonly record struct RoleSpan(string Role, int FirstToken, int TokenCount, int Parent, int Cue)
{
    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}

/// <summary>The attribution roles of a report as spans that refer to each other by their place in the list.</summary>
/// <param name="Spans">For each window of the text its spans in order, then for each content of the window what stands inside it.</param>
public sealed record RoleLayer(ImmutableArray<RoleSpan> Spans);
