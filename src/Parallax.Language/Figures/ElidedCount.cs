using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Language.Figures;

/// <summary>What a bare number counts where no noun stands after it: "the number of people treated has climbed to 58", "12 dead", "200 aboard".</summary>
internal static class ElidedCount
{
    private const int LongestClause = 24;

    /// <summary>"a ferry with 200 aboard", "12 injured": people, of whom the next word says how they fare or where they are.</summary>
    /// <param name="tokens">Tokens of the report.</param>
    /// <param name="first">First token of the number.</param>
    /// <param name="end">Token after the number.</param>
    public static Measured? People(TokenLayer tokens, int first, int end)
    {
        CountingWords words = CountingWords.Instance;
        if (IsOfPlace(tokens, first) is { } place)
        {
            return place;
        }

        if (IsHarmed(tokens, first, end))
        {
            return new Measured(true, "person", first, first);
        }

        if (end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(first))
        {
            return null;
        }

        bool noun = end + 1 < tokens.Count && tokens.SentenceOf(end + 1) == tokens.SentenceOf(end) && tokens.Tags[end + 1] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj;
        return words.Has("place", tokens.Form(end)) || (words.Has("people", tokens.Form(end)) && !noun) ? new Measured(true, "person", end, end + 1) : null;
    }

    /// <summary>"a mother of 12", "leaves mother of 2 dead": children, where no noun stands after the number.</summary>
    /// <param name="tokens">Tokens of the report.</param>
    /// <param name="first">First token of the number.</param>
    /// <param name="end">Token after the number.</param>
    public static Measured? Children(TokenLayer tokens, int first, int end)
    {
        if (first < 2 || tokens.SentenceOf(first - 2) != tokens.SentenceOf(first) || tokens.Form(first - 1) is not "of" || !CountingWords.Instance.Has("parents", tokens.Form(first - 2)))
        {
            return null;
        }

        bool open = end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(first) || CountingWords.Instance.Has("people", tokens.Form(end)) || (tokens.Tags[end] is not (UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Num) && tokens.Form(end) is not "-"); // "leaves a mother of two dead": one person
        return open ? new Measured(true, "child", first, first) : null;
    }

    // "killing ten and injuring 80", "killed more than 31,000 in the city", "600 were killed": no noun follows the number.
    private static bool IsHarmed(TokenLayer tokens, int first, int end)
    {
        CountingWords words = CountingWords.Instance;
        int sentence = tokens.SentenceOf(first);
        bool inside = end < tokens.Count && tokens.SentenceOf(end) == sentence;
        if (inside && tokens.Tags[end] is not (UniversalTag.Punct or UniversalTag.Cconj or UniversalTag.Adp or UniversalTag.Sconj or UniversalTag.Aux or UniversalTag.Adv or UniversalTag.Pron) || (inside && tokens.Form(end) is "of" or "-" or "/" or "%"))
        {
            return false;
        }

        int verb = first - 1;
        while (verb > 0 && words.Has("rest", tokens.Form(verb)))
        {
            verb--;
        }

        if (verb >= 0 && tokens.SentenceOf(verb) == sentence && tokens.Tags[verb] == UniversalTag.Verb && (words.Has("harms", tokens.Lemmas[verb]) || words.Has("harms", tokens.Form(verb))))
        {
            return true;
        }

        int after = end;
        while (after < tokens.Count && tokens.SentenceOf(after) == sentence && after - end < 3 && tokens.Tags[after] is UniversalTag.Aux or UniversalTag.Adv)
        {
            after++;
        }

        return after > end && after < tokens.Count && tokens.SentenceOf(after) == sentence && tokens.Tags[after] == UniversalTag.Verb && words.Has("harms", tokens.Lemmas[after]) && tokens.Features[after].Contains("VerbForm=Part", StringComparison.Ordinal);
    }

