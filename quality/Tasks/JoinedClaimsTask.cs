using System.Collections.Immutable;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;
using Parallax.Stories.Claims;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

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

        foreach ((string name, double value, int all) in counts.Figures)
        {
            yield return new Metric(Name, "ecb+", data.Split, name, value, all);
        }
    }

    /// <summary>Whether each pair of propositions of two reports of one topic that may be one fact, both at marked events, tells one event, and its features. The look-alike stories of a topic show what makes two acts of one kind two.</summary>
    internal static IEnumerable<(string Gold, double[] Features)> Examples(QualityData data) => ToldEvents.Read(data, InstalledNetwork.Read, byTopic: true).SelectMany(Examples);

    private static IEnumerable<(string Gold, double[] Features)> Examples(ToldEvents story)
    {
        ImmutableArray<Proposition> told = story.Result.Propositions;
        WordMeanings meanings = new(Network.Vectors);
        OneFact facts = new(story.Result.Set!, told, new EventMentions(story.Result.Set!, told, story.Result.StoryOf.ToDictionary(static s => s.Key, static _ => 0, StringComparer.Ordinal), meanings), new LikeClaims(story.Result.Set!, told, [.. told.Select(static _ => true)], meanings).Likeness); // Set by the builder.
        for (int i = 0; i < told.Length; i++)
        {
            for (int j = i + 1; j < told.Length; j++)
            {
                if (facts.MayBeOne(i, j) && story.EventOf.TryGetValue(told[i].Key, out string? one) && story.EventOf.TryGetValue(told[j].Key, out string? two) && (ToldEvents.IsShared(one) || ToldEvents.IsShared(two)))
                {
                    yield return (one == two ? "1" : "0", facts.Features(i, j));
                }
            }
        }
    }
}
