using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Parallax.Core.Accounts;
using Parallax.Core.Time;
using Parallax.Language.Times;

namespace Parallax.Quality.Tasks;

/// <summary>
/// Time expressions. WikiWars: relaxed F1 (any overlap, one to one) and value F1 (overlap and equal value), as in TempEval; a range of ours counts as its two ends, because TIMEX2 marks them apart.
/// GUM: share of the gold dates that are found (any overlap) and whose value agrees. Recognizers: share of the cases of <c>DateTimeModel</c> passed. Duckling: share of the strings read right.
/// </summary>
internal sealed class TimesTask : IQualityTask
{
    /// <inheritdoc/>
    public string Name => "times";

    /// <inheritdoc/>
    public IEnumerable<Metric> Measure(QualityData data) => [.. WikiWars(data), .. Gum(data), .. Recognizers(data), .. Duckling(data)];

    private IEnumerable<Metric> WikiWars(QualityData data)
    {
        const string File = "time/wikiwars-timex2.{split}.jsonl.gz";
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "wikiwars", data.Split);
            yield break;
        }

        int gold = 0, found = 0, matched = 0, valued = 0;
        foreach (string line in data.Lines(File))
        {
            JsonElement document = JsonDocument.Parse(line).RootElement;
            string text = document.GetProperty("text").GetString()!;
            int[] units = CodePoints.ToUnits(text);
            List<TimePhrase> ours = [.. Read(text, document, "dct").SelectMany(phrase => phrase.Parts.Count > 0 ? phrase.Parts : [phrase])];
            found += ours.Count;
            bool[] used = new bool[ours.Count];
            foreach (JsonElement timex in document.GetProperty("timex2").EnumerateArray())
            {
                gold++;
                int start = units[timex.GetProperty("start").GetInt32()], end = units[timex.GetProperty("end").GetInt32()];
                int best = Best(ours, used, start, end);
                string value = timex.TryGetProperty("val", out JsonElement val) && val.ValueKind == JsonValueKind.String ? val.GetString()! : "";
                if (best < 0)
                {
                    Trace.Line($"wikiwars missed [{text[start..end]}] {value}: …{text[Math.Max(0, start - 40)..Math.Min(text.Length, end + 20)].ReplaceLineEndings(" ")}…");
                    continue;
                }

                used[best] = true;
                matched++;
                if (SameValue(ours[best].Value, value))
                {
                    valued++;
                }
                else
                {
                    Trace.Line($"wikiwars value [{text[start..end]}] gold {value} ours {ours[best].Value} ({ours[best].Rule}): …{text[Math.Max(0, start - 40)..Math.Min(text.Length, end + 20)].ReplaceLineEndings(" ")}…");
                }
            }

            for (int i = 0; i < ours.Count; i++)
            {
                if (!used[i])
                {
                    Trace.Line($"wikiwars extra [{text[ours[i].Start..ours[i].End]}] {ours[i].Value} ({ours[i].Rule}): …{text[Math.Max(0, ours[i].Start - 40)..Math.Min(text.Length, ours[i].End + 20)].ReplaceLineEndings(" ")}…");
                }
            }
        }

        yield return new Metric(Name, "wikiwars", data.Split, "relaxed precision", 100.0 * matched / Math.Max(1, found), found);
        yield return new Metric(Name, "wikiwars", data.Split, "relaxed recall", 100.0 * matched / Math.Max(1, gold), gold);
        yield return new Metric(Name, "wikiwars", data.Split, "relaxed F1", 200.0 * matched / Math.Max(1, found + gold), gold);
        yield return new Metric(Name, "wikiwars", data.Split, "value F1", 200.0 * valued / Math.Max(1, found + gold), gold);
    }

    private IEnumerable<Metric> Gum(QualityData data)
    {
        const string File = "time/gum-dates.{split}.jsonl.gz";
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "gum-dates", data.Split);
            yield break;
        }

        int gold = 0, found = 0, right = 0;
        foreach (string line in data.Lines(File))
        {
            JsonElement document = JsonDocument.Parse(line).RootElement;
            string text = document.GetProperty("text").GetString()!;
            int[] units = CodePoints.ToUnits(text);
            List<TimePhrase> ours = [.. Read(text, document, "dct").SelectMany(phrase => phrase.Parts.Count > 0 ? phrase.Parts : [phrase])];
            bool[] used = new bool[ours.Count];
            foreach (JsonElement timex in document.GetProperty("timex").EnumerateArray())
            {
                gold++;
                int start = units[timex.GetProperty("start").GetInt32()], end = units[timex.GetProperty("end").GetInt32()];
                int best = Best(ours, used, start, end);
                string context = $"[{text[start..end]}] {timex}: …{text[Math.Max(0, start - 40)..Math.Min(text.Length, end + 20)].ReplaceLineEndings(" ")}…";
                if (best < 0)
                {
                    Trace.Line("gum missed " + context);
                    continue;
                }

                found++;
                if (TeiDates.Agree(timex, ours[best]))
                {
                    right++;
                }
                else
                {
                    Trace.Line($"gum value ours {ours[best].Value} {ours[best].Modifier} ({ours[best].Rule}) {context}");
                }
            }
        }

        yield return new Metric(Name, "gum-dates", data.Split, "found %", 100.0 * found / Math.Max(1, gold), gold);
        yield return new Metric(Name, "gum-dates", data.Split, "value right %", 100.0 * right / Math.Max(1, gold), gold);
    }

    private IEnumerable<Metric> Recognizers(QualityData data)
    {
        const string File = "time/recognizers-datetime-en.{split}.jsonl.gz";
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "recognizers DateTimeModel", data.Split);
            yield break;
        }

        int cases = 0, passed = 0;
        foreach (string line in data.Lines(File))
        {
            JsonElement item = JsonDocument.Parse(line).RootElement;
            if (item.GetProperty("spec").GetString() != "DateTimeModel")
            {
                continue;
            }

            cases++;
            passed += RecognizersDates.Passes(item) ? 1 : 0;
        }

        yield return new Metric(Name, "recognizers DateTimeModel", data.Split, "cases passed %", 100.0 * passed / Math.Max(1, cases), cases);
    }

    private IEnumerable<Metric> Duckling(QualityData data)
    {
        const string File = "time/duckling-en.{split}.jsonl.gz";
        if (!data.Has(File))
        {
            yield return Metric.Skipped(Name, "duckling times", data.Split);
            yield break;
        }

        int cases = 0, passed = 0, plain = 0, plainPassed = 0;
        foreach (string line in data.Lines(File))
        {
            JsonElement item = JsonDocument.Parse(line).RootElement;
            if (item.GetProperty("corpus").GetString() == "latentCorpus")
            {
                continue;
            }

            bool feast = item.GetProperty("expect").GetString()?.Contains("Holiday", StringComparison.Ordinal) ?? false;
            bool passes = DucklingTimes.Passes(item);
            cases++;
            passed += passes ? 1 : 0;
            plain += feast ? 0 : 1;
            plainPassed += passes && !feast ? 1 : 0;
        }

        yield return new Metric(Name, "duckling times", data.Split, "cases passed %", 100.0 * passed / Math.Max(1, cases), cases);
        yield return new Metric(Name, "duckling times without feasts", data.Split, "cases passed %", 100.0 * plainPassed / Math.Max(1, plain), plain);
    }

    private static IReadOnlyList<TimePhrase> Read(string text, JsonElement document, string dct)
    {
        string? date = document.TryGetProperty(dct, out JsonElement value) ? value.GetString() : null;
        TimexInterval written = TimexInterval.Parse(date);
        return TimeReader.Read(text, new TimeReference { Earliest = written.Earliest, Latest = written.Latest });
    }

    private static int Best(List<TimePhrase> ours, bool[] used, int start, int end)
    {
        int best = -1, most = 0;
        for (int i = 0; i < ours.Count; i++)
        {
            int overlap = Math.Min(end, ours[i].End) - Math.Max(start, ours[i].Start);
            if (!used[i] && overlap > most)
            {
                (best, most) = (i, overlap);
            }
        }

        return best;
    }

    // TIMEX2 leaves the value away where the words give none; ours is then wholly under-specified. Midnight and padding of BC years are written in several ways.
    private static bool SameValue(string ours, string gold) =>
        gold.Length == 0 ? ours.Contains('X', StringComparison.Ordinal) || ours.EndsWith("_REF", StringComparison.Ordinal) : Plain(ours) == Plain(gold);

    private static string Plain(string value)
    {
        value = value.Replace("T24:00", "T00:00", StringComparison.Ordinal);
        return value.StartsWith("PT24H", StringComparison.Ordinal) ? "P1D" : value;
    }
}

