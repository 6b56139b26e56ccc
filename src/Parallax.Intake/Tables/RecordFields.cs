using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace Parallax.Intake.Tables;

/// <summary>What the columns of a table, or the members of a JSON object, that holds an article are usually called.</summary>
internal static class RecordFields
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Names = Load();

    /// <summary>The names for a role (<c>title</c>, <c>body</c> …), best first, letters and digits only, lower case.</summary>
    public static ImmutableArray<string> Of(string role) => Names[role];

    /// <summary>The role that a column's name plays, or null.</summary>
    public static string? RoleOf(string column)
    {
        string plain = Plain(column);
        foreach ((string role, ImmutableArray<string> names) in Names)
        {
            if (names.Contains(plain, StringComparer.Ordinal))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>A name without what is neither letter nor digit, in lower case.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static FrozenDictionary<string, ImmutableArray<string>> Load()
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("en/record-fields.tsv")!); // Embedded by the project file.
        Dictionary<string, ImmutableArray<string>> names = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var role, var list])
            {
                names[role] = [.. list.Split(' ')];
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
