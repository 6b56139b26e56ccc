using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Language.Times;

/// <summary>From where a shifted time is reckoned.</summary>
internal enum ShiftBase : byte
{
    /// <summary>Not shifted.</summary>
    None,

    /// <summary>From when it was written ("yesterday", "two weeks ago").</summary>
    Speech,

    /// <summary>From the time told before ("the next day", "three days earlier").</summary>
    Narrative,

    /// <summary>As <see cref="Narrative"/>, but from nothing else: not known where no time is told before ("the same month a year earlier").</summary>
    Told,

    /// <summary>From another time in the phrase ("two days after March 3").</summary>
    Node,

    /// <summary>From the time told before where a text tells history, else from when it was written ("the end of the year").</summary>
    Setting,

    /// <summary>From something that happened and is not a time ("the day after the vote").</summary>
    Event,
}

/// <summary>Which one of several possible ones is meant ("last Friday").</summary>
internal enum TimePick : byte
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>The one before.</summary>
    Last,

    /// <summary>The present one.</summary>
    This,

    /// <summary>The one after.</summary>
    Next,
}

/// <summary>A number of units; the number is null where it is vague ("several weeks").</summary>
internal readonly record struct DurationPart(double? Amount, TimeUnit Unit);

/// <summary>What a time phrase says, before it is anchored: calendar fields, a shift, a duration, a set or a reference.</summary>
internal sealed record TimeNode
{
    public TimexType Type { get; init; } = TimexType.DATE;

    public int? Century { get; init; }

    public int? Decade { get; init; }

    public int? Year { get; init; }

    public int? HalfYear { get; init; }

    public int? Quarter { get; init; }

    public int? Season { get; init; }

    public int? Month { get; init; }

    /// <summary>ISO week of the year, or of the month where <see cref="Month"/> is set; -1 the last.</summary>
    public int? Week { get; init; }

    public int? Day { get; init; }

    /// <summary>1 Monday to 7 Sunday.</summary>
    public int? Weekday { get; init; }

    /// <summary>Which of the weekday in the month ("the third Thursday of May"); -1 the last.</summary>
    public int? WeekdayCount { get; init; }

    public bool Weekend { get; init; }

    public bool Fiscal { get; init; }

    public bool BeforeChrist { get; init; }

    /// <summary>Key of a holiday in the table of holidays.</summary>
    public string? Holiday { get; init; }

    /// <summary>MO, MI, AF, EV, NI, DT …</summary>
    public string? DayPart { get; init; }

    public int? Hour { get; init; }

    public int? Minute { get; init; }

    public int? Second { get; init; }

    /// <summary>Whether morning or afternoon is certain.</summary>
    public bool HalfDayKnown { get; init; }

    public string? Modifier { get; init; }

    public TimePick Pick { get; init; }

    public ShiftBase Base { get; init; }

    public TimeUnit ShiftUnit { get; init; }

    /// <summary>Signed number of units; null: an unknown number ("several weeks ago").</summary>
    public double? ShiftAmount { get; init; }

    /// <summary>Further signed parts of a compound shift ("a year and two months ago").</summary>
    public ImmutableArray<DurationPart> ShiftMore { get; init; } = [];

    /// <summary>The time a shift starts from.</summary>
    public TimeNode? From { get; init; }

    /// <summary>Parts of a duration or of the period of a set.</summary>
    public ImmutableArray<DurationPart> Duration { get; init; } = [];

    /// <summary><c>PAST_REF</c> and its like.</summary>
    public string? Reference { get; init; }

    /// <summary>End of a range.</summary>
    public TimeNode? Until { get; init; }

    /// <summary>A stretch of a duration before (-1) or after (1) the anchor ("the last three months").</summary>
    public int Stretch { get; init; }

    /// <summary>"in three days": a shift where the clause speaks of the future, else the length of time something took.</summary>
    public bool OnlyInFuture { get; init; }

    /// <summary>Whether a shift goes back.</summary>
    public bool Backward { get; init; }

    /// <summary>Whether the bounds of a stretch are what is meant, not its length.</summary>
    public bool IsRange => Until is not null;

    /// <summary>Lexemes of the start and end of a range, for output as two expressions.</summary>
    public (int First, int End, int UntilFirst, int UntilEnd) Parts { get; init; }

    /// <summary>The finest field that is set.</summary>
    public TimeUnit Granularity =>
        Second is not null ? TimeUnit.Second : Minute is not null ? TimeUnit.Minute : Hour is not null || DayPart is not null ? TimeUnit.Hour
        : Day is not null || Weekday is not null || Holiday is not null ? TimeUnit.Day : Weekend ? TimeUnit.Weekend : Week is not null ? TimeUnit.Week
        : Month is not null ? TimeUnit.Month : Quarter is not null ? TimeUnit.Quarter : Season is not null ? TimeUnit.Season : HalfYear is not null ? TimeUnit.HalfYear
        : Base != ShiftBase.None && Year is null ? ShiftUnit : Year is not null ? TimeUnit.Year : Decade is not null ? TimeUnit.Decade : Century is not null ? TimeUnit.Century : TimeUnit.None;

    /// <summary>Whether a clock time or part of a day is set.</summary>
    public bool HasTime => Hour is not null || DayPart is not null;

    /// <summary>Whether any calendar field of a day or longer is set.</summary>
    public bool HasDate =>
        Century is not null || Decade is not null || Year is not null || HalfYear is not null || Quarter is not null || Season is not null || Month is not null
        || Week is not null || Day is not null || Weekday is not null || Weekend || Holiday is not null || Base != ShiftBase.None;

    /// <summary>This node with the fields that <paramref name="other"/> sets laid over it; null where the two contradict each other.</summary>
    public TimeNode? With(TimeNode other) => this with
    {
        Century = other.Century ?? Century,
        Decade = other.Decade ?? Decade,
        Year = other.Year ?? Year,
        HalfYear = other.HalfYear ?? HalfYear,
        Quarter = other.Quarter ?? Quarter,
        Season = other.Season ?? Season,
        Month = other.Month ?? Month,
        Week = other.Week ?? Week,
        Day = other.Day ?? Day,
        Weekday = other.Weekday ?? Weekday,
        WeekdayCount = other.WeekdayCount ?? WeekdayCount,
        Weekend = Weekend || other.Weekend,
        Fiscal = Fiscal || other.Fiscal,
        BeforeChrist = BeforeChrist || other.BeforeChrist,
        Holiday = other.Holiday ?? Holiday,
        DayPart = other.DayPart ?? DayPart,
        Hour = other.Hour ?? Hour,
        Minute = other.Minute ?? Minute,
        Second = other.Second ?? Second,
        HalfDayKnown = HalfDayKnown || other.HalfDayKnown,
        Modifier = other.Modifier ?? Modifier,
        Pick = other.Pick != TimePick.None ? other.Pick : Pick,
        Base = other.Base != ShiftBase.None ? other.Base : Base,
        ShiftUnit = other.Base != ShiftBase.None ? other.ShiftUnit : ShiftUnit,
        ShiftAmount = other.Base != ShiftBase.None ? other.ShiftAmount : ShiftAmount,
        ShiftMore = other.Base != ShiftBase.None ? other.ShiftMore : ShiftMore,
        From = other.Base != ShiftBase.None ? other.From : From,
    };
}
