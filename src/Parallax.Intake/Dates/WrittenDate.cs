using System.Globalization;

namespace Parallax.Intake.Dates;

/// <summary>A day, with the time of day and the offset from UTC where they were written.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time of day, or null.</param>
/// <param name="OffsetMinutes">Minutes from UTC, or null where none was written.</param>
/// <param name="IsAmbiguous">Whether day and month could be the other way round.</param>
internal readonly record struct WrittenDate(DateOnly Day, TimeOnly? Time, int? OffsetMinutes, bool IsAmbiguous)
{
    /// <summary>ISO 8601 with as much as was written.</summary>
    public override string ToString()
    {
        string day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } time)
        {
            return day;
        }

        string clock = time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.FFF", CultureInfo.InvariantCulture);
        return OffsetMinutes is { } offset
            ? string.Create(CultureInfo.InvariantCulture, $"{day}T{clock}{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}")
            : $"{day}T{clock}";
    }

    /// <summary>The earliest moment in UTC that this can mean: a day without an offset may begin 14 hours before it does in UTC.</summary>
    public DateTime EarliestUtc
    {
        get
        {
            DateTime local = Day.ToDateTime(Time ?? TimeOnly.MinValue, DateTimeKind.Utc);
            TimeSpan back = OffsetMinutes is { } offset ? TimeSpan.FromMinutes(offset) : TimeSpan.FromHours(14);
            return local - DateTime.UnixEpoch > TimeSpan.FromDays(2) ? local - back : local;
        }
    }
}
