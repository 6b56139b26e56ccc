using System.Collections.Frozen;
using Parallax.Language.Coreference;

namespace Parallax.Language.Syntax;

/// <summary>The forms of the verbs that the lexicons of events, factuality and saying hold, so that they are recognised by their form whatever lemma the network gives.</summary>
internal static class VerbForms
{
    private static readonly FrozenDictionary<string, string> Lemmas = Build();

    /// <summary>The lemma of a form (lower case) of a listed verb, or null.</summary>
    public static string? LemmaOf(string form) => Lemmas.GetValueOrDefault(form);

    private static FrozenDictionary<string, string> Build()
    {
        Dictionary<string, string> forms = new(StringComparer.Ordinal);
        foreach ((string lemma, string irregular) in DataFile.Pairs("en/events/irregular-verbs.txt"))
        {
            forms.TryAdd(lemma, lemma);
            foreach (string form in irregular.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                forms.TryAdd(form, lemma);
            }
        }

        foreach (string lemma in Listed().Where(static w => w.Length > 2 && w.All(char.IsLetter)).Distinct(StringComparer.Ordinal).ToArray())
        {
            forms.TryAdd(lemma, lemma);
            foreach (string form in Regular(lemma))
            {
                forms.TryAdd(form, lemma);
            }
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Listed()
    {
        foreach ((_, string line) in DataFile.Lines("en/events/predicates.txt"))
        {
            if (line.StartsWith("verbs:", StringComparison.Ordinal))
            {
                foreach (string word in Heads(line[6..]))
                {
                    yield return word;
                }
            }
        }

        foreach (string file in new[] { "en/events/factuality.txt", "en/coreference/verbs.txt" })
        {
            foreach ((_, string words) in DataFile.Pairs(file))
            {
                foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return word;
                }
            }
        }
    }

    // The verbs of a list of patterns: the words outside brackets, not what stands beside the verb ("treat{patient,wounded}" is no verb "wounded").
    private static IEnumerable<string> Heads(string patterns)
    {
        int depth = 0, start = 0;
        bool isOpen = true;
        for (int i = 0; i <= patterns.Length; i++)
        {
            char letter = i < patterns.Length ? patterns[i] : ',';
            bool ends = letter is ',' or ' ' or '+' or '{' or '[' or '<' or '>';
            if (depth == 0 && isOpen && ends)
            {
                if (i > start)
                {
                    yield return patterns[start..i];
                }

                isOpen = false;
            }

            depth += letter is '{' or '[' or '<' ? 1 : letter is '}' or ']' || (letter == '>' && depth > 0) ? -1 : 0;
            if (depth == 0 && (letter is ',' or ' '))
            {
                (isOpen, start) = (true, i + 1);
            }
        }
    }

    private static IEnumerable<string> Regular(string lemma)
    {
        char last = lemma[^1];
        bool consonantY = last == 'y' && !IsVowel(lemma[^2]);
        string stem = last == 'e' ? lemma[..^1] : lemma;
        yield return consonantY ? lemma[..^1] + "ies" : last is 's' or 'x' or 'z' or 'o' || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal) ? lemma + "es" : lemma + "s";
        bool doubles = !IsVowel(last) && last is not ('w' or 'x' or 'y') && IsVowel(lemma[^2]) && !IsVowel(lemma[^3]);
        if (!doubles || lemma.Length > 4)
        {
            yield return consonantY ? lemma[..^1] + "ied" : stem + "ed";
            yield return (lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma : stem) + "ing";
        }

        if (doubles)
        {
            yield return lemma + last + "ed";
            yield return lemma + last + "ing";
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
