using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Calendars;
using Parallax.Core.Accounts;

namespace Parallax.Language.Times;

/// <summary>Anchors nodes: gives each its TIMEX3 value from the moment of writing, the time told before, or nothing. Pure.</summary>
internal static class TimeResolution
{
    private const int NearMonths = 7;

    /// <summary>The value of a node.</summary>
    public static ResolvedTime Resolve(TimeNode node, TimeContext context)
    {
        if (node.Until is { } until)
        {
            ResolvedTime start = Resolve(node with { Until = null }, context);
            TimeContext after = start.Fields is { Year: not null } or { WeekYear: not null } ? context with { Previous = start.Fields } : context;
            ResolvedTime end = EndOf(node, until, start, after);
            return start with { Until = end.Value, UntilTime = end, StartTime = start, Why = $"from {start.Value} ({start.Why}) to {end.Value} ({end.Why})" };
        }

        if (node.Reference is { } reference)
        {
            return new ResolvedTime(TimexType.DATE, reference, null, node.Modifier, TimeAnchor.None, "the words say no more than that") { Reckoned = reference == "PRESENT_REF" ? context.Now : null };
        }

        if (node.Base == ShiftBase.Setting)
        {
            node = node with { Base = context.Narrative && context.Previous is not null ? ShiftBase.Narrative : ShiftBase.Speech };
        }

        if (node.OnlyInFuture && !context.Future)
        {
            node = node with { Type = TimexType.DURATION, Base = ShiftBase.None };
        }

        if (node is { Base: ShiftBase.Speech or ShiftBase.Narrative or ShiftBase.Told, ShiftAmount: null, Duration.Length: > 0 } && node.Duration[^1].Amount is null)
        {
            // "several weeks ago", "a few days later"
            if (!node.Backward && node.Base != ShiftBase.Speech)
            {
                return new ResolvedTime(TimexType.DATE, "XXXX-XX-XX", null, node.Modifier, TimeAnchor.None, "the words give no number"); // later than what was told, not than now
            }

            return new ResolvedTime(TimexType.DATE, node.Backward ? "PAST_REF" : "FUTURE_REF", null, node.Modifier, TimeAnchor.None, "the words give no number");
        }

        return node.Type switch
        {
            TimexType.DURATION => ResolveDuration(node, context),
            TimexType.SET => ResolveSet(node),
            _ => ResolveCalendar(node, context),
        };
    }

    private static ResolvedTime EndOf(TimeNode node, TimeNode until, ResolvedTime start, TimeContext context)
    {
        if (until is { Base: ShiftBase.Node, ShiftAmount: { } length } && node is { HasDate: false, Hour: { } hour })
        {
            LocalTime end = Add(new LocalDateTime(2000, 1, 1, hour, node.Minute ?? 0), [new DurationPart(length, until.ShiftUnit)], 1).TimeOfDay;
            return new ResolvedTime(TimexType.TIME, string.Create(CultureInfo.InvariantCulture, $"{DayOf(start.Value)}T{end.Hour:00}:{end.Minute:00}"), null, null, start.Anchor, "so much later");
        }

        if (until is { Base: ShiftBase.None, Year: null, HasDate: false, Hour: not null } && node.HasDate && start.Fields is { } fields)
        {
            return new ResolvedTime(TimexType.TIME, DayOf(start.Value) + TimeText(until), null, until.Modifier, start.Anchor, "the day of its start") { Fields = fields };
        }

        // A month or weekday that ends a range lies after its start.
        if (start.Fields is { } from && until is { Base: ShiftBase.None, Year: null, Pick: TimePick.None } && from.AnyDay is { } first)
        {
            if (until is { Month: { } month, Day: var day })
            {
                bool later = month > first.Month || (month == first.Month && (day is null || day >= first.Day));
                CalendarFields ends = new() { Year = first.Year + (later ? 0 : 1), Month = month, Day = day, Unit = day is null ? TimeUnit.Month : TimeUnit.Day };
                return new ResolvedTime(node.Type, ends.Value() + TimeText(until), null, until.Modifier, start.Anchor, "the first after the start of the range") { Fields = ends };
            }

            if (until is { Weekday: { } weekday, Month: null } && from.Date is { } startDay)
            {
                LocalDate end = startDay.With(DateAdjusters.NextOrSame((IsoDayOfWeek)weekday));
                CalendarFields ends = CalendarFields.Of(end, TimeUnit.Day);
                return new ResolvedTime(node.Type, ends.Value() + TimeText(until), null, until.Modifier, start.Anchor, "the first after the start of the range") { Fields = ends };
            }

            if (until is { Day: { } dayOnly, Month: null, Weekday: null } && from.Month is { } sameMonth)
            {
                CalendarFields ends = new() { Year = first.Year, Month = sameMonth, Day = dayOnly, Unit = TimeUnit.Day };
                return new ResolvedTime(node.Type, ends.Value() + TimeText(until), null, until.Modifier, start.Anchor, "in the month of its start") { Fields = ends };
            }
        }
        else if (until is { Day: { } dayOnly, Month: null, Weekday: null, Base: ShiftBase.None } && node.Month is { } month)
        {
            CalendarFields ends = new() { Month = month, Day = dayOnly, Unit = TimeUnit.Day };
            return new ResolvedTime(node.Type, ends.Value() + TimeText(until), null, until.Modifier, start.Anchor, "in the month of its start") { Fields = ends };
        }

        return Resolve(until, context);
    }

