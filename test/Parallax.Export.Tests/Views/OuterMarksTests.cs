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
    [InlineData("``It holds,''", "It holds,")]
    [InlineData("``strong'' and ``cheap''", "``strong'' and ``cheap''")]
    [InlineData("''The Quay''", "The Quay")]
    [InlineData("It holds.''", "It holds.")]
    [InlineData("”", "”")]
    [InlineData(" ", "")]
    public void Off_TakesOffWhatSurroundsAllOrHasNoPartner(string words, string expected) => OuterMarks.Off(words).ShouldBe(expected);

    [Theory]
    [InlineData("somebody hit a lamp and left,”", "somebody hit a lamp and left,")]
    [InlineData("“the dam holds", "the dam holds")]
    [InlineData("“strong” and “cheap”", "“strong” and “cheap”")]
    [InlineData("“strong”", "“strong”")]
    [InlineData("the dam is \"safe\"", "the dam is \"safe\"")]
    public void OffAlone_TakesOffMarksWithoutAPartner(string words, string expected) => OuterMarks.OffAlone(words).ShouldBe(expected);

    [Theory]
    [InlineData("“It holds,” … “It is safe.”", "It holds, … It is safe.")]
    [InlineData("It holds … and is “safe”", "It holds … and is “safe”")]
    public void OffPieces_TakesTheMarksOffEachPiece(string words, string expected) => OuterMarks.OffPieces(words).ShouldBe(expected);

    [Theory]
    [InlineData("“It holds,” Quill said.", "‘It holds,’ Quill said.")]
    [InlineData("Quill called it “safe.”", "Quill called it ‘safe.’")]
    [InlineData("The “safe” dam holds", "The “safe” dam holds")]
    [InlineData("“It holds.”", "It holds.")]
    public void Inside_MarksThatWouldMeetTheOuterOnes_BecomeSingle(string words, string expected) => OuterMarks.Inside(words).ShouldBe(expected);
}
