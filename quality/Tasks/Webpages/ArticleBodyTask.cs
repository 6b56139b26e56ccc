using System.Text.Json;
using Parallax.Core.Reports;

namespace Parallax.Quality.Tasks.Webpages;

/// <summary>Main content of pages: mean precision and recall over pages of 4-grams of words, and their F1, as in the article extraction benchmark whose pages these are.</summary>
internal sealed class ArticleBodyTask : IPageTask
{
    private const string Corpus = "article-body-zyte", Archive = "ingest/article-body-zyte.zip";
    private const int Gram = 4;

    public string Name => "article-body";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield return Metric.Skipped(Name, Corpus, data.Split);
            yield break;
        }

        double precision = 0, recall = 0;
        int precisions = 0, recalls = 0, pages = 0;
        foreach ((_, int shared, int found, int expected) in Counts(data))
        {
            pages++;
            (precision, precisions) = found > 0 ? (precision + ((double)shared / found), precisions + 1) : (precision, precisions);
            (recall, recalls) = expected > 0 ? (recall + ((double)shared / expected), recalls + 1) : (recall, recalls);
        }

        (precision, recall) = (precision / Math.Max(1, precisions), recall / Math.Max(1, recalls));
        yield return new Metric(Name, Corpus, data.Split, "precision", precision, pages);
        yield return new Metric(Name, Corpus, data.Split, "recall", recall, pages);
        yield return new Metric(Name, Corpus, data.Split, "F1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), pages);
    }

    public IEnumerable<PageScore> Pages(QualityData data) => Counts(data).Select(static page => new PageScore(
        page.Page, page.Found + page.Expected == 0 ? 1 : 2.0 * page.Shared / (page.Found + page.Expected), FormattableString.Invariant($"P {page.Shared / (double)Math.Max(1, page.Found):0.000} R {page.Shared / (double)Math.Max(1, page.Expected):0.000} n {page.Expected}")));

    private static IEnumerable<(string Page, int Shared, int Found, int Expected)> Counts(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield break;
        }

        using PageArchive archive = new(data.Path(Archive));
        foreach (JsonElement item in archive.Gold("gold.jsonl"))
        {
            string page = item.GetProperty("page").GetString()!; // Every line has both.
            Dictionary<string, int> expected = Grams(item.GetProperty("body").GetString()!);
            Report? report = archive.Read(page);
            Dictionary<string, int> found = Grams(report is null ? "" : string.Join("\n\n", PageArchive.Body(report)));
            yield return (page, found.Sum(pair => Math.Min(pair.Value, expected.GetValueOrDefault(pair.Key))), found.Values.Sum(), expected.Values.Sum());
        }
    }

    private static Dictionary<string, int> Grams(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool word = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
            if (word && start < 0)
            {
                start = i;
            }
            else if (!word && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        Dictionary<string, int> grams = new(StringComparer.Ordinal);
        int count = words.Count == 0 ? 0 : Math.Max(1, words.Count - Gram + 1);
        for (int i = 0; i < count; i++)
        {
            string gram = string.Join(' ', words.Skip(i).Take(Gram));
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }
}
