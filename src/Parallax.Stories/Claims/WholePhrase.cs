using Parallax.Core.Layers;

namespace Parallax.Stories.Claims;

/// <summary>Finds how far the words of a claim must run on so that nothing they begin is left hanging: "the shot fell minutes after the guard, Ada Quill | , was sent home", "the rule bars agencies | from asking".</summary>
internal static class WholePhrase
{
    private const int MostRounds = 4, MostDepth = 64;

    // Prepositions that bring what a verb needs ("bars him from going", "accused of taking", "was stopped for speeding"), and not when or how it was done.
    private static readonly string[] Needed = ["from", "of", "into", "against", "for", "with", "like"];

    /// <summary>The end, moved right where a function word waits for its word or the verb for what it needs; never beyond the limit.</summary>
    /// <param name="tokens">The parse.</param>
    /// <param name="top">Word that heads the clause.</param>
    /// <param name="verb">The predicate.</param>
    /// <param name="first">First token of the words.</param>
    /// <param name="end">Token behind the last.</param>
    /// <param name="high">Token behind the last that the words may take in.</param>
    public static int End(TokenLayer tokens, int top, int verb, int first, int end, int high)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            int whole = end;
            for (int token = first; token < end; token++)
            {
                if (tokens.Heads[token] is var head && head >= end && head < high && Waits(tokens, token))
                {
                    whole = Math.Max(whole, head + 1);
                }
            }

            for (int token = end; token < high; token++)
            {
                if ((tokens.Heads[token] == top || tokens.Heads[token] == verb) && IsNeeded(tokens, token))
                {
                    whole = Math.Max(whole, EndOf(tokens, token, high));
                }
            }

            if (whole == end)
            {
                break;
            }

            end = whole;
        }

        return end;
    }

    private static bool Waits(TokenLayer tokens, int token) => tokens.Relations[token] is "mark" or "case" or "det" or "aux" or "aux:pass" or "cop" or "nsubj" or "nsubj:pass" or "nummod" or "amod" or "compound" or "nmod:poss";

    /// <summary>Whether a word below a verb brings what the verb needs.</summary>
    public static bool IsNeeded(TokenLayer tokens, int token)
    {
        if (tokens.Relations[token] is "obj" or "iobj" or "xcomp" or "ccomp")
        {
            return true;
        }

        if (!tokens.Relations[token].StartsWith("advcl", StringComparison.Ordinal))
        {
            return false;
        }

        bool needed = false, hasSubject = false, isLike = false;
        for (int child = token - 1; child >= 0 && tokens.SentenceOf(child) == tokens.SentenceOf(token); child--)
        {
            if (tokens.Heads[child] == token)
            {
                bool isPreposition = tokens.Relations[child] is "mark" or "case";
                needed |= isPreposition && Array.IndexOf(Needed, tokens.Form(child).ToString()) >= 0;
                isLike |= isPreposition && tokens.Form(child) is "like";
                hasSubject |= tokens.Relations[child].StartsWith("nsubj", StringComparison.Ordinal);
            }
        }

        return needed && (isLike || !hasSubject); // "with the tide rising": what has a subject of its own tells what else there was.
    }

    // Behind the last token below a word.
    private static int EndOf(TokenLayer tokens, int top, int high)
    {
        int end = top + 1;
        for (int token = top + 1; token < high; token++)
        {
            int at = token, steps = 0;
            while (at > top && steps++ < MostDepth)
            {
                at = tokens.Heads[at];
            }

            end = at == top && tokens.Tags[token] != UniversalTag.Punct ? token + 1 : end;
        }

        return end;
    }
}
