namespace Parallax.Stories.Propositions;

/// <summary>Tells what is said under a condition.</summary>
internal static class Conditionals
{
    /// <summary>Whether a clause is a condition or hangs on one: "if they are let in, they will stay" says of neither half that it is or will be.</summary>
    public static bool IsOne(Tree tree, int top)
    {
        foreach (int clause in tree.Children(top, "advcl").Append(top).Append(FirstOfRow(tree, top)))
        {
            if (IsInverted(tree, clause))
            {
                return true;
            }

            foreach (int mark in tree.Children(clause, "mark"))
            {
                if (tree.Is(mark, "if") || tree.Is(mark, "unless") || tree.Is(mark, "provided") || tree.Is(mark, "providing") || IsAsLongAs(tree, clause, mark))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "if Quill wins the first race and Vale wins the second": the second clause stands under the mark of the first.
    private static int FirstOfRow(Tree tree, int top)
    {
        int at = top;
        while (tree.Relation(at) == "conj" && tree.Tokens.Heads[at] is >= 0 and var before && before < at && tree.Child(at, "mark") < 0 && tree.Tokens.Tags[before] is not (Core.Layers.UniversalTag.Noun or Core.Layers.UniversalTag.Propn))
        {
            at = before;
        }

        return at;
    }

    // "should Quill win the race", "had the yard closed in May": the auxiliary opens a clause that hangs on another; "never had it closed" opens with something else.
    private static bool IsInverted(Tree tree, int clause)
    {
        if (tree.Relation(clause) != "advcl" || tree.Child(clause, "nsubj") is not (>= 0 and var subject))
        {
            return false;
        }

        (int first, _) = tree.Bounds(clause);
        while (first < subject && tree.Tokens.Tags[first] == Core.Layers.UniversalTag.Punct)
        {
            first++;
        }

        return first < subject && tree.Tokens.Heads[first] == clause && (tree.Is(first, "should") || tree.Is(first, "had") || tree.Is(first, "were"));
    }

    // "as long as the yard can pay, it will stay" sets a condition; "it stayed as long as it could pay" tells a time.
    private static bool IsAsLongAs(Tree tree, int clause, int mark) =>
        mark >= 2 && tree.Is(mark, "as") && tree.Is(mark - 1, "long") && (tree.Is(mark - 2, "as") || tree.Is(mark - 2, "so"))
        && !tree.Children(clause, "aux", "cop").Append(clause).Any(word => tree.Tokens.Features[word].Contains("Tense=Past", StringComparison.Ordinal));
}
