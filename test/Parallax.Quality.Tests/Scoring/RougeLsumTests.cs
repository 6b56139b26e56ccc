using Parallax.Quality.Scoring;
using Shouldly;
using Xunit;

namespace Parallax.Quality.Tests.Scoring;

/// <summary>ROUGE-LSum against cases computed by hand (Lin 2004, section 3.2).</summary>
public sealed class RougeLsumTests
{
    // Longest common subsequences of the one reference sentence: "a b" with the first found, "a c e" with the second; their union "a b c e" is 4 of 5 and 4 of 10.
    [Theory]
    [InlineData("a b c d e", "a b f g h\na c h i e", 4.0 / 10, 4.0 / 5)]
    [InlineData("a b c d", "a b c d", 1, 1)]
    [InlineData("a b c d", "d c b a", 1.0 / 4, 1.0 / 4)]
    [InlineData("a b", "c d", 0, 0)]
    [InlineData("", "a", 0, 0)]
    public void Of_GivesTheUnionOfTheLongestCommonSubsequences(string reference, string found, double precision, double recall)
    {
        RougeLsum score = RougeLsum.Of(reference, found);
        score.Precision.ShouldBe(precision, 1e-12);
        score.Recall.ShouldBe(recall, 1e-12);
        score.F1.ShouldBe(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), 1e-12);
    }

    [Fact]
    public void Of_AWordFoundTwice_CountsOnce()
    {
        // "a" stands once in the reference, so one of the two found is a hit: 1 of 2 and 1 of 1.
        RougeLsum score = RougeLsum.Of("a", "a\na");
        score.Precision.ShouldBe(0.5, 1e-12);
        score.Recall.ShouldBe(1, 1e-12);
    }
}
