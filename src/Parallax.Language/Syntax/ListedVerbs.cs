using Parallax.Language.Coreference;

namespace Parallax.Language.Syntax;

/// <summary>The forms of the verbs that the lexicons of events, factuality and saying hold, so that they are recognised by their form whatever lemma the network gives.</summary>
internal static class ListedVerbs
{
    private static readonly VerbForms Forms = new(Listed().Where(static w => w.Length > 2 && w.All(char.IsLetter)).Distinct(StringComparer.Ordinal));

    /// <summary>The lemma of a form (lower case) of a listed verb, or null.</summary>
    public static string? LemmaOf(string form) => Forms.Lemma(form);

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
}
