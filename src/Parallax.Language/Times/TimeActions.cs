using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Language.Phrases;

namespace Parallax.Language.Times;

/// <summary>The actions that rules of times name in their <c>make:</c> line.</summary>
internal static class TimeActions
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

        // "about 1907," is a year, "about 2000 were lost" a count.
        if (previous >= 0 && Is(chart, previous, "APPROX") && next < lexemes.Length && !lexemes[next].BreakBefore && !Is(chart, next, "ENDS"))
        {
            return null;
        }

        return new TimeNode { Year = n };
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

    private static object? Clock(in PhraseMatch match)
    {
        TimeNode? time = match.Item<TimeNode>("time");
        int hour = match.Int("hour") ?? time?.Hour ?? -1;
        int? minute = match.Int("minute") ?? time?.Minute, second = match.Int("second") ?? time?.Second;
        if (match.Int("clock4") is { } four)
        {
            (hour, minute) = (four / 100, four % 100);
        }

        if (match.Has("past") || match.Has("to"))
        {
            int minutes = (int)(match.Number("past") ?? match.Number("to") ?? 0);
            (hour, minute) = match.Has("to") ? ((hour + 23) % 24, 60 - minutes) : (hour, minutes);
        }

        bool known = match.Has("known") || hour > 12 || hour == 0 || (time?.HalfDayKnown ?? false);
        string? half = match.Text("half");
        if (half is not null)
        {
            if (hour is > 12 and < 24 && half == "pm")
            {
                half = null;
            }

            if (half is not null && (hour > 12 || hour < 0))
            {
                return null;
            }

            half = half switch { "MO" or "DA" => "am", "AF" or "EV" or "MI" => "pm", "NI" => "night", _ => half };
            hour = half switch { "am" => hour % 12, "pm" => (hour % 12) + 12, "night" => hour is >= 6 and < 12 ? hour + 12 : hour % 12, _ => hour };
            known = true;
        }

        return hour is < 0 or > 24 || minute is > 59 or < 0
            ? null
            : new TimeNode { Type = TimexType.TIME, Hour = hour == 24 ? 0 : hour, Minute = minute, Second = second, HalfDayKnown = known, Modifier = match.Text("mod") ?? time?.Modifier };
    }

    // "three days ago": duration and direction; "two weeks after X" has from.
    private static object? Shift(in PhraseMatch match)
    {
        TimeNode? duration = match.Item<TimeNode>("duration");
        if (match.Has("same") && match.Number("unit") is { } period)
        {
            // "the same month a year ago": twelve months before the month that was told.
            TimeUnit kind = (TimeUnit)(int)period;
            double steps = kind switch { TimeUnit.Month => 12, TimeUnit.Quarter => 4, TimeUnit.Week => 52, _ => 1 };
            TimeUnit step = kind is TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Week ? kind : TimeUnit.Year;
            return new TimeNode { Type = TimexType.DATE, Base = ShiftBase.Told, ShiftUnit = step, ShiftAmount = -steps, Backward = true };
        }

        if (duration is null)
        {
            return WithShift(in match, new TimeNode()) with { Modifier = match.Text("mod") };
        }

        double sign = match.Number("sign") ?? 1;
        ImmutableArray<DurationPart> parts = duration.Duration;
        ShiftBase from = match.Text("base") switch { "narrative" => ShiftBase.Narrative, "node" => ShiftBase.Node, "event" => ShiftBase.Event, "told" => ShiftBase.Told, "setting" => ShiftBase.Setting, _ => ShiftBase.Speech };
        TimeNode? origin = match.Item<TimeNode>("from");
        bool vague = from == ShiftBase.Event && parts.Length > 0 && parts[^1].Amount is null; // "days after the vote" says no more than "after"
        return parts.Length == 0 || vague || (from == ShiftBase.Node && origin is null)
            ? null
            : new TimeNode
            {
                Type = parts[0].Unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour ? TimexType.TIME : TimexType.DATE,
                Base = from,
                From = origin,
                ShiftUnit = parts[^1].Unit,
                ShiftAmount = parts[^1].Amount * sign,
                ShiftMore = [.. parts[..^1].Select(part => part with { Amount = part.Amount * sign })],
                Modifier = match.Text("mod") ?? duration.Modifier,
                Duration = parts,
                Backward = sign < 0,
                OnlyInFuture = match.Has("in-future"),
            };
    }

    private static object? Duration(in PhraseMatch match)
    {
        TimeUnit unit = (TimeUnit)(int)(match.Number("unit") ?? 0);
        NumberValue? number = match.Item<NumberValue>("n");
        double? amount = match.Has("vague") ? null : number?.Value ?? match.Number("amount") ?? match.Number("n") ?? 1;
        if (match.Has("plus"))
        {
            amount += match.Item<NumberValue>("plus")?.Value ?? match.Number("plus");
        }

        // "1990 years" may be one; "in 1939 days" is not written. A bare year before a unit is a count only below 1000.
        if (unit == TimeUnit.None || amount < 0 || IsGlued(match.Chart.Lexemes, match.First) || (match.Has("n") && number is null && IsRate(in match)))
        {
            return null;
        }

        if (number is { Form: NumberForm.PlainDigits, Value: >= 1900 and < 2100 } && match.Chart.Lexemes[match.First].Kind == LexemeKind.Digits && IsSingular(in match))
        {
            return null; // "the cup of 2018 day five"
        }

        string? mod = match.Text("mod");
        return new TimeNode { Type = TimexType.DURATION, Duration = [new DurationPart(amount, unit)], Modifier = mod, Stretch = match.Int("stretch") ?? 0 };
    }

    private static bool IsSingular(in PhraseMatch match) =>
        match.Chart.Lexemes[match.End - 1].SpaceBefore && NumberReader.Is(match.Chart, match.End - 1, match.Chart.Grammar.Symbol("UNIT1"), out _);

    // "QR-12s", "e75m": digits glued to a word before them are part of a designation.
    private static bool IsGlued(Lexeme[] lexemes, int first)
    {
        if (first == 0 || lexemes[first].Kind != LexemeKind.Digits || lexemes[first].SpaceBefore || lexemes[first].BreakBefore)
        {
            return false;
        }

        return lexemes[first - 1].Kind == LexemeKind.Word || (first > 1 && !lexemes[first - 1].SpaceBefore && lexemes[first - 1].Kind == LexemeKind.Mark && lexemes[first - 2].Kind == LexemeKind.Word);
    }

    // "$28 an hour", "350 million a year", "40 tons a week": after a quantity, an article and a unit tell a rate.
    private static bool IsRate(in PhraseMatch match)
    {
        int before = match.First - 1;
        Lexeme[] lexemes = match.Chart.Lexemes;
        if (before < 0 || lexemes[match.First].BreakBefore || (match.End < lexemes.Length && NumberReader.Is(match.Chart, match.End, match.Chart.Grammar.Symbol("DISTANCE"), out _)))
        {
            return false; // "1,200 a year ago"
        }

        if (lexemes[before].Kind == LexemeKind.Digits)
        {
            return lexemes[before].Length != 4 || lexemes[before].Number is < 1000 or >= 2200; // "in 2021 a year passed"
        }

        return NumberReader.Is(match.Chart, before, match.Chart.Grammar.Symbol("RATED"), out _);
    }

    private static object? DurationJoin(in PhraseMatch match)
    {
        TimeNode? a = match.Item<TimeNode>("a"), b = match.Item<TimeNode>("b");
        if (a is null || b is null || a.Duration.Length == 0 || b.Duration.Length == 0 || b.Duration[0].Unit >= a.Duration[^1].Unit || a.Duration[^1].Amount is null)
        {
            return null;
        }

        return a with { Duration = [.. a.Duration, .. b.Duration] };
    }

    private static object? Modify(in PhraseMatch match)
    {
        TimeNode? node = match.Item<TimeNode>("time");
        return node is null || (node.Modifier is not null && match.Has("strict")) ? null : node with { Modifier = match.Text("mod") ?? node.Modifier, Stretch = match.Int("stretch") ?? node.Stretch };
    }

    private static object? Set(in PhraseMatch match)
    {
        TimeNode? time = match.Item<TimeNode>("time"), every = match.Item<TimeNode>("every");
        if (match.Has("rate") && !IsRate(in match))
        {
            return null;
        }

        if (match.Has("unit"))
        {
            return new TimeNode
            {
                Type = TimexType.SET,
                Duration = [new DurationPart(match.Item<NumberValue>("n")?.Value ?? match.Number("n") ?? 1, (TimeUnit)(int)(match.Number("unit") ?? 0))],
                Hour = time?.Hour, Minute = time?.Minute, DayPart = time?.DayPart,
            };
        }

        TimeNode? node = every ?? time;
        if (node is null)
        {
            return null;
        }

        if (every is not null && time is not null)
        {
            node = every.With(time);
        }

        return (node ?? every)! with { Type = TimexType.SET, Pick = TimePick.None }; // one of the two is there
    }

    private static object? Reference(in PhraseMatch match) => new TimeNode { Reference = match.Text("ref") ?? match.Text("value"), Modifier = match.Text("mod") };

    private static object? Range(in PhraseMatch match)
    {
        TimeNode? from = match.Item<TimeNode>("from"), to = match.Item<TimeNode>("to") ?? (match.Has("end") ? match.Item<TimeNode>("from") : null);
        if (from is null || to is null || from.IsRange || to.IsRange || from.Type == TimexType.SET || to.Type == TimexType.SET)
        {
            return null;
        }

        if (from.Type == TimexType.DURATION || to.Type == TimexType.DURATION)
        {
            return null;
        }

        // What only one of the two states holds for both: "from 3 to 5 pm", "May to October 2020", "3 to 12 September".
        if (!Shares(from, to))
        {
            return null;
        }

        if (from.Granularity == TimeUnit.Day && to is { HasDate: false, HasTime: true })
        {
            return null;
        }

        TimeNode start = from, end = to;
        if (match.Int("end") is { } shortYear)
        {
            end = new TimeNode { Year = (from.Year / 100 * 100) + shortYear };
            if (end.Year - from.Year is not (> 0 and <= 16))
            {
                return null;
            }
        }

        if (match.Has("month"))
        {
            start = start with { Month = match.Int("month") };
            end = end with { Month = end.Day < start.Day ? (match.Int("month") % 12) + 1 : match.Int("month"), Year = match.Int("year") ?? end.Year };
        }

        if (end.Year is not null && start.Year is null && start.Base == ShiftBase.None && start.HasDate && start.Decade is null)
        {
            start = start with { Year = end.Year - (start.Month > end.Month && start.Day is null == end.Day is null ? 1 : 0), BeforeChrist = end.BeforeChrist };
        }

        if (start.Year is not null && end.Year is null && end.Base == ShiftBase.None && end.Decade is null && !match.Has("far") && end.Month is not null && start.Month is not null)
        {
            end = end with { Year = start.Year + (start.Month > end.Month ? 1 : 0) };
        }

        if (end.HalfDayKnown && !start.HalfDayKnown && start.Hour is { } h && end.Hour is { } e)
        {
            bool afternoon = e >= 12 && h < 12 && h + 12 <= e && h != 0;
            start = start with { Hour = afternoon ? h + 12 : h, HalfDayKnown = true };
        }
        else if (start.HalfDayKnown && !end.HalfDayKnown && end.Hour is { } h2 && start.Hour is { } s2 && h2 < s2 && h2 < 12 && h2 + 12 > s2)
        {
            end = end with { Hour = h2 + 12, HalfDayKnown = true };
        }

        if (match.Item<TimeNode>("date") is { } date)
        {
            start = date.With(start)!; // With of two nodes never gives null
            end = date.With(end)!;
        }

        if (start is { Year: { } y1 } && end is { Year: { } y2 } && start.BeforeChrist == end.BeforeChrist && (start.BeforeChrist ? y1 < y2 : y1 > y2))
        {
            return null;
        }

        Captured a = match.Capture("from"), b = match.Capture(match.Has("end") ? "end" : "to");
        return start with { Until = end, Parts = (a.First, a.End, b.First, b.End), Type = start.HasTime ? TimexType.TIME : TimexType.DATE };
    }

    private static bool Shares(TimeNode from, TimeNode to) =>
        from.Reference == "PRESENT_REF" || to.Reference is not null || (from.HasTime == to.HasTime && Math.Abs((int)from.Granularity - (int)to.Granularity) <= 8) || (from.HasDate && to.HasDate);

    // "from 9 for two hours", "for 3 days from today"
    private static object? RangeOfLength(in PhraseMatch match)
    {
        TimeNode? origin = match.Item<TimeNode>("from"), duration = match.Item<TimeNode>("duration");
        return origin is null || duration is null || duration.Duration.Length != 1
            ? null
            : origin with
            {
                Until = new TimeNode { Type = origin.Type, Base = ShiftBase.Node, From = origin, ShiftUnit = duration.Duration[0].Unit, ShiftAmount = duration.Duration[0].Amount },
                Parts = (match.Capture("from").First, match.Capture("from").End, match.Capture("duration").First, match.Capture("duration").End),
            };
    }

    private static object? Same(in PhraseMatch match) => match.Item<TimeNode>("time");

    private static bool Is(PhraseChart chart, int at, string name) => NumberReader.Is(chart, at, chart.Grammar.Symbol(name), out _);
}
