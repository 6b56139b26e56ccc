using Parallax.Core.Layers;

namespace Parallax.Language.Figures;

/// <summary>What the clause of a figure says of what it measures.</summary>
internal static class FigureClauses
{
    private const int LongestName = 4, LongestModel = 4;

    /// <summary>The noun that a number with a hyphen describes: "a 1,000-member church", "a three-word road map"; <paramref name="counted"/> itself without one.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="counted">The noun counted.</param>
    /// <param name="end">Token after the number.</param>
    public static int Whole(TokenLayer tokens, int counted, int end)
    {
        int whole = counted;
        for (int step = 0; end < counted && tokens.Form(end) is "-" && step < LongestName && tokens.Relations[whole] is "compound" or "amod" && tokens.Heads[whole] > whole && tokens.Tags[tokens.Heads[whole]] is UniversalTag.Noun or UniversalTag.Propn; step++)
        {
            whole = tokens.Heads[whole];
        }

        return whole;
    }

    /// <summary>"1,247 animal and 747 plant species": the noun that both count, or -1.</summary>
    public static int SharedNoun(TokenLayer tokens, int noun)
    {
        int joined = noun + 1;
        if (joined + 3 >= tokens.Count || tokens.Form(joined) is not ("and" or "or") || tokens.Tags[joined + 1] != UniversalTag.Num || tokens.Tags[joined + 2] != UniversalTag.Noun
            || tokens.SentenceOf(joined + 3) != tokens.SentenceOf(noun) || tokens.Tags[joined + 3] != UniversalTag.Noun || tokens.Features[noun].Contains("Number=Plur", StringComparison.Ordinal))
        {
            return -1;
        }

        return FigureMeasure.Names(tokens, joined + 3) ? joined + 3 : -1;
    }

    /// <summary>The noun that a sum with a hyphen stands before ("a $161-million deal", "an $80,000-a-year job"), or -1.</summary>
    public static int Described(TokenLayer tokens, int first, int end)
    {
        int noun = end;
        if (end + 3 < tokens.Count && tokens.Form(end) is "-" && tokens.Form(end + 1) is "a" or "per")
        {
            noun = end + 3;
            noun = tokens.Form(end + 2) is "-" && noun + 1 < tokens.Count ? noun + 1 : noun;
        }
        else if (end + 1 < tokens.Count && tokens.Form(end) is "-")
        {
            return -1;
        }
        else
        {
            bool hyphen = false;
            for (int i = first; i < end; i++)
            {
                hyphen |= tokens.Form(i).Contains('-');
            }

            if (!hyphen)
            {
                return -1;
            }
        }

        return noun < tokens.Count && tokens.SentenceOf(noun) == tokens.SentenceOf(first) && FigureMeasure.NounAfter(tokens, noun) is >= 0 and int named && FigureMeasure.Names(tokens, named) ? named : -1;
    }

