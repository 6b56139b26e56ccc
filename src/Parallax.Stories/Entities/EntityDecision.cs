using System.Collections.Immutable;

namespace Parallax.Stories.Entities;

/// <summary>What a user decided of entities.</summary>
public enum EntityDecisionKind
{
    /// <summary>Two are one.</summary>
    Merge,

    /// <summary>What was taken for one is two.</summary>
    Split,

    /// <summary>It has another name.</summary>
    Rename,

    /// <summary>It is no entity.</summary>
    Reject,
}

/// <summary>A decision of the user on entities, which stands above every rule of linking.</summary>
/// <param name="Number">Its number in the collection; a later decision stands above an earlier one that says the opposite.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Subject">Ids of entities inside reports: one side of a merge or split, or what is renamed or rejected; at least one.</param>
/// <param name="Other">Ids of the other side of a merge or split; empty otherwise.</param>
/// <param name="Name">The new name; empty where it is no renaming.</param>
/// <param name="Words">The decision in words, for explanations and findings.</param>
public sealed record EntityDecision(int Number, EntityDecisionKind Kind, ImmutableArray<string> Subject, ImmutableArray<string> Other, string Name, string Words);
