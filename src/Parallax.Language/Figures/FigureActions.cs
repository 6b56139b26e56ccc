using Parallax.Language.Phrases;

namespace Parallax.Language.Figures;

/// <summary>The actions that rules of figures name in their <c>make:</c> line.</summary>
internal static class FigureActions
{
    // Bounds of vague words and approximations, published in docs/spec/figures.md.
    private const double AboutShare = 0.1, NearlyShare = 0.1;

    // Lexemes looked at for an open quotation and for words of weight; pounds that a person may lose.
    private const int LongestLook = 200, Nearby = 8;
    private const double MostOfABody = 400, InchesOfFoot = 12, Inch = 0.0254, Million = 1e6;

    private const string Pound = "GBP";

    /// <summary>All actions by name.</summary>
    public static Dictionary<string, PhraseAction> All { get; } = new(StringComparer.Ordinal)
    {
        ["number"] = Number,
        ["ratio"] = Ratio,
        ["ordinal"] = Ordinal,
        ["percent"] = static (in PhraseMatch match) => Scale(in match, FigureKind.Percent, match.Text("unit") ?? "percent", match.Number("factor") ?? 1),
        ["money"] = Money,
        ["cents"] = Cents,
        ["measure"] = Measure,
        ["measure-join"] = MeasureJoin,
        ["height"] = Height,
        ["temperature"] = Temperature,
        ["bound"] = Bound,
        ["range"] = Range,
        ["both"] = Both,
        ["vague"] = Vague,
        ["multiple"] = Multiple,
        ["same"] = static (in PhraseMatch match) => match.Item<FigureNode>("f"),
        ["mark"] = static (in PhraseMatch match) => FigureReader.Blocked,
    };

    private static object? Number(in PhraseMatch match)
    {
        Lexeme[] lexemes = match.Chart.Lexemes;
        if (match.Has("sign") && match.First > 0 && !lexemes[match.First].SpaceBefore && lexemes[match.First - 1].Kind != LexemeKind.Mark)
        {
            return null; // the dash of "Vostok-3", not a sign
        }

        if (match.Item<NumberValue>("same") is { } same && same.Value != match.Item<NumberValue>("n")?.Value)
        {
            return null; // "45 (forty five)" tells one number twice
        }

        double? value = match.Item<NumberValue>("n")?.Value ?? match.Item<FigureNode>("f")?.Value ?? match.Number("n");
        if (match.Item<NumberValue>("power") is { } power && value is not null)
        {
            value = match.Has("tens") ? value * Math.Pow(10, power.Value * (match.Number("powersign") ?? 1)) : Math.Pow(value.Value, power.Value * (match.Number("powersign") ?? 1));
        }

        if (match.Item<NumberValue>("over") is { } over)
        {
            value /= over.Value;
        }

        if (match.Number("scale") is { } scale)
        {
            value *= scale;
        }

        return value is { } number && double.IsFinite(number) ? FigureNode.Exact(FigureKind.Number, number * (match.Number("sign") ?? 1), "") with { NumberFirst = match.First } : null;
    }

    // "one in five", "two out of three"
    private static object? Ratio(in PhraseMatch match) =>
        match.Item<NumberValue>("n") is { } part && match.Item<NumberValue>("of") is { } whole && part.IsWhole && whole.IsWhole && part.Value < whole.Value && whole.Value <= 1e6
            ? FigureNode.Exact(FigureKind.Ratio, part.Value / whole.Value, "")
            : null;

    private static object? Ordinal(in PhraseMatch match) => match.Item<NumberValue>("n") is { } number ? FigureNode.Exact(FigureKind.Ordinal, number.Value, "ordinal") : null;

    private static FigureNode? Scale(in PhraseMatch match, FigureKind kind, string unit, double factor, string unitText = "")
    {
        FigureNode? node = match.Item<FigureNode>("f");
        if (node is null)
        {
            return match.Number("n") is { } constant ? FigureNode.Exact(kind, constant, unit, factor, unitText) : null;
        }

        if (node.Kind is not (FigureKind.Number or FigureKind.Ratio))
        {
            return null;
        }

        return node with
        {
            Kind = kind, Unit = unit, Factor = factor, UnitText = unitText, Value = Times(node.Value, factor), Low = Times(node.Low, factor), High = Times(node.High, factor),
        };
    }

    private static double? Times(double? value, double factor) => value is { } known ? FigureNode.Exact(FigureKind.Number, known, "", factor).Value : null;

