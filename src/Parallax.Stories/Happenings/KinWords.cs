using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>The table of words with which reports tell one kind of happening ("foil", "thwart", "stop").</summary>
internal static class KinWords
{
    private static readonly Lazy<Dictionary<string, int[]>> Kinds = new(Read);

    private static readonly Lazy<HashSet<string>> Speech = new(static () => StoriesData.Words("en/happenings/speech-words.txt"));

    /// <summary>Numbers of the kinds of a lower-case lemma or form, ascending; empty for a word that is not in the table.</summary>
    public static ReadOnlySpan<int> Of(string word) => Kinds.Value.TryGetValue(word, out int[]? kinds) ? kinds : [];

    /// <summary>Whether a lemma tells that somebody speaks.</summary>
    public static bool IsSpeech(string lemma) => Speech.Value.Contains(lemma);

    private static Dictionary<string, int[]> Read()
    {
        Dictionary<string, SortedSet<int>> kinds = new(StringComparer.Ordinal);
        int kind = 0;
        foreach (string line in StoriesData.Lines("en/happenings/kin-words.txt"))
        {
            foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                (kinds.TryGetValue(word, out SortedSet<int>? own) ? own : kinds[word] = []).Add(kind);
            }

            kind++;
        }

        return kinds.ToDictionary(static k => k.Key, static k => k.Value.ToArray(), StringComparer.Ordinal);
    }
}
