using Parallax.Core.Layers;

namespace Parallax.Language.Figures;

/// <summary>Who stands against whom where a sentence tells who leads, wins, trails or is preferred.</summary>
/// <param name="Subject">Head noun of the one who does it, or who is preferred; -1 where no noun names him.</param>
/// <param name="Opponent">Head noun of the other, or -1.</param>
/// <param name="SubjectLeads">Whether the first has more: not of "trails".</param>
internal readonly record struct Contest(int Subject, int Opponent, bool SubjectLeads)
{
    private const int Reach = 24, LongestRow = 3;

    /// <summary>The contest that figures at these tokens are of, by the nearest verb before them or noun after them that tells one; or null.</summary>
    /// <param name="tokens">The tokens with their parse.</param>
    /// <param name="first">First token of the figures.</param>
    /// <param name="end">Token after the figures.</param>
    public static Contest? Of(TokenLayer tokens, int first, int end)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(first)];
        for (int i = first - 1; i >= Math.Max(sentence.FirstToken, first - Reach); i--)
        {
            if (tokens.Tags[i] == UniversalTag.Verb && CountingWords.Instance.Has("preferring", tokens.Lemmas[i]))
            {
                return new Contest(Object(tokens, i), Against(tokens, sentence, i, first), true);
            }

            if (tokens.Form(i) is "ahead" or "up" or "behind" && i + 1 < sentence.EndToken && tokens.Form(i + 1) is "by" or "of")
            {
                return new Contest(Before(tokens, sentence, i), -1, tokens.Form(i) is not "behind");
            }

            if (IsTelling(tokens, i))
            {
                return tokens.Tags[i] == UniversalTag.Verb ? OfVerb(tokens, sentence, i, first) : OfNoun(tokens, sentence, i, first);
            }
        }

        if (end < sentence.EndToken && tokens.Form(end) is "ahead" or "behind")
        {
            int verb = FigureMeasure.Verb(tokens, first);
            return new Contest(verb >= 0 ? Actor(tokens, sentence, verb) : -1, -1, tokens.Form(end) is "ahead");
        }

        return end < sentence.EndToken && tokens.Tags[end] == UniversalTag.Noun && IsTelling(tokens, end) ? OfNoun(tokens, sentence, end, first) : null;
    }

    private static bool IsTelling(TokenLayer tokens, int token) =>
        tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Noun && (CountingWords.Instance.Has("leading", tokens.Lemmas[token]) || CountingWords.Instance.Has("trailing", tokens.Lemmas[token]));

    private static Contest OfVerb(TokenLayer tokens, Sentence sentence, int verb, int first)
    {
        bool leads = !CountingWords.Instance.Has("trailing", tokens.Lemmas[verb]);
        for (int i = sentence.FirstToken; i < verb; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i] is "nsubj:pass" or "aux:pass")
            {
                return new Contest(Actor(tokens, sentence, verb), By(tokens, sentence, verb), !leads); // "was beaten by Orsk"
            }
        }

        int other = Object(tokens, verb);
        return new Contest(Actor(tokens, sentence, verb), other >= 0 && other < first && IsOne(tokens, other) ? other : Against(tokens, sentence, verb, first), leads);
    }

    // "holds a lead over Vale", "her advantage over Vale"
    private static Contest OfNoun(TokenLayer tokens, Sentence sentence, int noun, int first)
    {
        for (int i = sentence.FirstToken; i < noun; i++)
        {
            if (tokens.Heads[i] == noun && tokens.Relations[i] == "nmod:poss")
            {
                return new Contest(IsOne(tokens, i) ? i : -1, Against(tokens, sentence, noun, first), true);
            }
        }

        int verb = FigureMeasure.Verb(tokens, noun);
        return new Contest(verb >= 0 ? Actor(tokens, sentence, verb) : -1, Against(tokens, sentence, noun, first), true);
    }

    // The subject; of "who led" and "found Orsk leading" the noun before; of a second verb that of the first.
    private static int Actor(TokenLayer tokens, Sentence sentence, int verb)
    {
        for (int row = 0; row < LongestRow; row++)
        {
            if (FigureMeasure.Subject(tokens, verb) is >= 0 and int subject)
            {
                return IsOne(tokens, subject) ? subject : -1;
            }

            if (FigureClauses.IsPersonal(tokens, verb))
            {
                return -1;
            }

            if (tokens.Relations[verb] is "acl:relcl" or "acl" && tokens.Heads[verb] is >= 0 and int whole && whole < verb)
            {
                return IsOne(tokens, whole) ? whole : -1;
            }

            if (verb > sentence.FirstToken && tokens.Features[verb].Contains("VerbForm=Ger", StringComparison.Ordinal) && Before(tokens, sentence, verb) is >= 0 and int led)
            {
                return led;
            }

            if (tokens.Relations[verb] is not ("conj" or "advcl" or "xcomp") || tokens.Heads[verb] < 0)
            {
                break;
            }

            verb = tokens.Heads[verb];
        }

        return -1;
    }

    // The name right before a word: "has Orsk leading", "Orsk up by 10".
    private static int Before(TokenLayer tokens, Sentence sentence, int token)
    {
        int noun = token - 1;
        while (noun > sentence.FirstToken && tokens.Tags[noun] is UniversalTag.Adv or UniversalTag.Aux)
        {
            noun--;
        }

        if (noun < sentence.FirstToken || !IsOne(tokens, noun))
        {
            return -1;
        }

        return tokens.Relations[noun] is "flat" or "flat:name" && tokens.Heads[noun] is >= 0 and int head && head < noun ? head : noun;
    }

    private static int Object(TokenLayer tokens, int verb)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(verb)];
        for (int i = verb + 1; i < sentence.EndToken; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i] is "obj" or "iobj" && IsOne(tokens, i))
            {
                return i;
            }
        }

        return -1;
    }

    // "over Vale", "against Vale", "lost to Vale": after the word that tells it.
    private static int Against(TokenLayer tokens, Sentence sentence, int word, int first)
    {
        for (int i = word + 1; i + 1 < sentence.EndToken; i++)
        {
            bool rival = tokens.Form(i) is "over" or "against" || (i < first && tokens.Form(i) is "to");
            if (rival && tokens.Tags[i] == UniversalTag.Adp && tokens.Heads[i] > i && tokens.Relations[i] == "case" && IsOne(tokens, tokens.Heads[i]))
            {
                return tokens.Heads[i];
            }
        }

        return -1;
    }

    private static int By(TokenLayer tokens, Sentence sentence, int verb)
    {
        for (int i = verb + 1; i < sentence.EndToken; i++)
        {
            if (tokens.Form(i) is "by" && tokens.Heads[i] is >= 0 and int agent && agent > i && tokens.Heads[agent] == verb && IsOne(tokens, agent))
            {
                return agent;
            }
        }

        return -1;
    }

    // Somebody or something with a name, or a noun that is no unit.
    private static bool IsOne(TokenLayer tokens, int token) => tokens.Tags[token] is UniversalTag.Noun or UniversalTag.Propn && FigureMeasure.Names(tokens, token);
}
