using System.Collections.Frozen;
using Parallax.Core.Accounts;
using Parallax.Language.Coreference;

namespace Parallax.Language.Events.Triggers;

/// <summary>The predicates and constructions of <c>Data/en/events/predicates.txt</c>. Immutable; thread-safe.</summary>
internal sealed class EventLexicon
{
    private const string File = "en/events/predicates.txt";

    private readonly FrozenDictionary<string, EventTriggerPattern[]> _verbs, _nouns, _adjectives;

    private EventLexicon()
    {
        Dictionary<string, string[]> classes = new(StringComparer.Ordinal);
        List<EventRule> rules = [];
        List<(string Kind, string Pattern, EventRule Rule)> patterns = [];
        EventRule? rule = null;
        List<(string, string, int)> pending = [];
        foreach ((int number, string line) in DataFile.Lines(File).Append((0, "[]")))
        {
            if (line[0] == '[')
            {
                if (rule is not null)
                {
                    rules.Add(rule);
                    EventRule done = rule;
                    patterns.AddRange(pending.Select(p => (p.Item1, p.Item2, done)));
                }

                pending = [];
                rule = new EventRule { Id = line.Trim('[', ']') };
                continue;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                throw new InvalidOperationException($"{File}, line {number}: expected “key: value”, found “{line}”.");
            }

            string key = line[..colon], value = line[(colon + 1)..].Trim();
            if (key.StartsWith("class ", StringComparison.Ordinal))
            {
                classes[key[6..]] = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
            else if (rule is not null && key is "verbs" or "nouns" or "adjectives")
            {
                pending.AddRange(Split(value).Select(p => (key, p, number)));
            }
            else
            {
                rule = With(rule ?? throw new InvalidOperationException($"{File}, line {number}: “{key}” before the first rule."), key, value, number);
            }
        }

        Rules = rules;
        _verbs = Index("verbs");
        _nouns = Index("nouns");
        _adjectives = Index("adjectives");

        FrozenDictionary<string, EventTriggerPattern[]> Index(string kind) =>
            patterns.Where(p => p.Kind == kind).Select(p => EventTriggerPattern.Parse(p.Pattern, p.Rule, classes)).GroupBy(static p => p.Lemma, StringComparer.Ordinal)
                .ToFrozenDictionary(static g => g.Key, static g => g.OrderByDescending(static p => p.Weight).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The lexicon of the assembly, read once.</summary>
    public static EventLexicon Instance { get; } = new();

    /// <summary>All rules, in the order of the file.</summary>
    public IReadOnlyList<EventRule> Rules { get; }

    /// <summary>The patterns of all verbs, by lemma.</summary>
    public IEnumerable<EventTriggerPattern> VerbPatterns => _verbs.OrderBy(static v => v.Key, StringComparer.Ordinal).SelectMany(static v => v.Value);

    /// <summary>Patterns of a verb, those that demand most first.</summary>
    public ReadOnlySpan<EventTriggerPattern> Verb(string lemma) => _verbs.GetValueOrDefault(lemma);

    /// <summary>Patterns of a noun, those that demand most first.</summary>
    public ReadOnlySpan<EventTriggerPattern> Noun(string lemma) => _nouns.GetValueOrDefault(lemma);

    /// <summary>Patterns of an adjective, those that demand most first.</summary>
    public ReadOnlySpan<EventTriggerPattern> Adjective(string lemma) => _adjectives.GetValueOrDefault(lemma);

    // Commas inside brackets belong to the pattern.
    private static IEnumerable<string> Split(string list)
    {
        int depth = 0, start = 0;
        for (int i = 0; i <= list.Length; i++)
        {
            if (i == list.Length || (list[i] == ',' && depth == 0))
            {
                if (list[start..i].Trim() is { Length: > 0 } item)
                {
                    yield return item;
                }

                start = i + 1;
            }
            else
            {
                depth += list[i] is '{' or '[' || (list[i] == '<') ? 1 : list[i] is '}' or ']' || (list[i] == '>' && depth > 0) ? -1 : 0;
            }
        }
    }

    private static EventRule With(EventRule rule, string key, string value, int number)
    {
        switch (key)
        {
            case "type":
                string[] words = value.Split(' ');
                string? cameo = words.Skip(1).FirstOrDefault(static w => char.IsAsciiDigit(w[0])), mode = words.Skip(1).FirstOrDefault(static w => !char.IsAsciiDigit(w[0]));
                return rule with { Type = Enum.Parse<PloverType>(words[0]), Mode = mode, Cameo = cameo };
            case "construction":
                return rule with { IsConstruction = value == "yes" };
            case "mutual":
                return rule with { Mutual = value == "yes" };
            case "reversed":
                return rule with { Reversed = value == "yes" };
            case "undergone":
                return rule with { IsUndergone = value == "yes" };
            case "recipient":
                return rule with { Recipient = value.Split(',', StringSplitOptions.TrimEntries) };
            case "example":
                int arrow = value.IndexOf(" => ", StringComparison.Ordinal);
                return arrow > 0
                    ? rule with { Examples = [.. rule.Examples, (value[..arrow], value[(arrow + 4)..])] }
                    : throw new InvalidOperationException($"{File}, line {number}: an example ends with “=> TYPE mode”.");
            case "not":
                return rule with { Counterexamples = [.. rule.Counterexamples, value] };
            default:
                throw new InvalidOperationException($"{File}, line {number}: unknown key “{key}”.");
        }
    }
}
