using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parallax.Core;

/// <summary>Writes an explanation as its one line, <see cref="Explanation.Text"/>; what is read back has the rule <c>read</c> and nothing under it.</summary>
public sealed class ExplanationConverter : JsonConverter<Explanation>
{
    /// <inheritdoc/>
    public override Explanation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Explanation.Of("read", reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Explanation value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
