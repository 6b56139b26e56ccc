using NodaTime;
using NodaTime.Calendars;

namespace Parallax.Core.Time;

/// <summary>Reads the calendar part of a TIMEX3 value. Never throws.</summary>
internal static class TimexReader
{
    public static TimexInterval Read(string value)
    {
        TimexInterval unknown = new() { Value = value };
        if (value.Length == 0 || value[0] == 'P' || value.EndsWith("_REF", StringComparison.Ordinal))
        {
            return unknown;
        }

        int t = value.IndexOf('T', StringComparison.Ordinal);
        string date = t < 0 ? value : value[..t], time = t < 0 ? "" : value[(t + 1)..];
        TimexInterval interval = date.Length == 0 ? unknown : ReadDate(date, unknown);
        if (time.Length == 0 || (char.IsAsciiDigit(time[0]) && (time.Length < 2 || !char.IsAsciiDigit(time[1]))))
        {
            return interval;
        }

        return interval with { TimeOfDay = time, Precision = char.IsAsciiDigit(time[0]) ? TimePrecision.Clock : TimePrecision.DayPart };
    }

    private static TimexInterval ReadDate(string date, TimexInterval unknown)
    {
        string[] parts = (date.StartsWith("FY", StringComparison.Ordinal) ? date[2..] : date).Split('-');
        int? year = Number(parts[0], 4, 1, 9998);
        TimexInterval interval = parts.Length switch
        {
            1 => OfYears(parts[0], unknown),
            2 => OfPart(year, parts[1], unknown),
            3 when parts[1].StartsWith('W') => OfWeek(year, parts[1], parts[2], unknown),
            3 => OfDay(year, parts[1], parts[2], unknown),
            _ => unknown,
        };
        return interval;
    }

    private static TimexInterval OfYears(string text, TimexInterval unknown)
    {
        int? number = Number(text, text.Length, 0, 9998);
        (int length, TimePrecision precision) = text.Length switch
        {
            4 => (1, TimePrecision.Year), 3 => (10, TimePrecision.Decade), 2 => (100, TimePrecision.Century), _ => (0, TimePrecision.Unknown),
        };
        if (number is null || length == 0)
        {
            return unknown with { Precision = precision };
        }

        int first = Math.Max(1, number.Value * length);
        return Bounded(unknown, precision, new LocalDate(first, 1, 1), new LocalDate((number.Value * length) + length - 1 is var last && last < 1 ? 1 : last, 12, 31));
    }

    private static TimexInterval OfPart(int? year, string part, TimexInterval unknown)
    {
        (int first, int months, TimePrecision precision) = part switch
        {
            "Q1" => (1, 3, TimePrecision.Quarter), "Q2" => (4, 3, TimePrecision.Quarter), "Q3" => (7, 3, TimePrecision.Quarter), "Q4" => (10, 3, TimePrecision.Quarter),
            "H1" => (1, 6, TimePrecision.HalfYear), "H2" => (7, 6, TimePrecision.HalfYear),
            "SP" => (3, 3, TimePrecision.Season), "SU" => (6, 3, TimePrecision.Season), "FA" => (9, 3, TimePrecision.Season), "WI" => (12, 3, TimePrecision.Season),
            _ => (Number(part, 2, 1, 12) ?? 0, 1, TimePrecision.Month),
        };
        if (part.StartsWith('W'))
        {
            return OfWeek(year, part, "", unknown);
        }

        TimexInterval named = unknown with { Precision = precision, Month = precision == TimePrecision.Month && first > 0 ? first : null };
        if (year is null || first == 0)
        {
            return named;
        }

        if (part == "WI")
        {
            return Bounded(named, precision, new LocalDate(Math.Max(1, year.Value - 1), 12, 1), new LocalDate(year.Value + 1, 3, 1).PlusDays(-1));
        }

        LocalDate start = new(year.Value, first, 1);
        return Bounded(named, precision, start, start.PlusMonths(months).PlusDays(-1));
    }

    private static TimexInterval OfWeek(int? year, string week, string day, TimexInterval unknown)
    {
        int? number = Number(week[1..], 2, 1, 53), weekday = Number(day, 1, 1, 7);
        TimePrecision precision = day switch { "" => TimePrecision.Week, "WE" => TimePrecision.Weekend, _ => TimePrecision.Day };
        TimexInterval named = unknown with { Precision = precision, Weekday = (IsoDayOfWeek?)weekday };
        if (year is null || number is null || number > WeekYearRules.Iso.GetWeeksInWeekYear(year.Value))
        {
            return named;
        }

        LocalDate monday = WeekYearRules.Iso.GetLocalDate(year.Value, number.Value, IsoDayOfWeek.Monday);
        return precision switch
        {
            TimePrecision.Week => Bounded(named, precision, monday, monday.PlusDays(6)),
            TimePrecision.Weekend => Bounded(named, precision, monday.PlusDays(5), monday.PlusDays(6)),
            _ when weekday is not null => Bounded(named, precision, monday.PlusDays(weekday.Value - 1), monday.PlusDays(weekday.Value - 1)),
            _ => Bounded(named, precision, monday, monday.PlusDays(6)),
        };
    }

    private static TimexInterval OfDay(int? year, string month, string day, TimexInterval unknown)
    {
        int? m = Number(month, 2, 1, 12), d = Number(day, 2, 1, 31);
        TimexInterval named = unknown with { Precision = TimePrecision.Day, Month = m, Day = d };
        if (year is null)
        {
            return named;
        }

        if (m is null && month != "XX")
        {
            return unknown;
        }

        if (m is null)
        {
            return Bounded(named, TimePrecision.Day, new LocalDate(year.Value, 1, 1), new LocalDate(year.Value, 12, 31));
        }

        int length = CalendarSystem.Iso.GetDaysInMonth(year.Value, m.Value);
        return d > length
            ? named with { Day = null }
            : Bounded(named, TimePrecision.Day, new LocalDate(year.Value, m.Value, d ?? 1), new LocalDate(year.Value, m.Value, d ?? length));
    }

    private static TimexInterval Bounded(TimexInterval interval, TimePrecision precision, LocalDate earliest, LocalDate latest) =>
        interval with { Precision = precision, Earliest = earliest, Latest = latest };

    private static int? Number(string text, int digits, int low, int high)
    {
        if (text.Length != digits || digits == 0)
        {
            return null;
        }

        int number = 0;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c) || number > 99999)
            {
                return null;
            }

            number = (number * 10) + (c - '0');
        }

        return low <= number && number <= high ? number : null;
    }
}
