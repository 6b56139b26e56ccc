using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Ranking;
using Parallax.Language.Syntax;

namespace Parallax.Training.Coreference;

/// <summary>Trains the antecedent model: softmax over "new" and the candidates, the mass of all right ones raised; AdaGrad, fixed order, no randomness.</summary>
internal sealed class AntecedentTrainer
{
    private readonly List<Example> _examples = [];

    public int Count => _examples.Count;

    /// <summary>Adds the mentions of a document.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="clusters">Mentions with the joins by rule.</param>
    /// <param name="chainOf">Gold chain of each mention, or -1.</param>
    /// <param name="isJudged">Whether the gold tells of this antecedent; others are left out.</param>
    /// <param name="isKnown">Whether the gold tells of this mention (in GAP, only of one pronoun and two names).</param>
    public void Add(SyntaxTree tree, MentionClusters clusters, int[] chainOf, Func<MentionCandidate, bool> isKnown, Func<MentionCandidate, bool>? isJudged = null)
    {
        AntecedentFeatures features = new(tree, clusters);
        bool[] joined = AntecedentRanker.AlreadyJoined(clusters);
        int[] cells = new int[AntecedentFeatures.MaxCells];
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (joined[mention.Index] || !AntecedentRanker.IsOpen(mention) || !isKnown(mention))
            {
                continue;
            }

            var candidates = AntecedentRanker.Candidates(features, clusters, mention, out int agreeing);
            List<int[]> rows = [cells[..features.New(cells, mention, agreeing)]];
            List<bool> right = [false];
            foreach ((MentionCandidate antecedent, int rank) in candidates)
            {
                if (isJudged?.Invoke(antecedent) == false)
                {
                    continue;
                }

                rows.Add(cells[..features.Pair(cells, mention, antecedent, rank)]);
                right.Add(chainOf[mention.Index] >= 0 && clusters.MembersOf(antecedent.Index).Any(m => chainOf[m] == chainOf[mention.Index]));
            }

            right[0] = !right.Contains(true);
            if (rows.Count > 1)
            {
                _examples.Add(new Example([.. rows], [.. right]));
            }
        }
    }

    public AntecedentModel Train(int epochs, double rate, double decay)
    {
        double[] weights = new double[AntecedentFeatures.Size], squares = new double[AntecedentFeatures.Size];
        double[] scores = new double[AntecedentRanker.Window + 2];
        uint seed = 12345;
        int[] order = [.. Enumerable.Range(0, _examples.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                seed = unchecked((seed * 1664525u) + 1013904223u);
                int j = (int)(seed % (uint)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            double loss = 0;
            foreach (int index in order)
            {
                loss += Step(_examples[index], weights, squares, scores, rate, decay);
            }

            Console.Error.WriteLine($"epoch {epoch + 1}: loss {loss / _examples.Count:0.0000}");
        }

        return new AntecedentModel { Weights = weights };
    }

    private static double Step(Example example, double[] weights, double[] squares, double[] scores, double rate, double decay)
    {
        int n = example.Rows.Length;
        double top = double.NegativeInfinity;
        for (int r = 0; r < n; r++)
        {
            double sum = 0;
            foreach (int cell in example.Rows[r])
            {
                sum += weights[cell];
            }

            scores[r] = sum;
            top = Math.Max(top, sum);
        }

        double all = 0, good = 0;
        for (int r = 0; r < n; r++)
        {
            scores[r] = Math.Exp(scores[r] - top);
            all += scores[r];
            good += example.Right[r] ? scores[r] : 0;
        }

        for (int r = 0; r < n; r++)
        {
            double gradient = (scores[r] / all) - (example.Right[r] ? scores[r] / Math.Max(good, 1e-12) : 0);
            if (Math.Abs(gradient) < 1e-5)
            {
                continue;
            }

            foreach (int cell in example.Rows[r])
            {
                double g = gradient + (decay * weights[cell]);
                squares[cell] += g * g;
                weights[cell] -= rate * g / (Math.Sqrt(squares[cell]) + 1e-6);
            }
        }

        return -Math.Log(Math.Max(good, 1e-12) / all);
    }

    private sealed record Example(int[][] Rows, bool[] Right);
}
