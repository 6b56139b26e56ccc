using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Storage;

/// <summary>Layers of a report to bytes and back, so that a report of a collection is read once. Explanations keep their words; their trees are made anew by reading again.</summary>
public static class LayerCodec
{
    private const int Form = 1;

    /// <summary>The layers of a report as bytes.</summary>
    public static byte[] Encode(AnnotatedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(Form);
        WriteTokens(writer, report.Tokens);
        WriteJson(writer, [.. report.Names.Select(static name => new StoredName(name.Span.Start, name.Span.End, name.FirstToken, name.TokenCount, (int)name.Kind))], LayerJson.Default.ImmutableArrayStoredName);
        WriteJson(writer, [.. report.Times], LayerJson.Default.ImmutableArrayTimeExpression);
        WriteJson(writer, [.. report.Figures], LayerJson.Default.ImmutableArrayFigure);
        WriteJson(writer, report.Entities.Entities, LayerJson.Default.ImmutableArrayEntity);
        WriteJson(writer, [.. report.Statements], LayerJson.Default.ImmutableArrayStatement);
        WriteJson(writer, [.. report.Events], LayerJson.Default.ImmutableArrayEvent);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The report with the layers that <see cref="Encode"/> wrote.</summary>
    /// <exception cref="CollectionException">The bytes are of another form or damaged.</exception>
    public static AnnotatedReport Decode(Report report, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
            if (reader.ReadInt32() != Form)
            {
                throw new CollectionException("The stored layers are of another form; read the report again.");
            }

            return new AnnotatedReport(report)
                .With(ReportLayers.Tokens, ReadTokens(reader, report.Text))
                .With(ReportLayers.Names, new Layer<NameMention>(ReadJson(reader, LayerJson.Default.ImmutableArrayStoredName).Select(static n => new NameMention(TextSpan.FromBounds(n.Start, n.End), n.FirstToken, n.TokenCount, (NameKind)n.Kind))))
                .With(ReportLayers.Times, new Layer<TimeExpression>(ReadJson(reader, LayerJson.Default.ImmutableArrayTimeExpression)))
                .With(ReportLayers.Figures, new Layer<Figure>(ReadJson(reader, LayerJson.Default.ImmutableArrayFigure)))
                .With(ReportLayers.Entities, new EntityLayer(ReadJson(reader, LayerJson.Default.ImmutableArrayEntity)))
                .With(ReportLayers.Statements, new Layer<Statement>(ReadJson(reader, LayerJson.Default.ImmutableArrayStatement)))
                .With(ReportLayers.Events, new Layer<Event>(ReadJson(reader, LayerJson.Default.ImmutableArrayEvent)));
        }
        catch (Exception fault) when (fault is EndOfStreamException or JsonException or ArgumentException or OverflowException)
        {
            throw new CollectionException("The stored layers of a report are damaged; read it again.", fault);
        }
    }

    private static void WriteTokens(BinaryWriter writer, TokenLayer tokens)
    {
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        List<string> strings = [];
        writer.Write(tokens.Sentences.Length);
        foreach (Sentence s in tokens.Sentences)
        {
            writer.Write(s.Span.Start);
            writer.Write(s.Span.Length);
            writer.Write(s.FirstToken);
            writer.Write(s.TokenCount);
            writer.Write(s.Block);
            writer.Write((byte)s.Part);
        }

        for (int i = 0; i < tokens.Count; i++)
        {
            Intern(tokens.Features[i]);
            Intern(tokens.Lemmas[i]);
            Intern(tokens.Relations[i]);
        }

        writer.Write(strings.Count);
        strings.ForEach(writer.Write);
        writer.Write(tokens.Count);
        for (int i = 0; i < tokens.Count; i++)
        {
            writer.Write(tokens.Starts[i]);
            writer.Write(tokens.Ends[i]);
            writer.Write((byte)tokens.Tags[i]);
            writer.Write(ids[tokens.Features[i]]);
            writer.Write(ids[tokens.Lemmas[i]]);
            writer.Write(tokens.Heads[i]);
            writer.Write(ids[tokens.Relations[i]]);
        }

        void Intern(string value)
        {
            if (ids.TryAdd(value, strings.Count))
            {
                strings.Add(value);
            }
        }
    }

    private static TokenLayer ReadTokens(BinaryReader reader, SourceText text)
    {
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            sentences.Add(new Sentence(new TextSpan(reader.ReadInt32(), reader.ReadInt32()), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), (TextPart)reader.ReadByte()));
        }

        List<string> strings = [];
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            strings.Add(reader.ReadString());
        }

        int n = reader.ReadInt32();
        int[] starts = new int[n], ends = new int[n], heads = new int[n];
        UniversalTag[] tags = new UniversalTag[n];
        string[] features = new string[n], lemmas = new string[n], relations = new string[n];
        for (int i = 0; i < n; i++)
        {
            (starts[i], ends[i], tags[i]) = (reader.ReadInt32(), reader.ReadInt32(), (UniversalTag)reader.ReadByte());
            (features[i], lemmas[i], heads[i], relations[i]) = (strings[reader.ReadInt32()], strings[reader.ReadInt32()], reader.ReadInt32(), strings[reader.ReadInt32()]);
        }

        return new TokenLayer(text, sentences.ToImmutable(), starts, ends, tags, features, lemmas, heads, relations);
    }

    private static void WriteJson<T>(BinaryWriter writer, ImmutableArray<T> items, System.Text.Json.Serialization.Metadata.JsonTypeInfo<ImmutableArray<T>> type)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(items, type);
        writer.Write(json.Length);
        writer.Write(json);
    }

    private static ImmutableArray<T> ReadJson<T>(BinaryReader reader, System.Text.Json.Serialization.Metadata.JsonTypeInfo<ImmutableArray<T>> type) =>
        JsonSerializer.Deserialize(reader.ReadBytes(reader.ReadInt32()), type);
}

/// <summary>A name as it is stored.</summary>
internal readonly record struct StoredName(int Start, int End, int FirstToken, int TokenCount, int Kind);

/// <summary>JSON of the stored layers, generated at build time.</summary>
[JsonSourceGenerationOptions]
[JsonSerializable(typeof(ImmutableArray<StoredName>))]
[JsonSerializable(typeof(ImmutableArray<TimeExpression>))]
[JsonSerializable(typeof(ImmutableArray<Figure>))]
[JsonSerializable(typeof(ImmutableArray<Entity>))]
[JsonSerializable(typeof(ImmutableArray<Statement>))]
[JsonSerializable(typeof(ImmutableArray<Event>))]
internal sealed partial class LayerJson : JsonSerializerContext;
