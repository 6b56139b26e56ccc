using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class TimelineViewTests
{
    [Fact]
    public void Of_ATimeThatIsDisputed_SaysSo()
    {
        Account account = SpillAccount.Make();
        TimelineEntry entry = account.Timeline[0];
        Evidence at = entry.Evidence[0];
        Conflict conflict = new("k1", ConflictKind.Time, ConflictRelation.Conflict, account.Claims[0].Id,
            [new ConflictSide("4 March", [new SideEvidence(at.Report, at.Start, at.End, null, null)]), new ConflictSide("5 March", [])], Explanation.Of("test", "given by the test"));

        TimelineView.Of(new AccountIndex(account)).Lines[0].When.ShouldNotContain("disputed");
        TimelineView.Of(new AccountIndex(account with { Conflicts = [conflict] })).Lines[0].When.ShouldEndWith(" (disputed)");
    }
}