    private static string DayOf(string value) => value.IndexOf('T', StringComparison.Ordinal) is var t && t >= 0 ? value[..t] : value;

    private static ResolvedTime ResolveDuration(TimeNode node, TimeContext context)
    {
        string value = DurationText(node.Duration);
        ResolvedTime resolved = new(TimexType.DURATION, value, null, node.Modifier, TimeAnchor.Explicit, "a length of time");
        if (node.Stretch == 0 || context.Now is not { } now || node.Duration.Any(part => part.Amount is null))
        {
            return resolved;
        }

        bool clock = node.Duration[^1].Unit < TimeUnit.BusinessDay;
        LocalDateTime origin = clock && context.HasClock ? now : now.Date.AtMidnight();
        LocalDateTime far = Add(origin, node.Duration, node.Stretch);
        return node.Stretch < 0
            ? resolved with { StretchStart = far, StretchEnd = origin }
            : clock ? resolved with { StretchStart = origin, StretchEnd = far } : resolved with { StretchStart = origin.PlusDays(1), StretchEnd = far.PlusDays(1) };
    }

    private static ResolvedTime ResolveSet(TimeNode node)
    {
        string time = TimeText(node);
        string value = node.Duration.Length > 0 ? (time.Length > 0 && !node.HasDate ? "XXXX-XX-XX" + time : DurationText(node.Duration))
            : Fields(node).Value() + time;
        return new ResolvedTime(TimexType.SET, node.Duration.Length == 0 && !node.HasDate ? "XXXX-XX-XX" + time : value, null, node.Modifier, TimeAnchor.Explicit, "again and again");
    }

    private static ResolvedTime ResolveCalendar(TimeNode node, TimeContext context)
    {
        if (node.WeekdayCount == TimeActions.Ambiguous)
        {
            node = context.DayFirst ? node with { Month = node.Day, Day = node.Month, WeekdayCount = null } : node with { WeekdayCount = null };
        }

        (CalendarFields fields, TimeAnchor anchor, string why, LocalDateTime? reckoned) = node.Base != ShiftBase.None ? ResolveShift(node, context) : ResolveFields(node, context);
        string time = TimeText(node);
        string value = fields.Value();
        TimexType type = node.Type;
        if (!node.HasDate)
        {
            // A clock time alone belongs to no day we know of.
            value = "XXXX-XX-XX";
            type = TimexType.TIME;
            if (context.Previous is { Day: not null, Date: not null } previous && context.Narrative)
            {
                (value, fields, anchor, why) = (previous.Value(), previous, TimeAnchor.Previous, "of the day told before");
            }
        }
        else if (reckoned is { } moment && node.ShiftUnit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour && reckoned is not null)
        {
            time = string.Create(CultureInfo.InvariantCulture, $"T{moment.Hour:00}:{moment.Minute:00}") + (moment.Second > 0 ? string.Create(CultureInfo.InvariantCulture, $":{moment.Second:00}") : "");
            type = TimexType.TIME;
        }

        return new ResolvedTime(time.Length > 0 ? TimexType.TIME : type == TimexType.TIME && time.Length == 0 ? TimexType.TIME : type, value + time, null, node.Modifier, anchor, why)
        {
            Fields = node.HasDate ? fields : null, Reckoned = reckoned,
        };
    }

