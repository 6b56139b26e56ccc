namespace Parallax.Intake.Html;

/// <summary>Cuts down tags of monstrous length, and tags nested without end, before a page is parsed: what is beyond the limits becomes spaces, so that every other character keeps its place. Linear.</summary>
/// <remarks>The parser looks through all elements that are open at each block, so that its time grows with the square of the depth; no page that people read nests so deep.</remarks>
internal static class TagLimits
{
    private const int MaxOpen = 2_000;

    // Elements that only group or mark words: without them the words are the same.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Grouping = new HashSet<string>(
        ["div", "ul", "ol", "dl", "section", "article", "main", "blockquote", "center", "details", "figure", "fieldset", "address", "span", "b", "i", "u", "s", "em", "strong", "font", "big", "small", "tt"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Raw = ["script", "style", "textarea", "title"];

    /// <summary>The source itself where no tag is too long, else a copy of the same length.</summary>
    public static string Apply(string source, IntakeOptions options)
    {
        char[]? copy = null;
        int at = source.IndexOf('<', StringComparison.Ordinal), open = 0;
        while (at >= 0 && at + 1 < source.Length)
        {
            bool closing = source[at + 1] == '/';
            int name = closing ? at + 2 : at + 1, end = name < source.Length && char.IsAsciiLetter(source[name]) ? EndOfTag(source, at) : at + 1;
            if (end - at > options.MaxAttributeLength)
            {
                copy ??= source.ToCharArray();
                CutDown(copy, at, end, options);
            }

            if (Grouping.Contains(NameAt(source, name)))
            {
                open += closing ? 0 : 1;
                if (open > MaxOpen)
                {
                    copy ??= source.ToCharArray();
                    copy.AsSpan(at, end - at).Fill(' ');
                }

                open -= closing && open > 0 ? 1 : 0;
            }

            end = closing ? end : AfterRaw(source, at, end);
            at = end < source.Length ? source.IndexOf('<', end) : -1;
        }

        return copy is null ? source : new string(copy);
    }

    private static ReadOnlySpan<char> NameAt(string source, int start)
    {
        int end = start;
        while (end < source.Length && end - start < 16 && char.IsAsciiLetterOrDigit(source[end]))
        {
            end++;
        }

        return source.AsSpan(start, end - start);
    }

    // What lies in a comment, a script and the like is no markup.
    private static int AfterRaw(string source, int at, int end)
    {
        if (source.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            int close = source.IndexOf("-->", at + 2, StringComparison.Ordinal);
            return close < 0 ? source.Length : close + 3;
        }

        ReadOnlySpan<char> name = NameAt(source, at + 1);
        foreach (string raw in Raw)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
            {
                int close = source.IndexOf("</" + raw, end, StringComparison.OrdinalIgnoreCase);
                return close < 0 ? source.Length : close;
            }
        }

        return end;
    }

    // After the '>' that ends the tag; a '>' in quotes does not. A tag that never ends reaches to the end.
    private static int EndOfTag(string source, int from)
    {
        char quote = '\0';
        for (int i = from + 1; i < source.Length; i++)
        {
            char c = source[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && source[i - 1] == '=')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return source.Length;
    }

    private static void CutDown(char[] text, int from, int end, IntakeOptions options)
    {
        int attributes = 0, start = from + 1;
        char quote = '\0';
        for (int i = from + 1; i < end - 1; i++)
        {
            char c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                if (i - start > options.MaxAttributeLength && quote != '\0')
                {
                    text[i] = ' '; // The quote stays; what it holds is blank.
                }
            }
            else if (c is '"' or '\'' && text[i - 1] == '=')
            {
                quote = c;
                start = i;
            }
            else if (char.IsWhiteSpace(c))
            {
                attributes++;
                start = i;
            }
            else if (attributes > options.MaxAttributes || i - start > options.MaxAttributeLength)
            {
                text[i] = ' ';
            }

            if (attributes > options.MaxAttributes && i < end - 1)
            {
                text[i] = ' ';
            }
        }
    }
}
