using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Feeds;

public sealed class FeedReportTests
{
    private const string Rss = """
        <?xml version="1.0"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title><language>en</language>
        <item><title>Quay closed &amp; guarded</title><link>https://harbour.example/a/1</link><pubDate>Mon, 04 Mar 2024 23:30:00 -0500</pubDate><dc:creator>Ana Brook</dc:creator><category>Opinion</category>
        <source url="https://wire.example/">North Wire</source>
        <description>A short summary of it.</description>
        <content:encoded><![CDATA[<p>The harbour office closed the eastern quay on Monday, the mayor, Lena Hart, said.</p><p>“Nobody was hurt,” she told the <b>Post</b> &amp; others.</p>]]></content:encoded></item>
        <item><title>Only a headline</title><link>javascript:alert(1)</link></item>
        </channel></rss>
        """;

    [Fact]
    public void Read_Rss_GivesAReportOfEachEntryWithItsFacts()
    {
        Report[] reports = [.. Intake.Read(Rss).Reports];
        reports.Length.ShouldBe(2);
        reports[0].Files.ShouldBe(["report.txt#1"]);
        reports[0].Text.Text.ShouldBe("Quay closed & guarded\n\nThe harbour office closed the eastern quay on Monday, the mayor, Lena Hart, said.\n\n“Nobody was hurt,” she told the Post & others.");
        reports[0].Url.ShouldBe("https://harbour.example/a/1");
        reports[0].Outlet.ShouldBe(new Outlet("Harbour Post", OutletBasis.Metadata));
        reports[0].Authors.ShouldBe(["Ana Brook"]);
        reports[0].Published!.Value.ShouldBe("2024-03-04");
        reports[0].Genre.ShouldBe(Genre.Opinion);
        reports[0].CarriedFrom!.Name.ShouldBe("North Wire");
        reports[0].Language.ShouldBe("en");
        reports[1].Url.ShouldBeNull();
        reports[1].Findings.ShouldContain(static f => f.Id == "PX0124");
        foreach (Report report in reports)
        {
            Intake.ShouldLeadBack(report);
        }
    }

