using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parallax.Core.Accounts;

/// <summary>Whose voice words are in.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<FramingVoice>))]
public enum FramingVoice
{
    /// <summary>The report's own.</summary>
    Own,

    /// <summary>Somebody quoted or reported.</summary>
    Quoted,
}

/// <summary>One use of a label.</summary>
/// <param name="Label">The words.</param>
/// <param name="Report">The report.</param>
/// <param name="Voice">Whose voice.</param>
/// <param name="Evidence">Where.</param>
public sealed record LabelUse(string Label, string Report, FramingVoice Voice, ImmutableArray<Evidence> Evidence);

/// <summary>What the reports call one thing.</summary>
/// <param name="Thing">The plainest of the labels.</param>
/// <param name="Entity">The entity, or null.</param>
/// <param name="Uses">By report and label.</param>
public sealed record LabelGroup(string Thing, string? Entity, ImmutableArray<LabelUse> Uses);

/// <summary>How many words a report gives to a speaker.</summary>
/// <param name="Report">The report.</param>
/// <param name="Entity">The speaker, or null.</param>
/// <param name="Name">Its name.</param>
/// <param name="Statements">Number of statements.</param>
/// <param name="Words">Words of content.</param>
/// <param name="Share">Share of the report's words, 0 to 1, three decimals.</param>
public sealed record VoiceShare(string Report, string? Entity, string Name, int Statements, int Words, double Share);

/// <summary>How a report portrays somebody.</summary>
/// <param name="Report">The report.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Tone">-1 to 1, three decimals.</param>
/// <param name="Voice">Whose voice.</param>
/// <param name="Evidence">Where.</param>
public sealed record Portrayal(string Report, string Entity, double Tone, FramingVoice Voice, ImmutableArray<Evidence> Evidence);

/// <summary>A claim that a report leaves out although it was public and in scope, or merely does not mention.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Report">The report.</param>
/// <param name="Why">On what that rests.</param>
public sealed record Omission(string Claim, string Report, string Why);

/// <summary>Where an attribution was lost.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<AttributionLossKind>))]
public enum AttributionLossKind
{
    /// <summary>In the headline of the report that attributes it in its text.</summary>
    Headline,

    /// <summary>In a report that shares text with the one that attributes it.</summary>
    Copy,

    /// <summary>In another report, which may know it by itself.</summary>
    OtherReport,
}

/// <summary>A claim that one report gives as somebody's word and another, or its own headline, tells flatly.</summary>
/// <param name="Kind">Where.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Statement">The statement that attributes it.</param>
/// <param name="Attributed">The sentence that attributes it.</param>
/// <param name="Flat">The sentence that does not.</param>
/// <param name="Why">Why these are told together.</param>
public sealed record AttributionLoss(AttributionLossKind Kind, string Claim, string Statement, Evidence Attributed, Evidence Flat, string Why);

/// <summary>How the reports tell it.</summary>
/// <param name="Labels">What each calls the same thing.</param>
/// <param name="Voices">Who gets the words.</param>
/// <param name="Portrayal">Tone towards each actor.</param>
/// <param name="Omissions">What is left out.</param>
public sealed record Framing(
    ImmutableArray<LabelGroup> Labels, ImmutableArray<VoiceShare> Voices, ImmutableArray<Portrayal> Portrayal, ImmutableArray<Omission> Omissions)
{
    /// <summary>What is attributed in one place and told flatly in another.</summary>
    public ImmutableArray<AttributionLoss> AttributionLosses { get; init; } = [];

    /// <summary>Nothing found.</summary>
    public static Framing Empty { get; } = new([], [], [], []);
}
