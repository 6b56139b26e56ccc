using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Text;
using Parallax.Core.Time;

namespace Parallax.Stories.Propositions;

/// <summary>Somebody or something in a proposition.</summary>
internal sealed record Participant
{
    /// <summary>Lemma of the head, lower-cased.</summary>
    public required string Head { get; init; }

    /// <summary>The words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Token of the head, or null where the event layer gave it.</summary>
    public int? Token { get; init; }

    /// <summary>Entities it refers to, sorted; several where it is a list.</summary>
    public ImmutableArray<string> Entities { get; init; } = [];

    /// <summary>Names of those entities and, where it has none itself, of its owners, lower-cased and sorted: one name read as two kinds of body is still one name.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Countries of those entities or of its modifiers ("Russian troops"), sorted.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Lemmas of its modifiers, sorted.</summary>
    public ImmutableArray<string> Modifiers { get; init; } = [];

    /// <summary>Entities of its modifiers where it has no name itself ("sales of Halden Motors"), sorted.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];

    /// <summary>What it is where it is somebody that may stand for a country (person, government, group …); null where it refers to no entity.</summary>
    public ActorKind? Kind { get; init; }

    /// <summary>The thing of the table of things, or null.</summary>
    public string? Thing { get; init; }

    /// <summary>Whether it is a person, named or not ("the climber").</summary>
    public bool IsPerson { get; init; }

    /// <summary>Whether it is more than one ("three students").</summary>
    public bool IsPlural { get; init; }

    /// <summary>Whether it stands with "the", so that it means one told before.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>Whether it is a pronoun that refers to nothing known.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>When a proposition is so: a time expression, or before or after something that is told.</summary>
/// <param name="Span">The words.</param>
/// <param name="Interval">The calendar, or unknown.</param>
/// <param name="Value">TIMEX3 value, or null.</param>
/// <param name="Relation">"before", "after", "during" something; null for a plain time.</param>
/// <param name="Anchor">The thing (of the table of things, or a head noun) that the relation is to; null for a plain time.</param>
internal sealed record TimeBound(TextSpan Span, TimexInterval Interval, string? Value, string? Relation, string? Anchor);

/// <summary>One predicate of a report with its arguments: the unit that is compared across reports.</summary>
internal sealed record Proposition
{
    /// <summary>Unique in the set and the same whatever the order of reports.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>Token of the predicate.</summary>
    public required int Token { get; init; }

    /// <summary>Lemma of the predicate.</summary>
    public required string Lemma { get; init; }

    /// <summary>Class of the predicate; the lemma itself where no table has it.</summary>
    public required string Class { get; init; }

    /// <summary>The innermost statement in whose content it stands, or null: the report's own voice.</summary>
    public Statement? Statement { get; init; }

    /// <summary>The event that its predicate triggers, or null.</summary>
    public Event? Event { get; init; }

    /// <summary>Whether it is what the sentence or the content mainly says, not a subordinate clause or a noun phrase of it.</summary>
    public bool IsMain { get; init; }

    /// <summary>Who acts.</summary>
    public Participant? Actor
    {
        get;
        init => (field, Participants) = (value, Known(value, Object, Recipient, Others));
    }

    /// <summary>The thing acted with, or what somebody is.</summary>
    public Participant? Object
    {
        get;
        init => (field, Participants) = (value, Known(Actor, value, Recipient, Others));
    }

    /// <summary>Who is acted on.</summary>
    public Participant? Recipient
    {
        get;
        init => (field, Participants) = (value, Known(Actor, Object, value, Others));
    }

    /// <summary>Participants of other prepositions.</summary>
    public ImmutableArray<Participant> Others
    {
        get;
        init => (field, Participants) = (value, Known(Actor, Object, Recipient, value));
    } = [];

    /// <summary>What it is for ("for its operation", "to strike the port"): class, thing or lemma of each, sorted.</summary>
    public ImmutableArray<string> Purposes { get; init; } = [];

    /// <summary>Class of what its figures count where the predicate only says that a count moves ("the number of people treated rose to 58"), or null.</summary>
    public string? Counted { get; init; }

    /// <summary>Whether it only points at an act told just before it and adds when or how many ("this happened before the war").</summary>
    public bool PointsBack { get; init; }

    /// <summary>Whether a noun tells it ("the trip to Ostra").</summary>
    public bool IsNominal { get; init; }

    /// <summary>Whether it tells what something else is done for ("to strike the port").</summary>
    public bool IsPurpose { get; init; }

    /// <summary>Whether it says what should be, would be or would have been, asks or stands under a condition: no word on what is so.</summary>
    public bool IsUnreal { get; init; }

    /// <summary>Word that heads its clause: the predicate, or a verb above it ("held talks", "plans to open").</summary>
    public int Top { get; init; }

    /// <summary>Where its predicate is one of two opposites ("safe", "unsafe"): the scale and whether it stands at its first end, negation reckoned in; or null.</summary>
    public (string Scale, bool IsFirst)? Pole { get; init; }

    /// <summary>Token of the subject of its clause, or null where the clause has none of its own.</summary>
    public int? Subject { get; init; }

    /// <summary>Whether its clause has a finite verb.</summary>
    public bool IsFinite { get; init; }

    /// <summary>Whether it is negated.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether it is one of two that are told as the one or the other ("were killed or hurt").</summary>
    public bool IsChoice { get; init; }

    /// <summary>Whether whoever tells it says that there is no evidence of it ("no proof that …").</summary>
    public bool IsUnproven { get; init; }

    /// <summary>Whether it has happened, is planned, or only possible.</summary>
    public Factuality Factuality { get; init; }

    /// <summary>Whether somebody only tries to do it ("tried to flee"): no word on whether it was done.</summary>
    public bool IsTried { get; init; }

    /// <summary>Whether its predicate is a verb or stands with a copula and has a subject of its own, so that its words say something by themselves.</summary>
    public bool IsClause { get; init; }

    /// <summary>Whether it is told in the past tense.</summary>
    public bool IsPast { get; init; }

    /// <summary>When.</summary>
    public ImmutableArray<TimeBound> Times { get; init; } = [];

    /// <summary>Figures in its clause that belong to no deeper clause.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>The words of the clause.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words of the clause alone, without what is joined to it or hangs on it as a clause.</summary>
    public TextSpan Core { get; init; }

    /// <summary>Content stems of the clause, distinct and sorted.</summary>
    public ImmutableArray<string> Stems { get; init; } = [];

    /// <summary>Whether it tells what is often done.</summary>
    public bool IsHabit { get; init; }

    /// <summary>Who acts, what, and on whom: those that are known. Every pair that is compared asks for them.</summary>
    public ImmutableArray<Participant> Participants { get; private init; } = [];

    private static ImmutableArray<Participant> Known(Participant? actor, Participant? thing, Participant? recipient, ImmutableArray<Participant> others) => [.. new[] { actor, thing, recipient }.OfType<Participant>(), .. others];
}
