namespace Parallax.Intake.Html;

/// <summary>Cuts down tags of monstrous length before a page is parsed: what is beyond the limits becomes spaces, so that every other character keeps its place. Linear.</summary>
internal static class TagLimits
{
    /// <summary>The source itself where no tag is too long, else a copy of the same length.</summary>
    public static string Apply(string source, IntakeOptions options)
    {
        char[]? copy = null;
        int at = source.IndexOf('<', StringComparison.Ordinal);
        while (at >= 0 && at + 1 < source.Length)
        {
            int end = char.IsAsciiLetter(source[at + 1]) ? EndOfTag(source, at) : at + 1;
            if (end - at > options.MaxAttributeLength)
            {
                copy ??= source.ToCharArray();
                CutDown(copy, at, end, options);
            }

            at = end < source.Length ? source.IndexOf('<', end) : -1;
        }

        return copy is null ? source : new string(copy);
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
