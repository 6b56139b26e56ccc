using System.Collections.Immutable;
using Parallax.Core.Text;

namespace Parallax.Intake.Mapping;

/// <summary>Words of a structured format, decoded, with a map back to the text received.</summary>
/// <param name="Text">The words after references and escapes were decoded.</param>
/// <param name="Pieces">From offsets of <paramref name="Text"/> to offsets of the text received, sorted; characters that were decoded stand nowhere.</param>
internal sealed record MappedText(string Text, ImmutableArray<TextMapPiece> Pieces)
{
    /// <summary>No words.</summary>
    public static MappedText Empty { get; } = new("", []);

    /// <summary>The value without white space at its ends.</summary>
    public MappedText Trim()
    {
        int start = 0, end = Text.Length;
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return start == 0 && end == Text.Length ? this : new MappedText(Text[start..end], ValueMap.Slice(Pieces, start, end));
    }
}
