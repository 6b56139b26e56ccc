using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Parallax.Core.Text;

namespace Parallax.Core.Accounts;

/// <summary>Where a claim stands; the first that fits.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ClaimStatus>))]
public enum ClaimStatus
{
    /// <summary>Affirmed and denied, or a conflict on it.</summary>
    Disputed,

    /// <summary>Only denied.</summary>
    Denied,

    /// <summary>A later as-of replaced it.</summary>
    Updated,

    /// <summary>Told as planned or announced.</summary>
    Foretold,

    /// <summary>At least two origins at the low bound, contradicted by none here.</summary>
    Corroborated,

    /// <summary>One origin.</summary>
    OneOrigin,
}

/// <summary>What a piece of evidence does with a claim.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PositionKind>))]
public enum PositionKind
{
    /// <summary>Says it is so.</summary>
    Affirms,

    /// <summary>Says it is not so.</summary>
    Denies,

    /// <summary>Doubts it.</summary>
    Doubts,

    /// <summary>Says it is so with a limit.</summary>
    Qualifies,

    /// <summary>Says it is not known.</summary>
    SaysNotKnown,

    /// <summary>Denies something that only resembles it.</summary>
    DeniesSomethingElse,
}

/// <summary>One piece of evidence for or against a claim.</summary>
/// <param name="Kind">What it does with the claim.</param>
/// <param name="Statement">The statement, or null.</param>
/// <param name="Event">The event, or null.</param>
/// <param name="Report">The report.</param>
/// <param name="Voice">Whose word it is; the outlet's own name, or "own voice", where the report says it flatly.</param>
/// <param name="Origin">Id of the origin it goes back to.</param>
/// <param name="Evidence">The words that take the position; null only in accounts that were written without it.</param>
public sealed record Position([property: JsonPropertyName("position")] PositionKind Kind, string? Statement, string? Event, string Report, string Voice, string Origin, Evidence? Evidence = null);

/// <summary>A clause that may tell what a claim tells.</summary>
/// <param name="Evidence">Where it stands.</param>
/// <param name="Claim">The claim on which it takes a position, or null.</param>
/// <param name="Sure">How sure that both tell one fact, 0 to 1.</param>
public sealed record NearTelling(Evidence Evidence, string? Claim, double Sure);

/// <summary>A count that is known only between bounds, both inclusive.</summary>
/// <param name="Low">At least.</param>
/// <param name="High">At most.</param>
public sealed record CountRange(int Low, int High);

/// <summary>How many independent origins stand behind a claim.</summary>
/// <param name="Said">Independent witnesses that it was said.</param>
/// <param name="So">Independent origins for its being so.</param>
public sealed record OriginCounts(CountRange Said, CountRange So);

/// <summary>One proposition on which statements and events of one or more reports take positions.</summary>
public sealed record Claim
{
    /// <summary><c>c…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The stories it belongs to.</summary>
    public ImmutableArray<string> Stories { get; init; } = [];

    /// <summary>Words of one of the reports, never composed; "…" stands for a stretch left out.</summary>
    public required string Text { get; init; }

    /// <summary>Where those words stand.</summary>
    public required Evidence TextEvidence { get; init; }

    /// <summary>Stretches inside <see cref="TextEvidence"/> that <see cref="Text"/> leaves out, each shown as "…", because fewer than half of the other reports tell them; sorted, offsets of the report.</summary>
    public ImmutableArray<TextSpan> LeftOut { get; init; } = [];

    /// <summary>Words of <see cref="Text"/> for which a reader has to look at what stands before ("the effort", "that contract", "it"); sorted, offsets of the report.</summary>
    public ImmutableArray<TextSpan> Open { get; init; } = [];

    /// <summary>The words just before in the report, where a reader finds what <see cref="Open"/> stands for; null where nothing is open or nothing stands before.</summary>
    public Evidence? Before { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Who takes which position, in report order.</summary>
    public required ImmutableArray<Position> Positions { get; init; }

    /// <summary>Independent origins.</summary>
    public required OriginCounts Origins { get; init; }

    /// <summary>Clauses of reports that take no position on it and may tell it, the surest first; not sure enough to be counted with it.</summary>
    public ImmutableArray<NearTelling> Near { get; init; } = [];

    /// <summary>Why these positions are on one proposition, and why so many origins.</summary>
    public required Explanation Explanation { get; init; }
}

/// <summary>What an origin is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<OriginKind>))]
public enum OriginKind
{
    /// <summary>A speaker on an occasion.</summary>
    Speaker,

    /// <summary>A document.</summary>
    Document,

    /// <summary>An agency.</summary>
    Agency,

    /// <summary>An outlet that tells it itself.</summary>
    Outlet,

    /// <summary>Somebody unnamed.</summary>
    Unnamed,

    /// <summary>The text does not say.</summary>
    NotStated,
}

/// <summary>The independent root that evidence goes back to.</summary>
/// <param name="Id"><c>o…</c>.</param>
/// <param name="Root">Its name; "not stated" where the text does not say.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reports">Reports whose evidence goes back to it.</param>
/// <param name="Why">Why that evidence shares one origin.</param>
public sealed record Origin(string Id, string Root, OriginKind Kind, ImmutableArray<string> Reports, string Why)
{
    /// <summary>Claims that nobody else affirms: without this origin they fall.</summary>
    public ImmutableArray<string> Falls { get; init; } = [];

    /// <summary>Claims that without this origin would go back to fewer than two independent origins at the low bound.</summary>
    public ImmutableArray<string> LosesCorroboration { get; init; } = [];
}
