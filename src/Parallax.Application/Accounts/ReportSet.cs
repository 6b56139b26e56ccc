using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Reports;

namespace Parallax.Application.Accounts;

/// <summary>The different reports among the inputs: the same bytes stand once, with all their names.</summary>
/// <param name="Reports">Sorted by hash (ordinal).</param>
/// <param name="Findings">Of inputs that gave no report.</param>
public sealed record ReportSet(ImmutableArray<Report> Reports, ImmutableArray<Finding> Findings)
{
    /// <summary>Joins reports that have the same id.</summary>
    public static ReportSet Of(IEnumerable<Report> reports, IEnumerable<Finding> findings)
    {
        IEnumerable<Report> distinct = reports
            .GroupBy(static report => report.Id, StringComparer.Ordinal)
            .Select(static group => First(group) with { Files = [.. group.SelectMany(static report => report.Files).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] })
            .OrderBy(static report => report.Sha256, StringComparer.Ordinal);
        return new ReportSet([.. distinct], [.. findings]);
    }

    // The same bytes captured twice: the earliest capture says when they were there first.
    private static Report First(IEnumerable<Report> same) =>
        same.OrderBy(static report => report.Captured ?? "~", StringComparer.Ordinal).ThenBy(static report => report.Url, StringComparer.Ordinal).ThenBy(static report => report.Files[0], StringComparer.Ordinal).First();
}
