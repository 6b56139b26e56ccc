using Parallax.Core.Accounts;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Reads what a piece of evidence does with its proposition from stance, polarity and factuality.</summary>
internal static class Positions
{
    /// <summary>The position and the reason.</summary>
    public static (PositionKind Kind, string Why) Of(Proposition proposition)
    {
        (PositionKind kind, string why) = proposition.Statement is { } statement ? OfStance(statement) : (PositionKind.Affirms, "the report says it in its own words");
        if (proposition.IsUnproven && kind == PositionKind.Affirms)
        {
            return proposition.IsNegated ? (PositionKind.SaysNotKnown, why + ", of whose contrary there is no evidence") : (PositionKind.Denies, why + ", that there is no evidence of it");
        }

        if (proposition.IsNegated)
        {
            return kind switch
            {
                PositionKind.Affirms => (PositionKind.Denies, why + ", negated"),
                PositionKind.Denies => (PositionKind.Affirms, why + ", of its negation"),
                _ => (kind, why),
            };
        }

        // "was allegedly sold", "it is believed that …": nobody is named who says that it is so.
        return kind != PositionKind.Affirms ? (kind, why) : proposition.Factuality == Factuality.Possible ? (PositionKind.Qualifies, why + ", as possible")
            : proposition.Statement is { Hedge: { } hedge, Source.Name.Length: 0 } ? (PositionKind.Qualifies, $"“{hedge}”, of nobody named") : (kind, why);
    }

    private static (PositionKind Kind, string Why) OfStance(Statement statement)
    {
        PositionKind kind = statement.Stance switch
        {
            Stance.Denies => PositionKind.Denies,
            Stance.Doubts => PositionKind.Doubts,
            Stance.SaysNotKnown => PositionKind.SaysNotKnown,
            _ => PositionKind.Affirms,
        };
        return (kind, $"“{statement.Cue.Text}”");
    }
}
