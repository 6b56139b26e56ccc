using System.Collections.Frozen;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;

namespace Parallax.Language.Events.Clauses;

/// <summary>The word classes of <c>Data/en/events/clauses.txt</c>: which verb gives the clause under it which subject.</summary>
internal static class ClauseWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = DataFile.Pairs("en/events/clauses.txt")
        .ToFrozenDictionary(static p => p.Key, static p => p.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Prefixes = Classes["country-prefixes"].Select(static pair => pair.Split('=')).ToFrozenDictionary(static p => p[0], static p => p[1], StringComparer.Ordinal);

    /// <summary>Code of the country of which a token is the first half of an adjective ("Sino" in "Sino-Norlandian"), or null.</summary>
    public static string? CountryOfPrefix(TokenLayer tokens, int token)
    {
        bool hyphenated = token + 2 < tokens.Count && tokens.Form(token + 1) is "-" or "–" && tokens.Span(token).End == tokens.Span(token + 1).Start;
        return hyphenated ? Prefixes.GetValueOrDefault(tokens.Form(token).ToString()) : null;
    }

    /// <summary>Whether a lemma belongs to a class of the file.</summary>
    public static bool Is(string wordClass, string lemma) => Classes[wordClass].Contains(lemma);
}
