using System.Collections.Immutable;
using System.Text.Json;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;
using Parallax.Stories.Alignments;
using Parallax.Stories.Words;

namespace Parallax.Quality.Tasks;

/// <summary>Which pieces of two headlines or captions correspond, and how: iSTS, F1 over pairs of words with the weights of the shared task; pieces given, or cut by us.</summary>
internal sealed class AlignmentTask : IQualityTask
{
    private const string File = "crossdoc/ists.{split}.jsonl.gz";
    private static readonly string[] Kinds = ["NOALI", "EQUI", "SPE1", "SPE2", "SIMI", "REL", "OPPO"];

    /// <inheritdoc/>
    public string Name => "alignment";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "ists", data.Split);
            yield break;
        }

        WordMeanings meanings = new(Network.Vectors);
        List<Pair> pairs = [.. Read(data, meanings)];
        foreach (string genre in new[] { "headlines", "images" })
        {
            Pair[] own = [.. pairs.Where(p => p.Genre == genre)];
            foreach ((string name, Func<Pair, IEnumerable<Link>> find) in new (string, Func<Pair, IEnumerable<Link>>)[]
            {
                ("", p => Found(p, p.Left, p.Right, meanings)),
                (" (baseline: same words)", static p => SameWords(p)),
                (" (own pieces)", p => Found(p, p.OwnLeft, p.OwnRight, meanings)),
            })
            {
                AlignmentScore score = new();
                foreach (Pair pair in own)
                {
                    score.Add(WordLinks(pair, pair.Gold), WordLinks(pair, find(pair)));
                }

                yield return new Metric(Name, "ists " + genre, data.Split, "F1 aligned" + name, score.Aligned, own.Length);
                yield return new Metric(Name, "ists " + genre, data.Split, "F1 type" + name, score.Type, own.Length);
                yield return new Metric(Name, "ists " + genre, data.Split, "F1 type and score" + name, score.TypeAndScore, own.Length);
            }
        }
    }

    /// <summary>How each pair of given pieces stands to each other, and its features.</summary>
    internal static IEnumerable<(string Gold, double[] Features)> Examples(QualityData data)
    {
        WordMeanings meanings = new(Network.Vectors);
        foreach (Pair pair in Read(data, meanings))
        {
            double[][][] features = ChunkPairFeatures.Of(pair.Left, pair.Right);
            for (int i = 0; i < pair.Left.Length; i++)
            {
                for (int j = 0; j < pair.Right.Length; j++)
                {
                    Link gold = pair.Gold.FirstOrDefault(g => g.Left.Contains(pair.Left[i].Spans[0]) && g.Right.Contains(pair.Right[j].Spans[0]));
                    yield return (gold.Types is { } types ? types[0] : Kinds[0], features[i][j]);
                }
            }
        }
    }

    private static IEnumerable<Link> Found(Pair pair, ImmutableArray<Chunk> left, ImmutableArray<Chunk> right, WordMeanings meanings) =>
        ChunkAligner.Align(left, right).Select(a => new Link(left[a.Left].Spans, right[a.Right].Spans, [Kinds[(int)a.Kind]], a.Likeness));

    // Pieces with the same content words, in lower case, mean the same.
    private static IEnumerable<Link> SameWords(Pair pair) =>
        from a in pair.Left from b in pair.Right where a.Content.Length > 0 && a.Content.Select(static w => w.Word.Lower).SequenceEqual(b.Content.Select(static w => w.Word.Lower), StringComparer.Ordinal)
        select new Link(a.Spans, b.Spans, [Kinds[1]], 5);

    private static IEnumerable<Pair> Read(QualityData data, WordMeanings meanings)
    {
        TextReading reading = new();
        foreach (string line in data.Lines(File))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            TokenLayer a = reading.Network(row.GetProperty("a").GetString()!).Tokens, b = reading.Network(row.GetProperty("b").GetString()!).Tokens;
            Link[] links = [.. row.GetProperty("align").EnumerateArray().Select(static l => new Link(Spans(l.GetProperty("a")), Spans(l.GetProperty("b")), l.GetProperty("type").GetString()!.Split('_'), l.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? score.GetDouble() : 0))];
            yield return new Pair(
                row.GetProperty("genre").GetString()!, a, b, Pieces(a, links.SelectMany(static l => l.Left), meanings), Pieces(b, links.SelectMany(static l => l.Right), meanings),
                [.. a.Sentences.SelectMany(s => Chunk.Cut(a, s, meanings))], [.. b.Sentences.SelectMany(s => Chunk.Cut(b, s, meanings))], [.. links.Where(static l => l.Left.Length > 0 && l.Right.Length > 0)]);
        }
    }

    private static ImmutableArray<TextSpan> Spans(JsonElement spans) => [.. spans.EnumerateArray().Select(static s => TextSpan.FromBounds(s[0].GetInt32(), s[1].GetInt32()))];

    private static ImmutableArray<Chunk> Pieces(TokenLayer tokens, IEnumerable<TextSpan> spans, WordMeanings meanings) =>
        [.. spans.Distinct().Order().Where(s => tokens.Text.Slice(s).Any(char.IsLetterOrDigit)).Select(s => Chunk.Of(tokens, [s], meanings))];

    // Words between blanks, as the corpus cuts them; punctuation counts in no figure. Of two links of one pair of words the later stands, as in the shared task's program.
    private static Dictionary<(int, int), (string[] Types, double Score)> WordLinks(Pair pair, IEnumerable<Link> links)
    {
        Dictionary<(int, int), (string[], double)> words = [];
        foreach (Link link in links)
        {
            foreach (int a in Words(pair.A.Text.Text, link.Left))
            {
                foreach (int b in Words(pair.B.Text.Text, link.Right))
                {
                    words[(a, b)] = (link.Types, link.Score);
                }
            }
        }

        return words;
    }

    private static List<int> Words(string text, ImmutableArray<TextSpan> spans)
    {
        List<int> starts = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ' && (i == 0 || text[i - 1] == ' '))
            {
                int end = text.IndexOf(' ', i) is var e && e < 0 ? text.Length : e;
                TextSpan word = TextSpan.FromBounds(i, end);
                if (!(word.Length == 1 && ".,:'`?;\"-".Contains(text[i], StringComparison.Ordinal)) && spans.Any(s => s.Overlaps(word)))
                {
                    starts.Add(i);
                }
            }
        }

        return starts;
    }

    private readonly record struct Link(ImmutableArray<TextSpan> Left, ImmutableArray<TextSpan> Right, string[] Types, double Score);

    private sealed record Pair(
        string Genre, TokenLayer A, TokenLayer B, ImmutableArray<Chunk> Left, ImmutableArray<Chunk> Right, ImmutableArray<Chunk> OwnLeft, ImmutableArray<Chunk> OwnRight, ImmutableArray<Link> Gold);
}
