using System.Text;
using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Html;

/// <summary>Pages made to stop or mislead a reader: deep, endless, misnested, hidden, wrongly typed.</summary>
public sealed class HostilePageTests
{
    private const string Sentence = "The harbour office closed the eastern quay on Monday, and nobody knows for how long it will be so.";

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<b>", "</b>")]
    [InlineData("<ul><li>", "</li></ul>")]
    [InlineData("<table><tr><td>", "</td></tr></table>")]
    [InlineData("<svg><g>", "</g></svg>")]
    [InlineData("<span>", "")]
    [InlineData("<li>", "")]
    public void Read_NestedDeep_IsReadOnASmallStack(string open, string close)
    {
        StringBuilder page = new("<html><body>");
        page.Insert(page.Length, open, 100_000).Append("<p>").Append(Sentence).Append("</p>").Insert(page.Length, close, 100_000);
        IntakeResult? result = null;
        Thread reader = new(() => result = Intake.Read(page.ToString()), 256 * 1024);
        reader.Start();
        reader.Join();
        result!.Reports.ShouldHaveSingleItem().Text.Text.ShouldContain("closed the eastern quay");
    }

    [Theory]
    [InlineData("<font size=1><i><b>", 6_000)]
    [InlineData("<li><table><template><td></li></table>", 500)]
    [InlineData("<font size=1><i><b><font size=1><i><b><font size=1><i><b><font><p>", 5_000)]
    [InlineData("<br>", 500_000)]
    [InlineData("<td>x", 200_000)]
    [InlineData("<p>x</p>", 100_000)]
    [InlineData("<a href=x>y</a> ", 100_000)]
    [InlineData("&amp;", 2_000_000)]
    [InlineData("<!-- x", 20_000)]
    [InlineData("<plaintext>", 10)]
    [InlineData("<svg><g><math><mi>", 3_000)]
    [InlineData("<select><option>", 5_000)]
    public void Read_RepeatedMarkup_KeepsTheArticle(string markup, int times)
    {
        StringBuilder page = new("<html><body><article><p>");
        page.Append(Sentence).Append("</p></article>").Insert(page.Length, markup, times);
        Report report = Intake.Read(page.ToString()).Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldContain("closed the eastern quay");
        Intake.ShouldLeadBack(report);
    }

