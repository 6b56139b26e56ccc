using System.Collections.Immutable;

namespace Parallax.Intake.Html.Metadata;

/// <summary>Reads the names in a line that says who wrote something: "By Ada Brook and Tom Reed, harbour correspondent".</summary>
internal static class AuthorNames
{
    private const int MaxLength = 200, MaxWords = 6;
    private static readonly ILookup<string, string> Words = DataTable.Rows("bylines.txt", 2).ToLookup(static row => row[0], static row => row[1], StringComparer.Ordinal);
    private static readonly string[] Prefixes = [.. Words["prefix"].OrderByDescending(static words => words.Length)];
    private static readonly string[] Joiners = [.. Words["joiner"].Select(static word => " " + word + " ")];
    private static readonly HashSet<string> Nobody = new(Words["nobody"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Posts = new(Words["post"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, or none where the line names nobody.</summary>
    /// <param name="line">The words.</param>
    /// <param name="strict">Whether they were found in the text of the page, where more than names may stand, and must look like names.</param>
    public static ImmutableArray<string> Read(string line, bool strict)
    {
        string text = Collapse(line);
        if (text.Length is < 2 or > MaxLength || text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith('/'))
        {
            return [];
        }

        text = WithoutPrefix(text, out bool had);
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        foreach (string piece in Pieces(text))
        {
            string name = piece.Trim(' ', ',', ';', '|', '·', '•', '-', '–', '—', ':', '*', '"', '“', '”', '.');
            name = piece.EndsWith(" Jr.", StringComparison.Ordinal) ? name + "." : name;
            int bracket = name.IndexOf(" (", StringComparison.Ordinal);
            name = WithoutPrefix(bracket > 0 ? name[..bracket] : name, out _); // "Ada Brook (abr)": the short form of the newsroom.
            if (IsName(name, strict && !had) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    private static bool IsName(string name, bool strict)
    {
        if (name.Length is < 2 or > 80 || Nobody.Contains(name) || name.Contains('@', StringComparison.Ordinal) || name.Contains("://", StringComparison.Ordinal) || !name.Any(char.IsLetter) || name.Any(static c => c is '{' or '}' or '<' or '>' or '='))
        {
            return false;
        }

        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MaxWords || (words.Length > 1 && Posts.Contains(words[^1])) || (words.Length == 1 && Posts.Contains(name)))
        {
            return false;
        }

        return !strict || (words.Length >= 2 && !name.Any(char.IsDigit) && words.All(static word => !char.IsLower(word[0]) || word.Length <= 3));
    }

    private static IEnumerable<string> Pieces(string text)
    {
        foreach (string joiner in Joiners)
        {
            text = text.Replace(joiner, "; ", StringComparison.OrdinalIgnoreCase);
        }

        text = text.Replace(" & ", "; ", StringComparison.Ordinal).Replace(" | ", "; ", StringComparison.Ordinal).Replace(" • ", "; ", StringComparison.Ordinal).Replace(" · ", "; ", StringComparison.Ordinal);
        return text.Split([";", ", ", "、"], StringSplitOptions.RemoveEmptyEntries);
    }

    private static string WithoutPrefix(string text, out bool had)
    {
        had = false;
        foreach (string prefix in Prefixes)
        {
            if (text.Length > prefix.Length + 1 && text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && text[prefix.Length] is ' ' or ':')
            {
                had = true;
                return text[(prefix.Length + 1)..].TrimStart(' ', ':');
            }
        }

        return text;
    }

    private static string Collapse(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
