using Parallax.Stories.Happenings;
using Parallax.Stories.Learned;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class SmallNetworkTests
{
    // To the last bit: what is decided at a threshold does not depend on how the score was asked for.
    [Fact]
    public void Score_RandomFeatures_IsTheFirstOfTheScores()
    {
        SmallNetwork network = SmallNetwork.Read("en/learned/same-event.txt", SameEvent.Names);
        Random random = new(5);
        network.IsSum.ShouldBeTrue();
        for (int round = 0; round < 100; round++)
        {
            double[] features = [.. Enumerable.Range(0, network.Features.Length).Select(_ => random.NextDouble())];
            network.Score(features).ShouldBe(network.Scores(features)[0]);
        }
    }
}
