using Parallax.Stories.Timelines;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests.Timelines;

public sealed class TimelineWordsTests
{
    [Theory]
    [InlineData("The ferry sailed at 7 p.m.", "The ferry sailed at 7 p.m.")]
    [InlineData("The ferry sailed at 7\u00A0p.m.", "The ferry sailed at 7\u00A0p.m.")]
    [InlineData("The ferry sailed. ", "The ferry sailed")]
    [InlineData("It grew by 2.5.", "It grew by 2.5")]
    [InlineData(".", "")]
    [InlineData("", "")]
    public void WithoutStop_EndOfSentence_KeepsTheStopOfLetters(string words, string expected) => TimelineWords.WithoutStop(words).ShouldBe(expected);
}
