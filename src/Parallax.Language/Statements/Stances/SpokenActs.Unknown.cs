using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Stances;

/// <content>The words that say that something is not known.</content>
internal sealed partial class SpokenActs
{
    // "it was unclear why", "there was no way to know", “I do not know”, "it is too early to say".
    private bool IsNotKnown(int root, Attribution attribution)
    {
        bool isClause = tree.Child(root, "ccomp") >= 0 || tree.Child(root, "csubj") >= 0 || tree.Child(root, "advcl") >= 0 || tree.Child(root, "xcomp") >= 0, isNegated = IsNegated(root);
        int subject = tree.Child(root, "nsubj");
        bool isIt = tree.Child(root, "expl") >= 0 || (subject >= 0 && tree.Lower(subject) == "it");
        if (tree.Lower(root) is "unclear" or "unknown" || (isNegated && tree.Lower(root) is "clear" or "known" or "certain"))
        {
            return isIt && isClause;
        }

        if (tree.Lower(root) is "early" or "soon" or "hard" or "difficult" or "impossible" or "premature" && isIt && (tree.Lower(root) is not ("early" or "soon") || tree.Child(root, "advmod", "too") >= 0))
        {
            foreach (int child in tree.Children(root))
            {
                if (child > root && Tokens.Tags[child] == UniversalTag.Verb && tree.Lemma(child) is "know" or "tell" or "say" or "speculate" or "determine" or "confirm" or "link" or "comment" && tree.Child(child, "mark", "to") >= 0)
                {
                    return true;
                }
            }
        }

        int way = tree.Lemma(root) is "way" or "idea" ? root : subject >= 0 && tree.Lemma(subject) == "way" && tree.Lemma(root) == "be" ? subject : -1;
        if (way >= 0 && tree.Child(way, "det", "no") >= 0)
        {
            foreach (int child in tree.Children(way))
            {
                if (child > way && (tree.Is(child, "acl") || tree.Is(child, "advcl")) && tree.Lemma(child) is "know" or "tell")
                {
                    return true;
                }
            }
        }

        // "did not know of any threats" tells something; "does not know why" tells that it is not known.
        bool isUnknown = isNegated && tree.Lemma(root) == "know" && Tokens.Tags[root] == UniversalTag.Verb && tree.Child(root, "aux", "will") < 0 && tree.Child(root, "obj") < 0 && tree.Child(root, "obl") < 0
            && (tree.Child(root, "ccomp") is int asked && (asked < 0 || OpensQuestion(asked)));
        bool isIdea = tree.Lemma(root) == "have" && tree.Child(root, "obj") is int idea and >= 0 && tree.Lemma(idea) == "idea" && tree.Child(idea, "det", "no") >= 0;
        return (isIdea || isUnknown) && subject >= 0 && IsSpeaker(subject, attribution) && !GoesOn(root, attribution);
    }

    // “I do not know whether they see it, but it is no help”: what is said stands behind the "but".
    private bool GoesOn(int root, Attribution attribution)
    {
        foreach (int child in tree.Children(root))
        {
            if (child > root && tree.Is(child, "conj") && tree.Child(child, "cc", "but") >= 0 && tree.Child(child, "nsubj") >= 0 && attribution.Content.Tokens.BinarySearch(child) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool OpensQuestion(int clause) => tree.Yield(clause) is [var first, ..] && tree.Lower(first) is "what" or "whether" or "if" or "how" or "why" or "who" or "whom" or "whose" or "which" or "when" or "where";
}
