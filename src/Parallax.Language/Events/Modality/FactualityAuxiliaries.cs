using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Modality;

/// <summary>Small words that together tell more than each alone: "would have", "is to", "no one".</summary>
internal static class FactualityAuxiliaries
{
    /// <summary>"Would have begun": of what did not come.</summary>
    public static bool HasHave(SyntaxTree tree, int head)
    {
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "aux") && tree.Lemma(child) == "have")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The draft is to be voted on", "the envoy was to arrive".</summary>
    public static bool IsArranged(SyntaxTree tree, int head)
    {
        int to = tree.Child(head, "mark");
        foreach (int child in tree.Children(head))
        {
            if (child < to && (tree.Is(child, "aux") || tree.Is(child, "aux:pass")) && tree.Lemma(child) == "be" && tree.Tokens.Features[child].Contains("VerbForm=Fin", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"No one was hurt", "none of them left": whether a child of a verb says that nobody does or undergoes it.</summary>
    public static bool IsNobody(SyntaxTree tree, int head, int child)
    {
        if (tree.Tokens.Tags[head] != UniversalTag.Verb || !tree.Is(child, "nsubj"))
        {
            return false;
        }

        return tree.Lemma(child) is "nobody" or "none" or "nothing" || (tree.Child(child, "det") is >= 0 and int no && tree.Tokens.Form(no) is "no" or "No") || (tree.First(child) is >= 0 and int first && tree.Tokens.Form(first) is "neither" or "Neither"); // "neither Orsk nor Vale won"
    }

    /// <summary>"Could be closed", "may come": whether a verb is told as open by its auxiliary.</summary>
    public static bool HasDoubt(SyntaxTree tree, int verb)
    {
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "aux") && tree.Lemma(child) is "could" or "can" or "may" or "might" or "will" or "would")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a verb stands in the present.</summary>
    public static bool IsPresent(SyntaxTree tree, int verb)
    {
        bool present = tree.Tokens.Features[verb].Contains("Tense=Pres", StringComparison.Ordinal);
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "aux") || tree.Is(child, "aux:pass"))
            {
                present = tree.Lemma(child) == "be" && tree.Tokens.Features[child].Contains("Tense=Pres", StringComparison.Ordinal);
            }
        }

        return present;
    }

    /// <summary>"Asked that he be freed", "recommended that she die": the bare form of what is asked for.</summary>
    public static bool IsMandated(SyntaxTree tree, int head)
    {
        if ((tree.Child(head, "aux") is >= 0 and int auxiliary && tree.Tokens.Form(auxiliary) is not "be") || (tree.Child(head, "nsubj") < 0 && tree.Child(head, "nsubj:pass") < 0))
        {
            return false;
        }

        bool that = false, be = false, bare = tree.Tokens.Tags[head] == UniversalTag.Verb && IsBare(tree, head);
        foreach (int child in tree.Children(head))
        {
            bare &= !tree.Is(child, "aux:pass");
            be |= (tree.Is(child, "aux") || tree.Is(child, "aux:pass") || tree.Is(child, "cop")) && tree.Tokens.Form(child) is "be";
            that |= tree.Is(child, "mark") && tree.Lemma(child) == "that";
            if (tree.Is(child, "mark") && tree.Lemma(child) == "to")
            {
                return false;
            }
        }

        return be || (bare && that);
    }

    // "that he die" and not "that he dies" or "died".
    private static bool IsBare(SyntaxTree tree, int head) => tree.Tokens.Features[head].Contains("VerbForm=Inf", StringComparison.Ordinal)
        || (tree.Child(head, "nsubj") is >= 0 and int subject && tree.Tokens.Features[subject].Contains("Number=Sing", StringComparison.Ordinal) && tree.Tokens.Tags[subject] is UniversalTag.Noun or UniversalTag.Propn
            && tree.Child(subject, "conj") < 0 && tree.Tokens.Form(head).SequenceEqual(tree.Lemma(head)) && !tree.Tokens.Features[head].Contains("Tense=Past", StringComparison.Ordinal) && MentionLexicon.Instance.Noun(tree.Lemma(subject)).Class != NounClass.People);

    /// <summary>"Votes next month": a present whose time is to come.</summary>
    public static bool IsToCome(SyntaxTree tree, int head)
    {
        if (tree.Tokens.Tags[head] != UniversalTag.Verb || !IsPresent(tree, head))
        {
            return false;
        }

        foreach (int child in tree.Children(head))
        {
            if (child > head && tree.Is(child, "obl") && tree.Child(child, "case") < 0 && tree.Child(child, "amod") is >= 0 and int next && tree.Lemma(next) == "next")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Its meeting next month", "the talks in Lanor next week": a noun with a time that is to come for whoever tells it; "the next week" is not.</summary>
    public static bool IsNext(SyntaxTree tree, int head)
    {
        const int Near = 6;
        TokenLayer tokens = tree.Tokens;
        if (tokens.Tags[head] != UniversalTag.Noun)
        {
            return false;
        }

        int end = Math.Min(tokens.Sentences[tokens.SentenceOf(head)].EndToken - 1, head + Near);
        for (int t = head + 1; t < end && tokens.Tags[t] is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Punct or UniversalTag.Noun); t++)
        {
            if (tokens.Form(t) is "next" && tokens.Tags[t - 1] != UniversalTag.Det && FactualityCues.Is("time-unit", tree.Lemma(t + 1).ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a verb carries "may", "could" or "would".</summary>
    public static bool HasModal(SyntaxTree tree, int head)
    {
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "aux") && (FactualityCues.Is("modal-possible", tree.Lemma(child)) || FactualityCues.Is("modal-hypothetical", tree.Lemma(child))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The prospect of stars boycotting the show", "fears of rebels attacking": the noun that makes the gerund on <paramref name="doer"/> a prospect, or -1.</summary>
    public static int FearedOf(SyntaxTree tree, int gerund, int doer)
    {
        int noun = tree.Head(doer);
        return noun >= 0 && noun < doer && tree.Is(doer, "nmod") && tree.Tokens.Tags[noun] == UniversalTag.Noun && gerund > doer && tree.Child(gerund, "mark") < 0 && tree.Tokens.Form(gerund).EndsWith("ing", StringComparison.Ordinal)
            && tree.Child(doer, "case") is >= 0 and int of && tree.Lemma(of) == "of" && FactualityCues.EffectOf(tree.Lemma(noun)) == CueEffect.Supposes ? noun : -1;
    }

    /// <summary>"Held talks on the harvest and improving ties" with the gerund joined to "held".</summary>
    public static bool IsAlsoTalkedOf(SyntaxTree tree, int head, int governor)
    {
        TokenLayer tokens = tree.Tokens;
        if (tokens.Tags[head] != UniversalTag.Verb || !tokens.Form(head).EndsWith("ing", StringComparison.Ordinal) || tokens.Form(governor).EndsWith("ing", StringComparison.Ordinal) || tree.Child(head, "aux") >= 0
            || tree.Child(governor, "obj") is not (>= 0 and int talk) || !FactualityCues.Is("talk", tree.Lemma(talk)))
        {
            return false;
        }

        return tree.Child(talk, "nmod") is >= 0 and int matter && tree.Child(matter, "case") is >= 0 and int mark && tree.Lemma(mark) is "about" or "on" or "over";
    }

    /// <summary>"There might have been two people killed": the head of the clause that says whether there are such, or -1.</summary>
    public static int ThereIs(SyntaxTree tree, int noun)
    {
        int verb = tree.Child(noun, "expl") >= 0 ? noun : tree.Is(noun, "nsubj") || tree.Is(noun, "obj") ? tree.Head(noun) : -1;
        return verb >= 0 && tree.Child(verb, "expl") is >= 0 and int there && tree.Lemma(there) == "there" ? verb : -1;
    }
}
