using Parallax.Intake.Feeds;

namespace Parallax.Quality.Feeds;

/// <summary>A feed under the names that the suite of gofeed uses: those of Atom, RSS or JSON Feed for its parsers, its own for its translators.</summary>
internal static class GofeedView
{
    /// <summary>The names that the expectation beside <paramref name="file"/> uses.</summary>
    public static Dictionary<string, object?> Of(Feed feed, string file) =>
        file.Contains("/parser/atom/", StringComparison.Ordinal) ? Atom(feed)
        : file.Contains("/parser/rss/", StringComparison.Ordinal) ? Rss(feed)
        : file.Contains("/json/", StringComparison.Ordinal) && file.Contains("/parser/", StringComparison.Ordinal) ? Json(feed)
        : Universal(feed);

    private static Dictionary<string, object?> Atom(Feed feed)
    {
        Dictionary<string, object?> names = AtomPart(feed.Channel, feed.Version);
        names["entries"] = feed.Entries.Select(entry => (object?)AtomPart(entry, feed.Version)).ToList();
        names["version"] = feed.Version switch { "atom03" => "0.3", "atom02" => "0.2", "atom01" => "0.1", "atom10" or "atom" => "1.0", _ => "" };
        return names;
    }

    private static Dictionary<string, object?> AtomPart(FeedPart part, string version)
    {
        Dictionary<string, object?> names = new(StringComparer.Ordinal)
        {
            ["title"] = part.Title?.Text, ["id"] = part.Id, ["rights"] = part.Rights?.Text, ["subtitle"] = part.Summary?.Text, ["summary"] = part.Summary?.Text, ["icon"] = part.Icon, ["logo"] = part.Image?.Url, ["language"] = part.Language,
            ["authors"] = People(part.Authors, "uri"), ["contributors"] = People(part.Contributors, "uri"),
            ["links"] = part.Links.Select(static link => (object?)Names(("href", link.Href), ("rel", link.Relation), ("type", link.MediaType), ("title", link.Title), ("hreflang", link.Language), ("length", link.Length))).ToList(),
            ["categories"] = part.Categories.Select(static c => (object?)Names(("term", c.Term), ("scheme", c.Scheme), ("label", c.Label))).ToList(),
            ["generator"] = Names(("value", part.Generator.Name), ("version", part.Generator.Version), ("uri", part.Generator.Url)),
            ["content"] = part.Contents.IsEmpty ? null : Names(("value", part.Contents[0].Text), ("type", Type(part.Contents[0].MediaType, version)), ("src", part.Contents[0].Address)),
            ["source"] = part.Source is { } source ? AtomPart(source, version) : null,
        };
        names["extensions"] = Extensions(part.Extensions);
        Dates(names, part, "published", "updated");
        return names;
    }

    private static string Type(string mediaType, string version) => version == "atom03" ? mediaType : mediaType switch { "text/html" => "html", "application/xhtml+xml" => "xhtml", "text/plain" => "text", _ => mediaType };

    private static Dictionary<string, object?> Rss(Feed feed)
    {
        Dictionary<string, object?> names = RssPart(feed.Channel);
        names["items"] = feed.Entries.Select(static entry => (object?)RssPart(entry)).ToList();
        names["version"] = feed.Version switch { "rss10" => "1.0", "rdf" => "0.9", "rss091u" or "rss091n" => "0.91", "rss092" => "0.92", "rss093" => "0.93", "rss094" => "0.94", "rss20" => feed.Stated ?? "2.0", _ => "" };
        names["managingEditor"] = feed.Channel.Authors.IsEmpty ? null : Written(feed.Channel.Authors[0]);
        names["webMaster"] = feed.Channel.Publisher is { } publisher ? Written(publisher) : null;
        Dates(names, feed.Channel, "pubDate", "lastBuildDate");
        return names;
    }

