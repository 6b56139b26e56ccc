using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Parallax.Core.Accounts;
using Parallax.Core.Time;
using Parallax.Language.Times;

namespace Parallax.Quality.Tasks;

/// <summary>Duckling's strings of times and durations: right where one expression is found and it is the stretch expected (ends exclusive there), or where nothing is to be found and nothing is.</summary>
internal static class DucklingTimes
{
    public static bool Passes(JsonElement item)
    {
        string text = item.GetProperty("text").GetString()!;
        string locale = item.GetProperty("id").GetString()!.Split('#')[0].Split('/')[^1];
        TimeReference reference = TimeReference.On(new LocalDate(2013, 2, 12), new LocalTime(4, 30)) with
        {
            Isolated = true, Direction = TimeDirection.Future, DayFirst = locale is not ("EN" or "US" or "CA" or "PH"),
        };
        IReadOnlyList<TimePhrase> ours = TimeReader.Read(text, reference);
        bool passes = Right(item, ours);
        if (!passes)
        {
            Trace.Line($"duckling failed “{text}” gold {item.GetProperty("expect")} ours {string.Join("; ", ours.Select(o => $"{text[o.Start..o.End]} => {o.Type} {o.Value} {o.Until} {o.Modifier} ({o.Rule})"))}");
        }

        return passes;
    }

    private static bool Right(JsonElement item, IReadOnlyList<TimePhrase> ours)
    {
        if (item.GetProperty("expect").GetString() is not { } expect)
        {
            return ours.Count == 0;
        }

        if (ours.Count != 1)
        {
            return false;
        }

        TimePhrase mine = ours[0];
        if (expect.StartsWith("DurationData ", StringComparison.Ordinal))
        {
            string[] parts = expect.Split(' ');
            double unit = parts[2] switch { "Second" => 1, "Minute" => 60, "Hour" => 3600, "Day" => 86400, "Week" => 604800, "Month" => 2592000, "Quarter" => 7776000, _ => 31536000 };
            return mine.Type == TimexType.DURATION && Math.Abs(DurationSeconds.Of(mine.Value) - (double.Parse(parts[1], CultureInfo.InvariantCulture) * unit)) < 1;
        }

        (LocalDateTime? low, LocalDateTime? high) = Stretch(mine);
        if (Moment(item, "from") is { } from)
        {
            return low == from && (Moment(item, "to") is not { } to || high == to || (mine.Until is not null && high?.Date.PlusDays(-1) == to.Date));
        }

        if (Moment(item, "value") is not { } value)
        {
            return false;
        }

        string grain = item.GetProperty("grain").GetString() ?? "";
        return (low == value || (mine.Reckoned is { } reckoned && Truncate(reckoned, grain) == value)) && (grain is "second" or "minute" or "hour" || mine.Type == TimexType.DATE || mine.Type == TimexType.TIME);
    }

    private static LocalDateTime Truncate(LocalDateTime moment, string grain) => grain switch
    {
        "year" => new LocalDate(moment.Year, 1, 1).AtMidnight(), "month" => new LocalDate(moment.Year, moment.Month, 1).AtMidnight(), "day" => moment.Date.AtMidnight(),
        "hour" => moment.Date.At(new LocalTime(moment.Hour, 0)), _ => moment,
    };

    private static (LocalDateTime? Low, LocalDateTime? High) Stretch(TimePhrase mine)
    {
        if (mine.StretchStart is not null)
        {
            return (mine.StretchStart, mine.StretchEnd);
        }

        (LocalDateTime? low, LocalDateTime? high) = Stretch(mine.Value);
        return mine.Until is { } until ? (low, Stretch(until).High) : (low, high);
    }

    private static (LocalDateTime? Low, LocalDateTime? High) Stretch(string value)
    {
        // A clock time without a day is read as of the day of reference there.
        TimexInterval interval = TimexInterval.Parse(value);
        LocalDate day = interval.Earliest ?? new LocalDate(2013, 2, 12);
        int t = value.IndexOf('T', StringComparison.Ordinal);
        if (t < 0)
        {
            return (interval.Earliest?.AtMidnight(), interval.Latest?.PlusDays(1).AtMidnight());
        }

        string time = value[(t + 1)..];
        (int from, int to) = time switch { "MO" => (0, 12), "AF" => (12, 19), "EV" => (18, 24), "NI" => (18, 24), "MI" => (12, 14), _ => (-1, -1) };
        if (from >= 0)
        {
            return (day.AtMidnight().PlusHours(from), day.AtMidnight().PlusHours(to));
        }

        return LocalTimePattern.ExtendedIso.Parse(time.Length == 5 ? time + ":00" : time) is { Success: true } clock ? (day.At(clock.Value), day.At(clock.Value)) : (null, null);
    }

    private static LocalDateTime? Moment(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.GetString() is { } text && LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true } moment ? moment.Value : null;
}
