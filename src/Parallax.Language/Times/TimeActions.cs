using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Language.Phrases;

namespace Parallax.Language.Times;

/// <summary>The actions that rules of times name in their <c>make:</c> line.</summary>
internal static partial class TimeActions
{
    /// <summary>All actions by name.</summary>
    public static Dictionary<string, PhraseAction> All { get; } = new(StringComparer.Ordinal)
    {
        ["int"] = Int,
        ["year-words"] = YearWords,
        ["year-short"] = YearShort,
        ["bare-year"] = BareYear,
        ["calendar"] = Calendar,
        ["numeric"] = Numeric,
        ["clock"] = Clock,
        ["shift"] = Shift,
        ["duration"] = Duration,
        ["duration-join"] = DurationJoin,
        ["duration-modify"] = Modify,
        ["set"] = Set,
        ["reference"] = Reference,
        ["range"] = Range,
        ["range-length"] = RangeOfLength,
        ["modify"] = Modify,
        ["same"] = Same,
        ["mark"] = static (in PhraseMatch match) => BlockedValue,
        ["block"] = static (in PhraseMatch match) => BlockedValue,
    };

    /// <summary>The value of a phrase that is no time and keeps others from reading its words.</summary>
    public static object BlockedValue { get; } = new();

    private static object? Int(in PhraseMatch match)
    {
        if (match.Number("n") is not { } n || n % 1 != 0 || n < (match.Number("low") ?? 1) || n > (match.Number("high") ?? 9999))
        {
            return null;
        }

        return match.Has("form") && match.Item<NumberValue>("n") is { Form: not NumberForm.Words } ? null : new NumberValue(n, NumberForm.Digits);
    }

    // "nineteen eighty six", "seventeen hundred (and) thirty three" is an ordinary number
    private static object? YearWords(in PhraseMatch match)
    {
        if (match.Item<NumberValue>("century") is { Form: NumberForm.Words, Value: >= 11 and <= 20 } century
            && match.Item<NumberValue>("rest") is { Form: NumberForm.Words } rest
            && (rest.Value is >= 10 and <= 99 || (match.Has("oh") && rest.Value is >= 1 and <= 9)))
        {
            return new NumberValue((century.Value * 100) + rest.Value, NumberForm.Digits);
        }

        return null;
    }

    // '45 is 1945, '18 is 2018: two digits up to 40 are read as of this century.
    private static object? YearShort(in PhraseMatch match) =>
        match.Int("n") is { } n && 0 <= n && n < 100 ? new NumberValue(n <= 40 ? 2000 + n : 1900 + n, NumberForm.Digits) : null;

    // A number of four digits alone is a year unless it counts or measures something ("1500 people", "2000 km") or belongs to a name ("AK-1974").
    private static object? BareYear(in PhraseMatch match)
    {
        Lexeme[] lexemes = match.Chart.Lexemes;
        int n = (int)lexemes[match.Capture("n").First].Number, next = match.End, previous = match.First - 1;
        bool led = match.Has("lead");
        if (!led && (n < 1400 || n > 2100))
        {
            return null;
        }

        PhraseChart chart = match.Chart;
        if (next < lexemes.Length && !lexemes[next].BreakBefore)
        {
            if (Is(chart, next, "COUNTED") || (!lexemes[next].SpaceBefore && (lexemes[next].Kind != LexemeKind.Mark || Is(chart, next, "GLUEMARK"))))
            {
                return null;
            }
        }

        bool afterPart = previous > 0 && Is(chart, previous, "DASH") && Is(chart, previous - 1, "EARLYLATE"); // "mid-2018"
        if (previous >= 0 && !afterPart && !lexemes[match.First].BreakBefore
            && (Is(chart, previous, "NOYEAR") || (!lexemes[match.First].SpaceBefore && (lexemes[previous].Kind != LexemeKind.Mark || Is(chart, previous, "GLUEMARK")))))
        {
            return null;
        }

        if (!(previous >= 0 && Is(chart, previous, "YEARLEAD")) && next < lexemes.Length && !lexemes[next].BreakBefore && (Is(chart, next, "CARMAKE") || IsHouseNumber(chart, next)))
        {
            return null;
        }

        // "about 1907," is a year, "about 2000 were lost" a count.
        if (previous >= 0 && Is(chart, previous, "APPROX") && next < lexemes.Length && !lexemes[next].BreakBefore && !Is(chart, next, "ENDS"))
        {
            return null;
        }

        return new TimeNode { Year = n };
    }

    // "1800 Quill Ave.": up to three words of a name and the word of a street.
    private static bool IsHouseNumber(PhraseChart chart, int next)
    {
        Lexeme[] lexemes = chart.Lexemes;
        for (int i = next; i < Math.Min(next + 4, lexemes.Length) && lexemes[i].Capital && !lexemes[i].BreakBefore; i++)
        {
            if (i > next && Is(chart, i, "STREETWORD"))
            {
                return true;
            }
        }

        return false;
    }

    private static object? Calendar(in PhraseMatch match)
    {
        TimeNode? node = match.Item<TimeNode>("time") ?? new TimeNode();
        if ((match.Item<TimeNode>("date") ?? match.Item<TimeNode>("year")) is { } date)
        {
            node = date.With(node);
        }

