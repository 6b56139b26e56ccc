namespace Parallax.Language.Syntax;

/// <summary>The inflected forms of the verbs of a lexicon, made by the rules of English spelling and the table of irregular ones. Immutable and thread-safe.</summary>
internal sealed class VerbForms
{
    private readonly Dictionary<string, string> _lemmas;

    /// <summary>Makes the forms; a regular form gives way to an irregular one of another verb, a later verb's to an earlier one's.</summary>
    /// <param name="lemmas">The verbs.</param>
    public VerbForms(IEnumerable<string> lemmas)
    {
        _lemmas = IrregularVerbs.CopyOfForms();
        foreach (string lemma in lemmas)
        {
            foreach (string form in Regular(lemma))
            {
                _lemmas.TryAdd(form, lemma);
            }
        }
    }

    /// <summary>The lemma of a lower-case form, or null.</summary>
    public string? Lemma(string form) => _lemmas.GetValueOrDefault(form);

    private static IEnumerable<string> Regular(string lemma)
    {
        yield return lemma;
        char last = lemma[^1], before = lemma.Length > 1 ? lemma[^2] : 'x';
        bool consonantY = last == 'y' && !IsVowel(before);
        bool hisses = last is 's' or 'x' or 'z' or 'o' || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith("ch", StringComparison.Ordinal);
        yield return consonantY ? lemma[..^1] + "ies" : hisses ? lemma + "es" : lemma + "s";
        yield return consonantY ? lemma[..^1] + "ied" : last == 'e' ? lemma + "d" : lemma + "ed";
        yield return last == 'e' && before is not ('e' or 'o' or 'y') ? lemma[..^1] + "ing" : lemma + "ing";
        bool mayDouble = !IsVowel(last) && last is not ('w' or 'x' or 'y' or 'h') && IsVowel(before) && (lemma.Length < 3 || !IsVowel(lemma[^3]));
        if (mayDouble)
        {
            // "slammed", "admitted", "labelled": made beside the undoubled form, since spelling follows stress.
            yield return lemma + last + "ed";
            yield return lemma + last + "ing";
        }
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
