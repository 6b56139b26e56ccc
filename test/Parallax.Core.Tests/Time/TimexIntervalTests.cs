using NodaTime;
using Parallax.Core.Time;
using Shouldly;
using Xunit;

namespace Parallax.Core.Tests.Time;

public sealed class TimexIntervalTests
{
    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31", TimePrecision.Year)]
    [InlineData("199", "1990-01-01", "1999-12-31", TimePrecision.Decade)]
    [InlineData("19", "1900-01-01", "1999-12-31", TimePrecision.Century)]
    [InlineData("2022-02", "2022-02-01", "2022-02-28", TimePrecision.Month)]
    [InlineData("2022-11-09", "2022-11-09", "2022-11-09", TimePrecision.Day)]
    [InlineData("2022-11-09TAF", "2022-11-09", "2022-11-09", TimePrecision.DayPart)]
    [InlineData("2022-11-09T21:30", "2022-11-09", "2022-11-09", TimePrecision.Clock)]
    [InlineData("2022-W45", "2022-11-07", "2022-11-13", TimePrecision.Week)]
    [InlineData("2022-W45-WE", "2022-11-12", "2022-11-13", TimePrecision.Weekend)]
    [InlineData("2022-W45-3", "2022-11-09", "2022-11-09", TimePrecision.Day)]
    [InlineData("2022-Q3", "2022-07-01", "2022-09-30", TimePrecision.Quarter)]
    [InlineData("2022-SU", "2022-06-01", "2022-08-31", TimePrecision.Season)]
    [InlineData("2022-07-XX", "2022-07-01", "2022-07-31", TimePrecision.Day)]
    public void Parse_KnownYear_HasBounds(string value, string earliest, string latest, TimePrecision precision)
    {
        TimexInterval interval = TimexInterval.Parse(value);

        (Iso(interval.Earliest), Iso(interval.Latest), interval.Precision).ShouldBe((earliest, latest, precision));
    }

    [Theory]
    [InlineData("XXXX-07")]
    [InlineData("XXXX-WXX-3")]
    [InlineData("XXXX-11-08")]
    [InlineData("P2M")]
    [InlineData("PAST_REF")]
    [InlineData("")]
    [InlineData("2022-99-99")]
    [InlineData("----")]
    [InlineData("TX")]
    [InlineData("9999-W99-9")]
    public void Parse_NoYearOrNonsense_HasNoBounds(string value) => TimexInterval.Parse(value).IsBounded.ShouldBeFalse();

    [Theory]
    [InlineData("XXXX-WXX-3", "2022-11-09", true)]
    [InlineData("XXXX-WXX-3", "2022-11-08", false)]
    [InlineData("XXXX-11-08", "2022-11", true)]
    [InlineData("XXXX-11-08", "2022-10", false)]
    [InlineData("XXXX-11-08", "XXXX-11-09", false)]
    [InlineData("XXXX-11-08", "XXXX-WXX-2", true)]
    [InlineData("2022-11-09TAF", "2022-11-09T15:30", true)]
    [InlineData("2022-11-09TMO", "2022-11-09T15:30", false)]
    [InlineData("2022-W45", "2022-11-13", true)]
    [InlineData("PAST_REF", "2022-11-13", true)]
    public void Compatible_TwoValues_SaysWhetherADayFitsBoth(string left, string right, bool expected)
    {
        TimexInterval.Parse(left).Compatible(TimexInterval.Parse(right)).ShouldBe(expected);
        TimexInterval.Parse(right).Compatible(TimexInterval.Parse(left)).ShouldBe(expected);
    }

    [Fact]
    public void Parse_Until_EndsWithTheLastDayOfTheEnd() => Iso(TimexInterval.Parse("2022-03", "2022-05").Latest).ShouldBe("2022-05-31");

    [Fact]
    public void Parse_Before_IsOpenBelow() => (TimexInterval.Parse("2022", null, "BEFORE") is { Earliest: null } open && Iso(open.Latest) == "2021-12-31").ShouldBeTrue();

    [Fact]
    public void YearsOf_MonthDayAndWeekday_GivesEveryYearThatFits() =>
        TimexInterval.YearsOf(11, 8, IsoDayOfWeek.Tuesday, 2000, 2022).ShouldBe([2005, 2011, 2016, 2022]);

    private static string? Iso(LocalDate? date) => date is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null;
}