    private static CalendarFields Fields(TimeNode node) => new()
    {
        Century = node.Century, Decade = node.Decade, Year = node.Year, HalfYear = node.HalfYear, Quarter = node.Quarter, Season = node.Season, Month = node.Month,
        Week = node.Week is > 0 && node.Month is null ? node.Week : null, WeekYear = node.Week is > 0 && node.Month is null ? node.Year : null,
        Day = node.Day, Weekday = node.Weekday, Weekend = node.Weekend, Fiscal = node.Fiscal, BeforeChrist = node.BeforeChrist, Unit = node.Granularity,
    };

    private static (CalendarFields Fields, TimeAnchor Anchor, string Why, LocalDateTime? Reckoned) ResolveShift(TimeNode node, TimeContext context)
    {
        TimeUnit unit = node.ShiftUnit;
        LocalDateTime? origin;
        TimeAnchor anchor;
        string why;
        bool exact = true;
        switch (node.Base)
        {
            case ShiftBase.Node when node.From is { } from:
                ResolvedTime start = Resolve(from, context);
                origin = start.Reckoned ?? start.Fields?.AnyDay?.AtMidnight();
                (anchor, why) = (start.Anchor, $"from {start.Value}");
                exact = start.Fields is null || start.Fields.Unit <= unit || start.Fields.Date is not null;
                break;
            case ShiftBase.Narrative or ShiftBase.Told when context.Previous?.AnyDay is { } day:
                (origin, anchor, why) = (day.AtMidnight(), TimeAnchor.Previous, $"from {context.Previous.Value()}, told before");
                exact = context.Previous.Date is not null || Coarseness(context.Previous) <= unit;
                break;
            case ShiftBase.Event:
                (origin, anchor, why) = (null, TimeAnchor.Event, "beside something that is no date");
                break;
            case ShiftBase.Told:
            case ShiftBase.Narrative when context.Previous is not null || context.Narrative:
                (origin, anchor, why) = (null, TimeAnchor.None, "what it is reckoned from is not known");
                break;
            default:
                (origin, anchor, why) = (context.Now, context.Anchor, "from the day of publication");
                break;
        }

        if (origin is null || !exact || node.ShiftAmount is null)
        {
            CalendarFields open = Fields(node) with { Unit = node.Granularity is var g && g < TimeUnit.BusinessDay ? TimeUnit.Day : g };
            if (origin is not null && !exact && context.Previous is { } previous && node.ShiftAmount is { } amount && Math.Abs(amount) < 16 && unit is TimeUnit.Day && node.Base is ShiftBase.Narrative or ShiftBase.Told)
            {
                open = open with { Year = previous.Year };
            }

            return (open, TimeAnchor.None, origin is null ? "what it is reckoned from is not known" : "too vague to reckon with", null);
        }

        if (unit >= TimeUnit.Year && origin.Value.Year + (node.ShiftAmount.Value * (unit switch { TimeUnit.Year => 1, TimeUnit.Decade => 10, TimeUnit.Century => 100, _ => 1000 })) is < 1 or > 9000)
        {
            return (new CalendarFields { Unit = TimeUnit.Year }, TimeAnchor.None, "before the first year of the calendar", null);
        }

        bool clock = unit < TimeUnit.BusinessDay;
        LocalDateTime moment = clock && node.Base == ShiftBase.Speech && !context.HasClock ? origin.Value.Date.AtMidnight() : origin.Value;
        moment = Add(moment, [.. node.ShiftMore, new DurationPart(node.ShiftAmount, unit)], 1);
        CalendarFields fields = CalendarFields.Of(moment.Date, unit == TimeUnit.Hour && node.DayPart is not null ? TimeUnit.Day : unit);
        fields = Overlay(fields, node, moment.Date);
        return (fields, anchor, why, moment);
    }

