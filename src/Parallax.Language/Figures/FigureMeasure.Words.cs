using Parallax.Core.Layers;

namespace Parallax.Language.Figures;

/// <content>What is measured by the words beside the figure, where the parse hangs it elsewhere.</content>
internal static partial class FigureMeasure
{
    // "loans worth $17 billion", "$14 billion in funds": by the words, because parsers often hang them elsewhere.
    private static Measured? ByTheWords(TokenLayer tokens, int first, int end, FigureKind kind)
    {
        int sentence = tokens.SentenceOf(first);
        if (first > 1 && tokens.Lemmas[first - 1] == "worth" && tokens.SentenceOf(first - 2) == sentence && tokens.Tags[first - 2] == UniversalTag.Noun && Names(tokens, first - 2))
        {
            return Counted(tokens, first - 2, -1) with { End = first - 1 };
        }

        // "a $160 million contract", "dropped 500 kg cluster bombs", "made off with $4 million of rings": parsers often hang these on the verb.
        bool before = kind == FigureKind.Money || (kind == FigureKind.Measure && first > 0 && tokens.SentenceOf(first - 1) == sentence && CountingWords.Instance.Has("releasing", tokens.Lemmas[first - 1]));
        if (before && end < tokens.Count && tokens.SentenceOf(end) == sentence && tokens.Tags[end] is UniversalTag.Noun or UniversalTag.Adj && tokens.Form(end) is not "more" and not "less" && ThingAfter(tokens, end) is { } thing)
        {
            return thing;
        }

        if (kind == FigureKind.Percent && end + 1 < tokens.Count && tokens.SentenceOf(end + 1) == sentence && tokens.Form(end) is "more" or "fewer" or "less" && ThingAfter(tokens, end + 1) is { } added)
        {
            return added;
        }

        if (kind == FigureKind.Money && end + 1 < tokens.Count && tokens.SentenceOf(end) == sentence && tokens.Form(end) is "of" && ThingAfter(tokens, end + 1) is { } hoard)
        {
            return hoard;
        }

        // "plans to spend a total of $3 billion on its bridges": what it is spent on.
        if (kind == FigureKind.Money && end + 2 < tokens.Count && tokens.Form(end) is "on" && tokens.SentenceOf(end) == sentence && Verb(tokens, first) is >= 0 and int spent && CountingWords.Instance.Has("spending", tokens.Lemmas[spent]))
        {
            int from = tokens.Features[end + 1].Contains("Poss=Yes", StringComparison.Ordinal) ? end + 2 : end + 1;
            if (NounAfter(tokens, from) is >= 0 and int bought && Names(tokens, bought) && tokens.Relations[bought] is not "obl:tmod")
            {
                return Counted(tokens, bought, from);
            }
        }

        // "owned 55 percent by the union, eight percent by the ministry": each share by its holder.
        if (end + 1 < tokens.Count && tokens.Form(end) is "by" && tokens.SentenceOf(end) == sentence && Verb(tokens, first) is >= 0 and int verb && tokens.Lemmas[verb] is "own" or "hold" or "control"
            && NounAfter(tokens, end + 1) is >= 0 and int holder && Names(tokens, holder))
        {
            return Counted(tokens, holder, end + 1);
        }

        bool aid = end + 1 < tokens.Count && tokens.Form(end) is "in" && tokens.SentenceOf(end) == sentence && tokens.Tags[end + 1] is UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Propn; // "$3 billion in Norland taxes"
        if (aid && NounAfter(tokens, end + 1) is >= 0 and int noun && tokens.Tags[noun] == UniversalTag.Noun && Names(tokens, noun))
        {
            return new Measured(false, "", end + 1, noun + 1);
        }

        return null;
    }

    // "the 900-mile-wide (1,450 kilometers) sea": what is so wide stands behind the same told in another unit.
    private static Measured? Sided(TokenLayer tokens, int end)
    {
        const int LongestAside = 6;
        int at = end + 2;
        if (at >= tokens.Count || tokens.Form(end) is not "-" || !CountingWords.Instance.Has("sides", tokens.Form(end + 1)) || tokens.SentenceOf(at) != tokens.SentenceOf(end))
        {
            return null;
        }

        if (tokens.Form(at) is "(")
        {
            int close = at + 1;
            while (close < tokens.Count && tokens.Form(close) is not ")" && close - at < LongestAside)
            {
                close++;
            }

            at = close + 1;
        }

        return at < tokens.Count && tokens.SentenceOf(at) == tokens.SentenceOf(end) && NounAfter(tokens, at) is >= 0 and int wide && Names(tokens, wide) ? Counted(tokens, wide, at) with { Counts = false } : null;
    }

