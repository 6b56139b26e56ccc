namespace Parallax.Stories.Propositions;

/// <summary>Tells what is said under a condition.</summary>
internal static class Conditionals
{
    /// <summary>Whether a clause is a condition or hangs on one: "if they are let in, they will stay" says of neither half that it is or will be.</summary>
    public static bool IsOne(Tree tree, int top)
    {
        foreach (int clause in tree.Children(top, "advcl").Append(top))
        {
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

    // "as long as the yard can pay, it will stay" sets a condition; "it stayed as long as it could pay" tells a time.
    private static bool IsAsLongAs(Tree tree, int clause, int mark) =>
        mark >= 2 && tree.Is(mark, "as") && tree.Is(mark - 1, "long") && (tree.Is(mark - 2, "as") || tree.Is(mark - 2, "so"))
        && !tree.Children(clause, "aux", "cop").Append(clause).Any(word => tree.Tokens.Features[word].Contains("Tense=Past", StringComparison.Ordinal));
}
