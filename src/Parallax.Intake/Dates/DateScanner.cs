using System.Collections.Frozen;
using System.Globalization;

namespace Parallax.Intake.Dates;

/// <summary>Reads dates as machines and outlets write them: ISO 8601 and its relatives, numbers with points, strokes or dashes, names of months in many languages, times and offsets.</summary>
/// <remarks>Never throws; a day that no calendar has (31 February, 25:61) is not a date. Linear in the length of the text; nothing depends on clock or culture.</remarks>
internal static class DateScanner
{
    private const int EarliestYear = 1900, LatestYear = 2099;
    private static readonly FrozenDictionary<string, int> Months = ReadMonths();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthOf = Months.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ZoneOf =
        DataTable.Rows("zones.txt", 2).ToFrozenDictionary(static row => row[0], static row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a value that is a date and nothing but a date, as metadata holds it; also seconds or milliseconds since 1970.</summary>
    public static bool TryRead(ReadOnlySpan<char> value, bool monthFirst, out WrittenDate date)
    {
        value = value.Trim();
        if (value.Length is 10 or 13 or 16 && value.IndexOfAnyExceptInRange('0', '9') < 0 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long since) && value[0] is '0' or '1')
        {
            DateTime moment = DateTime.UnixEpoch.AddSeconds(value.Length == 10 ? since : value.Length == 13 ? since / 1000 : since / 1_000_000);
            date = new WrittenDate(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment), 0, false);
            return moment.Year >= 1971;
        }

