using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Language.Neural.Decoding;
using Parallax.Language.Neural.Heads;
using Parallax.Language.Neural.Input;
using Parallax.Language.Neural.Layers;

namespace Parallax.Language.Neural;

/// <summary>The memory and the loop of one reading at a time: windows of sentences are gathered into batches, encoded, and handed to the heads.</summary>
internal sealed unsafe class ReadingState
{
    private const string NoFeatures = "_";
    private const string CutRelation = "parataxis";

    private readonly NeuralModel _model;
    private readonly Pass _pass;
    private readonly int _batch;
    private readonly FormCache _forms;
    private readonly LemmaCache _lemmas;
    private readonly FormKinds _cues = new(InnerCues.Kinds);
    private readonly FormKinds _gate = new(RoleGate.Kinds);
    private readonly RoleReading _roles;
    private readonly UniversalTag[] _tagLabels;
    private readonly string[] _featureLabels;

    // The batch being gathered: token index of each sentence and of each window, the end as last element.
    private readonly List<int> _sentences = [];
    private readonly List<int> _windows = [];

    private QuoteState _quotes;

    /// <summary>Makes the memory for one thread.</summary>
    public ReadingState(NeuralModel model, Pass pass, int batch)
    {
        _model = model;
        _pass = pass;
        _batch = batch;
        _forms = new FormCache(model.Input, model.Encoder.Width);
        _lemmas = new LemmaCache(model.Lemmas, model.KnownLemmas);
        _roles = new RoleReading(model.Roles, model.Encoder.Width);
        _tagLabels = new UniversalTag[model.PartsOfSpeech.Labels.Length];
        for (int i = 0; i < _tagLabels.Length; i++)
        {
            _tagLabels[i] = Enum.TryParse(typeof(UniversalTag), model.PartsOfSpeech.Labels[i], ignoreCase: true, out object? tag) ? (UniversalTag)tag : UniversalTag.X;
        }

        _featureLabels = [.. model.Features.Labels.Select(static label => label == NoFeatures ? string.Empty : label)];
    }

    /// <summary>Reads a text; see <see cref="NeuralReader.Read"/>.</summary>
    public NeuralReading Read(SourceText text, ImmutableArray<Sentence> sentences, int[] starts, int[] ends, ReadingParts parts)
    {
        ReadingColumns columns = new(starts.Length);
        Source source = new(text.Text, sentences, starts, ends);
        _sentences.Clear();
        _windows.Clear();
        _quotes.Begin();
        int windowTokens = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            Sentence sentence = sentences[s];
            bool paragraph = s == 0 || sentences[s - 1].Block != sentence.Block;
            for (int first = sentence.FirstToken; first < sentence.EndToken; first += _model.LongestSentence)
            {
                int count = Math.Min(_model.LongestSentence, sentence.EndToken - first);
                if (_windows.Count == 0 || windowTokens + count > _model.Roles.Window
                    || (paragraph && first == sentence.FirstToken && windowTokens >= _model.Roles.WindowBreak))
                {
                    if (_windows.Count > 0 && first - _windows[0] >= _batch)
                    {
                        ReadBatch(source, first, columns, parts);
                    }

                    _windows.Add(first);
                    windowTokens = 0;
                }

                _sentences.Add(first);
                windowTokens += count;
            }
        }

        if (_windows.Count > 0)
        {
            ReadBatch(source, sentences[^1].EndToken, columns, parts);
        }

