namespace Parallax.Export.Views;

/// <summary>Takes the quotation marks around words off, so that they can be set in marks of their own.</summary>
internal static class OuterMarks
{
    /// <summary>The words without surrounding white space, without a pair of marks that holds all of them, and without a mark at an edge that has no partner in them; marks inside stay.</summary>
    public static string Off(string words)
    {
        ReadOnlySpan<char> rest = words.AsSpan().Trim();
        while (rest.Length > 1 && Bare(rest) is var bare && bare.Length < rest.Length)
        {
            rest = bare.Trim();
        }

        return rest.Length == words.Length ? words : rest.ToString();
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> words)
    {
        char first = words[0], last = words[^1];
        if (first == '"' || last == '"')
        {
            int marks = words.Count('"');
            return marks == 2 && first == last ? words[1..^1]
                : marks % 2 == 0 ? words
                : first == '"' ? words[1..]
                : words[..^1];
        }

        int partner = first == '“' ? Close(words) : -1;
        return partner == words.Length - 1 ? words[1..^1]
            : first == '”' || (first == '“' && partner < 0) ? words[1..]
            : last == '“' || (last == '”' && words.Count('”') > words.Count('“')) ? words[..^1]
            : words;
    }

    // Where the mark that the words begin with is closed, or -1.
    private static int Close(ReadOnlySpan<char> words)
    {
        int depth = 0;
        for (int at = 0; at < words.Length; at++)
        {
            depth += words[at] == '“' ? 1 : words[at] == '”' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
