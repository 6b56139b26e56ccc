using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Events.Modality;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Clauses;

/// <summary>Which verbs are passives without looking so, and which look so without being any.</summary>
internal static class PassiveForms
{
    // "was shot and killed": the second participle shares the auxiliary.
    internal static bool IsPassiveToo(SyntaxTree tree, int head)
    {
        if (IsState(tree, head))
        {
            return true;
        }

        int first = tree.Head(head);
        bool form = tree.Tokens.Features[head].Contains("Voice=Pass", StringComparison.Ordinal)
            || (tree.Tokens.Features[head].Contains("Tense=Past", StringComparison.Ordinal) && ClauseWords.Is("needs-object", tree.Lemma(head))); // "was arrested on Friday and charged with theft" read as a plain past
        return first >= 0 && first < head && tree.Is(head, "conj") && tree.Child(first, "aux:pass") >= 0 && form
            && tree.Child(head, "nsubj") < 0 && tree.Child(head, "obj") < 0 && tree.Child(head, "aux") < 0 && !FactualityCues.Is("participle-of-stance", tree.Lemma(head));
    }

    // "the schools remain occupied by students": a participle that says in what state something is.
    private static bool IsState(SyntaxTree tree, int head)
    {
        if (!tree.Is(head, "xcomp") || !IsPastParticiple(tree.Tokens, head) || tree.Child(head, "obj") >= 0 || tree.Child(head, "aux") >= 0 || tree.Child(head, "mark") >= 0 || FactualityCues.Is("participle-of-stance", tree.Lemma(head)))
        {
            return false;
        }

        return tree.Head(head) is >= 0 and int verb && tree.Lemma(verb) is "remain" or "stay" or "get" or "keep" or "leave" or "lie";
    }

    // "the minister offered to mediate" parsed as a passive without an auxiliary: whoever plans an act of his own is its doer; "is opposed to the plan" opposes it.
    internal static bool IsActiveInPassiveForm(SyntaxTree tree, int head)
    {
        string lemma = tree.Lemma(head);
        bool auxiliary = tree.Child(head, "aux:pass") >= 0;
        if (auxiliary && tree.Child(head, "obj") is >= 0 and int thing && thing > head && !ClauseWords.Is("two-objects", lemma) && tree.Tokens.Tags[thing] is UniversalTag.Noun or UniversalTag.Propn && !IsDistance(tree, thing))
        {
            return true; // "is baited two villages": a slip for "has"
        }

        return (!auxiliary && tree.Child(head, "xcomp") >= 0 && (FactualityCues.Is("planned", lemma) || lemma == "offer"))
            || (auxiliary && FactualityCues.Is("participle-of-stance", lemma) && tree.Children(head).ToArray().Any(c => tree.Is(c, "obl") && tree.Child(c, "case") is >= 0 and int mark && tree.Lemma(mark) == "to"));
    }

    /// <summary>"Was found two streets away": how far or when, not what.</summary>
    internal static bool IsDistance(SyntaxTree tree, int thing) => thing + 1 < tree.Tokens.Count && tree.Child(thing, "nummod") >= 0 && tree.Tokens.Form(thing + 1) is "away" or "apart" or "off" or "later" or "earlier" or "ago";

    // "if convicted of murder", "when nominated"; as a headline "Driver charged with theft"; in front "Arrested by the guard, he …".
    internal static bool IsShortPassive(SyntaxTree tree, int head)
    {
        if (LacksObject(tree, head))
        {
            return true;
        }

        // "Three people shot": active would be "shoot"; a reader of capitals may leave the form untold: "Three People Shot".
        bool headline = (tree.Tokens.Features[head].Contains("Tense=Past", StringComparison.Ordinal) || IsUntoldPast(tree, head)) && ClauseWords.Is("headline-passive", tree.Lemma(head));
        if (!(IsPastParticiple(tree.Tokens, head) || headline) || tree.Child(head, "aux") >= 0 || tree.Child(head, "obj") >= 0)
        {
            return false;
        }

        Sentence sentence = tree.Tokens.Sentences[tree.Tokens.SentenceOf(head)];
        bool subject = tree.Child(head, "nsubj") >= 0;
        return (!subject && tree.Is(head, "advcl") && tree.Child(head, "mark") is >= 0 and int mark && tree.Lemma(mark) is "if" or "when" or "once" or "unless" or "until" or "although" or "though" or "as")
            || (subject && (tree.Head(head) < 0 || tree.Is(head, "appos")) && tree.Child(head, "ccomp") < 0 && tree.Child(head, "xcomp") < 0 && char.IsLetterOrDigit(tree.Tokens.Form(sentence.EndToken - 1)[^1]));
    }

