using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Clauses;

/// <summary>Tells what the present tense of a clause of time leaves to come: "before he is sworn in", "until the court rules", "will speak when she arrives".</summary>
internal static class PresentAhead
{
    /// <summary>The word that opens such a clause, or null where the event stands in none.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="head">Token that tells the event.</param>
    public static string? Mark(SyntaxTree tree, int head)
    {
        TokenLayer tokens = tree.Tokens;
        int verb = tokens.Tags[head] == UniversalTag.Verb ? head : tree.Is(head, "obj") || tree.Is(head, "nsubj:pass") ? tree.Head(head) : -1;
        if (verb < 0 || !tree.Is(verb, "advcl") || !IsPresent(tree, verb))
        {
            return null;
        }

        foreach (int child in tree.Children(verb))
        {
            string lemma = tree.Lemma(child).ToLowerInvariant();
            if ((tree.Is(child, "mark") && lemma is "before" or "until" or "till" or "once" or "after") || ((tree.Is(child, "mark") || tree.Is(child, "advmod")) && lemma == "when" && WillBe(tree, tree.Head(verb))))
            {
                return lemma;
            }
        }

        return null;
    }

    private static bool IsPresent(SyntaxTree tree, int verb)
    {
        bool present = IsPresentForm(tree.Tokens, verb);
        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "aux") || tree.Is(child, "aux:pass"))
            {
                if (tree.Lemma(child) is "have")
                {
                    return false; // "once it has begun": no longer to come for who tells it
                }

                present |= IsPresentForm(tree.Tokens, child);
            }
        }

        return present;
    }

    private static bool IsPresentForm(TokenLayer tokens, int token) => tokens.Features[token].Contains("Tense=Pres", StringComparison.Ordinal) && tokens.Features[token].Contains("VerbForm=Fin", StringComparison.Ordinal);

    private static bool WillBe(SyntaxTree tree, int verb)
    {
        if (verb < 0)
        {
            return false;
        }

        foreach (int child in tree.Children(verb))
        {
            if (tree.Is(child, "aux") && tree.Lemma(child) is "will" or "shall" or "would")
            {
                return true;
            }
        }

        return false;
    }
}
