using System.Runtime.InteropServices;

namespace Parallax.Stories.Grouping;

/// <summary>A shelf in memory. Not thread-safe.</summary>
internal sealed class MemoryStoryShelf : IStoryShelf
{
    private readonly List<StoryFeatures> _reports = [];
    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ShelvedReport>> _holders = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Count => _reports.Count;

    /// <inheritdoc/>
    public StoryFeatures this[int number] => _reports[number];

    /// <inheritdoc/>
    public int ReportsWith(string stem) => _holders.TryGetValue(stem, out List<ShelvedReport>? holders) ? holders.Count : 0;

    /// <inheritdoc/>
    public ReadOnlySpan<ShelvedReport> Holders(string stem) => _holders.TryGetValue(stem, out List<ShelvedReport>? holders) ? CollectionsMarshal.AsSpan(holders) : [];

    /// <inheritdoc/>
    public int Add(StoryFeatures report)
    {
        if (_numberOf.TryGetValue(report.Key, out int known))
        {
            return known;
        }

        int number = _numberOf[report.Key] = _reports.Count;
        _reports.Add(report);
        foreach ((string stem, int _) in report.Stems)
        {
            (_holders.TryGetValue(stem, out List<ShelvedReport>? holders) ? holders : _holders[stem] = []).Add(new ShelvedReport(number, report.Day));
        }

        return number;
    }
}
