using System.Text.Json.Serialization;

namespace Parallax.Core.Findings;

/// <summary>How grave a <see cref="Finding"/> is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Worth knowing; nothing was lost.</summary>
    Info,

    /// <summary>Something was read less well than it could be.</summary>
    Warning,

    /// <summary>An input, or a part of it, could not be read at all.</summary>
    Error,
}

/// <summary>A problem that we report instead of throwing: searchable id, severity, the report it concerns, and what was found, expected and can be done.</summary>
/// <param name="Id"><c>PX</c> and four digits; <c>docs/findings.md</c> lists all.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Report">The report's id, or the name of the input where no report came of it; null where it concerns the whole run.</param>
/// <param name="Message">What was found, what was expected, what to do.</param>
public sealed record Finding(string Id, Severity Severity, string? Report, string Message);
