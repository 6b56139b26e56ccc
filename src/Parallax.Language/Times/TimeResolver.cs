using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using Parallax.Core.Accounts;

namespace Parallax.Language.Times;

/// <summary>Fields of the calendar that are known, and what is reckoned from what.</summary>
internal sealed record CalendarFields
{
    public int? Century { get; init; }

    public int? Decade { get; init; }

    public int? Year { get; init; }

    public int? HalfYear { get; init; }

    public int? Quarter { get; init; }

    public int? Season { get; init; }

    public int? Month { get; init; }

    public int? WeekYear { get; init; }

    public int? Week { get; init; }

    public int? Day { get; init; }

    public int? Weekday { get; init; }

    public bool Weekend { get; init; }

    public bool Fiscal { get; init; }

    public bool BeforeChrist { get; init; }

    public TimeUnit Unit { get; init; }

    public static CalendarFields Of(LocalDate date, TimeUnit unit)
    {
        CalendarFields fields = new() { Unit = unit };
        return unit switch
        {
            TimeUnit.Week or TimeUnit.Fortnight => fields with { WeekYear = WeekYearRules.Iso.GetWeekYear(date), Week = WeekYearRules.Iso.GetWeekOfWeekYear(date), Unit = TimeUnit.Week },
            TimeUnit.Weekend => fields with { WeekYear = WeekYearRules.Iso.GetWeekYear(date), Week = WeekYearRules.Iso.GetWeekOfWeekYear(date), Weekend = true },
            TimeUnit.Month => fields with { Year = date.Year, Month = date.Month },
            TimeUnit.Quarter => fields with { Year = date.Year, Quarter = ((date.Month - 1) / 3) + 1 },
            TimeUnit.Season => fields with { Year = date.Year, Season = date.Month is >= 3 and <= 5 ? 1 : date.Month is >= 6 and <= 8 ? 2 : date.Month is >= 9 and <= 11 ? 3 : 4 },
            TimeUnit.HalfYear => fields with { Year = date.Year, HalfYear = date.Month <= 6 ? 1 : 2 },
            TimeUnit.Year => fields with { Year = date.Year },
            TimeUnit.Decade => fields with { Decade = date.Year / 10 },
            TimeUnit.Century or TimeUnit.Millennium => fields with { Century = date.Year / 100, Unit = TimeUnit.Century },
            _ => fields with { Year = date.Year, Month = date.Month, Day = date.Day, Unit = TimeUnit.Day },
        };
    }

    /// <summary>The day, where year, month and day are known and exist.</summary>
    public LocalDate? Date =>
        !BeforeChrist && Year is { } y && Month is { } m && Day is { } d && y is >= 1 and < 9999 && d <= CalendarSystem.Iso.GetDaysInMonth(y, m) ? new LocalDate(y, m, d)
        : WeekYear is { } wy && Week is { } w && Weekday is { } wd && w <= WeekYearRules.Iso.GetWeeksInWeekYear(wy) ? WeekYearRules.Iso.GetLocalDate(wy, w, (IsoDayOfWeek)wd) : null;

    /// <summary>A day inside, to reckon from; null where the year is not known.</summary>
    public LocalDate? AnyDay =>
        Date ?? (BeforeChrist ? null
        : WeekYear is { } wy && Week is { } w && w <= WeekYearRules.Iso.GetWeeksInWeekYear(wy) ? WeekYearRules.Iso.GetLocalDate(wy, w, IsoDayOfWeek.Monday)
        : Year is { } y && y is >= 1 and < 9999 ? new LocalDate(y, Month ?? (Quarter is { } q ? (q * 3) - 2 : Season is { } s ? s * 3 : HalfYear is 2 ? 7 : 1), 1)
        : Decade is { } decade && decade is > 0 and < 999 ? new LocalDate(decade * 10, 1, 1) : Century is { } c && c is > 0 and < 99 ? new LocalDate(c * 100, 1, 1) : null);

