using System.Collections.Immutable;
using Parallax.Stories.Words;

namespace Parallax.Stories.Framings;

/// <summary>The table of words that speak well or ill of somebody, by kind.</summary>
internal static class ToneWords
{
    private static readonly Lazy<(ImmutableArray<string> Kinds, Dictionary<string, int> Masks)> Table = new(Read);

    /// <summary>Names of the kinds.</summary>
    public static ImmutableArray<string> Kinds => Table.Value.Kinds;

    /// <summary>The kinds of a lower-case lemma or form, one bit a kind; 0 for a word that is not in the table.</summary>
    public static int Of(string word) => Table.Value.Masks.GetValueOrDefault(word);

    private static (ImmutableArray<string> Kinds, Dictionary<string, int> Masks) Read()
    {
        ImmutableArray<string>.Builder kinds = ImmutableArray.CreateBuilder<string>();
        Dictionary<string, int> masks = new(StringComparer.Ordinal);
        foreach (string line in StoriesData.Lines("en/framings/tone-words.txt"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (string word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                masks[word] = masks.GetValueOrDefault(word) | (1 << kinds.Count);
            }

            kinds.Add(line[..colon]);
        }

        return (kinds.ToImmutable(), masks);
    }
}
