using Parallax.Language.Neural.Input;
using Parallax.Language.Neural.Layers;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural;

/// <summary>From form vectors to states: convolutions, attention, norm. Knows nothing of the heads. Immutable and thread-safe.</summary>
internal sealed unsafe class Encoder
{
    private const int QuoteStates = 4;
    private const int Parts = 2;

    private readonly FormConvolution? _formConvolution;
    private readonly Convolution[] _convolutions;
    private readonly Attention[] _attentions;
    private readonly Norm _norm;
    private readonly FloatRow _quotes;
    private readonly FloatRow _parts;

    /// <summary>Reads the tensors of the encoder.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public Encoder(TensorFile file, int width, int convolutions, int attentions, int reach)
    {
        Width = width;
        _quotes = new FloatRow(file.Floats("quote.table", QuoteStates, width), width);
        _parts = new FloatRow(file.Floats("part.table", Parts, width), width);
        _formConvolution = convolutions > 0 ? new FormConvolution(file, "conv.0", width) : null;
        _convolutions = new Convolution[Math.Max(0, convolutions - 1)];
        for (int i = 0; i < _convolutions.Length; i++)
        {
            _convolutions[i] = new Convolution(file, $"conv.{i + 1}", width);
        }

        _attentions = Attention.ReadAll(file, "attention", attentions, width, reach);
        _norm = new Norm(file, "state.norm", width);
    }

    /// <summary>Numbers of a state.</summary>
    public int Width { get; }

    /// <summary>Encodes the sequences of a batch.</summary>
    /// <param name="pass">Kernels and memory.</param>
    /// <param name="forms">The vectors of the forms.</param>
    /// <param name="places">Place of each token's form in <paramref name="forms"/>.</param>
    /// <param name="quotes">Quote state of each token, 0 to 3.</param>
    /// <param name="parts">Of each token: 1 in titles and headings, else 0.</param>
    /// <param name="sequences">Sentences, none longer than <see cref="Attention.LongestSequence"/>.</param>
    /// <param name="trace">Called with name and rows after each step, in tests; null otherwise.</param>
    /// <returns>The states, <c>[tokens × Width]</c>, in the memory of the pass.</returns>
    public float* Encode(
        Pass pass, FormCache forms, int* places, byte* quotes, byte* parts, Sequences sequences, Action<string, nint>? trace = null)
    {
        int count = sequences.Rows;
        float* rows = pass.Memory.Take<float>(count * Width);
        for (int token = 0; token < count; token++)
        {
            float* row = rows + ((nint)token * Width);
            pass.Floats.Add(forms.Vector(places[token]), _quotes.Row(quotes[token]), _parts.Row(parts[token]), Width, row);
        }

        if (_formConvolution is not null)
        {
            _formConvolution.Apply(pass, rows, forms.Products, places, quotes, parts, sequences);
            trace?.Invoke("conv.0", (nint)rows);
        }

        for (int i = 0; i < _convolutions.Length; i++)
        {
            _convolutions[i].Apply(pass, rows, sequences);
            trace?.Invoke($"conv.{i + 1}", (nint)rows);
        }

        for (int i = 0; i < _attentions.Length; i++)
        {
            _attentions[i].Apply(pass, rows, sequences);
            trace?.Invoke($"attention.{i}", (nint)rows);
        }

        _norm.Apply(pass, rows, count, rows);
        trace?.Invoke("state", (nint)rows);
        return rows;
    }
}
