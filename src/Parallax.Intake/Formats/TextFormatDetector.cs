using Parallax.Intake.Feeds;
using Parallax.Intake.Html;
using Parallax.Intake.Tables;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Formats;

/// <summary>Tells what a decoded document is by what stands in it.</summary>
internal static class TextFormatDetector
{
    private const int HeadLength = 65_536;
    private static readonly XmlLimits Limits = new(4, 64);

    /// <summary>The format of <paramref name="text"/>.</summary>
    public static TextFormat Detect(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart(" \t\r\n\uFEFF\u001E");
        if (start is ['{' or '[', ..] && LooksLikeJson(start))
        {
            return TextFormat.Json;
        }

        if (Root(text, start) is { } root)
        {
            return root switch
            {
                _ when FeedReader.IsFeed(root) => TextFormat.Feed,
                { Name: "opml" } => TextFormat.Opml,
                { Name: "urlset" or "sitemapindex" } => TextFormat.Sitemap,
                { Name: "newsMessage" or "newsItem" or "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem" or "NewsML" } => TextFormat.NewsMl,
                { Name: "nitf" } => TextFormat.Nitf,
                _ when root.Name.Equals("html", StringComparison.OrdinalIgnoreCase) => TextFormat.Html,
                _ => start.StartsWith("<?xml", StringComparison.Ordinal) && !HtmlPageParser.LooksLikeHtml(text) ? TextFormat.OtherXml : TextFormat.Html,
            };
        }

        return HtmlPageParser.LooksLikeHtml(text) ? TextFormat.Html : TableReader.LooksLikeTable(text) ? TextFormat.Table : TextFormat.Text;
    }

    private static bool LooksLikeJson(ReadOnlySpan<char> start)
    {
        ReadOnlySpan<char> rest = start[1..].TrimStart();
        return rest.IsEmpty || (start[0] == '{' ? rest[0] is '"' or '}' : rest[0] is '{' or '[' or ']');
    }

    // The first element, if the document begins as XML does; HTML pages that begin with another element fall to the other tests.
    private static XmlElement? Root(string text, ReadOnlySpan<char> start)
    {
        int at = start.Length > 0 && start[0] == '<' ? text.Length - start.Length : FeedAfterNoise(text);
        if (at < 0)
        {
            return null;
        }

        // A declaration of the document's type may be longer than any head: then the whole text is gone through for its first element.
        XmlElement? root = text.Length > HeadLength ? FirstElement(text[..HeadLength]) : FirstElement(text);
        if (root is null && text.Length > HeadLength && (start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)))
        {
            root = FirstElement(text);
        }

        return root is not null && (IsXmlRoot(root) || start.StartsWith("<?xml", StringComparison.Ordinal)) ? root : null;
    }

    private static XmlElement? FirstElement(string text)
    {
        XmlScanner scanner = new(text, Limits);
        XmlNodeKind kind = scanner.Read();
        while (kind is not (XmlNodeKind.Start or XmlNodeKind.EndOfDocument))
        {
            kind = scanner.Read();
        }

        return kind == XmlNodeKind.Start ? scanner.Element : null;
    }

    // A feed with words before it, as broken servers send them.
    private static int FeedAfterNoise(string text)
    {
        int at = text.AsSpan(0, Math.Min(text.Length, 2048)).IndexOf("<?xml", StringComparison.Ordinal);
        return at < 0 ? text.AsSpan(0, Math.Min(text.Length, 2048)).IndexOf("<rss", StringComparison.Ordinal) : at;
    }

    private static bool IsXmlRoot(XmlElement element) => FeedReader.IsFeed(element) || element.Name is "opml" or "urlset" or "sitemapindex" or "newsMessage" or "newsItem" or "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem" or "NewsML" or "nitf";
}
