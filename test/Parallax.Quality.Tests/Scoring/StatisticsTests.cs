using Parallax.Quality.Scoring;
using Shouldly;
using Xunit;

namespace Parallax.Quality.Tests.Scoring;

public sealed class StatisticsTests
{
    // Deviations -1.5 -0.5 0.5 1.5 and -3 -1 0 4: products sum to 11, squares to 5 and 26.
    [Fact]
    public void Pearson_FourPairs_IsTheHandComputedValue() => Statistics.Pearson([1, 2, 3, 4], [2, 4, 5, 9]).ShouldBe(11 / Math.Sqrt(130), 1e-12);

    [Fact]
    public void Pearson_AColumnThatDoesNotVary_IsZero() => Statistics.Pearson([1, 2, 3], [4, 4, 4]).ShouldBe(0);

    [Fact]
    public void MeanAbsoluteError_FourPairs_IsTheHandComputedValue() => Statistics.MeanAbsoluteError([1, 2, 3, 4], [2, 4, 5, 9]).ShouldBe(2.5, 1e-12);

    [Fact]
    public void MacroF1_TwoClasses_IsTheMeanOfTheirs() =>
        Statistics.MacroF1(["a", "a", "a", "b"], ["a", "a", "b", "b"]).ShouldBe(((4 / 5.0) + (2 / 3.0)) / 2, 1e-12);

    [Fact]
    public void Pearson_ColumnsOfTwoLengths_Throws() => Should.Throw<ArgumentException>(() => Statistics.Pearson([1, 2], [1]));

    [Fact]
    public void Score_TwoBags_CountsWhatTheyShare() =>
        MultisetScorer.Score(["a", "a", "b", "c"], ["a", "b", "b", "d"]).ShouldBe(new F1Score(2, 4, 4));

    [Theory]
    [InlineData(2, 4, 4, 0.5)]
    [InlineData(0, 4, 0, 0)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(3, 4, 6, 0.6)]
    public void F1_OfCounts_IsTheHarmonicMean(double correct, double gold, double system, double f1) => new F1Score(correct, gold, system).F1.ShouldBe(f1, 1e-12);
}
