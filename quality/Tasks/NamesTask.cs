using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Language.Names;
using Parallax.Language.Neural;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Tasks;

/// <summary>Names on the tokens of every corpus of <c>ner/</c>: exact span and label, PERSON, ORG and PLACE (all kinds of places are one); what else a corpus covers stands apart.</summary>
internal sealed class NamesTask : IQualityTask
{
    private static readonly string[] Corpora = ["uner-ewt", "gum-news", "gum-newslike", "gum-other", "gmb", "wikigold", "crossner-politics", "btc", "wnut17", "re3d"];

    private static readonly ImmutableHashSet<string> Main = ["PERSON", "ORG", "PLACE"];

    public string Name => "names";

    public IEnumerable<Metric> Measure(QualityData data)
    {
        foreach (string corpus in Corpora)
        {
            string file = $"ner/{corpus}-{{split}}.tsv.xz";
            if (!data.Has(file))
            {
                yield return Metric.Skipped(Name, corpus, data.Split);
                continue;
            }

            Dictionary<string, F1Score> scores = new(StringComparer.Ordinal);
            foreach (NamesDocument document in NamesDocument.Read(data.Lines(file)))
            {
                NeuralReading reading = Network.Reader.Read(
                    document.Text, document.Sentences, document.Starts, document.Ends, ReadingParts.Tags | ReadingParts.Parse | ReadingParts.Names);
                List<GoldName> network = [.. NetworkAnnotator.Names(reading).Select(Labelled)];
                List<GoldName> refined = [.. NameRefiner.English.Refine(reading.Tokens, NetworkAnnotator.Names(reading)).Select(Labelled)];
                List<GoldName> gold = [.. document.Names.Select(static n => n with { Label = Coarse(n.Label) })];
                Count(scores, "F1", gold, refined, Main);
                Count(scores, "F1 of the network alone", gold, network, Main);
                Count(scores, "F1 without labels", Unlabelled(gold), Unlabelled(refined), ["NAME"]);
                foreach (string label in Main.Add("NORP").Order(StringComparer.Ordinal))
                {
                    if (Main.Contains(label) || document.Covers.Contains(label))
                    {
                        Count(scores, "F1 " + label, gold, refined, [label]);
                    }
                }
            }

            foreach ((string metric, F1Score score) in scores)
            {
                yield return new Metric(Name, corpus, data.Split, metric, score.F1 * 100, (int)score.Gold);
            }
        }
    }

    private static void Count(Dictionary<string, F1Score> scores, string metric, List<GoldName> gold, List<GoldName> system, ImmutableHashSet<string> labels) =>
        scores[metric] = scores.GetValueOrDefault(metric)
            + MultisetScorer.Score(gold.Where(n => labels.Contains(n.Label)), system.Where(n => labels.Contains(n.Label)));

    private static List<GoldName> Unlabelled(List<GoldName> names) => [.. names.Where(static n => Main.Contains(n.Label)).Select(static n => n with { Label = "NAME" })];

    private static string Coarse(string label) => label is "GPE" or "LOC" or "FAC" ? "PLACE" : label;

    private static GoldName Labelled(NameMention name) => new(name.FirstToken, name.EndToken, name.Kind switch
    {
        NameKind.Person => "PERSON",
        NameKind.Organization => "ORG",
        NameKind.Place or NameKind.Country or NameKind.City or NameKind.Region or NameKind.NaturalPlace or NameKind.Facility => "PLACE",
        NameKind.Norp => "NORP",
        NameKind.Event => "EVENT",
        NameKind.Product => "PRODUCT",
        _ => "OTHER",
    });
}