    /// <summary>The TIMEX3 value of the day or longer, without a time.</summary>
    public string Value()
    {
        if (Century is { } century)
        {
            return (BeforeChrist ? "BC" : "") + century.ToString("00", CultureInfo.InvariantCulture);
        }

        if (Decade is { } decade)
        {
            return (BeforeChrist ? "BC" : "") + decade.ToString("000", CultureInfo.InvariantCulture);
        }

        string year = (Fiscal ? "FY" : "") + (BeforeChrist ? "BC" : "") + Digits(Year, 4);
        if (Date is { } date && Weekday is not null && Day is null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");
        }

        if (Day is not null)
        {
            return $"{year}-{Digits(Month, 2)}-{Digits(Day, 2)}";
        }

        if (Weekday is { } weekday)
        {
            return $"{Digits(WeekYear ?? Year, 4)}-W{Digits(Week, 2)}-{weekday}";
        }

        return this switch
        {
            { Weekend: true } => $"{Digits(WeekYear ?? Year, 4)}-W{Digits(Week, 2)}-WE",
            { Week: not null } or { WeekYear: not null } => $"{Digits(WeekYear ?? Year, 4)}-W{Digits(Week, 2)}",
            { Month: { } month } => $"{year}-{Digits(month, 2)}",
            { Quarter: { } quarter } => $"{year}-Q{quarter}",
            { Season: { } season } => $"{year}-{(season switch { 1 => "SP", 2 => "SU", 3 => "FA", _ => "WI" })}",
            { HalfYear: { } half } => $"{year}-H{half}",
            { Unit: TimeUnit.Week } => "XXXX-WXX",
            { Unit: TimeUnit.Month } => $"{year}-XX",
            { Unit: TimeUnit.Quarter } => $"{year}-QX",
            { Unit: TimeUnit.Day or TimeUnit.BusinessDay } => $"{year}-XX-XX",
            { Unit: TimeUnit.Weekend } => "XXXX-WXX-WE",
            { Unit: TimeUnit.Decade } => "XXX",
            { Unit: TimeUnit.Century } => "XX",
            _ => year,
        };
    }

    private static string Digits(int? number, int width) => number is { } known ? known.ToString(width == 4 ? "0000" : "00", CultureInfo.InvariantCulture) : new string('X', width);
}

/// <summary>A node with its value.</summary>
internal sealed record ResolvedTime(TimexType Type, string Value, string? Until, string? Modifier, TimeAnchor Anchor, string Why)
{
    public CalendarFields? Fields { get; init; }

    public LocalDateTime? Reckoned { get; init; }

    public LocalDateTime? StretchStart { get; init; }

    public LocalDateTime? StretchEnd { get; init; }

    public ResolvedTime? UntilTime { get; init; }

    public ResolvedTime? StartTime { get; init; }
}

/// <summary>What is known where a node is resolved.</summary>
/// <param name="Now">The moment of writing, or null.</param>
/// <param name="HasClock">Whether the time of day of <paramref name="Now"/> is known.</param>
/// <param name="Previous">The calendar time told before, or null.</param>
/// <param name="Near">Whether that time stands just before, so that a clock time without a day is of its day.</param>
/// <param name="Narrative">Whether the text tells history: a month without a year belongs to the time told before, not to the time of writing.</param>
/// <param name="Future">Whether the clause speaks of the future.</param>
/// <param name="Generic">Whether the clause tells what is always so.</param>
/// <param name="Anchor">Mark of what is reckoned from <paramref name="Now"/>.</param>
/// <param name="DayFirst">Whether dates in numbers start with the day.</param>
internal sealed record TimeContext(LocalDateTime? Now, bool HasClock, CalendarFields? Previous, bool Near, bool Narrative, bool Future, bool Generic, TimeAnchor Anchor, bool DayFirst)
{
    /// <summary>The day of writing, or null.</summary>
    public LocalDate? Today => Now?.Date;
}
