using System.Collections.Immutable;
using System.Text.Json;
using Parallax.Core.Text;

namespace Parallax.Quality.Corpora;

/// <summary>A text with the places where a corpus says that one and the same person or body is spoken of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text; paragraphs are parted as <see cref="ReportMaker"/> reads them.</param>
/// <param name="Mentions">Where somebody is spoken of, and who, by a key of the corpus. Mentions that the corpus joins with nothing are not there.</param>
internal sealed record SpeakerDocument(string Id, string Text, ImmutableArray<(TextSpan Span, string Chain)> Mentions)
{
    /// <summary>A line of ECB+ (<c>crossdoc/ecbplus</c>): human participants with a chain; each sentence becomes a paragraph, for the corpus has lost them.</summary>
    public static SpeakerDocument EcbPlus(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        char[] text = row.GetProperty("text").GetString()!.ToCharArray(); // every row has a text
        foreach (JsonElement sentence in row.GetProperty("sentences").EnumerateArray())
        {
            int start = sentence[1].GetInt32();
            if (start > 0 && text[start - 1] == ' ')
            {
                text[start - 1] = '\n';
            }
        }

        return new SpeakerDocument(row.GetProperty("id").GetString()!, new string(text),
        [
            .. row.GetProperty("mentions").EnumerateArray()
                .Where(static m => m.GetProperty("type").GetString()!.StartsWith("HUMAN", StringComparison.Ordinal) && m.GetProperty("chain").ValueKind == JsonValueKind.String && !m.TryGetProperty("pieces", out _))
                .Select(static m => (Span(m), m.GetProperty("chain").GetString()!)),
        ]);
    }

    /// <summary>A line of MEANTIME (<c>crossdoc/meantime</c>): persons, bodies and places with their named instance.</summary>
    public static SpeakerDocument Meantime(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        return new SpeakerDocument(row.GetProperty("id").GetString()!, row.GetProperty("text").GetString()!,
        [
            .. row.GetProperty("mentions").EnumerateArray()
                .Where(static m => m.GetProperty("kind").GetString() == "entity" && m.GetProperty("type").GetString() is "PERSON" or "ORGANIZATION" or "LOCATION")
                .Select(static m => (Span(m), m.GetProperty("instance").GetString()!)),
        ]);
    }

    /// <summary>A line of GUM's attributions (<c>attribution/gum-erst</c>): sources whose antecedent is told, with that antecedent.</summary>
    public static SpeakerDocument Gum(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        ImmutableArray<(TextSpan, string)>.Builder mentions = ImmutableArray.CreateBuilder<(TextSpan, string)>();
        foreach (JsonElement attribution in row.GetProperty("attributions").EnumerateArray())
        {
            if (attribution.TryGetProperty("source_antecedent", out JsonElement antecedent) && antecedent.ValueKind == JsonValueKind.Array && antecedent.GetArrayLength() > 0 && attribution.GetProperty("source").GetArrayLength() > 0)
            {
                string chain = attribution.GetProperty("source_entity").ToString();
                mentions.Add((Pair(attribution.GetProperty("source")[0]), chain));
                mentions.Add((Pair(antecedent[0]), chain));
            }
        }

        return new SpeakerDocument(row.GetProperty("id").GetString()!, row.GetProperty("text").GetString()!, [.. mentions.Distinct()]);
    }

    private static TextSpan Span(JsonElement mention) => TextSpan.FromBounds(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32());

    private static TextSpan Pair(JsonElement pair) => TextSpan.FromBounds(pair[0].GetInt32(), pair[1].GetInt32());
}