    [Fact]
    public void Read_ElementWithManyAttributes_IsCutDown()
    {
        StringBuilder page = new("<html><body><div ");
        for (int i = 0; i < 100_000; i++)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}=x ");
        }

        page.Append('>').Append("<p title=\"").Append('y', 200_000).Append("\">").Append(Sentence).Append("</p></div></body></html>");
        Report report = Intake.Read(page.ToString()).Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldContain("closed the eastern quay");
        Intake.ShouldLeadBack(report);
    }

    [Fact]
    public void Read_TooManyElements_IsRefused()
    {
        string page = "<html><body>" + string.Concat(Enumerable.Repeat("<p>x</p>", 200)) + "</body></html>";
        Intake.Read(page, new IntakeOptions { MaxElements = 100 }).Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0112");
        Intake.Read(page, new IntakeOptions { MaxElements = 300 }).Findings.ShouldNotContain(f => f.Id == "PX0112");
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("aria-hidden=\"true\"")]
    [InlineData("style=\"display: none\"")]
    [InlineData("style=\"position:absolute; left:-9999px\"")]
    [InlineData("style=\"font-size:0\"")]
    [InlineData("style=\"color:#fff; background-color:#fff\"")]
    [InlineData("class=\"visually-hidden\"")]
    public void Read_HiddenText_IsNotTheReports(string attribute) =>
        Intake.Read($"<html><body><article><p>{Sentence}</p><p {attribute}>Words that no reader of the outlet ever sees, put there for machines.</p></article></body></html>")
            .Reports.ShouldHaveSingleItem().Text.Text.ShouldNotContain("for machines");

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"author\":[[[[\"Ada Brook\"]]]],\"datePublished\":{\"@id\":\"#x\"}}")]
    [InlineData("{\"@id\":\"#x\",\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#x\"},\"@graph\":{\"@id\":\"#x\"}}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"</scr\"}")]
    [InlineData("{\"@type\":[1,null,{}],\"headline\":7}")]
    [InlineData("not JSON at all")]
    public void Read_OddJsonLd_DoesNotMatter(string json) =>
        Intake.Read($"<html><head><script type=\"application/ld+json\">{json}</script></head><body><h1>Quay closed for now</h1><p>{Sentence}</p></body></html>").Reports.ShouldHaveSingleItem().Text.Text.ShouldContain("eastern quay");

    [Theory]
    [InlineData("noscript")]
    [InlineData("template")]
    public void Read_TextThatIsNeverShown_IsNotTheReports(string element) =>
        Intake.Read($"<html><body><article><p>{Sentence}</p><{element}><p>Words that no reader of the outlet ever sees, put there for machines.</p></{element}></article></body></html>")
            .Reports.ShouldHaveSingleItem().Text.Text.ShouldNotContain("for machines");

    [Fact]
    public void Read_LongJsonLd_GivesItsFacts()
    {
        string parts = string.Join(',', Enumerable.Range(0, 50_000).Select(static i => $"{{\"@type\":\"Comment\",\"text\":\"Comment number {i}, which nobody needs to see again at all.\"}}"));
        Report report = Intake.Read($"<html><head><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Quay closed for now\",\"author\":{{\"@type\":\"Person\",\"name\":\"Ada Brook\"}},\"comment\":[{parts}]}}</script></head><body><h1>Quay closed for now</h1><p>{Sentence}</p></body></html>").Reports.ShouldHaveSingleItem();
        report.Authors.ShouldBe(["Ada Brook"]);
        report.Text.Text.ShouldNotContain("which nobody needs");
    }

    [Fact]
    public void Read_TwoArticlesThatDisagree_TellsBothDays()
    {
        Report report = Intake.Read($"<html><head><script type=\"application/ld+json\">[{{\"@type\":\"NewsArticle\",\"headline\":\"Quay closed for now\",\"datePublished\":\"2024-03-04\"}},{{\"@type\":\"NewsArticle\",\"headline\":\"Quay closed for now\",\"datePublished\":\"2024-05-09\"}}]</script></head><body><h1>Quay closed for now</h1><p>{Sentence}</p></body></html>").Reports.ShouldHaveSingleItem();
        report.Findings.ShouldContain(static f => f.Id == "PX0110");
    }

    [Fact]
    public void Read_DeepJsonLd_IsPassedOver() =>
        Intake.Read("<html><head><script type=\"application/ld+json\">" + new string('[', 10_000) + "</script></head><body><h1>Quay closed for now</h1><p>" + Sentence + "</p></body></html>").Reports.ShouldHaveSingleItem();

    [Fact]
    public void Read_HugeFields_AreCut()
    {
        string run = new('-', 300_000);
        Report report = Intake.Read($"<html><head><title>{run}|{run}</title><meta name=author content=\"{string.Concat(Enumerable.Repeat("by ", 50_000))}\"><meta name=date content=\"{new string('1', 200_000)}\"></head><body><h1>Quay closed for now</h1><p>{Sentence}</p></body></html>").Reports.ShouldHaveSingleItem();
        report.Authors.ShouldBeEmpty();
        report.Published.ShouldBeNull();
        report.Facts.ShouldAllBe(fact => fact.Value.Length <= 2_000);
    }

    [Theory]
    [InlineData("windows-1251", "Портовая служба закрыла восточный причал в понедельник, и никто не знает, надолго ли это, сказал начальник службы.")]
    [InlineData("koi8-r", "Портовая служба закрыла восточный причал в понедельник, и никто не знает, надолго ли это, сказал начальник службы.")]
    [InlineData("shift_jis", "港の事務所は月曜日に東の埠頭を閉鎖した。いつまで続くかは誰にもわからないと所長は述べた。")]
    [InlineData("euc-jp", "港の事務所は月曜日に東の埠頭を閉鎖した。いつまで続くかは誰にもわからないと所長は述べた。")]
    [InlineData("euc-kr", "항만 사무소는 월요일에 동쪽 부두를 폐쇄했으며 얼마나 오래 계속될지 아무도 모른다고 소장은 말했다.")]
    [InlineData("gb18030", "港口办公室星期一关闭了东码头，负责人说没有人知道这会持续多久，他们在等待市政府的决定。")]
    [InlineData("big5", "港口辦公室星期一關閉了東碼頭，負責人說沒有人知道這會持續多久，他們在等待市政府的決定。")]
    [InlineData("windows-1253", "Το γραφείο του λιμανιού έκλεισε την ανατολική προβλήτα τη Δευτέρα και κανείς δεν ξέρει για πόσο.")]
    public void Read_EncodingNotDeclared_IsDetected(string encoding, string text)
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes($"<html><body><article><p>{text}</p></article></body></html>");
        Intake.ReadBytes(bytes).Reports.ShouldHaveSingleItem().Text.Text.ShouldContain(text[..20]);
    }
}