        return Finished(text, sentences, starts, ends, columns);
    }

    private NeuralReading Finished(SourceText text, ImmutableArray<Sentence> sentences, int[] starts, int[] ends, ReadingColumns columns) => new(
        new TokenLayer(text, sentences, starts, ends, columns.Tags, columns.Features, columns.Lemmas, columns.Heads, columns.Relations),
        new LabelColumn(_model.NameTags, HandOver(columns.NameTags)),
        new LabelColumn(_model.RoleTags, HandOver(columns.RoleTags)),
        new RoleLayer([.. columns.Roles]),
        new ScoreColumn(HandOver(columns.Factuality)));

    // The columns are not written again: they are handed over, not copied.
    private static ImmutableArray<T> HandOver<T>(T[] column) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(column);

    private void ReadBatch(in Source source, int end, ReadingColumns columns, ReadingParts parts)
    {
        _pass.Memory.Reset();
        int first = _windows[0], count = end - first;
        Sequences sentences = SequencesOf(_sentences, first, end);
        Sequences windows = SequencesOf(_windows, first, end);
        if (_forms.Begin(count))
        {
            _lemmas.Clear();
            _cues.Clear();
            _gate.Clear();
        }

        int* places = _pass.Memory.Take<int>(count);
        byte* quotes = _pass.Memory.Take<byte>(count);
        byte* titles = _pass.Memory.Take<byte>(count);
        byte* boundaries = _pass.Memory.Take<byte>(count);
        LookUp(source, sentences, first, places, quotes, titles, boundaries);
        float* states = _model.Encoder.Encode(_pass, _forms, places, quotes, titles, sentences);
        byte* activations = _pass.Memory.Take<byte>(count * _model.Encoder.Width);
        _pass.Floats.Quantise(states, count * _model.Encoder.Width, _model.StateQuant, activations);
        StateBatch batch = new((nint)states, (nint)activations, (nint)quotes, sentences);
        if (parts.HasFlag(ReadingParts.Tags))
        {
            ReadTags(source, batch, first, places, columns);
        }

        if (parts.HasFlag(ReadingParts.Parse))
        {
            ReadParse(source, batch, first, columns);
        }

        if (parts.HasFlag(ReadingParts.Names))
        {
            fixed (byte* tags = columns.NameTags)
            {
                _model.Names.Decode(_pass, batch, tags + first);
            }
        }

        if (parts.HasFlag(ReadingParts.Factuality))
        {
            _model.Factuality.Apply(_pass, batch, columns.Factuality.AsSpan(first, count));
        }

        if (parts.HasFlag(ReadingParts.Roles))
        {
            ReadRoles(source, batch, first, places, boundaries, windows, columns);
        }

        _sentences.Clear();
        _windows.Clear();
    }

    private Sequences SequencesOf(List<int> firsts, int origin, int end)
    {
        int* bounds = _pass.Memory.Take<int>(firsts.Count + 1);
        for (int i = 0; i < firsts.Count; i++)
        {
            bounds[i] = firsts[i] - origin;
        }

        bounds[firsts.Count] = end - origin;
        return new Sequences((nint)bounds, firsts.Count);
    }

    private void LookUp(in Source source, Sequences sentences, int first, int* places, byte* quotes, byte* titles, byte* boundaries)
    {
        for (int s = 0; s < sentences.Count; s++)
        {
            int from = sentences.First(s), end = from + sentences.Length(s);
            Sentence sentence = source.SentenceOf(first + from, out bool paragraph);
            byte title = sentence.Part is TextPart.Title or TextPart.Heading ? (byte)1 : (byte)0;
            if (paragraph)
            {
                _quotes.Begin();
            }

            for (int token = from; token < end; token++)
            {
                ReadOnlySpan<char> form = source.Form(first + token);
                places[token] = _forms.Find(form);
                quotes[token] = _quotes.Next(form);
                titles[token] = title;
                boundaries[token] = token > from ? RoleReading.Inner : paragraph ? RoleReading.Paragraph : RoleReading.Sentence;
            }
        }

        _forms.Complete(_pass);
    }

    private void ReadTags(in Source source, StateBatch batch, int first, int* places, ReadingColumns columns)
    {
        (int, int) mark = _pass.Memory.Mark();
        ushort* tags = _pass.Memory.Take<ushort>(batch.Rows);
        ushort* labels = _pass.Memory.Take<ushort>(batch.Rows);
        _model.PartsOfSpeech.Choose(_pass, batch, tags);
        for (int i = 0; i < batch.Rows; i++)
        {
            columns.Tags[first + i] = _tagLabels[tags[i]];
        }

        _model.Features.Choose(_pass, batch, labels);
        for (int i = 0; i < batch.Rows; i++)
        {
            columns.Features[first + i] = _featureLabels[labels[i]];
        }

        ReadLemmas(source, batch, first, places, tags, columns.Lemmas);
        _pass.Memory.Release(mark);
    }

    // The network is asked only for the lemmas that are not known.
    private void ReadLemmas(in Source source, StateBatch batch, int first, int* places, ushort* tags, string[] lemmas)
    {
        int* unknown = _pass.Memory.Take<int>(batch.Rows);
        int count = 0;
        for (int row = 0; row < batch.Rows; row++)
        {
            if (_lemmas.Known(source.Form(first + row), places[row], tags[row]) is { } known)
            {
                lemmas[first + row] = known;
            }
            else
            {
                unknown[count++] = row;
            }
        }

        float* scores = _model.Lemmas.Scores(_pass, batch, unknown, count);
        int stride = _model.Lemmas.Linear.Stride;
        for (int i = 0; i < count; i++)
        {
            int row = unknown[i];
            lemmas[first + row] = _lemmas.Scripted(_pass, source.Form(first + row), places[row], tags[row], scores + ((nint)i * stride));
        }
    }

    private void ReadParse(in Source source, StateBatch batch, int first, ReadingColumns columns)
    {
        (int, int) mark = _pass.Memory.Mark();
        int* heads = _pass.Memory.Take<int>(batch.Rows);
        ushort* labels = _pass.Memory.Take<ushort>(batch.Rows);
        _model.Parse.Decode(_pass, batch, heads, labels);
        for (int s = 0; s < batch.Sequences.Count; s++)
        {
            int from = batch.Sequences.First(s), end = from + batch.Sequences.Length(s);
            int before = first + from - source.SentenceOf(first + from, out _).FirstToken;
            for (int i = from; i < end; i++)
            {
                columns.Heads[first + i] = heads[i] == 0 ? -1 : first + from + heads[i] - 1;
                columns.Relations[first + i] = _model.Parse.Labels[labels[i]];
            }

            if (before > 0)
            {
                JoinPieces(columns, first + from - before, first + from, first + end);
            }
        }

        _pass.Memory.Release(mark);
    }

    private void ReadRoles(in Source source, StateBatch batch, int first, int* places, byte* boundaries, Sequences windows, ReadingColumns columns)
    {
        int count = batch.Rows;
        byte* takesPart = _pass.Memory.Take<byte>(count);
        byte* cues = _pass.Memory.Take<byte>(count);
        for (int token = 0; token < count; token++)
        {
            ReadOnlySpan<char> form = source.Form(first + token);
            takesPart[token] = _gate.Of(places[token], form);
            cues[token] = _cues.Of(places[token], form);
        }

        RoleGate.Choose(batch, windows, first, columns, new Span<byte>(takesPart, count));
        InnerCues.Choose(batch.Sequences, first, columns, new Span<byte>(_pass.Memory.Take<byte>(count), count), new Span<byte>(cues, count));
        _roles.Read(_pass, batch, boundaries, takesPart, cues, windows, first, columns);
    }

    // A sentence cut because of its length is one tree all the same: the root of a later piece hangs on that of the first.
    private static void JoinPieces(ReadingColumns columns, int sentence, int first, int end)
    {
        int root = sentence;
        while (columns.Heads[root] != -1)
        {
            root++;
        }

        for (int token = first; token < end; token++)
        {
            if (columns.Heads[token] == -1)
            {
                columns.Heads[token] = root;
                columns.Relations[token] = CutRelation;
            }
        }
    }

    /// <summary>What is read.</summary>
    private readonly ref struct Source(ReadOnlySpan<char> text, ImmutableArray<Sentence> sentences, int[] starts, int[] ends)
    {
        private readonly ReadOnlySpan<char> _text = text;

        public ReadOnlySpan<char> Form(int token) => _text[starts[token]..ends[token]];

        // The sentence of a token, and whether the token begins a paragraph.
        public Sentence SentenceOf(int token, out bool paragraph)
        {
            int low = 0, high = sentences.Length - 1;
            while (low < high)
            {
                int middle = (low + high + 1) >>> 1;
                if (sentences[middle].FirstToken <= token)
                {
                    low = middle;
                }
                else
                {
                    high = middle - 1;
                }
            }

            paragraph = sentences[low].FirstToken == token && (low == 0 || sentences[low - 1].Block != sentences[low].Block);
            return sentences[low];
        }
    }
}