    private static object? Money(in PhraseMatch match)
    {
        string? unit = match.Text("adj") ?? match.Text("cur");
        if (unit is null || (unit == Pound && match.Has("f") && match.Text("adj") is null && match.Chart.Lexemes[match.End - 1].Kind == LexemeKind.Word && IsWeighed(in match)))
        {
            return null;
        }

        FigureNode? node = Scale(in match, FigureKind.Money, unit, match.Number("scale") ?? 1, match.Text("cur") ?? unit);
        node = node is null || node.Value < (match.Number("least") ?? double.MinValue) ? null : node with { Factor = 1 };
        if (node is not null && match.Item<FigureNode>("rest") is { Kind: FigureKind.Number } rest)
        {
            return rest.Value is > 0 and < 100 and var small && small % 1 == 0 && node.Value is { } whole && whole % 1 == 0 ? FigureNode.Exact(FigureKind.Money, whole + (small / 100), unit, 1, node.UnitText) : null;
        }

        return node;
    }

    private static object? Cents(in PhraseMatch match)
    {
        Captured cent = match.Capture("cent");
        return cent.Value.Text is { } unit ? Scale(in match, FigureKind.Money, unit, cent.Value.Number, "cent") : null;
    }

    private static object? Measure(in PhraseMatch match)
    {
        Captured unit = match.Capture("unit");
        string canonical = unit.Value.Text ?? match.Text("canonical") ?? "";
        double factor = match.Has("factor") ? match.Number("factor") ?? 1 : unit.Value.Number;
        if (IsDesignation(match.Chart, match.First, match.End) || (match.Has("quote") && (match.Chart.Lexemes[match.First].Kind != LexemeKind.Digits || match.Chart.Lexemes[match.End - 1].SpaceBefore || !IsQuoteClosed(match.Chart, match.First))) || (match.Has("near") && !IsWeighed(in match))
            || (match.Has("two") && match.Number("two") != 2) || (match.Has("part") && !match.Has("n") && match.Item<FigureNode>("f")?.Value is not (> 0 and < 1)))
        {
            return null;
        }

        if (match.Has("square"))
        {
            (canonical, factor) = (canonical switch { "km" => "km²", "m" => "m²", _ => canonical + "²" }, factor * factor);
        }
        else if (match.Has("cubic"))
        {
            (canonical, factor) = (canonical + "³", factor * factor * factor);
        }
        else if (match.Has("per"))
        {
            double seconds = match.Number("per") ?? 1;
            (canonical, factor) = canonical switch
            {
                "km" => ("km/h", factor * 3600 / seconds), "m" => ("km/h", factor * 3.6 / seconds), _ => (canonical + "/" + match.Text("per"), factor),
            };
        }

        FigureNode? measure = canonical.Length == 0 ? null : Scale(in match, FigureKind.Measure, canonical, factor, canonical);
        double more = match.Has("more") ? (match.Item<NumberValue>("plus")?.Value ?? 0) * factor : 0; // "a mile and a half"
        return more == 0 || measure is null ? measure : measure with { Value = measure.Value + more, Low = measure.Low + more, High = measure.High + more };
    }

    // "scp-173m", "24703 L-202", "5 m2": letters or digits glued to a number with its unit make a name.
    private static bool IsDesignation(PhraseChart chart, int first, int end)
    {
        Lexeme[] lexemes = chart.Lexemes;
        int hyphen = chart.Grammar.Symbol("HYPHEN");
        bool before = first > 1 && !lexemes[first].SpaceBefore && !lexemes[first - 1].SpaceBefore && NumberReader.Is(chart, first - 1, hyphen, out _) && lexemes[first - 2].Kind == LexemeKind.Word && !NumberReader.Is(chart, first - 2, chart.Grammar.Symbol("BY"), out _); // "8-by-12 feet"
        bool digits = end < lexemes.Length && !lexemes[end].SpaceBefore && lexemes[end].Kind == LexemeKind.Digits;
        bool dashed = end + 1 < lexemes.Length && !lexemes[end].SpaceBefore && NumberReader.Is(chart, end, hyphen, out _) && !lexemes[end + 1].SpaceBefore && lexemes[end + 1].Kind == LexemeKind.Digits
            && !(end + 2 < lexemes.Length && lexemes[end + 2].Kind == LexemeKind.Word); // "3km-5km" is a range
        return before || digits || dashed;
    }

