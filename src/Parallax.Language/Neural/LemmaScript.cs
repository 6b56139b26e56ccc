using System.Collections.Immutable;
using System.Globalization;
using Parallax.Language.Neural.Input;

namespace Parallax.Language.Neural;

/// <summary>How a normalised form becomes its lemma: bring it into a case, drop units at its end, append some.</summary>
internal readonly record struct LemmaScript(char Case, int Drop, string Append)
{
    /// <summary>Whether it undoes what the rules of English spelling do to a verb ("shelled", "shelling", "tries", "baking"); nothing else turns a verb no table knows into its lemma.</summary>
    public bool IsRegular => (Drop is 0 && Append.Length == 0) || (Drop is >= 1 and <= 4 && (Append.Length == 0 || Append is "e" or "y" or "ie"));

    /// <summary>Reads <c>CASE|DROP|APPEND</c>.</summary>
    /// <exception cref="ModelException">It is not of that form.</exception>
    public static LemmaScript Parse(string script)
    {
        string[] parts = script.Split('|', 3);
        return parts.Length == 3 && parts[0] is "K" or "L" or "T" or "U"
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int drop)
            ? new LemmaScript(parts[0][0], drop, parts[2])
            : throw new ModelException($"“{script}” is not a lemma script: CASE|DROP|APPEND with the case K, L, T or U was expected.");
    }

    /// <summary>Reads scripts.</summary>
    /// <exception cref="ModelException">One is not of that form.</exception>
    public static LemmaScript[] ParseAll(ImmutableArray<string> scripts)
    {
        LemmaScript[] parsed = new LemmaScript[scripts.Length];
        for (int i = 0; i < parsed.Length; i++)
        {
            parsed[i] = Parse(scripts[i]);
        }

        return parsed;
    }

    /// <summary>The lemma of a form as it stands in the text, or null where the script does not fit it.</summary>
    public string? Apply(ReadOnlySpan<char> form)
    {
        const int OnStack = 256;
        int room = form.Length + 3;
        Span<char> lemma = room + Append.Length <= OnStack ? stackalloc char[OnStack] : new char[room + Append.Length];
        int length = FormText.Normalise(form, lemma[..room]);
        if (length < Drop || length - Drop + Append.Length == 0)
        {
            return null;
        }

        for (int i = 0; i < length; i++)
        {
            lemma[i] = Case switch
            {
                'L' => char.ToLowerInvariant(lemma[i]),
                'U' => char.ToUpperInvariant(lemma[i]),
                'T' => i == 0 ? char.ToUpperInvariant(lemma[i]) : char.ToLowerInvariant(lemma[i]),
                _ => lemma[i],
            };
        }

        Append.CopyTo(lemma[(length - Drop)..]);
        return new string(lemma[..(length - Drop + Append.Length)]);
    }
}
