using System.Text.Json.Serialization;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Core;

/// <summary>A place in a report that a line of the account stands on. Made through <see cref="Of(Report, TextSpan, string)"/>, which compares slice and quote.</summary>
public sealed record Evidence : IComparable<Evidence>
{
    /// <summary>Used when an account is read back from JSON; everywhere else use <see cref="Of(Report, TextSpan, string)"/>.</summary>
    [JsonConstructor]
    public Evidence(string report, int start, int end)
    {
        Report = report;
        Start = start;
        End = end;
    }

    /// <summary>Id of the report.</summary>
    public string Report { get; }

    /// <summary>First UTF-16 code unit of the article text.</summary>
    public int Start { get; }

    /// <summary>First code unit after the place.</summary>
    public int End { get; }

    /// <summary>The place as a span.</summary>
    [JsonIgnore]
    public TextSpan Span => TextSpan.FromBounds(Start, End);

    /// <summary>Evidence for <paramref name="quote"/> at <paramref name="span"/> of the report's article text.</summary>
    /// <exception cref="ArgumentException">The span does not lie inside the text, or its slice differs from the quote.</exception>
    public static Evidence Of(Report report, TextSpan span, string quote)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (span.End > report.Text.Length || !report.Text.AsSpan(span).SequenceEqual(quote))
        {
            throw new ArgumentException($"The text at {span} of report {report.Id} is not the quote “{quote}”.", nameof(quote));
        }

        return new Evidence(report.Id, span.Start, span.End);
    }

    /// <summary>Evidence for whatever stands at <paramref name="span"/>.</summary>
    /// <exception cref="ArgumentException">The span does not lie inside the text.</exception>
    public static Evidence At(Report report, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(report);
        return span.End > report.Text.Length
            ? throw new ArgumentException($"The span {span} does not lie inside report {report.Id}.", nameof(span))
            : new Evidence(report.Id, span.Start, span.End);
    }

    /// <summary>Orders by report id (ordinal), start, end.</summary>
    public int CompareTo(Evidence? other)
    {
        if (other is null)
        {
            return 1;
        }

        int byReport = string.CompareOrdinal(Report, other.Report);
        return byReport != 0 ? byReport : Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);
    }
}
