using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Tokens;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Tasks;

/// <summary>Sentences, surface tokens and words of raw text; paragraphs are given, as the shared task gives them.</summary>
internal sealed class TokensTask : IQualityTask
{
    private static readonly string[] Corpora = ["ewt", "gum-news", "gum-newslike", "gum-other"];

    public string Name => "tokens";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        (F1Score Sentences, F1Score Tokens, F1Score Words) gum = default;
        foreach (string corpus in Corpora)
        {
            string file = $"syntax/{corpus}-{{split}}.conllu.xz";
            if (!data.Has(file))
            {
                yield return Metric.Skipped(Name, corpus, data.Split);
                continue;
            }

            (F1Score Sentences, F1Score Tokens, F1Score Words) sum = default;
            foreach (ConlluDocument document in ConlluReader.Read(data.Lines(file)))
            {
                TokenizedText read = Tokenizer.Read(document.Report.Text, document.Report.Blocks);
                sum.Sentences += MultisetScorer.Score(document.Tokens.Sentences.Select(static s => s.Span), read.Sentences.Select(static s => s.Span));
                sum.Tokens += MultisetScorer.Score(document.Surface, Surface(read));
                sum.Words += MultisetScorer.Score(
                    Enumerable.Range(0, document.Tokens.Count).Select(i => document.Tokens.Span(i)),
                    Enumerable.Range(0, read.Count).Select(i => TextSpan.FromBounds(read.Starts[i], read.Ends[i])));
            }

            foreach (Metric metric in Lines(corpus, data.Split, sum))
            {
                yield return metric;
            }

            if (corpus != "ewt")
            {
                gum = (gum.Sentences + sum.Sentences, gum.Tokens + sum.Tokens, gum.Words + sum.Words);
            }
        }

        if (gum.Words.Gold > 0)
        {
            foreach (Metric metric in Lines("gum", data.Split, gum))
            {
                yield return metric;
            }
        }
    }

    /// <summary>The surface tokens of a text: words that join stand together.</summary>
    public static IEnumerable<TextSpan> Surface(TokenizedText read)
    {
        for (int i = 0; i < read.Count; i++)
        {
            int start = read.Starts[i];
            while (i + 1 < read.Count && read.JoinsPrevious[i + 1])
            {
                i++;
            }

            yield return TextSpan.FromBounds(start, read.Ends[i]);
        }
    }

    private IEnumerable<Metric> Lines(string corpus, string split, (F1Score Sentences, F1Score Tokens, F1Score Words) sum) =>
    [
        new(Name, corpus, split, "sentences F1", sum.Sentences.F1 * 100, (int)sum.Sentences.Gold),
        new(Name, corpus, split, "tokens F1", sum.Tokens.F1 * 100, (int)sum.Tokens.Gold),
        new(Name, corpus, split, "words F1", sum.Words.F1 * 100, (int)sum.Words.Gold),
    ];
}
