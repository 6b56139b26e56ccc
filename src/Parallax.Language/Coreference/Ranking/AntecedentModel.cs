using System.Globalization;

namespace Parallax.Language.Coreference.Ranking;

/// <summary>A log-linear model over small categorical features: each template is a table, its cell chosen by the values of a few variables.</summary>
/// <remarks>The weights are a text file: a line for each template (<c>template NAME size</c>), then <c>cell weight</c> for every cell that is not zero.</remarks>
internal sealed class AntecedentModel
{
    /// <summary>Weights of all templates, one after another.</summary>
    public required double[] Weights { get; init; }

    /// <summary>The model of the assembly; all weights 0 where the file is not there, which the caller must not allow at run time.</summary>
    /// <exception cref="InvalidOperationException">The file does not fit the templates of the program; the message says where.</exception>
    public static AntecedentModel Load()
    {
        double[] weights = new double[AntecedentFeatures.Size];
        int offset = -1, template = -1, size = 0;
        foreach ((int number, string line) in DataFile.Lines("en/coreference/antecedent-model.txt"))
        {
            string[] parts = line.Split(' ');
            if (parts[0] == "template")
            {
                template++;
                offset = template < AntecedentFeatures.Templates.Length ? AntecedentFeatures.Offset(template) : -1;
                size = int.Parse(parts[2], CultureInfo.InvariantCulture);
                if (offset < 0 || AntecedentFeatures.Templates[template].Name != parts[1] || AntecedentFeatures.Templates[template].Size != size)
                {
                    throw new InvalidOperationException($"antecedent-model.txt, line {number}: the template “{line}” is not the program's; train again.");
                }

                continue;
            }

            weights[offset + int.Parse(parts[0], CultureInfo.InvariantCulture)] = double.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        return new AntecedentModel { Weights = weights };
    }

    /// <summary>Sum of the weights of the cells.</summary>
    public double Score(ReadOnlySpan<int> cells)
    {
        double sum = 0;
        foreach (int cell in cells)
        {
            sum += Weights[cell];
        }

        return sum;
    }

    /// <summary>The model as text, cells with |weight| below a thousandth left out.</summary>
    public IEnumerable<string> Lines()
    {
        for (int t = 0; t < AntecedentFeatures.Templates.Length; t++)
        {
            (string name, int size) = AntecedentFeatures.Templates[t];
            yield return string.Create(CultureInfo.InvariantCulture, $"template {name} {size}");
            for (int cell = 0; cell < size; cell++)
            {
                double weight = Weights[AntecedentFeatures.Offset(t) + cell];
                if (Math.Abs(weight) >= 0.001)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{cell} {weight:0.###}");
                }
            }
        }
    }
}
