using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Stories.Entities;

/// <summary>An entity of one report, or several with the same names, in the form in which they are compared.</summary>
internal sealed class EntityProfile
{
    // "Norwegian" of "Norway", "Swedish" of "Sweden": so many letters are shared.
    private const int StemLetters = 4;

    private string? _signature;

    private ImmutableArray<string>? _full;

    private EntityProfile(Entity entity, IReadOnlySet<string> countryWords)
    {
        Entity = entity;
        string[] names = [.. entity.Aliases.Prepend(entity.Name).Where(n => IsProper(n) || IsBodyOfCountry(entity, n)).Distinct(StringComparer.Ordinal)];
        IsPerson = entity.Kind == ActorKind.Person;
        if (IsPerson && Array.Exists(names, static n => !n.Contains(',', StringComparison.Ordinal)))
        {
            names = [.. names.Where(static n => !n.Contains(',', StringComparison.Ordinal))]; // "Press Officer, Harbour" is what somebody is.
        }

        Acronyms = [.. names.Where(n => !IsPerson && NameKeys.IsAcronym(n)).Select(static n => n.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Generation = IsPerson ? names.Select(NameKeys.Generation).FirstOrDefault(static g => g.Length > 0) ?? "" : "";
        // "A380" and "S-300" are names as they stand; of letters alone only those of countries are.
        IEnumerable<ImmutableArray<string>> tokens = names.Where(n => IsPerson || !NameKeys.IsAcronym(n) || entity.Kind == ActorKind.Country || n.Any(char.IsDigit))
            .Select(n => IsPerson ? NameKeys.PersonTokens(n) : entity.Kind == ActorKind.Place ? NameKeys.PlaceTokens(n) : Core(NameKeys.BodyTokens(n), countryWords, entity.Country is not null)).Where(static t => t.Length > 0);
        tokens = IsPerson ? tokens : tokens.SelectMany(static t => NameKeys.FieldFirst(t) is { } turned ? new[] { t, turned } : [t]);
        IsSeat = entity is { Kind: ActorKind.Government, Country: not null } && (entity.Mentions.Any(static m => m.Form == MentionForm.Metonym) || tokens.Any(t => IsGovernment(t, countryWords)));
        Names = [.. tokens.DistinctBy(static t => string.Join(' ', t)).OrderByDescending(static t => t.Length).ThenBy(static t => string.Join(' ', t), StringComparer.Ordinal)];
    }

    private EntityProfile(EntityProfile other) => (Entity, IsPerson, Generation, IsSeat, Names, Acronyms) = (other.Entity, other.IsPerson, other.Generation, other.IsSeat, other.Names, other.Acronyms);

    /// <summary>The entity.</summary>
    public Entity Entity { get; }

    /// <summary>Whether it is a person.</summary>
    public bool IsPerson { get; }

    /// <summary>Which bearer of a name that runs in a family: "jr", "sr", "iii"; empty where no name tells.</summary>
    public string Generation { get; }

    /// <summary>Whether a report tells of two of that name, of whom this is the younger or a further one ("Karim Hadi Jr." beside "Karim Hadi"): then the name alone is the other's.</summary>
    public bool HasNamesake { get; private init; }

    /// <summary>Whether it is the government of a country under the name of a seat or capital, or simply "the … government".</summary>
    public bool IsSeat { get; }

    /// <summary>Its names as folded words, longest first; of a body without the words of its country.</summary>
    public ImmutableArray<ImmutableArray<string>> Names { get; }

    /// <summary>Its acronyms.</summary>
    public ImmutableArray<string> Acronyms { get; }

    /// <summary>The fullest name; of a person called "Notorious Ilka Brenn" and "Ilka Brenn" the one without the word before it; "al Varesi" is a surname, and no name and surname.</summary>
    public ImmutableArray<string> Full => Names.Length > 0 ? _full ??= Fullest() : [];

    private ImmutableArray<string> Fullest()
    {
        ImmutableArray<string> longest = Names[0], full = longest;
        foreach (ImmutableArray<string> name in IsPerson ? Names : [])
        {
            bool behind = name.Length > 1 && !NameKeys.IsParticle(name[0]) && name.Length < full.Length && longest[0].Length > 1 && longest.AsSpan()[^name.Length..].SequenceEqual(name.AsSpan());
            full = behind ? name : full;
        }

        return full;
    }

    /// <summary>What two profiles must share to be one without further looking.</summary>
    public string Signature => _signature ??= string.Join('|', Entity.Kind, Entity.Country, string.Join(',', Names.Select(static n => string.Join(' ', n))), string.Join(',', Acronyms), Generation);

    /// <summary>The profile of an entity, or null where it has no name that could be compared.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="countryWords">Folded names and adjectives of all countries in the set.</param>
    public static EntityProfile? Of(Entity entity, IReadOnlySet<string> countryWords)
    {
        if (entity.Kind is ActorKind.Unnamed or ActorKind.NotStated || !entity.Aliases.Prepend(entity.Name).Any(n => IsProper(n) || IsBodyOfCountry(entity, n)))
        {
            return null;
        }

        EntityProfile profile = new(entity, countryWords);
        return profile.Names.Length == 0 && profile.Acronyms.Length == 0 ? null : profile;
    }

    /// <summary>The same, known to have a namesake.</summary>
    public EntityProfile BesideNamesake() => new(this) { HasNamesake = true };

    // "government", "federal government", "Norlandic government" where "Norland" is spoken of; not "Quill government", which is a time of it.
    private static bool IsGovernment(ImmutableArray<string> name, IReadOnlySet<string> countryWords) =>
        name is [.. var before, "government" or "administration" or "authorities"] && (before is [] or ["federal"] || (before is [var adjective] && name[^1] == "government" && countryWords.Any(c => AreOfOneStem(adjective, c))));

    private static bool AreOfOneStem(string adjective, string country) => country.Length >= StemLetters && adjective.Length >= StemLetters && adjective.AsSpan(0, StemLetters).SequenceEqual(country.AsSpan(0, StemLetters));

    private static bool IsProper(string name) => name.Length > 1 && !NameKeys.SaysNothing(name) && name.Split(' ').Any(static word => word.Length > 0 && char.IsUpper(word[0])) && !name.Contains('\n', StringComparison.Ordinal)
        && !name.EndsWith("’s", StringComparison.Ordinal) && !IsDescription(name);

    // "Indian navy", "India's navy": a body that each country has once is named by its noun and its country.
    private static bool IsBodyOfCountry(Entity entity, string name) =>
        entity is { Kind: ActorKind.Government or ActorKind.Organization, Country: not null } && name.Length > 1 && NameKeys.BodyTokens(name) is [.., var last] && NameKeys.IsOfState(last);

    // "Iran's president", "the Russian official": the noun that heads it is no name.
    private static bool IsDescription(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int of = Array.IndexOf(words, "of");
        string head = words[(of > 0 ? of : words.Length) - 1];
        // "island of Varan": the name is behind it.
        bool place = of > 0 && of < words.Length - 1 && char.IsUpper(words[of + 1][0]) && NameKeys.IsPlaceKind(head);
        // "Ilan al-Varezi": a capital behind the small letters tells a name.
        // "VRNA news agency"
        bool letters = words.Length > 1 && NameKeys.IsLikeWord(words[0]) && words.Skip(1).All(static w => NameKeys.IsCompanyTail(w));
        return words.Length > 1 && !letters && char.IsLower(head[0]) && !head.Any(char.IsUpper) && head is not ("bin" or "al") && !place;
    }

    // "Security Council of Russia", "Russia's Security Council", "Russian Security Council": the country is kept in Country and cut here.
    private static ImmutableArray<string> Core(ImmutableArray<string> tokens, IReadOnlySet<string> countryWords, bool hasCountry)
    {
        if (tokens.Length == 0)
        {
            return tokens;
        }

        // "U.S. Geological Survey", "United States Geological Survey".
        int start = tokens switch { ["united", "states", _, _, ..] or ["u", "s", _, _, ..] => 2, ["us" or "usa", _, _, ..] => 1, _ => 0 }, end = tokens.Length;
        bool ofState = NameKeys.IsOfState(tokens[^1]) && tokens.Length == 2 && hasCountry;
        while (end - start > 1 && (countryWords.Contains(tokens[start]) || (ofState && countryWords.Any(c => AreOfOneStem(tokens[start], c)))))
        {
            start++;
        }

        for (int i = start + 1; i < end - 1; i++)
        {
            if (tokens[i] == "of" && tokens.Skip(i + 1).Any(countryWords.Contains) && end - i <= 5)
            {
                end = i;
            }
        }

        return tokens[start..end];
    }
}
