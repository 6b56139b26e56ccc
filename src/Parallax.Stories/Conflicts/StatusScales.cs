using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Words that exclude each other before one noun, from <c>Data/en/conflicts/status.txt</c>.</summary>
internal static class StatusScales
{
    private static readonly Lazy<Dictionary<string, List<(string Scale, string Value)>>> Values = new(Read);

    private static readonly Lazy<Dictionary<string, (string Scale, bool IsFirst)>> Poles = new(static () => PolesIn("en/conflicts/opposites.txt"));

    /// <summary>The values of a word on each scale it belongs to.</summary>
    public static IEnumerable<(string Scale, string Value)> Of(string word) => Values.Value.TryGetValue(word, out List<(string, string)>? values) ? values : [];

    /// <summary>The first scale on which two lists of words exclude each other, with the two words; null where none.</summary>
    public static (string Scale, string Left, string Right)? Exclude(IEnumerable<string> left, IEnumerable<string> right)
    {
        string[] others = [.. right];
        foreach (string word in left)
        {
            foreach ((string scale, string value) in Of(word))
            {
                foreach (string other in others)
                {
                    if (Of(other).Any(o => o.Scale == scale && o.Value != value))
                    {
                        return (scale, word, other);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The scale of two opposites on which a word stands, and whether at its first end; null where it is on none, or on one of more than two values.</summary>
    public static (string Scale, bool IsFirst)? Pole(string word) => Poles.Value.TryGetValue(word, out (string, bool) pole) ? pole : null;

    /// <summary>The scales of a file with two ends each, by word.</summary>
    public static Dictionary<string, (string Scale, bool IsFirst)> PolesIn(string file)
    {
        Dictionary<string, (string, bool)> poles = new(StringComparer.Ordinal);
        foreach (string line in StoriesData.Lines(file))
        {
            string[] parts = line.Split(": ", 2), ends = parts[1].Split(" | ");
            for (int end = 0; end < ends.Length; end++)
            {
                foreach (string word in ends[end].Split(',', StringSplitOptions.TrimEntries))
                {
                    poles.TryAdd(word, (parts[0], end == 0));
                }
            }
        }

        return poles;
    }

    private static Dictionary<string, List<(string Scale, string Value)>> Read()
    {
        Dictionary<string, List<(string, string)>> all = new(StringComparer.Ordinal);
        foreach (string line in StoriesData.Lines("en/conflicts/status.txt"))
        {
            string[] parts = line.Split(": ", 2);
            foreach (string value in parts[1].Split(" | "))
            {
                string[] words = value.Split(',', StringSplitOptions.TrimEntries);
                foreach (string word in words)
                {
                    (all.TryGetValue(word, out List<(string, string)>? list) ? list : all[word] = []).Add((parts[0], words[0]));
                }
            }
        }

        return all;
    }
}
