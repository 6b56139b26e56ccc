using System.Text.Json;
using Parallax.Stories.Words;

namespace Parallax.Quality.Tasks;

/// <summary>How alike two sentences are, against the judgement of people (STS Benchmark): Pearson correlation.</summary>
internal sealed class SimilarityTask : IQualityTask
{
    /// <inheritdoc/>
    public string Name => "similarity";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data)
    {
        const string File = "crossdoc/stsb.{split}.jsonl.gz";
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "sts-b", data.Split);
            yield break;
        }

        WordMeanings meanings = new(Network.Vectors);
        List<double> gold = [], found = [], baseline = [];
        foreach (string line in data.Lines(File))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            string a = row.GetProperty("a").GetString()!, b = row.GetProperty("b").GetString()!;
            gold.Add(row.GetProperty("score").GetDouble());
            found.Add(SentenceLikeness.Of(a, b, meanings) / 1000.0);
            baseline.Add(Cosine(a, b));
        }

        yield return new Metric(Name, "sts-b", data.Split, "Pearson", Pearson(gold, found), gold.Count);
        yield return new Metric(Name, "sts-b", data.Split, "Pearson (baseline)", Pearson(gold, baseline), gold.Count);
    }

    /// <summary>Judgement and features of every pair.</summary>
    internal static IEnumerable<(string Gold, double[] Features)> Examples(QualityData data)
    {
        WordMeanings meanings = new(Network.Vectors);
        foreach (string line in data.Lines("crossdoc/stsb.{split}.jsonl.gz"))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            yield return (row.GetProperty("score").GetRawText(), LikenessFeatures.Of(meanings.Prepare(row.GetProperty("a").GetString()!), meanings.Prepare(row.GetProperty("b").GetString()!)));
        }
    }

    // Cosine of words weighted by the background.
    private static double Cosine(string a, string b)
    {
        Dictionary<string, double> left = Vector(a), right = Vector(b);
        double dot = left.Sum(w => w.Value * right.GetValueOrDefault(w.Key)), norm = Math.Sqrt(left.Values.Sum(static v => v * v) * right.Values.Sum(static v => v * v));
        return norm > 0 ? dot / norm : 0;
    }

    private static Dictionary<string, double> Vector(string text) =>
        WordList.Of(text).GroupBy(static w => w.Lower, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Count() * (double)WordWeights.Of(Stemmer.Stem(g.Key)), StringComparer.Ordinal);

    private static double Pearson(List<double> x, List<double> y)
    {
        double meanX = x.Average(), meanY = y.Average(), covariance = 0, squareX = 0, squareY = 0;
        for (int i = 0; i < x.Count; i++)
        {
            covariance += (x[i] - meanX) * (y[i] - meanY);
            squareX += (x[i] - meanX) * (x[i] - meanX);
            squareY += (y[i] - meanY) * (y[i] - meanY);
        }

        return squareX > 0 && squareY > 0 ? covariance / Math.Sqrt(squareX * squareY) : 0;
    }
}
