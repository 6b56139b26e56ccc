using System.Collections.Immutable;
using Parallax.Storage.Sqlite;
using Parallax.Stories.Grouping;

namespace Parallax.Application.Collections;

/// <summary>The shelf of stories that a collection keeps. What has been looked up is kept until reports are added. Not thread-safe.</summary>
internal sealed class CollectionShelf(StoryRows rows) : IStoryShelf
{
    private readonly Dictionary<string, ShelvedReport[]> _holders = new(StringComparer.Ordinal);
    private int? _count;

    /// <inheritdoc/>
    public int Count => _count ??= rows.Count;

    /// <inheritdoc/>
    public StoryFeatures this[int number]
    {
        get
        {
            (string key, int? day, ImmutableArray<(string, int)> stems) = rows.Report(number);
            return new StoryFeatures(key, stems, day);
        }
    }

    /// <inheritdoc/>
    public int ReportsWith(string stem) => rows.ReportsWith(stem);

    /// <inheritdoc/>
    public ReadOnlySpan<ShelvedReport> Holders(string stem)
    {
        if (!_holders.TryGetValue(stem, out ShelvedReport[]? holders))
        {
            _holders[stem] = holders = Array.ConvertAll(rows.Holders(stem), static h => new ShelvedReport(h.Number, h.Day));
        }

        return holders;
    }

    /// <inheritdoc/>
    public int Add(StoryFeatures report) => rows.NumberOf(report.Key) is { } known ? known : Add([(report, report.Key, null)])[0];

    /// <summary>Adds reports, each with the hash of its input and what a person knows it by, at once.</summary>
    /// <returns>The numbers of those that are new.</returns>
    public IReadOnlyList<int> Add(IEnumerable<(StoryFeatures Report, string Input, string? Title)> reports)
    {
        IReadOnlyList<int> added = rows.Add(reports.Select(static r => new StoryRow(r.Report.Key, r.Input, r.Report.Day, r.Report.Stems) { Title = r.Title }));
        _holders.Clear();
        _count = null;
        return added;
    }
}
