using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>A proposition's place on a claim.</summary>
/// <param name="Proposition">The proposition.</param>
/// <param name="Kind">What it does with the claim.</param>
/// <param name="Evidential">What it goes back to.</param>
/// <param name="Why">Why it takes that position.</param>
internal sealed record Stand(Proposition Proposition, PositionKind Kind, Evidential Evidential, string Why);

/// <summary>A claim before its status is known.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stands">Who takes which position, in report order.</param>
/// <param name="Reasons">Why these are on one proposition.</param>
internal sealed record ClaimDraft(string Id, ImmutableArray<Stand> Stands, ImmutableArray<string> Reasons)
{
    /// <summary>Those on the claim itself.</summary>
    public IEnumerable<Stand> Own => Stands.Where(static s => s.Kind != PositionKind.DeniesSomethingElse);
}
