using Parallax.Core.Accounts;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class DisputeViewTests
{
    [Fact]
    public void AllOf_DisputedClaimWithoutAConflict_HasASideForEachPosition()
    {
        Account account = SpillAccount.Make();
        Claim claim = account.Claims.First(static c => c.Positions.Any(static p => p.Kind == PositionKind.Affirms) && c.Positions.Any(static p => p.Kind == PositionKind.Denies));

        DisputeView dispute = DisputeView.AllOf(new AccountIndex(account with { Conflicts = [], Claims = [claim with { Status = ClaimStatus.Disputed }] })).ShouldHaveSingleItem();

        dispute.Conflict.ShouldBeNull();
        dispute.Sides.Select(static side => side.Heading).Take(2).ShouldBe(["Says it is so", "Denies it"]);
    }

    [Fact]
    public void AllOf_ClaimThatOnlyOneSideTells_IsNoDispute()
    {
        Account account = SpillAccount.Make();
        Claim claim = account.Claims.First(static c => c.Positions.All(static p => p.Kind == PositionKind.Affirms));

        DisputeView.AllOf(new AccountIndex(account with { Conflicts = [], Claims = [claim with { Status = ClaimStatus.Disputed }] })).ShouldBeEmpty();
    }
}
