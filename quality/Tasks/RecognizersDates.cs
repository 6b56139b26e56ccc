using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Parallax.Core.Accounts;
using Parallax.Core.Time;
using Parallax.Language.Times;

namespace Parallax.Quality.Tasks;

/// <summary>
/// The dialect of the Recognizers date specifications. A case passes when as many expressions are found as stated, each over the same words (articles, prepositions and the like at the edges aside)
/// and with a value that is equal: the same timex, or the same stretch of time as one of the readings listed (ends there are exclusive).
/// </summary>
internal static class RecognizersDates
{
    private static readonly HashSet<string> Edge = new(StringComparer.Ordinal)
    {
        "the", "in", "on", "at", "from", "between", "since", "before", "after", "by", "until", "till", "for", "during", "of", "any", "time", "and", "starting", "beginning", "as", "early", "late",
        "no", "later", "than", "earlier", "within", "this", "over", "around", "about", "circa", "sometime", "anytime", "up", "to", "prior", "or", "a", "an", "more", "less", "just", "s", "begining", "'",
    };

    // Recognizers does not count the zone as part of the time; we do.
    private static readonly string[] Zones = ["gmt", "utc", "est", "edt", "pst", "pdt", "cst", "cdt", "mst", "cet", "ist", "pt", "et"];

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static bool Passes(JsonElement item)
    {
        string text = item.GetProperty("text").GetString()!;
        TimeReference reference = new() { Isolated = true, Direction = TimeDirection.Future, DayFirst = item.GetProperty("culture").GetString() == "EnglishOthers" };
        if (item.TryGetProperty("reference", out JsonElement now) && now.GetString() is { } written && LocalDateTimePattern.ExtendedIso.Parse(written) is { Success: true } moment)
        {
            reference = reference with { Earliest = moment.Value.Date, Latest = moment.Value.Date, Time = moment.Value.TimeOfDay };
        }

        IReadOnlyList<TimePhrase> ours = TimeReader.Read(text, reference);
        int[] units = CodePoints.ToUnits(text);
        List<JsonElement> gold = [.. item.GetProperty("results").EnumerateArray()];
        bool passes = ours.Count == gold.Count;
        for (int i = 0; passes && i < gold.Count; i++)
        {
            int start = units[gold[i].GetProperty("start").GetInt32()], end = units[gold[i].GetProperty("end").GetInt32()];
            passes = Trim(text, start, end) == Trim(text, ours[i].Start, ours[i].End) && SameValue(gold[i], ours[i], text);
        }

        if (!passes)
        {
            Trace.Line($"recognizers failed “{text.ReplaceLineEndings("\\n")}” {(item.TryGetProperty("reference", out JsonElement at) ? at.ToString() : "")} gold {string.Join("; ", gold.Select(g => g.GetProperty("text") + " => " + string.Join(" / ", Values(g).Select(v => v.ToString()))))} "
                + $"ours {string.Join("; ", ours.Select(o => $"{text[o.Start..o.End]} => {o.Type} {o.Value} {o.Until} {o.Modifier} {o.Signal} ({o.Rule})"))}");
        }

        return passes;
    }

