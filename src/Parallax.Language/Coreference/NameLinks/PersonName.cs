using System.Globalization;
using System.Text;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Names;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Names in the form in which they are compared: no article, no marks, no diacritics, lower case.</summary>
internal static class PersonName
{
    /// <summary>The words of a name for comparison; titles at its start are left out where something remains.</summary>
    public static string[] Key(string name, MentionLexicon lexicon, bool person)
    {
        StringBuilder plain = new(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '.' or '\'' or '’' or '"' or '“' or '”')
            {
                continue;
            }

            plain.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        }

        string[] words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length && !person; i++)
        {
            words[i] = Spelling(words[i]);
        }

        if (person && words.Length > 2 && Array.FindIndex(words, 1, static w => w[0] == '(') is > 0 and int nick && words[nick][^1] == ')' && nick < words.Length - 1)
        {
            words[nick] = words[nick].Trim('(', ')');
        }

        int start = 0;
        while (start + 1 < words.Length && (words[start] is "the" or "a" || (person && (lexicon.IsTitle(words[start], out _) || (lexicon.Knows(words[start]) && lexicon.Noun(words[start]).Class == NounClass.Person)))))
        {
            start++;
        }

        int end = words.Length;
        while (person && end - 1 > start && words[end - 1] is "jr" or "sr" or "ii" or "iii" or "iv" or "phd" or "md")
        {
            end--;
        }

        return words[start..end];
    }

    /// <summary>Which bearer of a name that runs in a family: "jr", "sr", "ii", "iii", "iv"; empty where the name does not tell.</summary>
    public static string Generation(string name)
    {
        string last = name[(name.LastIndexOf(' ') + 1)..].TrimEnd('.').ToLowerInvariant();
        return last is "jr" or "sr" or "ii" or "iii" or "iv" ? last : "";
    }

    /// <summary>Whether two names tell of two bearers: "Karim Hadi Sr." and "Karim Hadi III", "Fred Jr." and "Fred Hadi", "Karim B. Hadi" and "Karim Hadi Jr.".</summary>
    public static bool OtherGeneration(string left, string right)
    {
        (string one, string other) = (Generation(left), Generation(right));
        bool given = (one.Length > 0 && left.Split(' ').Length == 2) || (other.Length > 0 && right.Split(' ').Length == 2);
        bool whole = (one.Length > 0 ? left : right).Split(' ').Length > 2 && (one.Length > 0 ? right : left).Split(' ').Length > 1;
        return one != other && ((one.Length > 0 && other.Length > 0) || given || whole);
    }

    /// <summary>A word of a body's name in one of its two English spellings: "organisation" as "organization", "defence" as "defense".</summary>
    private static string Spelling(string word) => word switch
    {
        "defence" => "defense",
        "centre" => "center",
        "labour" => "labor",
        "programme" => "program",
        "harbour" => "harbor",
        "co" => "company",
        "corp" => "corporation",
        "ltd" => "limited",
        _ => word.Length > 7 && word.IndexOf("isation", StringComparison.Ordinal) is > 0 and int at ? string.Concat(word.AsSpan(0, at), "ization", word.AsSpan(at + "isation".Length)) : word,
    };

    /// <summary>Whether two person names can be one person's: the shorter is a part of the longer, or they share the surname and no first name differs but as an everyday form of the other ("Mo", "Maurice").</summary>
    public static bool Compatible(string[] left, string[] right)
    {
        (string[] longer, string[] shorter) = left.Length >= right.Length ? (left, right) : (right, left);
        if (shorter.Length == 0)
        {
            return false;
        }

        if (shorter.Length == 1)
        {
            return longer.Contains(shorter[0], StringComparer.Ordinal) || longer.Any(word => word.Split('-').Contains(shorter[0], StringComparer.Ordinal));
        }

        int matched = 0, at = 0;
        foreach (string word in shorter)
        {
            while (at < longer.Length && !SameOrInitial(longer[at], word))
            {
                at++;
            }

            if (at == longer.Length)
            {
                break;
            }

            matched++;
            at++;
        }

        return matched == shorter.Length || (longer[^1] == shorter[^1] && (SameOrInitial(longer[0], shorter[0]) || Gazetteer.English.AreShortAndLong(longer[0], shorter[0])));
    }

    /// <summary>Whether an acronym is made of the initials of a name's words (small words may be left out).</summary>
    public static bool IsAcronymOf(string acronym, string name)
    {
        // "our Harbour, Free Trade": no body is called with one comma and nothing that joins its parts.
        if (name.Contains(',', StringComparison.Ordinal) && !name.Contains(" and ", StringComparison.Ordinal) && !name.Contains('&', StringComparison.Ordinal))
        {
            return false;
        }

        StringBuilder all = new(), capitals = new();
        foreach (string word in name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            // "OB8" for "Orvane Browser 8", "OB" not.
            if (char.IsDigit(word[0]))
            {
                all.Append(word);
                capitals.Append(word);
            }

            if (!char.IsLetter(word[0]))
            {
                continue;
            }

            all.Append(char.ToUpperInvariant(word[0]));
            if (char.IsUpper(word[0]))
            {
                capitals.Append(word[0]);
            }
        }

        string letters = acronym.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return letters.Length >= 2 && (letters == all.ToString() || letters == capitals.ToString() || (letters.Length >= 3 && letters == Core(name)));
    }

    // "Norlandic Centre for Disease Control and Prevention": its capitals without the country before and the last part joined behind, as such bodies are known.
    private static string Core(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int first = words.Length > 1 && (CountryLookup.Instance.CountryOfDemonym(words[0]) ?? CountryLookup.Instance.CountryOfName(words[0])) is not null ? 1 : 0;
        int end = words.Length > 4 && words[^2] == "and" ? words.Length - 2 : words.Length;
        return string.Concat(words[first..end].Where(static w => char.IsUpper(w[0])).Select(static w => w[0]));
    }

    private static bool SameOrInitial(string left, string right) =>
        left == right || (left[0] == right[0] && (left.Length == 1 || right.Length == 1));
}
