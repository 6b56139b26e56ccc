using System.Collections.Immutable;
using Parallax.Core.Layers;

namespace Parallax.Stories.Propositions;

/// <summary>The propositions of reports, each report read once as long as it does not change. Not thread-safe.</summary>
internal sealed class PropositionCache
{
    private readonly Dictionary<string, (AnnotatedReport Report, ImmutableArray<Proposition> Propositions)> _read = new(StringComparer.Ordinal);

    /// <summary>The propositions of one report, by key.</summary>
    public ImmutableArray<Proposition> Read(AnnotatedReport report)
    {
        if (_read.TryGetValue(report.Report.Id, out var known) && ReferenceEquals(known.Report, report))
        {
            return known.Propositions;
        }

        ImmutableArray<Proposition> propositions = Sorted(report);
        _read[report.Report.Id] = (report, propositions);
        return propositions;
    }

    /// <summary>The propositions of a set, by key: the key begins with the id of the report.</summary>
    /// <remarks>What is not read yet is read on all processors: what a report says depends on no other.</remarks>
    public ImmutableArray<Proposition> Read(ReportSet set)
    {
        Fill(set);
        return [.. set.Reports.OrderBy(static r => r.Report.Id, StringComparer.Ordinal).SelectMany(r => Read(r))];
    }

    /// <summary>Reads all reports of a set.</summary>
    public void Fill(ReportSet set)
    {
        AnnotatedReport[] open = [.. set.Reports.Where(r => !_read.TryGetValue(r.Report.Id, out var known) || !ReferenceEquals(known.Report, r))];
        ImmutableArray<Proposition>[] read = new ImmutableArray<Proposition>[open.Length];
        Parallel.For(0, open.Length, i => read[i] = Sorted(open[i]));
        for (int i = 0; i < open.Length; i++)
        {
            _read[open[i].Report.Id] = (open[i], read[i]);
        }
    }

    private static ImmutableArray<Proposition> Sorted(AnnotatedReport report) => [.. PropositionReader.Read(report).OrderBy(static p => p.Key, StringComparer.Ordinal)];
}
