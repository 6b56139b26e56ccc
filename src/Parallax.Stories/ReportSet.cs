using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Stories;

/// <summary>The reports of one account: each body once, in an order that does not depend on the order in which they were given.</summary>
internal sealed class ReportSet
{
    private readonly Dictionary<string, AnnotatedReport> _byId;

    private ReportSet(ImmutableArray<AnnotatedReport> reports)
    {
        Reports = reports;
        _byId = reports.ToDictionary(static r => r.Report.Id, StringComparer.Ordinal);
    }

    /// <summary>The reports, by hash.</summary>
    public ImmutableArray<AnnotatedReport> Reports { get; }

    /// <summary>The report with an id.</summary>
    public AnnotatedReport this[string id] => _byId[id];

    /// <summary>Joins reports of the same bytes (all their file names stay) and sorts the rest.</summary>
    public static ReportSet Of(IEnumerable<AnnotatedReport> given)
    {
        List<AnnotatedReport> distinct = [];
        foreach (IGrouping<string, AnnotatedReport> same in given.GroupBy(static r => r.Report.Sha256, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            AnnotatedReport first = same.OrderBy(static r => string.Join('\n', r.Report.Files.Order(StringComparer.Ordinal)), StringComparer.Ordinal).First();
            ImmutableArray<string> files = [.. same.SelectMany(static r => r.Report.Files).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            distinct.Add(first.WithReport(first.Report with { Files = files }));
        }

        return new ReportSet([.. distinct]);
    }

    /// <summary>The set with every report replaced.</summary>
    public ReportSet Select(Func<AnnotatedReport, AnnotatedReport> change) => new([.. Reports.Select(change)]);

    /// <summary>Whether a report is known to have come out before another: the latest day of the one lies before the earliest of the other.</summary>
    public bool IsBefore(string earlier, string later) =>
        _byId[earlier].Report.Published is { } first && _byId[later].Report.Published is { } second
        && Latest(first) is { } end && Earliest(second) is { } start && string.CompareOrdinal(end, start) < 0;

    /// <summary>What a report's own voice is called: its outlet, or "own voice".</summary>
    public static string OwnVoice(Report report) => report.Outlet?.Name ?? "own voice";

    /// <summary>First possible day, or null.</summary>
    public static string? Earliest(PublishedDate date) => date.Earliest ?? (date.Value is [not 'X', ..] and { Length: 10 } ? date.Value : null);

    /// <summary>Last possible day, or null.</summary>
    public static string? Latest(PublishedDate date) => date.Latest ?? (date.Value is [not 'X', ..] and { Length: 10 } ? date.Value : null);
}
