using System.Globalization;
using System.Text.Json;
using Parallax.Intake.Feeds;

namespace Parallax.Quality.Feeds;

/// <summary>The suite of gofeed: beside each feed stands what its parser (names of the format) or its translator (names of its own) makes of it.</summary>
internal static class GofeedSuite
{
    private static readonly string[] NotOffered = ["dcExt", "itunesExt", "custom"];

    /// <summary>One result a file that has an expectation beside it.</summary>
    public static IEnumerable<(string Suite, string File, bool Met)> Results(SortedDictionary<string, byte[]> files, Func<byte[], (Feed Feed, string Text, string Encoding)> read)
    {
        foreach ((string file, byte[] bytes) in files.Where(static pair => pair.Key.StartsWith("gofeed/", StringComparison.Ordinal)))
        {
            bool json = file.EndsWith(".json", StringComparison.Ordinal) && !file.EndsWith("_expected.json", StringComparison.Ordinal);
            string beside = json ? file[..^5] + "_expected.json" : file.EndsWith(".xml", StringComparison.Ordinal) ? file[..^4] + ".json" : "";
            if (!files.TryGetValue(beside, out byte[]? expected))
            {
                continue;
            }

            using JsonDocument document = JsonDocument.Parse(new ReadOnlyMemory<byte>(expected));
            Feed feed = read(bytes).Feed;
            bool met = document.RootElement.ValueKind == JsonValueKind.Object && Matches(document.RootElement, GofeedView.Of(feed, file), "");
            yield return ("gofeed", file, met);
        }
    }

    private static bool Matches(JsonElement expected, object? found, string name)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                if (found is not Dictionary<string, object?> members)
                {
                    return false;
                }

                bool offered = expected.EnumerateObject().Any(static member => !NotOffered.Contains(member.Name) && member.Name is not ("feedType" or "feedVersion" or "version"));
                bool onlyExtensions = !offered && expected.EnumerateObject().Any(static member => NotOffered.Contains(member.Name));
                return !onlyExtensions && expected.EnumerateObject().Where(static member => !NotOffered.Contains(member.Name)).All(member => Matches(member.Value, members.GetValueOrDefault(member.Name), member.Name));
            case JsonValueKind.Array:
                return found is List<object?> items && items.Count == expected.GetArrayLength() && expected.EnumerateArray().Zip(items).All(pair => Matches(pair.First, pair.Second, name));
            case JsonValueKind.String:
                string words = expected.GetString()!; // A string.
                return found is DateTimeOffset moment
                    ? DateTimeOffset.TryParse(words, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset stated) && Math.Abs((stated - moment).TotalSeconds) < 1
                    : found is string text ? MarkupText.AreEqual(text, words) || MarkupText.AreEqual(text.Trim(), words.Trim()) : words.Length == 0 && found is null;
            case JsonValueKind.Number:
                return found is string number && number == expected.GetRawText();
            case JsonValueKind.Null:
                return found is null;
            default:
                return found is bool truth ? truth == expected.GetBoolean() : !expected.GetBoolean() && found is null;
        }
    }
}
