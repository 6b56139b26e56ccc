using System.Collections.Immutable;
using Parallax.Intake.Json;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 into the same model as the other feeds.</summary>
internal static class JsonFeedReader
{
    /// <summary>Whether an object is a JSON Feed.</summary>
    public static bool IsFeed(JsonValue root) => root.Words("version")?.Contains("jsonfeed.org/version", StringComparison.Ordinal) == true;

    /// <summary>Reads a feed.</summary>
    public static Feed Read(JsonValue root, string? fault, int maxEntries)
    {
        ImmutableArray<FeedPart>.Builder entries = ImmutableArray.CreateBuilder<FeedPart>();
        bool cut = !root.IsWhole;
        foreach (JsonValue item in root.List("items").Where(static item => item.Kind == JsonKind.Object))
        {
            if (entries.Count >= maxEntries || !item.IsWhole)
            {
                cut = true;
                break;
            }

            entries.Add(Entry(item));
        }

        FeedPart channel = new()
        {
            Title = Text(root, "title", "text/plain"),
            Summary = Text(root, "description", "text/plain"),
            Link = root.Words("home_page_url"),
            Id = root.Words("feed_url"),
            Links = Links(root, ("home_page_url", "alternate"), ("feed_url", "self"), ("next_url", "next")),
            Authors = Authors(root),
            Language = root.Words("language"),
            Image = root.Words("icon") is { } icon ? new FeedImage(icon, null, null, null, null, null) : null,
            Icon = root.Words("favicon"),
            Start = root.Start,
            End = root.End,
        };
        return new Feed(root.Words("version")!.EndsWith("1.1", StringComparison.Ordinal) ? "json11" : "json1", channel, entries.ToImmutable(), fault, cut, false, false); // The version is what tells a feed.
    }

    private static FeedPart Entry(JsonValue item) => new()
    {
        Id = item.Words("id"),
        Title = Text(item, "title", "text/plain"),
        Summary = Text(item, "summary", "text/plain"),
        Contents = [.. new[] { Text(item, "content_html", "text/html"), Text(item, "content_text", "text/plain") }.OfType<FeedText>()],
        Link = item.Words("url") ?? item.Words("external_url"),
        Links = [.. Links(item, ("url", "alternate"), ("external_url", "related")), .. item.List("attachments").Where(static a => a.Words("url") is not null).Select(static a => new FeedLink(a.Words("url")!, "enclosure", a.Words("mime_type"), a.Words("title"), null, a.Words("size_in_bytes")))], // Only those with an address.
        Authors = Authors(item),
        Categories = [.. item.List("tags").Where(static tag => tag.Kind == JsonKind.Text).Select(static tag => new FeedCategory(tag.Text.Text, null, null))],
        Published = Date(item, "date_published"),
        Updated = Date(item, "date_modified"),
        Language = item.Words("language"),
        Image = (item.Words("image") ?? item.Words("banner_image")) is { } image ? new FeedImage(image, null, null, null, null, null) : null,
        Start = item.Start,
        End = item.End,
    };

    private static ImmutableArray<FeedPerson> Authors(JsonValue part) =>
        [.. part.List("authors").Concat(part.List("author")).Where(static author => author.Kind == JsonKind.Object).Select(static author => new FeedPerson(author.Words("name"), null, author.Words("url"))).Where(static person => !person.IsNobody)];

    private static ImmutableArray<FeedLink> Links(JsonValue part, params ReadOnlySpan<(string Member, string Relation)> members)
    {
        ImmutableArray<FeedLink>.Builder links = ImmutableArray.CreateBuilder<FeedLink>();
        foreach ((string member, string relation) in members)
        {
            if (part.Words(member) is { } href)
            {
                links.Add(new FeedLink(href, relation, null, null, null, null));
            }
        }

        return links.ToImmutable();
    }

    private static FeedText? Text(JsonValue part, string member, string mediaType) =>
        part[member] is { Kind: JsonKind.Text } value && value.Text.Trim() is { Text.Length: > 0 } words ? new FeedText(words, mediaType, null, null) : null;

    private static FeedDate? Date(JsonValue part, string member) => part.Words(member) is { } words ? new FeedDate(words, FeedDates.Parse(words)) : null;
}
