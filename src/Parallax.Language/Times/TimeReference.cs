using NodaTime;
using Parallax.Core.Accounts;

namespace Parallax.Language.Times;

/// <summary>Towards which side an expression without a direction of its own ("on Friday") is read when the sentence gives no tense.</summary>
public enum TimeDirection
{
    /// <summary>To the past, as news tells it.</summary>
    Past,

    /// <summary>To the future, as appointments are made.</summary>
    Future,
}

/// <summary>From when a text is read: the day it was published, or bounds of that day, and how readings without a direction fall.</summary>
/// <remarks>Pure data. With bounds further apart than a day, a value is given only where it is the same at both bounds.</remarks>
public sealed record TimeReference
{
    /// <summary>Nothing is known about when the text was written.</summary>
    public static TimeReference Unknown { get; } = new();

    /// <summary>Earliest day on which it can have been written, or null where unknown.</summary>
    public LocalDate? Earliest { get; init; }

    /// <summary>Latest such day, inclusive, or null where unknown.</summary>
    public LocalDate? Latest { get; init; }

    /// <summary>Time of day at which it was written, where known; "in five minutes" is reckoned from it.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>What values reckoned from this are marked with: <see cref="TimeAnchor.Published"/> or <see cref="TimeAnchor.Neighbours"/>.</summary>
    public TimeAnchor Anchor { get; init; } = TimeAnchor.Published;

    /// <summary>How an expression without direction falls where no tense decides.</summary>
    /// <value>Past.</value>
    public TimeDirection Direction { get; init; } = TimeDirection.Past;

    /// <summary>Whether 3/4 is the third of April.</summary>
    /// <value>false: the fourth of March.</value>
    public bool DayFirst { get; init; }

    /// <summary>Whether expressions stand alone and nothing is carried from one to the next ("in April … in June").</summary>
    /// <value>false.</value>
    public bool Isolated { get; init; }

    /// <summary>A known day.</summary>
    public static TimeReference On(LocalDate day, LocalTime? time = null) => new() { Earliest = day, Latest = day, Time = time };
}
