using System.Globalization;

namespace Parallax.Language.Coreference.PronounLinks;

/// <summary>Scores the candidates of "he" and "she": the mean of a few small networks of two hidden layers with rectified units. Immutable; thread-safe.</summary>
/// <remarks>The weights are a text file: for each network <c>network inputs first second</c>, then a line of numbers for each unit, its bias first. Sums run in one order, so that all machines agree.</remarks>
internal sealed class PersonPronounModel
{
    private readonly List<Network> _networks = [];

    /// <summary>A model of these networks.</summary>
    public PersonPronounModel(IEnumerable<Network> networks) => _networks = [.. networks];

    /// <summary>The model of the assembly.</summary>
    /// <exception cref="InvalidOperationException">The file does not fit the features of the program; the message says where.</exception>
    public static PersonPronounModel Load()
    {
        List<Network> networks = [];
        Queue<(int Number, string Line)> lines = new(DataFile.Lines("en/coreference/pronoun-model.txt"));
        while (lines.TryDequeue(out (int Number, string Line) head))
        {
            string[] parts = head.Line.Split(' ');
            if (parts is not ["network", var inputs, var first, var second] || int.Parse(inputs, CultureInfo.InvariantCulture) != PersonPronounFeatures.Count)
            {
                throw new InvalidOperationException($"pronoun-model.txt, line {head.Number}: expected a network of {PersonPronounFeatures.Count} inputs, found “{head.Line}”; train again.");
            }

            int units = int.Parse(first, CultureInfo.InvariantCulture), more = int.Parse(second, CultureInfo.InvariantCulture);
            networks.Add(new Network(Layer(lines, units), Layer(lines, more), Layer(lines, 1)[0]));
        }

        return new PersonPronounModel(networks);
    }

    /// <summary>The score of a candidate; higher is better, and only differences between candidates of one pronoun mean anything.</summary>
    public double Score(double[] features)
    {
        double sum = 0;
        foreach (Network network in _networks)
        {
            sum += network.Score(features);
        }

        return sum / _networks.Count;
    }

    /// <summary>The model as text.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (Network network in _networks)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"network {network.First[0].Length - 1} {network.First.Length} {network.Second.Length}");
            foreach (double[] unit in network.First.Concat(network.Second).Append(network.Output))
            {
                yield return string.Join(' ', unit.Select(static w => Math.Round(w, 3).ToString("0.###", CultureInfo.InvariantCulture)));
            }
        }
    }

    private static double[][] Layer(Queue<(int Number, string Line)> lines, int units)
    {
        double[][] layer = new double[units][];
        for (int u = 0; u < units; u++)
        {
            layer[u] = [.. lines.Dequeue().Line.Split(' ').Select(static w => double.Parse(w, CultureInfo.InvariantCulture))];
        }

        return layer;
    }

    /// <summary>One network. In each unit the bias comes first.</summary>
    internal sealed record Network(double[][] First, double[][] Second, double[] Output)
    {
        /// <summary>The score of a candidate.</summary>
        public double Score(double[] features)
        {
            Span<double> first = stackalloc double[First.Length], second = stackalloc double[Second.Length];
            Apply(First, features, first);
            Apply(Second, first, second);
            double sum = Output[0];
            for (int u = 0; u < second.Length; u++)
            {
                sum += Output[u + 1] * second[u];
            }

            return sum;
        }

        private static void Apply(double[][] layer, ReadOnlySpan<double> inputs, Span<double> outputs)
        {
            for (int u = 0; u < layer.Length; u++)
            {
                double[] unit = layer[u];
                double sum = unit[0];
                for (int i = 0; i < inputs.Length; i++)
                {
                    sum += inputs[i] == 0 ? 0 : unit[i + 1] * inputs[i];
                }

                outputs[u] = Math.Max(0, sum);
            }
        }
    }
}
