using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories;

/// <summary>An account and the reason for everything in it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Explanations">Reasons by id (entities, stories, happenings, claims, origins, conflicts, quotations, dates of reports under the report's id).</param>
public sealed record AccountResult(Account Account, ImmutableSortedDictionary<string, Explanation> Explanations)
{
    /// <summary>Ids of the entities inside reports that each entity of the account was joined from, by its id, sorted.</summary>
    /// <value>Empty.</value>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> EntityMembers { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The propositions that were compared, by key.</summary>
    internal ImmutableArray<Proposition> Propositions { get; init; } = [];

    /// <summary>The reports as they were compared; null before.</summary>
    internal ReportSet? Set { get; init; }

    /// <summary>Story number by report.</summary>
    internal IReadOnlyDictionary<string, int> StoryOf { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The claims with the propositions that take the positions on them.</summary>
    internal ImmutableArray<ClaimDraft> Drafts { get; init; } = [];

    /// <summary>The reason for an id; null where none is known. The id of a member finds the group's.</summary>
    public Explanation? Explain(string id) => Explanations.GetValueOrDefault(id);
}
