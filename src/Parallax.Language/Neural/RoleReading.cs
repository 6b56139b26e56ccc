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
    /// <param name="boundaries">Boundary of each token.</param>
    /// <param name="takesPart">Of each token 1 where its sentence can take part in an attribution; the windows are read without the others.</param>
    /// <param name="cues">Of each token 1 where it can be the cue of a statement inside a content; a content without one is not read again.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="first">Token index of the first row.</param>
    /// <param name="columns">Out: tags and spans.</param>
    public void Read(Pass pass, StateBatch batch, byte* boundaries, byte* takesPart, byte* cues, Sequences windows, int first, ReadingColumns columns)
    {
        Selection parts = TakingPart(pass, boundaries, takesPart, windows);
        if (parts.Windows.Count == 0)
        {
            return;
        }

        float* outer = _head.States(pass, batch.States, parts.Rows, parts.Boundaries, 0, parts.Windows);
        byte* tags = pass.Memory.Take<byte>(batch.Rows);
        int* places = pass.Memory.Take<int>(batch.Rows);
        Decode(pass, outer, parts, new Span<byte>(tags, batch.Rows), places);
        new ReadOnlySpan<byte>(tags, batch.Rows).CopyTo(columns.RoleTags.AsSpan(first));
        LinkRows links = Links(pass, outer, tags, windows, places);
        Inside inside = ReadContents(pass, batch, boundaries, cues, windows, tags);
        int content = 0;
        for (int w = 0; w < windows.Count; w++)
        {
            Gather(tags, windows.First(w), windows.Length(w), windows.First(w), -1, links);
            int begin = Add(columns, first);
            int end = columns.Roles.Count;
            for (int i = begin; i < end; i++)
            {
                if (IsReadAgain(columns.Roles[i] with { FirstToken = columns.Roles[i].FirstToken - first }, cues))
                {
                    Gather(inside.Tags, inside.Windows.First(content), inside.Windows.Length(content), columns.Roles[i].FirstToken - first, i, inside.Links);
                    Add(columns, first);
                    content++;
                }
            }
        }
    }

    // The windows with only the sentences that take part; a window without any is left out.
    private static Selection TakingPart(Pass pass, byte* boundaries, byte* takesPart, Sequences windows)
    {
        int* bounds = pass.Memory.Take<int>(windows.Count + 1);
        int* rows = pass.Memory.Take<int>(windows.Rows);
        byte* kept = pass.Memory.Take<byte>(windows.Rows);
        int count = 0, window = 0;
        bounds[0] = 0;
        for (int w = 0; w < windows.Count; w++)
        {
            int end = windows.First(w) + windows.Length(w);
            for (int row = windows.First(w); row < end; row++)
            {
                if (takesPart[row] != 0)
                {
                    kept[count] = count == bounds[window] ? Paragraph : boundaries[row];
                    rows[count++] = row;
                }
            }

            if (count > bounds[window])
            {
                bounds[++window] = count;
            }
        }

        return new Selection(rows, kept, new Sequences((nint)bounds, window));
    }

    // Tags of all rows, those that were left out being nothing, and the place of each other among those that were read.
    private void Decode(Pass pass, float* states, Selection parts, Span<byte> tags, int* places)
    {
        byte* read = pass.Memory.Take<byte>(parts.Windows.Rows);
        _head.Decode(pass, states, parts.Windows, read);
        tags.Clear();
        for (int i = 0; i < parts.Windows.Rows; i++)
        {
            tags[parts.Rows[i]] = read[i];
            places[parts.Rows[i]] = i;
        }
    }

    // Whether a span of tokens counted from the first row of the batch is a content that can hold a statement.
    private static bool IsReadAgain(RoleSpan span, byte* cues) => span.Role == Content && new ReadOnlySpan<byte>(cues + span.FirstToken, span.TokenCount).Contains((byte)1);

    // All contents of the batch that can hold a statement are windows of one pass, in order.
    private Inside ReadContents(Pass pass, StateBatch batch, byte* boundaries, byte* cues, Sequences windows, byte* tags)
    {
        _contents.Clear();
        int rows = 0;
        for (int w = 0; w < windows.Count; w++)
        {
            Gather(tags, windows.First(w), windows.Length(w), windows.First(w), -1, default);
            foreach (RoleSpan span in _spans)
            {
                if (IsReadAgain(span, cues))
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
        int* places = pass.Memory.Take<int>(rows);
        byte* inner = pass.Memory.Take<byte>(rows);
        int at = 0;
        for (int i = 0; i < _contents.Count; i++)
        {
            (int from, int count) = _contents[i];
            bounds[i] = at;
            new ReadOnlySpan<byte>(boundaries + from, count).CopyTo(new Span<byte>(inner + at, count));
            inner[at] = Paragraph;
            for (int row = from; row < from + count; row++)
            {
                places[at++] = row;
            }
        }

        bounds[_contents.Count] = rows;
        Sequences contents = new((nint)bounds, _contents.Count);
        float* role = _head.States(pass, batch.States, places, inner, 1, contents);
        byte* innerTags = pass.Memory.Take<byte>(rows);
        _head.Decode(pass, role, contents, innerTags);
        return new Inside(contents, innerTags, Links(pass, role, innerTags, contents, null));
    }

    // Both sides of the links of the rows at which spans begin; no other row is asked for one. The states of a row stand at its place, if places are given.
    private LinkRows Links(Pass pass, float* states, byte* tags, Sequences windows, int* places)
    {
        int* begins = pass.Memory.Take<int>(windows.Rows);
        float* chosen = pass.Memory.Take<float>(windows.Rows * _width);
        int count = 0;
        for (int w = 0; w < windows.Count; w++)
        {
            int first = windows.First(w), end = first + windows.Length(w);
            for (int row = first; row < end; row++)
            {
                if (_labels[tags[row]].Length > 0 && (row == first || Begins(tags[row], tags[row - 1])))
                {
                    int place = places is null ? row : places[row];
                    new ReadOnlySpan<float>(states + ((nint)place * _width), _width).CopyTo(new Span<float>(chosen + ((nint)count * _width), _width));
                    begins[row] = count++;
                }
            }
        }

        int stride = _head.Links(pass, chosen, count, out float* sources, out float* targets);
        return new LinkRows(begins, sources, targets, stride);
    }

    // Whether a tag that is not "nothing" begins a span behind the tag before it.
    private bool Begins(int tag, int before) => _begins[tag] || !SameLabel(tag, before);

    // The spans of one window into _spans: rows from `row`, tokens from `token` on; with links where the link rows are given.
    private void Gather(byte* tags, int row, int count, int token, int parent, LinkRows links)
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

            while (i < count && !Begins(tags[row + i], tag))
            {
                i++;
            }

            _spans.Add(new RoleSpan(_labels[tag], token + begin, i - begin, parent, -1));
        }

        if (links.IsGiven)
        {
            Link(row - token, links);
        }
    }

    private bool SameLabel(int tag, int other) => string.Equals(_labels[tag], _labels[other], StringComparison.Ordinal);

    // Each source and content to the cue with the best link from its first token, if better than none; `shift` leads from tokens to rows.
    private void Link(int shift, LinkRows links)
    {
        for (int i = 0; i < _spans.Count; i++)
        {
            if (_spans[i].Role == Cue)
            {
                _spans[i] = _spans[i] with { Cue = i };
                continue;
            }

            float* source = links.Source(_spans[i].FirstToken + shift);
            float greatest = _head.LinkScore(source, null);
            int best = -1;
            for (int j = 0; j < _spans.Count; j++)
            {
                if (_spans[j].Role == Cue)
                {
                    float score = _head.LinkScore(source, links.Target(_spans[j].FirstToken + shift));
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

    /// <summary>What is read of the windows: the rows, their boundaries, and which of them belong together.</summary>
    private readonly struct Selection(int* rows, byte* boundaries, Sequences windows)
    {
        public int* Rows { get; } = rows;

        public byte* Boundaries { get; } = boundaries;

        public Sequences Windows { get; } = windows;
    }

    private readonly struct Inside(Sequences windows, byte* tags, LinkRows links)
    {
        public Sequences Windows { get; } = windows;

        public byte* Tags { get; } = tags;

        public LinkRows Links { get; } = links;
    }

    /// <summary>What leads from the first row of a span to its sides of links; default: no links.</summary>
    private readonly struct LinkRows(int* places, float* sources, float* targets, int stride)
    {
        public bool IsGiven => places is not null;

        public float* Source(int row) => sources + ((nint)places[row] * stride);

        public float* Target(int row) => targets + ((nint)places[row] * stride);
    }
}
