using System.Collections.Immutable;
using Parallax.Language.Neural.Decoding;
using Parallax.Language.Neural.Layers;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Heads;

/// <summary>BIO tags of the sentences of a batch through one hidden layer and Viterbi: names. Immutable and thread-safe.</summary>
internal sealed unsafe class SequenceHead
{
    private readonly Linear _hidden;
    private readonly Linear _out;
    private readonly Viterbi _viterbi;

    /// <summary>Reads the tensors of <paramref name="name"/>, whose tags stand at <c>NAME.tags</c> of the description.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public SequenceHead(TensorFile file, NetworkDescription description, string name, int width)
    {
        Tags = description.Labels(name + ".tags");
        if (Tags.Length > byte.MaxValue)
        {
            throw new ModelException($"“{name}.tags” has {Tags.Length} tags; 255 is the most.");
        }

        int hidden = file.Shape(name + ".hidden.weight")[0];
        _hidden = new Linear(file, name + ".hidden", hidden, width);
        _out = new Linear(file, name + ".out", Tags.Length, hidden);
        _viterbi = new Viterbi(file, name, Tags.Length);
    }

    /// <summary>The tags; the first is "nothing".</summary>
    public ImmutableArray<string> Tags { get; }

    /// <summary>The matrix that reads the state.</summary>
    public Linear StateInput => _hidden;

    /// <summary>Emissions, <c>[rows × stride]</c>.</summary>
    public float* Emissions(Pass pass, StateBatch batch, out int stride)
    {
        stride = _out.Stride;
        return _out.Apply(pass, _hidden.ApplyRectified(pass, batch.Activations, batch.Rows, _out), batch.Rows, rectify: false);
    }

    /// <summary>The tags of each row.</summary>
    public void Decode(Pass pass, StateBatch batch, byte* tags)
    {
        (int, int) mark = pass.Memory.Mark();
        float* emissions = Emissions(pass, batch, out int stride);
        for (int s = 0; s < batch.Sequences.Count; s++)
        {
            int first = batch.Sequences.First(s);
            _viterbi.Decode(pass, emissions + ((nint)first * stride), stride, batch.Sequences.Length(s), tags + first);
        }

        pass.Memory.Release(mark);
    }
}
