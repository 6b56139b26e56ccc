using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Calendars;
using Parallax.Core.Accounts;

namespace Parallax.Language.Times;

/// <summary>Anchors nodes: gives each its TIMEX3 value from the moment of writing, the time told before, or nothing. Pure.</summary>
internal static partial class TimeResolution
{
    private const int NearMonths = 7, DaysOfOneMatter = 100;

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
            if (context.Previous is { Day: not null, Date: not null } previous && (context.Narrative || (context.Near && node.Hour is not null)))
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
}
