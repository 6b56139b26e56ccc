using System.Globalization;
using Parallax.Core;
using Parallax.Core.Reports;

namespace Parallax.Intake.Articles;

/// <summary>The publication date that a dateline states; of one without a year only month and day are known.</summary>
internal static class DatelineDate
{
    private static readonly string[] Formats =
        ["MMM d yyyy", "MMMM d yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM dd yyyy", "MMMM dd yyyy", "dd MMM yyyy", "dd MMMM yyyy"];

    /// <summary>The date, or null where the dateline states none with a year.</summary>
    public static PublishedDate? Read(Dateline? dateline) =>
        dateline?.Date is { } words && Day(words) is { } day ? Published(day, $"The dateline says “{words}”.") : null;

    /// <summary>Month and day of a dateline without a year, or null.</summary>
    public static PublishedDate? ReadYearless(Dateline? dateline) =>
        dateline?.Date is { } words && Day(words) is null && Day(words.TrimEnd('.', ',') + " 2000") is { } day ? PlaceStamp.Yearless(day, $"The dateline says “{words}”.") : null;

    // Weekday and time of day beside a full date are passed over; a weekday that is not that day's refuses it.
    private static DateOnly? Day(string words)
    {
        string plain = words.Replace(",", " ", StringComparison.Ordinal).Replace(".", " ", StringComparison.Ordinal).Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        List<string> parts = [.. plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        DayOfWeek? weekday = parts.Count > 0 && Enum.TryParse(parts[0], ignoreCase: true, out DayOfWeek named) && !char.IsDigit(parts[0][0]) ? named : null;
        if (weekday is not null)
        {
            parts.RemoveAt(0);
        }

        if (parts.Count > 3 && parts[3..].All(static part => part.Contains(':', StringComparison.Ordinal) || part is "at" or "-" or "|" or "am" or "pm" or "AM" or "PM" || (part.Length is 3 or 4 && part.All(char.IsUpper))))
        {
            parts.RemoveRange(3, parts.Count - 3);
        }

        return DateOnly.TryParseExact(string.Join(' ', parts), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && (weekday is null || weekday == day.DayOfWeek) ? day : null;
    }

    private static PublishedDate Published(DateOnly day, string why)
    {
        string value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new PublishedDate(value, value, value, day.DayOfWeek.ToString(), DateBasis.Dateline, Explanation.Of("dateline", why), []);
    }
}
