using Parallax.Core.Layers;
using Parallax.Language.Neural.Heads;
using Parallax.Language.Neural.Layers;

namespace Parallax.Language.Neural;

/// <summary>Reads the attribution roles of the windows of a batch, and then those inside the contents found. One thread at a time.</summary>
internal sealed unsafe class RoleReading
{
    /// <summary>Boundary of a token inside a sentence.</summary>
    public const byte Inner = 0;

    /// <summary>Boundary of the first token of a sentence.</summary>
    public const byte Sentence = 1;

    /// <summary>Boundary of the first token of a paragraph or a window.</summary>
    public const byte Paragraph = 2;

    private const string Cue = "cue";
    private const string Content = "content";

    private readonly RoleHead _head;
    private readonly int _width;
    private readonly string[] _labels;
    private readonly bool[] _begins;

    // Spans of one window of the text or of one content, and the contents of the batch with their windows.
    private readonly List<RoleSpan> _spans = [];
    private readonly List<(int First, int Count)> _contents = [];

    /// <summary>Makes the reading of a head.</summary>
    public RoleReading(RoleHead head, int width)
    {
        _head = head;
        _width = width;
        (_labels, _begins) = (new string[head.Tags.Length], new bool[head.Tags.Length]);
        for (int i = 0; i < _labels.Length; i++)
        {
            string tag = head.Tags[i];
            (_labels[i], _begins[i]) = (tag.Length > 2 ? tag[2..] : string.Empty, tag.StartsWith("B-", StringComparison.Ordinal));
        }
    }

    /// <summary>Reads a batch.</summary>
    /// <param name="pass">Kernels and memory.</param>
    /// <param name="batch">The states.</param>
    /// <param name="boundaries">Boundary of each token; that of the first of each window is changed.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="first">Token index of the first row.</param>
    /// <param name="columns">Out: tags and spans.</param>
    public void Read(Pass pass, StateBatch batch, byte* boundaries, Sequences windows, int first, ReadingColumns columns)
    {
        for (int w = 0; w < windows.Count; w++)
        {
            boundaries[windows.First(w)] = Paragraph;
        }

        float* outer = _head.States(pass, batch.States, boundaries, 0, windows);
        byte* tags = pass.Memory.Take<byte>(batch.Rows);
        _head.Decode(pass, outer, windows, tags);
        new ReadOnlySpan<byte>(tags, batch.Rows).CopyTo(columns.RoleTags.AsSpan(first));
        int stride = _head.Links(pass, outer, batch.Rows, out float* sources, out float* targets);
        Inside inside = ReadContents(pass, batch, boundaries, windows, tags);
        int content = 0;
        for (int w = 0; w < windows.Count; w++)
        {
            Gather(tags, windows.First(w), windows.Length(w), windows.First(w), -1, sources, targets, stride);
            int begin = Add(columns, first);
            int end = columns.Roles.Count;
            for (int i = begin; i < end; i++)
            {
                if (columns.Roles[i].Role == Content)
                {
                    Gather(inside.Tags, inside.Windows.First(content), inside.Windows.Length(content), columns.Roles[i].FirstToken - first, i, inside.Sources, inside.Targets, inside.Stride);
                    Add(columns, first);
                    content++;
                }
            }
        }
    }

    // All contents of the batch are windows of one pass, in order.
    private Inside ReadContents(Pass pass, StateBatch batch, byte* boundaries, Sequences windows, byte* tags)
    {
        _contents.Clear();
        int rows = 0;
        for (int w = 0; w < windows.Count; w++)
        {
            Gather(tags, windows.First(w), windows.Length(w), windows.First(w), -1, null, null, 0);
            foreach (RoleSpan span in _spans)
            {
                if (span.Role == Content)
                {
                    _contents.Add((span.FirstToken, span.TokenCount));
                    rows += span.TokenCount;
                }
            }
        }

        if (rows == 0)
        {
            return default;
        }

        int* bounds = pass.Memory.Take<int>(_contents.Count + 1);
        float* states = pass.Memory.Take<float>(rows * _width);
        byte* inner = pass.Memory.Take<byte>(rows);
        int at = 0;
        for (int i = 0; i < _contents.Count; i++)
        {
            (int from, int count) = _contents[i];
            bounds[i] = at;
            new ReadOnlySpan<float>(batch.States + ((nint)from * _width), count * _width).CopyTo(new Span<float>(states + ((nint)at * _width), count * _width));
            new ReadOnlySpan<byte>(boundaries + from, count).CopyTo(new Span<byte>(inner + at, count));
            inner[at] = Paragraph;
            at += count;
        }

        bounds[_contents.Count] = rows;
        Sequences contents = new((nint)bounds, _contents.Count);
        float* role = _head.States(pass, states, inner, 1, contents);
        byte* innerTags = pass.Memory.Take<byte>(rows);
        _head.Decode(pass, role, contents, innerTags);
        int stride = _head.Links(pass, role, rows, out float* sources, out float* targets);
        return new Inside(contents, innerTags, sources, targets, stride);
    }

    // The spans of one window into _spans: rows from `row`, tokens from `token` on; with links where the link rows are given.
    private void Gather(byte* tags, int row, int count, int token, int parent, float* sources, float* targets, int stride)
    {
        _spans.Clear();
        for (int i = 0; i < count;)
        {
            int tag = tags[row + i];
            int begin = i++;
            if (_labels[tag].Length == 0)
            {
                continue;
            }

            while (i < count && !_begins[tags[row + i]] && SameLabel(tags[row + i], tag))
            {
                i++;
            }

            _spans.Add(new RoleSpan(_labels[tag], token + begin, i - begin, parent, -1));
        }

        if (sources is not null)
        {
            Link(row - token, sources, targets, stride);
        }
    }

    private bool SameLabel(int tag, int other) => string.Equals(_labels[tag], _labels[other], StringComparison.Ordinal);

    // Each source and content to the cue with the best link from its first token, if better than none; `shift` leads from tokens to rows.
    private void Link(int shift, float* sources, float* targets, int stride)
    {
        for (int i = 0; i < _spans.Count; i++)
        {
            if (_spans[i].Role == Cue)
            {
                _spans[i] = _spans[i] with { Cue = i };
                continue;
            }

            float* source = sources + ((nint)(_spans[i].FirstToken + shift) * stride);
            float greatest = _head.LinkScore(source, null);
            int best = -1;
            for (int j = 0; j < _spans.Count; j++)
            {
                if (_spans[j].Role == Cue)
                {
                    float score = _head.LinkScore(source, targets + ((nint)(_spans[j].FirstToken + shift) * stride));
                    if (score > greatest)
                    {
                        greatest = score;
                        best = j;
                    }
                }
            }

            _spans[i] = _spans[i] with { Cue = best };
        }
    }

    // Adds the gathered spans; returns the place of the first.
    private int Add(ReadingColumns columns, int first)
    {
        int begin = columns.Roles.Count;
        foreach (RoleSpan span in _spans)
        {
            columns.Roles.Add(span with { FirstToken = first + span.FirstToken, Cue = span.Cue < 0 ? -1 : begin + span.Cue });
        }

        return begin;
    }

    private readonly struct Inside(Sequences windows, byte* tags, float* sources, float* targets, int stride)
    {
        public Sequences Windows { get; } = windows;

        public byte* Tags { get; } = tags;

        public float* Sources { get; } = sources;

        public float* Targets { get; } = targets;

        public int Stride { get; } = stride;
    }
}
