using Parallax.Language.Neural.Layers;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Heads;

/// <summary>One number a token through one hidden layer: factuality. Immutable and thread-safe.</summary>
internal sealed unsafe class ScoreHead
{
    private readonly Linear _hidden;
    private readonly Linear _out;
    private readonly int _least;
    private readonly int _most;

    /// <summary>Reads the tensors of <paramref name="name"/>, whose bounds stand at <c>NAME.least</c> and <c>NAME.most</c> of the description.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public ScoreHead(TensorFile file, NetworkDescription description, string name, int width)
    {
        const int Bound = 1000;
        int hidden = file.Shape(name + ".hidden.weight")[0];
        _hidden = new Linear(file, name + ".hidden", hidden, width);
        _out = new Linear(file, name + ".out", 1, hidden);
        _least = description.Number(name + ".least", -Bound, Bound);
        _most = description.Number(name + ".most", -Bound, Bound);
    }

    /// <summary>The matrix that reads the state.</summary>
    public Linear StateInput => _hidden;

    /// <summary>The numbers, not yet cut to the bounds, <c>[rows × stride]</c>, the first of each row.</summary>
    public float* Scores(Pass pass, StateBatch batch, out int stride)
    {
        stride = _out.Stride;
        return _out.Apply(pass, _hidden.ApplyRectified(pass, batch.Activations, batch.Rows, _out), batch.Rows, rectify: false);
    }

    /// <summary>The number of each row, within the bounds.</summary>
    public void Apply(Pass pass, StateBatch batch, Span<float> values)
    {
        (int, int) mark = pass.Memory.Mark();
        float* scores = Scores(pass, batch, out int stride);
        for (int row = 0; row < batch.Rows; row++)
        {
            float score = scores[(nint)row * stride];
            values[row] = score < _least ? _least : score > _most ? _most : score;
        }

        pass.Memory.Release(mark);
    }
}
