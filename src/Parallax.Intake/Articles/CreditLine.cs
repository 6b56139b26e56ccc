namespace Parallax.Intake.Articles;

/// <summary>A line that says who wrote, edited or supplied a text: "With material from …", "(Reporting by …; editing by …)".</summary>
internal static class CreditLine
{
    private const int MaxWords = 25;

    private static readonly string[] Supplied = ["with material from ", "with reporting by ", "with reports from ", "with information from ", "with files from ", "with agencies", "source: ", "with "];

    private static readonly string[] Written = ["(reporting by ", "reporting by ", "additional reporting by ", "(additional reporting by ", "edited by ", "(editing by ", "writing by ", "(writing by "];

    /// <summary>Whether a line is a credit line.</summary>
    public static bool Is(string line) => FurnitureRules.WordCount(line) <= MaxWords && (Written.Any(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || AgencyOf(line) is not null);

    /// <summary>Who supplied material, or null.</summary>
    public static string? AgencyOf(string line)
    {
        if (FurnitureRules.WordCount(line) > 8)
        {
            return null;
        }

        foreach (string start in Supplied)
        {
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase) && line[start.Length..].Trim(' ', '.', '*') is { Length: > 0 } name && char.IsUpper(name[0]) && (start.Length > 5 || name.Split(' ').All(static word => char.IsUpper(word[0]))))
            {
                return name;
            }
        }

        return null;
    }
}
