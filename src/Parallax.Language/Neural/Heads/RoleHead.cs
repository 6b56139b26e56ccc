using System.Collections.Immutable;
using Parallax.Language.Neural.Decoding;
using Parallax.Language.Neural.Layers;
using Parallax.Language.Neural.Weights;

namespace Parallax.Language.Neural.Heads;

/// <summary>Attribution roles over windows of several sentences: attention of its own over the states, BIO tags with Viterbi, and links from spans to cues. Immutable and thread-safe.</summary>
internal sealed unsafe class RoleHead
{
    private const int BoundaryKinds = 3;
    private const int Depths = 2;

    private readonly int _width;
    private readonly FloatRow _boundaries;
    private readonly FloatRow _depths;
    private readonly Attention[] _attentions;
    private readonly Norm _norm;
    private readonly Linear _out;
    private readonly Viterbi _viterbi;
    private readonly Linear _linkSource;
    private readonly Linear _linkTarget;
    private readonly FloatRow _linkNone;

    /// <summary>Reads the tensors of <c>roles</c>.</summary>
    /// <exception cref="ModelException">One is missing or has another type or shape.</exception>
    public RoleHead(TensorFile file, NetworkDescription description, int width)
    {
        const int MostAttentions = 16;
        _width = width;
        Tags = description.Labels("roles.tags");
        Window = description.Number("roles.window", 1, Attention.LongestSequence);
        WindowBreak = description.Number("roles.windowBreak", 1, Window);
        int reach = description.Number("roles.reach", 1, Attention.LongestSequence);
        int link = description.Number("roles.link", 1, width);
        _boundaries = new FloatRow(file.Floats("roles.boundary", BoundaryKinds, width), width);
        _depths = new FloatRow(file.Floats("roles.depth", Depths, width), width);
        _attentions = Attention.ReadAll(file, "roles.attention", description.Number("roles.attentions", 0, MostAttentions), width, reach);
        _norm = new Norm(file, "roles.norm", width);
        _out = new Linear(file, "roles.out", Tags.Length, width);
        _viterbi = new Viterbi(file, "roles", Tags.Length);
        _linkSource = new Linear(file, "roles.link.source", link, width);
        _linkTarget = new Linear(file, "roles.link.target", link, width);
        _linkNone = new FloatRow(file.Floats("roles.link.none", link), link);
    }

    /// <summary>The BIO tags; the first is "nothing".</summary>
    public ImmutableArray<string> Tags { get; }

    /// <summary>Tokens of a window, unless one sentence alone has more.</summary>
    public int Window { get; }

    /// <summary>Tokens from which the next paragraph opens a new window.</summary>
    public int WindowBreak { get; }

    /// <summary>The role states of windows, <c>[rows × width]</c>.</summary>
    /// <param name="pass">Kernels and memory.</param>
    /// <param name="states">States of the tokens, row after row.</param>
    /// <param name="places">Of each token of the windows its row in <paramref name="states"/>; null where these are the tokens of the windows.</param>
    /// <param name="boundaries">Of each token: 2 where a paragraph or the window begins, 1 where another sentence does, else 0.</param>
    /// <param name="depth">0 for windows of the text, 1 for the content of a statement.</param>
    /// <param name="windows">The windows.</param>
    public float* States(Pass pass, float* states, int* places, byte* boundaries, int depth, Sequences windows)
    {
        float* rows = pass.Memory.Take<float>(windows.Rows * _width);
        for (int token = 0; token < windows.Rows; token++)
        {
            float* row = rows + ((nint)token * _width);
            pass.Floats.Add(states + ((nint)(places is null ? token : places[token]) * _width), _boundaries.Row(boundaries[token]), _depths.Row(depth), _width, row);
        }

        foreach (Attention attention in _attentions)
        {
            attention.Apply(pass, rows, windows);
        }

        _norm.Apply(pass, rows, windows.Rows, rows);
        return rows;
    }

    /// <summary>Emissions of role states, <c>[rows × stride]</c>.</summary>
    public float* Emissions(Pass pass, float* roleStates, int rows, out int stride)
    {
        stride = _out.Stride;
        return _out.Apply(pass, roleStates, rows, rectify: false);
    }

    /// <summary>The tags of each token of the windows.</summary>
    public void Decode(Pass pass, float* roleStates, Sequences windows, byte* tags)
    {
        (int, int) mark = pass.Memory.Mark();
        float* emissions = Emissions(pass, roleStates, windows.Rows, out int stride);
        for (int w = 0; w < windows.Count; w++)
        {
            int first = windows.First(w);
            _viterbi.Decode(pass, emissions + ((nint)first * stride), stride, windows.Length(w), tags + first);
        }

        pass.Memory.Release(mark);
    }

    /// <summary>Both sides of the links: rows of sources and of targets, each at the returned distance.</summary>
    public int Links(Pass pass, float* roleStates, int rows, out float* sources, out float* targets)
    {
        sources = _linkSource.Apply(pass, roleStates, rows, rectify: false);
        targets = _linkTarget.Apply(pass, roleStates, rows, rectify: false);
        return _linkSource.Stride;
    }

    /// <summary>Score of the link from a row of sources to a row of targets; null stands for "no cue".</summary>
    public float LinkScore(float* source, float* target)
    {
        target = target is null ? _linkNone.Start : target;
        float sum = source[0] * target[0];
        for (int d = 1; d < _linkNone.Width; d++)
        {
            sum += source[d] * target[d];
        }

        return sum;
    }
}
