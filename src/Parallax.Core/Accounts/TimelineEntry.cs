using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parallax.Core.Accounts;

/// <summary>How exact a time is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<TimePrecision>))]
public enum TimePrecision
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A week.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of a year or a season.</summary>
    Season,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Before or after a time.</summary>
    Bound,
}

/// <summary>One line of the timeline.</summary>
/// <param name="Time">TIMEX3 value.</param>
/// <param name="Precision">How exact.</param>
/// <param name="Happening">The happening, or null.</param>
/// <param name="Statement">The statement, or null.</param>
/// <param name="Reports">Reports that tell it.</param>
/// <param name="Text">Words of one of them.</param>
/// <param name="Evidence">Where.</param>
public sealed record TimelineEntry(
    string Time, TimePrecision Precision, string? Happening, string? Statement, ImmutableArray<string> Reports, string Text, ImmutableArray<Evidence> Evidence);
