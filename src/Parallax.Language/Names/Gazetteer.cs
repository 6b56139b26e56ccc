using System.Collections.Frozen;
using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Language.Pipeline;

namespace Parallax.Language.Names;

/// <summary>What Parallax knows of names beforehand: countries with codes, peoples, capitals, cities, regions, seats of power, bodies, titles, given names.</summary>
/// <remarks>Data under <c>Data/en/names/</c>. Immutable, thread-safe; lookups by span allocate nothing where the name is written as listed.</remarks>
public sealed class Gazetteer
{
    /// <summary>Most tokens a listed name may have.</summary>
    public const int LongestName = 12;

    private readonly FrozenDictionary<string, ImmutableArray<GazetteerEntry>>.AlternateLookup<ReadOnlySpan<char>> _entries;
    private readonly FrozenDictionary<string, string> _countryNames;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _titles;
    private readonly FrozenDictionary<string, Sex>.AlternateLookup<ReadOnlySpan<char>> _givenNames;
    private readonly FrozenDictionary<string, string> _shortNames;
    private readonly FrozenDictionary<string, NameKind>.AlternateLookup<ReadOnlySpan<char>> _placeWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _organizationWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _eventWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _directions;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _firstWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _vesselPrefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _vesselNouns;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _degrees;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _thingWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _shelterWords;
    private readonly FrozenDictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> _peoplePrefixes;

