using System.Collections.Immutable;
using Parallax.Storage.Sqlite;
using Parallax.Stories.Grouping;

namespace Parallax.Application.Collections;

/// <summary>The shelf of stories that a collection keeps. What has been looked up is kept until reports are added. Not thread-safe.</summary>
internal sealed class CollectionShelf(StoryRows rows) : IStoryShelf
{
    private readonly Dictionary<int, int[]> _holders = [];

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public int Stems => rows.Stems;

    /// <inheritdoc/>
    public ShelvedReport this[int number]
    {
        get
        {
            (string key, int? day, ImmutableArray<(int Stem, int Count)> stems) = rows.Report(number);
            return new ShelvedReport(key, day, stems);
        }
    }

    /// <inheritdoc/>
    public ReportOutline Outline(int number)
    {
        (int? day, int stems) = rows.Outline(number);
        return new ReportOutline(day, stems);
    }

    /// <inheritdoc/>
    public StemUse Use(int stem)
    {
        (int background, int reports) = rows.Use(stem);
        return new StemUse(background, reports);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Holders(int stem) => _holders.TryGetValue(stem, out int[]? holders) ? holders : _holders[stem] = rows.Holders(stem);

    /// <inheritdoc/>
    public int Add(StoryFeatures report) => rows.NumberOf(report.Key) is { } known ? known : Add([(report, report.Key, null)], [])[0];

    /// <summary>Adds reports, each with the hash of its input and what a person knows it by, at once.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="looked">Hashes of the inputs that they came from, and of those that hold none.</param>
    /// <returns>The numbers of those that are new.</returns>
    public IReadOnlyList<int> Add(IReadOnlyList<(StoryFeatures Report, string Input, string? Title)> reports, IEnumerable<string> looked)
    {
        IReadOnlyList<int> added = rows.Add([.. reports.Select(static r => new StoryRow(r.Report.Key, r.Input, r.Report.Day, r.Report.Stems) { Title = r.Title })], looked, StoryFeatures.Background);
        _holders.Clear();
        return added;
    }
}
