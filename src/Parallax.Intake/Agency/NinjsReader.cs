using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Parallax.Intake.Articles;
using Parallax.Intake.Feeds;
using Parallax.Intake.Json;
using Parallax.Intake.Mapping;
using Parallax.Intake.Records;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Agency;

/// <summary>Reads items of ninjs 1, 2 and 3 (the news agencies' JSON), whose names differ in number and case.</summary>
internal static class NinjsReader
{
    /// <summary>Whether an object is a ninjs item: it has a URI and something else that only such items have.</summary>
    public static bool IsItem(JsonValue value) =>
        value.Kind == JsonKind.Object && value["uri"] is { Kind: JsonKind.Text }
        && (value.Any("versioncreated", "pubstatus", "headlines", "bodies", "descriptions", "infosource", "infosources", "copyrightholder", "representationtype", "associations", "standard", "profile") is not null
            || value.Members.Any(static member => member.Name.StartsWith("body_", StringComparison.OrdinalIgnoreCase) || member.Name.StartsWith("headline", StringComparison.OrdinalIgnoreCase) || member.Name.StartsWith("description_", StringComparison.OrdinalIgnoreCase))
            || value.Any("type")?.Said is "text" or "audio" or "video" or "picture" or "graphic" or "composite" or "planning" or "event" or "component");

    /// <summary>The report of an item, or null where it holds no words or is a plan.</summary>
    public static StructuredReport? Read(string name, string source, JsonValue item)
    {
        if (item.Any("type")?.Said is "event" or "planning")
        {
            return null; // What will be, and who will write about it.
        }

        MappedText? headline = Headline(item);
        List<RecordText> body = Body(item);
        if (headline is null && body.Count == 0)
        {
            return null;
        }

        string? version = Said("versioncreated"), first = Said("firstcreated"), content = Said("contentcreated");
        (PublishedDate? published, ImmutableArray<DateCandidate> candidates) = DeclaredDate.Choose(
            (first, Moment(first), "the item's date of first creation"), (content, Moment(content), "the item's date of content"), (version, Moment(version), "the item's date of version"));
        string? source1 = Names(item, "infosource", "infosources").FirstOrDefault();
        string? holder = Said("copyrightholder");
        string? status = Said("pubstatus");
        return new StructuredReport
        {
            Name = name,
            Source = source,
            Start = item.Start,
            End = item.End,
            Title = headline is null ? null : new RecordText(headline, IsMarkup: false),
            Body = [.. body],
            Byline = Said("byline", "by"),
            Dateline = Said("located"),
            Facts = new DeclaredFacts
            {
                Url = NamedAddress.Web(null, Said("url", "uri")),
                Outlet = (holder ?? source1) is { } outlet ? new Outlet(outlet, OutletBasis.Metadata) : null,
                Authors = Said("byline", "by") is { } by ? Authors(by) : [],
                Agency = source1 is not null && holder is not null && source1 != holder ? source1 : null,
                Language = Said("language"),
                Genre = Names(item, "genre", "genres").Any(static genre => genre.Contains("opinion", StringComparison.OrdinalIgnoreCase) || genre.Contains("comment", StringComparison.OrdinalIgnoreCase)) ? Genre.Opinion : Genre.Unknown,
                Published = published,
                DateCandidates = candidates,
                Modified = version is not null && first is not null && Moment(version) is { } changed ? DeclaredDate.Iso(changed) : null,
            },
            Findings = status is null or "usable" ? [] : [FormatFindings.NotForPublication(name, status)],
        };

        string? Said(params ReadOnlySpan<string> names) => item.Any(names)?.Said;
    }

    private static MappedText? Headline(JsonValue item)
    {
        if (item.Any("headline", "headline_main") is { Kind: JsonKind.Text } plain && plain.Said is not null)
        {
            return plain.Text.Trim();
        }

        JsonValue[] headlines = [.. Parts(item, "headlines")];
        JsonValue? main = Array.Find(headlines, static part => part.Any("role")?.Said?.Contains("main", StringComparison.OrdinalIgnoreCase) == true) ?? headlines.FirstOrDefault();
        return (main?.Any("value") ?? item.Members.FirstOrDefault(static member => member.Name.StartsWith("headline", StringComparison.OrdinalIgnoreCase) && member.Value.Kind == JsonKind.Text).Value ?? item.Any("title")) is { Kind: JsonKind.Text } value && value.Said is not null ? value.Text.Trim() : null;
    }

    // The fullest body; where there is none, the fullest description, which is a picture's caption or a text's summary.
    private static List<RecordText> Body(JsonValue item)
    {
        RecordText? body = Fullest(item, "body_", "bodies", BlockHint.None) ?? Fullest(item, "description_", "descriptions", item.Any("type")?.Said is "picture" or "graphic" or "video" or "audio" ? BlockHint.Caption : BlockHint.None);
        return body is null ? [] : [body];
    }

    private static RecordText? Fullest(JsonValue item, string prefix, string list, BlockHint hint)
    {
        RecordText? fullest = null;
        foreach ((string name, JsonValue value) in item.Members.Where(member => member.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && member.Value.Kind == JsonKind.Text))
        {
            Take(value, name.EndsWith("html", StringComparison.OrdinalIgnoreCase) || name.EndsWith("nitf", StringComparison.OrdinalIgnoreCase) || name.EndsWith("xml", StringComparison.OrdinalIgnoreCase));
        }

        foreach (JsonValue part in Parts(item, list))
        {
            if (part.Any("value") is { Kind: JsonKind.Text } value)
            {
                string? type = part.Any("contenttype")?.Said;
                Take(value, type is not null && (type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase)));
            }
        }

        return fullest;

        void Take(JsonValue value, bool markup)
        {
            MappedText words = value.Text.Trim();
            if (words.Text.Length > 0 && (fullest is null || words.Text.Length > fullest.Words.Text.Length))
            {
                fullest = new RecordText(words, markup || FeedTexts.LooksLikeMarkup(words.Text) && words.Text.StartsWith('<'), hint);
            }
        }
    }

    private static IEnumerable<JsonValue> Parts(JsonValue item, string list) => item.Any(list) switch
    {
        { Kind: JsonKind.Array } array => array.Items.Where(static part => part.Kind == JsonKind.Object),
        { Kind: JsonKind.Object } one => [one],
        _ => [],
    };

    private static IEnumerable<string> Names(JsonValue item, params string[] lists) => lists.SelectMany(list => item.Any(list) switch
    {
        { Kind: JsonKind.Array } array => array.Items.Select(static part => part.Said ?? part.Any("name")?.Said),
        { Kind: JsonKind.Object } one => [one.Any("name")?.Said],
        { } value => [value.Said],
        null => [],
    }).OfType<string>();

    private static DateTimeOffset? Moment(string? words) => words is null ? null : FeedDates.Parse(words);

    internal static ImmutableArray<string> Authors(string byline)
    {
        string names = byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..] : byline;
        return [.. names.Split([" and ", ", ", ";"], StringSplitOptions.RemoveEmptyEntries).Select(static name => name.Trim()).Where(static name => name.Length > 1)];
    }
}
