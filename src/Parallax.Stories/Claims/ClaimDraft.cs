using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>How a proposition came to its place on a claim.</summary>
internal enum StandBasis
{
    /// <summary>It says the same or its opposite.</summary>
    Words,

    /// <summary>It is about a statement that says so ("dismissed the allegations").</summary>
    Answer,

    /// <summary>It tells the same with another figure or time.</summary>
    Value,

    /// <summary>It says this and more, or denies what does.</summary>
    Wider,
}

/// <summary>A proposition's place on a claim.</summary>
/// <param name="Proposition">The proposition.</param>
/// <param name="Kind">What it does with the claim.</param>
/// <param name="Evidential">What it goes back to.</param>
/// <param name="Why">Why it takes that position.</param>
/// <param name="Basis">How it came there.</param>
internal sealed record Stand(Proposition Proposition, PositionKind Kind, Evidential Evidential, string Why, StandBasis Basis = StandBasis.Words)
{
    /// <summary>Whether it says that the claim is so, and does not only name it: "such attacks" and "to remain head" tell nobody that there were any or that he is.</summary>
    public bool SaysSo => Basis != StandBasis.Words || (Proposition.Statement is null ? Proposition is { IsClause: true, IsFinite: true } : !Proposition.IsClause || Proposition.IsFinite || Proposition.Statement.Stance == Stance.Accuses);

    /// <summary>Whether it only answers another, so that its words do not tell the claim.</summary>
    public bool IsAnswer => Basis is StandBasis.Answer or StandBasis.Wider;
}

/// <summary>A claim before its status is known.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stands">Who takes which position, in report order.</param>
/// <param name="Reasons">Why these are on one proposition.</param>
/// <param name="Wording">Its words, or null where none were found yet.</param>
/// <param name="Act">Where it tells when or how much an act was: id of the claim that there was such an act; or null.</param>
internal sealed record ClaimDraft(string Id, ImmutableArray<Stand> Stands, ImmutableArray<string> Reasons, Wording? Wording = null, string? Act = null)
{
    /// <summary>Clauses of other reports that may tell it, the surest first.</summary>
    public ImmutableArray<NearClause> Near { get; init; } = [];

    /// <summary>Those on the claim itself.</summary>
    public IEnumerable<Stand> Own => Stands.Where(static s => s.Kind != PositionKind.DeniesSomethingElse);
}
