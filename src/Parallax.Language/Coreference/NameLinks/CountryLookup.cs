using Parallax.Language.Names;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Countries, demonyms, capitals and seats from the gazetteer.</summary>
internal sealed class CountryLookup : ICountryLookup
{
    private CountryLookup()
    {
    }

    public static CountryLookup Instance { get; } = new();

    public string? CountryOfName(string words) => Gazetteer.English.Find(words, GazetteerKind.Country)?.Country;

    public string? CountryOfDemonym(string words) => Gazetteer.English.Find(words, GazetteerKind.People)?.Country;

    public string? CountryOfCapital(string words) => Gazetteer.English.Find(words, GazetteerKind.Capital)?.Country;

    public string? CountryOfSeat(string words) => Gazetteer.English.Find(words, GazetteerKind.Seat)?.Country;
}