    [Fact]
    public void Read_EscapedMarkup_LeadsBackThroughBothEscapes()
    {
        Report report = Intake.Read("<rss version='2.0'><channel><item><title>A</title><description>&lt;p&gt;The caf&amp;eacute; at the quay stays shut, its owner said.&lt;/p&gt;</description></item></channel></rss>").Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldContain("The café at the quay");
        Intake.ShouldLeadBack(report);
        report.Map.Pieces.ShouldContain(piece => report.Text.Text.Substring(piece.Start, piece.Length).Contains("at the quay stays shut", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Atom_ReadsXhtmlBaseAndLanguage()
    {
        Report report = Intake.Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://north.example/news/"><title>North Wire</title>
            <entry><title type="html">Ferry &lt;i&gt;Ost&lt;/i&gt; resumes</title><link href="ferry.html"/><published>2024-03-05T08:00:00Z</published><updated>2024-03-06T09:00:00+01:00</updated><author><name>B. Lund</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><script src="x.js"/><p>The ferry resumed on Tuesday.</p><p>It had stood still for a week.</p></div></content></entry></feed>
            """).Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldBe("Ferry Ost resumes\n\nThe ferry resumed on Tuesday.\n\nIt had stood still for a week.");
        report.Url.ShouldBe("https://north.example/news/ferry.html");
        report.Language.ShouldBe("en-GB");
        report.Modified.ShouldBe("2024-03-06T09:00:00+01:00");
        report.Published!.Value.ShouldBe("2024-03-05");
        Intake.ShouldLeadBack(report);
    }

    [Fact]
    public void Read_JsonFeed_IsAFeed()
    {
        Report report = Intake.Read("""{"version":"https://jsonfeed.org/version/1.1","title":"Harbour Post","items":[{"id":"1","url":"https://harbour.example/1","title":"Quay closed","content_html":"<p>The quay is \u201cclosed\u201d, the office said.</p>","date_published":"2024-03-04T10:00:00Z","authors":[{"name":"Ana Brook"}]}]}""").Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldBe("Quay closed\n\nThe quay is “closed”, the office said.");
        report.Authors.ShouldBe(["Ana Brook"]);
        report.Published!.Value.ShouldBe("2024-03-04");
        Intake.ShouldLeadBack(report);
    }

    [Theory]
    [InlineData("<rss version='2.0'><channel><item><title>A</title><description>The quay is closed&nbsp;now, said a & b.</description></item></channel></rss>")]
    [InlineData("noise before <?xml version='1.0'?><rss version='2.0'><channel><item><dc:title>A</dc:title><description>The quay is closed<br>now, said a.</description></item></channel></rss>")]
    [InlineData("<rss version=2.0><channel><item><title>A</title><description>The <b>quay is closed</description></item></channel></rss>")]
    public void Read_NotWellFormed_IsReadWithAFinding(string feed)
    {
        IntakeResult result = Intake.Read(feed);
        result.Findings.ShouldContain(static f => f.Id == "PX0121");
        Report report = result.Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldContain("quay is closed");
        Intake.ShouldLeadBack(report);
    }

    [Theory]
    [InlineData("<item><title>B</title><description>The second one is cut o")]
    [InlineData("<item><title>B</tit")]
    public void Read_CutOff_KeepsTheWholeEntriesBefore(string rest)
    {
        IntakeResult result = Intake.Read("<rss version='2.0'><channel><item><title>A</title><description>The first one is whole.</description></item>" + rest);
        result.Reports.ShouldHaveSingleItem().Title.ShouldBe("A");
        result.Findings.ShouldContain(static f => f.Id == "PX0122");
    }

    [Theory]
    [InlineData(9, 9, false)]
    [InlineData(10, 10, false)]
    [InlineData(11, 10, true)]
    [InlineData(5000, 10, true)]
    public void Read_MoreEntriesThanTheLimit_KeepsTheFirst(int entries, int kept, bool cut)
    {
        string feed = "<rss version='2.0'><channel>" + string.Concat(Enumerable.Range(0, entries).Select(static i => $"<item><title>Entry {i}</title><description>Words of it.</description></item>")) + "</channel></rss>";
        IntakeResult result = Intake.Read(feed, new IntakeOptions { MaxEntries = 10 });
        result.Reports.Length.ShouldBe(kept);
        result.Findings.Any(static f => f.Id == "PX0122").ShouldBe(cut);
    }

    [Fact]
    public void ReadAll_FeedBeyondTheByteLimit_KeepsTheEntriesBeforeIt()
    {
        string feed = "<rss version='2.0'><channel>" + string.Concat(Enumerable.Range(0, 400).Select(static i => $"<item><title>Entry {i}</title><description>Words of it.</description></item>")) + "</channel></rss>";
        DocumentResults results = DocumentResults.Of(feed, new IntakeOptions { MaxBytes = 4096 });
        results.Reports.Length.ShouldBeInRange(10, 100);
        results.Findings.ShouldContain(static f => f.Id == "PX0122");
    }

    [Fact]
    public void Read_SameIdInTwoFeeds_AreTwoReports()
    {
        const string Entry = "<item><guid>one</guid><link>https://harbour.example/1</link><title>{0}</title><description>The office said so.</description></item>";
        string First(string title) => "<rss version='2.0'><channel>" + string.Format(System.Globalization.CultureInfo.InvariantCulture, Entry, title) + "</channel></rss>";
        Intake.Read(First("A")).Reports[0].Id.ShouldNotBe(Intake.Read(First("B")).Reports[0].Id);
    }

    [Theory]
    [InlineData("<opml version='2.0'><body><outline xmlUrl='https://a.example/feed'/><outline text='x'><outline xmlUrl='file:///etc/passwd'/></outline></body></opml>", "2 feeds")]
    [InlineData("<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://a.example/sitemap.xml</loc></sitemap></sitemapindex>", "1 addresses")]
    public void Read_ListsOfAddresses_SayThatTheyHoldNoReport(string list, string says) => Intake.Read(list).Findings.ShouldHaveSingleItem().Message.ShouldContain(says);

    [Fact]
    public void Read_SitemapWithNews_GivesHeadlines()
    {
        Report report = Intake.Read("""
            <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://harbour.example/a/1</loc><news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication><news:publication_date>2024-03-04</news:publication_date><news:title>Quay closed after storm</news:title></news:news></url>
            <url><loc>https://harbour.example/about</loc></url></urlset>
            """).Reports.ShouldHaveSingleItem();
        (report.Title, report.Url, report.Published!.Value, report.Outlet!.Name).ShouldBe(("Quay closed after storm", "https://harbour.example/a/1", "2024-03-04", "Harbour Post"));
        Intake.ShouldLeadBack(report);
    }
}
