using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Tokens;

namespace Parallax.Language.Statements.Quotations;

/// <summary>Finds the quotations of a report: straight, curly, low and angle marks, nested, over several paragraphs, unbalanced.</summary>
/// <remarks>
/// Marks are paired inside a block, double ones by <see cref="DoubleMarks"/>. A mark that is not closed ends with its block, or before the next one that opens, unless the first mark of one of the next blocks closes it.
/// </remarks>
internal static class QuotationFinder
{
    private const int MaxBlocks = 8, MaxLines = 4, MinLine = 20;

    private enum Family
    {
        None, Double, Single, Angle,
    }

    public static List<Quotation> Find(Report report)
    {
        List<Quotation> found = [];
        bool carries = false;
        DoubleMarks marks = new();
        string text = report.Text.Text;
        for (int b = 0; b < report.Blocks.Length; b++)
        {
            TextSpan span = report.Blocks[b].Span;
            bool isInsideBlock = carries && !StartsWithMark(text, span);
            int closing = isInsideBlock ? ClosedBy(report, b, marks) : -1;
            int again = isInsideBlock && closing < 0 ? OpenedAgainBy(report, b) : -1;
            if (again >= 0)
            {
                // “We go.¶We stay.¶“We wait.”: lines between two marks that open belong to the quotation that the first of them left open.
                for (; b < again; b++)
                {
                    found.Add(new Quotation(report.Blocks[b].Span, report.Blocks[b].Span, 0, b, false, true));
                }

                if (b == report.Blocks.Length)
                {
                    break;
                }

                span = report.Blocks[b].Span;
            }

            if (closing >= 0)
            {
                for (; b < closing; b++)
                {
                    span = report.Blocks[b].Span;
                    found.Add(new Quotation(span, span, 0, b, false, true));
                }

                span = report.Blocks[b].Span;
                marks.Read(text, span.Start, span.End, NextOpens(report, b), isInside: true);
                carries = FindIn(text, span, b, carries, marks, found, isInside: true);
                continue;
            }

            marks.Read(text, span.Start, span.End, NextOpens(report, b));
            carries = FindIn(text, span, b, carries, marks, found);
        }

        SingleOverBlocks(report, found);
        found.Sort(static (x, y) => x.Span.Start != y.Span.Start ? x.Span.Start.CompareTo(y.Span.Start) : y.Span.Length.CompareTo(x.Span.Length));
        return found;
    }

    private static bool NextOpens(Report report, int block) => block + 1 < report.Blocks.Length && StartsWithMark(report.Text.Text, report.Blocks[block + 1].Span);

    /// <summary>The block whose first mark closes a quotation that a block before left open, with no mark between; -1 where none does.</summary>
    private static int ClosedBy(Report report, int from, DoubleMarks marks)
    {
        for (int b = from; b < report.Blocks.Length && b < from + MaxBlocks && report.Blocks[b].Part is not (TextPart.Title or TextPart.Caption); b++)
        {
            TextSpan span = report.Blocks[b].Span;
            int outside = marks.Read(report.Text.Text, span.Start, span.End, NextOpens(report, b));
            if (marks.Count > 0)
            {
                // "…, "the firm said.": a tail shorter than the words before it names the speaker, whether or not the next block opens a quotation.
                // "We stay in, "Bell, who lives there, told the paper.": nor does a narrator speak in the first person.
                bool isTail = marks.Count == 1 && NextOpens(report, b) && (marks.Start(0) - span.Start > span.End - marks.Start(0)
                    || (report.Text.Text.AsSpan(span.Start, marks.Start(0) - span.Start).TrimEnd().EndsWith(',') && SpeakerTails.IsFirstPerson(report.Text.Text.AsSpan(span.Start, marks.Start(0) - span.Start)) && !SpeakerTails.IsFirstPerson(report.Text.Text.AsSpan(marks.Start(0), span.End - marks.Start(0)))));
                isTail |= marks.Count == 1 && NextOpens(report, b) && SpeakerTails.IsSpeakerBehind(report.Text.Text, span, marks.Start(0), marks.Length(0));
                outside = isTail ? marks.Read(report.Text.Text, span.Start, span.End, nextOpens: false) : outside;
                return marks.Read(report.Text.Text, span.Start, span.End, !isTail && NextOpens(report, b), isInside: true) < outside && marks.Role(0) == MarkRole.Closes ? b : -1;
            }
        }

        return -1;
    }

