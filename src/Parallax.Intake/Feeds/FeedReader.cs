using System.Collections.Immutable;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Feeds;

/// <summary>Reads RSS 0.9 to 2.0, RSS 1.1, Atom 0.3 and 1.0, and CDF, well-formed or not.</summary>
internal static class FeedReader
{
    private const int MaxChannelElements = 2000;

    /// <summary>Whether an element is the root of a feed.</summary>
    public static bool IsFeed(XmlElement root) => root.Name switch
    {
        "rss" or "feed" => true,
        "RDF" => true,
        "Channel" => true,
        "channel" or "CHANNEL" => true,
        "entry" => FeedNames.Prefix(root) == "atom",
        _ => false,
    };

    /// <summary>Reads a feed.</summary>
    /// <param name="text">The document.</param>
    /// <param name="limits">Bounds of nesting.</param>
    /// <param name="maxEntries">Entries kept.</param>
    /// <param name="address">Where the feed was received from, or null; relative addresses start from it.</param>
    public static Feed Read(string text, XmlLimits limits, int maxEntries, Uri? address = null)
    {
        XmlScanner scanner = new(text, limits, address);
        List<XmlElement> channel = [];
        ImmutableArray<FeedPart>.Builder entries = ImmutableArray.CreateBuilder<FeedPart>();
        string version = "";
        XmlElement? root = null, top = null;
        bool cut = false;
        while (!cut && scanner.Doctype != XmlDoctype.Dangerous && scanner.Read() is var kind and not XmlNodeKind.EndOfDocument)
        {
            if (kind != XmlNodeKind.Start)
            {
                continue;
            }

            XmlElement element = scanner.Element;
            if (root is null)
            {
                (root, top) = (element, element);
                version = VersionOf(root, text.AsSpan(0, Math.Min(text.Length, root.InnerStart)));
            }

            if (IsEntry(element, root))
            {
                cut = entries.Count >= maxEntries;
                XmlElement? entry = cut ? null : scanner.ReadElement();
                if (entry is { IsWhole: true })
                {
                    entries.Add(FeedPartReader.Read(text, entry, entry.Children, isEntry: true));
                }

                cut |= entry is { IsWhole: false };
            }
            else if (IsFrame(element))
            {
                top = element.Name is "RDF" or "rss" or "items" or "Items" ? top : element;
            }
            else if (channel.Count < MaxChannelElements)
            {
                channel.Add(scanner.ReadElement());
            }
        }

        if (scanner.Doctype == XmlDoctype.Dangerous || top is null)
        {
            return new Feed(version, new FeedPart(), [], scanner.Fault, false, false, scanner.Doctype == XmlDoctype.Dangerous);
        }

        return new Feed(version, FeedPartReader.Read(text, top, channel, isEntry: false), entries.ToImmutable(), scanner.Fault ?? (root is null ? "there is no element" : null), cut, scanner.TooDeep, false) { Stated = root?.Attribute("version")?.Trim() };
    }

    private static bool IsEntry(XmlElement element, XmlElement root) =>
        element.Name is "item" or "entry" or "Item" || (element.Name == "ITEM" && root.Name.Equals("channel", StringComparison.OrdinalIgnoreCase));

    private static bool IsFrame(XmlElement element) =>
        element.Name is "rss" or "RDF" or "channel" or "Channel" or "CHANNEL" || (element.Name == "feed" && FeedNames.Prefix(element) is "" or "atom") || (element.Name == "items" && element.Namespace.Contains("rss1.1", StringComparison.Ordinal));

    private static string VersionOf(XmlElement root, ReadOnlySpan<char> head)
    {
        switch (root.Name)
        {
            case "rss":
                string stated = (root.Attribute("version") ?? "").Trim();
                return stated switch
                {
                    "0.91" => head.Contains("Netscape", StringComparison.OrdinalIgnoreCase) ? "rss091n" : "rss091u",
                    "0.92" => "rss092",
                    "0.93" => "rss093",
                    "0.94" => "rss094",
                    _ => stated.StartsWith('2') ? "rss20" : "rss",
                };
            case "RDF":
                return head.Contains("purl.org/rss/1.0", StringComparison.Ordinal) ? "rss10" : "rdf";
            case "feed" or "entry":
                return root.Namespace.Equals("http://www.w3.org/2005/Atom", StringComparison.OrdinalIgnoreCase) ? "atom10"
                    : root.Attribute("version") switch { "0.1" => "atom01", "0.2" => "atom02", "0.3" => "atom03", _ => "atom" };
            case "Channel":
                return "rss11";
            default:
                return "cdf";
        }
    }
}
