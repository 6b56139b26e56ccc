using System.Collections.Immutable;
using Parallax.Storage;
using Parallax.Stories.Entities;

namespace Parallax.Application.Decisions;

/// <summary>Decisions as the collection keeps them and as linking needs them.</summary>
internal static class KeptDecisions
{
    /// <summary>The decision on entities, or null where it is of a kind that this version does not know.</summary>
    public static EntityDecision? Read(KeptDecision kept)
    {
        Decision decision = kept.Decision;
        bool renames = decision.Kind == "rename";
        return KindOf(decision.Kind) is { } kind
            ? new EntityDecision(kept.Number, kind, Ids(decision.Subject), renames ? [] : Ids(decision.Value), renames ? decision.Value : "", decision.Words)
            : null;
    }

    private static EntityDecisionKind? KindOf(string kind) => kind switch
    {
        "merge" => EntityDecisionKind.Merge,
        "split" => EntityDecisionKind.Split,
        "rename" => EntityDecisionKind.Rename,
        "reject" => EntityDecisionKind.Reject,
        _ => null,
    };

    private static ImmutableArray<string> Ids(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
