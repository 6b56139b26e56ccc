namespace Parallax.Export.Views;

/// <summary>Takes the quotation marks around words off, so that they can be set in marks of their own. Known are curly, straight and typewriter's marks (<c>``</c> and <c>''</c>).</summary>
internal static class OuterMarks
{
    private const string Backticks = "``", Apostrophes = "''", Straight = "\"";

    /// <summary>The words without surrounding white space, without a pair of marks that holds all of them, and without a mark at an edge that has no partner in them; marks inside stay.</summary>
    public static string Off(string words) => Off(words, pairs: true);

    /// <summary>The words without a mark at an edge that has no partner in them: "that it holds,”" of a quotation that began elsewhere. Pairs stay.</summary>
    public static string OffAlone(string words) => Off(words, pairs: false);

    /// <summary>Of words that were cut out of several sentences (" … "), each piece without the marks around it: “It holds,” … “and it is safe.” is one speech.</summary>
    public static string OffPieces(string words) => string.Join(" … ", words.Split(" … ").Select(Off));

    /// <summary>The words as they stand between marks of their own: where a mark of theirs would meet one of those, theirs are single ones.</summary>
    public static string Inside(string words)
    {
        string bare = Off(words);
        return bare.StartsWith('“') || bare.EndsWith('”') ? bare.Replace('“', '‘').Replace('”', '’') : bare;
    }

    private static string Off(string words, bool pairs)
    {
        ReadOnlySpan<char> rest = words.AsSpan().Trim();
        while (rest.Length > 1 && Bare(rest, pairs) is var bare && bare.Length < rest.Length)
        {
            rest = bare.Trim();
        }

        return rest.Length == words.Length ? words : rest.ToString();
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> words, bool pairs)
    {
        // ''It holds'': where none opens with two backticks, the mark is the same on both sides.
        string same = words.StartsWith(Straight) || words.EndsWith(Straight) || words.Contains(Backticks, StringComparison.Ordinal) ? Straight : Apostrophes;
        bool opens = words.StartsWith(same), closes = words.EndsWith(same) && words.Length > same.Length;
        if (opens || closes)
        {
            int marks = words.Count(same);
            return marks == 2 && opens && closes ? pairs ? words[same.Length..^same.Length] : words
                : marks % 2 == 0 ? words
                : opens ? words[same.Length..]
                : words[..^same.Length];
        }

        int first = Opening(words, 0), foreign = Closing(words, 0), last = words[^1] == '”' ? 1 : words.EndsWith(Apostrophes) ? 2 : 0;
        int partner = first > 0 ? Partner(words) : -1;
        if (first > 0 && partner == words.Length - last && last > 0)
        {
            return pairs ? words[first..^last] : words;
        }

        return foreign > 0 ? words[foreign..]
            : first > 0 && partner < 0 ? words[first..]
            : words[^1] == '“' ? words[..^1]
            : words.EndsWith(Backticks) ? words[..^2]
            : last > 0 && Surplus(words) ? words[..^last]
            : words;
    }

    private static int Opening(ReadOnlySpan<char> words, int at) => words[at] == '“' ? 1 : words[at..].StartsWith(Backticks) ? 2 : 0;

    private static int Closing(ReadOnlySpan<char> words, int at) => words[at] == '”' ? 1 : words[at..].StartsWith(Apostrophes) ? 2 : 0;

    // Whether more marks close than open.
    private static bool Surplus(ReadOnlySpan<char> words)
    {
        int open = 0;
        for (int at = 0; at < words.Length;)
        {
            int opening = Opening(words, at), closing = Closing(words, at);
            open += opening > 0 ? 1 : closing > 0 ? -1 : 0;
            at += Math.Max(1, Math.Max(opening, closing));
        }

        return open < 0;
    }

    // Where the mark that the words begin with is closed, or -1.
    private static int Partner(ReadOnlySpan<char> words)
    {
        int depth = 0;
        for (int at = 0; at < words.Length;)
        {
            int opening = Opening(words, at), closing = Closing(words, at);
            depth += opening > 0 ? 1 : closing > 0 ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }

            at += Math.Max(1, Math.Max(opening, closing));
        }

        return -1;
    }
}
