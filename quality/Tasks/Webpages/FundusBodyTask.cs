using System.Text.Json;
using Parallax.Core.Reports;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Tasks.Webpages;

/// <summary>Main content of news pages whose paragraphs were marked by hand: ROUGE-LSum of each page, then means.</summary>
internal sealed class FundusBodyTask : IPageTask
{
    private const string Corpus = "article-body-fundus", Archive = "ingest/article-body-fundus.zip";

    public string Name => "article-body-rouge";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            return [Metric.Skipped(Name, Corpus, data.Split)];
        }

        List<RougeLsum> scores = [.. Scores(data).Select(static item => item.Score)];
        return
        [
            new Metric(Name, Corpus, data.Split, "precision", scores.Average(static s => s.Precision), scores.Count),
            new Metric(Name, Corpus, data.Split, "recall", scores.Average(static s => s.Recall), scores.Count),
            new Metric(Name, Corpus, data.Split, "F1", scores.Average(static s => s.F1), scores.Count),
        ];
    }

    public IEnumerable<PageScore> Pages(QualityData data) =>
        Scores(data).Select(static item => new PageScore(item.Page, item.Score.F1, FormattableString.Invariant($"P {item.Score.Precision:0.000} R {item.Score.Recall:0.000}")));

    private static IEnumerable<(string Page, RougeLsum Score)> Scores(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield break;
        }

        using PageArchive archive = new(data.Path(Archive));
        foreach (JsonElement item in archive.Gold("gold.jsonl"))
        {
            string page = item.GetProperty("page").GetString()!; // Every line has one.
            Report? report = archive.Read(page);
            string body = report is null ? "" : string.Join("\n", PageArchive.Body(report));
            yield return (page, RougeLsum.Of(string.Join("\n", item.GetProperty("paragraphs").EnumerateArray().Select(static p => p.GetString())), body));
        }
    }
}
