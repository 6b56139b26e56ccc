using Parallax.Language.Coreference;
using Parallax.Language.Coreference.PronounLinks;

namespace Parallax.Training.Coreference;

/// <summary>A pronoun: which features each of its candidates has, and which candidates are right.</summary>
internal sealed record PronounExample(int[][] Rows, bool[] Right, double Weight);

/// <summary>Trains the networks for "he" and "she": softmax over the candidates, the mass of all right ones raised; Adam, seeded, so that a run can be repeated.</summary>
internal static class PronounTrainer
{
    private const int FirstUnits = 32, SecondUnits = 16, Batch = 32;
    private const double Rate = 0.003, Decay = 1e-4, Dropout = 0.2;

    public static PersonPronounModel Train(List<PronounExample> examples, int networks, int epochs) =>
        new([.. Enumerable.Range(0, networks).Select(n => TrainOne(examples, epochs, new Random(1000 + n)))]);

    private static PersonPronounModel.Network TrainOne(List<PronounExample> examples, int epochs, Random random)
    {
        Layer first = new(PersonPronounFeatures.Count, FirstUnits, random), second = new(FirstUnits, SecondUnits, random), output = new(SecondUnits, 1, random);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        int steps = 0;
        double loss = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            loss = 0;
            double rate = Rate * (1 - ((double)epoch / epochs));
            for (int i = 0; i < order.Length; i++)
            {
                loss += Step(examples[order[i]], first, second, output, random);
                if ((i + 1) % Batch == 0 || i + 1 == order.Length)
                {
                    steps++;
                    first.Update(rate, steps);
                    second.Update(rate, steps);
                    output.Update(rate, steps);
                }
            }
        }

        Console.Error.WriteLine($"  loss {loss / examples.Sum(static e => e.Weight):0.0000}");
        return new PersonPronounModel.Network(first.Units(), second.Units(), output.Units()[0]);
    }

    private static double Step(PronounExample example, Layer first, Layer second, Layer output, Random random)
    {
        int n = example.Rows.Length;
        double[][] hidden = new double[n][], deeper = new double[n][];
        double[] scores = new double[n];
        double[] kept = new double[FirstUnits];
        for (int u = 0; u < FirstUnits; u++)
        {
            kept[u] = random.NextDouble() < Dropout ? 0 : 1 / (1 - Dropout);
        }

        double top = double.NegativeInfinity;
        for (int r = 0; r < n; r++)
        {
            hidden[r] = first.Forward(example.Rows[r]);
            for (int u = 0; u < FirstUnits; u++)
            {
                hidden[r][u] = Math.Max(0, hidden[r][u]) * kept[u];
            }

            deeper[r] = second.Forward(hidden[r]);
            for (int u = 0; u < SecondUnits; u++)
            {
                deeper[r][u] = Math.Max(0, deeper[r][u]);
            }

            scores[r] = output.Forward(deeper[r])[0];
            top = Math.Max(top, scores[r]);
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
            double gradient = example.Weight * ((scores[r] / all) - (example.Right[r] ? scores[r] / Math.Max(good, 1e-12) : 0));
            if (Math.Abs(gradient) < 1e-5)
            {
                continue;
            }

            double[] back = output.Backward(deeper[r], [gradient]);
            for (int u = 0; u < SecondUnits; u++)
            {
                back[u] = deeper[r][u] > 0 ? back[u] : 0;
            }

            double[] further = second.Backward(hidden[r], back);
            for (int u = 0; u < FirstUnits; u++)
            {
                further[u] = hidden[r][u] > 0 ? further[u] * kept[u] : 0;
            }

            first.Accumulate(example.Rows[r], further);
        }

        return -example.Weight * Math.Log(Math.Max(good, 1e-12) / all);
    }

    // A layer with its gradients and the two moments of Adam, [inputs + 1, units] with the bias first: units lie side by side.
    private sealed class Layer
    {
        private readonly double[][] _weights, _gradients, _means, _squares;
        private readonly int _units;

        public Layer(int inputs, int units, Random random)
        {
            _units = units;
            double scale = Math.Sqrt(2.0 / Math.Min(inputs, 40));
            double[][] Make() => [.. Enumerable.Range(0, inputs + 1).Select(_ => new double[units])];
            (_weights, _gradients, _means, _squares) = (Make(), Make(), Make(), Make());
            for (int i = 1; i <= inputs; i++)
            {
                for (int u = 0; u < units; u++)
                {
                    _weights[i][u] = ((random.NextDouble() * 2) - 1) * scale;
                }
            }
        }

        public double[][] Units() => [.. Enumerable.Range(0, _units).Select(u => _weights.Select(row => row[u]).ToArray())];

        public double[] Forward(int[] present)
        {
            double[] sums = (double[])_weights[0].Clone();
            foreach (int i in present)
            {
                Add(sums, _weights[i + 1], 1);
            }

            return sums;
        }

        public double[] Forward(double[] inputs)
        {
            double[] sums = (double[])_weights[0].Clone();
            for (int i = 0; i < inputs.Length; i++)
            {
                if (inputs[i] != 0)
                {
                    Add(sums, _weights[i + 1], inputs[i]);
                }
            }

            return sums;
        }

        public void Accumulate(int[] present, double[] gradients)
        {
            Add(_gradients[0], gradients, 1);
            foreach (int i in present)
            {
                Add(_gradients[i + 1], gradients, 1);
            }
        }

        public double[] Backward(double[] inputs, double[] gradients)
        {
            double[] back = new double[inputs.Length];
            Add(_gradients[0], gradients, 1);
            for (int i = 0; i < inputs.Length; i++)
            {
                if (inputs[i] == 0)
                {
                    continue;
                }

                double[] row = _weights[i + 1];
                for (int u = 0; u < row.Length; u++)
                {
                    back[i] += row[u] * gradients[u];
                }

                Add(_gradients[i + 1], gradients, inputs[i]);
            }

            return back;
        }

        public void Update(double rate, int step)
        {
            const double beta = 0.9, gamma = 0.999;
            double first = 1 - Math.Pow(beta, step), second = 1 - Math.Pow(gamma, step);
            for (int i = 0; i < _weights.Length; i++)
            {
                for (int u = 0; u < _units; u++)
                {
                    double g = (_gradients[i][u] / Batch) + (Decay * _weights[i][u]);
                    _means[i][u] = (beta * _means[i][u]) + ((1 - beta) * g);
                    _squares[i][u] = (gamma * _squares[i][u]) + ((1 - gamma) * g * g);
                    _weights[i][u] -= rate * (_means[i][u] / first) / (Math.Sqrt(_squares[i][u] / second) + 1e-8);
                    _gradients[i][u] = 0;
                }
            }
        }

        private static void Add(double[] sums, double[] row, double factor)
        {
            for (int u = 0; u < sums.Length; u++)
            {
                sums[u] += row[u] * factor;
            }
        }
    }
}