    private static Dictionary<string, object?> RssPart(FeedPart part)
    {
        FeedLink[] enclosures = [.. part.Links.Where(static link => link.Relation == "enclosure")];
        List<object?> links = [.. new[] { part.Link }.OfType<string>(), .. part.Links.Where(link => link.Relation != "enclosure" && link.Href != part.Link).Select(static link => link.Href)];
        Dictionary<string, object?> names = new(StringComparer.Ordinal)
        {
            ["title"] = part.Title?.Text, ["description"] = part.Summary?.Text, ["link"] = part.Link, ["links"] = links, ["language"] = part.Language, ["copyright"] = part.Rights?.Text, ["generator"] = part.Generator.Name, ["comments"] = part.Comments,
            ["author"] = part.Authors.IsEmpty ? null : Written(part.Authors[0]), ["content"] = part.Contents.IsEmpty ? null : part.Contents[0].Text,
            ["categories"] = part.Categories.Select(static c => (object?)Names(("value", c.Term), ("domain", c.Scheme))).ToList(),
            ["guid"] = Names(("value", part.Id), ("isPermalink", part.IdIsLink ? "true" : "false")),
            ["source"] = Names(("title", part.Source?.Title?.Text), ("url", part.Source?.Link)),
            ["image"] = part.Image is { } image ? Names(("url", image.Url), ("title", image.Title), ("link", image.Link), ("description", image.Description), ("width", image.Width), ("height", image.Height)) : null,
            ["enclosures"] = enclosures.Select(static link => (object?)Enclosure(link)).ToList(), ["enclosure"] = enclosures.Length > 0 ? Enclosure(enclosures[^1]) : null,
        };
        foreach (FeedExtension extension in part.Extensions.Where(static extension => extension.Prefix.Length == 0).OrderByDescending(static extension => extension.Children.Length))
        {
            names.TryAdd(extension.Name, extension.Name is "skipHours" or "skipDays" ? extension.Children.Where(static child => child.Name is "hour" or "day").Select(static child => (object?)child.Words).ToList()
                : extension.Children.Length + extension.Attributes.Length > 0 ? Tree(extension) : extension.Words);
            if (extension.Name.Equals("textinput", StringComparison.OrdinalIgnoreCase))
            {
                names.TryAdd("textInput", Tree(extension));
            }
        }

        names["extensions"] = Extensions(part.Extensions);
        Dates(names, part, "pubDate", "updated");
        return names;
    }

    private static Dictionary<string, object?> Tree(FeedExtension extension) =>
        Names([.. extension.Children.Select(static child => (child.Name, (string?)child.Words)), .. extension.Attributes.Select(static attribute => (attribute.Name, (string?)attribute.Value))]);

    // Elements of other namespaces as they stand: prefix, name, then each with its words, attributes and children.
    private static Dictionary<string, object?> Extensions(IEnumerable<FeedExtension> extensions) =>
        extensions.Where(static extension => extension.Prefix.Length > 0).GroupBy(static extension => extension.Prefix, StringComparer.Ordinal).ToDictionary(
            static space => space.Key, static space => (object?)space.GroupBy(static extension => extension.Name, StringComparer.Ordinal).ToDictionary(static name => name.Key, static name => (object?)name.Select(static extension => (object?)Extension(extension)).ToList(), StringComparer.Ordinal), StringComparer.Ordinal);

    private static Dictionary<string, object?> Extension(FeedExtension extension) => new(StringComparer.Ordinal)
    {
        ["name"] = extension.Name,
        ["value"] = extension.Words,
        ["attrs"] = Names([.. extension.Attributes.DistinctBy(static a => a.Name).Select(static a => (a.Name, (string?)a.Value))]),
        ["children"] = extension.Children.GroupBy(static child => child.Name, StringComparer.Ordinal).ToDictionary(static name => name.Key, static name => (object?)name.Select(static child => (object?)Extension(child)).ToList(), StringComparer.Ordinal),
    };

    private static Dictionary<string, object?> Json(Feed feed)
    {
        Dictionary<string, object?> names = JsonPart(feed.Channel);
        names["version"] = feed.Version == "json11" ? "1.1" : "1.0";
        names["items"] = feed.Entries.Select(static entry => (object?)JsonPart(entry)).ToList();
        return names;
    }

