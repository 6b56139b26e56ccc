using System.Collections.Immutable;
using Parallax.Language.Neural.Decoding;
using Parallax.Language.Neural.Input;
using Parallax.Language.Neural.Kernels;
using Parallax.Language.Neural.Layers;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Heads;

/// <summary>Dependency trees: biaffine arcs, then a label for each chosen arc. Immutable and thread-safe.</summary>
internal sealed unsafe class ParseHead
{
    private const int Lanes = 16;
    private const string Distance = "parse.arc.distance";

    private readonly Linear _arcDependent;
    private readonly Linear _arcHead;
    private readonly Linear _bilinear;
    private readonly Linear? _distance;
    private readonly int _reach;
    private readonly FloatRow _arcRoot;
    private readonly Linear _labelDependent;
    private readonly Linear _labelHead;
    private readonly Linear _labelOut;
    private readonly FloatRow _labelRoot;

    /// <summary>Reads the tensors of <c>parse</c>.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public ParseHead(TensorFile file, NetworkDescription description, int width)
    {
        const int Largest = 1024;
        Labels = description.Labels("parse.labels");
        int arc = description.Number("parse.arc", Lanes, Largest), label = description.Number("parse.label", Lanes, Largest);
        _arcDependent = new Linear(file, "parse.arc.dependent", arc, width);
        _arcHead = new Linear(file, "parse.arc.head", arc, width);
        _bilinear = new Linear(file, "parse.arc.bilinear", arc, arc);
        if (file.Has(Distance + ".weight"))
        {
            _reach = description.Number("parse.reach", 1, Largest);
            _distance = new Linear(file, Distance, (2 * _reach) + 1, arc);
        }

        _arcRoot = new FloatRow(file.Floats("parse.arc.root", arc), arc);
        _labelDependent = new Linear(file, "parse.label.dependent", label, width);
        _labelHead = new Linear(file, "parse.label.head", label, width);
        _labelOut = new Linear(file, "parse.label.out", Labels.Length, label);
        _labelRoot = new FloatRow(file.Floats("parse.label.root", label), label);
        if (arc % Lanes != 0 || label % Lanes != 0)
        {
            throw new ModelException($"The widths parse.arc ({arc}) and parse.label ({label}) must be multiples of {Lanes}.");
        }
    }

    /// <summary>The relations.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>The matrices that read the state.</summary>
    public IEnumerable<Linear> StateInputs => [_arcDependent, _arcHead, _labelDependent, _labelHead];

    /// <summary>Finds head and relation of each row.</summary>
    /// <param name="pass">Kernels and memory.</param>
    /// <param name="batch">The states.</param>
    /// <param name="heads">Out: 0 for the root of its sentence, else the number of the head in it, from 1.</param>
    /// <param name="labels">Out: the relation.</param>
    public void Decode(Pass pass, StateBatch batch, int* heads, ushort* labels)
    {
        (int, int) mark = pass.Memory.Mark();
        byte* dependents = _arcDependent.ApplyRectified(pass, batch.Activations, batch.Rows, _bilinear);
        float* queries = _bilinear.Apply(pass, dependents, batch.Rows, rectify: false);
        float* distances = _distance is null ? null : _distance.Apply(pass, dependents, batch.Rows, rectify: false);
        float* keys = _arcHead.Apply(pass, batch.Activations, batch.Rows, rectify: true);
        for (int s = 0; s < batch.Sequences.Count; s++)
        {
            (int, int) inner = pass.Memory.Mark();
            int first = batch.Sequences.First(s), count = batch.Sequences.Length(s);
            float* scores = Arcs(pass, queries, keys, distances, first, count);
            TreeDecoder.Decode(pass.Memory, scores, ArcStride(count), count, QuoteState.HasMark(batch.Quotes.Slice(first, count)), heads + first);
            pass.Memory.Release(inner);
        }

        pass.Memory.Release(mark);
        Label(pass, batch, heads, labels);
    }