/// <summary>Lines about single cases on stderr, where <c>PARALLAX_TRACE</c> is set.</summary>
internal static class Trace
{
    private static readonly bool On = Environment.GetEnvironmentVariable("PARALLAX_TRACE") is not null;

    public static void Line(string text)
    {
        if (On)
        {
            Console.Error.WriteLine(text);
        }
    }
}

/// <summary>Offsets in code points to offsets in UTF-16 units.</summary>
internal static class CodePoints
{
    public static int[] ToUnits(string text)
    {
        List<int> units = new(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            units.Add(i);
            if (i + 1 >= text.Length)
            {
                break;
            }
        }

        units.Add(text.Length);
        return [.. units];
    }
}

/// <summary>TEI dates (<c>when</c>, <c>from</c>, <c>to</c>, <c>notBefore</c>, <c>notAfter</c>; <c>--07-04</c> without a year) against ours.</summary>
internal static class TeiDates
{
    private const double Slack = 0.12;

    public static bool Agree(JsonElement gold, TimePhrase ours)
    {
        TimexInterval mine = TimexInterval.Parse(ours.Value, ours.Until);
        if (ours.StretchStart is { } stretchStart && ours.StretchEnd is { } stretchEnd)
        {
            mine = mine with { Earliest = stretchStart.Date, Latest = stretchEnd.Date };
        }

        if (gold.TryGetProperty("when", out JsonElement when) && when.GetString() is { } value)
        {
            if (gold.GetProperty("tei").GetString() == "time")
            {
                return ours.Value.EndsWith("T" + value[..Math.Min(5, value.Length)], StringComparison.Ordinal);
            }

            if (value.StartsWith('-') && !value.StartsWith("--", StringComparison.Ordinal))
            {
                return ours.Value == "BC" + value[1..];
            }

            string normal = value.StartsWith("--", StringComparison.Ordinal) ? "XXXX" + value[1..] : value;
            TimexInterval theirs = TimexInterval.Parse(normal);
            string day = ours.Value.Split('T')[0];
            return day == normal || (theirs.IsBounded && mine.Earliest == theirs.Earliest && mine.Latest == theirs.Latest);
        }

        if (gold.TryGetProperty("from", out JsonElement from) && gold.TryGetProperty("to", out JsonElement to))
        {
            string a = from.GetString() ?? "", b = to.GetString() ?? "";
            if (a.StartsWith("--", StringComparison.Ordinal))
            {
                // Seasons and months of any year: from the month in which the season starts.
                int month = int.Parse(a.AsSpan(2, 2), CultureInfo.InvariantCulture);
                int mineMonth = ours.Value.Length >= 7 ? ours.Value[5..7] switch { "SP" => 3, "SU" => 6, "FA" => 9, "WI" => 12, var other => int.TryParse(other, out int m) ? m : 0 } : 0;
                return month == mineMonth && ours.Value.StartsWith("XXXX", StringComparison.Ordinal);
            }

            TimexInterval first = TimexInterval.Parse(a), last = TimexInterval.Parse(b);
            if (first.Earliest is not { } start || last.Latest is not { } end || mine.Earliest is not { } low || mine.Latest is not { } high)
            {
                return false;
            }

            double allowed = (Slack * Period.DaysBetween(start, end)) + 1;
            return (Math.Abs(Period.DaysBetween(start, low)) <= allowed && Math.Abs(Period.DaysBetween(end, high)) <= allowed)
                || (ours.Modifier is not null && low <= start && end <= high);
        }

        string bound = (gold.TryGetProperty("notBefore", out JsonElement before) ? before.GetString() : gold.TryGetProperty("notAfter", out JsonElement after) ? after.GetString() : "") ?? "";
        TimexInterval limit = TimexInterval.Parse(bound.StartsWith("--", StringComparison.Ordinal) ? "XXXX" + bound[1..] : bound);
        return mine.IsBounded ? mine.Compatible(limit) : ours.Value is "PAST_REF" || ours.Value.Contains('X', StringComparison.Ordinal);
    }
}
