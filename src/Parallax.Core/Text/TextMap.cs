using System.Collections.Immutable;

namespace Parallax.Core.Text;

/// <summary>One piece of a <see cref="TextMap"/>: <paramref name="Length"/> code units that stand at <paramref name="Start"/> in the article and at
/// <paramref name="ReceivedStart"/> in the text as received.</summary>
public readonly record struct TextMapPiece(int Start, int ReceivedStart, int Length);

/// <summary>Leads from offsets of the article text back to offsets of the text as received.</summary>
/// <remarks>Pieces are sorted by <see cref="TextMapPiece.Start"/> and do not overlap. Code units between pieces (paragraph breaks put in by the reader) stand nowhere in the received text.</remarks>
public sealed class TextMap
{
    /// <summary>Makes a map of sorted pieces.</summary>
    /// <exception cref="ArgumentException">The pieces are not sorted, overlap or hold a negative number.</exception>
    public TextMap(ImmutableArray<TextMapPiece> pieces)
    {
        int end = 0;
        foreach (TextMapPiece piece in pieces)
        {
            if (piece.Start < end || piece.Length < 0 || piece.ReceivedStart < 0)
            {
                throw new ArgumentException($"The piece {piece} is out of order.", nameof(pieces));
            }

            end = piece.Start + piece.Length;
        }

        Pieces = pieces;
    }

    /// <summary>The pieces in text order.</summary>
    public ImmutableArray<TextMapPiece> Pieces { get; }

    /// <summary>The map of a text that was taken as it was received.</summary>
    public static TextMap Identity(int length) => new([new TextMapPiece(0, 0, length)]);

    /// <summary>Where the code unit at <paramref name="position"/> stood in the received text; false for one that stood nowhere there.</summary>
    public bool TryGetReceived(int position, out int received)
    {
        int low = 0, high = Pieces.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            TextMapPiece piece = Pieces[middle];
            if (position < piece.Start)
            {
                high = middle - 1;
            }
            else if (piece.Start + piece.Length <= position)
            {
                low = middle + 1;
            }
            else
            {
                received = piece.ReceivedStart + position - piece.Start;
                return true;
            }
        }

        received = 0;
        return false;
    }
}
