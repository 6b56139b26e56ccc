using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Core.Accounts;

/// <summary>The 16 event types of PLOVER (draft 2.0).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PloverType>))]
public enum PloverType
{
#pragma warning disable CA1707, CS1591 // PLOVER's own names; see docs/spec/events.md.
    NONE, AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT,
#pragma warning restore CA1707, CS1591
}

/// <summary>The word that tells an event.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Lemma">Lemma of the predicate.</param>
public sealed record EventTrigger(int Start, int End, string Lemma);

/// <summary>What was given, signed, banned …</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">First code unit.</param>
/// <param name="End">First code unit after them.</param>
/// <param name="Entity">The entity, or null.</param>
public sealed record EventObject(string Text, int Start, int End, string? Entity);

/// <summary>Who did what to whom, as one sentence of one report tells it.</summary>
public sealed record Event : ISpanned
{
    /// <summary><c>v…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The word that tells it.</summary>
    public required EventTrigger Trigger { get; init; }

    /// <summary>PLOVER type; NONE for an event outside PLOVER's types (an arrival, a price rise).</summary>
    public required PloverType Plover { get; init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO code ("040"), or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>Entities that act; of a mutual act, all of them.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Entities acted on.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>What was given, signed, banned …, or null.</summary>
    public EventObject? Object { get; init; }

    /// <summary>When, a TIMEX3 value, or null.</summary>
    public string? Time { get; init; }

    /// <summary>The words for what it was before or after, where these tell no day ("months before the strike"), or null.</summary>
    public TextSlice? Bound { get; init; }

    /// <summary>Entity where, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Whether it is told as having happened.</summary>
    public Factuality Factuality { get; init; }

    /// <summary>The statement whose content asserts it, or null: the outlet's own voice.</summary>
    public string? According { get; init; }

    /// <summary>Why it was read so.</summary>
    [JsonIgnore]
    public Explanation? Explanation { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public TextSpan Span => TextSpan.FromBounds(Trigger.Start, Trigger.End);
}
