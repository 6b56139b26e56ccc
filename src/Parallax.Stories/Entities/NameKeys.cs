using System.Collections.Immutable;
using System.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Entities;

/// <summary>Forms of names for comparing: without titles, without endings that are often left out, and the same for spellings of one sound.</summary>
internal static class NameKeys
{
    private static readonly Lazy<HashSet<string>> Titles = new(static () => StoriesData.Words("en/entities/titles.txt"));
    private static readonly Lazy<HashSet<string>> Generic = new(static () => StoriesData.Words("en/entities/generic-heads.txt"));
    private static readonly Lazy<HashSet<string>> Tails = new(static () => StoriesData.Words("en/entities/outlet-tails.txt"));
    private static readonly Lazy<HashSet<string>> Companies = new(static () => StoriesData.Words("en/entities/company-tails.txt"));
    private static readonly Lazy<HashSet<string>> Ships = new(static () => StoriesData.Words("en/entities/ship-heads.txt"));
    private static readonly Lazy<HashSet<string>> OfState = new(static () => StoriesData.Words("en/entities/state-bodies.txt"));
    private static readonly Lazy<HashSet<string>> OfMany = new(static () => StoriesData.Words("en/entities/many-bodies.txt"));
    private static readonly Lazy<HashSet<string>> PlaceKinds = new(static () => StoriesData.Words("en/entities/place-kinds.txt"));
    private static readonly Lazy<HashSet<string>> Particles = new(static () => StoriesData.Words("en/entities/name-particles.txt"));
    private static readonly Lazy<Dictionary<string, string>> Variants = new(() => ReadVariants("en/entities/variants.txt")), ShortNames = new(() => ReadVariants("en/names/short-names.txt"));

    // Longest first where one begins another.
    private static readonly (string From, string To)[] Sounds =
    [
        ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("kh", "h"), ("zh", "j"), ("dj", "j"), ("sh", "s"), ("ch", "c"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("gh", "g"), ("dh", "d"), ("th", "t"),
        ("ck", "k"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "e"), ("ai", "e"), ("ay", "e"), ("ey", "e"), ("ie", "i"), ("ia", "a"), ("ya", "a"),
        ("yu", "u"), ("iu", "u"), ("yo", "o"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "j"), ("x", "ks"),
    ];

    /// <summary>The words of a name: folded, without "the"; spellings of one place brought to one.</summary>
    public static ImmutableArray<string> Tokens(string name)
    {
        string folded = string.Join(' ', WordList.Of(name).Select(static w => w.Lower).Where(static w => w != "the"));
        return [.. (Variants.Value.GetValueOrDefault(folded) ?? folded).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static w => Variants.Value.GetValueOrDefault(w) ?? w)];
    }

    /// <summary>The words of a name of a body or thing: as <see cref="Tokens"/>, in one spelling ("organisation" as "organization"), without the letters before a ship's name, "A380s" as "a380".</summary>
    public static ImmutableArray<string> BodyTokens(string name)
    {
        ImmutableArray<string> tokens = [.. Tokens(name).Select(Plain).Where(static w => w.Length > 0)];
        int start = 0;
        while (start < tokens.Length - 1 && Ships.Value.Contains(tokens[start]))
        {
            start++;
        }

        return tokens[start..];
    }

    /// <summary>"harbor ministry" of "ministry of harbor", "justice department" of "department of justice"; null of other names.</summary>
    public static ImmutableArray<string>? FieldFirst(ImmutableArray<string> tokens) =>
        tokens is ["ministry" or "department", "of", _, ..] && tokens.Length <= 5 && tokens.IndexOf("of", 2) < 0 ? [.. tokens.Skip(2).Where(static (w, i) => i == 0 || w != "affairs"), tokens[0]] : null;

    /// <summary>The words of a place's name without the noun of its kind: "Varan" of "Varan Island", "the Gulf island of Varan", "the city of Varan"; not of "Varan City", which may be another place than "Varan".</summary>
    public static ImmutableArray<string> PlaceTokens(string name)
    {
        ImmutableArray<string> tokens = BodyTokens(name);
        int of = tokens.LastIndexOf("of");
        if (of > 0 && of < tokens.Length - 1 && PlaceKinds.Value.Contains(tokens[of - 1]))
        {
            return tokens[(of + 1)..];
        }

        return tokens.Length > 1 && of < 0 && tokens[^1] is "island" or "islands" ? tokens[..^1] : tokens;
    }

