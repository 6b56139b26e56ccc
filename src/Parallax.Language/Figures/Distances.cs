using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Language.Figures;

/// <summary>How far one thing lies from another: "the island is about 940 miles south of Tehran", "the quake was 35 miles off the coast". What is measured is what lies there.</summary>
internal static class Distances
{
    /// <summary>What lies as far as a length tells, or null where the words after it tell no direction.</summary>
    /// <param name="tokens">Tokens of the report.</param>
    /// <param name="first">First token of the figure.</param>
    /// <param name="end">Token after it.</param>
    public static Measured? Of(TokenLayer tokens, int first, int end)
    {
        CountingWords words = CountingWords.Instance;
        int sentence = tokens.SentenceOf(first), at = end;

        // "1,150 kilometres (700 miles) southeast of", "58km (36 miles) south-west of"
        if (at < tokens.Count && tokens.Form(at) is "(")
        {
            while (at < tokens.Count && tokens.Form(at) is not ")" && at - end < 6)
            {
                at++;
            }

            at++;
        }
        else if (at < tokens.Count && tokens.Form(at) is ")")
        {
            at++;
        }

        if (at + 1 >= tokens.Count || tokens.SentenceOf(at) != sentence || !words.Has("directions", tokens.Form(at)))
        {
            return null;
        }

        Sentence own = tokens.Sentences[sentence];
        int before = first - 1;
        while (before >= own.FirstToken && (tokens.Tags[before] is UniversalTag.Adv or UniversalTag.Num or UniversalTag.Det || tokens.Form(before) is "(" or "some" or "about" or "around" or "over" or "than" or "more"))
        {
            before--;
        }

        if (before <= own.FirstToken)
        {
            return null;
        }

        // "was found in the town of Orsk, 40 km north of where …": the place lies there, not who was found.
        if (tokens.Form(before) is "," && tokens.Tags[before - 1] == UniversalTag.Propn && tokens.Relations[NameHead(tokens, before - 1)] is "obl" or "nmod" or "obj")
        {
            return new Measured(false, "", NameStart(tokens, own, before - 1), before);
        }

        if (tokens.Lemmas[before] is "be" or "lie" or "sit" or "stand" || words.Has("located", tokens.Form(before)) || tokens.Form(before) is "," or "and")
        {
            bool attached = words.Has("located", tokens.Form(before)) && tokens.Form(before - 1) is not ("is" or "was" or "are" or "were");
            return Subject(tokens, own, before, attached);
        }

        return null;
    }

    /// <summary>"The van dragged her 30 feet": whoever or whatever is moved so far, or -1.</summary>
    public static int Carried(TokenLayer tokens, int first)
    {
        for (int i = first - 1; i > 0 && first - i <= 3 && tokens.SentenceOf(i) == tokens.SentenceOf(first); i--)
        {
            if (tokens.Relations[i] == "obj" && tokens.Tags[i] is UniversalTag.Pron or UniversalTag.Noun or UniversalTag.Propn && tokens.Heads[i] is >= 0 and int verb && verb < i && CountingWords.Instance.Has("carrying", tokens.Lemmas[verb]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int NameHead(TokenLayer tokens, int name) => tokens.Relations[name] is "flat" or "flat:name" or "compound" && tokens.Heads[name] >= 0 ? tokens.Heads[name] : name;

    private static int NameStart(TokenLayer tokens, Sentence own, int last)
    {
        while (last > own.FirstToken && tokens.Tags[last - 1] == UniversalTag.Propn)
        {
            last--;
        }

        return last;
    }

    // The nearest subject whose verb stands after it; with "X, located 5 km south of Y" the noun before the mark.
    private static Measured? Subject(TokenLayer tokens, Sentence own, int before, bool attached)
    {
        for (int i = before - 1; i >= own.FirstToken; i--)
        {
            bool noun = tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn;
            bool subject = noun && tokens.Relations[i].StartsWith("nsubj", StringComparison.Ordinal) && tokens.Heads[i] >= before - 1;
            if (noun && (subject || (attached && tokens.Form(i + 1) is "," or "-" or "–" or "located" or "situated")) && FigureMeasure.Names(tokens, i))
            {
                int first = i;
                while (first > own.FirstToken && tokens.Relations[first - 1] is "compound" or "amod" or "flat" && tokens.Tags[first - 1] is not UniversalTag.Num)
                {
                    first--;
                }

                int end = i + 1;
                while (end < own.EndToken && tokens.Heads[end] == i && tokens.Relations[end] is "flat" or "flat:name")
                {
                    end++;
                }

                return new Measured(false, "", first, end);
            }
        }

        return null;
    }
}