    private static IEnumerable<JsonElement> Values(JsonElement result) =>
        result.TryGetProperty("resolution", out JsonElement resolution) && resolution.ValueKind == JsonValueKind.Object && resolution.TryGetProperty("values", out JsonElement values) ? values.EnumerateArray() : [];

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end)
        {
            int word = start;
            while (word < end && char.IsLetter(text[word]))
            {
                word++;
            }

            if (word == start)
            {
                if (!char.IsWhiteSpace(text[start]) && !char.IsPunctuation(text[start]))
                {
                    break;
                }

                start++;
            }
            else if (Edge.Contains(text[start..word].ToLowerInvariant()))
            {
                start = word;
            }
            else
            {
                break;
            }
        }

        foreach (string zone in Zones)
        {
            if (end - zone.Length > start && text.AsSpan(end - zone.Length, zone.Length).Equals(zone, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(text[end - zone.Length - 1]))
            {
                end -= zone.Length;
                break;
            }
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || char.IsPunctuation(text[end - 1])))
        {
            end--;
        }

        return (start, end);
    }

    private static bool SameValue(JsonElement gold, TimePhrase ours, string text)
    {
        foreach (JsonElement value in Values(gold))
        {
            string timex = Text(value, "timex");
            string mod = (Text(value, "Mod") + Text(value, "mod")).ToLowerInvariant();
            if (!SameModifier(mod, ours, text))
            {
                continue;
            }

            if (SameTimex(timex, ours) || SameStretch(value, ours, mod) || (Text(value, "type") == "duration" && SameSeconds(value, ours)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameModifier(string mod, TimePhrase ours, string text)
    {
        string before = text[Math.Max(0, ours.Start - 14)..ours.Start].TrimEnd().ToLowerInvariant(), inside = text[ours.Start..ours.End].ToLowerInvariant();
        string signal = ours.Signal ?? "";
        return mod switch
        {
            "" or "ref_undef" => signal is not ("before" or "after" or "since") || ours.Modifier is not null,
            "before" or "before-end" or "before-start" or "before-approx" => signal is "before" or "by" or "until" or "till" or "than" || ours.Modifier == "BEFORE" || before.EndsWith("prior to", StringComparison.Ordinal) || before.EndsWith("no later than", StringComparison.Ordinal),
            "after" or "after-start" or "after-end" => signal is "after" || ours.Modifier == "AFTER" || before.EndsWith("later than", StringComparison.Ordinal),
            "since" => signal is "since" or "from" or "starting" or "beginning" || before.EndsWith("starting", StringComparison.Ordinal) || before.EndsWith("beginning", StringComparison.Ordinal) || ours.Modifier is "ON_OR_AFTER",
            "until" => signal is "until" or "till" or "by" || ours.Modifier is "ON_OR_BEFORE",
            "start" => ours.Modifier == "START" || inside.Contains("early", StringComparison.Ordinal),
            "mid" => ours.Modifier == "MID" || inside.Contains("mid", StringComparison.Ordinal),
            "end" => ours.Modifier == "END" || inside.Contains("late", StringComparison.Ordinal),
            "approx" => ours.Modifier == "APPROX" || signal is "around" or "about" || before.EndsWith("around", StringComparison.Ordinal),
            "since-end" => signal is "since" && ours.Modifier == "END",
            "since-start" => signal is "since" && ours.Modifier == "START",
            "after-approx" => signal is "after" && ours.Modifier == "APPROX",
            "more" => ours.Modifier == "MORE_THAN",
            "less" => ours.Modifier == "LESS_THAN",
            _ => false,
        };
    }

    private static bool SameTimex(string timex, TimePhrase ours)
    {
        string mine = Plain(ours.Value);
        if (timex.StartsWith('(') && ours.Until is { } until)
        {
            string[] parts = timex.Trim('(', ')').Split(',');
            return parts.Length >= 2 && Plain(parts[0]) == First(mine) && (Plain(parts[1]) == First(Plain(until)) || Plain(parts[1]) == After(until));
        }

        return Plain(timex) == mine;
    }

    // A month as the end of a range is written as its first day there.
    private static string First(string value) => value.Length == 7 && value[4] == '-' ? value + "-01" : value.Length == 4 && !value.StartsWith('T') ? value + "-01-01" : value;

    private static string After(string value) => TimexInterval.Parse(value).Latest is { } last ? LocalDatePattern.Iso.Format(last.PlusDays(1)) : "";

    private static string Plain(string value)
    {
        value = value.StartsWith("XXXX-XX-XXT", StringComparison.Ordinal) ? value[10..] : value;
        if (value.Length > 3 && value.EndsWith(":00", StringComparison.Ordinal) && value.Contains('T', StringComparison.Ordinal))
        {
            value = value[..^3];
        }

        return value.EndsWith(":00", StringComparison.Ordinal) && value.Contains('T', StringComparison.Ordinal) ? value[..^3] : value;
    }

    private static bool SameStretch(JsonElement gold, TimePhrase ours, string mod)
    {
        (LocalDateTime? low, LocalDateTime? high) = Ours(ours);
        LocalDateTime? value = Parse(Text(gold, "value")), start = Parse(Text(gold, "start")), end = Parse(Text(gold, "end"));
        if (ours.Reckoned is { } reckoned && value is not null && (reckoned == value || (Text(gold, "type") == "date" && reckoned.Date == value.Value.Date)))
        {
            return true;
        }

        if (value is not null)
        {
            bool day = Text(gold, "type") == "date";
            return low == value && (day ? high == value.Value.PlusDays(1) : high is not null);
        }

        if (mod is "before" or "until")
        {
            return end is not null && (low == end || high == end || ours.Reckoned?.Date == end.Value.Date);
        }

        if (mod is "after" or "since")
        {
            return start is not null && (high == start || low == start || ours.Reckoned?.Date == start.Value.Date);
        }

        if (start is null || end is null)
        {
            return false;
        }

        if (mod is "start" or "mid" or "end")
        {
            return low <= start && end <= high;
        }

        // The end of a range of days is exclusive there where it is reckoned and inclusive where it is told; both stand in the specifications.
        return low == start && (high == end || (ours.Until is not null && Ours(ours.Until).Low is { } last && (last == end || last.Date == end.Value.Date)));
    }

    private static (LocalDateTime? Low, LocalDateTime? High) Ours(TimePhrase ours)
    {
        if (ours.StretchStart is not null)
        {
            return (ours.StretchStart, ours.StretchEnd);
        }

        (LocalDateTime? low, LocalDateTime? high) = Ours(ours.Value);
        return ours.Until is { } until ? (low, Ours(until).High) : (low, high);
    }

    private static (LocalDateTime? Low, LocalDateTime? High) Ours(string value)
    {
        TimexInterval interval = TimexInterval.Parse(value);
        int t = value.IndexOf('T', StringComparison.Ordinal);
        if (t >= 0 && t + 2 < value.Length && char.IsAsciiDigit(value[t + 1]) && LocalTimePattern.ExtendedIso.Parse(value[(t + 1)..] is { Length: 5 } minutes ? minutes + ":00" : value[(t + 1)..]) is { Success: true } time)
        {
            LocalDateTime moment = (interval.Earliest ?? new LocalDate(1, 1, 1)).At(time.Value);
            return (moment, moment);
        }

        return (interval.Earliest?.AtMidnight(), interval.Latest is { } last && last.Year < 9998 ? last.PlusDays(1).AtMidnight() : null);
    }

    private static LocalDateTime? Parse(string text)
    {
        if (text.Length == 10 && LocalDatePattern.Iso.Parse(text) is { Success: true } date)
        {
            return date.Value.AtMidnight();
        }

        if (text.Length == 8 && LocalTimePattern.ExtendedIso.Parse(text) is { Success: true } time)
        {
            return new LocalDate(1, 1, 1).At(time.Value);
        }

        return Moment.Parse(text) is { Success: true } moment ? moment.Value : null;
    }

    private static bool SameSeconds(JsonElement gold, TimePhrase ours) =>
        double.TryParse(Text(gold, "value"), CultureInfo.InvariantCulture, out double seconds) && ours.Type == TimexType.DURATION && Math.Abs(DurationSeconds.Of(ours.Value) - seconds) < 1;

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}

/// <summary>Length of an ISO 8601 duration in seconds, with a month of 30 and a year of 365 days; X is 3, as Recognizers has it.</summary>
internal static class DurationSeconds
{
    public static double Of(string value)
    {
        double total = 0, number = 0;
        bool clock = false;
        int digits = -1;
        for (int i = 1; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsAsciiDigit(c) || c == '.')
            {
                digits = digits < 0 ? i : digits;
                continue;
            }

            if (digits >= 0)
            {
                number = double.Parse(value.AsSpan(digits, i - digits), CultureInfo.InvariantCulture);
                digits = -1;
            }

            if (c == 'X')
            {
                number = 3;
                continue;
            }

            clock |= c == 'T';
            total += number * (c switch { 'Y' => 31536000, 'M' when !clock => 2592000, 'W' => 604800, 'D' => 86400, 'H' => 3600, 'M' => 60, 'S' => 1, _ => 0 });
            number = 0;
        }

        return total;
    }
}
