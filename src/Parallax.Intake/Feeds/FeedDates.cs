using System.Globalization;

namespace Parallax.Intake.Feeds;

/// <summary>Dates as feeds, mails and archives write them: RFC 822 and its variants, ISO 8601 and its profiles, the form of <c>asctime</c>.</summary>
internal static class FeedDates
{
    private const int Longest = 64, FirstYear = 1900, LastYear = 2200;
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Take(12).Select(static name => name.ToLowerInvariant())];

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0, ["BST"] = 60, ["CET"] = 60, ["CEST"] = 120, ["EET"] = 120, ["EEST"] = 180, ["MSK"] = 180,
        ["EST"] = -300, ["EDT"] = -240, ["ET"] = -300, ["CST"] = -360, ["CDT"] = -300, ["CT"] = -360, ["MST"] = -420, ["MDT"] = -360, ["MT"] = -420, ["PST"] = -480, ["PDT"] = -420, ["PT"] = -480,
        ["AST"] = -240, ["ADT"] = -180, ["JST"] = 540, ["IST"] = 330, ["HST"] = -600, ["AKST"] = -540, ["AKDT"] = -480,
    };

    /// <summary>What a date means, or null where it cannot be understood or is not in the calendar. A date without zone is taken as UTC.</summary>
    public static DateTimeOffset? Parse(string words)
    {
        string trimmed = words.Trim();
        return trimmed.Length is 0 or > Longest ? null : ParseIso(trimmed) ?? ParseWords(trimmed);
    }

    // 2003-12-31T10:14:55Z, 2003-12-31 10:14, 20031231T101455, 2003-12, 2003, 2003-12-31T10:14:55.22+08:00
    private static DateTimeOffset? ParseIso(string text)
    {
        int at = 0;
        if (!Number(text, ref at, 4, out int year))
        {
            return null;
        }

        int month = 1, day = 1, hour = 0, minute = 0, second = 0;
        if (at < text.Length)
        {
            bool dashed = text[at] == '-';
            at += dashed ? 1 : 0;
            if (!Number(text, ref at, 2, out month))
            {
                return null;
            }

            if (at < text.Length && text[at] != 'T')
            {
                at += text[at] == '-' ? 1 : 0;
                if (!Number(text, ref at, 2, out day))
                {
                    return null;
                }
            }
        }

        int offset = 0;
        if (at < text.Length && text[at] is 'T' or 't' or ' ')
        {
            at++;
            if (!Number(text, ref at, 2, out hour))
            {
                return null;
            }

            Skip(text, ref at, ':');
            if (Number(text, ref at, 2, out minute))
            {
                Skip(text, ref at, ':');
                if (Number(text, ref at, 2, out second) && at < text.Length && text[at] is '.' or ',')
                {
                    for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++)
                    {
                    }
                }
            }

            if (Zone(text[at..].Trim()) is not { } zone)
            {
                return null;
            }

            offset = zone;
        }
        else if (at < text.Length && Zone(text[at..].Trim()) is { } zone)
        {
            offset = zone;
        }
        else if (at < text.Length)
        {
            return null;
        }

        return Make(year, month, day, hour, minute, second, offset);
    }

    // "Thu, 01 Jan 2004 19:48:21 GMT", "01 Jan 04 19:48 -0800", "Thu Jan  1 19:48:21 2004", "January 1, 2004"
    private static DateTimeOffset? ParseWords(string text)
    {
        int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offset = 0;
        bool timeSeen = false;
        foreach (string token in text.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = token.Split('-');
            if (token.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(token[0]) && !timeSeen)
            {
                timeSeen = true;
                int zone = token.AsSpan().IndexOfAny('+', '-');
                string[] clock = (zone < 0 ? token : token[..zone]).TrimEnd('Z').Split(':', '.');
                if (!Digits(clock[0], out hour) || !Digits(clock.ElementAtOrDefault(1) ?? "", out minute))
                {
                    return null;
                }

                _ = Digits(clock.ElementAtOrDefault(2) ?? "", out second);
                offset = zone < 0 ? 0 : Zone(token[zone..]) ?? 0;
            }
            else if (month == 0 && Array.FindIndex(Months, name => token.StartsWith(name, StringComparison.OrdinalIgnoreCase) && char.IsAsciiLetter(token[0])) is var found and >= 0)
            {
                month = found + 1;
            }
            else if (parts.Length == 3 && char.IsAsciiDigit(token[0]) && Digits(parts[0], out day))
            {
                month = Array.FindIndex(Months, name => parts[1].StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
                _ = Digits(parts[2], out year);
            }
            else if (Digits(token, out int number))
            {
                (day, year) = day == 0 && token.Length <= 2 ? (number, year) : (day, year == 0 ? number + (token.Length > 2 ? 0 : number < 69 ? 2000 : 1900) : year);
            }
            else if (timeSeen && Zone(token) is { } zone)
            {
                offset = zone;
            }
        }

        return month == 0 || day == 0 || year == 0 ? null : Make(year is > 0 and < 100 ? year + (year < 69 ? 2000 : 1900) : year, month, day, hour, minute, second, offset);
    }

    private static int? Zone(string zone)
    {
        if (zone.Length == 0)
        {
            return 0;
        }

        if (Zones.TryGetValue(zone, out int minutes))
        {
            return minutes;
        }

        if (zone.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || zone.StartsWith("UTC", StringComparison.OrdinalIgnoreCase))
        {
            zone = zone[3..];
        }

        if (zone.Length < 2 || zone[0] is not ('+' or '-'))
        {
            return null;
        }

        string digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        digits = digits.Length is 1 or 3 ? "0" + digits : digits;
        bool isOffset = Digits(digits, out int value) && digits.Length is 2 or 4;
        int total = digits.Length == 2 ? value * 60 : (value / 100 * 60) + (value % 100);
        return isOffset && total <= 14 * 60 ? zone[0] == '-' ? -total : total : null;
    }

    private static DateTimeOffset? Make(int year, int month, int day, int hour, int minute, int second, int offset)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || minute > 59 || second > 60 || hour > 24 || (hour == 24 && minute + second > 0))
        {
            return null;
        }

        DateTimeOffset midnight = new(year, month, day, 0, 0, 0, TimeSpan.FromMinutes(offset));
        return midnight.AddHours(hour).AddMinutes(minute).AddSeconds(second);
    }

    private static bool Number(string text, ref int at, int length, out int value)
    {
        value = 0;
        if (at + length > text.Length || !Digits(text.AsSpan(at, length), out value))
        {
            return false;
        }

        at += length;
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static void Skip(string text, ref int at, char mark) => at += at < text.Length && text[at] == mark ? 1 : 0;
}
