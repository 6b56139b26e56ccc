using System.Text.Json;
using Parallax.Core.Reports;

namespace Parallax.Quality.Tasks.Webpages;

/// <summary>The day on which a page was first published.</summary>
internal sealed class PageDatesTask : IPageTask
{
    private const string Corpus = "web-pages", Archive = "ingest/web-pages.zip";

    public string Name => "page-dates";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            return [Metric.Skipped(Name, Corpus, data.Split)];
        }

        List<(string, string Found, string Expected)> days = [.. Days(data)];
        int right = days.Count(static day => day.Found == day.Expected), given = days.Count(static day => day.Found.Length > 0), all = days.Count;
        double precision = (double)right / Math.Max(1, given), recall = (double)right / Math.Max(1, right + all - given);
        return
        [
            new Metric(Name, Corpus, data.Split, "precision", precision, all),
            new Metric(Name, Corpus, data.Split, "recall", recall, all),
            new Metric(Name, Corpus, data.Split, "F", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), all),
            new Metric(Name, Corpus, data.Split, "accuracy", (double)right / Math.Max(1, all), all),
        ];
    }

    public IEnumerable<PageScore> Pages(QualityData data) => Days(data).Select(static day => new PageScore(day.Page, day.Found == day.Expected ? 1 : 0, $"found “{day.Found}”, expected {day.Expected}"));

    private static IEnumerable<(string Page, string Found, string Expected)> Days(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield break;
        }

        using PageArchive archive = new(data.Path(Archive));
        foreach (JsonElement item in archive.Gold("dates.gold.jsonl"))
        {
            string page = item.GetProperty("page").GetString()!, expected = item.GetProperty("date").GetString()!; // Every line has both.
            Report? report = archive.Read(page);
            yield return (page + " " + item.GetProperty("id").GetString(), report?.Published?.Value is { Length: >= 10 } day ? day[..10] : "", expected);
        }
    }
}
