using System.Collections.Frozen;
using Parallax.Language.Coreference;

namespace Parallax.Language.Figures;

/// <summary>Words that tell what a number counts where no noun stands after it. From <c>en/figures/counted.txt</c>.</summary>
internal sealed class CountingWords
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _groups = DataFile.Pairs("en/figures/counted.txt")
        .ToFrozenDictionary(static p => p.Key, static p => p.Value.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);

    /// <summary>The words, loaded on first use.</summary>
    public static CountingWords Instance { get; } = new();

    /// <summary>Whether a group of the file holds a word, in any case of letters.</summary>
    public bool Has(string group, ReadOnlySpan<char> word) => _groups[group].GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
