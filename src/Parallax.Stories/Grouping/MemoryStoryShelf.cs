using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Parallax.Stories.Grouping;

/// <summary>A shelf in memory. Not thread-safe.</summary>
internal sealed class MemoryStoryShelf : IStoryShelf
{
    private readonly List<ShelvedReport> _reports = [];
    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stemOf = new(StringComparer.Ordinal);

    // By number of the stem.
    private readonly List<(int Background, List<int> Holders)> _stems = [];

    /// <inheritdoc/>
    public int Count => _reports.Count;

    /// <inheritdoc/>
    public int Stems => _stems.Count;

    /// <inheritdoc/>
    public ShelvedReport this[int number] => _reports[number];

    /// <inheritdoc/>
    public ReportOutline Outline(int number) => new(_reports[number].Day, _reports[number].Stems.Length);

    /// <inheritdoc/>
    public StemUse Use(int stem) => new(_stems[stem].Background, _stems[stem].Holders.Count);

    /// <inheritdoc/>
    public ReadOnlySpan<int> Holders(int stem) => CollectionsMarshal.AsSpan(_stems[stem].Holders);

    /// <inheritdoc/>
    public int Add(StoryFeatures report)
    {
        if (_numberOf.TryGetValue(report.Key, out int known))
        {
            return known;
        }

        int number = _numberOf[report.Key] = _reports.Count;
        (int Stem, int Count)[] stems = new (int, int)[report.Stems.Length];
        for (int i = 0; i < stems.Length; i++)
        {
            (string letters, int count) = report.Stems[i];
            ref int stem = ref CollectionsMarshal.GetValueRefOrAddDefault(_stemOf, letters, out bool isKnown);
            if (!isKnown)
            {
                stem = _stems.Count;
                _stems.Add((StoryFeatures.Background(letters), []));
            }

            _stems[stem].Holders.Add(number);
            stems[i] = (stem, count);
        }

        _reports.Add(new ShelvedReport(report.Key, report.Day, ImmutableCollectionsMarshal.AsImmutableArray(stems)));
        return number;
    }
}