        return TryFind(value, monthFirst, out date, out _, out _);
    }

    /// <summary>Finds the first date in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="monthFirst">Whether 3/4/2021 is in March.</param>
    /// <param name="date">The date.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it and the time after it end.</param>
    public static bool TryFind(ReadOnlySpan<char> text, bool monthFirst, out WrittenDate date, out int start, out int end)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool digit = char.IsAsciiDigit(text[i]), word = char.IsLetter(text[i]);
            if (!digit && !word)
            {
                continue;
            }

            if ((digit ? TryFromNumber(text, i, monthFirst, out DateOnly day, out int after, out bool ambiguous) : TryFromMonth(text, i, out day, out after, out ambiguous)) && IsEdge(text, after))
            {
                start = i;
                TimeOnly? time = ReadTime(text, ref after, out int? offset);
                end = after;
                date = new WrittenDate(day, time, offset, ambiguous);
                return true;
            }

            while (i + 1 < text.Length && (digit ? char.IsAsciiDigit(text[i + 1]) : char.IsLetter(text[i + 1])))
            {
                i++;
            }
        }

        (date, start, end) = (default, 0, 0);
        return false;
    }

    // 2021-03-04, 2021年3月4日, 20210304, 04.03.2021, 3/4/2021, 4 March 2021, 4. März 2021, 4 de marzo de 2021.
    private static bool TryFromNumber(ReadOnlySpan<char> text, int i, bool monthFirst, out DateOnly day, out int after, out bool ambiguous)
    {
        (day, ambiguous) = (default, false);
        int at = i;
        int first = Number(text, ref at, out int digits);
        after = at;
        if (digits is 8 or 14)
        {
            return TryPlain(text.Slice(i, digits), out day) && (after = i + 8) > 0;
        }

        if (digits == 4)
        {
            int month = Separated(text, ref at, "-/._年년") ? Part(text, ref at) : -1;
            return month > 0 && Separated(text, ref at, "-/._月월") && Part(text, ref at) is > 0 and int dayOfMonth && TryDay(first, month, dayOfMonth, out day) && ((after = SkipOne(text, at, "日일")) > 0);
        }

        if (digits > 2)
        {
            return false;
        }

        int mark = at;
        if (Separated(text, ref at, "./-") && Part(text, ref at) is > 0 and int second && Separated(text, ref at, "./-") && Year(text, ref at, out int year))
        {
            bool stroke = text[mark..at].Contains('/');
            bool swap = second > 12 || (stroke && monthFirst && first <= 12);
            ambiguous = stroke && first <= 12 && second <= 12 && first != second;
            after = at;
            return swap ? TryDay(year, first, second, out day) : TryDay(year, second, first, out day);
        }

        at = mark;
        SkipOrdinal(text, ref at);
        SkipFiller(text, ref at);
        if (TryMonth(text, ref at, out int named))
        {
            SkipFiller(text, ref at);
            if (Year(text, ref at, out int later))
            {
                after = at;
                return TryDay(later, named, first, out day);
            }
        }

        return false;
    }

    // March 4, 2021; Mar 4th 2021.
    private static bool TryFromMonth(ReadOnlySpan<char> text, int i, out DateOnly day, out int after, out bool ambiguous)
    {
        (day, after, ambiguous) = (default, i, false);
        int at = i;
        if ((i > 0 && char.IsLetter(text[i - 1])) || !TryMonth(text, ref at, out int month))
        {
            return false;
        }

        SkipFiller(text, ref at);
        int number = Number(text, ref at, out int digits);
        if (digits is < 1 or > 2)
        {
            return false;
        }

        SkipOrdinal(text, ref at);
        SkipFiller(text, ref at);
        return Year(text, ref at, out int year) && TryDay(year, month, number, out day) && (after = at) > 0;
    }

    private static bool TryPlain(ReadOnlySpan<char> digits, out DateOnly day) =>
        TryDay(int.Parse(digits[..4], CultureInfo.InvariantCulture), int.Parse(digits[4..6], CultureInfo.InvariantCulture), int.Parse(digits[6..8], CultureInfo.InvariantCulture), out day);

    private static bool TryDay(int year, int month, int dayOfMonth, out DateOnly day)
    {
        bool exists = year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DateTime.DaysInMonth(year, month);
        day = exists ? new DateOnly(year, month, dayOfMonth) : default;
        return exists;
    }

    // T14:05:33.120+02:00, " at 2.05 pm EST", ", 14:05 Uhr", " – 14h05".
    private static TimeOnly? ReadTime(ReadOnlySpan<char> text, ref int after, out int? offset)
    {
        offset = null;
        int at = after;
        for (int skipped = 0; at < text.Length && !char.IsAsciiDigit(text[at]); at++, skipped++)
        {
            if (skipped > 12 || (!char.IsWhiteSpace(text[at]) && !char.IsLetter(text[at]) && text[at] is not (',' or '-' or '–' or '|' or '·' or ':' or '/' or '(' or '@' or '•')))
            {
                return null;
            }
        }

        int hour = Number(text, ref at, out int hourDigits);
        bool twelve = false;
        int minute = 0, second = 0, ticks = 0;
        if (hourDigits is 1 or 2 && at < text.Length && text[at] is ':' or '.' or 'h')
        {
            at++;
            minute = Number(text, ref at, out int minuteDigits);
            if (minuteDigits != 2)
            {
                return null;
            }

            if (at + 2 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]))
            {
                at++;
                second = Number(text, ref at, out _);
                if (at + 1 < text.Length && text[at] is '.' or ',' && char.IsAsciiDigit(text[at + 1]))
                {
                    ticks = Fraction(text, ref at);
                }
            }
        }
        else if (hourDigits is 4 or 6 && after < text.Length && text[after] is 'T')
        {
            (hour, minute, second) = hourDigits == 4 ? (hour / 100, hour % 100, 0) : (hour / 10_000, hour / 100 % 100, hour % 100);
        }
        else if (hourDigits is not (1 or 2))
        {
            return null;
        }
        else
        {
            twelve = true; // "2 pm": only with am or pm is a lone number a time.
        }

        int mark = at;
        if (at < text.Length && text[at] == ' ')
        {
            mark++;
        }

        if (mark + 1 < text.Length && char.ToLowerInvariant(text[mark]) is 'a' or 'p' && (char.ToLowerInvariant(text[mark + 1]) == 'm' || text[mark + 1] == '.') && hour <= 12)
        {
            hour = (hour % 12) + (char.ToLowerInvariant(text[mark]) == 'p' ? 12 : 0);
            at = mark + (text[mark + 1] == '.' ? 4 : 2);
            at = Math.Min(at, text.Length);
            twelve = false;
        }

        if (twelve || hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        offset = ReadOffset(text, ref at);
        after = at;
        return new TimeOnly(hour, minute, second).Add(TimeSpan.FromTicks(ticks));
    }

    private static int? ReadOffset(ReadOnlySpan<char> text, ref int at)
    {
        int i = at;
        while (i < text.Length && (text[i] == ' ' || text[i] == '('))
        {
            i++;
        }

        if (i < text.Length && text[i] is '+' or '-' or '−' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
        {
            int sign = text[i] == '+' ? 1 : -1;
            i++;
            int hours = Number(text, ref i, out int digits), minutes = 0;
            if (digits == 4)
            {
                (hours, minutes) = (hours / 100, hours % 100);
            }
            else if (digits <= 2 && i < text.Length && text[i] == ':')
            {
                i++;
                minutes = Number(text, ref i, out _);
            }

            if (digits is 3 or > 4 || hours > 14 || minutes > 59)
            {
                return null;
            }

            at = i;
            return sign * ((hours * 60) + minutes);
        }

        int end = i;
        while (end < text.Length && end - i < 5 && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        if (end > i && ZoneOf.TryGetValue(text[i..end], out int zone) && (end == text.Length || !char.IsAsciiLetter(text[end])))
        {
            at = end;
            return zone;
        }

        return null;
    }

    private static int Fraction(ReadOnlySpan<char> text, ref int at)
    {
        int ticks = 0, scale = (int)TimeSpan.TicksPerSecond / 10;
        for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++, scale /= 10)
        {
            ticks += (text[at] - '0') * scale;
        }

        return ticks;
    }

    private static bool TryMonth(ReadOnlySpan<char> text, ref int at, out int month)
    {
        int end = at;
        while (end < text.Length && end - at < 16 && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
        {
            end++;
        }

        Span<char> lower = stackalloc char[16];
        int length = text[at..end].ToLowerInvariant(lower);
        month = 0;
        if (length < 2 || !MonthOf.TryGetValue(lower[..length], out month))
        {
            return false;
        }

        at = end;
        return true;
    }

    private static int Number(ReadOnlySpan<char> text, ref int at, out int digits)
    {
        int start = at, value = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            value = at - start < 9 ? (value * 10) + text[at] - '0' : value;
            at++;
        }

        digits = at - start;
        return value;
    }

    private static int Part(ReadOnlySpan<char> text, ref int at)
    {
        int value = Number(text, ref at, out int digits);
        return digits is 1 or 2 ? value : -1;
    }

    private static bool Year(ReadOnlySpan<char> text, ref int at, out int year)
    {
        int start = at;
        if (at < text.Length && text[at] is '\'' or '’')
        {
            at++;
        }

        year = Number(text, ref at, out int digits);
        year += digits == 2 ? (year < 70 ? 2000 : 1900) : 0;
        return digits == 4 || (digits == 2 && start > 0 && text[start - 1] is '.' or '/' or '-');
    }

    private static bool Separated(ReadOnlySpan<char> text, ref int at, ReadOnlySpan<char> marks)
    {
        int i = at;
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }

        if (i >= text.Length || !marks.Contains(text[i]))
        {
            return false;
        }

        for (i++; i < text.Length && text[i] == ' ';)
        {
            i++;
        }

        at = i;
        return true;
    }

    private static void SkipOrdinal(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 < text.Length && text.Slice(at, 2) is "st" or "nd" or "rd" or "th" or "er")
        {
            at += 2;
        }
    }

    private static void SkipFiller(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '.' or ',' or '/' or '-' or 'º' or '°')
            {
                at++;
            }
            else if (text[at..].StartsWith("de ", StringComparison.Ordinal) || text[at..].StartsWith("of ", StringComparison.Ordinal))
            {
                at += 3;
            }
            else if (text[at..].StartsWith("del ", StringComparison.Ordinal))
            {
                at += 4;
            }
            else
            {
                return;
            }
        }
    }

    private static int SkipOne(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> marks) => at < text.Length && marks.Contains(text[at]) ? at + 1 : at;

    private static bool IsEdge(ReadOnlySpan<char> text, int at) => at >= text.Length || !char.IsAsciiDigit(text[at]) || (at >= 8 && text.Slice(at - 8, 8).IndexOfAnyExceptInRange('0', '9') < 0);

    private static FrozenDictionary<string, int> ReadMonths()
    {
        Dictionary<string, int> months = new(StringComparer.Ordinal);
        foreach (string[] row in DataTable.Rows("months.txt", 2))
        {
            foreach (string name in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                months.TryAdd(name, int.Parse(row[0], CultureInfo.InvariantCulture));
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
