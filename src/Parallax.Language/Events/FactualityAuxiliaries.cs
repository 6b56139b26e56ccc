using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

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

        return tree.Lemma(child) is "nobody" or "none" or "nothing" || (tree.Child(child, "det") is >= 0 and int no && tree.Tokens.Form(no) is "no" or "No");
    }
}