    // "a population of more than 100,000"
    private static Measured? IsOfPlace(TokenLayer tokens, int first) =>
        first > 1 && tokens.Form(first - 1) is "of" && tokens.Lemmas[first - 2] == "population" && tokens.SentenceOf(first) == tokens.SentenceOf(first - 2) ? new Measured(true, "person", first - 2, first - 1) : null;

    /// <summary>"the number of people treated has climbed to 58", "the toll stands at 58", "arrests reached 58".</summary>
    /// <param name="tokens">Tokens of the report.</param>
    /// <param name="first">First token of the number.</param>
    public static Measured? Level(TokenLayer tokens, int first)
    {
        CountingWords words = CountingWords.Instance;
        int start = tokens.Sentences[tokens.SentenceOf(first)].FirstToken;
        int verb = first - 1;
        if (verb > start && tokens.Form(verb) is "to" or "at")
        {
            verb--;
            verb = verb > start && tokens.Tags[verb] == UniversalTag.Adv ? verb - 1 : verb;
            verb = verb > start && words.Has("level", tokens.Lemmas[verb]) ? verb : -1;
        }
        else
        {
            verb = verb > start && words.Has("reach", tokens.Lemmas[verb]) ? verb : -1;
        }

        for (int i = verb - 1; i >= Math.Max(start, verb - LongestClause); i--)
        {
            if (words.Has("toll", tokens.Lemmas[i]))
            {
                return new Measured(true, "person", i, i + 1);
            }

            if (words.Has("events", tokens.Lemmas[i]) && tokens.Tags[i] == UniversalTag.Noun && i > verb - 4)
            {
                return new Measured(true, tokens.Lemmas[i], i, i + 1);
            }

            if (words.Has("counting", tokens.Lemmas[i]))
            {
                return i + 2 < verb && tokens.Form(i + 1) is "of" ? Members(tokens, i + 2, verb) : null;
            }
        }

        return null;
    }

    /// <summary>"Orsk has 11 seats and Vale has 10": the same thing counted again, held by another.</summary>
    /// <param name="tokens">Tokens of the report.</param>
    /// <param name="previous">The figure before it.</param>
    /// <param name="span">The number.</param>
    public static bool IsHeldAgain(TokenLayer tokens, Figure previous, TextSpan span)
    {
        (int first, int end) = tokens.TokensOf(span);
        int before = tokens.TokenAt(previous.Start);
        if (first >= end || before == 0 || first == 0 || previous.Measures is null || previous.Unit is "percent" or "share" or "year" or "km" || char.IsUpper(previous.Unit[0]) || tokens.SentenceOf(first) - tokens.SentenceOf(before) > 1 || !IsHolding(tokens, before - 1) || !IsHolding(tokens, first - 1))
        {
            return false;
        }

        return end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(first) || tokens.Tags[end] == UniversalTag.Cconj || tokens.Form(end) is "." or "," or ";";
    }

    private static bool IsHolding(TokenLayer tokens, int token)
    {
        token = token > 0 && tokens.Form(token) is "up" ? token - 1 : token;
        return tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux && CountingWords.Instance.Has("holding", tokens.Lemmas[token]);
    }

    // "people treated", "injured passengers", "the poisoned": the noun, or people where there is none.
    private static Measured Members(TokenLayer tokens, int first, int verb)
    {
        while (first + 1 < verb && tokens.Tags[first] == UniversalTag.Det)
        {
            first++;
        }

        for (int i = first; i < verb; i++)
        {
            bool noun = tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn;
            if (noun && (i + 1 >= verb || tokens.Tags[i + 1] is not (UniversalTag.Noun or UniversalTag.Propn)))
            {
                return new Measured(true, FigureUnits.Of(tokens, i), first, i + 1);
            }

            if (!noun && tokens.Tags[i] is not (UniversalTag.Adj or UniversalTag.Verb or UniversalTag.Adv or UniversalTag.Num))
            {
                break;
            }
        }

        return new Measured(true, "person", first, first + 1);
    }
}
