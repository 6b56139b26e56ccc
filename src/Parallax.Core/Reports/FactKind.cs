using System.Text.Json.Serialization;

namespace Parallax.Core.Reports;

/// <summary>What a fact about a report tells.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<FactKind>))]
public enum FactKind
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>Who published it.</summary>
    Outlet,

    /// <summary>Whom the outlet belongs to.</summary>
    Owner,

    /// <summary>One of those who wrote it.</summary>
    Author,

    /// <summary>The agency that supplied it or material for it.</summary>
    Agency,

    /// <summary>The address that the outlet itself gives as the report's.</summary>
    Address,

    /// <summary>The language, as a BCP 47 tag.</summary>
    Language,

    /// <summary>The outlet's section it stands in.</summary>
    Section,

    /// <summary>News, opinion and so on.</summary>
    Genre,

    /// <summary>When it was first published.</summary>
    Published,

    /// <summary>When it was last changed.</summary>
    Modified,

    /// <summary>When whoever collected it first saw it.</summary>
    FirstSeen,

    /// <summary>When the bytes were fetched.</summary>
    Captured,
}
