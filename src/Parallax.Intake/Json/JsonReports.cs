using System.Collections.Immutable;
using Parallax.Intake.Agency;
using Parallax.Intake.Feeds;
using Parallax.Intake.Mapping;
using Parallax.Intake.Records;
using Parallax.Intake.Tables;

namespace Parallax.Intake.Json;

/// <summary>What a JSON document gave.</summary>
/// <param name="Reports">Its reports, in order.</param>
/// <param name="Fault">The first thing that is not as the standard has it, or null.</param>
/// <param name="IsCut">Whether something was left out: beyond the limit, or cut off.</param>
/// <param name="Others">Values that hold no article.</param>
internal sealed record JsonResult(ImmutableArray<StructuredReport> Reports, string? Fault, bool IsCut, int Others);

/// <summary>Reads the reports of JSON: a JSON Feed, ninjs items, objects with the fields of articles; one, an array of them, or one a line.</summary>
internal static class JsonReports
{
    private static readonly string[] Lists = ["articles", "items", "results", "docs", "documents", "data", "news", "stories", "entries", "hits", "response", "value"];

    /// <summary>Reads a document.</summary>
    public static JsonResult Read(string name, string text, IntakeOptions options)
    {
        JsonScanner scanner = new(text, options.MaxJsonDepth);
        ImmutableArray<StructuredReport>.Builder reports = ImmutableArray.CreateBuilder<StructuredReport>();
        int others = 0;
        bool cut = false;
        List<JsonValue> records = [];
        while (records.Count < options.MaxEntries && scanner.Read() is { } value)
        {
            if (records.Count == 0 && JsonFeedReader.IsFeed(value))
            {
                Feed feed = JsonFeedReader.Read(value, scanner.Fault, options.MaxEntries);
                return new JsonResult([.. FeedReports.Of(name, text, feed)], feed.Fault, feed.CutShort, 0);
            }

            records.AddRange(Records(value));
            cut |= !value.IsWhole;
        }

        bool one = records.Count == 1;
        for (int i = 0; i < Math.Min(records.Count, options.MaxEntries); i++)
        {
            JsonValue record = records[i];
            if (!record.IsWhole)
            {
                continue;
            }

            string recordName = one ? name : FormattableString.Invariant($"{name}#{i + 1}");
            StructuredReport? report = NinjsReader.IsItem(record) ? NinjsReader.Read(recordName, text, record) : Article(recordName, text, record);
            if (report is null)
            {
                others++;
            }
            else
            {
                reports.Add(report);
            }
        }

        return new JsonResult(reports.ToImmutable(), scanner.Fault, cut || records.Count > options.MaxEntries, others);
    }

    // The objects that may be articles: the value itself, those of an array, or those of the one member that lists them.
    private static IEnumerable<JsonValue> Records(JsonValue value)
    {
        for (int depth = 0; depth < 3; depth++)
        {
            if (value.Kind == JsonKind.Array)
            {
                return value.Items.Where(static item => item.Kind == JsonKind.Object);
            }

            if (value.Kind != JsonKind.Object)
            {
                return [];
            }

            if (NinjsReader.IsItem(value) || ArticleRecord.CanHold(value.Members.Select(static member => member.Name)) || value.Any(Lists) is not { Kind: JsonKind.Array or JsonKind.Object } list)
            {
                return [value];
            }

            value = list;
        }

        return [value];
    }

    private static StructuredReport? Article(string name, string text, JsonValue record) =>
        ArticleRecord.CanHold(record.Members.Select(static member => member.Name)) ? ArticleRecord.Make(name, text, record.Start, record.End, names => Field(record, names)) : null;

    private static MappedText? Field(JsonValue record, ImmutableArray<string> names)
    {
        foreach (string name in names)
        {
            foreach ((string member, JsonValue value) in record.Members)
            {
                if (RecordFields.Plain(member) == name && Words(value) is { } words)
                {
                    return words;
                }
            }
        }

        return null;
    }

    // A string; a list of strings or of objects with a name ("authors": [{"name": …}]); an object with a name.
    private static MappedText? Words(JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Text or JsonKind.Literal:
                return value.Text.Trim() is { Text.Length: > 0 } words ? words : null;
            case JsonKind.Object:
                return value.Any("name", "title", "value") is { Kind: JsonKind.Text } name ? name.Text.Trim() : null;
            case JsonKind.Array:
                string[] all = [.. value.Items.Select(static item => item.Said ?? item.Any("name")?.Said).OfType<string>()];
                return all.Length == 0 ? null : new MappedText(string.Join("; ", all), []);
            default:
                return null;
        }
    }
}
