using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Calendars;
using Parallax.Core.Accounts;

namespace Parallax.Language.Times;

/// <content>Feasts, counted weekdays, sums of days, and the text of clock times and durations.</content>
internal static partial class TimeResolution
{
    private const int DaysAhead = 21;

    private static (CalendarFields Fields, TimeAnchor Anchor, string Why, LocalDateTime? Reckoned) ResolveHoliday(TimeNode node, string holiday, TimeContext context)
    {
        int? year = node.Year ?? (context.Narrative ? context.Previous?.Year : null);
        TimeAnchor anchor = node.Year is not null ? TimeAnchor.Explicit : year is not null ? TimeAnchor.Previous : context.Anchor;
        if (year is null && context.Today is { } today)
        {
            year = today.Year;
            if (Holidays.Date(holiday, today.Year) is { } day)
            {
                bool future = node.Pick == TimePick.Next || (node.Pick == TimePick.None && context.Future);
                bool isNear = node.Pick == TimePick.None && day > today && Period.DaysBetween(today, day) <= DaysAhead; // of a feast at hand this year's is spoken, not last year's
                year = future ? (day >= today ? today.Year : today.Year + 1) : node.Pick == TimePick.This || isNear || day <= today ? today.Year : today.Year - 1;
            }
        }

        if (year is { } known && Holidays.Date(holiday, known) is { } date)
        {
            CalendarFields fields = CalendarFields.Of(date, TimeUnit.Day);
            return (node.Weekend ? CalendarFields.Of(date, TimeUnit.Weekend) : fields, anchor, "the day of the feast in that year", null);
        }

        return Holidays.MonthDay(holiday) is { } fix
            ? (new CalendarFields { Month = fix.Month, Day = fix.Day, Unit = TimeUnit.Day }, TimeAnchor.None, "the year is not known", null)
            : (new CalendarFields { Year = node.Year, Unit = TimeUnit.Day }, TimeAnchor.None, "its day is not the same every year", null);
    }

    private static LocalDate? CountedWeekday(int year, int month, int weekday, int count)
    {
        LocalDate first = new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame((IsoDayOfWeek)weekday));
        if (count < 0)
        {
            return new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month)).With(DateAdjusters.PreviousOrSame((IsoDayOfWeek)weekday));
        }

        LocalDate date = first.PlusWeeks(count - 1);
        return date.Month == month ? date : null;
    }

    // The first week of a month is the one with its first Thursday, as in ISO 8601 for years.
    private static CalendarFields WeekOfMonth(int year, int month, int week)
    {
        LocalDate thursday = week > 0
            ? new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Thursday)).PlusWeeks(week - 1)
            : new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month)).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Thursday));
        return CalendarFields.Of(thursday, TimeUnit.Week);
    }

    private static LocalDateTime Add(LocalDateTime origin, ImmutableArray<DurationPart> parts, int sign)
    {
        foreach (DurationPart part in parts)
        {
            double amount = (part.Amount ?? 0) * sign;
            if (Math.Abs(amount) > 4000 && part.Unit >= TimeUnit.Year || Math.Abs(amount) > 100_000)
            {
                return origin;
            }

            int whole = (int)Math.Truncate(amount);
            double rest = amount - whole;
            origin = part.Unit switch
            {
                TimeUnit.Second => origin.PlusSeconds(whole),
                TimeUnit.Minute => origin.PlusMinutes(whole).PlusSeconds((long)(rest * 60)),
                TimeUnit.Hour => origin.PlusHours(whole).PlusMinutes((long)(rest * 60)),
                TimeUnit.BusinessDay => BusinessDays(origin, whole),
                TimeUnit.Week or TimeUnit.Weekend => origin.PlusWeeks(whole).PlusDays((int)(rest * 7)),
                TimeUnit.Fortnight => origin.PlusWeeks(2 * whole),
                TimeUnit.Month => origin.PlusMonths(whole).PlusDays((int)(rest * 30)),
                TimeUnit.Quarter or TimeUnit.Season => origin.PlusMonths(3 * whole),
                TimeUnit.HalfYear => origin.PlusMonths(6 * whole),
                TimeUnit.Year => Years(origin, whole).PlusMonths((int)(rest * 12)),
                TimeUnit.Decade => Years(origin, 10 * whole),
                TimeUnit.Century => Years(origin, 100 * whole),
                TimeUnit.Millennium => Years(origin, 1000 * whole),
                _ => origin.PlusDays(whole).PlusHours((int)(rest * 24)),
            };
        }

        return origin;
    }

    private static LocalDateTime Years(LocalDateTime origin, int years) => origin.Year + years is < 1 or > 9990 ? origin : origin.PlusYears(years);

    private static LocalDateTime BusinessDays(LocalDateTime origin, int days)
    {
        for (int left = Math.Min(Math.Abs(days), 3000); left > 0;)
        {
            origin = origin.PlusDays(Math.Sign(days));
            if (origin.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            {
                left--;
            }
        }

        return origin;
    }

    /// <summary><c>T09:30</c>, <c>TEV</c>, or nothing.</summary>
    private static string TimeText(TimeNode node)
    {
        if (node is { Hour: 0, Minute: null or 0, Modifier: "BEFORE" })
        {
            return "T24:00"; // "shortly before midnight" is the end of the day, not its start
        }

        if (node.Hour is { } hour)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{node.Minute ?? 0:00}");
            return node.Second is { } second ? text + string.Create(CultureInfo.InvariantCulture, $":{second:00}") : text;
        }

        return node.DayPart is { } part ? "T" + part : "";
    }

    /// <summary><c>P2M</c>, <c>PT1H30M</c>, <c>PXD</c>.</summary>
    public static string DurationText(ImmutableArray<DurationPart> parts)
    {
        StringBuilder text = new("P");
        bool clock = false;
        foreach (DurationPart part in parts)
        {
            if (part.Unit < TimeUnit.BusinessDay && !clock)
            {
                text.Append('T');
                clock = true;
            }

            (double scale, string letter) = part.Unit switch
            {
                TimeUnit.Second => (1, "S"), TimeUnit.Minute => (1, "M"), TimeUnit.Hour => (1, "H"), TimeUnit.Week => (1, "W"), TimeUnit.Fortnight => (2, "W"),
                TimeUnit.Month => (1, "M"), TimeUnit.Quarter => (3, "M"), TimeUnit.HalfYear => (6, "M"), TimeUnit.Year => (1, "Y"), TimeUnit.Decade => (10, "Y"),
                TimeUnit.Century => (100, "Y"), TimeUnit.Millennium => (1000, "Y"), TimeUnit.Weekend => (1, "WE"), TimeUnit.Season => (3, "M"), _ => (1.0, "D"),
            };
            if (part.Amount is { } amount)
            {
                text.Append(Math.Round(amount * scale, 3).ToString(CultureInfo.InvariantCulture)).Append(letter);
            }
            else
            {
                text.Append('X').Append(part.Unit switch { TimeUnit.Decade => "DE", TimeUnit.Century => "CE", _ => letter });
            }
        }

        return text.ToString();
    }
}
