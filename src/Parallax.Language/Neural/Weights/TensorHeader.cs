using System.Globalization;
using System.Text.Json;

namespace Parallax.Language.Neural.Weights;

/// <summary>The header of a safetensors file: a JSON object from names to type, shape and place.</summary>
internal static class TensorHeader
{
    private const string MetadataName = "__metadata__";

    /// <summary>Reads and checks a header.</summary>
    /// <param name="json">The JSON text in UTF-8.</param>
    /// <param name="dataLength">Number of bytes after the header; the tensors must cover them without gap or overlap.</param>
    /// <exception cref="ModelException">The header breaks a rule of the format; the message says which and where.</exception>
    public static Dictionary<string, TensorEntry> Read(ReadOnlySpan<byte> json, long dataLength)
    {
        Dictionary<string, TensorEntry> entries = new(StringComparer.Ordinal);
        try
        {
            Utf8JsonReader reader = new(json);
            Expect(ref reader, JsonTokenType.StartObject, "the header");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString() ?? string.Empty;
                if (name == MetadataName)
                {
                    reader.Read();
                    reader.Skip();
                }
                else if (!entries.TryAdd(name, ReadEntry(ref reader, name)))
                {
                    throw new ModelException($"The tensor “{name}” stands twice in the header.");
                }
            }
        }
        catch (JsonException e)
        {
            throw new ModelException($"The header is not valid JSON: {e.Message}", e);
        }

        CheckPlaces(entries, dataLength);
        return entries;
    }

    private static TensorEntry ReadEntry(ref Utf8JsonReader reader, string name)
    {
        TensorKind? kind = null;
        List<long>? shape = null, places = null;
        Expect(ref reader, JsonTokenType.StartObject, name);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string property = reader.GetString() ?? string.Empty;
            switch (property)
            {
                case "dtype":
                    Expect(ref reader, JsonTokenType.String, name);
                    kind = reader.GetString() switch
                    {
                        "I8" => TensorKind.I8,
                        "F32" => TensorKind.F32,
                        "U64" => TensorKind.U64,
                        var other => throw new ModelException($"The tensor “{name}” has the type “{other}”; I8, F32 and U64 can be read."),
                    };
                    break;
                case "shape":
                    shape = ReadNumbers(ref reader, name);
                    break;
                case "data_offsets":
                    places = ReadNumbers(ref reader, name);
                    break;
                default:
                    throw new ModelException($"The tensor “{name}” has the unknown property “{property}”.");
            }
        }

        if (kind is null || shape is null || places is not { Count: 2 })
        {
            throw new ModelException($"The tensor “{name}” lacks dtype, shape or two data_offsets.");
        }

        return Checked(name, kind.Value, shape, places[0], places[1]);
    }

    private static TensorEntry Checked(string name, TensorKind kind, List<long> shape, long begin, long end)
    {
        long bytes = SizeOf(kind);
        foreach (long size in shape)
        {
            if (size > int.MaxValue || (size > 0 && bytes > int.MaxValue / size))
            {
                throw new ModelException($"The tensor “{name}” is larger than 2 GB.");
            }

            bytes *= size;
        }

        if (begin > end || end - begin != bytes)
        {
            throw new ModelException(string.Create(
                CultureInfo.InvariantCulture, $"The tensor “{name}” needs {bytes} bytes by its shape and has the place [{begin}..{end})."));
        }

        return new TensorEntry(kind, [.. shape.Select(static size => (int)size)], begin, end);
    }

    private static void CheckPlaces(Dictionary<string, TensorEntry> entries, long dataLength)
    {
        long end = 0;
        foreach ((string name, TensorEntry entry) in entries.OrderBy(static e => e.Value.Begin).ThenBy(static e => e.Value.End))
        {
            if (entry.Begin != end)
            {
                throw new ModelException(string.Create(
                    CultureInfo.InvariantCulture, $"The tensor “{name}” begins at {entry.Begin}; {end} was expected, without gap or overlap."));
            }

            end = entry.End;
        }

        if (end != dataLength)
        {
            throw new ModelException(string.Create(
                CultureInfo.InvariantCulture, $"The tensors end at {end} and the file has {dataLength} bytes of data; it is cut or has a tail."));
        }
    }

    private static List<long> ReadNumbers(ref Utf8JsonReader reader, string name)
    {
        List<long> numbers = [];
        Expect(ref reader, JsonTokenType.StartArray, name);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
            {
                throw new ModelException($"The tensor “{name}” has a size or place that is not a whole number from 0.");
            }

            numbers.Add(number);
        }

        return numbers;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType expected, string where)
    {
        if (!reader.Read() || reader.TokenType != expected)
        {
            throw new ModelException($"In “{where}”, {expected} was expected and {reader.TokenType} found.");
        }
    }

    /// <summary>Bytes of one element.</summary>
    public static int SizeOf(TensorKind kind) => kind switch
    {
        TensorKind.I8 => 1,
        TensorKind.F32 => 4,
        TensorKind.U64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
