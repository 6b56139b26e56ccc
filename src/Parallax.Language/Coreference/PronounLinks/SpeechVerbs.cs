using System.Collections.Frozen;

namespace Parallax.Language.Coreference.PronounLinks;

/// <summary>Verbs of saying, from <c>Data/en/coreference/verbs.txt</c>.</summary>
internal static class SpeechVerbs
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.Pairs("en/coreference/verbs.txt")
        .GroupBy(static p => p.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(static g => g.Key, static g => g.SelectMany(static p => p.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a lemma is a verb of saying.</summary>
    public static bool Contains(string lemma) => Classes["say"].Contains(lemma);

    /// <summary>Whether a lemma is of a class of the file.</summary>
    public static bool Is(string verbClass, string lemma) => Classes[verbClass].Contains(lemma);
}
