using Parallax.Core.Layers;

namespace Parallax.Language.Figures;

/// <summary>What the clause of a figure says of what it measures.</summary>
internal static class FigureClauses
{
    private const int LongestName = 4;

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

    /// <summary>"put disapproval at 68 percent", "values the firm at $2bn": what is put there, or -1.</summary>
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

        return -1;
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
}
