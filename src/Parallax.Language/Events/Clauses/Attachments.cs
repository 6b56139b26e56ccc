using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Clauses;

/// <summary>Which clauses describe a noun, also where a parser hangs them one noun too high: "on the eve of the talks to be held in Lanor".</summary>
internal static class Attachments
{
    /// <summary>The clauses that describe a noun.</summary>
    public static List<int> ClausesOf(SyntaxTree tree, int noun)
    {
        List<int> clauses = [];
        foreach (int child in tree.Children(noun))
        {
            if (tree.Is(child, "acl"))
            {
                clauses.Add(child);
            }
        }

        int above = tree.Head(noun);
        if (above < 0 || !tree.Is(noun, "nmod") || !IsTime(tree, above))
        {
            return clauses;
        }

        foreach (int child in tree.Children(above))
        {
            if (tree.Is(child, "acl") && child > noun)
            {
                clauses.Add(child);
            }
        }

        return clauses;
    }

    // Eves, days and beginnings are not held themselves.
    private static bool IsTime(SyntaxTree tree, int noun) => tree.Lemma(noun) is "eve" or "start" or "beginning" or "end" or "opening" or "margin" or "sideline" or "ahead" || MentionLexicon.Instance.Noun(tree.Lemma(noun)).Class == NounClass.Time;
}
