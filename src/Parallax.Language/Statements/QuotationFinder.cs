using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Language.Statements;

/// <summary>Finds the quotations of a report: straight, curly, low and angle marks, nested, over several paragraphs, unbalanced.</summary>
/// <remarks>
/// Marks are paired inside a block. A mark that is not closed ends with its block where the next block opens with the same mark (a quotation of several
/// paragraphs), else with its sentence's block. A curly mark of the wrong shape counts by its place: before a word it opens, after one it closes.
/// </remarks>
internal static class QuotationFinder
{
    private enum Family
    {
        None, Double, Single, Angle,
    }

    public static List<Quotation> Find(Report report)
    {
        List<Quotation> found = [];
        bool carries = false;
        for (int b = 0; b < report.Blocks.Length; b++)
        {
            carries = FindIn(report.Text.Text, report.Blocks[b].Span, b, carries, found);
        }

        found.Sort(static (x, y) => x.Span.Start != y.Span.Start ? x.Span.Start.CompareTo(y.Span.Start) : y.Span.Length.CompareTo(x.Span.Length));
        return found;
    }

    /// <summary>Whether the outermost quotation was left open at the end of the block.</summary>
    private static bool FindIn(string text, TextSpan block, int blockIndex, bool carries, List<Quotation> found)
    {
        Stack<(Family Family, int Start, int Inner)> open = new();
        int firstFound = found.Count;
        bool isPaired = text.AsSpan(block.Start, block.Length).Count('"') % 2 == 0;
        for (int i = block.Start; i < block.End; i++)
        {
            (Family family, int length) = MarkAt(text, i, block.End);
            if (family == Family.None)
            {
                continue;
            }

            bool canOpen = CanOpen(text, i, length, block), canClose = CanClose(text, i, length, block);
            bool isOpen = open.Any(o => o.Family == family);
            bool isMisplaced = isOpen && canOpen && text[i] == '"' && IsMisplacedCloser(text, i, block, isPaired);
            if (isOpen && (canClose || isMisplaced))
            {
                while (open.Pop() is var top)
                {
                    if (top.Family == family)
                    {
                        Add(top.Start, top.Inner, i, i + length, open.Count, true);
                        break;
                    }
                }
            }
            else if (canOpen && (family != Family.Single || HasCloser(text, i + length, block.End)))
            {
                if (isOpen && family == Family.Double)
                {
                    // A second opening mark: the first was never closed. "“We go. “We stay.”"
                    while (open.Pop() is var top)
                    {
                        if (top.Family == family)
                        {
                            Add(top.Start, top.Inner, TrimEnd(text, top.Inner, i), TrimEnd(text, top.Inner, i), open.Count, false);
                            break;
                        }
                    }
                }

                open.Push((family, i, i + length));
            }

            i += length - 1;
        }

        bool left = false;
        while (open.TryPop(out (Family Family, int Start, int Inner) top))
        {
            if (top.Family != Family.Single)
            {
                Add(top.Start, top.Inner, block.End, block.End, open.Count, false);
                left = open.Count == 0;
            }
        }

        return left;

        void Add(int start, int inner, int innerEnd, int end, int depth, bool closed)
        {
            if (innerEnd > inner)
            {
                bool continues = carries && start == block.Start && depth == 0 && found.Count >= firstFound;
                found.Add(new Quotation(TextSpan.FromBounds(start, end), TextSpan.FromBounds(inner, innerEnd), depth, blockIndex, closed, continues));
            }
        }
    }

    private static (Family Family, int Length) MarkAt(string text, int i, int end) => text[i] switch
    {
        '"' or '“' or '”' or '„' or '‟' or '＂' => (Family.Double, 1),
        '«' or '»' => (Family.Angle, 1),
        '\'' when i + 1 < end && text[i + 1] == '\'' => (Family.Double, 2),
        '`' when i + 1 < end && text[i + 1] == '`' => (Family.Double, 2),
        '‘' or '’' or '‚' or '‹' or '›' or '\'' or '`' => (Family.Single, 1),
        _ => (Family.None, 1),
    };

    // “"We go, "she said”: a straight mark that typesetting moved to the word behind it; after a comma it closes, after the end of a sentence where the marks come in pairs.
    private static bool IsMisplacedCloser(string text, int i, TextSpan block, bool isPaired)
    {
        int last = TrimEnd(text, block.Start, i) - 1;
        return last >= block.Start && last < i - 1 && (text[last] is ',' || (isPaired && text[last] is '.' or '!' or '?'));
    }

    private static bool CanOpen(string text, int i, int length, TextSpan block)
    {
        char after = i + length < block.End ? text[i + length] : ' ';
        char before = i > block.Start ? text[i - 1] : ' ';
        bool atStart = char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '—' or '–' or '-' or '/' or ':' or '"' or '“' or '‘' or '\'' or '«' || i == block.Start;
        return atStart && !char.IsWhiteSpace(after) && after is not (',' or ';' or ':' or ')' or '!' or '?') && i + length < block.End && text[i] is not ('”' or '’' or '›');
    }

    private static bool CanClose(string text, int i, int length, TextSpan block)
    {
        char after = i + length < block.End ? text[i + length] : ' ';
        char before = i > block.Start ? text[i - 1] : ' ';
        bool atEnd = !char.IsLetterOrDigit(after);
        bool isSpaced = char.IsWhiteSpace(before) && (i + length >= block.End || char.IsWhiteSpace(after) || after is ',' or '.' or ';' or ':' or '!' or '?') && text[i] is not ('\'' or '’' or '‘');
        return (!char.IsWhiteSpace(before) && atEnd && i > block.Start) || isSpaced || text[i] is '”' || (text[i] is '»' && !char.IsWhiteSpace(before));
    }

    // "the drivers' claims": an apostrophe closes nothing unless a mark opened before it, and opens nothing unless one closes after it.
    private static bool HasCloser(string text, int from, int end)
    {
        for (int i = from + 1; i < end; i++)
        {
            if (text[i] is '\'' or '’' or '›' && !char.IsWhiteSpace(text[i - 1]) && (i + 1 >= end || !char.IsLetterOrDigit(text[i + 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
