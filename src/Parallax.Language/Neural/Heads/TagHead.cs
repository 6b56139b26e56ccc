using System.Collections.Immutable;
using Parallax.Language.Neural.Layers;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Heads;

/// <summary>One label a token, straight from the state: parts of speech, features, lemma scripts. Immutable and thread-safe.</summary>
internal sealed unsafe class TagHead
{
    /// <summary>Reads the tensors of <paramref name="name"/>, whose labels stand at the same place of the description.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public TagHead(TensorFile file, NetworkDescription description, string name, int width)
    {
        Labels = description.Labels(name);
        Linear = new Linear(file, name, Labels.Length, width);
    }

    /// <summary>The labels.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>The matrix.</summary>
    public Linear Linear { get; }

    /// <summary>Scores of all labels, <c>[rows × Linear.Stride]</c>.</summary>
    public float* Scores(Pass pass, StateBatch batch) => Linear.Apply(pass, batch.Activations, batch.Rows, rectify: false);

    /// <summary>Scores of all labels for some rows of the batch, <c>[count × Linear.Stride]</c>.</summary>
    public float* Scores(Pass pass, StateBatch batch, int* rows, int count)
    {
        int* offsets = pass.Memory.Take<int>(count);
        for (int i = 0; i < count; i++)
        {
            offsets[i] = rows[i] * Linear.Matrix.Inputs;
        }

        return Linear.Apply(pass, batch.Activations, offsets, count, rectify: false);
    }

    /// <summary>The best label of each row.</summary>
    public void Choose(Pass pass, StateBatch batch, ushort* labels)
    {
        (int, int) mark = pass.Memory.Mark();
        float* scores = Scores(pass, batch);
        for (int row = 0; row < batch.Rows; row++)
        {
            labels[row] = (ushort)pass.Floats.Greatest(scores + ((nint)row * Linear.Stride), Linear.Stride);
        }

        pass.Memory.Release(mark);
    }
}
