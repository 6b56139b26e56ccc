namespace Parallax.Core.Time;

/// <summary>How long a stretch of the calendar a value names, from short to long.</summary>
public enum TimePrecision
{
    /// <summary>The value names no stretch of the calendar: a duration, <c>PAST_REF</c>, or nothing that can be read.</summary>
    Unknown,

    /// <summary>A clock time of a day (<c>2022-11-08T21:30</c>).</summary>
    Clock,

    /// <summary>A part of a day (<c>2022-11-08TEV</c>).</summary>
    DayPart,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A weekend (<c>2022-W45-WE</c>).</summary>
    Weekend,

    /// <summary>A week.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of a year.</summary>
    Quarter,

    /// <summary>A season.</summary>
    Season,

    /// <summary>Half a year.</summary>
    HalfYear,

    /// <summary>A year or fiscal year.</summary>
    Year,

    /// <summary>A decade (<c>199</c>).</summary>
    Decade,

    /// <summary>A century (<c>19</c>: 1900 to 1999).</summary>
    Century,

    /// <summary>From one value to another.</summary>
    Range,
}
