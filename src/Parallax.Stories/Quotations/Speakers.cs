using Parallax.Core.Accounts;

namespace Parallax.Stories.Quotations;

/// <summary>Compares who speaks.</summary>
internal static class Speakers
{
    /// <summary>Whether a report lets it be known who speaks.</summary>
    public static bool IsKnown(Statement statement) =>
        statement.Source.Kind is ActorKind.Person or ActorKind.Government or ActorKind.Organization or ActorKind.Country or ActorKind.Agency or ActorKind.Outlet or ActorKind.Document or ActorKind.Group && Name(statement).Length > 0;

    /// <summary>Whether two statements are known to be of one speaker: one entity, or one name that was read as two ("the harbour office", "Veld harbour office").</summary>
    public static bool Same(Statement left, Statement right)
    {
        if (left.Source.Entity is { } entity && entity == right.Source.Entity)
        {
            return IsKnown(left);
        }

        (string one, string other) = (Name(left), Name(right));
        (string shorter, string longer) = one.Length <= other.Length ? (one, other) : (other, one);
        bool equal = string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
        return shorter.Contains(' ', StringComparison.Ordinal) ? equal || longer.EndsWith(" " + shorter, StringComparison.OrdinalIgnoreCase) : equal && IsKnown(left) && IsKnown(right);
    }

    private static string Name(Statement statement)
    {
        string name = statement.Source.Name.Length > 0 ? statement.Source.Name : statement.Root.Name ?? "";
        return name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
    }
}
