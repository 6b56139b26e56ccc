using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Tasks;

/// <summary>Coreference on OntoGUM with predicted mentions: CoNLL F1, on gold parses with proper nouns for names.</summary>
public sealed class CoreferenceTask : IQualityTask
{
    private static readonly string[] Parts = ["news", "newslike", "other"];

    /// <inheritdoc/>
    public string Name => "coreference";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        CoreferenceAnnotator annotator = new();
        CoreferenceScore both = new();
        foreach (string part in Parts)
        {
            string file = $"coref/ontogum-{part}-{{split}}.conllu.xz", corpus = $"ontogum-{part}";
            if (!data.Has(file))
            {
                yield return Metric.Skipped(Name, corpus, data.Split);
                continue;
            }

            CoreferenceScore score = new();
            foreach (ConlluDocument document in ConlluReader.Read(data.Lines(file)))
            {
                List<List<(int, int)>> gold = [.. CoreferenceChains.Read(document).Values], predicted = Predict(annotator, document);
                score.Add(gold, predicted);
                if (part != "other")
                {
                    both.Add(gold, predicted);
                }
            }

            foreach (Metric metric in Lines(corpus, data.Split, score))
            {
                yield return metric;
            }
        }

        foreach (Metric metric in Lines("ontogum-news+newslike", data.Split, both))
        {
            yield return metric;
        }
    }

    private static List<List<(int, int)>> Predict(CoreferenceAnnotator annotator, ConlluDocument document)
    {
        MentionClusters clusters = annotator.Resolve(new SyntaxTree(document.Tokens), ProperNounNames.Find(document.Tokens));
        return [.. Enumerable.Range(0, clusters.Mentions.Count).Where(i => clusters.RootOf(i) == i)
            .Select(i => clusters.MembersOf(i).Select(m => clusters.Mentions[m]).Where(static m => !m.Descriptive).Select(static m => (m.First, m.End)).Distinct().ToList())];
    }

    private IEnumerable<Metric> Lines(string corpus, string split, CoreferenceScore score) =>
    [
        new Metric(Name, corpus, split, "CoNLL F1", 100 * score.ConllF1, score.Count),
        new Metric(Name, corpus, split, "MUC F1", 100 * score.Muc, score.Count),
        new Metric(Name, corpus, split, "B3 F1", 100 * score.BCubed, score.Count),
        new Metric(Name, corpus, split, "CEAFe F1", 100 * score.CeafE, score.Count),
        new Metric(Name, corpus, split, "mention F1", 100 * score.Mentions, score.Count),
    ];
}
