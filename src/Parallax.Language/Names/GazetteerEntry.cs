using Parallax.Core.Layers;

namespace Parallax.Language.Names;

/// <summary>What a gazetteer entry is.</summary>
public enum GazetteerKind
{
    /// <summary>A country or territory with a code of its own.</summary>
    Country,

    /// <summary>A capital or seat of government that is a city; may stand for the government of its country.</summary>
    Capital,

    /// <summary>Another city.</summary>
    City,

    /// <summary>A region of one country, also a disputed one.</summary>
    Region,

    /// <summary>A part of the world ("Middle East").</summary>
    WorldRegion,

    /// <summary>A sea, river, mountain, island, desert.</summary>
    NaturalPlace,

    /// <summary>A building, installation, monument.</summary>
    Facility,

    /// <summary>A seat of power that stands for who sits there ("Kremlin").</summary>
    Seat,

    /// <summary>An adjective or noun for the people of a country ("Iranian", "Iranians").</summary>
    People,

    /// <summary>A people, religion or political group of no one country ("Kurds", "Shia").</summary>
    Group,

    /// <summary>A body of several states or nations.</summary>
    Union,

    /// <summary>A part of one government.</summary>
    Government,

    /// <summary>A party or political movement.</summary>
    Party,

    /// <summary>An army or armed group.</summary>
    Army,

    /// <summary>A body that is none of these.</summary>
    Organization,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A news agency.</summary>
    Agency,

    /// <summary>A newspaper, channel, news site.</summary>
    Outlet,
}

/// <summary>One reading of a name in the gazetteer. A name may have several ("Georgia").</summary>
/// <param name="Name">The name we show for the thing ("Iran" for "Islamic Republic of Iran"); of a people the country's name; of a seat the seat's.</param>
/// <param name="Form">The form this entry stands under.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, or null where it belongs to none or to several.</param>
/// <param name="StandsFor">Of a seat or capital, the body it can stand for ("presidency of Russia", "government of Russia"); else null.</param>
public sealed record GazetteerEntry(string Name, string Form, GazetteerKind Kind, string? Country, string? StandsFor)
{
    /// <summary>Whether the name can stand for a government or another body ("Moscow said").</summary>
    public bool IsMetonym => StandsFor is not null;

    /// <summary>The kind of name this reading makes.</summary>
    public NameKind NameKind => Kind switch
    {
        GazetteerKind.Country => NameKind.Country,
        GazetteerKind.Capital or GazetteerKind.City => NameKind.City,
        GazetteerKind.Region or GazetteerKind.WorldRegion => NameKind.Region,
        GazetteerKind.NaturalPlace => NameKind.NaturalPlace,
        GazetteerKind.Facility or GazetteerKind.Seat => NameKind.Facility,
        GazetteerKind.People or GazetteerKind.Group => NameKind.Norp,
        _ => NameKind.Organization,
    };
}

/// <summary>The sex a given name or title tells.</summary>
public enum Sex
{
    /// <summary>It tells none.</summary>
    Unknown,

    /// <summary>Mostly men.</summary>
    Male,

    /// <summary>Mostly women.</summary>
    Female,
}
