using System.Globalization;
using Parallax.Core;
using Parallax.Core.Reports;
using Parallax.Intake.Dates;

namespace Parallax.Intake.Articles;

/// <summary>A line between headline and text that says from where and when, and nothing else: "PORT ALDER, May 2 (Reuters)", "Reuters May 2, 2013, 05.51AM IST PORT ALDER:".</summary>
internal static class PlaceStamp
{
    private const int LongestPlace = 6, LongestCode = 5, LongestDate = 3, LongestClock = 2, MostWords = 14, Leap = 2000, Years = 28;

    /// <summary>The stamp, over the whole line, or null.</summary>
    public static HeadStamp? OfLine(string line)
    {
        string bare = WithoutBrackets(line).Trim(' ', '-', '–', '—', '·', '|');
        if (bare.Length == 0 || bare.Count(static c => c == ' ') >= MostWords)
        {
            return null;
        }

        PublishedDate? date = Stamp(bare, bare.Length < line.Length) ?? OfPlace(bare) ?? OfSource(bare);
        return date is null ? null : new HeadStamp(0, line.Length, date);
    }

    /// <summary>Month and day of which the year is not told, as <c>XXXX-02-26</c>.</summary>
    public static PublishedDate Yearless(DateOnly day, string why)
    {
        string value = "XXXX-" + day.ToString("MM-dd", CultureInfo.InvariantCulture);
        return new PublishedDate(value, null, null, null, DateBasis.Dateline, Explanation.Of("dateline", why + " The year is not stated."), []);
    }

    // "(April 10, 2007) - -", "Apr. 10 5:46 PM EST": the marks aside, a stamp and nothing else. A day of the month alone is one only above the headline.
    private static PublishedDate? Stamp(string bare, bool isMarked)
    {
        if (isMarked && HeadStamp.Find(bare) is { Start: 0 } stamp && stamp.End == bare.Length)
        {
            return stamp.Date;
        }

        string[] words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > LongestDate ? YearlessAt(words, bare) : null;
    }

    private static PublishedDate? YearlessAt(string[] words, string line)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (DayAt(words, i) is not { } day)
            {
                continue;
            }

            // Any year with that weekday will do to read the rest as a stamp.
            for (int year = Leap; year < Leap + Years; year++)
            {
                string whole = string.Join(' ', [.. words[..(i + 1)], words[i + 1].TrimEnd(',') + ",", year.ToString(CultureInfo.InvariantCulture), .. words[(i + 2)..]]);
                if (HeadStamp.Find(whole) is { Start: 0 } stamp && stamp.End == whole.Length)
                {
                    return Yearless(day, $"The words “{line}” stand at the head of the text.");
                }
            }
        }

        return null;
    }

    // "Port Alder/Ostra, May 2", "Port Alder, May 2, 2013/02:00 pm": every word of the place is a name.
    private static PublishedDate? OfPlace(string bare)
    {
        int slash = bare.LastIndexOf('/');
        string line = slash > 0 && slash + 1 < bare.Length && char.IsDigit(bare[slash + 1]) && char.IsDigit(bare[slash - 1]) && bare[slash..].Contains(':', StringComparison.Ordinal) ? bare[..slash] : bare;
        for (int at = line.Length - 1; at > 0; at--)
        {
            if (line[at] is not (',' or '-' or '–' or '—') || !IsPlace(line[..at]))
            {
                continue;
            }

            string when = line[(at + 1)..].Trim();
            if (DateScanner.TryFind(when, monthFirst: true, out WrittenDate date, out int start, out int end) && start == 0 && end == when.Length && !date.IsAmbiguous)
            {
                return Full(date.Day, bare);
            }

            if (when.Split(' ') is { Length: 2 } words && DayAt(words, 0) is { } day)
            {
                return Yearless(day, $"The words “{bare}” stand at the head of the text.");
            }
        }

        return null;
    }

    // "Reuters May 2, 2013, 05.51AM IST PORT ALDER:": the agency before the stamp, the place behind it.
    private static PublishedDate? OfSource(string bare)
    {
        int space = bare.IndexOf(' ');
        if (space < 0 || !(Agencies.Find(bare[..space]) is not null || IsCode(bare[..space])))
        {
            return null;
        }

        string rest = bare[(space + 1)..];
        if (HeadStamp.Find(rest) is { Start: 0 } stamp && (stamp.End == rest.Length || (rest.EndsWith(':') && rest[stamp.End..^1].Trim() is { Length: > 1 } place && IsPlace(place) && !place.Any(char.IsLower))))
        {
            return stamp.Date;
        }

        // A place in capitals has no clock before it that a stamp would end in.
        for (int at = rest.Length - 2; rest.EndsWith(':') && at > 0; at--)
        {
            if (rest[at] == ' ' && IsPlace(rest[(at + 1)..^1]) && !rest.AsSpan(at + 1).ContainsAnyInRange('a', 'z') && HeadStamp.Find(rest[..at]) is { Start: 0 } part && part.End == at)
            {
                return part.Date;
            }
        }

        return null;
    }

    private static PublishedDate Full(DateOnly day, string words)
    {
        string value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new PublishedDate(value, value, value, day.DayOfWeek.ToString(), DateBasis.Dateline, Explanation.Of("dateline", $"The words “{words}” stand at the head of the text."), []);
    }

    // Month and day, of which the next word is no year.
    private static DateOnly? DayAt(string[] words, int i) =>
        (char.IsLetter(words[i][0]) || char.IsLetter(words[i + 1][0])) && (i + 2 >= words.Length || words[i + 2].Trim(',', '.') is not [_, _, _, _] next || !next.All(char.IsAsciiDigit))
        && DateScanner.TryRead(string.Concat(words[i], " ", words[i + 1].TrimEnd(',', '.'), " 2000"), monthFirst: true, out WrittenDate date) && date.Time is null ? date.Day : null;

    private static bool IsPlace(string words) => words.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= LongestPlace } names
        && Array.TrueForAll(names, static name => char.IsUpper(name[0]) && !name.Any(char.IsDigit)) && !Array.Exists(names, static name => StampWords.Of(name, "", "") != StampWord.None);

    private static bool IsCode(string word) => word.Length is > 1 and <= LongestCode && word.All(char.IsUpper) && StampWords.Of(word, "", "") == StampWord.None
        && !DateScanner.TryRead(word + " 1 2000", monthFirst: true, out _);

    // "(Reuters)" at the end, brackets round the whole.
    private static string WithoutBrackets(string line)
    {
        string words = line.TrimEnd(' ', '-', '–', '—');
        if (words.StartsWith('(') && words.EndsWith(')'))
        {
            return words[1..^1];
        }

        int open = words.LastIndexOf('(');
        return open > 0 && words.EndsWith(')') && words[(open + 1)..^1] is var inside && inside.Length > 1 && char.IsUpper(inside[0]) && !inside.Any(char.IsDigit) && inside.Count(static c => c == ' ') <= LongestClock ? words[..open] : line;
    }
}
