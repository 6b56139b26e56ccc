using System.Globalization;
using Parallax.Intake.Feeds;

namespace Parallax.Quality.Feeds;

/// <summary>A feed under the names that the suite of feedparser uses.</summary>
internal static class FeedparserView
{
    /// <summary>The names an expectation may use.</summary>
    public static Dictionary<string, object?> Of(Feed feed, string encoding)
    {
        Dictionary<string, object?> names = new(StringComparer.Ordinal)
        {
            ["feed"] = Part(feed.Channel, isEntry: false),
            ["entries"] = feed.Entries.Select(static entry => (object?)Part(entry, isEntry: true)).ToList(),
            ["bozo"] = feed.Fault is not null || feed.IsRefused ? 1L : 0L,
            ["version"] = feed.Version == "rdf" ? "rss090" : feed.Version,
            ["encoding"] = encoding,
        };
        return names;
    }

    private static Dictionary<string, object?> Part(FeedPart part, bool isEntry)
    {
        Dictionary<string, object?> names = new(StringComparer.Ordinal);
        foreach (FeedExtension extension in part.Extensions)
        {
            string name = extension.Prefix.Length is 0 ? extension.Name.ToLowerInvariant() : extension.Prefix + "_" + extension.Name.ToLowerInvariant();
            Dictionary<string, object?> attributes = extension.Attributes.DistinctBy(static a => a.Name).ToDictionary(static a => a.Name, static a => (object?)a.Value, StringComparer.Ordinal);
            if (extension.Name == "license")
            {
                names.TryAdd("license", extension.Words.Length > 0 ? extension.Words : extension.Attributes.FirstOrDefault().Value);
            }

            foreach (FeedExtension child in extension.Children)
            {
                attributes.TryAdd(child.Name, child.Words);
            }

            names.TryAdd(name is "atom_" ? extension.Name : name, attributes.Count > 0 && extension.Words.Length == 0 ? attributes : extension.Words);
        }

        Text(names, part.Title, "title");
        Text(names, part.Rights, "rights", "copyright");
        string[] summaries = isEntry ? ["summary", "description", "subtitle"] : ["subtitle", "tagline", "description", "info"];
        Text(names, part.Summary ?? (isEntry ? part.Contents.FirstOrDefault() : null), summaries);
        if (!part.Contents.IsEmpty)
        {
            names["content"] = part.Contents.Select(static text => (object?)Detail(text)).ToList();
            if (!isEntry)
            {
                Text(names, part.Contents[0], "content_detail");
            }
        }

        Set(names, part.Id, "id", "guid");
        Set(names, part.Link, "link", "href");
        names["guidislink"] = part.IdIsLink && (part.Links.IsEmpty && part.Link == part.Id);
        List<object?> links = [.. part.Links.Select(static link => (object?)Link(link))];
        if (part.Link is not null && !part.Links.Any(static link => link.Relation == "alternate"))
        {
            links.Insert(0, Link(new FeedLink(part.Link, "alternate", "text/html", null, null, null)));
        }

        names["links"] = links;
        List<object?> enclosures = [.. part.Links.Where(static link => link.Relation == "enclosure").Select(static link => (object?)Enclosure(link))];
        if (enclosures.Count > 0)
        {
            names["enclosures"] = enclosures;
            names["links"] = (List<object?>)[.. part.Links.Where(static link => link.Relation == "enclosure").Select(static link => (object?)Link(link)), .. links.Where(static link => !Equals(((Dictionary<string, object?>)link!)["rel"], "enclosure"))]; // Made a line above.
        }

        People(names, part);
        List<object?> tags = [.. part.Categories.Select(static category => (object?)new Dictionary<string, object?>(StringComparer.Ordinal) { ["term"] = category.Term, ["scheme"] = category.Scheme, ["label"] = category.Label })];
        names["tags"] = tags;
        Set(names, part.Categories.FirstOrDefault()?.Term, "category");
        Date(names, part.Published, "published", "issued");
        Date(names, part.Updated ?? (isEntry ? part.Published : part.Published), "updated", "modified", "date");
        Date(names, part.Created, "created");
        Date(names, part.Expired, "expired");
        Set(names, part.Language, "language");
        Set(names, part.Icon, "icon");
        Set(names, part.Comments, "comments");
        if (part.Image is { } image)
        {
            Set(names, image.Url, "logo");
            names["image"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["href"] = image.Url, ["url"] = image.Url, ["title"] = image.Title, ["link"] = image.Link, ["description"] = image.Description,
                ["width"] = int.TryParse(image.Width, CultureInfo.InvariantCulture, out int width) ? (long)width : null,
            };
        }

        if (part.Generator.Name is not null)
        {
            names["generator"] = part.Generator.Name;
            names["generator_detail"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = part.Generator.Name, ["version"] = part.Generator.Version, ["href"] = part.Generator.Url, ["url"] = part.Generator.Url };
        }

        if (part.Source is { } source)
        {
            names["source"] = Part(source, isEntry: false);
        }

        return names;
    }

