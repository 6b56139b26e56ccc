using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Tasks;

/// <summary>Whether what several reports tell stands on one claim: the whole account of each story of ECB+, the propositions on a claim held against the events that the corpus marks across reports.</summary>
/// <remarks>
/// Precision: of two propositions of different reports on one claim, whose predicates the corpus has both marked as events, how often it is one event. Recall: of two reports that tell one marked event, how often some claim has
/// a proposition of each on it that tells this event; among events that both tell in a main clause, that both tell in any predicate we read, and all. Only sentences that the corpus has checked count; words of saying are no events here.
/// </remarks>
internal sealed class JoinedClaimsTask : IQualityTask
{
    /// <inheritdoc/>
    public string Name => "joined-claims";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(ToldEvents.File))
        {
            yield return Metric.Skipped(Name, "ecb+", data.Split);
            yield break;
        }

        JoinCounts counts = new();
        foreach (ToldEvents story in ToldEvents.Read(data, InstalledNetwork.Read))
        {
            counts.Add(story);
        }

        foreach ((string name, int right, int all) in counts.Figures)
        {
            yield return new Metric(Name, "ecb+", data.Split, name, 100.0 * right / Math.Max(1, all), all);
        }
    }
}
