using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class ShortLineTests
{
    [Fact]
    public void Of_ClaimOfSeveralVoices_ShowsTheClaimsOwnWords()
    {
        var index = new AccountIndex(SpillAccount.Make());

        ImmutableArray<ShortLine> parts = [.. ShortLine.AllOf(index).Where(static line => line.IsPart)];

        parts.ShouldNotBeEmpty();
        parts.ShouldAllBe(line => index.Account.Claims.Any(claim => claim.Text == line.Words.Text));
    }

    [Fact]
    public void Of_ClaimOfOneVoice_ShowsTheSentence()
    {
        var index = new AccountIndex(SpillAccount.Make());
        Claim claim = index.Account.Claims.First(claim => !ClaimView.Of(index, claim).HasSeveralVoices);
        Cite cite = index.CiteOf(claim.TextEvidence)!;

        var line = ShortLine.Of(index, new InShortSentence(claim.TextEvidence.Report, cite.Sentence, claim));

        line.IsPart.ShouldBeFalse();
        line.Words.ShouldBe(index.Sentence(cite.Report, cite.Sentence));
    }

    [Theory]
    [InlineData(ConflictKind.Denial, "denied by ")]
    [InlineData(ConflictKind.Time, "time disputed by ")]
    public void Of_DisputedClaim_SaysWhetherTheTimeAloneIsDisputed(ConflictKind kind, string words)
    {
        Account account = SpillAccount.Make();
        Conflict denial = account.Conflicts.Single(static conflict => conflict.Kind == ConflictKind.Denial);
        var index = new AccountIndex(account with { Conflicts = account.Conflicts.Replace(denial, denial with { Kind = kind }) });
        Claim claim = account.Claims.Single(claim => claim.Id == denial.Claim);

        ShortLine.Of(index, new InShortSentence(claim.TextEvidence.Report, index.CiteOf(claim.TextEvidence)!.Sentence, claim)).By.ShouldContain(words);
    }

    [Fact]
    public void Render_DenialOfSomethingElse_StandsBesideTheClaimInEachList()
    {
        Account account = SpillAccount.Make();
        Claim claim = account.Claims.First(static claim => claim.Status == ClaimStatus.OneOrigin && claim.Positions.Any(static position => position.Statement is not null));
        Claim denied = claim with { Status = ClaimStatus.Corroborated, Positions = [.. claim.Positions, claim.Positions.First(static position => position.Statement is not null) with { Kind = PositionKind.DeniesSomethingElse, Voice = "Orla Fenn" }] };
        account = account with { Claims = account.Claims.Replace(claim, denied), Conflicts = [.. account.Conflicts.Where(conflict => conflict.Claim != claim.Id)] };

        Approved.Render("markdown", account).ShouldContain("  - denies something else: Orla Fenn (“");
        foreach (string page in new[] { Approved.Render("terminal", account), Approved.Render("html", account) })
        {
            page.ShouldContain("enies something else: ");
            page.ShouldContain("Orla Fenn");
        }
    }
}
