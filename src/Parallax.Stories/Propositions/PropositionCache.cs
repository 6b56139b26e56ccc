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

        ImmutableArray<Proposition> propositions = [.. PropositionReader.Read(report).OrderBy(static p => p.Key, StringComparer.Ordinal)];
        _read[report.Report.Id] = (report, propositions);
        return propositions;
    }

    /// <summary>The propositions of a set, by key: the key begins with the id of the report.</summary>
    public ImmutableArray<Proposition> Read(ReportSet set) => [.. set.Reports.OrderBy(static r => r.Report.Id, StringComparer.Ordinal).SelectMany(r => Read(r))];
}
