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
        IEnumerable<RawBlock> blocks = IsMarkup ? Markup(maxDepth) : PlainTextParser.Parse(Words.Text);
        return [.. blocks.Select(block => block with { Pieces = Kept(ValueMap.Compose(block.Pieces, Words.Pieces, -start)), Hint = Hint == BlockHint.None ? block.Hint == BlockHint.Title ? BlockHint.Heading : block.Hint : Hint })];
    }

    /// <summary>The same words as one block, as a title is; null where there are none.</summary>
    public RawBlock? OneBlock(int start, int maxDepth)
    {
        ImmutableArray<RawBlock> blocks = IsMarkup ? Blocks(start, maxDepth) : [Line(start)];
        return blocks.IsEmpty || blocks[0].Text.Length == 0 ? null : blocks[0] with { Hint = Hint };
    }

    // Line breaks inside a title are the writer's layout; they become spaces, one for one, so that every other character keeps its place.
    private RawBlock Line(int start)
    {
        MappedText words = Words.Trim();
        string line = words.Text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        ImmutableArray<Core.Text.TextMapPiece>.Builder pieces = ImmutableArray.CreateBuilder<Core.Text.TextMapPiece>();
        foreach (Core.Text.TextMapPiece piece in words.Pieces)
        {
            int from = piece.Start;
            for (int i = piece.Start; i <= piece.Start + piece.Length; i++)
            {
                if (i == piece.Start + piece.Length || words.Text[i] != line[i])
                {
                    if (i > from)
                    {
                        pieces.Add(new Core.Text.TextMapPiece(from, piece.ReceivedStart + from - piece.Start - start, i - from));
                    }

                    from = i + 1;
                }
            }
        }

        return new RawBlock(line, Kept(pieces.ToImmutable()), Hint);
    }

    private List<RawBlock> Markup(int maxDepth)
    {
        using IDocument document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument("<body>" + Words.Text);
        List<PageBlock> blocks = PageBlockReader.Read(document, new SourceAligner(Words.Text), maxDepth, out _);
        return [.. blocks.Select(static block => block.Mark is { IsCertain: true } mark ? block.Block with { CutReason = $"the text marks it as “{mark.Word}”" } : block.Block)];
    }

    private static ImmutableArray<Core.Text.TextMapPiece> Kept(ImmutableArray<Core.Text.TextMapPiece> pieces) => [.. pieces.Where(static piece => piece.ReceivedStart >= 0)];
}
