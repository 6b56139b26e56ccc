using System.Text.Json;
using System.Xml;
using Parallax.Core.Reports;
using Parallax.Intake;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Tasks;

/// <summary>The agencies' formats: of the examples and validation files of ninjs and NewsML-G2, the share whose words are all read, with title, date and language as the file states them.</summary>
/// <remarks>What a file states is found here by plain means (System.Text.Json, XmlDocument), apart from the readers that are measured. Files without words must give a finding and no report.</remarks>
internal sealed class NewsFormatsTask : IQualityTask
{
    private const string Archive = "ingest/news-formats.zip";

    public string Name => "news-formats";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield return Metric.Skipped(Name, "news-formats", data.Split);
            yield break;
        }

        ReportIntake intake = new(new IntakeOptions());
        List<(string Corpus, string Measure, bool Met)> results = [];
        foreach ((string file, byte[] bytes) in ZipFiles.Read(data.Path(Archive)))
        {
            IntakeResult read = intake.Read(file, bytes);
            if (file.EndsWith(".json", StringComparison.Ordinal) && !file.Contains("schema", StringComparison.OrdinalIgnoreCase))
            {
                results.AddRange(Ninjs(bytes, read));
            }
            else if (file.EndsWith(".xml", StringComparison.Ordinal))
            {
                results.AddRange(NewsMl(bytes, read));
            }
        }

        foreach (IGrouping<(string Corpus, string Measure), (string Corpus, string Measure, bool Met)> group in results.GroupBy(static result => (result.Corpus, result.Measure)).OrderBy(static group => group.Key))
        {
            yield return new Metric(Name, group.Key.Corpus, data.Split, group.Key.Measure, group.Average(static result => result.Met ? 1.0 : 0), group.Count());
        }
    }

    private static IEnumerable<(string, string, bool)> Ninjs(byte[] bytes, IntakeResult read)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            yield break;
        }

        using (document)
        {
            JsonElement root = document.RootElement;
            string[] texts = root.ValueKind == JsonValueKind.Object && String(root, "type") is not ("event" or "planning") ? [.. Texts(root)] : [];
            if (texts.Length == 0)
            {
                yield return ("ninjs", "without words: no report, a finding", read.Reports.IsEmpty && !read.Findings.IsEmpty);
                yield break;
            }

            Report? report = read.Reports.FirstOrDefault();
            string longest = Texts(root, bodies: true).MaxBy(static text => text.Length) ?? String(root, "headline") ?? texts[0];
            yield return ("ninjs", "words read", report is not null && Holds(report.Text.Text + " " + string.Join(' ', report.Furniture.Select(static cut => cut.Text)), longest));
            if (String(root, "language") is { } language && report is not null)
            {
                yield return ("ninjs", "language", report.Language == language);
            }

            string? date = String(root, "firstcreated") ?? String(root, "contentcreated") ?? String(root, "versioncreated");
            if (date is not null && report is not null && DateTimeOffset.TryParse(date, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset moment))
            {
                yield return ("ninjs", "date", report.Published?.Value == moment.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    private static IEnumerable<(string, string, bool)> NewsMl(byte[] bytes, IntakeResult read)
    {
        XmlDocument document = new() { XmlResolver = null };
        try
        {
            document.Load(new MemoryStream(bytes));
        }
        catch (XmlException)
        {
            yield break;
        }

        if (document.DocumentElement!.LocalName is not ("newsItem" or "NewsML") && document.SelectSingleNode("//*[local-name()='newsItem']") is null) // A document has a root.
        {
            yield return ("newsml", "other items: no report, a finding", read.Reports.IsEmpty && !read.Findings.IsEmpty);
            yield break;
        }

        string? headline = document.SelectSingleNode("//*[local-name()='headline' or local-name()='HeadLine']")?.InnerText;
        string[] paragraphs = [.. document.SelectNodes("//*[local-name()='inlineXML' or local-name()='DataContent']//*[local-name()='p']")!.Cast<XmlNode>().Select(static node => node.InnerText).Where(static text => text.Trim().Length > 0)]; // A query gives a list.
        if (headline is not null)
        {
            yield return ("newsml", "title", read.Reports.Any(report => Plain(report.Title ?? "") == Plain(headline)));
        }

        if (paragraphs.Length > 0)
        {
            string all = string.Join(' ', read.Reports.Select(static report => report.Text.Text + " " + string.Join(' ', report.Furniture.Select(static cut => cut.Text))));
            yield return ("newsml", "paragraphs read", paragraphs.All(paragraph => Holds(all, paragraph)));
        }

        if (headline is null && paragraphs.Length == 0)
        {
            yield return ("newsml", "without words: no report, a finding", read.Reports.IsEmpty ? !read.Findings.IsEmpty : document.SelectSingleNode("//*[local-name()='description' or local-name()='inlineData']") is not null);
        }
    }

    private static IEnumerable<string> Texts(JsonElement root, bool bodies = false)
    {
        foreach (JsonProperty property in root.EnumerateObject())
        {
            string name = property.Name.ToLowerInvariant();
            if (bodies && !name.StartsWith("bod", StringComparison.Ordinal))
            {
                continue;
            }

            if (property.Value.ValueKind == JsonValueKind.String && (name.StartsWith("description_", StringComparison.Ordinal) || name == "title" || name.StartsWith("body_", StringComparison.Ordinal) || name.StartsWith("headline", StringComparison.Ordinal)) && property.Value.GetString()!.Trim().Length > 0) // A string.
            {
                yield return property.Value.GetString()!;
            }
            else if (property.Value.ValueKind == JsonValueKind.Array && name is "bodies" or "headlines" or "descriptions")
            {
                foreach (JsonElement part in property.Value.EnumerateArray().Where(static part => part.ValueKind == JsonValueKind.Object))
                {
                    if (String(part, "value") is { } value)
                    {
                        yield return value;
                    }
                }
            }
        }
    }

    private static string? String(JsonElement element, string name)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.String && property.Value.GetString()!.Trim().Length > 0) // A string.
            {
                return property.Value.GetString();
            }
        }

        return null;
    }

    // Every run of three words, save at the few places where a dateline or a credit was cut out and stands in the furniture.
    private static bool Holds(string read, string stated)
    {
        HashSet<string> found = [.. Runs(read)];
        string[] wanted = [.. Runs(stated)];
        return wanted.Count(found.Contains) >= wanted.Length - Math.Max(4, wanted.Length / 50);
    }

    private static IEnumerable<string> Runs(string text)
    {
        string[] words = [.. (text.AsSpan().IndexOfAny('<', '&') >= 0 ? Feeds.MarkupText.Read(text) : text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(static word => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant()).Where(static word => word.Length > 0)];
        for (int i = 0; i < Math.Max(1, words.Length - 2) && words.Length > 0; i++)
        {
            yield return string.Join(' ', words.Skip(i).Take(3));
        }
    }

    private static string Plain(string text)
    {
        string words = text.Contains('<', StringComparison.Ordinal) || text.Contains('&', StringComparison.Ordinal) ? Feeds.MarkupText.Read(text) : text;
        return string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