    // 5" is inches only where no quotation is open before it in its paragraph.
    private static bool IsQuoteClosed(PhraseChart chart, int first)
    {
        int quote = chart.Grammar.Symbol("QUOTEMARK");
        for (int i = first; i >= 0 && first - i < LongestLook; i--)
        {
            if (i < first && NumberReader.Is(chart, i, quote, out _))
            {
                return false;
            }

            if (i == 0 || chart.Lexemes[i].BreakBefore)
            {
                return true;
            }
        }

        return false;
    }

    // Pounds are of weight after a verb of losing or gaining a few of them, or beside a word of weight; else they are money.
    private static bool IsWeighed(in PhraseMatch match)
    {
        PhraseChart chart = match.Chart;
        int weighing = chart.Grammar.Symbol("WEIGHING"), shedding = chart.Grammar.Symbol("SHEDDING");
        if (match.First > 0 && match.Item<FigureNode>("f")?.Value is < MostOfABody && !chart.Lexemes[match.First].BreakBefore && NumberReader.Is(chart, match.First - 1, shedding, out _))
        {
            return true;
        }

        for (int i = match.First - 1; i >= 0 && match.First - i <= Nearby && !chart.Lexemes[i + 1].BreakBefore; i--)
        {
            if (NumberReader.Is(chart, i, weighing, out _))
            {
                return true;
            }
        }

        for (int i = match.End; i < chart.Lexemes.Length && i - match.End < Nearby && !chart.Lexemes[i].BreakBefore; i++)
        {
            if (NumberReader.Is(chart, i, weighing, out _))
            {
                return true;
            }
        }

        return false;
    }

    // "5-foot-8": feet and inches in one, of which there are twelve to a foot
    private static object? Height(in PhraseMatch match) =>
        match.Item<FigureNode>("f") is { Value: { } feet, Modifier: null } && (match.Item<NumberValue>("n")?.Value ?? match.Number("n")) is { } inches and >= 0 and < InchesOfFoot
            ? FigureNode.Exact(FigureKind.Measure, ((feet * InchesOfFoot) + inches) * Inch, "m") with { UnitText = "m" }
            : null;

    // "5 ft 2 in", "12 m 2 dm"
    private static object? MeasureJoin(in PhraseMatch match) =>
        match.Item<FigureNode>("a") is { Kind: FigureKind.Measure, Value: { } a, Modifier: null } first && match.Item<FigureNode>("b") is { Kind: FigureKind.Measure, Value: { } b, Modifier: null } second
        && (first.Unit == second.Unit || (first.Unit == "km" && second.Unit == "m")) && first.Factor * (first.Unit == second.Unit ? 1 : 1000) > second.Factor
            ? FigureNode.Exact(FigureKind.Measure, a + (first.Unit == second.Unit ? b : b / 1000), first.Unit) with { Factor = first.Factor, UnitText = first.UnitText }
            : null;

    private static object? Temperature(in PhraseMatch match)
    {
        double kind = match.Capture("unit").Value.Number;
        FigureNode? node = Scale(in match, FigureKind.Measure, kind == 0 ? "degree" : "°C", 1, kind == 0 ? "degree" : kind == 1 ? "C" : "F");
        if (match.Has("below") && node is not null)
        {
            node = node with { Value = -node.Value, Low = -node.High, High = -node.Low };
        }

        return node is null || kind != 2 ? node : node with { Value = Celsius(node.Value), Low = Celsius(node.Low), High = Celsius(node.High), Factor = 5.0 / 9 };
    }

    private static double? Celsius(double? fahrenheit) => fahrenheit is { } f ? Math.Round((f - 32) * 5 / 9, 6) : null;

    private static object? Bound(in PhraseMatch match)
    {
        FigureNode? node = match.Item<FigureNode>("f");
        if (node is null || (node.Modifier is not null && !match.Has("again")) || node.Kind is FigureKind.Ordinal && match.Text("kind") is "about")
        {
            return null;
        }

