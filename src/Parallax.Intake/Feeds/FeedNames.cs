using System.Collections.Frozen;

namespace Parallax.Intake.Feeds;

/// <summary>The usual prefix of each namespace that feeds use, whatever prefix a feed itself chose.</summary>
internal static class FeedNames
{
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "",
        ["http://backend.userland.com/rss"] = "", ["http://blogs.law.harvard.edu/tech/rss"] = "", ["http://purl.org/rss/1.0"] = "", ["http://my.netscape.com/rdf/simple/0.9"] = "",
        ["http://example.com/newformat#"] = "", ["http://example.com/necho"] = "", ["http://purl.org/echo"] = "", ["uri/of/echo/namespace#"] = "", ["http://purl.org/pie"] = "",
        ["http://purl.org/atom/ns#"] = "atom", ["http://www.w3.org/2005/atom"] = "atom", ["http://purl.org/rss/1.0/modules/rss091#"] = "", ["http://channel.netscape.com/rdf/simple/0.9"] = "",
        ["http://backend.userland.com/rss2"] = "", ["http://purl.org/net/rss1.1#"] = "",
        ["http://purl.org/dc/elements/1.1"] = "dc", ["http://purl.org/dc/elements/1.0"] = "dc", ["http://purl.org/dc/terms"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content"] = "content", ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes", ["http://example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://search.yahoo.com/mrss"] = "media", ["http://video.search.yahoo.com/mrss"] = "media", ["http://search.yahoo.com/mrss/"] = "media", ["http://tools.search.yahoo.com/mrss"] = "media", ["http://www.rssboard.org/media-rss"] = "media",
        ["http://purl.org/rss/1.0/modules/slash"] = "slash", ["http://purl.org/rss/1.0/modules/syndication"] = "sy", ["http://wellformedweb.org/commentapi"] = "wfw", ["http://purl.org/syndication/thread/1.0"] = "thr",
        ["http://www.georss.org/georss"] = "georss", ["http://www.w3.org/2003/01/geo/wgs84_pos#"] = "geo", ["http://www.opengis.net/gml"] = "gml", ["http://podlove.org/simple-chapters"] = "psc",
        ["http://backend.userland.com/creativecommonsrssmodule"] = "creativeCommons", ["http://creativecommons.org/ns#license"] = "cc", ["http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html"] = "creativeCommons", ["http://web.resource.org/cc"] = "cc",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner", ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf", ["http://webns.net/mvcb"] = "admin",
        ["http://www.google.com/schemas/sitemap-news/0.9"] = "news",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Prefixes that feeds use without declaring them.
    private static readonly FrozenSet<string> Undeclared = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "dc", "dcterms", "content", "itunes", "media", "slash", "atom", "xhtml", "wfw", "georss");

    /// <summary>The name by which an element is known here: <c>title</c>, <c>dc:creator</c>; those of Atom and RSS have no prefix. Lower case.</summary>
    public static string Of(Xml.XmlElement element)
    {
        string prefix = Prefix(element);
        string name = element.Name.ToLowerInvariant();
        return prefix is "" or "atom" ? name : prefix + ":" + name;
    }

    /// <summary>The usual prefix of an element's namespace.</summary>
    public static string Prefix(Xml.XmlElement element)
    {
        string address = element.Namespace.Trim();
        return address.Length == 0 ? Undeclared.Contains(element.Prefix) ? element.Prefix.ToLowerInvariant() : element.Prefix
            : Prefixes.TryGetValue(address, out string? prefix) || Prefixes.TryGetValue(address.TrimEnd('/'), out prefix) ? prefix
            : element.Prefix;
    }
}
