using System.Xml;
using Parallax.Intake;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Tasks;

/// <summary>Sitemaps: of the pages whose news a sitemap states, the share that becomes a report with that title, address and date; other sitemaps must be told of as such.</summary>
internal sealed class SitemapsTask : IQualityTask
{
    private const string Archive = "ingest/sitemaps-robots-urls.zip", News = "http://www.google.com/schemas/sitemap-news/0.9";

    public string Name => "sitemaps";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield return Metric.Skipped(Name, "crawler-commons", data.Split);
            yield break;
        }

        ReportIntake intake = new(new IntakeOptions());
        int pages = 0, right = 0, others = 0, told = 0;
        foreach ((string file, byte[] bytes) in ZipFiles.Read(data.Path(Archive)).Where(static pair => pair.Key.StartsWith("sitemaps/", StringComparison.Ordinal) && pair.Key.EndsWith(".xml", StringComparison.Ordinal)))
        {
            IntakeResult read = intake.Read(file, bytes);
            XmlDocument document = new() { XmlResolver = null };
            document.Load(new MemoryStream(bytes));
            if (document.DocumentElement!.LocalName == "feed") // A document has a root.
            {
                continue;
            }

            XmlNode[] news = [.. document.GetElementsByTagName("news", News).Cast<XmlNode>()];
            foreach (XmlNode page in news)
            {
                string? title = page["title", News]?.InnerText.Trim(), date = page["publication_date", News]?.InnerText.Trim(), address = page.ParentNode!["loc"]?.InnerText.Trim(); // An element inside a page has one.
                if (title is { Length: > 0 })
                {
                    pages++;
                    right += read.Reports.Any(report => report.Title == title && (report.Url is null || address is null || Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.AbsoluteUri == report.Url) && (date is not { Length: >= 10 } || report.Published?.Value == date[..10])) ? 1 : 0;
                }
            }

            others += news.Length == 0 ? 1 : 0;
            told += news.Length == 0 && read.Reports.IsEmpty && read.Findings is [{ Id: "PX0123" }] ? 1 : 0;
        }

        yield return new Metric(Name, "crawler-commons", data.Split, "news read", pages == 0 ? 0 : (double)right / pages, pages);
        yield return new Metric(Name, "crawler-commons", data.Split, "other sitemaps told of", others == 0 ? 0 : (double)told / others, others);
    }
}
