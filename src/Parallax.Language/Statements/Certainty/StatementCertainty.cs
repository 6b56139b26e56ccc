using System.Globalization;
using Parallax.Core;
using Parallax.Language.Pipeline;

namespace Parallax.Language.Statements.Certainty;

/// <summary>How surely a statement was read rightly: speaker, words and stance all as a careful reader has them. Immutable and thread-safe.</summary>
/// <remarks>
/// Logistic regression over the traits of <see cref="StatementTraits"/>, learned from verdicts of readers on accounts of real stories (right 1, with a small defect ½, wrong 0) by
/// <c>training/certainty/train.py</c>. The file holds <c>bias</c> and one line a trait; a trait that it does not hold weighs nothing.
/// </remarks>
internal sealed class StatementCertainty
{
    private const string BiasName = "bias";

    private readonly Dictionary<string, double> _weights;
    private readonly double _bias;

    private StatementCertainty(Dictionary<string, double> weights, double bias) => (_weights, _bias) = (weights, bias);

    /// <summary>The weights for English.</summary>
    public static StatementCertainty English { get; } = Read("en/statements/certainty.txt");

    /// <summary>Reads a file of weights.</summary>
    /// <exception cref="FormatException">A line is no name and number; the message names it.</exception>
    public static StatementCertainty Read(string name)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach (string line in LanguageData.Lines(name))
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            weights[fields[0]] = fields.Length == 2 && double.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double weight)
                ? weight
                : throw new FormatException($"{name}: expected a name and a number, found “{line}”.");
        }

        return new StatementCertainty(weights, weights.GetValueOrDefault(BiasName));
    }

    /// <summary>The certainty in thousandths, 0 to 1000.</summary>
    /// <param name="traits">The traits, in the fixed order of <see cref="StatementTraits.Of"/>, so that the sum has the same bits everywhere.</param>
    public int Of(List<string> traits)
    {
        double score = _bias;
        foreach (string trait in traits)
        {
            score += _weights.GetValueOrDefault(trait);
        }

        return Logistic.Thousandths(score);
    }
}
