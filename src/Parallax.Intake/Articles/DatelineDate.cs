using System.Globalization;
using Parallax.Core;
using Parallax.Core.Reports;

namespace Parallax.Intake.Articles;

/// <summary>The publication date that a dateline states whole. A dateline without a year states none.</summary>
internal static class DatelineDate
{
    private static readonly string[] Formats =
        ["MMM d yyyy", "MMMM d yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM dd yyyy", "MMMM dd yyyy", "dd MMM yyyy", "dd MMMM yyyy"];

    /// <summary>The date, or null where the dateline states none with a year.</summary>
    public static PublishedDate? Read(Dateline? dateline)
    {
        if (dateline?.Date is not { } words)
        {
            return null;
        }

        string plain = words.Replace(",", " ", StringComparison.Ordinal).Replace(".", " ", StringComparison.Ordinal).Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        plain = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (!DateOnly.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return null;
        }

        string value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new PublishedDate(value, value, value, day.DayOfWeek.ToString(), DateBasis.Dateline, Explanation.Of("dateline", $"The dateline says “{words}”."), []);
    }
}