        if (node is null || (match.Int("day") ?? 1) is < 1 or > 31)
        {
            return null;
        }

        int? year = match.Int("year");
        if (match.Has("iso") && match.Int("month") == (year + 1) % 100)
        {
            return null; // "won 34 games in 2006-07": a season or a school year, named by both its years
        }

        int? decadeStart = match.Int("decade");
        if (decadeStart is >= 1000 && decadeStart % 10 != 0)
        {
            return null; // "2003's comedy"
        }

        if (decadeStart is >= 1000 and < 2000 && decadeStart % 100 == 0)
        {
            // "the 1600s" is a century
            return node with { Century = decadeStart / 100 };
        }

        node = node with
        {
            Century = match.Int("century") is { } century ? century - 1 : node.Century,
            Decade = decadeStart is { } decade ? DecadeOf(decade) : node.Decade,
            Year = year ?? node.Year,
            HalfYear = match.Int("half") ?? node.HalfYear,
            Quarter = match.Int("quarter") ?? node.Quarter,
            Season = match.Int("season") ?? node.Season,
            Month = match.Int("month") ?? node.Month,
            Week = match.Int("week") ?? node.Week,
            Day = match.Int("day") ?? node.Day,
            Weekday = match.Int("weekday") ?? node.Weekday,
            WeekdayCount = match.Int("count") ?? node.WeekdayCount,
            Weekend = node.Weekend || match.Has("weekend"),
            Fiscal = node.Fiscal || match.Has("fiscal"),
            BeforeChrist = node.BeforeChrist || match.Has("bc"),
            Holiday = match.Text("holiday") ?? node.Holiday,
            DayPart = match.Text("part") ?? node.DayPart,
            Modifier = match.Text("mod") ?? node.Modifier,
            Pick = match.Int("pick") is { } pick ? (TimePick)pick : node.Pick,
        };
        if (match.Has("unit") || match.Has("base"))
        {
            node = WithShift(in match, node);
        }

        if (node is { Month: { } month, Day: { } day } && day > DaysOf(month))
        {
            return null;
        }

        if (node.Week is > 53 or 0 || node is { Week: > 5, Month: not null } || node.Quarter is > 4 or < 1 || node.HalfYear is > 2 or < 1)
        {
            return null;
        }

        if (match.Has("set"))
        {
            return node with { Type = TimexType.SET };
        }

        return node.HasTime && !(node.DayPart is not null && node.Granularity == TimeUnit.Day) ? node with { Type = TimexType.TIME } : node;
    }

    private static int DecadeOf(int decade) => decade >= 1000 ? decade / 10 : decade >= 100 ? decade : 190 + (decade / 10);

    private static int DaysOf(int month) => month is 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31;

    private static TimeNode WithShift(in PhraseMatch match, TimeNode node) => node with
    {
        Base = match.Text("base") switch { "narrative" => ShiftBase.Narrative, "node" => ShiftBase.Node, "event" => ShiftBase.Event, "told" => ShiftBase.Told, "setting" => ShiftBase.Setting, _ => ShiftBase.Speech },
        ShiftUnit = (TimeUnit)(int)(match.Number("unit") ?? UnitOf(match.Text("unit"))),
        ShiftAmount = (match.Number("amount") ?? match.Number("pick") - 2 ?? 0) * (match.Number("sign") ?? 1),
        Pick = TimePick.None,
        From = match.Item<TimeNode>("from"),
    };

    private static double UnitOf(string? text) => Enum.TryParse(text, true, out TimeUnit unit) ? (double)unit : 0;

    // Numbers with slashes, dashes or dots: month or day first is a setting; a number above 12 decides.
    private static object? Numeric(in PhraseMatch match)
    {
        int a = match.Int("a") ?? 0, b = match.Int("b") ?? 0;
        int? year = match.Int("year");
        if (match.Has("date8"))
        {
            int whole = match.Int("date8") ?? 0;
            (year, a, b) = (whole / 10000, whole / 100 % 100, whole % 100);
            return year is >= 1800 and < 2200 && a is >= 1 and <= 12 && b is >= 1 && b <= DaysOf(a) ? new TimeNode { Year = year, Month = a, Day = b } : null;
        }

        if (match.Has("short") && year is { } two)
        {
            year = two <= 40 ? 2000 + two : 1900 + two;
        }

        if (match.Has("sure") && a <= 12 && b <= 12)
        {
            return null;
        }

        bool dayFirst = match.Has("dayfirst") ? a <= 31 : !match.Has("iso") && a > 12;
        (int month, int day) = dayFirst ? (b, a) : (a, b);
        return month is >= 1 and <= 12 && day >= 1 && day <= DaysOf(month)
            ? new TimeNode { Year = year, Month = month, Day = day, WeekdayCount = a <= 12 && b <= 12 && !match.Has("iso") && !match.Has("dayfirst") ? Ambiguous : null }
            : null;
    }

    /// <summary>Marks in <see cref="TimeNode.WeekdayCount"/> a date in numbers of which either number may be the month.</summary>
    public const int Ambiguous = 99;
}
