using Parallax.Core.Accounts;
using Parallax.Stories.Origins;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class RootNamesTests
{
    private static Evidential Named(string name, string report = "r1", string? state = null) =>
        new("o" + name, "speaker:" + name, OriginKind.Speaker, "report:" + report, false, report, RootNames.IsCommonNoun(name), state, RootName: RootNames.Key(name));

    [Theory]
    [InlineData("Quill", "Captain Ada Quill, chief harbour officer")]
    [InlineData("CCC", "the Committee for Coastal Care")]
    [InlineData("A Brevik source", "Brevik source")]
    public void Count_OneSpeakerUnderTwoNames_IsOneOrigin(string shorter, string longer) =>
        OriginFinder.Count([Named(shorter), Named(longer, "r2")]).Counts.So.ShouldBe(new CountRange(1, 1));

    [Fact]
    public void Count_TwoSpeakers_AreTwoOrigins() =>
        OriginFinder.Count([Named("Ada Quill"), Named("Ada Maro", "r2")]).Counts.So.ShouldBe(new CountRange(2, 2));

    [Theory]
    [InlineData("The software giant", true)]
    [InlineData("a police source", true)]
    [InlineData("The Post", false)]
    [InlineData("Quill", false)]
    public void IsCommonNoun_NameOrNoun_IsTold(string name, bool expected) => RootNames.IsCommonNoun(name).ShouldBe(expected);
}
