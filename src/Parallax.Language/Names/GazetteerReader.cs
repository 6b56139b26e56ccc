using Parallax.Core.Layers;
using Parallax.Language.Pipeline;

namespace Parallax.Language.Names;

/// <summary>Reads the files of a gazetteer: columns between <c>|</c>, names between <c>;</c>, spellings of one name between <c>/</c>.</summary>
internal sealed class GazetteerReader
{
    private static readonly Dictionary<string, GazetteerKind> BodyKinds = new(StringComparer.Ordinal)
    {
        ["union"] = GazetteerKind.Union, ["government"] = GazetteerKind.Government, ["party"] = GazetteerKind.Party, ["army"] = GazetteerKind.Army,
        ["organization"] = GazetteerKind.Organization, ["company"] = GazetteerKind.Company, ["agency"] = GazetteerKind.Agency, ["outlet"] = GazetteerKind.Outlet,
    };

    public GazetteerReader(string folder)
    {
        foreach (string[] row in Rows(folder + "countries.txt", 4))
        {
            string code = row[0], name = Names(row[1])[0];
            CountryNames.Add(code, name);
            AddAll(Names(row[1]), name, GazetteerKind.Country, code, null);
            AddAll(Names(row[2]), name, GazetteerKind.People, code, null);
            foreach (string[] spellings in Names(row[3]).Select(Spellings))
            {
                AddAll(spellings, spellings[0], GazetteerKind.Capital, code, "government of " + name);
            }
        }

        foreach (string[] row in Rows(folder + "seats.txt", 3))
        {
            AddAll(Names(row[1]), Names(row[1])[0], GazetteerKind.Seat, Country(row[0]), row[2]);
        }

        foreach (string[] row in Rows(folder + "bodies.txt", 3))
        {
            GazetteerKind kind = BodyKinds.TryGetValue(row[0], out GazetteerKind known) ? known : throw new InvalidDataException($"bodies.txt: “{row[0]}” is no kind of body.");
            AddAll(Names(row[2]), Names(row[2])[0], kind, Country(row[1]), null);
        }

        AddSpellings(folder + "cities.txt", 2, 1, static _ => GazetteerKind.City);
        AddSpellings(folder + "regions.txt", 3, 2, static row => row[1] == "world" ? GazetteerKind.WorldRegion : GazetteerKind.Region);
        AddSpellings(folder + "facilities.txt", 2, 1, static _ => GazetteerKind.Facility);
        AddSpellings(folder + "natural-places.txt", 1, 0, static _ => GazetteerKind.NaturalPlace);
        foreach (string[] row in Rows(folder + "people-groups.txt", 1))
        {
            foreach (string form in Names(row[0]))
            {
                Entries.Add(new GazetteerEntry(form, form, GazetteerKind.Group, null, null));
            }
        }

        foreach (string[] row in Rows(folder + "short-names.txt", 1))
        {
            string[] names = row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (string name in names.Skip(1))
            {
                ShortNames.TryAdd(name, names[0]);
            }
        }

        OrganizationWords = [.. Rows(folder + "organization-words.txt", 1).SelectMany(static row => Names(row[0]))];
        Directions = [.. Rows(folder + "directions.txt", 1).SelectMany(static row => Names(row[0]))];
        EventWords = [.. Rows(folder + "event-words.txt", 1).SelectMany(static row => Names(row[0]))];
        foreach (string[] row in Rows(folder + "titles.txt", 2))
        {
            foreach (string title in Names(row[1]))
            {
                Titles.TryAdd(title, row[0]);
            }
        }

        foreach (string[] row in Rows(folder + "people-prefixes.txt", 2))
        {
            foreach (string prefix in Names(row[1]))
            {
                PeoplePrefixes.Add(prefix, Country(row[0]));
            }
        }

        foreach (string[] row in Rows(folder + "given-names.txt", 2))
        {
            foreach (string name in Names(row[1]))
            {
                GivenNames[name] = row[0] switch { "m" => Sex.Male, "f" => Sex.Female, _ => Sex.Unknown };
            }
        }

        foreach (string[] row in Rows(folder + "vessel-words.txt", 2))
        {
            HashSet<string> words = row[0] switch
            {
                "prefix" => VesselPrefixes,
                "noun" => VesselNouns,
                string kind => throw new InvalidDataException($"vessel-words.txt: “{kind}” is no kind of word for vessels."),
            };
            words.UnionWith(Names(row[1]));
        }

        foreach (string[] row in Rows(folder + "no-names.txt", 2))
        {
            HashSet<string> words = row[0] switch
            {
                "degree" => Degrees,
                "abbreviation" => Abbreviations,
                "thing" => ThingWords,
                "shelter" => ShelterWords,
                string kind => throw new InvalidDataException($"no-names.txt: “{kind}” is no kind of word that names nobody."),
            };
            words.UnionWith(Names(row[1]));
        }

        foreach (string[] row in Rows(folder + "place-words.txt", 2))
        {
            foreach (string word in Names(row[1]))
            {
                PlaceWords.Add(word, row[0] switch
                {
                    "natural" => NameKind.NaturalPlace,
                    "region" => NameKind.Region,
                    "facility" => NameKind.Facility,
                    "city" => NameKind.City,
                    string kind => throw new InvalidDataException($"place-words.txt: “{kind}” is no kind of place."),
                });
            }
        }
    }

    public List<GazetteerEntry> Entries { get; } = [];

    public Dictionary<string, string> CountryNames { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Titles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The full given name by an everyday form of it, in small letters.</summary>
    public Dictionary<string, string> ShortNames { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Sex> GivenNames { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, NameKind> PlaceWords { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string?> PeoplePrefixes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> VesselPrefixes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> VesselNouns { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Degrees { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Abbreviations { get; } = new(StringComparer.Ordinal);

    public HashSet<string> ThingWords { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> ShelterWords { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<string> Directions { get; }

    public List<string> EventWords { get; }

    public List<string> OrganizationWords { get; }

    private void AddAll(string[] forms, string name, GazetteerKind kind, string? country, string? standsFor)
    {
        foreach (string form in forms)
        {
            Entries.Add(new GazetteerEntry(name, form, kind, country, standsFor));
        }
    }

    private void AddSpellings(string file, int columns, int namesColumn, Func<string[], GazetteerKind> kind)
    {
        foreach (string[] row in Rows(file, columns))
        {
            foreach (string name in Names(row[namesColumn]))
            {
                string[] spellings = Spellings(name);
                AddAll(spellings, spellings[0], kind(row), namesColumn == 0 ? null : Country(row[0]), null);
            }
        }
    }

    private static string[] Spellings(string name) => name.Split('/', StringSplitOptions.TrimEntries);

    private static string? Country(string code) => code == "-" ? null : code;

    private static string[] Names(string column) => column.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string[]> Rows(string file, int columns)
    {
        foreach (string line in LanguageData.Lines(file))
        {
            string[] row = line.Split('|', StringSplitOptions.TrimEntries);
            yield return row.Length == columns ? row : throw new InvalidDataException($"{file}: “{line}” has {row.Length} columns, not {columns}.");
        }
    }
}