    private static TimeUnit Coarseness(CalendarFields fields) =>
        fields.Date is not null ? TimeUnit.Day : fields.Week is not null ? TimeUnit.Week : fields.Month is not null ? TimeUnit.Month : fields.Year is not null ? TimeUnit.Year : TimeUnit.Century;

    // "last year's March", "next week Wednesday", "the 5th of next month", "Christmas last year"
    private static CalendarFields Overlay(CalendarFields fields, TimeNode node, LocalDate date)
    {
        if (node.Weekday is { } weekday)
        {
            if (node.ShiftUnit is TimeUnit.Week or TimeUnit.Fortnight)
            {
                return CalendarFields.Of(WeekYearRules.Iso.GetLocalDate(fields.WeekYear ?? date.Year, fields.Week ?? 1, (IsoDayOfWeek)weekday), TimeUnit.Day);
            }

            if (node.Day is null && node.WeekdayCount is null && node.ShiftUnit is TimeUnit.Day or TimeUnit.Month or TimeUnit.Year && node.Month is null)
            {
                return CalendarFields.Of(date.With(DateAdjusters.NextOrSame((IsoDayOfWeek)weekday)), TimeUnit.Day);
            }
        }

        if (node.Holiday is { } holiday && Holidays.Date(holiday, fields.Year ?? date.Year) is { } feast)
        {
            return CalendarFields.Of(feast, TimeUnit.Day);
        }

        if (node is { WeekdayCount: { } count, Weekday: { } counted } && fields is { Year: { } y, Month: { } m } && CountedWeekday(y, m, counted, count) is { } day)
        {
            return CalendarFields.Of(day, TimeUnit.Day);
        }

        if (node.Week is { } week && node.ShiftUnit == TimeUnit.Month && fields is { Year: { } year, Month: { } month })
        {
            return WeekOfMonth(year, month, week);
        }

        if (node.Weekend)
        {
            return fields with { Weekend = true, WeekYear = fields.WeekYear ?? WeekYearRules.Iso.GetWeekYear(date), Week = fields.Week ?? WeekYearRules.Iso.GetWeekOfWeekYear(date), Year = null, Month = null, Day = null };
        }

        CalendarFields laid = fields with
        {
            Month = node.Month ?? fields.Month, Day = node.Day ?? fields.Day, Season = node.Season, Quarter = node.Quarter ?? fields.Quarter, HalfYear = node.HalfYear ?? fields.HalfYear,
            Fiscal = node.Fiscal, Week = node.Week > 0 && node.Month is null ? node.Week : fields.Week, WeekYear = node.Week > 0 ? fields.Year : fields.WeekYear,
        };
        return node.Granularity < laid.Unit && node.Granularity != TimeUnit.None ? laid with { Unit = node.Granularity } : laid;
    }

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
            if (context.Previous is { Date: not null } dated && node.Month is not null && node.Pick == TimePick.None && dated.Date is { } day)
            {
                int year = NearestYear(node, day);
                return (fields with { Year = year }, TimeAnchor.Previous, $"the one nearest to {dated.Value()}, told before", null);
            }

            return (fields, TimeAnchor.None, "no year or week is told, and the day of publication is not known", null);
        }

        CalendarFields near = Nearest(node, fields, today, context);
        return (near, context.Anchor, "reckoned from the day of publication", null);
    }

    private static int NearestYear(TimeNode node, LocalDate day)
    {
        int best = day.Year, distance = int.MaxValue;
        for (int year = day.Year - 1; year <= day.Year + 1; year++)
        {
            LocalDate candidate = new(year, node.Month ?? 1, Math.Min(node.Day ?? 15, 28));
            int days = Math.Abs(Period.DaysBetween(candidate, day));
            if (days < distance)
            {
                (best, distance) = (year, days);
            }
        }

        return best;
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
                year = future ? (day >= today ? today.Year : today.Year + 1) : node.Pick == TimePick.This || day <= today ? today.Year : today.Year - 1;
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
