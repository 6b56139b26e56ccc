using Parallax.Language.Neural.Layers;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Decoding;

/// <summary>The best sequence of tags under scores for tags and for steps between them. Immutable and thread-safe.</summary>
internal sealed unsafe class Viterbi
{
    private readonly FloatRow _transitions;
    private readonly FloatRow _starts;
    private readonly FloatRow _ends;
    private readonly int _tags;

    /// <summary>Reads <c>NAME.transition</c>, <c>NAME.start</c> and <c>NAME.end</c>.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public Viterbi(TensorFile file, string name, int tags)
    {
        _tags = tags;

        _transitions = new FloatRow(file.Floats(name + ".transition", tags, tags), tags);
        _starts = new FloatRow(file.Floats(name + ".start", tags), tags);
        _ends = new FloatRow(file.Floats(name + ".end", tags), tags);
    }

    /// <summary>Finds the tags of one sequence.</summary>
    /// <param name="pass">Kernels and memory.</param>
    /// <param name="emissions"><c>[count × stride]</c>, rows filled up with minus infinity.</param>
    /// <param name="stride">Distance of rows: the tags filled up to whole registers.</param>
    /// <param name="count">Number of tokens, at least 1.</param>
    /// <param name="tags">Out: a tag for each token.</param>
    public void Decode(Pass pass, float* emissions, int stride, int count, byte* tags)
    {
        (int, int) mark = pass.Memory.Mark();
        float* best = pass.Memory.Take<float>(count * stride);
        float* ends = pass.Memory.Take<float>(stride);
        pass.Floats.Add(_starts.Start, emissions, stride, best);
        pass.Floats.BestPaths(emissions, count, stride, _transitions.Start, _tags, best);
        pass.Floats.Add(best + ((nint)(count - 1) * stride), _ends.Start, stride, ends);
        int last = pass.Floats.Greatest(ends, stride);
        tags[count - 1] = (byte)last;
        for (int token = count - 2; token >= 0; token--)
        {
            last = Before(best + ((nint)token * stride), last);
            tags[token] = (byte)last;
        }

        pass.Memory.Release(mark);
    }

    // The tag from which the best path came to `tag`: the same sums as on the way forward, so the first that equals the greatest.
    private int Before(float* best, int tag)
    {
        int place = 0;
        float greatest = best[0] + _transitions.Start[tag];
        for (int from = 1; from < _tags; from++)
        {
            float score = best[from] + _transitions.Row(from)[tag];
            if (score > greatest)
            {
                greatest = score;
                place = from;
            }
        }

        return place;
    }
}
