using System.Text.Json;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Events;
using Parallax.Language.Events.Modality;
using Parallax.Language.Syntax;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Tasks;

/// <summary>Factuality on UDS-IH2 and MEANTIME: mean absolute error and Pearson's r of the number we give each event, on the scale from -3 to 3.</summary>
public sealed class FactualityTask : IQualityTask
{
    /// <inheritdoc/>
    public string Name => "factuality";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        TextReading? reading = null;
        foreach (string corpus in new[] { "uds-ih2", "meantime" })
        {
            string file = $"factuality/{corpus}.{{split}}.jsonl.gz";
            if (!data.Has(file))
            {
                yield return Metric.Skipped(Name, corpus, data.Split);
                continue;
            }

            reading ??= new TextReading();
            List<double> gold = [], network = [], rules = [], labels = [];
            foreach (string line in data.Lines(file))
            {
                Add(reading, line, gold, network, rules, labels);
            }

            foreach ((string source, List<double> scores) in new[] { ("network", network), ("rules", rules), ("labels of events", labels) })
            {
                yield return new Metric(Name, corpus, data.Split, $"MAE ({source})", Statistics.MeanAbsoluteError(gold, scores), gold.Count);
                yield return new Metric(Name, corpus, data.Split, $"Pearson r ({source})", Statistics.Pearson(gold, scores), gold.Count);
                yield return new Metric(Name, corpus, data.Split, $"happened or not, accuracy % ({source})", 100.0 * gold.Where((value, i) => value > 0 == scores[i] > 0).Count() / Math.Max(1, gold.Count), gold.Count);
            }
        }
    }

    private static void Add(TextReading reading, string line, List<double> gold, List<double> network, List<double> rules, List<double> labels)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        string text = json.RootElement.GetProperty("text").GetString() ?? "";
        AnnotatedReport report = reading.Network(text);
        SyntaxTree tree = new(report.Tokens);
        ScoreColumn scores = report.Get(ReportLayers.FactualityScores);
        foreach (JsonElement target in json.RootElement.GetProperty("targets").EnumerateArray())
        {
            TextSpan span = TextSpan.FromBounds(target.GetProperty("start").GetInt32(), target.GetProperty("end").GetInt32());
            (int first, int end) = report.Tokens.TokensOf(span);
            if (first >= end)
            {
                continue;
            }

            int head = tree.TopOf(first, end);
            gold.Add(target.GetProperty("factuality").GetDouble());
            network.Add(scores.Values[head]);
            rules.Add(FactualityScore.OfRules(tree, head));
            labels.Add(FactualityScore.OfLabel(tree, scores, head));
        }
    }
}
