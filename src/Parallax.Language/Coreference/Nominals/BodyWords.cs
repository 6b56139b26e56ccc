using System.Collections.Frozen;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>The word lists of <c>bodies.txt</c>: nouns for companies, and words that tell against one.</summary>
internal static class BodyWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = DataFile.Pairs("en/coreference/bodies.txt")
        .ToFrozenDictionary(static p => p.Key, static p => p.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Offices = Lists["cut-short"].Select(static p => p.Split('=')).ToFrozenDictionary(static p => p[0], static p => p[1], StringComparer.Ordinal);

    /// <summary>The noun for an office that a title cuts short ("sen." is "senator"); every other word as it is.</summary>
    public static string Office(string title) => Offices.GetValueOrDefault(title, title);

    /// <summary>Whether a list has the word (lemma, lower case).</summary>
    public static bool Is(string list, string word) => Lists[list].Contains(word);
}
