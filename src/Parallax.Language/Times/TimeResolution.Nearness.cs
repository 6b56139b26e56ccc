using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Calendars;
using Parallax.Core.Accounts;

namespace Parallax.Language.Times;

/// <content>Times told in part ("in July", "on Friday"): which of them is nearest.</content>
internal static partial class TimeResolution
{
    private static (CalendarFields Fields, TimeAnchor Anchor, string Why, LocalDateTime? Reckoned) ResolveFields(TimeNode node, TimeContext context)
    {
        CalendarFields fields = Fields(node);
        if (node.Holiday is { } holiday)
        {
            return ResolveHoliday(node, holiday, context);
        }

        if (node.Year is not null || node.Decade is not null || node.Century is not null)
        {
            if (node is { WeekdayCount: { } count, Weekday: { } weekday, Month: { } month, Year: { } year } && CountedWeekday(year, month, weekday, count) is { } counted)
            {
                fields = CalendarFields.Of(counted, TimeUnit.Day);
            }
            else if (node is { Week: -1, Month: null, Year: { } lastWeekYear })
            {
                fields = fields with { WeekYear = lastWeekYear, Week = WeekYearRules.Iso.GetWeeksInWeekYear(lastWeekYear), Year = null };
            }
            else if (node is { Week: { } w, Month: { } m, Year: { } y })
            {
                fields = WeekOfMonth(y, m, w);
            }

            return (fields, TimeAnchor.Explicit, "the words state it", null);
        }

        if (node.Day is not null && node.Weekday is not null && node.Month is not null)
        {
            fields = fields with { Weekday = null };
        }

        if (context.Narrative && !context.Generic && context.Previous is { } previous && node.Pick == TimePick.None && (previous.Year ?? previous.WeekYear) is { } told
            && (node.Month is not null || node.Season is not null || node.Quarter is not null || node.HalfYear is not null))
        {
            return NarrativeYear(node, fields, previous, told);
        }

        if (node is { Day: not null, Month: null })
        {
            return DayAlone(node, fields, context);
        }

        if (context.Generic && node is { Day: null, Weekday: null, Pick: TimePick.None, Weekend: false } && (node.Month is not null || node.Season is not null))
        {
            return (fields, TimeAnchor.None, "told as true of every year", null);
        }

        if (context.Today is not { } today)
        {
            // Far from that day nobody knows: a trial is told of in a later year than the deed.
            if (context is { Near: true, Previous.Date: { } day, Previous: { } dated } && node.Month is not null && node.Pick == TimePick.None && NearestYear(node, day) is { } year)
            {
                return (fields with { Year = year }, TimeAnchor.Previous, $"the one nearest to {dated.Value()}, told before", null);
            }

            return (fields, TimeAnchor.None, "no year or week is told, and the day of publication is not known", null);
        }

        CalendarFields near = Nearest(node, fields, today, context);
        return (near, context.Anchor, "reckoned from the day of publication", null);
    }

    /// <summary>"in June 2031 … killed on June 24", written in May 2033: a day that is still to come this year, in a month told with its year, is of that year; null where it is not so.</summary>
    public static ResolvedTime? InYearTold(TimeNode node, ResolvedTime resolved, TimeReference reference, Dictionary<int, int> yearOf)
    {
        if (node is not { Month: { } month, Day: { } day, Year: null, Pick: TimePick.None, Base: ShiftBase.None, Until: null } || !yearOf.TryGetValue(month, out int year) || year < 1
            || reference.Latest is not { } written || resolved.Fields is not { Date: { } read } fields || read <= written || year >= read.Year || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return null;
        }

        fields = fields with { Year = year };
        return resolved with { Value = fields.Value() + TimeText(node), Anchor = TimeAnchor.Previous, Why = "in the year that is told with this month", Fields = fields };
    }

    private static int? NearestYear(TimeNode node, LocalDate day)
    {
        for (int year = day.Year - 1; year <= day.Year + 1; year++)
        {
            LocalDate candidate = new(year, node.Month ?? 1, Math.Min(node.Day ?? 15, 28));
            if (Math.Abs(Period.DaysBetween(candidate, day)) <= DaysOfOneMatter)
            {
                return year;
            }
        }

        return null;
    }

    private static (CalendarFields Fields, TimeAnchor Anchor, string Why, LocalDateTime? Reckoned) NarrativeYear(TimeNode node, CalendarFields fields, CalendarFields previous, int told)
    {
        int? before = previous.Month ?? (previous.Season is { } s ? s * 3 : null);
        int? here = node.Month ?? (node.Season is { } season ? season * 3 : null);

        // A story goes forward: January after December is the next year's.
        int year = before is { } b && here is { } h && b - h > NearMonths ? told + 1 : told;
        return (fields with { Year = year, BeforeChrist = previous.BeforeChrist }, TimeAnchor.Previous, $"in the year of {previous.Value()}, told before", null);
    }