        double? value = node.Value, top = node.High, bottom = node.Low;
        return match.Text("kind") switch
        {
            "about" when node is { Value: null, Vague: false, Low: not null, High: not null } => node with { Modifier = "about" }, // "an estimated 27 to 35": the bounds are told
            "about" => node with
            {
                Modifier = "about",
                Low = bottom is { } low ? Round(low - (Math.Abs(low) * AboutShare)) : null,
                High = top is { } high ? Round(high + (Math.Abs(high) * AboutShare)) : null,
            },
            "nearly" => node with { Modifier = "about", Low = bottom is { } low ? Round(low - (Math.Abs(low) * NearlyShare)) : null, HighExclusive = true },
            "more" when node is { Modifier: "about", HighExclusive: true } => node with { High = value * (1 + AboutShare), HighExclusive = false }, // "over nearly 50": about so many
            "more" => node with { Modifier = "more than", Low = value ?? bottom, High = null, LowExclusive = true, Value = node.Vague ? null : value },
            "least" => node with { Modifier = "at least", Low = value ?? bottom, High = null },
            "less" => node with { Modifier = "less than", High = value ?? top, Low = Floor(in match, node), HighExclusive = true },
            "most" => node with { Modifier = "up to", High = value ?? top, Low = Floor(in match, node) },
            _ => node,
        };
    }

    // What is counted or measured is not below nothing; a bare number may be.
    private static double? Floor(in PhraseMatch match, FigureNode node) => match.Has("bare") ? null : node.High < 0 ? null : 0;

    private static double Round(double value) => FigureNode.Exact(FigureKind.Number, value, "", 1.0000000000000002).Value ?? value;

    private static object? Range(in PhraseMatch match)
    {
        FigureNode? a = match.Item<FigureNode>("a"), b = match.Item<FigureNode>("b");
        if (a is null || b is null || a.Low is null || b.High is null || a.Modifier is "more than" or "at least" or "up to" or "less than")
        {
            return null;
        }

        double? low = a.Modifier is null ? a.Low : a.Value, high = b.Modifier is null ? b.High : b.Value;
        if (a.Unit != b.Unit)
        {
            // "by 25 % to 34,500 tons" is no range.
            if ((a.Unit.Length > 0 && b.Unit.Length > 0) || (a.Unit.Length > 0 && a.Kind != FigureKind.Money))
            {
                return null;
            }

            // "between 10 and 20 dollars", "$10 to 20"
            FigureNode unit = a.Unit.Length > 0 ? a : b;
            (low, high) = a.Unit.Length == 0 ? (Times(low, unit.Factor), high) : (low, Times(high, unit.Factor));
            a = a with { Kind = unit.Kind, Unit = unit.Unit, Factor = unit.Factor, UnitText = unit.UnitText };
        }

        // "between $140 and $150 million": the magnitude is told once.
        if (a.Kind == FigureKind.Money && a.Modifier is null && low is >= 1 and < 1000 && high is >= Million && Magnitude(high.Value) is var scale && low * scale < high)
        {
            low *= scale;
        }

        // "7-9 lakh rupees", "5 to 6 million": the magnitude belongs to both.
        if (low < high && a.Kind == FigureKind.Money && b.Kind == FigureKind.Money && match.Has("share") && low < 1000 && high >= 100_000)
        {
            return null;
        }

        return low <= high ? a with { Value = null, Low = low, High = high, Modifier = match.Text("mod"), Kind = a.Kind == FigureKind.Ordinal ? FigureKind.Number : a.Kind } : null;
    }

    private static double Magnitude(double value) => value >= Million * Million ? Million * Million : value >= Million * 1000 ? Million * 1000 : Million;

    // "more than 100 and less than 300"
    private static object? Both(in PhraseMatch match)
    {
        FigureNode? a = match.Item<FigureNode>("a"), b = match.Item<FigureNode>("b");
        if (a is null || b is null || a.Unit != b.Unit)
        {
            return null;
        }

        (FigureNode lower, FigureNode upper) = a.High is null ? (a, b) : (b, a);
        return lower is { Low: { } low, High: null, Modifier: not null } && upper is { High: { } high, Modifier: "up to" or "less than" } && low < high
            ? lower with { Value = null, High = high, HighExclusive = upper.HighExclusive, Modifier = null }
            : null;
    }

    // "hundreds": 2 to 10 of them; "tens of thousands"; "several hundred"; "a few".
    private static object? Vague(in PhraseMatch match)
    {
        double unit = match.Number("base") ?? 1, scale = match.Number("scale") ?? 1;
        double low = (match.Number("low") ?? 2) * unit * scale, high = match.Number("high") is { } top ? top * unit * scale : (10 * unit * scale) - 1;
        return new FigureNode(FigureKind.Number, match.Number("value"), low, high, "", 1, "") { Vague = true, NumberFirst = match.First };
    }

    private static object? Multiple(in PhraseMatch match)
    {
        double? times = match.Item<FigureNode>("f")?.Value ?? match.Number("times");
        return times is { } value ? FigureNode.Exact(FigureKind.Multiple, value, "times") : null;
    }
}
