using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Language.Phrases;

namespace Parallax.Language.Times;

/// <content>Lengths of time, distances, sets, ranges.</content>
internal static partial class TimeActions
{
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