    private Gazetteer(string folder)
    {
        GazetteerReader reader = new(folder);
        _countryNames = reader.CountryNames.ToFrozenDictionary(StringComparer.Ordinal);
        _entries = reader.Entries.GroupBy(static e => e.Form, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(static g => g.Key, static g => g.Distinct().ToImmutableArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _firstWords = reader.Entries.Select(static e => FirstWord(e.Form).ToString()).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _vesselPrefixes = reader.VesselPrefixes.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _vesselNouns = reader.VesselNouns.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _degrees = reader.Degrees.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _abbreviations = reader.Abbreviations.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _thingWords = reader.ThingWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _shelterWords = reader.ShelterWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _peoplePrefixes = reader.PeoplePrefixes.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _titles = reader.Titles.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _givenNames = reader.GivenNames.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _shortNames = reader.ShortNames.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _placeWords = reader.PlaceWords.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _directions = reader.Directions.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _eventWords = reader.EventWords.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _organizationWords = reader.OrganizationWords.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The gazetteer of English.</summary>
    public static Gazetteer English { get; } = new("en/names/");

    /// <summary>The readings of a name as it stands in text; a leading "the" is overlooked. Empty where it is not listed.</summary>
    /// <remarks>Case counts, except that a name of four letters or more may stand in capitals ("IRAN").</remarks>
    public ImmutableArray<GazetteerEntry> Find(ReadOnlySpan<char> name)
    {
        ImmutableArray<GazetteerEntry> found = FindExactly(name);
        return found.Length == 0 && name.Length > 4 && name[..4].Equals("the ", StringComparison.OrdinalIgnoreCase) ? FindExactly(name[4..]) : found;
    }

    /// <summary>The first reading of one of these kinds, or null.</summary>
    public GazetteerEntry? Find(ReadOnlySpan<char> name, params ReadOnlySpan<GazetteerKind> kinds)
    {
        foreach (GazetteerEntry entry in Find(name))
        {
            if (kinds.Contains(entry.Kind))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The longest listed name that begins at a token, inside its sentence; a count of 0 where none does.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="token">Index of the first token.</param>
    public (int TokenCount, ImmutableArray<GazetteerEntry> Entries) LongestAt(TokenLayer tokens, int token)
    {
        if (!_firstWords.Contains(FirstWord(tokens.Form(token))))
        {
            return (0, []);
        }

        int end = Math.Min(tokens.Sentences[tokens.SentenceOf(token)].EndToken, token + LongestName);
        for (int last = end; last > token; last--)
        {
            ImmutableArray<GazetteerEntry> found = FindExactly(tokens.Text.AsSpan(tokens.Span(token, last)));
            if (found.Length > 0)
            {
                return (last - token, found);
            }
        }

        return (0, []);
    }

    /// <summary>The ISO 3166-1 alpha-2 code of the country a name belongs to ("Tehran", "Iranian", "Kremlin", "Duma"), where all its readings agree; else null.</summary>
    public string? CountryOf(ReadOnlySpan<char> name)
    {
        string? country = null;
        foreach (GazetteerEntry entry in Find(name))
        {
            if (entry.Country is null || (country is not null && country != entry.Country))
            {
                return null;
            }

            country = entry.Country;
        }

        return country;
    }

    /// <summary>The name we show for a country code, or null.</summary>
    public string? CountryName(string code) => _countryNames.GetValueOrDefault(code);

    /// <summary>The kind of a title or rank (<c>honorific</c>, <c>office</c>, <c>rank</c>, <c>religious</c>, <c>noble</c>, <c>job</c>), of one or more words, case overlooked; null where it is none.</summary>
    public string? TitleKind(ReadOnlySpan<char> words) => _titles.TryGetValue(words, out string? kind) ? kind : null;

    /// <summary>Whose name a given name mostly is.</summary>
    public Sex SexOf(ReadOnlySpan<char> givenName) => _givenNames.TryGetValue(givenName, out Sex sex) ? sex : Sex.Unknown;

    /// <summary>Whether it stands for a people before a hyphen ("Sino" of "Sino-Indian").</summary>
    public bool IsPeoplePrefix(ReadOnlySpan<char> word) => _peoplePrefixes.ContainsKey(word);

    /// <summary>The country code of a beginning such as "Sino", or null.</summary>
    public string? CountryOfPrefix(ReadOnlySpan<char> word) => _peoplePrefixes.TryGetValue(word, out string? country) ? country : null;

    /// <summary>Whether one given name is the everyday form of the other, or both are of a third ("Bob" and "Robert"), in any case.</summary>
    public bool AreShortAndLong(string left, string right) => string.Equals(_shortNames.GetValueOrDefault(left, left), _shortNames.GetValueOrDefault(right, right), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a listed given name.</summary>
    public bool IsGivenName(ReadOnlySpan<char> word) => _givenNames.ContainsKey(word);

    /// <summary>Whether the word makes a name one of a body ("Ministry", "Inc.").</summary>
    public bool IsOrganizationWord(ReadOnlySpan<char> word) => _organizationWords.Contains(word);

    /// <summary>Whether the word makes a name one of an event ("Summit").</summary>
    public bool IsEventWord(ReadOnlySpan<char> word) => _eventWords.Contains(word);

    /// <summary>Whether the word stands before names of vessels, written so ("MV").</summary>
    public bool IsVesselPrefix(ReadOnlySpan<char> word) => _vesselPrefixes.Contains(word);

    /// <summary>Whether it is a degree written behind a name ("PhD"), as it is written.</summary>
    public bool IsDegree(ReadOnlySpan<char> word) => _degrees.Contains(word);

    /// <summary>Whether capitals shorten a common noun and name nobody ("CEO", "DNA").</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> word) => _abbreviations.Contains(word);

    /// <summary>Whether a name that ends with the word is a thing's, whoever it is called after ("the Ada Roe Prize").</summary>
    public bool IsThingWord(ReadOnlySpan<char> word) => _thingWords.Contains(word);

    /// <summary>Whether a name that ends with the word is a place to stay or a way, and no body ("Varan Hut", "Halden Avenue").</summary>
    public bool IsShelterWord(ReadOnlySpan<char> word) => _shelterWords.Contains(word);

    /// <summary>Whether it is a common noun for a vessel ("ferry").</summary>
    public bool IsVesselNoun(ReadOnlySpan<char> word) => _vesselNouns.Contains(word);

    /// <summary>Whether the word only tells which part or kind of the place after it is meant ("Northern", "Greater").</summary>
    public bool IsDirection(ReadOnlySpan<char> word) => _directions.Contains(word);

    /// <summary>What kind of place a name with this last (or first) word is ("Sea", "Province"); null where the word does not tell.</summary>
    public NameKind? PlaceWord(ReadOnlySpan<char> word) => _placeWords.TryGetValue(word, out NameKind kind) ? kind : null;

    private ImmutableArray<GazetteerEntry> FindExactly(ReadOnlySpan<char> name)
    {
        if (!_entries.TryGetValue(name, out ImmutableArray<GazetteerEntry> found))
        {
            return [];
        }

        bool all = true, any = false;
        foreach (GazetteerEntry entry in found)
        {
            bool fits = Fits(name, entry.Form);
            all &= fits;
            any |= fits;
        }

        if (all || !any)
        {
            return all ? found : [];
        }

        ImmutableArray<GazetteerEntry>.Builder fitting = ImmutableArray.CreateBuilder<GazetteerEntry>();
        foreach (GazetteerEntry entry in found)
        {
            if (Fits(name, entry.Form))
            {
                fitting.Add(entry);
            }
        }

        return fitting.ToImmutable();
    }

    private static bool Fits(ReadOnlySpan<char> name, string form) => name.SequenceEqual(form) || (name.Length >= 4 && IsCapitals(name));

    private static bool IsCapitals(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> form)
    {
        for (int i = 0; i < form.Length; i++)
        {
            if (form[i] is ' ' or '-' or '\'' or '’' or '/')
            {
                return form[..i];
            }
        }

        return form;
    }
}
