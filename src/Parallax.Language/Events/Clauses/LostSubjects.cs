using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Clauses;

/// <summary>Subjects that a parse has lost although they are named beside the verb.</summary>
internal static class LostSubjects
{
    /// <summary>"Defending Norland's raid Maro said" parsed as if the raid, of Maro, said it: the name before the verb of speech that nothing joins to the noun, or -1.</summary>
    internal static int Swallowed(SyntaxTree tree, int verb)
    {
        TokenLayer tokens = tree.Tokens;
        int subject = verb > 1 && SpeechVerbs.Contains(tree.Lemma(verb)) ? tree.Child(verb, "nsubj") : -1;
        if (subject < 0 || subject >= verb - 1 || tokens.Tags[subject] != UniversalTag.Noun || tokens.Tags[verb - 1] != UniversalTag.Propn)
        {
            return -1;
        }

        int name = TopOfName(tree, verb - 1, subject);
        return tree.Head(name) == subject && tokens.Relations[name] == "nmod" && tree.Child(name, "case") < 0 ? name : -1;
    }

    // "Defending the raid on Norland Maro said" parsed as if the defending said it: the name before the verb of speech.
    internal static List<int> SpeakerBefore(SyntaxTree tree, int verb)
    {
        TokenLayer tokens = tree.Tokens;
        return verb > 0 && tokens.Features[verb].Contains("VerbForm=Fin", StringComparison.Ordinal) && SpeechVerbs.Contains(tree.Lemma(verb)) && tree.Child(verb, "nsubj") < 0 && tokens.Tags[verb - 1] == UniversalTag.Propn && tokens.SentenceOf(verb - 1) == tokens.SentenceOf(verb)
            ? [TopOfName(tree, verb - 1, tokens.Sentences[tokens.SentenceOf(verb)].FirstToken)] : [];
    }

    // Subjects that parsers lose: "harder for Norland to sell", "Anna Maro, the secretary of the council, travelled".
    internal static int Of(SyntaxTree tree, int head)
    {
        TokenLayer tokens = tree.Tokens;
        int first = tokens.Sentences[tokens.SentenceOf(head)].FirstToken;
        foreach (int mark in tree.Children(head))
        {
            if (tree.Is(mark, "mark") && tree.Lemma(mark) == "for" && mark < head - 2)
            {
                int to = head - 1;
                return tokens.Form(to) is "to" && tokens.Tags[to - 1] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron ? TopOfName(tree, to - 1, mark) : -1;
            }
        }

        if (SubjectAfterFor(tree, head) is >= 0 and int named)
        {
            return named;
        }

        if (SpeakerBefore(tree, head) is [var speaker])
        {
            return speaker;
        }

        bool finite = tokens.Features[head].Contains("VerbForm=Fin", StringComparison.Ordinal) && tokens.Relations[head] is "root" or "ccomp" or "parataxis";
        if (!finite || head - 2 <= first || tokens.Form(head - 1) is not ",")
        {
            return -1;
        }

        for (int comma = head - 2; comma > first; comma--)
        {
            if (tokens.Form(comma) is ",")
            {
                return tokens.Tags[comma - 1] == UniversalTag.Propn && tokens.Tags[comma + 1] is UniversalTag.Det or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Propn
                    ? TopOfName(tree, comma - 1, first - 1) : -1;
            }
        }

        return -1;
    }

    // "to make it harder for Norland to sell" with "for Norland" hung on the adjective: whom it is hard for does it.
    private static int SubjectAfterFor(SyntaxTree tree, int head)
    {
        int to = tree.Child(head, "mark"), above = tree.Head(head);
        if (to < 0 || to != head - 1 || above < 0 || tree.Tokens.Form(to) is not "to")
        {
            return -1;
        }

        if (tree.Tokens.Tags[above] is not (UniversalTag.Adj or UniversalTag.Noun))
        {
            return AskedOfIn(tree, to);
        }

        foreach (int child in tree.Children(above))
        {
            if ((tree.Is(child, "obl") || tree.Is(child, "nmod")) && tree.End(child) == to && tree.Child(child, "case") is >= 0 and int mark && tree.Lemma(mark) == "for")
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>"Has increased calls for the mayor to quit" with the infinitive hung on the verb: of whom the call before <paramref name="to"/> asks it, or -1.</summary>
    internal static int AskedOfIn(SyntaxTree tree, int to)
    {
        for (int up = to - 1; up >= 0 && tree.End(up) == to; up = tree.Head(up))
        {
            if (tree.Is(up, "nmod") && tree.Child(up, "case") is >= 0 and int mark && tree.Lemma(mark) == "for" && tree.Head(up) is >= 0 and int call && tree.Tokens.Tags[call] == UniversalTag.Noun && ClauseWords.Is("owned", tree.Lemma(call)))
            {
                return up;
            }
        }

        return -1;
    }

    private static int TopOfName(SyntaxTree tree, int token, int after)
    {
        while (tree.Tokens.Relations[token] is "flat" or "compound" && tree.Head(token) > after)
        {
            token = tree.Head(token);
        }

        return token;
    }

    // "the visit comes after Maro, a member of the council, threatened to …": parsers hang the name on the verb above as if "after" were its preposition.
    internal static int NameBefore(SyntaxTree tree, int head, int governor)
    {
        TokenLayer tokens = tree.Tokens;
        bool past = tokens.Features[head].Contains("Tense=Past", StringComparison.Ordinal) && tree.Child(head, "aux") < 0;
        if (!(past || tokens.Features[head].Contains("VerbForm=Fin", StringComparison.Ordinal)) || tree.Child(head, "mark") >= 0)
        {
            return -1;
        }

        int found = -1;
        foreach (int child in tree.Children(governor))
        {
            if (child < head && child > governor && tree.Is(child, "obl") && tree.Child(child, "case") is >= 0 and int mark && tree.Lemma(mark) is "after" or "before" or "since" or "as" or "until"
                && (tree.End(child) == head || (tree.End(child) == head - 1 && tokens.Form(head - 1) is ",")))
            {
                found = child;
            }
        }

        return found;
    }
}
