using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Quality.Corpora;
using Parallax.Quality.Scoring;

namespace Parallax.Quality.Tasks;

/// <summary>Ambiguous pronouns of GAP, read from raw text: F1 over the pairs of pronoun and name, as the publisher's scorer counts them, overall and by gender.</summary>
public sealed class PronounTask : IQualityTask
{
    /// <inheritdoc/>
    public string Name => "pronouns";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        const string file = "coref/gap-{split}.tsv.xz";
        if (!data.Has(file))
        {
            yield return Metric.Skipped(Name, "gap", data.Split);
            yield break;
        }

        TextReading reading = new();
        F1Score masculine = default, feminine = default;
        foreach (string line in data.Lines(file).Skip(1))
        {
            string[] row = line.Split('\t');
            AnnotatedReport report = reading.Read(row[1]);
            Entity? pronoun = EntityAt(report, row[2], row[3]);
            F1Score score = Pair(report, pronoun, row[4], row[5], row[6]) + Pair(report, pronoun, row[7], row[8], row[9]);
            if (row[2].ToLowerInvariant() is "she" or "her" or "hers")
            {
                feminine += score;
            }
            else
            {
                masculine += score;
            }
        }

        F1Score all = masculine + feminine;
        yield return new Metric(Name, "gap", data.Split, "F1", 100 * all.F1, (int)all.Gold);
        yield return new Metric(Name, "gap", data.Split, "precision", 100 * all.Precision, (int)all.System);
        yield return new Metric(Name, "gap", data.Split, "recall", 100 * all.Recall, (int)all.Gold);
        yield return new Metric(Name, "gap", data.Split, "F1 masculine", 100 * masculine.F1, (int)masculine.Gold);
        yield return new Metric(Name, "gap", data.Split, "F1 feminine", 100 * feminine.F1, (int)feminine.Gold);
        yield return new Metric(Name, "gap", data.Split, "bias (F/M)", masculine.F1 == 0 ? 0 : feminine.F1 / masculine.F1, (int)all.Gold);
    }

    private static F1Score Pair(AnnotatedReport report, Entity? pronoun, string name, string offset, string answer)
    {
        int start = int.Parse(offset, CultureInfo.InvariantCulture);
        TextSpan span = new(start, name.Length);
        (int first, int end) = report.Tokens.TokensOf(span);
        bool found = pronoun is not null && Enumerable.Range(first, end - first).Any(t => Names(report, pronoun, t));
        bool gold = answer == "TRUE";
        return new F1Score(found && gold ? 1 : 0, gold ? 1 : 0, found ? 1 : 0);
    }

    // A mention of the pronoun's entity that holds the name and is not a phrase about somebody else around it.
    private static bool Names(AnnotatedReport report, Entity pronoun, int token) => report.Entities.At(report.Tokens.Span(token))?.Id == pronoun.Id;

    private static Entity? EntityAt(AnnotatedReport report, string words, string offset) =>
        report.Entities.At(new TextSpan(int.Parse(offset, CultureInfo.InvariantCulture), words.Length));
}
