using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Modality;

/// <summary>Factuality as a number from -3 (did not happen) to 3 (happened).</summary>
internal static class FactualityScore
{
    // Set by hand on the scale of the corpora; a mean of these and the network's score measured worse than the network alone.
    private const double Happened = 2.2, DidNotHappen = -1.6, Planned = -0.9, Possible = -0.5, Hypothetical = -1.0, Unknown = 0.0;

    /// <summary>The number for the class that the rules give.</summary>
    public static double OfRules(SyntaxTree tree, int head) => Of(FactualityReader.Read(tree, head).Factuality);

    /// <summary>The number for the class that an event gets.</summary>
    public static double OfLabel(SyntaxTree tree, ScoreColumn scores, int head) => Of(FactualityDecision.Read(tree, scores, head).Factuality);

    private static double Of(Factuality factuality) => factuality switch
    {
        Factuality.Happened => Happened,
        Factuality.DidNotHappen => DidNotHappen,
        Factuality.Planned => Planned,
        Factuality.Possible => Possible,
        Factuality.Hypothetical => Hypothetical,
        _ => Unknown,
    };
}
