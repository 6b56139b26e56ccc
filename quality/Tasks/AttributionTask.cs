using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Tasks;

/// <summary>Attribution: linked attributions and nested chains on gold parses (GUM eRST over GUM's trees).</summary>
/// <remarks>With <c>PARALLAX_ATTRIBUTION_LOG</c> set to a file, differences are written there.</remarks>
internal sealed class AttributionTask : IQualityTask
{
    private static readonly ImmutableArray<string> GumTrees = ["gum-news", "gum-newslike", "gum-other"];

    /// <inheritdoc/>
    public string Name => "attribution";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        string? path = Environment.GetEnvironmentVariable("PARALLAX_ATTRIBUTION_LOG");
        using StreamWriter? log = path is null ? null : new StreamWriter(path);
        foreach (Metric metric in OnGoldTrees(data, log))
        {
            yield return metric;
        }
    }

    private IEnumerable<Metric> OnGoldTrees(QualityData data, TextWriter? log)
    {
        const string Corpus = "gum-erst, gold trees";
        string file = "attribution/gum-erst/{split}.jsonl.xz";
        if (!data.Has(file))
        {
            yield return Metric.Skipped(Name, Corpus, data.Split);
            yield break;
        }

        Dictionary<string, AttributionDocument> gold = data.Lines(file).Select(AttributionDocument.Parse).ToDictionary(static d => d.Id, StringComparer.Ordinal);
        AttributionScore score = new(Name, Corpus, data.Split);
        StatementAnnotator annotator = new();
        int missing = gold.Count;
        foreach (string trees in GumTrees.Select(static t => $"syntax/{t}-{{split}}.conllu.xz").Where(data.Has))
        {
            foreach (ConlluDocument document in ConlluReader.Read(data.Lines(trees)))
            {
                if (gold.TryGetValue(document.Id, out AttributionDocument? attributed) && attributed.Over(document.Report.Text.Text) is { } moved)
                {
                    missing--;
                    AnnotatedReport report = new AnnotatedReport(document.Report).With(ReportLayers.Tokens, document.Tokens);
                    log?.WriteLine($"== {document.Id}");
                    score.Add(document.Tokens, moved.Attributions, annotator.Find(report), log);
                }
            }
        }

        foreach (Metric metric in score.Metrics())
        {
            yield return metric;
        }

        yield return new Metric(Name, Corpus, data.Split, "documents without trees", missing, gold.Count);
    }
}
