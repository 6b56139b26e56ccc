using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Quality.Corpora;

namespace Parallax.Quality.Tasks;

/// <summary>Attribution: spans by role, linked attributions, nested chains; on raw text with the installed network, and on the gold trees of GUM.</summary>
/// <remarks>
/// Lines and tokens of the role spans on PolNeAR: a line is a paragraph (a blank line parts them), the tokens are those of our tokenizer; each unbroken piece of a
/// source, cue or content inside a line is one span, and is right where first and last token are the same (punctuation and quotation marks count).
/// The corpora count what the writer of a text says to think ("I wonder how …") as attributed; there the annotator keeps it, which in accounts it does not.
/// PolNeAR annotates only the outermost attributions; there only statements without a parent are put to the test. With <c>PARALLAX_ATTRIBUTION_LOG</c> set to a file, differences are written there.</remarks>
internal sealed class AttributionTask : IQualityTask
{
    private static readonly ImmutableArray<string> GumTrees = ["gum-news", "gum-newslike", "gum-other"];

    private static readonly ImmutableArray<(string Corpus, string File, bool Outermost)> Texts =
    [
        ("polnear", "attribution/unlicensed/polnear/{split}.jsonl.xz", true),
        ("gum-erst", "attribution/gum-erst/{split}.jsonl.xz", false),
        ("gum-erst-nc", "attribution/noncommercial/gum-erst-nc/{split}.jsonl.xz", false),
        ("ewt-propbank-speech", "attribution/ewt-propbank-speech/{split}.jsonl.xz", false),
    ];

    private static readonly StatementAnnotator OwnVoice = new(CueLexicon.English, keepsOwnVoice: true);

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

        foreach ((string corpus, string file, bool outermost) in Texts)
        {
            foreach (Metric metric in OnText(data, corpus, file, outermost, log))
            {
                yield return metric;
            }
        }
    }

    private IEnumerable<Metric> OnText(QualityData data, string corpus, string file, bool outermost, TextWriter? log)
    {
        if (!data.Has(file))
        {
            yield return Metric.Skipped(Name, corpus, data.Split);
            yield break;
        }

        AttributionScore score = new(Name, corpus, data.Split);
        RoleScore roles = new(Name, corpus, data.Split);
        foreach (AttributionDocument document in data.Lines(file).Select(AttributionDocument.Parse))
        {
            log?.WriteLine($"== {document.Id}");
            AnnotatedReport report = InstalledNetwork.Read(ReportMaker.Of(document.Id, document.Text));
            score.Add(report.Tokens, document.Attributions, [.. OwnVoice.Find(report).Where(s => !outermost || s.Parent is null)], log);
            roles.Add(report, document.Attributions);
        }

        foreach (Metric metric in outermost ? roles.Metrics().Concat(score.Metrics()) : score.Metrics())
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
                    score.Add(document.Tokens, moved.Attributions, OwnVoice.Find(report), log);
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
