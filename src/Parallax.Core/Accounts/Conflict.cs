using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parallax.Core.Accounts;

/// <summary>In what the sides of a conflict differ.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ConflictKind>))]
public enum ConflictKind
{
#pragma warning disable CS1591 // Defined with examples in docs/spec/conflicts.md.
    Figure, Time, Place, Actor, Action, Status, Sequence, Denial, Attribution, Modality,
#pragma warning restore CS1591
}

/// <summary>How the sides stand to each other.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ConflictRelation>))]
public enum ConflictRelation
{
    /// <summary>They cannot both be so.</summary>
    Conflict,

    /// <summary>The later replaces the earlier.</summary>
    Update,

    /// <summary>Both can be so.</summary>
    Compatible,
}

/// <summary>A place on one side of a conflict.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Start">First code unit.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Statement">The statement, or null.</param>
/// <param name="Event">The event, or null.</param>
public sealed record SideEvidence(string Report, int Start, int End, string? Statement, string? Event);

/// <summary>One side of a conflict.</summary>
/// <param name="Value">What it says, in words or as a value.</param>
/// <param name="Evidence">Where.</param>
public sealed record ConflictSide(string Value, ImmutableArray<SideEvidence> Evidence);

/// <summary>Where reports do not say the same.</summary>
/// <param name="Id"><c>k…</c>.</param>
/// <param name="Kind">In what they differ.</param>
/// <param name="Relation">How the sides stand to each other.</param>
/// <param name="Claim">The claim it is on.</param>
/// <param name="Sides">Two or more.</param>
/// <param name="Explanation">Why it is one.</param>
public sealed record Conflict(
    string Id, ConflictKind Kind, ConflictRelation Relation, string Claim, ImmutableArray<ConflictSide> Sides, Explanation Explanation);
