using Parallax.Core.Accounts;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class HeadViewTests
{
    [Fact]
    public void Of_OneStoryWithDays_GivesThem() => HeadView.Of(new AccountIndex(SpillAccount.Make())).Dates.ShouldBe("4 March 2031 to 5 March 2031");

    [Fact]
    public void Of_AStoryOfUnknownDays_SaysSo()
    {
        Account account = SpillAccount.Make();
        Story first = account.Stories[0];
        account = account with
        {
            Stories = [first with { Reports = first.Reports[..3] }, new Story("t0000000000", "Harbour master resigns", first.Reports[3..], null, null) { Explanation = first.Explanation }],
        };

        HeadView.Of(new AccountIndex(account)).Dates.ShouldBe("4 March 2031 to 5 March 2031 (the days of one story are not known)");
    }
}
