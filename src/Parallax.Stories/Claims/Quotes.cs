using Parallax.Core.Text;

namespace Parallax.Stories.Claims;

/// <summary>Keeps the quotation marks of a slice in pairs.</summary>
internal static class Quotes
{
    // A full stop and a blank at the end belong to the sentence.
    private static TextSpan Trimmed(string text, TextSpan span)
    {
        int end = span.End;
        while (end > span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end == span.End ? span : TextSpan.FromBounds(span.Start, end > span.Start && text[end - 1] == '.' ? end - 1 : end);
    }

    // asked for 'total privacy,' …: the single mark that opens inside closes just behind the comma.
    private static TextSpan WithClosing(string text, TextSpan span)
    {
        int open = text.LastIndexOf(" '", Math.Max(span.Start, span.End - 1), span.Length, StringComparison.Ordinal);
        bool isOpen = open >= 0 && text.IndexOf('\'', open + 2, span.End - open - 2) < 0;
        int at = span.End < text.Length && text[span.End] is ',' or '.' ? span.End + 1 : span.End;
        return isOpen && at < text.Length && text[at] == '\'' ? TextSpan.FromBounds(span.Start, at + 1) : span;
    }

    // 'There is a search.' inside single marks, as some houses print them; an apostrophe at either end alone is none.
    private static TextSpan WithoutSingle(string text, TextSpan span) =>
        span.Length > 4 && text[span.Start] is '\'' or '‘' && text[span.Start + 1] != text[span.Start] && text[span.End - 1] is '\'' or '’' && text[span.End - 2] != text[span.End - 1]
            ? TextSpan.FromBounds(span.Start + 1, text[span.End - 2] is '.' or ',' ? span.End - 2 : span.End - 1) : span;

    // ''There is a search,'' with two single marks on either side.
    private static TextSpan WithoutDouble(string text, TextSpan span) =>
        span.Length > 8 && text.AsSpan(span.Start, span.Length) is var words && words.StartsWith("''", StringComparison.Ordinal) && words.EndsWith("''", StringComparison.Ordinal) && !words[2..^2].Contains("''", StringComparison.Ordinal)
            ? TextSpan.FromBounds(span.Start + 2, text[span.End - 3] is '.' or ',' ? span.End - 3 : span.End - 2) : span;

    /// <summary>The slice with a mark that closes just behind it taken in and single marks at its edges left out; empty where a mark inside stays single.</summary>
    public static TextSpan Balanced(string text, TextSpan given)
    {
        given = WithoutSingle(text, WithClosing(text, WithoutDouble(text, Trimmed(text, given))));
        (int start, int end) = (given.Start, given.End);
        if (Open(text, start, end) == 1)
        {
            int at = end;
            while (at < text.Length && at < end + 2 && text[at] is '.' or ',')
            {
                at++;
            }

            if (at < text.Length && Closes(text, at))
            {
                end = at + Width(text, at);
            }
            else if (Opens(text, start))
            {
                start += Width(text, start);
            }
        }
        else if (Open(text, start, end) == -1 && end > start)
        {
            int at = end - 1;
            at -= at > start && text[at] == '\'' && text[at - 1] == '\'' ? 1 : 0;
            end = Closes(text, at) ? at : end;
            while (end > start && text[end - 1] is '.' or ',')
            {
                end--;
            }
        }

        // "at 6:40 p.m." keeps the point of its abbreviation; words wholly inside one pair of marks stand without it.
        end += end < text.Length && end - start > 3 && text[end] == '.' && char.IsLetter(text[end - 1]) && (text[end - 2] == '.' || (text[end - 2] == ' ' && text[end - 3] == '.')) ? 1 : 0;
        if (end - start > 4 && Opens(text, start) && Open(text, start, end) == 0)
        {
            int width = Width(text, start), tail = end - width;
            int inner = tail > start + width && Closes(text, tail) && Open(text, start + width, tail) == 0 ? tail : -1;
            (start, end) = inner > 0 ? (start + width, text[inner - 1] is ',' or '.' ? inner - 1 : inner) : (start, end);
        }

        return Open(text, start, end) == 0 ? Trimmed(text, TextSpan.FromBounds(start, end)) : default;
    }

    // Opened and never closed: 1; closed and never opened: -1; plain marks alternate.
    private static int Open(string text, int start, int end)
    {
        int curly = 0, typed = 0, plain = 0;
        bool closedFirst = false;
        for (int i = start; i < end; i++)
        {
            switch (text[i])
            {
                case '“': curly++; break;
                case '”': curly--; closedFirst |= curly < 0; break;
                case '"': plain++; break;
                case '`' when i + 1 < end && text[i + 1] == '`': typed++; i++; break;
                case '\'' when i + 1 < end && text[i + 1] == '\'': typed--; closedFirst |= typed < 0; i++; break;
            }
        }

        int open = curly + typed;
        return open < 0 || closedFirst ? -1 : open > 0 ? 1 : plain % 2 == 0 ? 0 : text[start] == '"' ? 1 : text[Math.Max(start, end - 1)] == '"' ? -1 : 1;
    }

    private static bool Opens(string text, int at) => text[at] is '“' or '"' || (text[at] == '`' && at + 1 < text.Length && text[at + 1] == '`');

    private static bool Closes(string text, int at) => text[at] is '”' or '"' || (text[at] == '\'' && at + 1 < text.Length && text[at + 1] == '\'');

    private static int Width(string text, int at) => text[at] is '`' or '\'' ? 2 : 1;
}
