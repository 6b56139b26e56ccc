using System.Globalization;
using System.Text;
using System.Text.Json;
using Parallax.Core.Reports;

namespace Parallax.Quality.Tasks.Webpages;

/// <summary>Title, authors and moment of publication of news pages of many outlets and languages.</summary>
internal sealed class PageFactsTask : IPageTask
{
    private const string Corpus = "publisher-articles", Archive = "ingest/publisher-articles.zip";

    public string Name => "page-facts";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            return [Metric.Skipped(Name, Corpus, data.Split)];
        }

        List<Facts> pages = [.. Read(data)];
        List<Facts> signed = [.. pages.Where(static page => page.Authors.Length > 0)];
        return
        [
            new Metric(Name, Corpus, data.Split, "title", pages.Average(static page => page.TitleRight ? 1.0 : 0), pages.Count),
            new Metric(Name, Corpus, data.Split, "authors", signed.Average(static page => page.AuthorsRight ? 1.0 : 0), signed.Count),
            new Metric(Name, Corpus, data.Split, "date within a day", pages.Average(static page => page.Apart is { } apart && apart <= TimeSpan.FromHours(24) ? 1.0 : 0), pages.Count),
            new Metric(Name, Corpus, data.Split, "same instant", pages.Average(static page => page.Apart is { } apart && apart < TimeSpan.FromSeconds(1) ? 1.0 : 0), pages.Count),
        ];
    }

    public IEnumerable<PageScore> Pages(QualityData data) => Read(data).Select(static page => new PageScore(
        page.Page,
        ((page.TitleRight ? 1.0 : 0) + (page.Authors.Length == 0 || page.AuthorsRight ? 1 : 0) + (page.Apart is { } apart && apart <= TimeSpan.FromHours(24) ? 1 : 0)) / 3,
        (page.TitleRight ? "" : $"\n    title   {page.Report?.Title}\n    wanted  {page.Title}")
        + (page.AuthorsRight || page.Authors.Length == 0 ? "" : $"\n    authors {string.Join(" ¦ ", page.Report?.Authors ?? [])}\n    wanted  {string.Join(" ¦ ", page.Authors)}")
        + (page.Apart is { } difference && difference <= TimeSpan.FromHours(24) ? "" : $"\n    date    {Moment(page.Report)}\n    wanted  {page.Published}")));

    private static IEnumerable<Facts> Read(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield break;
        }

        using PageArchive archive = new(data.Path(Archive));
        foreach (JsonElement item in archive.Gold("gold.jsonl"))
        {
            string[] authors = item.TryGetProperty("authors", out JsonElement names) && names.ValueKind == JsonValueKind.Array ? [.. names.EnumerateArray().Select(static name => name.GetString() ?? "")] : [];
            string captured = item.GetProperty("crawl_date").GetString()!; // Every line has these.
            yield return new Facts(
                item.GetProperty("id").GetString()!, item.GetProperty("title").GetString()!, authors, item.GetProperty("publishing_date").GetString()!,
                archive.Read(item.GetProperty("page").GetString()!, captured.Replace(' ', 'T') + "Z"));
        }
    }

    private static string? Moment(Report? report) => report?.Facts.FirstOrDefault(static fact => fact is { Kind: FactKind.Published, Taken: true })?.Value ?? report?.Published?.Value;

    private sealed record Facts(string Page, string Title, string[] Authors, string Published, Report? Report)
    {
        public bool TitleRight => Report?.Title is { } title && Plain(title) == Plain(Title);

        public bool AuthorsRight => Report is not null && Report.Authors.Select(Plain).ToHashSet(StringComparer.Ordinal).SetEquals(Authors.Select(Plain));

        public TimeSpan? Apart =>
            Moment(Report) is { } found && DateTimeOffset.TryParse(found, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            && DateTimeOffset.TryParse(Published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expected)
                ? (moment - expected).Duration() : null;

        // Equal after compatibility normalisation, without punctuation and case.
        private static string Plain(string text)
        {
            StringBuilder plain = new(text.Length);
            foreach (string word in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                int before = plain.Length;
                foreach (char c in word.Where(static c => !char.IsPunctuation(c) && !char.IsSymbol(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format))
                {
                    plain.Append(c);
                }

                plain.Append(plain.Length > before ? " " : "");
            }

            return plain.ToString().TrimEnd();
        }
    }
}
