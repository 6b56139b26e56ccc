using System.Globalization;
using NodaTime;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Time;

namespace Parallax.Stories.Dating;

/// <summary>Gives the weekday of the news its day of the month where no year is known: "Tuesday, February 26" of one report is the "Tuesday" of another under a dateline of February 26.</summary>
internal static class WeekdayOfDate
{
    // A weekday is of the days up to the dateline.
    private const int DaysBack = 6;

    // "Wednesday (" before the day of the month.
    private const int LongestWeekday = 12;

    // Any leap year: the days between two of one year are all that is asked.
    private const int SomeYear = 2000;

    /// <summary>The set with such weekdays dated as far as is told.</summary>
    public static ReportSet Mend(ReportSet set, IReadOnlyDictionary<string, int> storyOf)
    {
        (string Report, IsoDayOfWeek Weekday, string Value)[] named = [.. set.Reports.SelectMany(static r => r.Times.Select(t => (r.Report.Id, Weekday(r.Report.Text.Text[Math.Max(0, t.Start - LongestWeekday)..t.End]), t.Value)).Where(static t => t.Item2 is not null && IsDayOfMonth(t.Value)).Select(static t => (t.Id, t.Item2!.Value, t.Value)))]; // Asked before.
        return named.Length == 0 ? set : set.Select(r => r.Report.Published is null || YearOfDateline.IsOpen(r.Report.Published) ? Mend(r, [.. named.Where(n => storyOf[n.Report] == storyOf[r.Report.Id])]) : r);
    }

    private static AnnotatedReport Mend(AnnotatedReport report, (string Report, IsoDayOfWeek Weekday, string Value)[] named)
    {
        Dictionary<string, string> days = new(StringComparer.Ordinal);
        foreach (IGrouping<IsoDayOfWeek, (string Report, IsoDayOfWeek Weekday, string Value)> weekday in named.GroupBy(static n => n.Weekday))
        {
            // Two days of that name: which is meant is open.
            if (weekday.Select(static n => n.Value).Distinct(StringComparer.Ordinal).Skip(1).Any() || !weekday.Any(n => n.Report == report.Report.Id || IsJustBefore(n.Value, report.Report.Published)))
            {
                continue;
            }

            days.Add("XXXX-WXX-" + ((int)weekday.Key).ToString(CultureInfo.InvariantCulture), weekday.First().Value);
        }

        return days.Count == 0 || !report.Times.Any(t => days.ContainsKey(DayOf(t.Value)))
            ? report
            : TimeRewriting.WithTimes(report, new Layer<TimeExpression>(report.Times.Select(t => t.Until is null && days.TryGetValue(DayOf(t.Value), out string? day) ? t with { Value = day + t.Value[DayOf(t.Value).Length..], Anchor = TimeAnchor.Neighbours } : t)));
    }

    private static bool IsJustBefore(string day, PublishedDate? dateline) =>
        dateline is not null && TimexInterval.Parse(dateline.Value) is { Month: { } month, Day: { } number } && TimexInterval.Parse(day) is { Month: { } other, Day: { } told }
        && Period.DaysBetween(new LocalDate(SomeYear, other, told), new LocalDate(SomeYear, month, number)) is >= 0 and <= DaysBack;

    private static bool IsDayOfMonth(string value) => TimexInterval.Parse(value) is { Earliest: null, Month: not null, Day: not null, TimeOfDay: "" };

    private static string DayOf(string value) => value.IndexOf('T', StringComparison.Ordinal) is > 0 and int hour ? value[..hour] : value;

    private static IsoDayOfWeek? Weekday(string words)
    {
        for (IsoDayOfWeek day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            if (words.Contains(day.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return day;
            }
        }

        return null;
    }
}
