using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class StatementViewTests
{
    [Fact]
    public void Shortened_LongSpeech_EndsBehindASentenceWithAMark()
    {
        string speech = string.Join(' ', Enumerable.Repeat("The dam holds and we thank all who built it.", 40));

        string shown = StatementView.Shortened(speech);

        shown.ShouldEndWith("built it. …");
        shown.Length.ShouldBeInRange(900, 1002);
        speech.ShouldStartWith(shown[..^2]);
    }

    [Fact]
    public void Shortened_WithoutAnySpace_IsCutAllTheSame() => StatementView.Shortened(new string('x', 3000)).Length.ShouldBe(1002);

    [Fact]
    public void Shortened_ShortWords_AreGivenWhole() => StatementView.Shortened("The dam holds.").ShouldBe("The dam holds.");
}
