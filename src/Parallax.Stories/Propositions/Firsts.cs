using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>Who was first, or the only one, in what: "the first woman to captain a lifeboat" and "the first woman on the harbour board" are two facts, and so are "the deepest part of the harbour" and "the busiest part of it".</summary>
internal static class Firsts
{
    private static readonly Lazy<HashSet<string>> Sorts = new(static () => StoriesData.Words("en/propositions/sorts.txt"));

    private static readonly string[] Degrees = ["most", "more", "least", "less", "much", "many"];

    private static readonly string[] Singling = ["first", "only", "lone", "sole"];

    /// <summary>Whether two propositions tell in what somebody was first, and less than half of what the one tells of it stands in the other.</summary>
    public static bool Differ(Proposition left, Proposition right)
    {
        if (left.Object is not { } one || right.Object is not { } two || !left.Class.StartsWith("be:", StringComparison.Ordinal) || left.Class != right.Class)
        {
            return false;
        }

        if (IsOfSort(one) && IsOfSort(two) && !one.Modifiers.IsEmpty && !two.Modifiers.IsEmpty && !Telling(one).Intersect(Telling(two), StringComparer.Ordinal).Any())
        {
            return true;
        }

        if (!AreSingled(one, two))
        {
            return false;
        }

        HashSet<string> known = [.. one.Modifiers.Concat(two.Modifiers).Append(one.Head).Append(two.Head).Concat(Names(left.Actor)).Concat(Names(right.Actor)).Select(Stemmer.Stem)];
        string[] ours = [.. left.Stems.Where(s => !known.Contains(s))], theirs = [.. right.Stems.Where(s => !known.Contains(s))];
        return ours.Length > 0 && theirs.Length > 0 && ours.Intersect(theirs, StringComparer.Ordinal).Count() * 2 < Math.Min(ours.Length, theirs.Length);

        static IEnumerable<string> Names(Participant? who) => who?.Names.SelectMany(static n => n.Split(' ')) ?? [];
    }

    private static bool AreSingled(Participant one, Participant two) => one.Modifiers.Any(Singling.Contains) && two.Modifiers.Any(Singling.Contains);

    private static IEnumerable<string> Telling(Participant what) => what.Modifiers.Except(Degrees, StringComparer.Ordinal);

    // "form", "part", "kind": which one it is, its modifiers tell.
    private static bool IsOfSort(Participant what) => what.Entities.IsEmpty && Sorts.Value.Contains(what.Head);
}
