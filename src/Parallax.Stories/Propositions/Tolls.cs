using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Conflicts;

namespace Parallax.Stories.Propositions;

/// <summary>Whether two that count the dead can count the same dead: "hundreds were killed or hurt" counts others than "195 were killed", and so does "1,400 were killed".</summary>
internal static class Tolls
{
    // A toll grows; one that is so many times another, from so many dead on, is of something else.
    private const double OtherToll = 5;
    private const double LeastDead = 100;

    /// <summary>Whether they cannot.</summary>
    public static bool Differ(Proposition left, Proposition right) => left.Class == right.Class && left.Class is "kill" or "die" or "wound"
        && (left.IsChoice != right.IsChoice || Dead(left) is { } one && Dead(right) is { } two && Math.Min(one, two) >= LeastDead && Math.Max(one, two) >= OtherToll * Math.Min(one, two));

    /// <summary>Whether a verb is one of two that are joined with "or" ("killed or hurt").</summary>
    public static bool IsChoice(Tree tree, int token) => tree.Tokens.Tags[token] == UniversalTag.Verb
        && (IsOther(tree, token) || tree.Children(token, "conj").Any(c => tree.Tokens.Tags[c] == UniversalTag.Verb && IsOther(tree, c)));

    private static bool IsOther(Tree tree, int token) => tree.Relation(token) == "conj" && tree.Child(token, "cc") is >= 0 and var or && tree.Is(or, "or");

    private static double? Dead(Proposition told) => told.Figures.Where(static f => f is { Aspect: FigureAspect.Level, Value: not null } && Measurands.IsPeople(f.Unit)).Select(static f => f.Value).Max();
}
