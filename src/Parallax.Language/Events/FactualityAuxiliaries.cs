using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>Auxiliaries that together tell more than each alone: "would have", "is to".</summary>
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
}
