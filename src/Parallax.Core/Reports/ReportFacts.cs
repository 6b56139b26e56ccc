using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parallax.Core.Reports;

/// <summary>What was cut from a report, so that nothing is lost in silence.</summary>
/// <param name="Text">The words cut.</param>
/// <param name="ReceivedStart">Where they start in the text received, UTF-16 code units.</param>
/// <param name="Why">The reason, in words.</param>
public sealed record Furniture(string Text, int ReceivedStart, string Why);

/// <summary>On what an outlet's name rests.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<OutletBasis>))]
public enum OutletBasis
{
    /// <summary>Structured metadata of the page or feed.</summary>
    Metadata,

    /// <summary>The byline.</summary>
    Byline,

    /// <summary>Words of the text.</summary>
    Text,

    /// <summary>The file's name.</summary>
    File,

    /// <summary>The address.</summary>
    Url,
}

/// <summary>Who published the report, and how we know.</summary>
/// <param name="Name">The outlet's name.</param>
/// <param name="Basis">On what it rests.</param>
public sealed record Outlet(string Name, OutletBasis Basis);

/// <summary>An agency or first publisher that a report names as the origin of its text.</summary>
/// <param name="Name">Its name as it stands.</param>
/// <param name="Evidence">Where the report says so; empty where only metadata or furniture does.</param>
public sealed record Credit(string Name, ImmutableArray<Evidence> Evidence);

/// <summary>The kind of text a report is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Genre>))]
public enum Genre
{
    /// <summary>Cannot tell.</summary>
    Unknown,

    /// <summary>A news report.</summary>
    News,

    /// <summary>Opinion, comment, editorial.</summary>
    Opinion,

    /// <summary>An interview.</summary>
    Interview,

    /// <summary>Analysis or explainer.</summary>
    Analysis,

    /// <summary>A statement or press release of a body.</summary>
    Statement,
}

/// <summary>On what a publication date rests.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DateBasis>))]
public enum DateBasis
{
    /// <summary>Structured metadata of page or feed.</summary>
    Metadata,

    /// <summary>The dateline.</summary>
    Dateline,

    /// <summary>Words of the text that bound it.</summary>
    Text,

    /// <summary>Other reports that tell the same happening.</summary>
    Neighbours,
}

/// <summary>When a report was published, as far as is certain.</summary>
/// <param name="Value">The most precise certain value: <c>2022-11-09</c>, <c>2022-11</c>, <c>2022</c>; null where only bounds are known.</param>
/// <param name="Earliest">No earlier than this day (ISO 8601), or null.</param>
/// <param name="Latest">No later than this day, or null.</param>
/// <param name="Weekday">The weekday the text states for the news, in English, or null.</param>
/// <param name="Basis">On what it rests.</param>
/// <param name="Explanation">Why.</param>
/// <param name="Evidence">Where.</param>
public sealed record PublishedDate(
    string? Value, string? Earliest, string? Latest, string? Weekday, DateBasis Basis, Explanation Explanation, ImmutableArray<Evidence> Evidence);

/// <summary>A date found in or about a report.</summary>
/// <param name="Value">ISO 8601.</param>
/// <param name="Origin">Where it was found: <c>json-ld</c>, <c>open-graph</c>, <c>dateline</c>, <c>url</c> …</param>
/// <param name="Why">Why it was taken or refused.</param>
public sealed record DateCandidate(string Value, string Origin, string Why);
