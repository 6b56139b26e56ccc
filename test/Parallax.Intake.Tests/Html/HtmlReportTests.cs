using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Html;

public sealed class HtmlReportTests
{
    private const string Page = """
        <!doctype html><html lang="en"><head><title>Quay closed | The Alder Post</title>
        <meta property="og:site_name" content="The Alder Post"><link rel="canonical" href="https://post.example/quay">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay closed","datePublished":"2024-03-04T18:00:00+02:00","author":[{"@type":"Person","name":"Ada Brook"}]}</script>
        </head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
        <article class="sharing-enabled"><h1>Quay closed after crane&rsquo;s fall</h1>
        <p>The harbour office of Port Alder closed the eastern quay on Monday after a crane fell
           into the water, its head said &mdash; the second time in a year.</p>
        <figure><img src="x.jpg"><figcaption>The crane in the water</figcaption></figure>
        <div class="related-links"><p><a href="/a">Ferry line hopes for a better summer after the storm of last year</a></p></div>
        <p>Nobody was hurt, according to the <a href="/fire">fire service</a>, which sent two boats and about thirty people to the place.</p>
        <p hidden>Words that nobody sees, and which are not part of what the outlet told its readers.</p>
        </article><footer><p>All rights reserved by the post and its owners, whoever they may be in the end.</p></footer></body></html>
        """;

    [Fact]
    public void Read_Page_GivesArticleWithoutItsSurroundings()
    {
        Report report = Intake.ReadOne(Page);
        report.Title.ShouldBe("Quay closed after crane’s fall");
        Intake.Parts(report, TextPart.Lead).ShouldHaveSingleItem().ShouldBe("The harbour office of Port Alder closed the eastern quay on Monday after a crane fell into the water, its head said — the second time in a year.");
        Intake.Parts(report, TextPart.Body).ShouldHaveSingleItem().ShouldStartWith("Nobody was hurt, according to the fire service,");
        Intake.Parts(report, TextPart.Caption).ShouldBe(["The crane in the water"]);
        report.Furniture.Select(f => f.Text).ShouldContain("Ferry line hopes for a better summer after the storm of last year");
        report.Text.Text.ShouldNotContain("nobody sees");
    }

    [Fact]
    public void Read_Metadata_HasItsBasis()
    {
        Report report = Intake.ReadOne(Page);
        report.Outlet.ShouldBe(new Outlet("The Alder Post", OutletBasis.Metadata));
        report.Published!.Value.ShouldBe("2024-03-04");
        report.Published.Basis.ShouldBe(DateBasis.Metadata);
        report.Authors.ShouldBe(["Ada Brook"]);
        report.Url.ShouldBe("https://post.example/quay");
        report.DateCandidates.ShouldHaveSingleItem().Origin.ShouldBe("JSON-LD datePublished");
    }
}