    /// <summary>Distance of the rows of <see cref="Arcs(Pass, StateBatch, int)"/>.</summary>
    public static int ArcStride(int count) => (count + 1 + Lanes - 1) / Lanes * Lanes;

    /// <summary>Scores of all arcs of a sentence, <c>[count × ArcStride]</c>; column 0 is the root.</summary>
    public float* Arcs(Pass pass, StateBatch batch, int sequence)
    {
        byte* dependents = _arcDependent.ApplyRectified(pass, batch.Activations, batch.Rows, _bilinear);
        float* queries = _bilinear.Apply(pass, dependents, batch.Rows, rectify: false);
        float* distances = _distance is null ? null : _distance.Apply(pass, dependents, batch.Rows, rectify: false);
        float* keys = _arcHead.Apply(pass, batch.Activations, batch.Rows, rectify: true);
        return Arcs(pass, queries, keys, distances, batch.Sequences.First(sequence), batch.Sequences.Length(sequence));
    }

    /// <summary>Scores of all relations of chosen arcs, <c>[rows × stride]</c>.</summary>
    public float* LabelScores(Pass pass, StateBatch batch, int* heads, out int stride)
    {
        int width = _labelRoot.Width;
        float* dependents = _labelDependent.Apply(pass, batch.Activations, batch.Rows, rectify: false);
        float* governors = _labelHead.Apply(pass, batch.Activations, batch.Rows, rectify: false);
        byte* activations = pass.Memory.Take<byte>(batch.Rows * width);
        for (int s = 0; s < batch.Sequences.Count; s++)
        {
            int first = batch.Sequences.First(s), end = first + batch.Sequences.Length(s);
            for (int row = first; row < end; row++)
            {
                float* governor = heads[row] == 0 ? _labelRoot.Start : governors + ((nint)(first + heads[row] - 1) * width);
                pass.Floats.AddRectifiedQuantise(
                    dependents + ((nint)row * width), governor, width, _labelOut.Quant, activations + ((nint)row * width));
            }
        }

        stride = _labelOut.Stride;
        return _labelOut.Apply(pass, activations, batch.Rows, rectify: false);
    }

    private void Label(Pass pass, StateBatch batch, int* heads, ushort* labels)
    {
        (int, int) mark = pass.Memory.Mark();
        float* scores = LabelScores(pass, batch, heads, out int stride);
        for (int row = 0; row < batch.Rows; row++)
        {
            labels[row] = (ushort)pass.Floats.Greatest(scores + ((nint)row * stride), stride);
        }

        pass.Memory.Release(mark);
    }

    private float* Arcs(Pass pass, float* queries, float* keys, float* distances, int first, int count)
    {
        int width = _arcRoot.Width, stride = ArcStride(count);
        float* columns = pass.Memory.Take<float>(width * stride);
        float* scores = pass.Memory.Take<float>(count * stride);
        Transposition.Apply(keys + ((nint)first * width), width, count, width, columns + 1, stride);
        for (int d = 0; d < width; d++)
        {
            columns[(nint)d * stride] = _arcRoot.Start[d];
        }

        pass.Floats.Dots(queries + ((nint)first * width), width, count, columns, count + 1, stride, width, scores);
        for (int row = 0; _distance is not null && row < count; row++)
        {
            AddDistances(scores + ((nint)row * stride) + 1, distances + ((nint)(first + row) * _distance.Stride), row, count);
        }

        return scores;
    }

    /// <summary>Adds to the scores of the tokens of a sentence as heads what the dependent at <paramref name="row"/> gives for their distance from it.</summary>
    private void AddDistances(float* scores, float* distances, int row, int count)
    {
        for (int head = 0; head < count; head++)
        {
            scores[head] += distances[Math.Clamp(head - row, -_reach, _reach) + _reach];
        }
    }
}
