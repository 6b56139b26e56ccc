using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class OuterMarksTests
{
    [Theory]
    [InlineData("“It holds.”", "It holds.")]
    [InlineData("\"It holds.\"", "It holds.")]
    [InlineData("the flood had to be “stopped.”", "the flood had to be “stopped.”")]
    [InlineData("“strong” and “cheap”", "“strong” and “cheap”")]
    [InlineData("“strong,” she calls it", "“strong,” she calls it")]
    [InlineData("“It holds", "It holds")]
    [InlineData("It holds.”", "It holds.")]
    [InlineData("the dam is \"safe\"", "the dam is \"safe\"")]
    [InlineData("It holds.\"", "It holds.")]
    [InlineData("““It holds,” he said.”", "“It holds,” he said.")]
    [InlineData("”", "”")]
    [InlineData(" ", "")]
    public void Off_TakesOffWhatSurroundsAllOrHasNoPartner(string words, string expected) => OuterMarks.Off(words).ShouldBe(expected);
}
