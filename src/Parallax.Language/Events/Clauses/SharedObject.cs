using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Clauses;

/// <summary>What a verb without an object of its own is done to where the next verb says it: "arrested and charged the driver", "shot and killed two guards".</summary>
internal static class SharedObject
{
    /// <summary>Adds the object of the verb that follows after "and" at once.</summary>
    /// <param name="clause">An active clause without an object.</param>
    public static void Take(Clause clause)
    {
        (SyntaxTree tree, int head) = (clause.Tree, clause.Head);
        TokenLayer tokens = tree.Tokens;
        bool transitive = ClauseWords.Is("needs-object", tree.Lemma(head)) || ClauseWords.Is("headline-passive", tree.Lemma(head));
        int next = head + 2;
        if (clause.IsPassive || !transitive || next >= tokens.Count || tokens.SentenceOf(next) != tokens.SentenceOf(head) || !tree.Is(head + 1, "cc") || tokens.Tags[next] != UniversalTag.Verb || !tree.Is(next, "conj") || tree.Head(next) != head)
        {
            return;
        }

        foreach (int thing in tree.Children(next))
        {
            if (thing > next && tree.Is(thing, "obj"))
            {
                clause.AddAll(clause.Objects, thing);
            }
        }
    }
}
