using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parallax.Core.Text;

/// <summary>Writes a span as <c>{"start": n, "end": n}</c>, as the account format has it.</summary>
public sealed class TextSpanConverter : JsonConverter<TextSpan>
{
    /// <inheritdoc/>
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        int start = 0, end = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool isStart = reader.ValueTextEquals("start"u8);
            reader.Read();
            if (isStart)
            {
                start = reader.GetInt32();
            }
            else
            {
                end = reader.GetInt32();
            }
        }

        return start <= end && start >= 0 ? TextSpan.FromBounds(start, end) : throw new JsonException($"A span ends at or after its start; found {start} to {end}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start"u8, value.Start);
        writer.WriteNumber("end"u8, value.End);
        writer.WriteEndObject();
    }
}
