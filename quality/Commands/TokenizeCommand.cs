using System.Text;
using System.Text.Json;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Tokens;

namespace Parallax.Quality.Commands;

/// <summary><c>tokenize FILE …</c>: tokens as the engine cuts them, for programs in other languages that train on them.</summary>
/// <remarks>
/// Paragraphs are separated by empty lines. One JSON line a sentence on standard output: <c>{"file": 0, "start": n, "end": n, "tokens": [[start, end, joins], …]}</c>;
/// offsets are UTF-16 code units of the file's text, <c>joins</c> is 1 for a word of the same surface token as the word before. With <c>--lines</c> every line is
/// a text of its own, its number stands under <c>line</c>, and offsets count from its start.
/// </remarks>
internal static class TokenizeCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        using Stream output = Console.OpenStandardOutput();
        using BufferedStream buffered = new(output, 1 << 16);
        bool byLine = args.Contains("--lines");
        int number = 0;
        foreach (string file in args)
        {
            if (file == "--lines")
            {
                continue;
            }

            if (!File.Exists(file))
            {
                Console.Error.WriteLine($"There is no file “{file}”.");
                return 1;
            }

            if (byLine)
            {
                int lineNumber = 0;
                foreach (string line in File.ReadLines(file, Encoding.UTF8))
                {
                    Write(buffered, number, lineNumber++, line);
                }
            }
            else
            {
                Write(buffered, number, null, File.ReadAllText(file, Encoding.UTF8));
            }

            number++;
        }

        return 0;
    }

    private static void Write(Stream output, int file, int? line, string content)
    {
        SourceText text = new(content);
        TokenizedText read = Tokenizer.Read(text, [.. Paragraphs(content)]);
        foreach (var sentence in read.Sentences)
        {
            using (Utf8JsonWriter json = new(output))
            {
                json.WriteStartObject();
                json.WriteNumber("file", file);
                if (line is { } lineNumber)
                {
                    json.WriteNumber("line", lineNumber);
                }

                json.WriteNumber("start", sentence.Span.Start);
                json.WriteNumber("end", sentence.Span.End);
                json.WriteStartArray("tokens");
                for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(read.Starts[i]);
                    json.WriteNumberValue(read.Ends[i]);
                    json.WriteNumberValue(read.JoinsPrevious[i] ? 1 : 0);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            output.WriteByte((byte)'\n');
        }
    }

    private static IEnumerable<TextBlock> Paragraphs(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (end > at)
            {
                yield return new TextBlock(TextSpan.FromBounds(at, end), TextPart.Body);
            }

            at = end + 2;
        }
    }
}
