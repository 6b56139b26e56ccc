using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Parallax.Core.Time;

/// <summary>The stretch of the calendar that a TIMEX3 value names, as days: bounds where the year is known, known fields (month, day, weekday) where it is not.</summary>
/// <remarks>
/// <c>2022-11</c> is the days 2022-11-01 to 2022-11-30. <c>XXXX-11-08</c> has no bounds but month and day; <c>XXXX-WXX-3</c> has no bounds but a weekday. Clock times and
/// parts of a day are kept as text and compared as such. Seasons are taken wide, because neither hemisphere nor custom is known: winter of Y runs from December of Y-1 to February of Y+1.
/// Never throws on any text: what cannot be read has <see cref="TimePrecision.Unknown"/>, no bounds and no fields, and is compatible with everything.
/// </remarks>
public sealed record TimexInterval
{
    private const int LongestWalkDays = 800;

    /// <summary>The value as given.</summary>
    public required string Value { get; init; }

    /// <summary>How long a stretch it names.</summary>
    public TimePrecision Precision { get; init; }

    /// <summary>First day, or null where open (a modifier <c>BEFORE</c>) or where the year is not known.</summary>
    public LocalDate? Earliest { get; init; }

    /// <summary>Last day, inclusive, or null where open or not known.</summary>
    public LocalDate? Latest { get; init; }

    /// <summary>Month 1 to 12 where the value states one.</summary>
    public int? Month { get; init; }

    /// <summary>Day of the month where the value states one.</summary>
    public int? Day { get; init; }

    /// <summary>Weekday where a value without a calendar day states one.</summary>
    public IsoDayOfWeek? Weekday { get; init; }

    /// <summary>What follows <c>T</c>: <c>21:30</c>, <c>EV</c>; empty where nothing does.</summary>
    public string TimeOfDay { get; init; } = "";

    /// <summary>Whether both bounds are known.</summary>
    public bool IsBounded => Earliest is not null && Latest is not null;

    /// <summary>Whether it is one day of the calendar (or a time of it).</summary>
    public bool IsDay => IsBounded && Earliest == Latest;

    /// <summary>Reads a TIMEX3 value.</summary>
    /// <param name="value">The value, or start and inclusive end with a slash between them; null is read as unknown.</param>
    /// <param name="until">The value of the inclusive end of a range, or null.</param>
    /// <param name="modifier">TIMEX3 mod; <c>BEFORE</c>, <c>AFTER</c>, <c>ON_OR_BEFORE</c> and <c>ON_OR_AFTER</c> open a bound, the others change nothing.</param>
    public static TimexInterval Parse(string? value, string? until = null, string? modifier = null)
    {
        if (until is null && value is not null && value.IndexOf('/', StringComparison.Ordinal) is > 0 and int slash)
        {
            return Parse(value[..slash], value[(slash + 1)..], modifier) with { Value = value };
        }

        TimexInterval interval = TimexReader.Read(value ?? "");
        if (until is not null)
        {
            TimexInterval end = TimexReader.Read(until);
            return interval with { Precision = TimePrecision.Range, Latest = end.Latest, Month = null, Day = null, Weekday = null, TimeOfDay = "" };
        }

        return modifier switch
        {
            "BEFORE" => interval with { Earliest = null, Latest = interval.Earliest?.PlusDays(-1), Precision = TimePrecision.Range },
            "AFTER" => interval with { Earliest = interval.Latest?.PlusDays(1), Latest = null, Precision = TimePrecision.Range },
            "ON_OR_BEFORE" => interval with { Earliest = null, Precision = TimePrecision.Range },
            "ON_OR_AFTER" => interval with { Latest = null, Precision = TimePrecision.Range },
            _ => interval,
        };
    }

    /// <summary>Whether the day may lie inside: inside the known bounds, and equal in the fields that are known.</summary>
    public bool Contains(LocalDate day) =>
        (Earliest is null || Earliest.Value <= day) && (Latest is null || day <= Latest.Value)
        && (Month is null || Month == day.Month) && (Day is null || Day == day.Day) && (Weekday is null || Weekday == day.DayOfWeek);

    /// <summary>Whether the whole of <paramref name="other"/> certainly lies inside; false where either has an open or unknown bound that matters.</summary>
    public bool Contains(TimexInterval other)
    {
        ArgumentNullException.ThrowIfNull(other);
        bool bounded = Earliest is not null || Latest is not null;
        return bounded && (Earliest is null || other.Earliest >= Earliest) && (Latest is null || other.Latest <= Latest);
    }

    /// <summary>Whether both are bounded and certainly share a day.</summary>
    public bool Overlaps(TimexInterval other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsBounded && other.IsBounded && Earliest <= other.Latest && other.Earliest <= Latest;
    }

    /// <summary>Whether the two may name a common day (and, where both state one, the same time of day). "Wednesday" and 2022-11-09 are compatible; 8 November and 9 November are not.</summary>
    /// <remarks>Cost: at most 800 days are looked at.</remarks>
    public bool Compatible(TimexInterval other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (TimeOfDay.Length > 0 && other.TimeOfDay.Length > 0 && !TimesAgree(TimeOfDay, other.TimeOfDay))
        {
            return false;
        }

        LocalDate? low = Later(Earliest, other.Earliest), high = Earlier(Latest, other.Latest);
        if (low > high)
        {
            return false;
        }

        if (low is null || high is null || Period.DaysBetween(low.Value, high.Value) > LongestWalkDays)
        {
            return Agree(Month, other.Month) && Agree(Day, other.Day) && Agree((int?)Weekday, (int?)other.Weekday);
        }

        for (LocalDate day = low.Value; day <= high.Value; day = day.PlusDays(1))
        {
            if (Contains(day) && other.Contains(day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The years from <paramref name="first"/> to <paramref name="last"/>, both inclusive, in which a month and day fall on a weekday.</summary>
    /// <remarks>"Tuesday, November 8" fits 2005, 2011, 2016, 2022: the weekday narrows the year and does not give it.</remarks>
    public static IEnumerable<int> YearsOf(int month, int day, IsoDayOfWeek weekday, int first, int last)
    {
        for (int year = first; year <= last; year++)
        {
            if (day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && new LocalDate(year, month, day).DayOfWeek == weekday)
            {
                yield return year;
            }
        }
    }

    private static bool Agree(int? left, int? right) => left is null || right is null || left == right;

    private static LocalDate? Later(LocalDate? left, LocalDate? right) => left is null ? right : right is null ? left : LocalDate.Max(left.Value, right.Value);

    private static LocalDate? Earlier(LocalDate? left, LocalDate? right) => left is null ? right : right is null ? left : LocalDate.Min(left.Value, right.Value);

    // A clock time lies in the part of the day it falls in; two clock times agree where the coarser is a prefix of the finer.
    private static bool TimesAgree(string left, string right)
    {
        if (char.IsAsciiDigit(left[0]) == char.IsAsciiDigit(right[0]))
        {
            return char.IsAsciiDigit(left[0])
                ? left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal)
                : left == right || left == "DT" || right == "DT";
        }

        (string part, string clock) = char.IsAsciiDigit(left[0]) ? (right, left) : (left, right);
        int hour = int.Parse(clock.AsSpan(0, Math.Min(2, clock.Length)), NumberStyles.None, CultureInfo.InvariantCulture);
        return part switch
        {
            "MO" => hour < 12,
            "MI" => 11 <= hour && hour < 14,
            "AF" => 12 <= hour && hour < 19,
            "EV" => 16 <= hour,
            "NI" => hour < 6 || 18 <= hour,
            "DT" => 6 <= hour && hour < 21,
            _ => true,
        };
    }
}
