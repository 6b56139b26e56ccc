using System.Text;
using System.Text.Json;
using Parallax.Core.Layers;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Commands;

/// <summary><c>parses FILE FIELD …</c>: what the network reads in the texts of a file of JSON lines, for programs in other languages that train on it.</summary>
/// <remarks>
/// One JSON line a text on standard output, in order: <c>{"tokens": [[start, end, tag, lemma, head, relation, sentence, features], …], "names": [[start, end, kind], …]}</c>;
/// offsets are UTF-16 code units of the text, heads count tokens of the text and are -1 at a root. Each <c>FIELD</c> is a text of its own.
/// </remarks>
internal static class ParsesCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length < 2 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("Usage: parses FILE FIELD …");
            return 2;
        }

        TextReading reading = new();
        using Stream output = Console.OpenStandardOutput();
        using BufferedStream buffered = new(output, 1 << 16);
        foreach (string line in File.ReadLines(args[0], Encoding.UTF8))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            foreach (string field in args[1..])
            {
                Write(buffered, reading.Network(json.RootElement.GetProperty(field).GetString()!));
            }
        }

        return 0;
    }

    private static void Write(Stream output, AnnotatedReport report)
    {
        TokenLayer tokens = report.Tokens;
        using (Utf8JsonWriter json = new(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("tokens");
            for (int i = 0; i < tokens.Count; i++)
            {
                json.WriteStartArray();
                json.WriteNumberValue(tokens.Starts[i]);
                json.WriteNumberValue(tokens.Ends[i]);
                json.WriteStringValue(tokens.Tags[i].ToString());
                json.WriteStringValue(tokens.Lemmas[i]);
                json.WriteNumberValue(tokens.Heads[i]);
                json.WriteStringValue(tokens.Relations[i]);
                json.WriteNumberValue(tokens.SentenceOf(i));
                json.WriteStringValue(tokens.Features[i]);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartArray("names");
            foreach (NameMention name in report.Get(ReportLayers.Names))
            {
                json.WriteStartArray();
                json.WriteNumberValue(name.Span.Start);
                json.WriteNumberValue(name.Span.End);
                json.WriteStringValue(name.Kind.ToString());
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
