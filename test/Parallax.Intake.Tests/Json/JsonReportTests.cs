using System.Text;
using Parallax.Core.Reports;
using Parallax.Intake.Json;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Json;

public sealed class JsonReportTests
{
    [Fact]
    public void Read_JsonLines_GivesAReportOfEach()
    {
        Report[] reports = [.. Intake.Read("""
            {"headline": "Quay closed", "articleBody": "The harbour office closed the quay on Monday.\nNobody was hurt.", "datePublished": "2024-03-04", "author": [{"name": "Ana Brook"}, {"name": "Bo Lund"}], "url": "https://harbour.example/1", "publisher": {"name": "Harbour Post"}}
            {"headline": "Quay opens", "articleBody": "The quay opened on Tuesday.", "datePublished": "not a date"}
            {"other": 1}
            """).Reports];
        reports.Length.ShouldBe(2);
        reports[0].Files.ShouldBe(["report.txt#1"]);
        reports[0].Authors.ShouldBe(["Ana Brook", "Bo Lund"]);
        reports[0].Outlet!.Name.ShouldBe("Harbour Post");
        reports[0].Published!.Value.ShouldBe("2024-03-04");
        reports[1].Published.ShouldBeNull();
        reports[1].DateCandidates.ShouldHaveSingleItem().Why.ShouldStartWith("refused");
        reports.ShouldAllBe(static report => report.Text.Text.Contains("quay", StringComparison.Ordinal));
        Intake.ShouldLeadBack(reports[0]);
    }

    [Theory]
    [InlineData("""[{"title": "A", "text": "The quay is closed, the office said."}]""")]
    [InlineData("""{"status": "ok", "articles": [{"title": "A", "content": "The quay is closed, the office said."}]}""")]
    [InlineData("""{"response": {"results": [{"title": "A", "body": "The quay is closed, the office said."}]}}""")]
    [InlineData("\uFEFF{\"title\": \"A\", \"body\": \"The quay is closed, the office said.\", \"body\": \"another\",}")]
    public void Read_ObjectsWithTheFieldsOfArticles_AreRead(string json) => Intake.Read(json).Reports.ShouldHaveSingleItem().Text.Text.ShouldBe("A\n\nThe quay is closed, the office said.");

    [Theory]
    [InlineData("""{"a": [1, 2, 3e99999], "__proto__": {"x": "y"}}""")]
    [InlineData("""[{"a": 2}, 3""")]
    [InlineData("""{"title": 5, "body": {"deep": [null]}}""")]
    [InlineData("""{"title": """)]
    public void Read_OtherJson_SaysThatItHoldsNoArticle(string json) => Intake.Read(json).Findings.ShouldHaveSingleItem().Id.ShouldBeOneOf("PX0126", "PX0106");

    [Fact]
    public void Scanner_DuplicateNames_FirstWinsWithAFault()
    {
        JsonScanner scanner = new("""{"a": "x", "a": "y", "b": "\ud83d\ude00 \ud800 \u0000"}""", 8);
        JsonValue value = scanner.Read()!; // There is one.
        value.Words("a").ShouldBe("x");
        value.Words("b").ShouldBe("😀 \uFFFD \uFFFD");
        scanner.Fault.ShouldBe("a name that stands twice; the first counts");
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, "a value nested deeper than the limit")]
    [InlineData(100_000, "a value nested deeper than the limit")]
    public void Scanner_Depth_IsLimited(int depth, string? fault)
    {
        JsonScanner scanner = new(new string('[', depth) + new string(']', depth), 8);
        scanner.Read().ShouldNotBeNull().IsWhole.ShouldBeTrue();
        scanner.Fault.ShouldBe(fault);
    }

    [Fact]
    public void Read_CutOff_KeepsWholeObjects()
    {
        StringBuilder json = new("[");
        for (int i = 0; i < 5; i++)
        {
            json.Append("{\"title\": \"A\", \"body\": \"The quay number ").Append(i).Append(" is closed.\"},");
        }

        IntakeResult result = Intake.Read(json.Append("{\"title\": \"B\", \"bo").ToString());
        result.Reports.Length.ShouldBe(5);
        result.Findings.Select(static f => f.Id).ShouldBe(["PX0121", "PX0122"], ignoreOrder: true);
    }
}
