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

        // Turned, so that all scores of steps to one tag stand together.
        ReadOnlySpan<float> steps = file.Floats(name + ".transition", tags, tags);
        float[] turned = new float[tags * tags];
        for (int from = 0; from < tags; from++)
        {
            for (int to = 0; to < tags; to++)
            {
                turned[(to * tags) + from] = steps[(from * tags) + to];
            }
        }

        _transitions = new FloatRow(turned, tags);
        _starts = new FloatRow(file.Floats(name + ".start", tags), tags);
        _ends = new FloatRow(file.Floats(name + ".end", tags), tags);
    }

    /// <summary>Finds the tags of one sequence.</summary>
    /// <param name="memory">Memory of the pass.</param>
    /// <param name="emissions"><c>[count × stride]</c>.</param>
    /// <param name="stride">Distance of rows.</param>
    /// <param name="count">Number of tokens, at least 1.</param>
    /// <param name="tags">Out: a tag for each token.</param>
    public void Decode(Workspace memory, float* emissions, int stride, int count, byte* tags)
    {
        (int, int) mark = memory.Mark();
        float* best = memory.Take<float>(_tags);
        float* next = memory.Take<float>(_tags);
        byte* back = memory.Take<byte>(count * _tags);
        for (int tag = 0; tag < _tags; tag++)
        {
            best[tag] = _starts.Start[tag] + emissions[tag];
        }

        for (int token = 1; token < count; token++)
        {
            float* emission = emissions + ((nint)token * stride);
            byte* from = back + ((nint)token * _tags);
            for (int tag = 0; tag < _tags; tag++)
            {
                float* steps = _transitions.Row(tag);
                int place = 0;
                float greatest = best[0] + steps[0];
                for (int i = 1; i < _tags; i++)
                {
                    float score = best[i] + steps[i];
                    if (score > greatest)
                    {
                        greatest = score;
                        place = i;
                    }
                }

                from[tag] = (byte)place;
                next[tag] = greatest + emission[tag];
            }

            float* other = best;
            best = next;
            next = other;
        }

        for (int tag = 0; tag < _tags; tag++)
        {
            best[tag] += _ends.Start[tag];
        }

        int last = Greatest.Place(best, _tags);
        for (int token = count - 1; token > 0; token--)
        {
            tags[token] = (byte)last;
            last = back[(token * _tags) + last];
        }

        tags[0] = (byte)last;
        memory.Release(mark);
    }
}