    /// <summary>Whether two words differ by at most so many letters left out, put in or changed, and begin with the same one.</summary>
    public static bool DifferByLetters(string left, string right, int letters)
    {
        if (left.Length == 0 || right.Length == 0 || left[0] != right[0] || Math.Abs(left.Length - right.Length) > letters)
        {
            return false;
        }

        int[] above = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int corner = above[0];
            above[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                (corner, above[j]) = (above[j], Math.Min(Math.Min(above[j], above[j - 1]) + 1, corner + (left[i - 1] == right[j - 1] ? 0 : 1)));
            }
        }

        return above[^1] <= letters;
    }

    private static string Plain(string word)
    {
        string bare = word.Length > 2 && word[^1] == 's' && char.IsDigit(word[^2]) ? word[..^1] : word;
        return bare switch
        {
            "defence" => "defense",
            "centre" => "center",
            "labour" => "labor",
            "programme" => "program",
            "harbour" => "harbor",
            _ => bare.Length > 7 && bare.IndexOf("isation", StringComparison.Ordinal) is > 0 and int at ? string.Concat(bare.AsSpan(0, at), "ization", bare.AsSpan(at + "isation".Length)) : bare,
        };
    }

    /// <summary>Whether a noun calls a body that a state has once ("navy", "government", "parliament").</summary>
    public static bool IsOfState(string word) => OfState.Value.Contains(word);

    /// <summary>Whether a country has many bodies called by this name's noun, so that a longer name is another body's ("bank", "party"): the word before "of", else the last.</summary>
    public static bool IsOneOfMany(ImmutableArray<string> tokens) => tokens.Length > 0 && OfMany.Value.Contains(tokens[tokens.IndexOf("of") is > 0 and int of ? of - 1 : ^1]);

    /// <summary>Which of several bearers of one name in a family is meant ("jr", "iii"); empty where the name does not tell.</summary>
    public static string Generation(string name) => WordList.Of(name) is [.., var last] && IsGeneration(last.Lower) ? last.Lower : "";

    /// <summary>Whether a word at the end of a company's name may be left out ("motors", "inc").</summary>
    public static bool IsCompanyTail(string word) => Companies.Value.Contains(word) || Tails.Value.Contains(word);

    /// <summary>The words of a person's name without titles and roles before it; all of them where nothing else would be left.</summary>
    public static ImmutableArray<string> PersonTokens(string name)
    {
        ImmutableArray<string> tokens = Tokens(name);
        int start = 0;
        while (start < tokens.Length - 1 && Titles.Value.Contains(tokens[start]))
        {
            start++;
        }

        int end = tokens.Length;
        while (end > start + 1 && IsGeneration(tokens[end - 1]))
        {
            end--;
        }

        return tokens[start..end];
    }

    private static bool IsGeneration(string word) => word is "jr" or "sr" or "ii" or "iii" or "iv";

    /// <summary>Whether a word is a noun of places behind which "of" tells the name of the place itself.</summary>
    public static bool IsPlaceKind(string word) => PlaceKinds.Value.Contains(word);

    /// <summary>Whether a word begins a surname of several words ("al", "van").</summary>
    public static bool IsParticle(string word) => Particles.Value.Contains(word);

    /// <summary>Whether a word is a title or an office.</summary>
    public static bool IsTitle(string word) => Titles.Value.Contains(word);

    /// <summary>Whether a name is made of titles, roles and small words alone ("It", "President", "Foreign Minister"), and so names nobody.</summary>
    public static bool SaysNothing(string name) => !IsMinistry(name) && WordList.Of(name).All(static w => Titles.Value.Contains(w.Lower) || (WordList.IsStop(w.Lower) && w.Lower is not ("us" or "who")));

    // "Defence Ministry": the field before it makes it the name of one.
    private static bool IsMinistry(string name) => WordList.Of(name) is [.., var field, { Lower: "ministry" }] && Titles.Value.Contains(field.Lower) && !WordList.IsStop(field.Lower);

    /// <summary>Whether one given name is the everyday form of the other, or both are of a third: "Bob" and "Robert".</summary>
    public static bool AreShortAndLong(string left, string right) =>
        ShortNames.Value.GetValueOrDefault(left, left) == ShortNames.Value.GetValueOrDefault(right, right);

    /// <summary>Whether one given name may be the beginning of the other, cut as friends do: "Phil" and "Phillip"; not "Carol" and "Caroline".</summary>
    public static bool IsCutShort(string left, string right)
    {
        (string cut, string whole) = left.Length < right.Length ? (left, right) : (right, left);
        return cut.Length > 2 && whole.Length > cut.Length && whole.StartsWith(cut, StringComparison.Ordinal) && whole[^1] is not ('a' or 'e');
    }

    /// <summary>Whether two given names differ in the letter they begin with alone, or in what sounds alike behind it: "Giannis" and "Yiannis".</summary>
    public static bool DifferAtFirst(string left, string right) => left.Length > 4 && right.Length > 4 && left[0] != right[0] && Sound(left[1..]) == Sound(right[1..]);

    /// <summary>Whether many countries have a body of this name's last word.</summary>
    public static bool IsGeneric(ImmutableArray<string> tokens) => tokens.Length > 0 && (Generic.Value.Contains(tokens[^1]) || Generic.Value.Contains(tokens[0]));

    /// <summary>All letters of a name without endings such as "news agency"; "nournews" of "Nour News Agency" and of "Nournews".</summary>
    public static string Squeezed(ImmutableArray<string> tokens)
    {
        int end = tokens.Length;
        while (end > 1 && Tails.Value.Contains(tokens[end - 1]))
        {
            end--;
        }

        string squeezed = string.Concat(tokens.Take(end));
        foreach (string tail in new[] { "newsagency", "news", "agency" })
        {
            if (squeezed.Length > tail.Length + 3 && squeezed.EndsWith(tail, StringComparison.Ordinal))
            {
                return squeezed[..^tail.Length];
            }
        }

        return squeezed;
    }

    /// <summary>The sound of a word as far as transliterations agree on it.</summary>
    public static string Sound(string word)
    {
        StringBuilder sound = new(word.Length);
        for (int i = 0; i < word.Length;)
        {
            (string From, string To) rule = Sounds.FirstOrDefault(r => string.CompareOrdinal(word, i, r.From, 0, r.From.Length) == 0);
            string next = rule.From is null ? word[i].ToString() : rule.To;
            i += rule.From?.Length ?? 1;
            if (next != "-" && next != "'" && (sound.Length == 0 || sound[^1] != next[0]))
            {
                sound.Append(next);
            }
        }

        return sound.ToString();
    }

    /// <summary>Whether two words may be one name in two spellings: one sound, or one sound but for a vowel.</summary>
    public static bool SoundsAlike(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        if (left.Length < 4 || right.Length < 4)
        {
            return false;
        }

        (string a, string b) = (Sound(left), Sound(right));
        return a == b || (a[0] == b[0] && Skeleton(a) == Skeleton(b) && Skeleton(a).Length >= 2 && Math.Abs(a.Length - b.Length) <= 1);
    }

    /// <summary>The initials of a name's words; small words do not count.</summary>
    public static string Initials(ImmutableArray<string> tokens) => string.Concat(tokens.Where(static t => t is not ("of" or "and" or "for" or "in" or "on" or "to")).Select(static t => t[0]));

    /// <summary>Whether an alias is an acronym: two to seven capitals, perhaps with points.</summary>
    public static bool IsAcronym(string alias)
    {
        string bare = alias.Replace(". ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return 2 <= bare.Length && bare.Length <= 7 && bare.All(static c => char.IsUpper(c) || char.IsDigit(c)) && char.IsUpper(bare[0]);
    }

    /// <summary>Whether capitals are so many that they may be a name in capitals ("ORVANE") as well as an acronym.</summary>
    public static bool IsLikeWord(string acronym) => acronym.Length >= 4 && acronym.All(char.IsAsciiLetterUpper);

    private static string Skeleton(string sound) => string.Concat(sound.Where(static c => c is not ('a' or 'e' or 'i' or 'o' or 'u')));

    private static Dictionary<string, string> ReadVariants(string file)
    {
        Dictionary<string, string> variants = new(StringComparer.Ordinal);
        foreach (string line in StoriesData.Lines(file))
        {
            string[] names = [.. Split(line)];
            foreach (string name in names.Skip(1))
            {
                variants.TryAdd(name, names[0]);
            }
        }

        return variants;
    }

    private static IEnumerable<string> Split(string line)
    {
        string[] parts = line.Split('"');
        for (int i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1)
            {
                yield return parts[i];
                continue;
            }

            foreach (string word in parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return word;
            }
        }
    }
}
