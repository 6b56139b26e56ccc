using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;
using Parallax.Stories;
using Parallax.Stories.Entities;

namespace Parallax.Quality.Tasks;

/// <summary>Who takes part, across the reports of one story: ECB+ participants and places, our mentions and our entities against the corpus's chains.</summary>
/// <remarks>
/// A mention of the corpus is found where one of ours has its head. Precision and recall are BCubed over the found ones alone, so that a wrong join shows; F1 over all
/// counts those not found as entities of their own. Chains of one mention count.
/// </remarks>
internal sealed class EntitiesAcrossTask : IQualityTask
{
    private const string File = "crossdoc/ecbplus.{split}.jsonl.gz";

    /// <inheritdoc/>
    public string Name => "entities-across";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "ecb+", data.Split);
            yield break;
        }

        List<Row> rows = [];
        foreach (string line in data.Lines(File))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            rows.Add(Read(json.RootElement));
        }

        List<(string Gold, string? Found, string Type)> mentions = [];
        foreach (IGrouping<string, Row> story in rows.GroupBy(static r => r.Story, StringComparer.Ordinal))
        {
            ReportSet set = ReportSet.Of([.. story.Select(static r => r.Report)]);
            LinkedEntities linked = EntityLinker.Link(set, new ExplanationBook(), [], set.Reports.ToDictionary(static r => r.Report.Id, static _ => 0, StringComparer.Ordinal));
            foreach (Row row in story)
            {
                mentions.AddRange(row.Mentions.Select(m => (m.Gold, EntityAt(row.Report, m.Span) is { } own && linked.IdOf.TryGetValue(own.Id, out string? id) ? story.Key + id : null, m.Type)));
            }
        }

        foreach ((string part, Predicate<string> takes) in new (string, Predicate<string>)[] { ("", static _ => true), (" of people and bodies", static t => t.StartsWith("HUMAN", StringComparison.Ordinal)), (" of places", static t => t.StartsWith("LOC", StringComparison.Ordinal)) })
        {
            (string Gold, string? Found, string Type)[] all = [.. mentions.Where(m => takes(m.Type))], found = [.. all.Where(static m => m.Found is not null)];
            ClusterScore score = ClusterScore.BCubed([.. found.Select(static m => m.Gold)], [.. found.Select(static m => m.Found!)]);
            yield return new Metric(Name, "ecb+", data.Split, "mentions found" + part, (double)found.Length / Math.Max(1, all.Length), all.Length);
            yield return new Metric(Name, "ecb+", data.Split, "BCubed precision" + part, score.Precision, found.Length);
            yield return new Metric(Name, "ecb+", data.Split, "BCubed recall" + part, score.Recall, found.Length);
            yield return new Metric(Name, "ecb+", data.Split, "BCubed F1" + part, score.F1, found.Length);
            ClusterScore pairs = ClusterScore.Pairs([.. found.Select(static m => m.Gold)], [.. found.Select(static m => m.Found!)]);
            yield return new Metric(Name, "ecb+", data.Split, "pair precision" + part, pairs.Precision, found.Length);
            yield return new Metric(Name, "ecb+", data.Split, "BCubed F1 over all" + part, ClusterScore.BCubed([.. all.Select(static m => m.Gold)], [.. all.Select(static (m, i) => m.Found ?? "none " + i)]).F1, all.Length);
        }
    }

    private static Row Read(JsonElement row)
    {
        string id = row.GetProperty("id").GetString()!, story = row.GetProperty("story").GetString()!;
        List<(TextSpan, string, string)> mentions = [];
        foreach (JsonElement mention in row.GetProperty("mentions").EnumerateArray())
        {
            string type = mention.GetProperty("type").GetString()!;
            if (mention.GetProperty("scored").GetBoolean() && (type.StartsWith("HUMAN", StringComparison.Ordinal) || type.StartsWith("LOC", StringComparison.Ordinal)))
            {
                // Chains are named within a topic, whose two stories may share a place; the stories are scored apart.
                string gold = mention.GetProperty("chain").ValueKind == JsonValueKind.String ? story + mention.GetProperty("chain").GetString() : $"{id}:{mention.GetProperty("m").GetRawText()}";
                mentions.Add((TextSpan.FromBounds(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32()), gold, type));
            }
        }

        return new Row(story, InstalledNetwork.Read(ReportMaker.Of(id, row.GetProperty("text").GetString()!)), mentions);
    }

    // Ours whose head is the corpus's: the corpus marks words that ours may stand around.
    private static Entity? EntityAt(AnnotatedReport report, TextSpan span) => report.Entities.Of(report.Tokens, span);

    private sealed record Row(string Story, AnnotatedReport Report, List<(TextSpan Span, string Gold, string Type)> Mentions);
}
