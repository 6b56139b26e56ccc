using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Language.Neural;

namespace Parallax.Quality.Corpora;

/// <summary>Reads raw texts with the installed network, coreference and events.</summary>
public sealed class TextReading
{
    private readonly NetworkAnnotator _network;
    private readonly CoreferenceAnnotator _coreference = new();
    private readonly EventAnnotator _events = new();

    /// <summary>Opens the installed network.</summary>
    public TextReading()
    {
        NeuralModel model = NeuralModel.OpenInstalled();
        _network = new NetworkAnnotator(new NeuralReader(model), model.Version);
    }

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
        return _network.Annotate(new AnnotatedReport(report));
    }

    /// <summary>A report with what the network gives alone.</summary>
    public AnnotatedReport Network(Report report) => _network.Annotate(new AnnotatedReport(report));

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
}
