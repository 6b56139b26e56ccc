using Parallax.Quality.Scoring;
using Shouldly;
using Xunit;

namespace Parallax.Quality.Tests.Scoring;

public sealed class CoreferenceScoreTests
{
    [Fact]
    public void Add_TheExampleOfTheScorersPaper_GivesItsFigures()
    {
        // Pradhan et al. 2014: key {a b c} {d e f g}, response {a b} {c d} {f g h i}.
        CoreferenceScore score = new();
        score.Add<string>([["a", "b", "c"], ["d", "e", "f", "g"]], [["a", "b"], ["c", "d"], ["f", "g", "h", "i"]]);
        double precision = 4 / 8.0, recall = 35 / 84.0;
        score.Muc.ShouldBe(0.4, 1e-9);
        score.BCubed.ShouldBe(2 * precision * recall / (precision + recall), 1e-9);
        score.CeafE.ShouldBe(2 * (1.3 / 3) * (1.3 / 2) / ((1.3 / 3) + (1.3 / 2)), 1e-9);
        score.ConllF1.ShouldBe((score.Muc + score.BCubed + score.CeafE) / 3, 1e-12);
    }

    [Fact]
    public void Add_TheSameChains_IsPerfect()
    {
        CoreferenceScore score = new();
        score.Add<int>([[1, 2], [3, 4, 5]], [[5, 4, 3], [2, 1]]);
        score.ConllF1.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Add_OneChainForTwo_LosesPrecisionOnly()
    {
        // MUC: key 1+1 links, response 3: recall 2/2, precision 2/3. B-cubed: recall 1, precision 1/2. CEAF: best pair 2*2/(2+4).
        CoreferenceScore score = new();
        score.Add<int>([[1, 2], [3, 4]], [[1, 2, 3, 4]]);
        score.Muc.ShouldBe(0.8, 1e-9);
        score.BCubed.ShouldBe(2 / 3.0, 1e-9);
        score.CeafE.ShouldBe(2 * (2 / 3.0) / 3, 1e-9);
    }

    [Fact]
    public void Add_ChainsOfOne_DoNotCount()
    {
        CoreferenceScore score = new();
        score.Add<int>([[1, 2], [7]], [[1, 2], [8]]);
        score.ConllF1.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Best_OfTheAssignment_IsTheLargestSum() => Assignment.Best(new double[,] { { 4, 3, 0 }, { 3, 1, 0 } }).ShouldBe(6, 1e-9);
}