    private static (CalendarFields Fields, TimeAnchor Anchor, string Why, LocalDateTime? Reckoned) DayAlone(TimeNode node, CalendarFields fields, TimeContext context)
    {
        fields = fields with { Weekday = null };
        if (context.Previous is { Month: not null } previous && (context.Narrative || context.Today is null))
        {
            return (fields with { Year = previous.Year, Month = previous.Month, BeforeChrist = previous.BeforeChrist }, TimeAnchor.Previous, $"in the month of {previous.Value()}, told before", null);
        }

        if (context.Today is { } today)
        {
            for (int step = 0; step < 6; step++)
            {
                LocalDate month = new LocalDate(today.Year, today.Month, 1).PlusMonths(context.Future ? step : -step);
                if (node.Day > CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month))
                {
                    continue;
                }

                LocalDate candidate = new(month.Year, month.Month, node.Day ?? 1);
                bool weekdayFits = node.Weekday is null || (int)candidate.DayOfWeek == node.Weekday;
                if (weekdayFits && (context.Future ? candidate >= today : candidate <= today))
                {
                    return (CalendarFields.Of(candidate, TimeUnit.Day), context.Anchor, "the nearest to the day of publication", null);
                }
            }
        }

        return (fields, TimeAnchor.None, "no month is told", null);
    }

    private static CalendarFields Nearest(TimeNode node, CalendarFields fields, LocalDate today, TimeContext context)
    {
        LocalDate week = today.PlusDays(1 - (int)today.DayOfWeek);
        if (node.Weekend)
        {
            LocalDate saturday = week.PlusDays(5);
            saturday = node.Pick switch
            {
                TimePick.Last => saturday.PlusWeeks(-1), TimePick.Next => saturday.PlusWeeks(1), TimePick.This => saturday,
                _ => context.Future || saturday <= today ? saturday : saturday.PlusWeeks(-1),
            };
            return CalendarFields.Of(saturday, TimeUnit.Weekend);
        }

        if (node is { Weekday: { } weekday, Day: null, Month: null })
        {
            LocalDate inWeek = week.PlusDays(weekday - 1);
            LocalDate date = node.Pick switch
            {
                TimePick.Last => today.With(DateAdjusters.Previous((IsoDayOfWeek)weekday)),
                TimePick.Next => inWeek.PlusWeeks(1),
                TimePick.This => inWeek,
                _ => today.With(context.Future ? DateAdjusters.NextOrSame((IsoDayOfWeek)weekday) : DateAdjusters.PreviousOrSame((IsoDayOfWeek)weekday)),
            };
            return CalendarFields.Of(date, TimeUnit.Day);
        }

        if (node.Week is { } number && node.Month is null)
        {
            return fields with { WeekYear = today.Year, Week = number > 0 ? number : null };
        }

        return fields with { Year = YearNear(node, today, context.Future), Weekday = node.Day is null ? fields.Weekday : null } is var dated && node is { Week: { } w, Month: { } m }
            ? WeekOfMonth(dated.Year ?? today.Year, m, w)
            : node is { WeekdayCount: { } c, Weekday: { } wd, Month: { } month } && dated.Year is { } y && CountedWeekday(y, month, wd, c) is { } counted ? CalendarFields.Of(counted, TimeUnit.Day) : dated;
    }

    // The year of a month, day, season, quarter or half-year without one: the nearest in the direction told or meant.
    private static int YearNear(TimeNode node, LocalDate today, bool future)
    {
        int start = node.Month ?? (node.Quarter is { } q ? (q * 3) - 2 : node.Season is { } s ? Math.Min(s * 3, 12) : node.HalfYear is 2 ? 7 : 1);
        LocalDate candidate = new(today.Year, start, Math.Min(node.Day ?? 1, CalendarSystem.Iso.GetDaysInMonth(today.Year, start)));
        LocalDate now = node.Day is null ? new LocalDate(today.Year, today.Month, 1) : today;
        if (node is { Day: { } day, Weekday: { } weekday, Month: { } month })
        {
            for (int step = 0; step < 4; step++)
            {
                foreach (int year in new[] { today.Year - step, today.Year + step })
                {
                    if (day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && (int)new LocalDate(year, month, day).DayOfWeek == weekday)
                    {
                        return year;
                    }
                }
            }
        }

        return node.Pick switch
        {
            TimePick.This => today.Year,
            TimePick.Last => candidate < now ? today.Year : today.Year - 1,
            TimePick.Next => candidate > now ? today.Year : today.Year + 1,
            _ when node.Quarter is not null || node.HalfYear is not null => today.Year,
            _ when future => candidate >= now ? today.Year : today.Year + 1,
            // "on 20 November" written on the 9th: the coming one, although the sentence gives no tense.
            _ when candidate > now && Period.DaysBetween(now, candidate) <= 62 && node.Day is not null => today.Year,
            _ => candidate <= now ? today.Year : today.Year - 1,
        };
    }
}
