using Parallax.Core.Accounts;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class DoubtfulViewTests
{
    // The account with its first statement told apart.
    private static Account WithDoubtful()
    {
        Account account = SpillAccount.Make();
        return account with { Statements = account.Statements.RemoveAt(0), Doubtful = [account.Statements[0] with { Certainty = 0.414 }] };
    }

    [Fact]
    public void AllOf_DoubtfulStatement_SaysWhoWhereAndHowSurely()
    {
        AccountIndex index = new(WithDoubtful());
        DoubtfulView view = DoubtfulView.AllOf(index).ShouldHaveSingleItem();

        view.Speaker.ShouldNotBeNull();
        view.Percent.ShouldBe(41);
        view.Cite.ShouldNotBeNull();
        index.IsDoubtful(index.Account.Doubtful[0]).ShouldBeTrue();
        index.IsDoubtful(index.Account.Statements[0]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("terminal")]
    public void Write_DoubtfulStatement_StandsUnderItsOwnHeading(string format)
    {
        Approved.Render(format, WithDoubtful()).ShouldContain("read with doubt", Case.Insensitive);
        Approved.Render(format, SpillAccount.Make()).ShouldNotContain("read with doubt", Case.Insensitive);
    }
}
