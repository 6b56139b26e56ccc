using System.Text.Json.Serialization;

namespace Parallax.Core.Accounts;

/// <summary>One vocabulary for sources, hops, roots, entities and origins.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ActorKind>))]
public enum ActorKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A body that is none of the kinds below.</summary>
    Organization,

    /// <summary>A government or a part of it; also a capital speaking for it.</summary>
    Government,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A newspaper, channel, site, channel of a messenger.</summary>
    Outlet,

    /// <summary>A news agency.</summary>
    Agency,

    /// <summary>A document: statement, report, readout, law.</summary>
    Document,

    /// <summary>Several people or bodies taken together ("Western officials and media").</summary>
    Group,

    /// <summary>Somebody the report does not name ("security sources").</summary>
    Unnamed,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A building or installation.</summary>
    Facility,

    /// <summary>A product, weapon or vehicle.</summary>
    Product,

    /// <summary>A named event.</summary>
    Event,

    /// <summary>The text does not say.</summary>
    NotStated,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>The form of a mention.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<MentionForm>))]
public enum MentionForm
{
    /// <summary>A name, whole or part.</summary>
    Name,

    /// <summary>A noun phrase ("the spokesman").</summary>
    Nominal,

    /// <summary>A pronoun.</summary>
    Pronoun,

    /// <summary>A place or seat standing for a body ("the Kremlin").</summary>
    Metonym,

    /// <summary>An acronym.</summary>
    Acronym,
}

/// <summary>How the words of a content are given.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Manner>))]
public enum Manner
{
    /// <summary>Wholly inside quotation marks.</summary>
    Direct,

    /// <summary>Not inside quotation marks.</summary>
    Indirect,

    /// <summary>Partly inside.</summary>
    Mixed,
}

/// <summary>What a source does with the proposition of its content. The content of a denial is the proposition un-negated.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Stance>))]
public enum Stance
{
#pragma warning disable CS1591 // Each class is defined, with its cues and its source in the literature, in docs/spec/stance.md.
    Asserts, Admits, Confirms, Denies, Doubts, Accuses, Warns, Demands, Offers, Promises, Threatens, Praises, Criticises, Asks, SaysNotKnown, Other,
#pragma warning restore CS1591
}

/// <summary>What the reporter's cue adds to the words it reports.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Force>))]
public enum Force
{
    /// <summary>Nothing ("said").</summary>
    Neutral,

    /// <summary>That it is so ("noted", "refuted").</summary>
    Endorses,

    /// <summary>Distance ("claimed", "alleged").</summary>
    Distances,
}

/// <summary>Whether an event is told as having happened.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Factuality>))]
public enum Factuality
{
    /// <summary>Cannot tell.</summary>
    Unknown,

    /// <summary>It happened or is happening.</summary>
    Happened,

    /// <summary>It did not happen.</summary>
    DidNotHappen,

    /// <summary>It is planned, promised, announced.</summary>
    Planned,

    /// <summary>It may have happened or may happen.</summary>
    Possible,

    /// <summary>It stands under a condition or in a thought.</summary>
    Hypothetical,
}
