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
                if (tree.Is(mark, "if") || tree.Is(mark, "unless"))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
