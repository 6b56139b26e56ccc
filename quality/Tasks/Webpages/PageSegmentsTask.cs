using System.Text;
using System.Text.Json;
using Parallax.Core.Reports;

namespace Parallax.Quality.Tasks.Webpages;

/// <summary>Pieces of text that must be in the main content of a page, and pieces that must not.</summary>
internal sealed class PageSegmentsTask : IPageTask
{
    private const string Corpus = "web-pages", Archive = "ingest/web-pages.zip";

    public string Name => "page-segments";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield return Metric.Skipped(Name, Corpus, data.Split);
            yield break;
        }

        int kept = 0, missed = 0, wrong = 0, cut = 0;
        foreach (Counted page in Count(data))
        {
            (kept, missed, wrong, cut) = (kept + page.With - page.Missed.Count, missed + page.Missed.Count, wrong + page.Wrong.Count, cut + page.Without - page.Wrong.Count);
        }

        double precision = (double)kept / Math.Max(1, kept + wrong), recall = (double)kept / Math.Max(1, kept + missed);
        int all = kept + missed + wrong + cut;
        yield return new Metric(Name, Corpus, data.Split, "precision", precision, all);
        yield return new Metric(Name, Corpus, data.Split, "recall", recall, all);
        yield return new Metric(Name, Corpus, data.Split, "F1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), all);
        yield return new Metric(Name, Corpus, data.Split, "accuracy", (double)(kept + cut) / Math.Max(1, all), all);
    }

    public IEnumerable<PageScore> Pages(QualityData data) => Count(data).Select(static page =>
        new PageScore(page.Name, 1 - ((double)(page.Missed.Count + page.Wrong.Count) / Math.Max(1, page.With + page.Without)), $"missed: {string.Join(" ¦ ", page.Missed)}  wrong: {string.Join(" ¦ ", page.Wrong)}"));

    private static IEnumerable<Counted> Count(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield break;
        }

        using PageArchive archive = new(data.Path(Archive));
        foreach (JsonElement item in archive.Gold("segments.gold.jsonl"))
        {
            string page = item.GetProperty("page").GetString()!; // Every line has one.
            Report? report = archive.Read(page);
            string text = report is null ? "" : Collapsed(report.Text.Text);
            string[] with = Strings(item, "with"), without = Strings(item, "without");
            yield return new Counted(page + " " + item.GetProperty("id").GetString(), with.Length, without.Length,
                [.. with.Where(s => !text.Contains(s, StringComparison.Ordinal))], [.. without.Where(s => text.Contains(s, StringComparison.Ordinal))]);
        }
    }

    private static string[] Strings(JsonElement item, string property) =>
        item.TryGetProperty(property, out JsonElement list) ? [.. list.EnumerateArray().Select(static s => Collapsed(s.GetString() ?? ""))] : [];

    private static string Collapsed(string text)
    {
        StringBuilder collapsed = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                collapsed.Append(c);
            }
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString().TrimEnd();
    }

    private sealed record Counted(string Name, int With, int Without, List<string> Missed, List<string> Wrong);
}
