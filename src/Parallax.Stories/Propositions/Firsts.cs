using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>Who was first in what: "the first woman to captain a lifeboat" and "the first woman on the harbour board" are two facts.</summary>
internal static class Firsts
{
    /// <summary>Whether two propositions tell in what somebody was first, and less than half of what the one tells of it stands in the other.</summary>
    public static bool Differ(Proposition left, Proposition right)
    {
        if (left.Object is not { } one || right.Object is not { } two || !left.Class.StartsWith("be:", StringComparison.Ordinal) || left.Class != right.Class || !one.Modifiers.Contains("first") || !two.Modifiers.Contains("first"))
        {
            return false;
        }

        HashSet<string> known = [.. one.Modifiers.Concat(two.Modifiers).Append(one.Head).Append(two.Head).Concat(Names(left.Actor)).Concat(Names(right.Actor)).Select(Stemmer.Stem)];
        string[] ours = [.. left.Stems.Where(s => !known.Contains(s))], theirs = [.. right.Stems.Where(s => !known.Contains(s))];
        return ours.Length > 0 && theirs.Length > 0 && ours.Intersect(theirs, StringComparer.Ordinal).Count() * 2 < Math.Min(ours.Length, theirs.Length);

        static IEnumerable<string> Names(Participant? who) => who?.Names.SelectMany(static n => n.Split(' ')) ?? [];
    }
}
