using Parallax.Core.Layers;

namespace Parallax.Language.Times;

/// <summary>Tense of the clause that holds a time expression, from the parse.</summary>
internal static class ClauseTense
{
    private const int LongestPath = 12;

    /// <summary>Whether the clause around a place speaks of the future; null where the parse does not say.</summary>
    public static bool? IsFuture(TokenLayer tokens, int start)
    {
        int token = tokens.TokenAt(start);
        if (token >= tokens.Count)
        {
            return null;
        }

        // Up to the nearest verb, then its auxiliaries.
        for (int step = 0; token >= 0 && step < LongestPath; step++, token = tokens.Heads[token])
        {
            if (tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux)
            {
                return OfVerb(tokens, token);
            }
        }

        return null;
    }

    private static bool? OfVerb(TokenLayer tokens, int verb)
    {
        int sentence = tokens.SentenceOf(verb);
        Sentence bounds = tokens.Sentences[sentence];
        for (int i = bounds.FirstToken; i < bounds.EndToken; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i].StartsWith("aux", StringComparison.Ordinal))
            {
                if (tokens.Lemmas[i] is "will" or "shall" or "'ll")
                {
                    return true;
                }

                if (tokens.Lemmas[i] is "have" or "would" or "could" || tokens.Features[i].Contains("Tense=Past", StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return tokens.Features[verb].Contains("Tense=Past", StringComparison.Ordinal) && tokens.Features[verb].Contains("VerbForm=Fin", StringComparison.Ordinal) ? false : null;
    }
}
