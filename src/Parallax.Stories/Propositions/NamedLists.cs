namespace Parallax.Stories.Propositions;

/// <summary>Whether two lists of names are of others: "Vale, Quill and Orsk" and "Quill, Maro and Orsk" did two things, though two of the three are in both.</summary>
internal static class NamedLists
{
    private const int Least = 3;

    /// <summary>Whether each of two lists of three or more names has a name of which the other has no word.</summary>
    public static bool Differ(Participant? left, Participant? right) =>
        left is { Entities.Length: >= Least, Names.Length: >= Least } && right is { Entities.Length: >= Least, Names.Length: >= Least } && HasOther(left, right) && HasOther(right, left);

    private static bool HasOther(Participant own, Participant other) => own.Names.Any(n => !other.Names.Any(o => n.Split(' ').Intersect(o.Split(' '), StringComparer.Ordinal).Any()));
}
