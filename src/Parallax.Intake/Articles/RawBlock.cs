using System.Collections.Immutable;
using Parallax.Core.Text;

namespace Parallax.Intake.Articles;

/// <summary>What the format itself says about a block.</summary>
internal enum BlockHint
{
    /// <summary>Nothing: a line or paragraph of plain text.</summary>
    None,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>Words under a picture.</summary>
    Caption,

    /// <summary>Somebody else's words set apart.</summary>
    Quotation,

    /// <summary>Navigation, forms, footers and the like: cut, with <see cref="RawBlock.CutReason"/>.</summary>
    Furniture,
}

/// <summary>A block of the text received, before it is known what it is.</summary>
/// <param name="Text">Its words, trimmed.</param>
/// <param name="Pieces">From offsets of <paramref name="Text"/> to offsets of the text received, sorted.</param>
/// <param name="Hint">What the format says it is.</param>
/// <param name="CutReason">Why the format's reader would cut it, or null.</param>
internal sealed record RawBlock(string Text, ImmutableArray<TextMapPiece> Pieces, BlockHint Hint, string? CutReason = null)
{
    /// <summary>Where it starts in the text received.</summary>
    public int ReceivedStart => Pieces.IsEmpty ? 0 : Pieces[0].ReceivedStart;

    /// <summary>The part from <paramref name="start"/> up to <paramref name="end"/>, trimmed.</summary>
    public RawBlock Slice(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        ImmutableArray<TextMapPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextMapPiece>();
        foreach (TextMapPiece piece in Pieces)
        {
            int from = Math.Max(piece.Start, start), to = Math.Min(piece.Start + piece.Length, end);
            if (from < to)
            {
                pieces.Add(new TextMapPiece(from - start, piece.ReceivedStart + from - piece.Start, to - from));
            }
        }

        return new RawBlock(Text[start..end], pieces.ToImmutable(), Hint, CutReason);
    }
}
