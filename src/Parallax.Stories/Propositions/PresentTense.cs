using Parallax.Core.Layers;

namespace Parallax.Stories.Propositions;

/// <summary>Whether a clause tells of now.</summary>
internal static class PresentTense
{
    /// <summary>"is seeking", "is scheduled", "wants", "remains opposed"; not "was dropped", "has dropped".</summary>
    /// <param name="tokens">The tokens of the report.</param>
    /// <param name="top">The top of the clause.</param>
    public static bool Has(TokenLayer tokens, int top)
    {
        int sentence = tokens.SentenceOf(top), first = tokens.Sentences[sentence].FirstToken, end = tokens.Sentences[sentence].EndToken;
        bool isPerfect = false, isNow = IsFinitePresent(tokens, top);
        for (int token = first; token < end; token++)
        {
            if (tokens.Heads[token] == top && tokens.Relations[token] is "aux" or "aux:pass" or "cop")
            {
                isPerfect |= tokens.Lemmas[token] is "have";
                isNow |= tokens.Lemmas[token] is "be" && tokens.Features[token].Contains("Tense=Pres", StringComparison.Ordinal);
            }
        }

        return (isNow && !isPerfect) || (tokens.Relations[top] is "xcomp" && tokens.Heads[top] is >= 0 and var above && tokens.Tags[above] == UniversalTag.Verb && IsFinitePresent(tokens, above));
    }

    /// <summary>"has dropped", which no one says of a year that is over.</summary>
    /// <param name="tokens">The tokens of the report.</param>
    /// <param name="top">The top of the clause.</param>
    public static bool IsPerfect(TokenLayer tokens, int top)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(top)];
        return Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Any(t => tokens.Heads[t] == top && tokens.Relations[t] is "aux" && tokens.Lemmas[t] is "have" && tokens.Features[t].Contains("Tense=Pres", StringComparison.Ordinal));
    }

    private static bool IsFinitePresent(TokenLayer tokens, int token) =>
        tokens.Tags[token] == UniversalTag.Verb && tokens.Features[token].Contains("VerbForm=Fin", StringComparison.Ordinal) && tokens.Features[token].Contains("Tense=Pres", StringComparison.Ordinal);
}
