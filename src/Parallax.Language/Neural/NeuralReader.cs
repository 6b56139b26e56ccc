using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Neural.Kernels;
using Parallax.Language.Neural.Layers;

namespace Parallax.Language.Neural;

/// <summary>Reads texts with a network: from sentences and tokens to all that its heads give, in one pass. Thread-safe; keeps the memory of finished calls for later ones.</summary>
/// <remarks>The result depends on the text, its sentences and tokens and the weights alone: not on processor, threads, batches, or what was read before.</remarks>
public sealed class NeuralReader
{
    private readonly NeuralModel _model;
    private readonly IntegerKernel _integers;
    private readonly FloatKernel _floats;
    private readonly int _batch;
    private readonly ConcurrentBag<ReadingState> _idle = [];

    /// <summary>Makes a reader with the fastest kernels of this processor.</summary>
    public NeuralReader(NeuralModel model)
        : this(model, IntegerKernel.Supported[0], FloatKernel.Supported[0], DefaultBatch)
    {
    }

    /// <summary>Makes a reader with chosen kernels; <paramref name="batch"/> is the number of tokens from which no further window joins a batch.</summary>
    internal NeuralReader(NeuralModel model, IntegerKernel integers, FloatKernel floats, int batch)
    {
        _model = model;
        _integers = integers;
        _floats = floats;
        _batch = batch;
    }

    /// <summary>Tokens of a batch: what it needs stays in the second-level cache.</summary>
    internal const int DefaultBatch = 128;

    /// <summary>Names of the instruction sets in use, for reports of measurements.</summary>
    public string Kernels => $"{_integers.Name} and {_floats.Name}";

    /// <summary>Reads a text.</summary>
    /// <param name="text">The article text.</param>
    /// <param name="sentences">Its sentences in text order; together they hold all tokens.</param>
    /// <param name="starts">First UTF-16 code unit of each token.</param>
    /// <param name="ends">First code unit after each token.</param>
    /// <param name="parts">What to compute.</param>
    /// <exception cref="ArgumentException">The columns differ in length, the sentences do not hold all tokens in order, or a token lies outside the text.</exception>
    public NeuralReading Read(SourceText text, ImmutableArray<Sentence> sentences, int[] starts, int[] ends, ReadingParts parts = ReadingParts.All)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(ends);
        if (starts.Length != ends.Length)
        {
            throw new ArgumentException($"{starts.Length} starts and {ends.Length} ends of tokens were given.", nameof(ends));
        }

        int covered = 0;
        foreach (Sentence sentence in sentences)
        {
            if (sentence.FirstToken != covered || sentence.TokenCount < 1)
            {
                throw new ArgumentException($"A sentence begins at token {sentence.FirstToken} and has {sentence.TokenCount}; token {covered} was expected.", nameof(sentences));
            }

            covered = sentence.EndToken;
        }

        if (covered != starts.Length)
        {
            throw new ArgumentException($"The sentences hold {covered} of {starts.Length} tokens.", nameof(sentences));
        }

        for (int i = 0; i < starts.Length; i++)
        {
            if (starts[i] < 0 || ends[i] < starts[i] || text.Length < ends[i])
            {
                throw new ArgumentException($"The token {i} at [{starts[i]}..{ends[i]}) does not lie in the text of {text.Length} units.", nameof(starts));
            }
        }

        if (!_idle.TryTake(out ReadingState? state))
        {
            state = new ReadingState(_model, new Pass(_integers, _floats), _batch);
        }

        try
        {
            return state.Read(text, sentences, starts, ends, parts);
        }
        finally
        {
            _idle.Add(state);
        }
    }
}
