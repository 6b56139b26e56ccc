using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Parallax.Intake.Articles;
using Parallax.Intake.Html;
using Parallax.Intake.Mapping;
using Parallax.Intake.PlainText;

namespace Parallax.Intake.Records;

/// <summary>Words of a record (an entry of a feed, a member of a JSON object, a cell of a table) that belong to the report's text.</summary>
/// <param name="Words">The words, with where they stood in the text received.</param>
/// <param name="IsMarkup">Whether they are HTML or XHTML.</param>
/// <param name="Hint">What the record says they are.</param>
internal sealed record RecordText(MappedText Words, bool IsMarkup, BlockHint Hint = BlockHint.None)
{
    /// <summary>The blocks in them, leading back to the text received, whose start lies at <paramref name="start"/>.</summary>
    public ImmutableArray<RawBlock> Blocks(int start, int maxDepth)
    {
        if (!IsMarkup && Hint != BlockHint.None)
        {
            return Line(start) is { Text.Length: > 0 } line ? [line] : []; // The format says that it is one paragraph, however its lines are broken.
        }

        IEnumerable<RawBlock> blocks = IsMarkup ? Markup(maxDepth) : PlainTextParser.Parse(Words.Text);
        return [.. blocks.Select(block => block with { Pieces = Kept(ValueMap.Compose(block.Pieces, Words.Pieces, -start)), Hint = Hint == BlockHint.None ? block.Hint == BlockHint.Title ? BlockHint.Heading : block.Hint : Hint })];
    }

    /// <summary>The same words as one block, as a title is; null where there are none.</summary>
    public RawBlock? OneBlock(int start, int maxDepth)
    {
        ImmutableArray<RawBlock> blocks = IsMarkup ? Blocks(start, maxDepth) : [Line(start)];
        return blocks.IsEmpty || blocks[0].Text.Length == 0 ? null : blocks[0] with { Hint = Hint };
    }

    // White space inside a title or paragraph is the writer's layout: a run of it becomes one space.
    private RawBlock Line(int start)
    {
        MappedText words = Words.Trim();
        System.Text.StringBuilder line = new(words.Text.Length);
        ImmutableArray<Core.Text.TextMapPiece>.Builder places = ImmutableArray.CreateBuilder<Core.Text.TextMapPiece>(); // From the line to the words.
        int from = 0;
        for (int i = 0; i <= words.Text.Length; i++)
        {
            bool run = i < words.Text.Length && char.IsWhiteSpace(words.Text[i]) && (words.Text[i] != ' ' || (i + 1 < words.Text.Length && char.IsWhiteSpace(words.Text[i + 1])));
            if (!run && i < words.Text.Length)
            {
                continue;
            }

            if (i > from)
            {
                places.Add(new Core.Text.TextMapPiece(line.Length, from, i - from));
                line.Append(words.Text, from, i - from);
            }

            while (i < words.Text.Length && char.IsWhiteSpace(words.Text[i]))
            {
                i++;
            }

            line.Append(i < words.Text.Length ? " " : "");
            from = i;
        }

        return new RawBlock(line.ToString(), Kept(ValueMap.Compose(places.ToImmutable(), words.Pieces, -start)), Hint);
    }

    private List<RawBlock> Markup(int maxDepth)
    {
        using IDocument document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument("<body>" + Words.Text);
        List<PageBlock> blocks = PageBlockReader.Read(document, new SourceAligner(Words.Text), maxDepth, out _);
        return [.. blocks.Select(static block => block.Mark is { IsCertain: true } mark ? block.Block with { CutReason = $"the text marks it as “{mark.Word}”" } : block.Block)];
    }

    private static ImmutableArray<Core.Text.TextMapPiece> Kept(ImmutableArray<Core.Text.TextMapPiece> pieces) => [.. pieces.Where(static piece => piece.ReceivedStart >= 0)];
}
