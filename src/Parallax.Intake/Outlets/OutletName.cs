namespace Parallax.Intake.Outlets;

/// <summary>Tells names of outlets from their addresses.</summary>
internal static class OutletName
{
    /// <summary>Whether a name is that of a host: "alderpost.example".</summary>
    public static bool IsAddress(string name) => name.LastIndexOf('.') is > 0 and var dot && dot < name.Length - 1 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && name[(dot + 1)..].All(char.IsAsciiLetterLower);

    /// <summary>Whether two are one outlet: the same letters and digits, of an address those of the part that is registered ("Alder Post", "www.alderpost.example").</summary>
    public static bool AreOne(string left, string right) => Letters(left) is { Length: > 0 } letters && letters == Letters(right);

    private static string Letters(string name)
    {
        string[] labels = IsAddress(name) ? name.Split('.') : [name];
        string own = labels.Length > 1 && labels[0].Equals("www", StringComparison.OrdinalIgnoreCase) ? labels[1] : labels[0];
        return string.Concat(own.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }
}