    private static void People(Dictionary<string, object?> names, FeedPart part)
    {
        names["authors"] = part.Authors.Select(static person => (object?)Person(person)).ToList();
        names["contributors"] = part.Contributors.Select(static person => (object?)Person(person)).ToList();
        if (!part.Authors.IsEmpty)
        {
            names["author_detail"] = Person(part.Authors[0]);
            names["author"] = Written(part.Authors[0]);
        }

        if (part.Publisher is { } publisher)
        {
            names["publisher_detail"] = Person(publisher);
            names["publisher"] = Written(publisher);
        }
    }

    private static string? Written(FeedPerson person) => person.Name is { } name ? person.Email is { } email ? $"{name} ({email})" : name : person.Email;

    private static Dictionary<string, object?> Person(FeedPerson person)
    {
        Dictionary<string, object?> names = new(StringComparer.Ordinal);
        Set(names, person.Name, "name");
        Set(names, person.Email, "email");
        Set(names, person.Url, "href", "url");
        return names;
    }

    private static Dictionary<string, object?> Link(FeedLink link)
    {
        Dictionary<string, object?> names = new(StringComparer.Ordinal) { ["rel"] = link.Relation, ["href"] = link.Href };
        Set(names, link.MediaType, "type");
        Set(names, link.Title, "title");
        Set(names, link.Language, "hreflang");
        Set(names, link.Length, "length");
        return names;
    }

    private static Dictionary<string, object?> Enclosure(FeedLink link)
    {
        Dictionary<string, object?> names = Link(link);
        names.Remove("rel");
        names["url"] = link.Href;
        return names;
    }

    private static void Text(Dictionary<string, object?> names, FeedText? text, params ReadOnlySpan<string> keys)
    {
        if (text is null)
        {
            return;
        }

        foreach (string key in keys)
        {
            names[key] = text.Text;
            names[key + "_detail"] = Detail(text);
        }
    }

    private static Dictionary<string, object?> Detail(FeedText text) => new(StringComparer.Ordinal)
    {
        ["value"] = text.Text, ["type"] = text.MediaType, ["language"] = text.Language, ["base"] = text.Base?.OriginalString ?? "",
    };

    private static void Date(Dictionary<string, object?> names, FeedDate? date, params ReadOnlySpan<string> keys)
    {
        if (date is null)
        {
            return;
        }

        foreach (string key in keys)
        {
            names[key] = date.Words;
            if (date.Moment is { } moment)
            {
                DateTime utc = moment.UtcDateTime;
                names[key + "_parsed"] = (List<object?>)[(long)utc.Year, (long)utc.Month, (long)utc.Day, (long)utc.Hour, (long)utc.Minute, (long)utc.Second, ((long)utc.DayOfWeek + 6) % 7, (long)utc.DayOfYear, 0L];
            }
        }
    }

    private static void Set(Dictionary<string, object?> names, string? value, params ReadOnlySpan<string> keys)
    {
        if (value is not null)
        {
            foreach (string key in keys)
            {
                names[key] = value;
            }
        }
    }
}
