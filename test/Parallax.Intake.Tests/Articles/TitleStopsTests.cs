using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Articles;

public sealed class TitleStopsTests
{
    private const string Body = "The harbour at Port Alder will close for a month after the storm of last week, the mayor said on Monday.";

    [Theory]
    [InlineData("U.S. mayor closes harbour of Port Alder")]
    [InlineData("Storm closes harbour in the U.S.")]
    [InlineData("Two hurt in Mich. storm, Gov. Jane Doe says")]
    [InlineData("Harbour repairs to cost $2. 6 million")]
    public void Read_HeadlineWithAbbreviations_IsTheTitle(string title) => Intake.ReadOne($"{title}\n{Body}").Title.ShouldBe(title);

    [Fact]
    public void Read_FirstLineOfSentences_IsNoTitle()
    {
        Report report = Intake.ReadOne($"The storm closed the harbour. Nobody was hurt\n{Body}");

        report.Title.ShouldBeNull();
        Intake.Parts(report, TextPart.Lead).ShouldBe(["The storm closed the harbour. Nobody was hurt"]);
    }

    [Fact]
    public void Read_LetterheadOfAPressRelease_IsCutAndDatesTheReport()
    {
        Report report = Intake.ReadOne($"THE HARBOUR HALL\n\nOffice of the Harbour Board\n\nFOR IMMEDIATE RELEASE April 10, 2007\n\nHarbour Board Opens East Pier\n\n{Body}\n\nThe pier was built by the firm of Jane Doe and is the third one of the town.");

        report.Title.ShouldBe("Harbour Board Opens East Pier");
        (report.Published?.Value).ShouldBe("2007-04-10");
    }
}
