using System.Collections.Frozen;
using System.Globalization;
using Parallax.Core.Reports;

namespace Parallax.Intake.Html.Metadata;

/// <summary>The table <c>Data/page-facts.txt</c>: where pages state facts about themselves and how far each place is trusted.</summary>
internal static class FactTable
{
    private static readonly FrozenDictionary<string, (FactKind Kind, int Trust)[]> Places = DataTable.Rows("page-facts.txt", 4)
        .GroupBy(static row => row[1] + " " + row[2], StringComparer.Ordinal)
        .ToFrozenDictionary(static rows => rows.Key, static rows => rows.Select(static row => (Enum.Parse<FactKind>(row[0], ignoreCase: true), int.Parse(row[3], CultureInfo.InvariantCulture))).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (FactKind Kind, int Trust)[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Places.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names that a page's script gives to such facts, with their trust.</summary>
    public static (string Name, FactKind Kind, int Trust)[] ScriptKeys { get; } =
        [.. DataTable.Rows("page-facts.txt", 4).Where(static row => row[1] == "script").Select(static row => (row[2], Enum.Parse<FactKind>(row[0], ignoreCase: true), int.Parse(row[3], CultureInfo.InvariantCulture)))];

    /// <summary>What a place states: facts with their trust; empty where it states none.</summary>
    /// <param name="place">json, meta, item, class or rel.</param>
    /// <param name="name">The name, in any case.</param>
    public static ReadOnlySpan<(FactKind Kind, int Trust)> Of(string place, ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[64];
        if (name.Length == 0 || name.Length + place.Length + 1 > key.Length)
        {
            return [];
        }

        place.CopyTo(key);
        key[place.Length] = ' ';
        int length = name.ToLowerInvariant(key[(place.Length + 1)..]);
        return Lookup.TryGetValue(key[..(place.Length + 1 + length)], out (FactKind, int)[]? found) ? found : [];
    }

    /// <summary>What the words of a class or id state: each as a whole, then its ends after hyphens and underlines.</summary>
    public static ReadOnlySpan<(FactKind Kind, int Trust)> OfClass(ReadOnlySpan<char> words)
    {
        foreach (Range range in words.Split(' '))
        {
            ReadOnlySpan<char> word = words[range];
            while (word.Length > 2)
            {
                ReadOnlySpan<(FactKind Kind, int Trust)> found = Of("class", word);
                if (!found.IsEmpty)
                {
                    return found;
                }

                int cut = word.IndexOfAny('-', '_');
                if (cut < 0)
                {
                    break;
                }

                word = word[(cut + 1)..].TrimStart("-_");
            }
        }

        return [];
    }
}
