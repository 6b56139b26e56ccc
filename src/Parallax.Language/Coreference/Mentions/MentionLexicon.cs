using System.Collections.Frozen;
using Parallax.Language.Names;

namespace Parallax.Language.Coreference.Mentions;

/// <summary>The word lists of <c>Data/en/coreference</c>. Immutable after loading; thread-safe.</summary>
internal sealed class MentionLexicon
{
    private readonly FrozenDictionary<string, (NounClass Class, MentionGender Gender)> _nouns;
    private readonly FrozenDictionary<string, MentionGender> _titles;
    private readonly FrozenDictionary<string, NounClass> _nameWords;

    private MentionLexicon()
    {
        Dictionary<string, (NounClass, MentionGender)> nouns = new(StringComparer.Ordinal);
        foreach ((string key, string value) in DataFile.Pairs("en/coreference/nouns.txt"))
        {
            (NounClass, MentionGender) entry = key switch
            {
                "person-male" => (NounClass.Person, MentionGender.Male),
                "person-female" => (NounClass.Person, MentionGender.Female),
                _ => (Enum.Parse<NounClass>(key, ignoreCase: true), MentionGender.Unknown),
            };
            foreach (string word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                nouns.TryAdd(word, entry);
            }
        }

        _nouns = nouns.ToFrozenDictionary(StringComparer.Ordinal);
        _titles = Genders("en/coreference/titles.txt");
        Dictionary<string, NounClass> names = new(StringComparer.Ordinal);
        foreach ((string key, string value) in DataFile.Pairs("en/coreference/name-words.txt"))
        {
            foreach (string phrase in value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                names.TryAdd(phrase, Enum.Parse<NounClass>(key, ignoreCase: true));
            }
        }

        _nameWords = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The lists, read once.</summary>
    public static MentionLexicon Instance { get; } = new();

    /// <summary>Class and gender of a common noun (lemma, lower case).</summary>
    public (NounClass Class, MentionGender Gender) Noun(string lemma) => _nouns.TryGetValue(lemma, out var entry) ? entry : Guess(lemma);

    /// <summary>Whether the lists hold the noun.</summary>
    public bool Knows(string lemma) => _nouns.ContainsKey(lemma);

    /// <summary>Gender a first name tells (lower case).</summary>
    public static MentionGender FirstName(string name) => name.Length == 0 ? MentionGender.Unknown : Gazetteer.English.SexOf(char.ToUpperInvariant(name[0]) + name[1..]) switch
    {
        Sex.Male => MentionGender.Male,
        Sex.Female => MentionGender.Female,
        _ => MentionGender.Unknown,
    };

    /// <summary>Whether a word (lower case) is a title before names, and the gender it tells.</summary>
    public bool IsTitle(string word, out MentionGender gender) => _titles.TryGetValue(word, out gender);

    /// <summary>The class that the words of a name tell ("Washington Post": outlet), or Unknown.</summary>
    /// <param name="name">The name, lower case, words separated by one space.</param>
    public NounClass NameClass(string name)
    {
        // The longest phrase at the end decides; else the longest at the start ("Ministry of Energy").
        for (int at = 0; at >= 0 && at < name.Length; at = Next(name, at))
        {
            if (_nameWords.TryGetValue(name[at..], out NounClass found))
            {
                return found;
            }
        }

        for (int end = name.LastIndexOf(' '); end > 0; end = name.LastIndexOf(' ', end - 1))
        {
            if (_nameWords.TryGetValue(name[..end], out NounClass found))
            {
                return found;
            }
        }

        int of = name.IndexOf(" of ", StringComparison.Ordinal);
        return of > 0 ? NameClass(name[..of]) : NounClass.Unknown;
    }

    private static int Next(string name, int at)
    {
        int space = name.IndexOf(' ', at);
        return space < 0 ? -1 : space + 1;
    }

    private static (NounClass, MentionGender) Guess(string lemma)
    {
        if (lemma.EndsWith("woman", StringComparison.Ordinal) && lemma.Length > 5)
        {
            return (NounClass.Person, MentionGender.Female);
        }

        if (lemma.EndsWith("man", StringComparison.Ordinal) && lemma.Length > 5)
        {
            return (NounClass.Person, MentionGender.Male);
        }

        bool person = lemma.Length > 5 && (lemma.EndsWith("ist", StringComparison.Ordinal) || lemma.EndsWith("ician", StringComparison.Ordinal)
            || lemma.EndsWith("ologist", StringComparison.Ordinal));
        return (person ? NounClass.Person : lemma.Length > 6 && lemma.EndsWith("maker", StringComparison.Ordinal) ? NounClass.Organization : NounClass.Unknown, MentionGender.Unknown);
    }

    private static FrozenDictionary<string, MentionGender> Genders(string file)
    {
        Dictionary<string, MentionGender> genders = new(StringComparer.Ordinal);
        foreach ((string key, string value) in DataFile.Pairs(file))
        {
            MentionGender gender = key switch { "male" => MentionGender.Male, "female" => MentionGender.Female, _ => MentionGender.Unknown };
            foreach (string word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                // A name given to both genders tells neither.
                genders[word] = genders.TryGetValue(word, out MentionGender other) && other != gender ? MentionGender.Unknown : gender;
            }
        }

        return genders.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
