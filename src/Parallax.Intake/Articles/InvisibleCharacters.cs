using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parallax.Core.Text;

namespace Parallax.Intake.Articles;

/// <summary>Leaves characters out that no reader sees: overrides of direction, zero-width spaces, soft hyphens, tag characters, and marks stacked on one letter without end. The text received keeps them.</summary>
/// <remarks>So a name is the same name with and without them, and nothing hidden between letters reaches an account.</remarks>
internal static class InvisibleCharacters
{
    private const int MaxMarks = 30; // As Unicode's stream-safe format has it; no language needs so many.

    /// <summary>The words without such characters; the same string where there are none.</summary>
    public static string Remove(string words)
    {
        if (FirstSuspect(words) < 0)
        {
            return words;
        }

        StringBuilder kept = new(words.Length);
        foreach ((int start, int length) in Kept(words))
        {
            kept.Append(words, start, length);
        }

        return kept.ToString();
    }

    /// <summary>The block without such characters, its places kept; the same block where there are none.</summary>
    public static RawBlock Remove(RawBlock block)
    {
        if (FirstSuspect(block.Text) < 0)
        {
            return block;
        }

        StringBuilder kept = new(block.Text.Length);
        ImmutableArray<TextMapPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextMapPiece>();
        int next = 0;
        foreach ((int start, int length) in Kept(block.Text))
        {
            while (next < block.Pieces.Length && block.Pieces[next].Start + block.Pieces[next].Length <= start)
            {
                next++;
            }

            for (int i = next; i < block.Pieces.Length && block.Pieces[i].Start < start + length; i++)
            {
                TextMapPiece piece = block.Pieces[i];
                int from = Math.Max(piece.Start, start), to = Math.Min(piece.Start + piece.Length, start + length);
                pieces.Add(new TextMapPiece(from - start + kept.Length, piece.ReceivedStart + from - piece.Start, to - from));
            }

            kept.Append(block.Text, start, length);
        }

        return block with { Text = kept.ToString(), Pieces = pieces.ToImmutable() };
    }

    // Plain text, Latin letters with accents and common punctuation need no closer look.
    private static int FirstSuspect(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u00AD' || (text[i] >= '\u0300' && text[i] is not ((>= '\u2010' and <= '\u2027') or '\u2009')))
            {
                return i;
            }
        }

        return -1;
    }

    private static IEnumerable<(int Start, int Length)> Kept(string text)
    {
        int start = 0, marks = 0;
        bool latin = false;
        for (int i = 0; i < text.Length;)
        {
            bool whole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = whole ? rune.Utf16SequenceLength : 1;
            UnicodeCategory category = whole ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.Surrogate;
            bool mark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = mark ? marks + 1 : 0;
            if (marks > MaxMarks || (category == UnicodeCategory.Format && (latin || rune.Value is not (0x200C or 0x200D))))
            {
                if (i > start)
                {
                    yield return (start, i - start);
                }

                start = i + length;
            }
            else
            {
                latin = whole && rune.Value < 0x250; // Joiners shape letters of other scripts and pictures; between Latin ones they only hide.
            }

            i += length;
        }

        if (text.Length > start)
        {
            yield return (start, text.Length - start);
        }
    }
}
