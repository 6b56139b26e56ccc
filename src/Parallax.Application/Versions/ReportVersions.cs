using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Core.Reports;

namespace Parallax.Application.Versions;

/// <summary>Which reports are versions of one: those at the same address, of the same outlet as far as both say. The newest counts; a part of a text never counts over the whole.</summary>
/// <remarks>A function of the set of reports. An address alone is not enough: anybody can write another's address into a feed.</remarks>
public sealed class ReportVersions
{
    private const int Run = 5;

    private readonly ImmutableSortedDictionary<string, ImmutableArray<ReportVersion>> _others;

    private ReportVersions(ImmutableArray<Report> counting, ImmutableArray<ImmutableArray<Report>> groups, ImmutableSortedDictionary<string, ImmutableArray<ReportVersion>> others, ImmutableArray<Finding> findings) =>
        (Counting, Groups, _others, Findings) = (counting, groups, others, findings);

    /// <summary>The reports that count, in the order given.</summary>
    public ImmutableArray<Report> Counting { get; }

    /// <summary>The reports of several versions: the one that counts first, then the others, newest first. Groups by the id of their first.</summary>
    public ImmutableArray<ImmutableArray<Report>> Groups { get; }

    /// <summary>One finding for each report of several versions.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The other versions of a report that counts, newest first; empty where there are none.</summary>
    public ImmutableArray<ReportVersion> OthersOf(string report) => _others.GetValueOrDefault(report, []);

    /// <summary>Tells the versions among reports.</summary>
    /// <param name="reports">Different reports, in an order that does not depend on how they were given.</param>
    public static ReportVersions Of(ImmutableArray<Report> reports)
    {
        HashSet<string> older = new(StringComparer.Ordinal);
        ImmutableSortedDictionary<string, ImmutableArray<ReportVersion>>.Builder others = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<ReportVersion>>(StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<Report>>.Builder groups = ImmutableArray.CreateBuilder<ImmutableArray<Report>>();
        ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (IGrouping<string, Report> sameAddress in reports.Where(static report => ReportAddress.Key(report.Url) is not null).GroupBy(static report => ReportAddress.Key(report.Url)!, StringComparer.Ordinal)) // Selected by it.
        {
            foreach (List<Report> versions in ByOutlet([.. sameAddress]).Where(static versions => versions.Count > 1))
            {
                ImmutableArray<Report> ordered = NewestFirst(versions);
                groups.Add(ordered);
                older.UnionWith(ordered.Skip(1).Select(static report => report.Id));
                others[ordered[0].Id] = [.. ordered.Skip(1).Select(report => Describe(report, ordered[0]))];
                findings.Add(new Finding("PX0134", Severity.Info, ordered[0].Id, string.Create(CultureInfo.InvariantCulture, $"{ordered.Length} versions of the report at {ordered[0].Url} were given; the newest whole one counts, the others are kept: {string.Join(", ", ordered.Skip(1).Select(static report => report.Files[0]))}.")));
            }
        }

        return new ReportVersions([.. reports.Where(report => !older.Contains(report.Id))], [.. groups.OrderBy(static group => group[0].Id, StringComparer.Ordinal)], others.ToImmutable(), findings.ToImmutable());
    }

    // Those without an outlet go with the others if there is one outlet only; else nobody knows with which.
    private static IEnumerable<List<Report>> ByOutlet(List<Report> reports)
    {
        ILookup<string, Report> outlets = reports.ToLookup(static report => report.Outlet is { } outlet ? Plain(outlet.Name) : "", StringComparer.Ordinal);
        if (outlets.Count <= 2 && outlets.Contains("") || outlets.Count == 1)
        {
            return [reports];
        }

        return outlets.Select(static outlet => outlet.ToList());
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static ImmutableArray<Report> NewestFirst(List<Report> versions)
    {
        bool allCaptured = versions.TrueForAll(static report => Moment(report.Captured) is not null);
        List<Report> ordered = [.. versions
            .OrderByDescending(report => allCaptured ? Moment(report.Captured) : Stated(report))
            .ThenByDescending(report => allCaptured ? Stated(report) : Moment(report.Captured))
            .ThenByDescending(static report => report.Text.Length)
            .ThenBy(static report => report.Sha256, StringComparer.Ordinal)];
        int whole = ordered.FindIndex(report => !ordered.Exists(other => !ReferenceEquals(other, report) && IsPartOf(report, other)));
        Report counting = ordered[Math.Max(0, whole)];
        return [counting, .. ordered.Where(report => !ReferenceEquals(report, counting))];
    }

    private static DateTimeOffset? Stated(Report report) => Moment(report.Modified) ?? Moment(report.Published?.Value);

    private static DateTimeOffset? Moment(string? words) =>
        DateTimeOffset.TryParse(words, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment) ? moment : null;

    // Well shorter, and nearly all its runs of five words stand in the other.
    private static bool IsPartOf(Report report, Report other)
    {
        if (report.Text.Length * 10 > other.Text.Length * 7)
        {
            return false;
        }

        string[] words = TextDifferences.Words(report.Text.Text);
        HashSet<string> runs = [.. Runs(TextDifferences.Words(other.Text.Text), Math.Min(Run, words.Length))];
        string[] own = [.. Runs(words, Math.Min(Run, words.Length))];
        return own.Count(runs.Contains) * 10 >= own.Length * 7;
    }

    private static IEnumerable<string> Runs(string[] words, int length)
    {
        for (int i = 0; i + length <= words.Length; i++)
        {
            yield return string.Join(' ', words, i, length).ToLowerInvariant();
        }
    }

    private static ReportVersion Describe(Report report, Report counting)
    {
        VersionRelation relation = report.Text.Text == counting.Text.Text ? VersionRelation.SameText : IsPartOf(report, counting) ? VersionRelation.Excerpt : VersionRelation.Earlier;
        ImmutableArray<WordDifference> differences = relation == VersionRelation.SameText ? [] : TextDifferences.Of(report.Text.Text, counting.Text.Text);
        return new ReportVersion(report.Id, report.Sha256, report.Files, relation, report.Published?.Value, report.Modified, report.Captured, differences);
    }
}
