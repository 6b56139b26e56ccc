using System.Collections.Frozen;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Pipeline;
using Parallax.Language.Tokens;

namespace Parallax.Language.Statements.Quotations;

/// <summary>A text of another outlet that a report pastes in between quotation marks.</summary>
/// <param name="Span">The pasted words, with the marks that are there.</param>
/// <param name="Credit">The outlet's name in the bracket behind it.</param>
internal readonly record struct PastedBlock(TextSpan Span, TextSpan Credit);

/// <summary>Finds texts pasted in between quotation marks with the outlet behind them: “"The yard closed, Bell said. It …" (Axis News article)”.</summary>
/// <remarks>Such marks quote an outlet, not a speaker: what is said inside reads as in a text of its own, and the outlet is an intermediary of it.</remarks>
internal sealed class PastedBlocks
{
    private const int LongestCredit = 60, MostCreditWords = 6, FewestWords = 12, MostParagraphs = 16;

    private static readonly FrozenSet<string> CreditWords = LanguageData.Lines("en/statements/credit-words.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly List<PastedBlock> _blocks;

    private PastedBlocks(List<PastedBlock> blocks) => _blocks = blocks;

    /// <summary>The quotations of a report without the marks of pasted texts, so that the quotations inside them are the outermost, and those texts.</summary>
    public static (PastedBlocks Pasted, List<Quotation> Quotations) Find(Report report)
    {
        List<PastedBlock> blocks = [];
        char[] unmarked = report.Text.Text.ToCharArray();
        for (int b = 1; b < report.Blocks.Length; b++)
        {
            if (OverParagraphs(report, b) is { } block)
            {
                blocks.Add(block);
                unmarked[block.Span.Start] = ' ';
                unmarked[block.Span.End - 1] = DoubleMarks.MarkAt(unmarked, block.Span.End - 1, block.Span.End) > 0 ? ' ' : unmarked[block.Span.End - 1];
            }
        }

        List<Quotation> quotations = QuotationFinder.Find(blocks.Count == 0 ? report : report with { Text = new SourceText(new string(unmarked)) });
        Take(report.Text.Text, quotations, blocks);
        return (new PastedBlocks(blocks), quotations);
    }

    // “The yard closed, Bell said.¶It …” (Axis News article): from the paragraph whose first mark nothing in it closes to the one that ends with a credit.
    private static PastedBlock? OverParagraphs(Report report, int last)
    {
        string text = report.Text.Text;
        TextSpan end = report.Blocks[last].Span;
        int open = end.Length == 0 || text[end.End - 1] != ')' ? -1 : text.LastIndexOf('(', end.End - 1, end.Length);
        if (open < 0 || Named(text, open) is not { } credit || text.AsSpan(end.Start, open - end.Start).TrimEnd() is not { Length: > 1 } body || !(body[^1] is '.' or '!' or '?' || DoubleMarks.MarkAt(body, body.Length - 1, body.Length) > 0))
        {
            return null;
        }

        for (int b = last - 1; b >= 0 && b > last - MostParagraphs && report.Blocks[b].Part is not (TextPart.Title or TextPart.Caption) && (report.Blocks[b].Part != TextPart.Heading || EndsSentence(text, report.Blocks[b].Span)); b--)
        {
            TextSpan span = report.Blocks[b].Span;
            if (text[span.End - 1] == ')' && Named(text, text.LastIndexOf('(', span.End - 1, span.Length) is int other and >= 0 ? other : span.Start) is not null)
            {
                return null;
            }

            int marks = 0;
            for (int i = span.Start; i < span.End; i++)
            {
                marks += DoubleMarks.MarkAt(text, i, span.End) > 0 ? 1 : 0;
            }

            if (DoubleMarks.MarkAt(text, span.Start, span.End) == 1 && marks % 2 == 1)
            {
                return new PastedBlock(TextSpan.FromBounds(span.Start, end.Start + body.Length), credit);
            }
        }

        return null;
    }

    private static void Take(string text, List<Quotation> quotations, List<PastedBlock> blocks)
    {
        for (int q = 0; q < quotations.Count; q++)
        {
            Quotation quotation = quotations[q];
            if (quotation.Depth > 0 || Credit(text, quotation) is not { } credit || WordCount(text, quotation.Inner) < FewestWords)
            {
                continue;
            }

            blocks.Add(new PastedBlock(TextSpan.FromBounds(quotation.Span.Start, Math.Min(quotation.Span.End, credit.Start)), credit));
            quotations.RemoveAt(q);
            for (int inner = q; inner < quotations.Count && quotations[inner].Span.Start < quotation.Span.End; inner++)
            {
                quotations[inner] = quotations[inner] with { Depth = quotations[inner].Depth - 1 };
            }

            q--;
        }
    }

    /// <summary>The outlet's name behind the pasted text that holds a place, or null.</summary>
    public TextSpan? CreditOf(int at)
    {
        foreach (PastedBlock block in _blocks)
        {
            if (block.Span.Start <= at && at < block.Span.End)
            {
                return block.Credit;
            }
        }

        return null;
    }

    /// <summary>Whether a mark of a pasted text stands at a place.</summary>
    /// <param name="at">First code unit of a token.</param>
    /// <param name="end">Its end.</param>
    public bool IsMark(int at, int end)
    {
        foreach (PastedBlock block in _blocks)
        {
            if (at == block.Span.Start || (end == block.Span.End && end - at <= 2))
            {
                return true;
            }
        }

        return false;
    }

    // Behind the closing mark; where that is missing, the first bracket inside that is a credit.
    private static TextSpan? Credit(string text, Quotation quotation)
    {
        int at = quotation.Closed ? quotation.Span.End : quotation.Inner.Start;
        int last = quotation.Closed ? quotation.Span.End : quotation.Inner.End;
        for (; at < text.Length && at <= last; at++)
        {
            while (quotation.Closed && at < text.Length && text[at] == ' ')
            {
                at++;
            }

            if (at < text.Length && text[at] == '(' && Named(text, at) is { } name && (quotation.Closed || EndsSentence(text, at)))
            {
                return name;
            }
        }

        return null;
    }

    // A short line that ends like a sentence is no heading.
    private static bool EndsSentence(string text, TextSpan line) => text.AsSpan(line.Start, line.Length).TrimEnd("\"'”’ ") is { Length: > 0 } words && words[^1] is '.' or '!' or '?';

    private static bool EndsSentence(string text, int at) => text.AsSpan(0, at).TrimEnd() is { Length: > 0 } before && before[^1] is '.' or '!' or '?';

    // "(Axis News article)": a name and a word for what it printed.
    private static TextSpan? Named(string text, int open)
    {
        int close = text.IndexOf(')', open);
        if (close < 0 || close - open > LongestCredit)
        {
            return null;
        }

        string[] words = text[(open + 1)..close].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > MostCreditWords || !CreditWords.Contains(words[^1]) || !char.IsUpper(words[0][0]))
        {
            return null;
        }

        bool isPartOfName = char.IsUpper(words[^1][0]) && words[^1] is "News";
        int end = isPartOfName ? close : open + 1 + text[(open + 1)..close].TrimEnd().LastIndexOf(words[^1], StringComparison.Ordinal);
        while (text[end - 1] == ' ')
        {
            end--;
        }

        return TextSpan.FromBounds(text.IndexOf(words[0], open, StringComparison.Ordinal), end);
    }

    private static int WordCount(string text, TextSpan span)
    {
        int words = 0;
        for (int i = span.Start; i < span.End; i++)
        {
            words += char.IsLetterOrDigit(text[i]) && (i == span.Start || !char.IsLetterOrDigit(text[i - 1])) ? 1 : 0;
        }

        return words;
    }
}