    /// <summary>The block that opens a quotation again behind a few blocks without a mark, or the end of the report, in a report that is set line by line; -1 where none does.</summary>
    private static int OpenedAgainBy(Report report, int from)
    {
        string text = report.Text.Text;
        if (report.Blocks.Length <= from + MaxLines && (StartsWithMark(text, report.Blocks[from - 1].Span) || IsAnnouncedSpeech(text, report, from)) && IsUnmarked(report, from, report.Blocks.Length))
        {
            // “We go.¶We stay.: the report ends without closing it.
            return IsLineByLine(report) ? report.Blocks.Length : -1;
        }

        for (int b = from; b < report.Blocks.Length && b <= from + MaxLines && report.Blocks[b].Part is not (TextPart.Title or TextPart.Caption or TextPart.Heading); b++)
        {
            if (StartsWithMark(text, report.Blocks[b].Span))
            {
                return b > from && IsLineByLine(report) ? b : -1;
            }

            if (!IsUnmarked(report, b, b + 1))
            {
                return -1;
            }
        }

        return -1;
    }

    // "The firm said: “We are sorry.¶We are looking into it.: a colon opens what the next line goes on with in the first person.
    private static bool IsAnnouncedSpeech(string text, Report report, int from)
    {
        TextSpan before = report.Blocks[from - 1].Span;
        ReadOnlySpan<char> line = text.AsSpan(before.Start, before.Length);
        int colon = line.IndexOf(": ");
        return colon > 0 && colon + 3 < line.Length && DoubleMarks.MarkAt(text, before.Start + colon + 2, before.End) > 0 && SpeakerTails.IsFirstPerson(line[(colon + 3)..]) && SpeakerTails.IsFirstPerson(text.AsSpan(report.Blocks[from].Span.Start, report.Blocks[from].Span.Length));
    }