    /// <summary>Whether a preposition stands between a number and the noun after it, so that it does not count that noun: "will be 29 in April".</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="end">Token after the number.</param>
    /// <param name="noun">The noun.</param>
    public static bool IsApart(TokenLayer tokens, int end, int noun)
    {
        for (int i = end; i < noun; i++)
        {
            if (tokens.Tags[i] == UniversalTag.Adp && tokens.Form(i) is "in" or "on" or "at" or "from" or "by" or "for" && tokens.Heads[i] == noun)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The noun after the name of a model ("six BK-12 rifles", "two T 60 tanks"), or the noun itself.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="noun">The noun that the parse counts.</param>
    public static int OfModel(TokenLayer tokens, int noun)
    {
        ReadOnlySpan<char> letters = tokens.Form(noun);
        int digits = noun + 1 < tokens.Count && tokens.Form(noun + 1) is "-" ? noun + 2 : noun + 1, thing = digits + 1;
        bool model = letters.Length is > 0 and <= LongestModel && !letters.ContainsAnyExceptInRange('A', 'Z') && thing < tokens.Count && tokens.SentenceOf(thing) == tokens.SentenceOf(noun)
            && !tokens.Form(digits).ContainsAnyExceptInRange('0', '9') && tokens.Tags[thing] is UniversalTag.Noun or UniversalTag.Propn && tokens.Form(thing)[^1] == 's';
        return model ? thing : noun;
    }

    /// <summary>Whether a sum is what somebody hands over, asks or holds: "the club offered $5 million" measures no club.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="head">Head of the figure.</param>
    /// <param name="first">First token of the figure.</param>
    public static bool IsHandedOver(TokenLayer tokens, int head, int first)
    {
        int verb = tokens.Heads[head];
        return verb >= 0 && verb < first && tokens.Tags[verb] == UniversalTag.Verb && CountingWords.Instance.Has("paying", tokens.Lemmas[verb]) && !IsPassive(tokens, verb);
    }

    private static bool IsPassive(TokenLayer tokens, int verb)
    {
        for (int i = tokens.Sentences[tokens.SentenceOf(verb)].FirstToken; i < verb; i++)
        {
            if (tokens.Heads[i] == verb && (tokens.Relations[i] is "aux:pass" or "nsubj:pass"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"put disapproval at 68 percent", "values the firm at $2bn", "the hall, which the town valued at $2 million": what is put there, or -1.</summary>
    public static int ObjectPut(TokenLayer tokens, int verb, int head, int first)
    {
        if (first == 0 || !(tokens.Form(first - 1) is "at") || !CountingWords.Instance.Has("putting", tokens.Lemmas[verb]))
        {
            return -1;
        }

        for (int i = verb + 1; i < first; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i] == "obj" && i != head && tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn && FigureMeasure.Names(tokens, i))
            {
                return i;
            }
        }

        return tokens.Relations[verb] == "acl:relcl" && tokens.Heads[verb] is >= 0 and int whole && whole < verb && tokens.Tags[whole] is UniversalTag.Noun or UniversalTag.Propn && FigureMeasure.Names(tokens, whole) ? whole : -1;
    }

    /// <summary>Whether the subject of a verb is a personal pronoun.</summary>
    public static bool IsPersonal(TokenLayer tokens, int verb)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(verb)];
        for (int i = sentence.FirstToken; i < verb; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i].StartsWith("nsubj", StringComparison.Ordinal) && tokens.Tags[i] == UniversalTag.Pron && tokens.Lemmas[i].ToLowerInvariant() is "he" or "she" or "they" or "we" or "i" or "you" or "it")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a modifier is no part of what is counted: "drones to Norland", "a corridor from the cape", "a run on the first play"; "damage to the hall" is damage done to it.</summary>
    public static bool IsAside(TokenLayer tokens, int noun, int modifier)
    {
        for (int k = noun + 1; k < modifier; k++)
        {
            if (tokens.Heads[k] == modifier && tokens.Relations[k] == "case")
            {
                return tokens.Lemmas[k] is "from" or "on" or "by" or "at" or "near" or "into" || (tokens.Lemmas[k] == "to" && tokens.Features[noun].Contains("Number=Plur", StringComparison.Ordinal));
            }
        }

        return false;
    }

    /// <summary>The noun, or where the parse took another word for it the one that stands there: "the 900-square-foot hall houses a workshop" (hall), "a $5,000 “star” grant" (grant).</summary>
    public static int Standing(TokenLayer tokens, int noun)
    {
        int sentence = tokens.SentenceOf(noun);
        Sentence own = tokens.Sentences[sentence];
        bool verb = noun > own.FirstToken + 1 && noun + 1 < own.EndToken && tokens.Form(noun)[^1] == 's' && char.IsLower(tokens.Form(noun)[0]) && tokens.Tags[noun - 1] == UniversalTag.Noun && tokens.Heads[noun - 1] == noun
            && tokens.Form(noun + 1) is "a" or "an" or "the" or "its" or "their" or "each" or "every";
        if (verb)
        {
            return noun - 1;
        }

        bool quoted = noun > own.FirstToken && noun + 2 < own.EndToken && IsMark(tokens.Form(noun - 1)) && IsMark(tokens.Form(noun + 1)) && tokens.Tags[noun + 2] == UniversalTag.Noun;
        return quoted ? noun + 2 : noun;
    }

    /// <summary>Whether a token is a quotation mark.</summary>
    public static bool IsMark(ReadOnlySpan<char> form) => form is "\"" or "“" or "”" or "'" or "‘" or "’" or "``" or "''";
}
