namespace Parallax.Language.Coreference.NameLinks;

/// <summary>What coreference has to know of the world: which words name, describe or stand for countries.</summary>
internal interface ICountryLookup
{
    /// <summary>Alpha-2 code of a country by one of its names, or null.</summary>
    string? CountryOfName(string words);

    /// <summary>Alpha-2 code of the country a demonym or country adjective tells ("Iranian"), or null.</summary>
    string? CountryOfDemonym(string words);

    /// <summary>Alpha-2 code of the country whose capital this is, or null.</summary>
    string? CountryOfCapital(string words);

    /// <summary>Alpha-2 code of the country whose government is called by this seat ("the Kremlin"), or null.</summary>
    string? CountryOfSeat(string words);
}
