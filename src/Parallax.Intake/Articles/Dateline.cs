using System.Globalization;

namespace Parallax.Intake.Articles;

/// <summary>A dateline at the start of a paragraph: "TEHRAN, Nov 9 (Reuters) – ".</summary>
/// <param name="Length">Length of the dateline with its dash, in UTF-16 code units.</param>
/// <param name="Place">The words before agency, date and dash.</param>
/// <param name="Agency">The agency in brackets, or null.</param>
/// <param name="AgencyStart">Where the agency's name starts, or -1.</param>
/// <param name="Date">Day, month and year words as they stand, or null.</param>
internal sealed record Dateline(int Length, string Place, string? Agency, int AgencyStart, string? Date)
{
    private const int MaxWords = 9;

    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(static name => name.Length > 0)];

    /// <summary>Reads a dateline, or gives null where the paragraph starts otherwise.</summary>
    public static Dateline? Read(string paragraph)
    {
        int dash = DashAfterPlace(paragraph);
        if (dash < 0)
        {
            return null;
        }

        string head = paragraph[..dash];
        string[] words = head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MaxWords || !words.All(IsDatelineWord) || !char.IsUpper(words[0].TrimStart('(')[0]))
        {
            return null;
        }

        (string? agency, int agencyStart) = Bracketed(head);
        string rest = agency is null ? head : head[..head.IndexOf('(', StringComparison.Ordinal)];
        (string place, string? date) = SplitDate(rest);
        int end = dash + 1;
        while (end < paragraph.Length && (char.IsWhiteSpace(paragraph[end]) || paragraph[end] == '-'))
        {
            end++;
        }

        return new Dateline(end, place, agency, agencyStart, date);
    }

    private static int DashAfterPlace(string paragraph)
    {
        for (int i = 1; i < Math.Min(paragraph.Length - 1, 90); i++)
        {
            bool spaced = char.IsWhiteSpace(paragraph[i - 1]) || paragraph[i - 1] == ')';
            if (paragraph[i] is '–' or '—' && (spaced || i > 2))
            {
                return i;
            }

            if (paragraph[i] == '-' && spaced && (paragraph[i + 1] == '-' || char.IsWhiteSpace(paragraph[i + 1])))
            {
                return i;
            }

            if (paragraph[i] is '“' or '"' or '!' or '?' or ';')
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsDatelineWord(string word)
    {
        string bare = word.Trim(',', '(', ')', '.', '/', ':');
        return bare.Length == 0 || char.IsUpper(bare[0]) || char.IsDigit(bare[0]) || bare is "de" or "la" or "al" or "of" or "el";
    }

    private static (string? Agency, int Start) Bracketed(string head)
    {
        int open = head.IndexOf('(', StringComparison.Ordinal), close = head.LastIndexOf(')');
        return open >= 0 && close > open + 1 ? (head[(open + 1)..close].Trim(), open + 1) : (null, -1);
    }

    private static (string Place, string? Date) SplitDate(string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int month = Enumerable.Range(0, words.Length).Where(i => IsMonth(words[i])).FirstOrDefault(i => StartsWithDigit(words, i - 1) || StartsWithDigit(words, i + 1), -1);
        if (month < 0)
        {
            return (text.Trim().TrimEnd(','), null);
        }

        int first = month > 0 && char.IsDigit(words[month - 1][0]) ? month - 1 : month;
        return (string.Join(' ', words[..first]).TrimEnd(','), string.Join(' ', words[first..]).Trim(',', ' '));
    }

    // "November", or its start as it is cut short: "Nov.", "Sept".
    private static bool IsMonth(string word) => word.Trim(',', '.') is { Length: >= 3 } bare && Months.Any(name => name.StartsWith(bare, StringComparison.OrdinalIgnoreCase));

    private static bool StartsWithDigit(string[] words, int at) => at >= 0 && at < words.Length && char.IsDigit(words[at][0]);
}
