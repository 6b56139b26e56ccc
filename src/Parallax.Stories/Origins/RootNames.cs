using System.Collections.Immutable;
using Parallax.Stories.Entities;

namespace Parallax.Stories.Origins;

/// <summary>Names of those to whom words go back: one speaker under a longer and a shorter name ("Quill", "Captain Ada Quill, the harbour's spokeswoman"), or a body and its initials, is one root.</summary>
internal static class RootNames
{
    private static readonly HashSet<string> Articles = ["a", "an", "the"];
    private static readonly HashSet<string> Between = ["of", "for", "and", "in", "on", "to", "at", "by", "s"];

    /// <summary>The words of a name by which roots are compared, with blanks: lower case, without articles.</summary>
    public static string Key(string name) => string.Join(' ', NameKeys.Tokens(name).Where(static w => !Articles.Contains(w)));

    /// <summary>Whether a name is no name but a common noun ("the software firm", "a police source"), whatever letter its article begins with.</summary>
    public static bool IsCommonNoun(string name)
    {
        int blank = name.IndexOf(' ', StringComparison.Ordinal);
        bool hasArticle = blank > 0 && Articles.Contains(name[..blank].ToLowerInvariant());
        return !(hasArticle ? name.AsSpan(blank + 1) : name).ContainsAnyInRange('A', 'Z');
    }

    /// <summary>The same evidence with one root where names tell that two are one; states are counted by themselves.</summary>
    public static ImmutableArray<Evidential> Joined(IReadOnlyCollection<Evidential> evidence)
    {
        (string Root, string[] Words)[] named =
        [
            .. evidence.Where(static e => e is { IsCommon: false, State: null, RootName.Length: > 0 }).DistinctBy(static e => e.RootKey, StringComparer.Ordinal)
                .Select(static e => (e.RootKey, e.RootName.Split(' '))).OrderByDescending(static e => e.Item2.Length).ThenBy(static e => e.RootKey, StringComparer.Ordinal),
        ];
        Dictionary<string, string> rootOf = new(StringComparer.Ordinal);
        for (int i = 0; i < named.Length; i++)
        {
            rootOf[named[i].Root] = named.Take(i).Where(longer => IsShorter(named[i].Words, longer.Words)).Select(longer => rootOf[longer.Root]).FirstOrDefault() ?? named[i].Root;
        }

        return [.. evidence.Select(e => rootOf.TryGetValue(e.RootKey, out string? root) ? e with { RootKey = root } : e)];
    }

    private static bool IsShorter(string[] shorter, string[] longer) => Array.TrueForAll(shorter, longer.Contains) || (shorter.Length == 1 && shorter[0].Length > 1 && shorter[0] == Initials(longer));

    private static string Initials(string[] words) => string.Concat(words.Where(static w => !Between.Contains(w)).Select(static w => w[0]));
}
