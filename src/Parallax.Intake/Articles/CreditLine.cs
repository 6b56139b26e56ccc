namespace Parallax.Intake.Articles;

/// <summary>A line that says who wrote, edited or supplied a text: "With material from …", "(Reporting by …; editing by …)".</summary>
internal static class CreditLine
{
    private const int MaxWords = 25;

    // A bare "with" needs a name of capitals only.
    private const int BareLength = 5;

    private static readonly ILookup<string, string> Beginnings = DataTable.Rows("en/credits.txt", 2).ToLookup(static row => row[0], static row => row[1] + " ", StringComparer.Ordinal);

    /// <summary>Whether a line is a credit line.</summary>
    public static bool Is(string line) => FurnitureRules.WordCount(line) <= MaxWords && (Beginnings["written"].Any(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || AgencyOf(line) is not null);

    /// <summary>Who supplied material, or null.</summary>
    public static string? AgencyOf(string line)
    {
        if (FurnitureRules.WordCount(line) > 8)
        {
            return null;
        }

        foreach (string start in Beginnings["supplied"])
        {
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase) && line[start.Length..].Trim(' ', '.', '*') is { Length: > 0 } name && char.IsUpper(name[0]) && (start.Length > BareLength || name.Split(' ').All(static word => char.IsUpper(word[0]))))
            {
                return name;
            }
        }

        return null;
    }
}
