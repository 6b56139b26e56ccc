using NodaTime;

namespace Parallax.Stories.Timelines;

/// <summary>The order of days of which only the weekday is told ("Friday" of reports without a date).</summary>
/// <remarks>News tells of few days that follow each other: the week begins behind the longest gap, so that Saturday stands before Monday and Wednesday before Friday.</remarks>
internal static class WeekOrder
{
    private const int DaysOfWeek = 7;

    /// <summary>The weekday that comes first (1 is Monday), of those that are told, the most told first; 1 where none is. Of equal gaps that before which the most told comes soonest: news follows what it tells of.</summary>
    public static int FirstDay(IEnumerable<IsoDayOfWeek?> told)
    {
        int[] days = [.. told.OfType<IsoDayOfWeek>().Select(static d => (int)d).Distinct()];
        return days.Length == 0 ? 1 : days.OrderByDescending(day => days.Length == 1 ? 0 : days.Where(other => other != day).Min(other => Behind(day, other))).ThenBy(day => Behind(days[0], day)).First();
    }

    /// <summary>How many days a weekday comes after the first; what has none stands last.</summary>
    public static int Place(IsoDayOfWeek? day, int first) => day is { } told ? Behind((int)told, first) : DaysOfWeek;

    // Days from the other to this, 0 to 6.
    private static int Behind(int day, int other) => (day - other + DaysOfWeek) % DaysOfWeek;
}
