using System.Globalization;
using System.Text.Json;
using Parallax.Language.Figures;

namespace Parallax.Quality.Tasks;

/// <summary>
/// Figures on the Recognizers specifications of numbers and units (in their usual mode) and on duckling's quantities: share of cases passed. A Recognizers case passes when as many figures are found
/// as stated, over the same words and with the same value; a duckling string when one figure is found with the value, the bounds and the unit expected.
/// </summary>
internal sealed class FiguresTask : IQualityTask
{
    private static readonly HashSet<string> Specs =
    [
        "NumberModel", "NumberModelPercentMode", "NumberRangeModel", "OrdinalModelSuppressExtendedTypes", "PercentModel", "CurrencyModel", "DimensionModel", "TemperatureModel",
    ];

    /// <inheritdoc/>
    public string Name => "figures";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data) => [.. Cases(data, "time/quantities-recognizers-en.{split}.jsonl.gz", "recognizers"), .. Cases(data, "time/quantities-duckling-en.{split}.jsonl.gz", "duckling")];

    private IEnumerable<Metric> Cases(QualityData data, string file, string corpus)
    {
        if (!data.Has(file))
        {
            yield return Metric.Skipped(Name, corpus, data.Split);
            yield break;
        }

        SortedDictionary<string, (int Cases, int Passed)> groups = new(StringComparer.Ordinal);
        int cases = 0, passed = 0;
        foreach (string line in data.Lines(file))
        {
            JsonElement item = JsonDocument.Parse(line).RootElement;
            bool duckling = corpus == "duckling";
            string group = duckling ? item.GetProperty("id").GetString()!.Split('/')[0] : item.GetProperty("spec").GetString()!;
            if (duckling ? item.GetProperty("corpus").GetString() == "latentCorpus" : !Specs.Contains(group))
            {
                continue;
            }

            bool passes = duckling ? Duckling(item, group) : Recognizers(item, group);
            (int all, int right) = groups.GetValueOrDefault(group);
            groups[group] = (all + 1, right + (passes ? 1 : 0));
            cases++;
            passed += passes ? 1 : 0;
        }

        foreach ((string group, (int all, int right)) in groups)
        {
            yield return new Metric(Name, corpus + " " + group, data.Split, "cases passed %", 100.0 * right / all, all);
        }

        yield return new Metric(Name, corpus, data.Split, "cases passed %", 100.0 * passed / Math.Max(1, cases), cases);
    }

    private static bool Recognizers(JsonElement item, string spec)
    {
        string text = item.GetProperty("text").GetString()!;
        int[] units = CodePoints.ToUnits(text);
        FigureView view = spec switch
        {
            "NumberModel" or "NumberModelPercentMode" => FigureView.Numbers, "OrdinalModelSuppressExtendedTypes" => FigureView.Ordinals, "NumberRangeModel" => FigureView.Ranges, _ => FigureView.All,
        };
        List<FigurePhrase> ours = [.. FigureReader.Read(text, view).Where(figure => spec switch
        {
            "CurrencyModel" => figure.Kind == FigureKind.Money,
            "DimensionModel" => figure.Kind == FigureKind.Measure && figure.Unit is not "°C",
            "TemperatureModel" => figure.Unit is "degree" or "°C",
            "PercentModel" => figure.Kind == FigureKind.Percent,
            _ => true,
        })];

        // A unit without a number is listed there and is no figure.
        List<JsonElement> gold = [.. item.GetProperty("results").EnumerateArray().Where(result => Value(result).Length > 0)];
        bool passes = ours.Count == gold.Count;
        for (int i = 0; passes && i < gold.Count; i++)
        {
            int start = units[gold[i].GetProperty("start").GetInt32()], end = units[gold[i].GetProperty("end").GetInt32()];
            bool inside = view == FigureView.All ? ours[i].Start <= end && ours[i].End >= end : Near(text, ours[i].Start, start) && Near(text, ours[i].End, end);
            passes = inside && Same(gold[i], ours[i], spec);
        }

        if (!passes)
        {
            Trace.Line($"figures {spec} “{text.ReplaceLineEndings(" ")}” gold {string.Join("; ", gold.Select(g => g.GetProperty("text") + " " + g.GetProperty("resolution")))} ours {Show(text, ours)}");
        }

        return passes;
    }

    private static bool Near(string text, int a, int b) => a == b || text[Math.Min(a, b)..Math.Max(a, b)].All(c => char.IsWhiteSpace(c) || char.IsPunctuation(c)) || text[Math.Min(a, b)..Math.Max(a, b)].Trim() is "the" or "a";

    private static string Value(JsonElement result) =>
        result.TryGetProperty("resolution", out JsonElement resolution) && resolution.ValueKind == JsonValueKind.Object && resolution.TryGetProperty("value", out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Same(JsonElement gold, FigurePhrase ours, string spec)
    {
        string value = Value(gold);
        if (spec == "NumberRangeModel")
        {
            string[] bounds = value.Trim('[', ']', '(', ')').Split(',');
            return bounds.Length == 2 && Bound(bounds[0], ours.Low) && Bound(bounds[1], ours.High);
        }

        double? number = ours.Value / ours.Factor;
        if (ours.Aspect == Core.Accounts.FigureAspect.Change)
        {
            number = Math.Abs(number ?? 0); // the direction of a change has no sign there
        }

        if (gold.GetProperty("resolution").TryGetProperty("unit", out JsonElement unit) && unit.GetString() is "F" && ours.Value is { } celsius)
        {
            number = (celsius * 9 / 5) + 32;
        }

        return double.TryParse(value.TrimEnd('%'), CultureInfo.InvariantCulture, out double expected) && number is { } mine && Close(mine, expected);
    }

    // "fewer than a thousand" has no lower bound there and 0 here.
    private static bool Bound(string text, double? ours) => text.Length == 0 ? ours is null or 0 : ours is { } mine && double.TryParse(text, CultureInfo.InvariantCulture, out double expected) && Close(mine, expected);

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(b));

    private static bool Duckling(JsonElement item, string group)
    {
        string text = item.GetProperty("text").GetString()!;
        IReadOnlyList<FigurePhrase> ours = FigureReader.Read(text, group switch { "Ordinal" => FigureView.Ordinals, "Numeral" => FigureView.Numbers, "AmountOfMoney" => FigureView.Money, _ => FigureView.All }, Dollar(item.GetProperty("id").GetString()!));
        bool passes = DucklingRight(item, ours, group);
        if (!passes)
        {
            Trace.Line($"figures duckling {group} “{text}” gold {item.GetProperty("expect")} ours {Show(text, ours)}");
        }

        return passes;
    }

    private static bool DucklingRight(JsonElement item, IReadOnlyList<FigurePhrase> ours, string group)
    {
        if (item.GetProperty("expect").GetString() is not { } expect)
        {
            return ours.Count == 0;
        }

        string[] parts = expect.Replace("(", " ", StringComparison.Ordinal).Replace(")", " ", StringComparison.Ordinal).Replace(",", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (ours.Count != 1)
        {
            return false;
        }

        FigurePhrase mine = ours[0];
        double factor = group == "AmountOfMoney" && parts[1] == "Pound" ? 1 : UnitFactor(parts[1]) ?? 1;
        if (mine.Unit == "km" && UnitFits(parts[1], mine with { Unit = "m" }))
        {
            (mine, factor) = (mine with { Unit = "m" }, factor / 1000);
        }

        bool temperature = parts[1] is "Fahrenheit";
        double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture) is var n && temperature ? (n - 32) * 5 / 9 : double.Parse(text, CultureInfo.InvariantCulture) * factor;
        return parts[0] switch
        {
            "NumeralValue" or "OrdinalData" => mine.Value is { } value && Close(value, double.Parse(parts[1], CultureInfo.InvariantCulture)),
            "simple" => mine.Value is { } value && Close(value, Number(parts[2])) && UnitFits(parts[1], mine),
            "between" => mine is { Low: { } low, High: { } high } && Math.Abs(low - Number(parts[2])) <= 0.15 * Math.Abs(low) + 1e-9 && Math.Abs(high - Number(parts[3])) <= 0.15 * Math.Abs(high) && UnitFits(parts[1], mine),
            "under" => mine.High is { } top && Close(top, Number(parts[2])) && UnitFits(parts[1], mine),
            "above" => mine is { Low: { } bottom, High: null } && Close(bottom, Number(parts[2])) && UnitFits(parts[1], mine),
            _ => false,
        };
    }

    // The strings of a country are read with that country's dollar; where duckling keeps "Dollar", ours is the default.
    private static string Dollar(string id) => id.Split('#')[0].Split('/')[^1] switch { "AU" => "AUD", "CA" => "CAD", "NZ" => "NZD", "JM" => "JMD", "TT" => "TTD", _ => "USD" };

    private static double? UnitFactor(string unit) => unit switch
    {
        "Mile" => 1.609344, "Yard" => 0.9144, "Foot" => 0.3048, "Inch" => 0.0254, "Centimetre" => 0.01, "Millimetre" => 0.001, "Gram" => 0.001, "Pound" => 0.45359237, "Ounce" => 0.028349523125,
        "Cup" => 0.2365882365, "Millilitre" => 0.001, "Hectolitre" => 100, "Gallon" => 3.785411784, "Cent" => 0.01, _ => null,
    };

    private static bool UnitFits(string unit, FigurePhrase mine) => unit switch
    {
        "Kilometre" or "Mile" => mine.Unit == "km",
        "Metre" or "M" or "Yard" or "Foot" or "Inch" or "Centimetre" or "Millimetre" => mine.Unit is "m",
        "Gram" or "Ounce" => mine.Unit == "kg",
        "Cup" or "Millilitre" or "Hectolitre" or "Gallon" or "Litre" => mine.Unit == "L",
        "Celsius" or "Fahrenheit" => mine.Unit == "°C",
        "Degree" => mine.Unit == "degree",
        "Dollar" or "Cent" => mine.Unit == "USD",
        "Pound" => mine.Unit is "GBP" or "kg",
        "Unnamed" => mine.Unit.Length is 0 or 3,
        "Dinar" => mine.Unit == "XXX-dinar",
        "Riyal" => mine.Unit == "SAR",
        "Rial" => mine.Unit == "IRR",
        _ => mine.Unit == unit,
    };

    private static string Show(string text, IEnumerable<FigurePhrase> ours) =>
        string.Join("; ", ours.Select(o => string.Create(CultureInfo.InvariantCulture, $"{text[o.Start..o.End]} => {o.Value} [{o.Low}, {o.High}] {o.Unit} ({o.Rule})")));
}
