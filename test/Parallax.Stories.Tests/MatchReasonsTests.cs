using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class MatchReasonsTests
{
    [Fact]
    public void One_reason_of_several_pairs_is_told_once_with_its_range() =>
        MatchReasons.Of([Match("one kind of act", 713), Match("one kind of act", 868), Match("both tell it", null), Match("both tell it", null)])
            .ShouldBe(["both tell it", "one kind of act, 71 to 86 % sure to be one in 2 pairs"]);

    [Fact]
    public void One_pair_has_one_figure() => MatchReasons.Of([Match("one kind of act", 713)]).ShouldBe(["one kind of act, 71 % sure to be one"]);

    [Fact]
    public void At_most_six_reasons_are_told() => MatchReasons.Of(Enumerable.Range(0, 9).Select(static i => Match($"reason {i}", null))).Length.ShouldBe(6);

    private static PropositionMatch Match(string why, int? sure) => new(true, 1, SlotMatch.Unknown, SlotMatch.Unknown, SlotMatch.Unknown, true, true, why) { Sure = sure };
}
