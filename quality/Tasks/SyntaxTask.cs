using Parallax.Core.Text;
using Parallax.Language.Neural;
using Parallax.Language.Tokens;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Tasks;

/// <summary>Tags, features, lemmas and parse of our own engine, on gold tokens and from raw text, as the CoNLL 2018 shared task counts them.</summary>
internal sealed class SyntaxTask : IQualityTask
{
    private static readonly string[] Corpora = ["ewt", "gum-news", "gum-newslike", "gum-other"];

    public string Name => "syntax";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        ConllScore goldNews = default, rawNews = default;
        foreach (string corpus in Corpora)
        {
            string file = $"syntax/{corpus}-{{split}}.conllu.xz";
            if (!data.Has(file))
            {
                yield return Metric.Skipped(Name, corpus, data.Split);
                continue;
            }

            ConllScore gold = default, raw = default;
            foreach (ConlluDocument document in ConlluReader.Read(data.Lines(file)))
            {
                SourceText text = document.Report.Text;
                NeuralReading onGold = Network.Reader.Read(
                    text, document.Tokens.Sentences, document.Tokens.Starts.ToArray(), document.Tokens.Ends.ToArray(), ReadingParts.Tags | ReadingParts.Parse);
                gold += ConllScorer.Score(document, onGold.Tokens, document.Surface);
                TokenizedText read = Tokenizer.Read(text, document.Report.Blocks);
                NeuralReading onRaw = Network.Reader.Read(text, read.Sentences, read.Starts, read.Ends, ReadingParts.Tags | ReadingParts.Parse);
                raw += ConllScorer.Score(document, onRaw.Tokens, TokensTask.Surface(read));
            }

            foreach (Metric metric in Lines(corpus, data.Split, gold, raw))
            {
                yield return metric;
            }

            if (corpus is "gum-news" or "gum-newslike")
            {
                goldNews += gold;
                rawNews += raw;
            }
        }

        if (goldNews.Words.Gold > 0)
        {
            foreach (Metric metric in Lines("gum-news+newslike", data.Split, goldNews, rawNews))
            {
                yield return metric;
            }
        }
    }

    private IEnumerable<Metric> Lines(string corpus, string split, ConllScore gold, ConllScore raw)
    {
        Metric Line(string name, F1Score score) => new(Name, corpus, split, name, score.F1 * 100, (int)score.Gold);
        return
        [
            Line("UPOS", gold.Upos), Line("UFeats", gold.UFeats), Line("lemmas", gold.Lemmas), Line("UAS", gold.Uas), Line("LAS", gold.Las),
            Line("raw UPOS", raw.Upos), Line("raw UFeats", raw.UFeats), Line("raw lemmas", raw.Lemmas), Line("raw UAS", raw.Uas), Line("raw LAS", raw.Las),
        ];
    }
}