    private static bool IsUntoldPast(SyntaxTree tree, int head)
    {
        ReadOnlySpan<char> form = tree.Tokens.Form(head);
        return !tree.Tokens.Features[head].Contains("VerbForm", StringComparison.Ordinal) && !form.Equals(tree.Lemma(head), StringComparison.OrdinalIgnoreCase) && !form.EndsWith("s", StringComparison.OrdinalIgnoreCase) && !form.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
    }

    private static bool LacksObject(SyntaxTree tree, int head)
    {
        TokenLayer tokens = tree.Tokens;
        if (!tokens.Features[head].Contains("Tense=Past", StringComparison.Ordinal) || !ClauseWords.Is("needs-object", tree.Lemma(head)) || tree.Is(head, "acl:relcl") || tree.Is(head, "conj"))
        {
            return false;
        }

        foreach (int child in tree.Children(head))
        {
            if (SyntaxTree.Matches(tokens.Relations[child], "aux") || tokens.Relations[child] is "obj" or "iobj" or "ccomp" || (tree.Is(child, "conj") && tree.Child(child, "obj") >= 0) || (tree.Is(child, "obl") && tree.Child(child, "case") < 0 && !IsDay(tree, child)))
            {
                return false;
            }
        }

        return true;
    }

    // "arrested Tuesday in a raid": when, not what.
    private static bool IsDay(SyntaxTree tree, int token) => tree.Tokens.Relations[token] is "obl:unmarked" or "obl:tmod" or "obl:npmod"
        && (MentionLexicon.Instance.Noun(tree.Lemma(token)).Class == NounClass.Time || tree.Tokens.Form(token).EndsWith("day", StringComparison.OrdinalIgnoreCase));

    /// <summary>"Maro, shot in the neck, remained there" with the participle beside the name: whom it is done to, or -1.</summary>
    internal static int Beside(SyntaxTree tree, int head)
    {
        int name = tree.Head(head);
        bool form = tree.Tokens.Features[head].Contains("Tense=Past", StringComparison.Ordinal) && (ClauseWords.Is("needs-object", tree.Lemma(head)) || ClauseWords.Is("headline-passive", tree.Lemma(head)));
        return form && name >= 0 && name < head && tree.Is(head, "appos") && tree.Tokens.Tags[head] == UniversalTag.Verb && head > 0 && tree.Tokens.Form(head - 1) is ","
            && tree.Child(head, "nsubj") < 0 && tree.Child(head, "obj") < 0 && tree.Child(head, "aux") < 0 ? name : -1;
    }

    internal static bool IsPastParticiple(TokenLayer tokens, int t) =>
        tokens.Features[t].Contains("VerbForm=Part", StringComparison.Ordinal) && tokens.Features[t].Contains("Tense=Past", StringComparison.Ordinal);

    /// <summary>Whoever does what a passive without an agent of its own tells, where the parse hangs them elsewhere.</summary>
    internal static void FindAgent(Clause clause)
    {
        AgentOfNext(clause);
        AgentInside(clause);
        if (clause.Subjects.Count == 0 && clause.Tree.Is(clause.Head, "xcomp") && clause.Tree.Head(clause.Head) is >= 0 and int leaving && clause.Tree.Lemma(leaving) == "leave" && clause.Tree.Child(leaving, "obj") >= 0)
        {
            clause.Subjects.AddRange(Clause.OfVerb(clause.Tree, leaving, 1).Subjects); // "left two guards wounded"
        }
    }

    // "was shot and killed by the guard": shot by the guard as well.
    private static void AgentOfNext(Clause clause)
    {
        SyntaxTree tree = clause.Tree;
        foreach (int next in tree.Children(clause.Head).ToArray())
        {
            if (next > clause.Head && IsPassiveToo(tree, next))
            {
                foreach (int agent in tree.Children(next).ToArray())
                {
                    if (tree.Is(agent, "obl:agent") || (tree.Is(agent, "obl") && tree.Child(agent, "case") is >= 0 and int by && tree.Lemma(by) == "by"))
                    {
                        clause.AddAll(clause.Subjects, agent);
                    }
                }
            }
        }
    }

    // "was invited to the summit by Norland" with Norland hung on the summit.
    private static void AgentInside(Clause clause)
    {
        SyntaxTree tree = clause.Tree;
        foreach ((_, int head) in clause.Obliques.ToArray())
        {
            int last = tree.End(head);
            for (int t = head + 1; t < last && clause.Subjects.Count == 0 && !ClauseWords.Is("authored", tree.Lemma(head)); t++)
            {
                if (tree.Is(t, "nmod") && tree.Tokens.Tags[t] is UniversalTag.Propn && tree.End(t) == last && tree.Child(t, "case") is >= 0 and int by && tree.Lemma(by) == "by")
                {
                    clause.AddAll(clause.Subjects, t);
                }
            }
        }
    }
}
