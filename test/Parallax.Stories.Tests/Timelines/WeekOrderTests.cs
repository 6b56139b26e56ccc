using NodaTime;
using Parallax.Stories.Timelines;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests.Timelines;

public sealed class WeekOrderTests
{
    [Theory]
    [InlineData(new[] { IsoDayOfWeek.Friday, IsoDayOfWeek.Wednesday }, 3)]
    [InlineData(new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Saturday }, 6)]
    [InlineData(new[] { IsoDayOfWeek.Sunday }, 7)]
    [InlineData(new[] { IsoDayOfWeek.Friday, IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday }, 4)] // Equal gaps: the most told stands soon behind the first.
    [InlineData(new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday }, 1)]
    [InlineData(new IsoDayOfWeek[0], 1)]
    public void FirstDay_DaysOfOneStory_BeginsBehindTheLongestGap(IsoDayOfWeek[] told, int first) => WeekOrder.FirstDay(told.Cast<IsoDayOfWeek?>().Append(null)).ShouldBe(first);

    [Theory]
    [InlineData(IsoDayOfWeek.Saturday, 0)]
    [InlineData(IsoDayOfWeek.Monday, 2)]
    [InlineData(null, 7)]
    public void Place_WeekThatBeginsOnSaturday_CountsFromThere(IsoDayOfWeek? day, int place) => WeekOrder.Place(day, 6).ShouldBe(place);
}
