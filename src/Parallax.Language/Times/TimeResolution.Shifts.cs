using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Calendars;
using Parallax.Core.Accounts;

namespace Parallax.Language.Times;

/// <content>Times told by their distance from another ("three days later").</content>
internal static partial class TimeResolution
{
    private const int HoursOfDay = 24;

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
                exact = (context.Previous.Date is not null || Coarseness(context.Previous) <= unit) && (unit >= TimeUnit.BusinessDay || node.ShiftAmount % HoursOfDay == 0); // "three hours later": of the hour told before we know nothing
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
}
