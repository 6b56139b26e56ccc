using Parallax.Core.Text;
using Shouldly;
using Xunit;

namespace Parallax.Core.Tests.Text;

public sealed class TextSpanTests
{
    [Fact]
    public void FromBounds_EndBeforeStart_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => TextSpan.FromBounds(5, 4));

    [Theory]
    [InlineData(0, 3, 3, 6, false, true)]
    [InlineData(0, 4, 3, 6, true, true)]
    [InlineData(0, 2, 3, 6, false, false)]
    [InlineData(3, 3, 0, 6, false, true)]
    public void OverlapsAndTouches_TwoSpans_AreTwoQuestions(int start, int end, int otherStart, int otherEnd, bool overlaps, bool touches)
    {
        TextSpan one = TextSpan.FromBounds(start, end), other = TextSpan.FromBounds(otherStart, otherEnd);
        one.Overlaps(other).ShouldBe(overlaps);
        other.Overlaps(one).ShouldBe(overlaps);
        one.Touches(other).ShouldBe(touches);
    }

    [Fact]
    public void ToString_Span_IsHalfOpen() => TextSpan.FromBounds(3, 9).ToString().ShouldBe("[3..9)");
}
