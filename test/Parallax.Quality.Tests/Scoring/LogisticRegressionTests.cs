using Parallax.Quality.Scoring;
using Shouldly;
using Xunit;

namespace Parallax.Quality.Tests.Scoring;

public sealed class LogisticRegressionTests
{
    private static readonly double[][] Rows = [[1, 0, 1], [0.9, 0.1, 1], [0, 1, 1], [0.1, 0.9, 1], [-1, -1, 1], [-0.9, -1, 1]];
    private static readonly int[] Labels = [0, 0, 1, 1, 2, 2];

    [Fact]
    public void Predict_CasesApart_GivesTheirClassAndSharesOfOne()
    {
        LogisticRegression learned = new(Rows, Labels, 3, 0.001);
        for (int i = 0; i < Rows.Length; i++)
        {
            double[] shares = learned.Predict(Rows[i]);
            shares.Sum().ShouldBe(1, 1e-9);
            Array.IndexOf(shares, shares.Max()).ShouldBe(Labels[i]);
        }
    }

    [Fact]
    public void Predict_AtTheMinimum_MeanOfTheSharesIsTheShareOfTheClasses()
    {
        // Only the last column is there, so that nothing but how often a class occurs can be learned.
        LogisticRegression learned = new([[1], [1], [1], [1]], [0, 0, 0, 1], 2, 0);
        learned.Predict([1])[0].ShouldBe(0.75, 0.01);
    }

    [Fact]
    public void Predict_MoreDecay_IsLessSure()
    {
        double sure = new LogisticRegression(Rows, Labels, 3, 0.001).Predict(Rows[0])[0], unsure = new LogisticRegression(Rows, Labels, 3, 1).Predict(Rows[0])[0];
        unsure.ShouldBeLessThan(sure);
    }
}
