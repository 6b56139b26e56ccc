using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Export.Markdown;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class ClaimsViewTests
{
    // The claim of one report (B) that may be told by another claim's report as well.
    private static Account WithNear(bool both)
    {
        Account account = SpillAccount.Make();
        Claim worry = account.Claims[3], crime = account.Claims[4], admitted = account.Claims[2];
        return account with
        {
            Claims =
            [
                .. account.Claims.Select(c => c.Id == worry.Id && both ? c with { Near = [new NearTelling(crime.TextEvidence, crime.Id, 0.6)] }
                    : c.Id == admitted.Id ? c with { Near = [new NearTelling(crime.TextEvidence, null, 0.5)] } : c),
            ],
        };
    }

    [Fact]
    public void Of_ClaimThatMayBeAnother_StandsUnderThatOne()
    {
        ClaimsView view = ClaimsView.Of(new AccountIndex(WithNear(both: true)));

        view.Corroborated.ShouldHaveSingleItem().Near.ShouldHaveSingleItem().Words.Text.ShouldContain("crime");
        view.OneReport.ShouldBeEmpty();
        view.PerhapsMore.ShouldHaveSingleItem().Near.Length.ShouldBe(1);
    }

    [Fact]
    public void Of_ClaimThatNoOtherShows_StandsInItsList()
    {
        ClaimsView view = ClaimsView.Of(new AccountIndex(WithNear(both: false)));

        view.PerhapsMore.Length.ShouldBe(1);
        view.Corroborated.ShouldHaveSingleItem().Near.ShouldBeEmpty();
    }

    [Fact]
    public void Of_ReportWhoseWordsMayBeTheSame_IsNotSilentInTheGrid()
    {
        Account account = SpillAccount.Make();
        Claim worry = account.Claims[3];
        account = account with { Claims = [.. account.Claims.Select(c => c.Id == worry.Id ? c with { Near = [new NearTelling(new Evidence(account.Reports[2].Id, account.Reports[2].Sentences[0].Start, account.Reports[2].Sentences[0].End), null, 0.5)] } : c)] };

        GridRow row = GridView.Of(new AccountIndex(account)).Rows.Single(r => r.Claim.Claim.Id == worry.Id);
        row.Cells[2].Word.ShouldBe(Words.MayBeTheSame);
        row.Cells[2].IsSilent.ShouldBeFalse();
        row.Cells[3].IsSilent.ShouldBeTrue();
    }
}
