namespace Parallax.Stories.Words;

/// <summary>Brings the two spellings of English to one for comparing ("defence", "defense"), from <c>Data/en/words/spellings.txt</c>. The form is a key and no word.</summary>
internal static class Spelling
{
    private const int LeastBefore = 3;

    private static readonly Lazy<(string End, string Compared)[]> Ends = new(static () => [.. StoriesData.Lines("en/words/spellings.txt").Select(static l => l.Split(": ", 2)).Select(static p => (p[0], p[1]))]);

    /// <summary>The form in which a word is compared.</summary>
    public static string Key(string word)
    {
        foreach ((string end, string compared) in Ends.Value)
        {
            if (word.Length >= end.Length + LeastBefore && word.EndsWith(end, StringComparison.Ordinal))
            {
                return string.Concat(word.AsSpan(0, word.Length - end.Length), compared);
            }
        }

        return word;
    }
}
