using Parallax.Intake.Decoding;
using Parallax.Intake.Feeds;
using Parallax.Intake.Json;
using Parallax.Intake.Xml;
using Parallax.Quality.Corpora;
using Parallax.Quality.Feeds;

namespace Parallax.Quality.Tasks;

/// <summary>Feeds: the share of the expected results that the public suites state of their own files and that our reading of each file meets.</summary>
/// <remarks>What is compared how, and every expectation that is not met, stand in docs/formats.md.</remarks>
internal sealed class FeedsTask : IQualityTask
{
    private const string Archive = "ingest/feeds.zip";

    public string Name => "feeds";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(Archive))
        {
            yield return Metric.Skipped(Name, "feeds", data.Split);
            yield break;
        }

        SortedDictionary<string, byte[]> files = ZipFiles.Read(data.Path(Archive));
        List<(string Suite, string File, bool Met)> results = [.. Feedparser(files), .. GofeedSuite.Results(files, Read), .. FeedvalidatorSuite.Results(files, Read)];
        if (Environment.GetEnvironmentVariable("PARALLAX_FEEDS_UNMET") is { Length: > 0 } list)
        {
            File.WriteAllLines(list, results.Where(static result => !result.Met).Select(static result => result.File));
        }

        foreach (IGrouping<string, (string Suite, string File, bool Met)> suite in results.GroupBy(static result => result.Suite, StringComparer.Ordinal))
        {
            yield return new Metric(Name, suite.Key, data.Split, "expected results met", suite.Average(static result => result.Met ? 1.0 : 0), suite.Count());
        }

        List<(string Suite, string File, bool Met)> plain = [.. results.Where(static result => !result.File.Contains("/sanitize/", StringComparison.Ordinal))];
        if (plain.Count > 0)
        {
            yield return new Metric(Name, "all but sanitizing", data.Split, "expected results met", plain.Average(static result => result.Met ? 1.0 : 0), plain.Count);
            yield return new Metric(Name, "all", data.Split, "expected results met", results.Average(static result => result.Met ? 1.0 : 0), results.Count);
        }
    }

    private static IEnumerable<(string Suite, string File, bool Met)> Feedparser(SortedDictionary<string, byte[]> files)
    {
        foreach ((string file, byte[] bytes) in files.Where(static pair => pair.Key.StartsWith("feedparser/", StringComparison.Ordinal)))
        {
            (_, string head, _) = Read(bytes);
            (Feed feed, string text, string encoding) = Read(bytes, null, Charset(head));
            if (Expectation(text) is not { } expected)
            {
                continue;
            }

            string? location = Line(text, "Content-Location:");
            Uri start = new("http://127.0.0.1:8097/" + file["feedparser/".Length..]); // Where the suite serves its files.
            feed = Read(bytes, location is not null && Uri.TryCreate(start, location, out Uri? stated) && stated.Scheme is "http" or "https" ? stated : start, Charset(head)).Feed;
            bool met;
            try
            {
                met = new ExpectedExpression(expected, FeedparserView.Of(feed, text.AsSpan().ContainsAnyExceptInRange('\0', '\x7F') ? encoding : AsciiName(expected)), MarkupText.AreEqual).IsMet();
            }
            catch (Exception fault) when (fault is FormatException or InvalidCastException or NullReferenceException)
            {
                met = false;
            }

            yield return ("feedparser", file, met);
        }
    }

    private static string? Expectation(string text)
    {
        int at = text.IndexOf("Expect:", StringComparison.Ordinal);
        int end = at < 0 ? -1 : text.IndexOf("-->", at, StringComparison.Ordinal);
        return end < 0 ? null : text[(at + "Expect:".Length)..end].Trim();
    }

    // Every encoding that could be named reads ASCII alike.
    private static string AsciiName(string expected)
    {
        int at = expected.IndexOf("encoding == '", StringComparison.Ordinal);
        return at < 0 ? "utf-8" : expected[(at + "encoding == '".Length)..].Split('\'')[0];
    }

    private static string? Charset(string text)
    {
        string? type = Line(text, "Content-type:");
        int at = type?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : type![(at + "charset=".Length)..].Trim(' ', '"', '\''); // Found in it.
    }

    private static string? Line(string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? null : text[(at + mark.Length)..].Split('\n')[0].Trim();
    }

    private static (Feed Feed, string Text, string Encoding) Read(byte[] bytes) => Read(bytes, null, null);

    private static (Feed Feed, string Text, string Encoding) Read(byte[] bytes, Uri? address, string? charset)
    {
        DecodedText decoded = TextDecoder.Decode(bytes, charset ?? XmlDeclaration.Encoding(bytes));
        string text = decoded.Text;
        if (text.AsSpan().TrimStart() is ['{', ..])
        {
            JsonScanner scanner = new(text, 64);
            if (scanner.Read() is { } root && JsonFeedReader.IsFeed(root))
            {
                return (JsonFeedReader.Read(root, scanner.Fault, 10_000), text, decoded.Encoding);
            }
        }

        return (FeedReader.Read(text, new XmlLimits(256, 1024), 10_000, address), text, decoded.Encoding.ToLowerInvariant());
    }
}
