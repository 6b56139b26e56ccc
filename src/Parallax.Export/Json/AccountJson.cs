using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;

namespace Parallax.Export.Json;

/// <summary>Writes and reads <c>parallax.account/1</c> (docs/account-format.md, docs/account.schema.json).</summary>
/// <remarks>Indented, LF, UTF-8 without byte order mark. Letters of all scripts stand as they are; <c>&lt; &gt; &amp;</c> are escaped, so that the
/// document may stand inside a page. Thread-safe.</remarks>
public static class AccountJson
{
    private static readonly JsonTypeInfo<Account> Type = (JsonTypeInfo<Account>)MakeOptions().GetTypeInfo(typeof(Account));

    /// <summary>Writes <paramref name="account"/> to <paramref name="output"/>, which stays open.</summary>
    public static void Write(Account account, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(ToBytes(account).Span);
    }

    /// <summary>The document as UTF-8.</summary>
    public static ReadOnlyMemory<byte> ToBytes(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        var writerOptions = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, writerOptions))
        {
            JsonSerializer.Serialize(writer, account, Type);
        }

        return EscapeMarkup(buffer.WrittenSpan);
    }

    /// <summary>SHA-256 of the document, 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(Account account) => Convert.ToHexStringLower(SHA256.HashData(ToBytes(account).Span));

    /// <summary>Reads a document. Fields that are not known are passed over; one that is missing makes it unreadable.</summary>
    /// <remarks>Bad input gives a finding (PX0701) and no account.</remarks>
    public static AccountReading Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        try
        {
            Account? account = JsonSerializer.Deserialize(json, Type);
            return account?.Schema == Account.SchemaName
                ? new AccountReading(account, null)
                : Failed($"Found a document of the schema “{account?.Schema}”, expected “{Account.SchemaName}”.");
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or FormatException)
        {
            return Failed($"This is no {Account.SchemaName} document: {problem.Message}");
        }
    }

    private static AccountReading Failed(string message) => new(null, new Finding("PX0701", Severity.Error, null, message));

    // The three bytes stand nowhere in JSON but inside strings.
    private static byte[] EscapeMarkup(ReadOnlySpan<byte> json)
    {
        int markup = json.Count((byte)'<') + json.Count((byte)'>') + json.Count((byte)'&');
        byte[] escaped = new byte[json.Length + 1 + (markup * 5)];
        int length = 0;
        foreach (byte unit in json)
        {
            ReadOnlySpan<byte> escape = unit switch { (byte)'<' => "\\u003c"u8, (byte)'>' => "\\u003e"u8, (byte)'&' => "\\u0026"u8, _ => [] };
            if (escape.IsEmpty)
            {
                escaped[length++] = unit;
                continue;
            }

            escape.CopyTo(escaped.AsSpan(length));
            length += escape.Length;
        }

        escaped[length] = (byte)'\n';
        return escaped;
    }

    private static JsonSerializerOptions MakeOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = AccountJsonContext.Default.WithAddedModifier(RequireAll).WithAddedModifier(RoundScores),
    };

    // Members that a document leaves out would be uninitialised arrays: better one clear finding than a fault later.
    private static void RequireAll(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.Set is not null)
            {
                property.IsRequired = true;
            }
        }
    }

    private static void RoundScores(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        bool isFigure = type.Type == typeof(Figure);
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.PropertyType == typeof(double))
            {
                property.CustomConverter = new ScoreConverter();
            }
            else if (property.PropertyType == typeof(double?))
            {
                property.CustomConverter = isFigure ? new FiniteConverter() : new OptionalScoreConverter();
            }
        }
    }

    private sealed class ScoreConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Rounded(value));

        internal static double Rounded(double value) => double.IsFinite(value) ? Math.Round(value, 3, MidpointRounding.ToEven) + 0.0 : 0;
    }

    private sealed class OptionalScoreConverter : JsonConverter<double?>
    {
        public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? null : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
        {
            if (value is { } score)
            {
                writer.WriteNumberValue(ScoreConverter.Rounded(score));
                return;
            }

            writer.WriteNullValue();
        }
    }

    // A figure too large for a double is not known, and JSON has no infinity.
    private sealed class FiniteConverter : JsonConverter<double?>
    {
        public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? null : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
        {
            if (value is { } number && double.IsFinite(number))
            {
                writer.WriteNumberValue(number);
                return;
            }

            writer.WriteNullValue();
        }
    }
}
