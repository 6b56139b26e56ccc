using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>What is done again and again: "typically issues a patch".</summary>
internal static class Habits
{
    private static readonly Lazy<HashSet<string>> Adverbs = new(static () => StoriesData.Words("en/propositions/habits.txt"));

    /// <summary>Whether an adverb of the verb says so; "a general", "the usual way" and an adverb of another clause do not.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="token">The predicate.</param>
    /// <param name="top">The word that heads its clause.</param>
    public static bool IsOne(Tree tree, int token, int top) => tree.Children(token, "advmod").Concat(tree.Children(top, "advmod")).Any(a => Adverbs.Value.Contains(tree.Tokens.Form(a).ToString().ToLowerInvariant()));
}
