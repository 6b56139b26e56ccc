using Parallax.Language.Coreference;

namespace Parallax.Language.Syntax;

/// <summary>The irregular verbs of English (<c>Data/en/verbs/irregular.txt</c>), for every room that knows verbs by their forms. Immutable and thread-safe.</summary>
public static class IrregularVerbs
{
    private const int LeastStem = 3;

    private static readonly (string[] Prefixes, Dictionary<string, string> Lemmas) Table = Read();
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Table.Lemmas.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every listed form with its lemma, a lemma with itself; ordinal order of the forms.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Forms => Table.Lemmas.OrderBy(static pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The same as <see cref="Forms"/>, to be added to.</summary>
    internal static Dictionary<string, string> CopyOfForms() => new(Table.Lemmas, StringComparer.Ordinal);

    /// <summary>The lemma of a form of an irregular verb, also behind a prefix ("mistook" is of "mistake"); null of every other word.</summary>
    /// <param name="form">The form, lower case.</param>
    public static string? LemmaOf(ReadOnlySpan<char> form)
    {
        if (Lookup.TryGetValue(form, out string? lemma))
        {
            return lemma;
        }

        foreach (string prefix in Table.Prefixes)
        {
            if (form.Length >= prefix.Length + LeastStem && form.StartsWith(prefix, StringComparison.Ordinal) && Lookup.TryGetValue(form[prefix.Length..], out string? stem)
                && !form[prefix.Length..].SequenceEqual(stem))
            {
                return prefix + stem;
            }
        }

        return null;
    }

    private static (string[] Prefixes, Dictionary<string, string> Lemmas) Read()
    {
        string[] prefixes = [];
        Dictionary<string, string> lemmas = new(StringComparer.Ordinal);
        foreach ((string key, string value) in DataFile.Pairs("en/verbs/irregular.txt"))
        {
            string[] words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (key == "prefixes")
            {
                prefixes = words;
                continue;
            }

            foreach (string form in words)
            {
                lemmas.TryAdd(form, key == "unchanged" ? form : key);
            }

            if (key != "unchanged")
            {
                lemmas.TryAdd(key, key);
            }
        }

        return (prefixes, lemmas);
    }
}
