using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Stories.Happenings;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class DisputedTimeTests
{
    private static Happening Delivery => new() { Id = "h1", Title = "Veria sent boats", Plover = PloverType.AID, Time = "2022-SU", Events = ["v1", "v2"], Reports = ["r1", "r2"], Explanation = Explanation.Of("happening", "told by 2 reports") };

    private static Conflict Dispute(ConflictRelation relation, string told) => new("k1", ConflictKind.Time, relation, "c1",
        [new ConflictSide("last summer", [new SideEvidence("r1", 0, 4, null, told)]), new ConflictSide("before the strike", [new SideEvidence("r2", 0, 4, null, null)])], Explanation.Of("conflict", "they differ in when"));

    [Fact]
    public void Apply_TimeThatIsDisputed_IsNoTimeOfTheHappening()
    {
        Happening happening = DisputedTimes.Apply([Delivery], [Dispute(ConflictRelation.Conflict, "v1")], new ExplanationBook()).ShouldHaveSingleItem();
        happening.Time.ShouldBeNull();
        happening.Explanation.ShouldNotBeNull().Text.ShouldContain("last summer; before the strike");
    }

    [Fact]
    public void Apply_DisputeOnAnotherEvent_ChangesNothing() =>
        DisputedTimes.Apply([Delivery], [Dispute(ConflictRelation.Conflict, "v9")], new ExplanationBook()).ShouldHaveSingleItem().Time.ShouldBe("2022-SU");

    [Fact]
    public void Apply_TimesThatMayBothBeSo_ChangeNothing() =>
        DisputedTimes.Apply([Delivery], [Dispute(ConflictRelation.Compatible, "v1")], new ExplanationBook()).ShouldHaveSingleItem().Time.ShouldBe("2022-SU");
}