    private static bool IsUnmarked(Report report, int from, int end)
    {
        for (int b = from; b < end; b++)
        {
            TextSpan span = report.Blocks[b].Span;
            for (int i = span.Start; i < span.End; i++)
            {
                if (DoubleMarks.MarkAt(report.Text.Text, i, span.End) > 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Most blocks hold one sentence: a report whose paragraphs were lost, or one of very short paragraphs.
    private static bool IsLineByLine(Report report)
    {
        int single = 0, all = 0;
        foreach (TextBlock block in report.Blocks)
        {
            ReadOnlySpan<char> text = report.Text.Text.AsSpan(block.Span.Start, block.Span.Length);
            int stop = text.Length < MinLine ? -1 : text[..^2].IndexOfAny('.', '!', '?');
            if (text.Length >= MinLine)
            {
                all++;
                while (stop >= 0 && !(text[stop + 1] == ' ' && stop > 3 && char.IsAsciiLetterLower(text[stop - 1]) && char.IsAsciiLetterLower(text[stop - 2]) && char.IsAsciiLetterUpper(text[Math.Min(stop + 2, text.Length - 1)])))
                {
                    int next = text[(stop + 1)..^2].IndexOfAny('.', '!', '?');
                    stop = next < 0 ? -1 : stop + 1 + next;
                }

                single += stop < 0 ? 1 : 0;
            }
        }

        return all > 0 && single * 4 >= all * 3;
    }

    /// <summary>Whether the outermost quotation was left open at the end of the block.</summary>
    private static bool FindIn(string text, TextSpan block, int blockIndex, bool carries, DoubleMarks marks, List<Quotation> found, bool isInside = false)
    {
        Stack<(Family Family, int Start, int Inner)> open = new();
        if (isInside)
        {
            open.Push((Family.Double, block.Start, block.Start));
        }

        int firstFound = found.Count;
        int mark = 0;
        for (int i = block.Start; i < block.End; i++)
        {
            if (mark < marks.Count && marks.Start(mark) == i)
            {
                Double(mark, i);
                i += marks.Length(mark++) - 1;
                continue;
            }

            Family family = FamilyAt(text, i);
            if (family == Family.None)
            {
                continue;
            }

            bool canOpen = CanOpen(text, i, block), canClose = CanClose(text, i, block), isOpen = open.Any(o => o.Family == family);
            if (isOpen && canClose)
            {
                PopTo(family, i, i + 1, true);
            }
            else if (canOpen && (family != Family.Single || HasCloser(text, i + 1, block.End)))
            {
                open.Push((family, i, i + 1));
            }
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

        void Double(int m, int at)
        {
            MarkRole role = marks.Role(m);
            if (role == MarkRole.OpensAgain)
            {
                // The first was never closed: “We go. “We stay.”
                int end = TrimEnd(text, block.Start, at);
                PopTo(Family.Double, end, end, false);
            }

            if (role == MarkRole.Closes)
            {
                PopTo(Family.Double, at, at + marks.Length(m), true);
            }
            else if (role != MarkRole.Stray)
            {
                open.Push((Family.Double, at, at + marks.Length(m)));
            }
        }

        void PopTo(Family family, int innerEnd, int end, bool closed)
        {
            while (open.TryPop(out (Family Family, int Start, int Inner) top))
            {
                if (top.Family == family)
                {
                    Add(top.Start, top.Inner, innerEnd, end, open.Count, closed);
                    break;
                }
            }
        }

        void Add(int start, int inner, int innerEnd, int end, int depth, bool closed)
        {
            if (innerEnd > inner)
            {
                bool continues = carries && start == block.Start && depth == 0 && found.Count >= firstFound;
                found.Add(new Quotation(TextSpan.FromBounds(start, end), TextSpan.FromBounds(inner, innerEnd), depth, blockIndex, closed, continues));
            }
        }
    }

    // 'We go.¶We stay.¶We wait,' said the crew: a single mark that its own block does not close, closed behind a stop in one of the next blocks.
    private static void SingleOverBlocks(Report report, List<Quotation> found)
    {
        string text = report.Text.Text;
        for (int b = 0; b < report.Blocks.Length; b++)
        {
            TextSpan span = report.Blocks[b].Span;
            int open = report.Blocks[b].Part is TextPart.Title or TextPart.Caption ? -1 : LeftOpen(text, span);
            if (open < 0 || found.Exists(q => q.Span.Start <= open && open < q.Span.End))
            {
                continue;
            }

            int last = b + 1, close = -1;
            for (; last < report.Blocks.Length && last <= b + MaxBlocks; last++)
            {
                TextSpan next = report.Blocks[last].Span;
                close = CloserBehindStop(text, next.Start, next.End);
                bool isOther = DoubleMarks.MarkAt(text, next.Start, next.End) > 0 || found.Exists(q => q.Block == last) || (FamilyAt(text, next.Start) == Family.Single && CanOpen(text, next.Start, next));
                if (close >= 0 || isOther || report.Blocks[last].Part is TextPart.Title or TextPart.Caption)
                {
                    close = isOther ? -1 : close;
                    break;
                }
            }

            if (close < 0)
            {
                continue;
            }

            found.Add(new Quotation(TextSpan.FromBounds(open, span.End), TextSpan.FromBounds(open + 1, span.End), 0, b, false, false));
            for (int middle = b + 1; middle < last; middle++)
            {
                found.Add(new Quotation(report.Blocks[middle].Span, report.Blocks[middle].Span, 0, middle, false, true));
            }

            int start = report.Blocks[last].Span.Start;
            found.Add(new Quotation(TextSpan.FromBounds(start, close + 1), TextSpan.FromBounds(start, close), 0, last, true, true));
            b = last;
        }
    }

    // The last single mark of a block that opens before a letter and that nothing behind it closes, or -1.
    private static int LeftOpen(string text, TextSpan block)
    {
        for (int i = block.End - 2; i >= block.Start; i--)
        {
            if (text[i] is '\'' or '‘' && CanOpen(text, i, block) && char.IsAsciiLetterUpper(text[i + 1]))
            {
                return HasCloser(text, i + 1, block.End) ? -1 : i;
            }
        }

        return -1;
    }

    private static int CloserBehindStop(string text, int from, int end)
    {
        for (int i = from + 1; i < end; i++)
        {
            if (text[i] is '\'' or '’' && text[i - 1] is '.' or ',' or '!' or '?' && (i + 1 >= end || char.IsWhiteSpace(text[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }

    private static Family FamilyAt(string text, int i) => text[i] switch
    {
        '«' or '»' => Family.Angle,
        '‘' or '’' or '‚' or '‹' or '›' or '\'' or '`' => Family.Single,
        _ => Family.None,
    };

    private static bool StartsWithMark(string text, TextSpan block) => block.Length > 0 && (DoubleMarks.MarkAt(text, block.Start, block.End) > 0 || text[block.Start] == '«');

    private static bool CanOpen(string text, int i, TextSpan block)
    {
        char after = i + 1 < block.End ? text[i + 1] : ' ';
        char before = i > block.Start ? text[i - 1] : ' ';
        bool atStart = char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '—' or '–' or '-' or '/' or ':' or '"' or '“' or '‘' or '\'' or '«' || i == block.Start;
        return atStart && !char.IsWhiteSpace(after) && after is not (',' or ';' or ':' or ')' or '!' or '?') && i + 1 < block.End && text[i] is not ('’' or '›');
    }

    private static bool CanClose(string text, int i, TextSpan block)
    {
        char after = i + 1 < block.End ? text[i + 1] : ' ';
        char before = i > block.Start ? text[i - 1] : ' ';
        bool isSpaced = char.IsWhiteSpace(before) && (i + 1 >= block.End || char.IsWhiteSpace(after) || after is ',' or '.' or ';' or ':' or '!' or '?') && text[i] is not ('\'' or '’' or '‘');
        return (!char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after) && i > block.Start) || isSpaced || (text[i] is '»' && !char.IsWhiteSpace(before));
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
