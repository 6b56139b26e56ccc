using System.Collections.Frozen;
using Parallax.Language.Events.Clauses;

namespace Parallax.Language.Events.Triggers;

/// <summary>One way in which an event is told: a lemma with what must stand beside it. See <c>Data/en/events/predicates.txt</c>.</summary>
internal sealed record EventTriggerPattern
{
    /// <summary>The rule it belongs to.</summary>
    public required EventRule Rule { get; init; }

    /// <summary>Lemma of the predicate.</summary>
    public required string Lemma { get; init; }

    /// <summary>Particle or preposition that must be there, or null.</summary>
    public string? Particle { get; init; }

    /// <summary>One of these must head the object (with a particle: the oblique, or the object); empty: any or none.</summary>
    public FrozenSet<string> Objects { get; init; } = FrozenSet<string>.Empty;

    /// <summary>One of these must modify the predicate or its object; empty: none needed.</summary>
    public FrozenSet<string> Modifiers { get; init; } = FrozenSet<string>.Empty;

    /// <summary>One of these must head the subject; empty: any.</summary>
    public FrozenSet<string> Subjects { get; init; } = FrozenSet<string>.Empty;

    /// <summary><c>inf</c>, <c>that</c> or null: the clause that must follow.</summary>
    public string? Clause { get; init; }

    /// <summary>How much it demands; the pattern that demands most wins.</summary>
    public int Weight => (Particle is null ? 0 : 2) + (Objects.Count > 0 ? 3 : 0) + (Modifiers.Count > 0 ? 2 : 0) + (Subjects.Count > 0 ? 2 : 0) + (Clause is null ? 0 : 1);

    /// <summary>Reads <c>LEMMA+PARTICLE{NOUNS}[WORDS]&lt;WORDS&gt;&gt;inf</c>.</summary>
    /// <exception cref="FormatException">It is not of that form; the message says what was found.</exception>
    public static EventTriggerPattern Parse(string text, EventRule rule, IReadOnlyDictionary<string, string[]> classes)
    {
        int at = text.IndexOfAny(['{', '[', '<', '>']);
        string head = at < 0 ? text : text[..at];
        int plus = head.IndexOf('+', StringComparison.Ordinal);
        EventTriggerPattern pattern = new() { Rule = rule, Lemma = plus < 0 ? head : head[..plus], Particle = plus < 0 ? null : head[(plus + 1)..] };
        while (at >= 0 && at < text.Length)
        {
            if (text[at] == '>')
            {
                return pattern with { Clause = text[(at + 1)..] };
            }

            char close = text[at] switch { '{' => '}', '[' => ']', '<' => '>', _ => throw new FormatException($"“{text[at..]}” of “{text}” is no condition.") };
            int end = text.IndexOf(close, at);
            if (end < 0)
            {
                throw new FormatException($"“{text}” lacks “{close}”.");
            }

            FrozenSet<string> words = Words(text[(at + 1)..end], classes);
            pattern = close switch { '}' => pattern with { Objects = words }, ']' => pattern with { Modifiers = words }, _ => pattern with { Subjects = words } };
            at = end + 1;
        }

        return pattern;
    }

    private static FrozenSet<string> Words(string list, IReadOnlyDictionary<string, string[]> classes) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(word => word[0] != '@' ? [word]
                : classes.TryGetValue(word[1..], out string[]? members) ? members : throw new FormatException($"There is no class “{word}”."))
            .ToFrozenSet(StringComparer.Ordinal);
}
