using Parallax.Core.Accounts;
using Parallax.Language.Events.Triggers;

namespace Parallax.Language.Events;

/// <summary>An event as read from the parse, its participants still as tokens.</summary>
internal sealed record EventReading
{
    /// <summary>The rule that gave it.</summary>
    public required EventRule Rule { get; init; }

    /// <summary>Token that tells it.</summary>
    public required int Head { get; init; }

    /// <summary>The light noun or particle's token that belongs to it, or -1.</summary>
    public int Support { get; init; } = -1;

    /// <summary>Lemma of the predicate, with light noun or particle ("hold talks").</summary>
    public required string Lemma { get; init; }

    /// <summary>Heads of those who act.</summary>
    public List<int> Actors { get; init; } = [];

    /// <summary>Heads of those acted on.</summary>
    public List<int> Recipients { get; init; } = [];

    /// <summary>Head of the thing given, signed, banned, or -1.</summary>
    public int Object { get; init; } = -1;

    /// <summary>Head of the place, or -1.</summary>
    public int Place { get; init; } = -1;

    /// <summary>TIMEX3 value of when, or null.</summary>
    public string? Time { get; init; }

    /// <summary>Tokens of what it was before or after, where it has no time; empty where that is not told.</summary>
    public (int First, int End) Bound { get; init; }

    /// <summary>Factuality.</summary>
    public required Factuality Factuality { get; init; }

    /// <summary>The words that decided on it.</summary>
    public required string Why { get; init; }
}
