using Parallax.Core.Reports;
using Parallax.Intake.Outlets;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Html;

public sealed class PageFactTests
{
    private const string Body = "<p>The harbour office of Port Alder closed the eastern quay on Monday, its head said, after a crane fell into the water and sank.</p><p>Nobody was hurt, according to the fire service, which sent two boats and about thirty people to the place in the evening.</p>";

    // A page of an outlet with a note below its article.
    private static Report ReadBelow(string note) =>
        Intake.Read($"<html lang=\"en\"><head><meta property=\"og:site_name\" content=\"alderpost.example\"></head><body><h1>Quay closed after fall of a crane</h1><article>{Body}{note}</article></body></html>").Reports.ShouldHaveSingleItem();

    private static Report Read(string head, string top = "<h1>Quay closed after fall of a crane</h1>", IntakeOptions? options = null, InputOrigin? origin = null)
    {
        string page = $"<!doctype html><html lang=\"en\"><head>{head}</head><body>{top}<article>{Body}</article></body></html>";
        Report report = new ReportIntake(options ?? new IntakeOptions()).Read("page.html", System.Text.Encoding.UTF8.GetBytes(page), origin).Reports.ShouldHaveSingleItem();
        Intake.ShouldLeadBack(report);
        return report;
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2024-03-04T18:00:00+02:00'>", "2024-03-04")]
    [InlineData("<meta name='dc.date' content='4 March 2024'>", "2024-03-04")]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-04\"}]}</script>", "2024-03-04")]
    [InlineData("<script type='application/ld+json'>[[[{\"@type\":\"NewsArticle\",\"author\":7,\"datePublished\":{\"x\":1}}]]]</script><meta name='date' content='2024-03-04'>", "2024-03-04")]
    [InlineData("<meta name='date' content='2024-02-31'><meta name='pubdate' content='2024-03-04 25:61'>", "2024-03-04")]
    [InlineData("<meta name='date' content='1709539200000'>", "2024-03-04")]
    [InlineData("<link rel='canonical' href='https://post.example/2024/03/04/quay'>", "2024-03-04")]
    public void Read_StatedDate_IsTaken(string head, string day) => Read(head).Published!.Value.ShouldBe(day);

    [Theory]
    [InlineData("<p class='byline'>By Ada Brook and Tom Reed, 4 March 2024</p>", "2024-03-04")]
    [InlineData("<time datetime='2024-03-04T10:00:00Z'>today</time>", "2024-03-04")]
    [InlineData("<span itemprop='datePublished' content='2024-03-04'></span>", "2024-03-04")]
    [InlineData("<div>Veröffentlicht am 4. März 2024</div>", "2024-03-04")]
    public void Read_VisibleDate_IsTaken(string under, string day) => Read("", "<h1>Quay closed after fall of a crane</h1>" + under).Published!.Value.ShouldBe(day);

    [Fact]
    public void Read_DateAfterCapture_IsRefused()
    {
        Report report = Read("<meta name='date' content='2031-01-01'><meta name='created' content='2024-03-04'>", origin: new InputOrigin { Captured = "2024-03-05T10:00:00Z" });
        report.Published!.Value.ShouldBe("2024-03-04");
        report.Captured.ShouldBe("2024-03-05T10:00:00Z");
        report.Facts.ShouldContain(f => f.Kind == FactKind.Published && f.Value == "2031-01-01" && !f.Taken && f.Why == "after the capture");
    }

    [Fact]
    public void Read_MomentInUtc_HasTheOutletsOwnDay()
    {
        Report report = Read("<meta property='article:published_time' content='2024-03-05T03:20:00Z'>", "<h1>Quay closed after fall of a crane</h1><time datetime='2024-03-04T22:20:00-05:00'>Monday</time>");
        report.Published!.Value.ShouldBe("2024-03-04");
        report.Published.Explanation.Text.ShouldContain("own clock");
    }

    [Fact]
    public void Read_TwoTrustedDates_GivesAFinding() =>
        Read("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-04\"}</script><meta property='article:published_time' content='2021-01-01'>").Findings.ShouldContain(f => f.Id == "PX0110");

    [Fact]
    public void Read_OnlyALastChange_DatesTheVersion()
    {
        Report report = Read("<meta property='article:modified_time' content='2024-03-04'>");
        report.Published!.Value.ShouldBe("2024-03-04");
        report.Modified.ShouldBe("2024-03-04");
        report.Published.Explanation.Text.ShouldContain("last changed");
    }

    [Fact]
    public void Read_Authors_GiveWayFromOutletToPeople()
    {
        Report report = Read("<meta property='og:site_name' content='The Alder Post'><meta name='author' content='The Alder Post'>", "<h1>Quay closed after fall of a crane</h1><p class='byline'>By Ada Brook and Tom Reed</p>");
        report.Authors.ShouldBe(["Ada Brook", "Tom Reed"]);
        report.Outlet!.Name.ShouldBe("The Alder Post");
        report.Facts.ShouldContain(f => f.Kind == FactKind.Author && f.Value == "The Alder Post" && f.Why == "it names the outlet");
    }

    [Fact]
    public void Read_AuthorReferredTo_IsResolved() =>
        Read("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Q\",\"author\":{\"@id\":\"#a\"},\"publisher\":{\"@type\":\"Organization\",\"name\":\"Alder Post\",\"parentOrganization\":{\"name\":\"Alder Holding\"}}},{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada Brook\"}]}</script>")
            .ShouldSatisfyAllConditions(static r => r.Authors.ShouldBe(["Ada Brook"]), static r => r.Owner.ShouldBe("Alder Holding"));

    [Fact]
    public void Read_SectionOpinion_IsOpinion()
    {
        Report report = Read("<meta property='article:section' content='Opinion'>");
        report.Genre.ShouldBe(Genre.Opinion);
        report.Section.ShouldBe("Opinion");
    }

    [Fact]
    public void Read_AgencyAsAuthor_IsCredited() => Read("<meta name='author' content='AFP'>").Agency!.Name.ShouldBe("Agence France-Presse");

    [Theory]
    [InlineData("Copyright (c) 2017 ", null)]
    [InlineData("© 2019 The Alder Post. All rights reserved.", "The Alder Post")]
    [InlineData("Copyright 2031 - The Alder Post", "The Alder Post")]
    [InlineData("The Alder Post", "The Alder Post")]
    [InlineData("1843 Magazine", "1843 Magazine")]
    public void Read_NoticeOfRights_NamesWhoseTheyAre(string notice, string? outlet) 
        => (Read($"<title>Crane falls into harbour</title><meta name='copyright' content='{notice}'>", "").Outlet?.Name).ShouldBe(outlet);

    [Theory]
    [InlineData("alderpost.example", "Alder Post", "Alder Post")]
    [InlineData("www.alderpost.example", "The Quay", "www.alderpost.example")] // another's name
    [InlineData("Alder Post", "alderpost.example", "Alder Post")]
    public void Read_AddressInPlaceOfAName_GivesWayToTheName(string site, string publisher, string outlet) =>
        Read($"<meta property='og:site_name' content='{site}'><meta name='application-name' content='{publisher}'>").Outlet!.Name.ShouldBe(outlet);

    [Theory]
    [InlineData("Alder Post", null)]
    [InlineData("Quay News", "Quay News")]
    public void Read_FirstPublishedByItself_IsCarriedFromNobody(string name, string? carried) =>
        (ReadBelow($"<p>Originally published on {name}.</p>").CarriedFrom?.Name).ShouldBe(carried);

    [Fact]
    public void Read_OutletBehindTitle_IsCutFromIt() => Read("<title>Crane falls into harbour | The Alder Post</title><meta property='og:site_name' content='The Alder Post'>", "").Title.ShouldBe("Crane falls into harbour");

    [Theory]
    [InlineData("<h1>Log In</h1><h1>Crane falls into harbour</h1>", "Crane falls into harbour")]
    [InlineData("<h1>Quay closed after fall</h1>", "Quay closed after fall")] // the page's own headline beside that for sharing
    public void Read_SeveralHeadings_TakesTheOneStatedElsewhere(string headings, string title) =>
        Read("<title>Crane falls into harbour | The Alder Post</title><meta property='og:site_name' content='The Alder Post'><meta property='og:title' content='Crane falls into harbour'>", headings).Title.ShouldBe(title);

    [Fact]
    public void Read_Paywall_SaysSo() =>
        Read("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>").Findings.ShouldContain(f => f.Id == "PX0111");

    [Fact]
    public void Read_WithRulesForItsOutlet_FollowsThem()
    {
        OutletRules rules = OutletRules.Parse("# Rules for an outlet that does not exist\npost.example\tcut\tarticle > p:nth-of-type(2)\npost.example\tauthor\th1\npost.example\tposter\n".Replace("post.example\tposter\n", "post.example\toutlet\tThe Post of Alder\n", StringComparison.Ordinal));
        Report report = Read("<link rel='canonical' href='https://www.post.example/a'>", options: new IntakeOptions { Outlets = rules });
        report.Text.Text.ShouldNotContain("Nobody was hurt");
        report.Furniture.ShouldContain(f => f.Text.StartsWith("Nobody was hurt", StringComparison.Ordinal) && f.Why.Contains("rule for post.example", StringComparison.Ordinal));
        report.Outlet!.Name.ShouldBe("The Post of Alder");
        Read("<link rel='canonical' href='https://other.example/a'>", options: new IntakeOptions { Outlets = rules }).Text.Text.ShouldContain("Nobody was hurt");
    }

    [Theory]
    [InlineData("post.example cut p")]
    [InlineData("post.example\tcolour\tp")]
    [InlineData("https://post.example/\tcut\tp")]
    [InlineData("post.example\tcut\t:::")]
    public void Parse_NoRule_NamesTheLine(string line) => Should.Throw<FormatException>(() => OutletRules.Parse("# comment\n" + line)).Message.ShouldStartWith("line 2: ");
}
