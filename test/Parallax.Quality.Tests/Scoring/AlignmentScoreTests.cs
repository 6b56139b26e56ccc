using Parallax.Quality.Scoring;
using Shouldly;
using Xunit;

namespace Parallax.Quality.Tests.Scoring;

public sealed class AlignmentScoreTests
{
    [Fact]
    public void Add_WeighsLinksByTheLargerFanOut()
    {
        AlignmentScore score = new();
        score.Add(
            new() { [(0, 0)] = (["EQUI"], 5), [(0, 1)] = (["EQUI"], 5), [(2, 2)] = (["SIMI"], 3) },
            new() { [(0, 0)] = (["EQUI"], 5), [(2, 2)] = (["EQUI"], 5) });
        score.Aligned.ShouldBe(2 * 1.0 * 0.75 / 1.75, 1e-9);
        score.Type.ShouldBe(2 * 0.5 * 0.25 / 0.75, 1e-9);
        score.TypeAndScore.ShouldBe(score.Type, 1e-9);
    }

    [Fact]
    public void Add_ADifferenceOfScores_CostsAFifthAPoint()
    {
        AlignmentScore score = new();
        score.Add(new() { [(0, 0)] = (["SIMI"], 3) }, new() { [(0, 0)] = (["SIMI"], 4) });
        score.Type.ShouldBe(1);
        score.TypeAndScore.ShouldBe(0.8, 1e-9);
    }
}
