namespace Parallax.Quality.Scoring;

/// <summary>F1 of links between words, each weighted by one over the larger number of links of its two words, as in the shared tasks on interpretable similarity of 2015 and 2016.</summary>
public sealed class AlignmentScore
{
    private readonly double[] _right = new double[3], _complete = new double[3];
    private double _found, _gold;

    /// <summary>F1 of the links alone, 0–1.</summary>
    public double Aligned => F1(0);

    /// <summary>F1 where the types count: the share of types in both by types in one.</summary>
    public double Type => F1(1);

    /// <summary>F1 where types and scores count: a link loses a fifth for each point of difference.</summary>
    public double TypeAndScore => F1(2);

    /// <summary>Adds a pair of sentences.</summary>
    public void Add(Dictionary<(int Left, int Right), (string[] Types, double Score)> gold, Dictionary<(int Left, int Right), (string[] Types, double Score)> found)
    {
        _found += Sum(found, gold, _right);
        _gold += Sum(gold, found, _complete);
    }

    private static double Sum(Dictionary<(int Left, int Right), (string[] Types, double Score)> own, Dictionary<(int Left, int Right), (string[] Types, double Score)> other, double[] sums)
    {
        Dictionary<int, int> left = own.Keys.GroupBy(static k => k.Left).ToDictionary(static g => g.Key, static g => g.Count());
        Dictionary<int, int> right = own.Keys.GroupBy(static k => k.Right).ToDictionary(static g => g.Key, static g => g.Count());
        double all = 0;
        foreach (((int Left, int Right) key, (string[] types, double score)) in own)
        {
            double weight = 1.0 / Math.Max(left[key.Left], right[key.Right]);
            all += weight;
            if (other.TryGetValue(key, out (string[] Types, double Score) match))
            {
                double type = types.Intersect(match.Types, StringComparer.Ordinal).Count() / (double)types.Union(match.Types, StringComparer.Ordinal).Count();
                sums[0] += weight;
                sums[1] += weight * type;
                sums[2] += weight * type * (1 - (Math.Abs(score - match.Score) / 5));
            }
        }

        return all;
    }

    private double F1(int measure)
    {
        double precision = _found == 0 ? 0 : _right[measure] / _found, recall = _gold == 0 ? 0 : _complete[measure] / _gold;
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
