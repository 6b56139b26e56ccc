using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Language.Neural;
using Parallax.Language.Tokens;

namespace Parallax.Quality.Corpora;

/// <summary>Reads raw texts with the installed network, coreference and events.</summary>
public sealed class TextReading
{
    private readonly NeuralReader _reader;
    private readonly CoreferenceAnnotator _coreference = new();
    private readonly EventAnnotator _events = new();

    /// <summary>Opens the installed network.</summary>
    public TextReading() => _reader = new NeuralReader(NeuralModel.OpenInstalled());

    /// <summary>A text as one block, with tokens, names, factuality scores, entities and events.</summary>
    public AnnotatedReport Read(string text)
    {
        AnnotatedReport report = Network(text);
        return _events.Annotate(_coreference.Annotate(report));
    }

    /// <summary>A text with what the network gives alone.</summary>
    public AnnotatedReport Network(string text)
    {
        SourceText source = new(text);
        ImmutableArray<TextBlock> blocks = Blocks(text);
        Report report = new()
        {
            Id = "r" + source.Sha256[..10], Sha256 = source.Sha256, Files = ["text"], Received = source, Text = source, Map = TextMap.Identity(text.Length), Blocks = blocks,
        };
        TokenizedText tokens = Tokenizer.Read(source, blocks);
        return Layers(new AnnotatedReport(report), _reader.Read(source, tokens.Sentences, tokens.Starts, tokens.Ends));
    }

    private static ImmutableArray<TextBlock> Blocks(string text)
    {
        ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>();
        int start = 0;
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.Length > 0)
            {
                blocks.Add(new TextBlock(new TextSpan(start + line.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length), TextPart.Body));
            }

            start += line.Length + 1;
        }

        return blocks.ToImmutable();
    }

    private static AnnotatedReport Layers(AnnotatedReport report, NeuralReading reading)
    {
        List<NameMention> names = [];
        for (int first = 0; first < reading.Tokens.Count;)
        {
            string tag = reading.NameTags[first];
            int end = first + 1;
            if (tag.Length > 2 && KindOf(tag[2..]) is { } kind)
            {
                while (end < reading.Tokens.Count && reading.NameTags[end] == "I-" + tag[2..] && reading.Tokens.SentenceOf(end) == reading.Tokens.SentenceOf(first))
                {
                    end++;
                }

                names.Add(new NameMention(reading.Tokens.Span(first, end), first, end - first, kind));
            }

            first = end;
        }

        return report.With(ReportLayers.Tokens, reading.Tokens).With(ReportLayers.Names, new Layer<NameMention>(names)).With(ReportLayers.FactualityScores, reading.Factuality);
    }

    private static NameKind? KindOf(string label) => label switch
    {
        "PERSON" => NameKind.Person,
        "ORG" => NameKind.Organization,
        "PLACE" => NameKind.Place,
        "NORP" => NameKind.Norp,
        "EVENT" => NameKind.Event,
        "PRODUCT" or "WEAPON" => NameKind.Product,
        "DATE" => null,
        _ => NameKind.Other,
    };
}
