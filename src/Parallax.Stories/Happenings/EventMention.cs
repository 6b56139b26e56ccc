using System.Collections.Immutable;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>The report of a mention, as far as comparing mentions needs it.</summary>
/// <param name="Key">Unique and independent of order.</param>
/// <param name="Story">The story the report is in.</param>
/// <param name="Words">Stems of its content words with weight, by stem.</param>
internal sealed record MentionReport(string Key, string Story, WeighedStems Words);

/// <summary>The words that tell an event, with what stands around them.</summary>
internal sealed record EventMention
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

    /// <summary>Stems of the content words of the mention.</summary>
    public required WeighedStems Stems { get; init; }

    /// <summary>Kinds of the head, then of all its words, ascending.</summary>
    public required ImmutableArray<int> Kinds { get; init; }

    /// <summary>Kinds of all its words, ascending.</summary>
    public required ImmutableArray<int> AllKinds { get; init; }

    /// <summary>Stems of the sentence's other content words.</summary>
    public required WeighedStems Around { get; init; }

    /// <summary>Stems of who acts.</summary>
    public required WeighedStems Subject { get; init; }

    /// <summary>Stems of whom or what it is done to.</summary>
    public required WeighedStems Object { get; init; }

    /// <summary>Stems of where, when, how.</summary>
    public required WeighedStems Oblique { get; init; }

    /// <summary>Stems of all three.</summary>
    public required WeighedStems Arguments { get; init; }

    /// <summary>Numbers of the sentence.</summary>
    public required ImmutableSortedSet<string> Numbers { get; init; }
}
