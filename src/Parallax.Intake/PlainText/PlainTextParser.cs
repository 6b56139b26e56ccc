using System.Collections.Immutable;
using Parallax.Core.Text;
using Parallax.Intake.Articles;

namespace Parallax.Intake.PlainText;

/// <summary>Splits plain text or Markdown into blocks: one a line, or, where lines are hard-wrapped, one a run of lines between empty ones.</summary>
internal static class PlainTextParser
{
    private const int WrapWidth = 100; // Lines of hard-wrapped text (mail, agency tickers) are rarely longer.

    /// <summary>The blocks of <paramref name="text"/>, in order.</summary>
    public static ImmutableArray<RawBlock> Parse(string text)
    {
        List<(int Start, int End)> lines = Lines(text);
        bool wrapped = IsHardWrapped(text, lines);
        ImmutableArray<RawBlock>.Builder blocks = ImmutableArray.CreateBuilder<RawBlock>();
        for (int i = 0; i < lines.Count; i++)
        {
            (int start, int end) = lines[i];
            if (IsBlank(text, start, end))
            {
                continue;
            }

            while (wrapped && i + 1 < lines.Count && !IsBlank(text, lines[i + 1].Start, lines[i + 1].End) && !IsMarkdownHeading(text, lines[i]))
            {
                end = lines[++i].End;
            }

            // "the Rev." at the end of a line, the name in the next: one sentence that was cut at its stop.
            while (i + 1 < lines.Count && SentenceStops.GoesOn(text[start..end].TrimEnd(), text[lines[i + 1].Start..lines[i + 1].End].TrimStart()))
            {
                end = lines[++i].End;
            }

            blocks.Add(Block(text, start, end));
        }

        return blocks.ToImmutable();
    }

    private static RawBlock Block(string text, int start, int end)
    {
        RawBlock block = new RawBlock(text[start..end], [new TextMapPiece(0, start, end - start)], BlockHint.None).Slice(0, end - start);
        int hashes = block.Text.AsSpan().IndexOfAnyExcept('#');
        if (hashes is > 0 and <= 6 && block.Text[hashes] == ' ')
        {
            return block.Slice(hashes, block.Text.Length) with { Hint = hashes == 1 ? BlockHint.Title : BlockHint.Heading };
        }

        return block.Text.StartsWith("> ", StringComparison.Ordinal) ? block.Slice(2, block.Text.Length) : block;
    }

    private static List<(int Start, int End)> Lines(string text)
    {
        List<(int Start, int End)> lines = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r' or '\u2028' or '\u2029')
            {
                lines.Add((start, i));
                if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                {
                    i++;
                }

                start = i + 1;
            }
        }

        lines.Add((start, text.Length));
        return lines;
    }

    // Hard-wrapped: paragraphs of several lines between empty lines, and hardly a line wider than the wrap.
    private static bool IsHardWrapped(string text, List<(int Start, int End)> lines)
    {
        int filled = 0, wide = 0, followed = 0, endsOpen = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            (int start, int end) = lines[i];
            if (IsBlank(text, start, end))
            {
                continue;
            }

            filled++;
            wide += end - start > WrapWidth ? 1 : 0;
            if (i + 1 < lines.Count && !IsBlank(text, lines[i + 1].Start, lines[i + 1].End))
            {
                followed++;
                endsOpen += text[end - 1] is not ('.' or '!' or '?' or '”' or '"' or ':') ? 1 : 0;
            }
        }

        return filled >= 4 && wide * 20 < filled && followed * 5 > filled * 2 && endsOpen * 2 > followed;
    }

    private static bool IsMarkdownHeading(string text, (int Start, int End) line) => text.AsSpan(line.Start, line.End - line.Start).TrimStart().StartsWith('#');

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).IsWhiteSpace();
}
