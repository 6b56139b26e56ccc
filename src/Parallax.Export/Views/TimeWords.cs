using System.Globalization;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>TIMEX3 values in words, no more exact than they are. What is not understood stays as it stands.</summary>
internal static class TimeWords
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static string Of(TimelineEntry entry) => entry.Precision == TimePrecision.Unknown && entry.Time.Length == 0 ? "time not stated" : Of(entry.Time);

    public static string Of(string value)
    {
        if (value.Length == 0)
        {
            return "time not stated";
        }

        if (!IsTimex(value))
        {
            return value;
        }

        // Two values with a slash are bounds; an open side is empty or "..".
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return Between(value[..slash].Trim('.'), value[(slash + 1)..].Trim('.'));
        }

        int time = value.IndexOf('T', StringComparison.Ordinal);
        if (time > 0 && value[0] != 'P' && char.IsAsciiLetterOrDigit(value[0]))
        {
            string day = Day(value[..time]);
            string part = PartOfDay(value[(time + 1)..]);
            return part.Length == 0 ? day : $"{day}, {part}";
        }

        return value switch
        {
            "PAST_REF" => "in the past",
            "PRESENT_REF" => "now",
            "FUTURE_REF" => "in the future",
            _ when value[0] == 'P' => Duration(value),
            _ => Day(value),
        };
    }

    /// <summary>Whether a value tells no time: nothing in it is known ("last month" of an undated report), or it is no more than past, present or future.</summary>
    public static bool SaysNothing(string value) => value.Length == 0 || value.EndsWith("_REF", StringComparison.Ordinal) || value.StartsWith("XXXX-XX", StringComparison.Ordinal) || value is "XXXX";

    // "since the strike" may stand where a value would: words of a report, to be left alone.
    private static bool IsTimex(string value) =>
        value.EndsWith("_REF", StringComparison.Ordinal) || value.All(static unit => char.IsAsciiDigit(unit) || char.IsAsciiLetterUpper(unit) || unit is '-' or ':' or '/' or '.' or '+');

    private static string Between(string from, string to) => (from.Length, to.Length) switch
    {
        (0, 0) => "time not stated",
        (0, _) => "not after " + Of(to),
        (_, 0) => "not before " + Of(from),
        _ => $"between {Of(from)} and {Of(to)}",
    };

    private static string Day(string value)
    {
        string[] parts = value.Split('-');
        bool yearKnown = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        string year = yearKnown ? parts[0] : "year not stated";
        if (parts.Length == 1)
        {
            return Year(parts[0], yearKnown);
        }

        string second = parts[1];
        if (second.StartsWith('W'))
        {
            return Week(parts, second, year);
        }

        if (second is ['Q', >= '1' and <= '4'])
        {
            return Words.Ordinal(second[1] - '0') + " quarter of " + year;
        }

        string? season = second switch { "SP" => "spring", "SU" => "summer", "FA" => "autumn", "WI" => "winter", "H1" => "first half of", "H2" => "second half of", _ => null };
        if (season is not null)
        {
            return $"{season} {year}";
        }

        bool monthKnown = int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12;
        bool dayKnown = parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int day) && day is >= 1 and <= 31;
        string separator = yearKnown ? " " : ", ";
        return (monthKnown, dayKnown) switch
        {
            (true, true) => $"{int.Parse(parts[2], CultureInfo.InvariantCulture)} {Months[month - 1]}{separator}{year}",
            (true, false) => $"{Months[month - 1]}{separator}{year}",
            (false, true) => $"day {int.Parse(parts[2], CultureInfo.InvariantCulture)} of a month not stated",
            _ when second == "XX" => yearKnown ? year : "day not stated",
            _ => value,
        };
    }

    private static string Year(string value, bool known)
    {
        if (known)
        {
            return value.Length switch { 3 => value + "0s", 2 => $"the {value}00s", _ => value };
        }

        return value is [_, _, _, 'X'] && char.IsAsciiDigit(value[0]) && char.IsAsciiDigit(value[1]) && char.IsAsciiDigit(value[2]) ? value[..3] + "0s" : value == "XXXX" ? "year not stated" : value;
    }

    private static string Week(string[] parts, string week, string year)
    {
        bool weekKnown = int.TryParse(week.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        string weekday = parts.Length > 2 ? parts[2] switch { [>= '1' and <= '7'] => Weekdays[parts[2][0] - '1'], "WE" => "weekend", _ => "" } : "";
        return (weekKnown, weekday.Length > 0) switch
        {
            (true, _) when int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int of) && number is >= 1 and <= 52 => OfDay(parts.Length > 2 ? parts[2] : "", ISOWeek.ToDateTime(of, number, DayOfWeek.Monday)),
            (true, true) => $"{weekday} of week {number} of {year}",
            (true, false) => $"week {number} of {year}",
            (false, true) => $"{weekday}, date not stated",
            _ => "week not stated",
        };
    }

    // A week has a Monday that readers know; its number few do.
    private static string OfDay(string day, DateTime monday) => day switch
    {
        "WE" => "the weekend of " + Date(monday.AddDays(5)),
        [>= '1' and <= '7'] => Date(monday.AddDays(day[0] - '1')),
        _ => "the week of " + Date(monday),
    };

    private static string Date(DateTime day) => $"{day.Day.ToString(CultureInfo.InvariantCulture)} {Months[day.Month - 1]} {day.Year.ToString(CultureInfo.InvariantCulture)}";

    private static string PartOfDay(string value) => value switch
    {
        "MO" => "morning", "AF" => "afternoon", "EV" => "evening", "NI" => "night", "DT" => "daytime", "MI" => "midnight", "NO" => "noon",
        _ when value.Length >= 2 && char.IsAsciiDigit(value[0]) => value.Length == 2 ? value + ":00" : value,
        _ => "",
    };

    private static string Duration(string value)
    {
        bool clock = value.StartsWith("PT", StringComparison.Ordinal);
        string amount = value[(clock ? 2 : 1)..];
        if (amount.Length < 2)
        {
            return value;
        }

        string? unit = (clock, amount[^1]) switch
        {
            (false, 'Y') => "year", (false, 'M') => "month", (false, 'W') => "week", (false, 'D') => "day",
            (true, 'H') => "hour", (true, 'M') => "minute", (true, 'S') => "second", _ => null,
        };
        if (unit is null)
        {
            return value;
        }

        string number = amount[..^1];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? Words.Count(count, unit) : number.StartsWith('X') ? $"some {unit}s" : $"{number} {unit}s";
    }
}
