using System.Text;
using Parallax.Application.Versions;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;
using Parallax.Intake;
using Shouldly;
using Xunit;

namespace Parallax.Application.Tests.Versions;

public sealed class ReportVersionsTests
{
    private const string Body = "The harbour office closed the eastern quay on Monday.\n\nThe mayor, Lena Hart, said that twelve boats had to leave, and that nobody was hurt in the storm.\n\nThe ferry will run again on Friday, the operator said in a statement.";

    [Fact]
    public void Of_SameAddressOtherText_NewestCountsAndTheDifferenceIsShown()
    {
        Report early = Page("https://www.harbour.example/a?utm_source=x", "2024-03-04T10:00:00Z", Body);
        Report late = Page("http://harbour.example/a/#top", "2024-03-05T10:00:00Z", Body.Replace("twelve", "fifteen", StringComparison.Ordinal));
        ReportVersions versions = ReportVersions.Of([early, late]);
        versions.Counting.ShouldBe([late]);
        ReportVersion other = versions.OthersOf(late.Id).ShouldHaveSingleItem();
        (other.Id, other.Relation).ShouldBe((early.Id, VersionRelation.Earlier));
        other.Differences.ShouldBe([new WordDifference("twelve", "fifteen")]);
        versions.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0134");
    }

    [Fact]
    public void Of_AnyOrder_GivesTheSame()
    {
        Report[] reports = [.. Enumerable.Range(1, 4).Select(static i => Page("https://harbour.example/a", $"2024-03-0{i}T10:00:00Z", Body + $"\n\nUpdate number {i} of it, the office said."))];
        string first = string.Join(' ', ReportVersions.Of([.. reports]).Groups[0].Select(static r => r.Id));
        string.Join(' ', ReportVersions.Of([.. reports.Reverse()]).Groups[0].Select(static r => r.Id)).ShouldBe(first);
        ReportVersions.Of([.. reports]).Groups[0][0].ShouldBe(reports[3]);
    }

    [Fact]
    public void Of_TeaserSeenLater_DoesNotCountOverTheWhole()
    {
        Report whole = Page("https://harbour.example/a", "2024-03-04T10:00:00Z", Body);
        Report teaser = Page("https://harbour.example/a", "2024-03-06T10:00:00Z", Body.Split("\n\n")[0]);
        ReportVersions versions = ReportVersions.Of([teaser, whole]);
        versions.Counting.ShouldBe([whole]);
        versions.OthersOf(whole.Id)[0].Relation.ShouldBe(VersionRelation.Excerpt);
    }

    [Fact]
    public void Of_AddressOfAnotherOutlet_IsNoVersion()
    {
        Report own = Page("https://harbour.example/a", "2024-03-04T10:00:00Z", Body, "Harbour Post");
        Report foreign = Page("https://harbour.example/a", "2024-03-09T10:00:00Z", "Something else was never said by anybody at the quay, wrote the feed of a stranger.", "Stranger");
        ReportVersions.Of([own, foreign]).Counting.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("https://a.example/x?id=1", "https://a.example/x?id=2", false)]
    [InlineData("https://a.example/x?b=2&a=1", "http://www.a.example/x/?a=1&b=2&fbclid=9", true)]
    [InlineData("https://a.example:8080/x", "https://a.example/x", false)]
    [InlineData("https://a.example/X", "https://a.example/x", false)]
    public void Key_OfTwoAddresses(string one, string other, bool same) => (ReportAddress.Key(one) == ReportAddress.Key(other)).ShouldBe(same);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("urn:x")]
    [InlineData(null)]
    public void Key_OfWhatIsNoWebAddress_IsNone(string? address) => ReportAddress.Key(address).ShouldBeNull();

    [Theory]
    [InlineData("a b c", "a b c", "")]
    [InlineData("a b c", "a x c", "b>x")]
    [InlineData("a b c", "a c", "b>")]
    [InlineData("one\n\ntwo", "one\n\nnew\n\ntwo", ">new")]
    [InlineData("a b c d", "x b c y", "a>x|d>y")]
    public void Differences_AreWords(string from, string to, string expected) => string.Join('|', TextDifferences.Of(from, to).Select(static d => $"{d.From}>{d.To}")).ShouldBe(expected);

    private static Report Page(string address, string captured, string body, string? outlet = null)
    {
        string page = $"<html><head>{(outlet is null ? "" : $"<meta property='og:site_name' content='{outlet}'>")}</head><body><article><h1>Quay closed</h1>{string.Concat(body.Split("\n\n").Select(static p => $"<p>{p}</p>"))}</article></body></html>";
        return new ReportIntake(new IntakeOptions()).Read("page.html", Encoding.UTF8.GetBytes(page), new InputOrigin { Url = address, Captured = captured }).Reports.ShouldHaveSingleItem();
    }
}
