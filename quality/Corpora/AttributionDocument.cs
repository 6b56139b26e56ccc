using System.Collections.Immutable;
using System.Text.Json;
using Parallax.Core.Text;

namespace Parallax.Quality.Corpora;

/// <summary>One attribution of a corpus.</summary>
/// <param name="Id">Its id inside the document.</param>
/// <param name="Source">Pieces of the source; may be empty.</param>
/// <param name="Cue">Pieces of the cue; may be empty.</param>
/// <param name="Content">Pieces of the content.</param>
/// <param name="Parent">Id of the attribution in whose content it lies, or null.</param>
public sealed record GoldAttribution(string Id, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content, string? Parent);

/// <summary>A document of an attribution corpus (<c>attribution/*/SPLIT.jsonl.xz</c>).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text; offsets are UTF-16 code units.</param>
/// <param name="Attributions">Its attributions.</param>
public sealed record AttributionDocument(string Id, string Text, ImmutableArray<GoldAttribution> Attributions)
{
    /// <summary>Reads one JSON line.</summary>
    public static AttributionDocument Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        return new AttributionDocument(
            root.GetProperty("id").GetString()!, // every document of the format has an id and a text
            root.GetProperty("text").GetString()!,
            [
                .. root.GetProperty("attributions").EnumerateArray().Select(static a => new GoldAttribution(
                    a.GetProperty("id").GetString()!, Spans(a, "source"), Spans(a, "cue"), Spans(a, "content"),
                    a.TryGetProperty("parent", out JsonElement parent) ? parent.GetString() : null)),
            ]);
    }

    /// <summary>The document with its offsets moved to another text that has the same characters but other white space; null where they differ.</summary>
    public AttributionDocument? Over(string text)
    {
        int[] map = new int[Text.Length + 1];
        int at = 0;
        for (int i = 0; i < Text.Length; i++)
        {
            if (char.IsWhiteSpace(Text[i]))
            {
                map[i] = at;
                continue;
            }

            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at >= text.Length || text[at] != Text[i])
            {
                return null;
            }

            map[i] = at++;
        }

        TextSpan Move(TextSpan span)
        {
            int first = span.Start, last = span.End - 1;
            while (first < last && char.IsWhiteSpace(Text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(Text[last]))
            {
                last--;
            }

            return span.IsEmpty ? new TextSpan(map[first], 0) : TextSpan.FromBounds(map[first], map[last] + 1);
        }

        ImmutableArray<TextSpan> All(ImmutableArray<TextSpan> spans) => [.. spans.Select(Move)];
        return new AttributionDocument(Id, text, [.. Attributions.Select(a => a with { Source = All(a.Source), Cue = All(a.Cue), Content = All(a.Content) })]);
    }

    private static ImmutableArray<TextSpan> Spans(JsonElement attribution, string role) =>
        [.. attribution.GetProperty(role).EnumerateArray().Select(static s => TextSpan.FromBounds(s[0].GetInt32(), s[1].GetInt32())).Where(static s => !s.IsEmpty)];
}