    private static Dictionary<string, object?> JsonPart(FeedPart part) => new(StringComparer.Ordinal)
    {
        ["id"] = part.Id, ["title"] = part.Title?.Text, ["home_page_url"] = part.Link, ["url"] = part.Link, ["feed_url"] = part.Id, ["description"] = part.Summary?.Text, ["summary"] = part.Summary?.Text, ["icon"] = part.Image?.Url, ["favicon"] = part.Icon,
        ["content_html"] = part.Contents.FirstOrDefault(static text => text.IsMarkup)?.Text, ["content_text"] = part.Contents.FirstOrDefault(static text => !text.IsMarkup)?.Text, ["language"] = part.Language, ["image"] = part.Image?.Url,
        ["next_url"] = part.Links.FirstOrDefault(static link => link.Relation == "next")?.Href, ["external_url"] = part.Links.FirstOrDefault(static link => link.Relation == "related")?.Href,
        ["authors"] = People(part.Authors, "url"), ["author"] = part.Authors.IsEmpty ? null : Person(part.Authors[0], "url"), ["tags"] = part.Categories.Select(static c => (object?)c.Term).ToList(),
        ["date_published"] = part.Published?.Words, ["date_modified"] = part.Updated?.Words,
        ["attachments"] = part.Links.Where(static link => link.Relation == "enclosure").Select(static link => (object?)Names(("url", link.Href), ("mime_type", link.MediaType), ("title", link.Title), ("size_in_bytes", link.Length))).ToList(),
    };

    private static Dictionary<string, object?> Universal(Feed feed)
    {
        Dictionary<string, object?> names = UniversalPart(feed.Channel, feed.Version.StartsWith("json", StringComparison.Ordinal));
        names["feedType"] = feed.Version.StartsWith("atom", StringComparison.Ordinal) ? "atom" : feed.Version.StartsWith("json", StringComparison.Ordinal) ? "json" : "rss";
        names["feedVersion"] = feed.Version.StartsWith("atom", StringComparison.Ordinal) ? Atom(feed)["version"] : feed.Version.StartsWith("json", StringComparison.Ordinal) ? Json(feed)["version"] : Rss(feed)["version"];
        names["items"] = feed.Entries.Select(entry => (object?)UniversalPart(entry, feed.Version.StartsWith("json", StringComparison.Ordinal))).ToList();
        names["feedLink"] = feed.Channel.Links.FirstOrDefault(static link => link.Relation == "self")?.Href;
        return names;
    }

    private static Dictionary<string, object?> UniversalPart(FeedPart part, bool json)
    {
        List<object?> links = [.. new[] { part.Link }.OfType<string>(), .. part.Links.Where(link => link.Relation is not "enclosure" && link.Href != part.Link).Select(static link => link.Href)];
        Dictionary<string, object?> names = new(StringComparer.Ordinal)
        {
            ["title"] = part.Title?.Text, ["description"] = part.Summary?.Text, ["content"] = part.Contents.IsEmpty ? null : part.Contents[0].Text, ["link"] = part.Link, ["links"] = links, ["guid"] = part.Id, ["copyright"] = part.Rights?.Text, ["language"] = part.Language,
            ["authors"] = People(part.Authors, json ? "url" : "uri"), ["author"] = part.Authors.IsEmpty ? null : Person(part.Authors[0], json ? "url" : "uri"), ["categories"] = part.Categories.Select(static c => (object?)c.Term).ToList(), ["generator"] = part.Generator.Name,
            ["image"] = (part.Image?.Url ?? part.Icon) is { } url ? Names(("url", url), ("title", part.Image?.Title)) : null,
            ["enclosures"] = part.Links.Where(static link => link.Relation == "enclosure").Select(static link => (object?)Enclosure(link)).ToList(),
        };
        names["extensions"] = Extensions(part.Extensions);
        Dates(names, part, "published", "updated");
        return names;
    }

    private static Dictionary<string, object?> Enclosure(FeedLink link) => Names(("url", link.Href), ("length", link.Length), ("type", link.MediaType));

    private static List<object?> People(IEnumerable<FeedPerson> people, string address) => [.. people.Select(person => (object?)Person(person, address))];

    private static Dictionary<string, object?> Person(FeedPerson person, string address) => Names(("name", person.Name), ("email", person.Email), (address, person.Url));

    private static string? Written(FeedPerson person) => person.Name is { } name ? person.Email is { } email ? $"{name} ({email})" : name : person.Email;

    private static void Dates(Dictionary<string, object?> names, FeedPart part, string published, string updated)
    {
        (names[published], names[published + "Parsed"], names[updated], names[updated + "Parsed"]) = (part.Published?.Words, part.Published?.Moment, part.Updated?.Words, part.Updated?.Moment);
    }

    private static Dictionary<string, object?> Names(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        Dictionary<string, object?> names = new(StringComparer.Ordinal);
        foreach ((string name, string? value) in values)
        {
            if (value is not null)
            {
                names[name] = value;
            }
        }

        return names;
    }
}
