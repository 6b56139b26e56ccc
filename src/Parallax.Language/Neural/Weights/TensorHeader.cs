using System.Globalization;
using System.Text.Json;

namespace Parallax.Language.Neural.Weights;

/// <summary>The header of a safetensors file: a JSON object from names to type, shape and place.</summary>
internal static class TensorHeader
{
    private const string MetadataName = "__metadata__";
    private const int MostDimensions = 8;

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
        Span<long> shape = stackalloc long[MostDimensions], places = stackalloc long[2];
        int dimensions = -1, ends = -1;
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
                    dimensions = ReadNumbers(ref reader, name, shape);
                    break;
                case "data_offsets":
                    ends = ReadNumbers(ref reader, name, places);
                    break;
                default:
                    throw new ModelException($"The tensor “{name}” has the unknown property “{property}”.");
            }
        }

        if (kind is null || dimensions < 0 || ends != places.Length)
        {
            throw new ModelException($"The tensor “{name}” lacks dtype, shape or two data_offsets.");
        }

        return Checked(name, kind.Value, shape[..dimensions], places[0], places[1]);
    }

    private static TensorEntry Checked(string name, TensorKind kind, scoped ReadOnlySpan<long> shape, long begin, long end)
    {
        long bytes = SizeOf(kind);
        int[] sizes = new int[shape.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            long size = shape[i];
            if (size > int.MaxValue || (size > 0 && bytes > int.MaxValue / size))
            {
                throw new ModelException($"The tensor “{name}” is larger than 2 GB.");
            }

            bytes *= size;
            sizes[i] = (int)size;
        }

        if (begin > end || end - begin != bytes)
        {
            throw new ModelException(string.Create(
                CultureInfo.InvariantCulture, $"The tensor “{name}” needs {bytes} bytes by its shape and has the place [{begin}..{end})."));
        }

        return new TensorEntry(kind, sizes, begin, end);
    }

    private static void CheckPlaces(Dictionary<string, TensorEntry> entries, long dataLength)
    {
        // Sorted and read without generic code over numbers, which would have to be compiled anew at each start.
        string[] names = [.. entries.Keys];
        Array.Sort(names, (a, b) => entries[a].Begin.CompareTo(entries[b].Begin) is var order && order != 0 ? order : entries[a].End.CompareTo(entries[b].End));
        long end = 0;
        foreach (string name in names)
        {
            TensorEntry entry = entries[name];
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

    private static int ReadNumbers(ref Utf8JsonReader reader, string name, scoped Span<long> numbers)
    {
        int count = 0;
        Expect(ref reader, JsonTokenType.StartArray, name);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
            {
                throw new ModelException($"The tensor “{name}” has a size or place that is not a whole number from 0.");
            }

            if (count == numbers.Length)
            {
                throw new ModelException($"The tensor “{name}” has more than {numbers.Length} sizes or places.");
            }

            numbers[count++] = number;
        }

        return count;
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