    private static Measured? Worth(TokenLayer tokens, int end)
    {
        if (end + 1 >= tokens.Count || tokens.Lemmas[end] != "worth" || tokens.SentenceOf(end) != tokens.SentenceOf(end - 1))
        {
            return null;
        }

        int from = tokens.Lemmas[end + 1] == "of" ? end + 2 : end + 1;
        if (NounAfter(tokens, from) is >= 0 and int noun && !IsOwner(tokens, noun))
        {
            return Counted(tokens, noun, from) with { Counts = false };
        }

        // "worth Norland's external trade"
        int owner = from;
        while (owner + 1 < tokens.Count && tokens.Tags[owner] is UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn && tokens.SentenceOf(owner) == tokens.SentenceOf(end))
        {
            owner++;
        }

        return owner > from && IsOwner(tokens, owner - 1) && NounAfter(tokens, owner + 1) is >= 0 and int owned ? new Measured(false, "", from, FigureClauses.Standing(tokens, owned) + 1) : null;
    }

    private static bool IsOwner(TokenLayer tokens, int noun) => noun + 1 < tokens.Count && tokens.Form(noun + 1) is "'s" or "’s" or "'" or "’";

    /// <summary>The noun phrase that starts at a token and tells a thing, no unit and no time; or null.</summary>
    public static Measured? ThingAfter(TokenLayer tokens, int start)
    {
        int noun = NounAfter(tokens, start);
        if (noun >= 0 && noun + 3 < tokens.Count && tokens.Form(noun + 1) is "-" && tokens.Tags[noun + 2] is UniversalTag.Verb or UniversalTag.Adj && NounAfter(tokens, noun + 3) is >= 0 and int guided && tokens.SentenceOf(guided) == tokens.SentenceOf(noun))
        {
            return new Measured(false, "", start, guided + 1); // "500 kg radar-guided bombs"
        }

        if (noun < 0 || tokens.Tags[noun] != UniversalTag.Noun || tokens.Relations[noun] == "obl:tmod" || CountingWords.Instance.Has("unsaid", tokens.Lemmas[noun]))
        {
            return null;
        }

        for (int i = start; i <= noun; i++)
        {
            if (!Names(tokens, i) || tokens.Tags[i] is UniversalTag.Adv || (i < noun && tokens.Tags[i] == UniversalTag.Num))
            {
                return null; // "paid $5 million last year"
            }
        }

        return Counted(tokens, noun, start);
    }

    /// <summary>The noun that a phrase starting at a token runs up to, or -1.</summary>
    public static int NounAfter(TokenLayer tokens, int start)
    {
        for (int i = start; i < tokens.Count && i - start < 5 && tokens.SentenceOf(i) == tokens.SentenceOf(start); i++)
        {
            if (tokens.Tags[i] is not (UniversalTag.Adj or UniversalTag.Det or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Num or UniversalTag.Adv) && !(tokens.Tags[i] == UniversalTag.Verb && tokens.Relations[i] == "amod")) // "worth of planned walls"
            {
                return -1;
            }

            bool last = i + 1 >= tokens.Count || tokens.Tags[i + 1] is not (UniversalTag.Noun or UniversalTag.Propn) || tokens.SentenceOf(i + 1) != tokens.SentenceOf(i);
            if (tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn && last)
            {
                return i;
            }
        }

        return -1;
    }

    // A verb whose subject the parse has lost ("while trade with the east grew by 7 percent"): the head noun between it and the last mark, conjunction or verb.
    private static int WordBefore(TokenLayer tokens, int verb)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(verb)];
        int found = -1;
        for (int i = verb - 1; i >= sentence.FirstToken && tokens.Tags[i] is not (UniversalTag.Punct or UniversalTag.Verb or UniversalTag.Sconj or UniversalTag.Cconj or UniversalTag.Pron); i--)
        {
            if (tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn && !tokens.Relations[i].StartsWith("nmod", StringComparison.Ordinal) && tokens.Relations[i] is not "compound" and not "conj")
            {
                found = i;
            }
        }

        return found;
    }
}
