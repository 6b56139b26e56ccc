using System.Collections.Frozen;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference;

namespace Parallax.Language.Times;

/// <summary>Tense of the clause that holds a time expression, from the parse.</summary>
internal static class ClauseTense
{
    private const int LongestPath = 12;

    private static readonly Lazy<FrozenSet<string>> Plans = new(static () => DataFile.Lines("en/times/plans.txt")
        .SelectMany(static l => l.Line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal));

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
            if (step > 0 && IsLookedBackOn(tokens, token))
            {
                return false;
            }

            if (tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux)
            {
                return OfVerb(tokens, token);
            }
        }

        return null;
    }

    /// <summary>"the 20 June fire": whether the words between two places only tell which one of the noun behind them is meant.</summary>
    public static bool DatesNoun(TokenLayer tokens, int start, int end)
    {
        (int first, int after) = tokens.TokensOf(TextSpan.FromBounds(start, end));
        if (first >= after || after >= tokens.Count || tokens.Form(after) is "," or ";")
        {
            return false;
        }

        // "of the June 20, 2031 attempted theft": by the words, because parsers break at the comma.
        if (first > 0 && tokens.Tags[first - 1] == UniversalTag.Det && tokens.Tags[after] is UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Verb && tokens.SentenceOf(first - 1) == tokens.SentenceOf(after) && char.IsAsciiDigit(tokens.Form(after - 1)[0]))
        {
            return true;
        }

        for (int i = first; i < after; i++)
        {
            int head = tokens.Heads[i];
            if (head >= after && tokens.Tags[head] is UniversalTag.Noun && tokens.SentenceOf(head) == tokens.SentenceOf(i) && tokens.Relations[i] is "compound" or "nmod" or "nummod" or "nmod:poss" or "nmod:tmod" or "nmod:unmarked" or "amod")
            {
                return true;
            }
        }

        return false;
    }

    // "to answer as it sees fit after the 7 October attack": what is to be is told of, but the attack is over.
    private static bool IsLookedBackOn(TokenLayer tokens, int noun)
    {
        if (tokens.Tags[noun] is not (UniversalTag.Noun or UniversalTag.Propn))
        {
            return false;
        }

        bool isDefinite = false, isAfter = false;
        for (int i = tokens.Sentences[tokens.SentenceOf(noun)].FirstToken; i < noun; i++)
        {
            isDefinite |= tokens.Heads[i] == noun && tokens.Relations[i] is "det" && tokens.Lemmas[i] is "the";
            isAfter |= tokens.Heads[i] == noun && tokens.Relations[i] is "case" && tokens.Form(i) is "after" or "since";
        }

        return isDefinite && isAfter;
    }

    private static bool? OfVerb(TokenLayer tokens, int verb)
    {
        if (IsPlanned(tokens, verb))
        {
            return true;
        }

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

        bool isPast = tokens.Features[verb].Contains("Tense=Past", StringComparison.Ordinal) && tokens.Features[verb].Contains("VerbForm=Fin", StringComparison.Ordinal);
        return isPast || IsPastInForm(tokens, verb, bounds) ? false : null;
    }

    // "the airman who set himself on fire Sunday": of one person the present would be "sets", whatever the tag says.
    private static bool IsPastInForm(TokenLayer tokens, int verb, Sentence bounds)
    {
        if (!tokens.Features[verb].Contains("Tense=Pres", StringComparison.Ordinal) || !tokens.Features[verb].Contains("VerbForm=Fin", StringComparison.Ordinal) || !tokens.Form(verb).Equals(tokens.Lemmas[verb], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int subject = -1;
        for (int i = bounds.FirstToken; i < bounds.EndToken; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i].StartsWith("aux", StringComparison.Ordinal))
            {
                return false;
            }

            subject = tokens.Heads[i] == verb && tokens.Relations[i] is "nsubj" ? i : subject;
        }

        subject = subject >= 0 && tokens.Form(subject) is "who" or "which" or "that" && tokens.Relations[verb].StartsWith("acl", StringComparison.Ordinal) ? tokens.Heads[verb] : subject;
        if (subject < 0 || !tokens.Features[subject].Contains("Number=Sing", StringComparison.Ordinal) || tokens.Features[subject].Contains("Person=1", StringComparison.Ordinal))
        {
            return false;
        }

        for (int i = subject + 1; i < bounds.EndToken; i++)
        {
            if (tokens.Heads[i] == subject && tokens.Relations[i] is "conj")
            {
                return false; // "the pilot and his guide who set out"
            }
        }

        return true;
    }

    // "urged them to pass it by Friday", "the bill is to be voted on Thursday", "a meeting to be held on Monday": what is to be done comes later.
    private static bool IsPlanned(TokenLayer tokens, int verb)
    {
        int to = -1;
        bool passive = false;
        for (int i = tokens.Sentences[tokens.SentenceOf(verb)].FirstToken; i < verb; i++)
        {
            if (tokens.Heads[i] == verb)
            {
                to = tokens.Form(i) is "to" && tokens.Relations[i] is "mark" ? i : to;
                passive |= tokens.Form(i) is "be" && tokens.Relations[i].StartsWith("aux", StringComparison.Ordinal);
            }
        }

        int head = to < 0 ? -1 : tokens.Heads[verb];
        if (head < 0)
        {
            return false;
        }

        return Plans.Value.Contains(tokens.Lemmas[head]) || (passive && (tokens.Relations[verb].StartsWith("acl", StringComparison.Ordinal) || tokens.Lemmas[head] == "be"));
    }
}
