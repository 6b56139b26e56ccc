using Parallax.Core.Layers;

namespace Parallax.Stories.Propositions;

/// <summary>Tells clauses that only give the measure of another: "ten times as many cases as it had reported", "more than it had sold", "the more Quill wins, the less is said".</summary>
internal static class Compared
{
    /// <summary>Whether a clause is such a measure.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="top">Word that heads the clause.</param>
    /// <param name="relation">Its relation, without subtype.</param>
    public static bool IsOne(Tree tree, int top, string relation) => (relation is "advcl" or "acl" or "ccomp" && IsThanOrAs(tree, top)) || IsTheMore(tree, top);

    private static bool IsThanOrAs(Tree tree, int top)
    {
        int mark = tree.Child(top, "mark", "case"), above = tree.Tokens.Heads[top];
        if (mark < 0 || above < 0 || mark > top)
        {
            return false;
        }

        if (tree.Is(mark, "than") || (tree.Is(mark, "as") && (tree.Is(mark + 1, "many") || tree.Is(mark + 1, "much") || tree.Is(mark + 1, "few"))))
        {
            return true;
        }

        // "as soon as it closed" tells that it did, and so does "as well as closing it".
        return tree.Is(mark, "as") && mark > 0 && !tree.Is(mark - 1, "well") && tree.Tokens.Tags[above] is UniversalTag.Adj or UniversalTag.Noun
            && tree.Children(above, "amod").Append(above).Any(word => tree.Children(word, "advmod").Any(a => a < mark && tree.Is(a, "as")));
    }

    // "the more experienced guard won" is a guard and no measure.
    private static bool IsTheMore(Tree tree, int top)
    {
        if (tree.Child(top, "nsubj") is not (>= 0 and var subject))
        {
            return false;
        }

        (int first, _) = tree.Bounds(subject);
        int more = first - 1;
        return more > 0 && tree.Is(more - 1, "the") && tree.Tokens.SentenceOf(more) == tree.Tokens.SentenceOf(top) && tree.IsBelow(more, top)
            && (tree.Is(more, "more") || tree.Is(more, "less") || tree.Tokens.Features[more].Contains("Degree=Cmp", StringComparison.Ordinal));
    }
}
