using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Core.Accounts;

/// <summary>The words of a text in one or more pieces.</summary>
/// <param name="Spans">The pieces in text order; empty where nothing stands in the text.</param>
/// <param name="Text">The pieces joined by " … ".</param>
public record SpannedText(ImmutableArray<TextSpan> Spans, string Text)
{
    /// <summary>No words.</summary>
    public static SpannedText None { get; } = new([], "");

    /// <summary>The words at <paramref name="spans"/>.</summary>
    public static SpannedText Of(SourceText text, ImmutableArray<TextSpan> spans) => new(spans, Join(text, spans));

    /// <summary>The words at <paramref name="spans"/>, joined by " … ".</summary>
    public static string Join(SourceText text, ImmutableArray<TextSpan> spans) => string.Join(" … ", spans.Select(text.Slice));
}

/// <summary>To whom words are attributed.</summary>
/// <param name="Spans">Where the source stands; empty where it is implicit.</param>
/// <param name="Text">Its words.</param>
/// <param name="Entity">The entity it refers to, or null.</param>
/// <param name="Name">The entity's name, resolved through coreference; the words themselves where there is none.</param>
/// <param name="Kind">What it is.</param>
public sealed record StatementSource(ImmutableArray<TextSpan> Spans, string Text, string? Entity, string Name, ActorKind Kind) : SpannedText(Spans, Text);

/// <summary>The words that attribute.</summary>
/// <param name="Spans">Where they stand.</param>
/// <param name="Text">The words.</param>
/// <param name="Lemma">Lemma of the word that carries the attribution ("say" of "was quoted as saying").</param>
/// <param name="Negated">Whether the attributing itself is negated ("did not say").</param>
/// <param name="Factive">Whether the cue takes its content for true ("admitted").</param>
public sealed record StatementCue(ImmutableArray<TextSpan> Spans, string Text, string Lemma, bool Negated, bool Factive) : SpannedText(Spans, Text);

/// <summary>How a hop hands on the words.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<HopRelation>))]
public enum HopRelation
{
    /// <summary>"according to".</summary>
    AccordingTo,

    /// <summary>"quoted by", "quoted as saying".</summary>
    QuotedBy,

    /// <summary>Printed in: an op-ed, interview, readout, report.</summary>
    PublishedIn,

    /// <summary>"told CNN".</summary>
    Told,

    /// <summary>"tweeted", "posted".</summary>
    TweetedBy,
}

/// <summary>One intermediary between the report and the root.</summary>
/// <param name="Name">Its name, resolved.</param>
/// <param name="Entity">The entity, or null.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Relation">How it hands on the words.</param>
/// <param name="Spans">Where it stands.</param>
public sealed record ChainHop(string Name, string? Entity, ActorKind Kind, HopRelation Relation, ImmutableArray<TextSpan> Spans);

/// <summary>Whom the words go back to.</summary>
/// <param name="Name">The name, or null where the kind is not-stated.</param>
/// <param name="Kind">What it is.</param>
public sealed record ChainRoot(string? Name, ActorKind Kind);

/// <summary>What one report attributes to somebody: an attribution relation of source, cue and content, with its evidential chain.</summary>
public sealed record Statement : ISpanned
{
    /// <summary><c>s…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>Index of the sentence of the cue, or the first of the content.</summary>
    public required int Sentence { get; init; }

    /// <summary>To whom.</summary>
    public required StatementSource Source { get; init; }

    /// <summary>By which words.</summary>
    public required StatementCue Cue { get; init; }

    /// <summary>Why this source, cue and content belong together.</summary>
    public required Explanation Explanation { get; init; }

    /// <summary>What.</summary>
    public required SpannedText Content { get; init; }

    /// <summary>How the words are given.</summary>
    public required Manner Manner { get; init; }

    /// <summary>What the source does with them.</summary>
    public required Stance Stance { get; init; }

    /// <summary>What the reporter's cue adds.</summary>
    public Force Force { get; init; }

    /// <summary>Id of the statement this one is about, or null.</summary>
    public string? About { get; init; }

    /// <summary>The hedging words, or null.</summary>
    public string? Hedge { get; init; }

    /// <summary>Entity spoken to, or null.</summary>
    public string? Addressee { get; init; }

    /// <summary>The words that tell on what occasion, or null.</summary>
    public string? Occasion { get; init; }

    /// <summary>When it was said, a TIMEX3 value no more exact than the text allows, or null.</summary>
    public string? Time { get; init; }

    /// <summary>Every hop from the report outward, enclosing speakers included; the reporting outlet itself is implicit.</summary>
    public ImmutableArray<ChainHop> Chain { get; init; } = [];

    /// <summary>Whom the words go back to.</summary>
    public required ChainRoot Root { get; init; }

    /// <summary>Id of the statement in whose content this one stands, or null.</summary>
    public string? Parent { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public TextSpan Span => Source.Spans.Concat(Cue.Spans).Concat(Content.Spans).Aggregate((TextSpan?)null, static (all, span) => all?.Union(span) ?? span) ?? default;

    /// <summary>How surely a careful reader would find speaker, words and stance read rightly, 0 to 1 in thousandths; null where nothing estimates it.</summary>
    public double? Certainty { get; init; }
}
