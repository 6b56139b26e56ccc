using System.Collections.Immutable;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>The report of a mention, as far as comparing mentions needs it.</summary>
/// <param name="Key">Unique and independent of order.</param>
/// <param name="Story">The story the report is in.</param>
/// <param name="Words">Stems of its content words with weight.</param>
internal sealed record MentionReport(string Key, string Story, WeighedStems Words);

/// <summary>The words that tell an event, with what stands around them, which is read when it is first asked for. Not thread-safe.</summary>
/// <param name="context">Reads what stands around.</param>
internal sealed class EventMention(Func<EventContext> context)
{
    /// <summary>The report.</summary>
    public required MentionReport Report { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>Lemma of the head, lower-cased.</summary>
    public required string Lemma { get; init; }

    /// <summary>The head as a word with its vector.</summary>
    public required WeighedWord Head { get; init; }

    /// <summary>Whether the head is a verb.</summary>
    public required bool IsVerb { get; init; }

    /// <summary>Whether the head is a verb, noun, name or adjective: "it" and "that" say little by themselves.</summary>
    public required bool IsTelling { get; init; }

    /// <summary>Kinds of the head, then of all its words, ascending.</summary>
    public required ImmutableArray<int> Kinds { get; init; }

    /// <summary>Kinds of all its words, ascending.</summary>
    public required ImmutableArray<int> AllKinds { get; init; }

    /// <summary>Numbers of the sentence.</summary>
    public required ImmutableArray<string> Numbers { get; init; }

    /// <summary>What stands around.</summary>
    public EventContext Context => field ??= context();
}

/// <summary>What stands in and around the words that tell an event.</summary>
/// <param name="Stems">Stems of the content words of the mention.</param>
/// <param name="Around">Stems of the sentence's other content words.</param>
/// <param name="Subject">Stems of who acts.</param>
/// <param name="Object">Stems of whom or what it is done to.</param>
/// <param name="Oblique">Stems of where, when, how.</param>
/// <param name="Arguments">Stems of all three.</param>
internal sealed record EventContext(WeighedStems Stems, WeighedStems Around, WeighedStems Subject, WeighedStems Object, WeighedStems Oblique, WeighedStems Arguments);
