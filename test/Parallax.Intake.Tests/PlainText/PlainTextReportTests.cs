using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.PlainText;

public sealed class PlainTextReportTests
{
    private const string Lead = "The harbour office of Port Alder closed the eastern quay on Monday after a crane fell into the water, its head said.";
    private const string Second = "Nobody was hurt, according to the fire service, which sent two boats and about thirty people to the place.";
    private const string Third = "The quay will stay closed until the end of the month, the office told ship owners in a letter on Tuesday morning.";

    [Fact]
    public void Read_ParagraphALine_FirstLineIsTitle()
    {
        Report report = Intake.ReadOne($"Crane falls into harbour, quay closed\n{Lead}\n{Second}\n");
        report.Title.ShouldBe("Crane falls into harbour, quay closed");
        Intake.Parts(report, TextPart.Lead).ShouldBe([Lead]);
        Intake.Parts(report, TextPart.Body).ShouldBe([Second]);
        report.Furniture.ShouldBeEmpty();
    }

    [Fact]
    public void Read_FirstLineIsASentence_HasNoTitle()
    {
        Report report = Intake.ReadOne($"{Lead}\n{Second}\n");
        report.Title.ShouldBeNull();
        Intake.Parts(report, TextPart.Lead).ShouldBe([Lead]);
    }

    [Theory]
    [InlineData("Yard shuts after storm Posted May 3, 2019 ", "Yard shuts after storm", "2019-05-03")]
    [InlineData("Storm shuts yard: 2 hurt POSTED: 1052 GMT (1852 HKT), April 10, 2017 ", "Storm shuts yard: 2 hurt", "2017-04-10")]
    [InlineData("Crane falls in St. Alder harbour April 10, 2017-7:07AM ", "Crane falls in St. Alder harbour", "2017-04-10")]
    [InlineData("Crane falls into harbour; quay closed Updated 4/9/2017 6:04 PM ", "Crane falls into harbour; quay closed", "2017-04-09")]
    public void Read_HeadlineAndDateRunIntoTheText_AreTakenApart(string head, string title, string? published)
    {
        Report report = Intake.ReadOne($"{head}{Lead} {Second}");
        report.Title.ShouldBe(title);
        (report.Published?.Value).ShouldBe(published);
        Intake.Parts(report, TextPart.Lead).ShouldBe([$"{Lead} {Second}"]);
    }

    [Fact]
    public void Read_SentenceWithADate_IsNotTakenApart() =>
        Intake.ReadOne($"The eastern quay was closed on May 3, 2019 Quill said in a letter to all ship owners of the harbour. {Lead} {Second}").Title.ShouldBeNull();

    [Fact]
    public void Read_HeadlineWithAnAbbreviation_IsTheTitle() => Intake.ReadOne($"U.S. firm closes quay in St. Alder\n{Lead}\n{Second}\n").Title.ShouldBe("U.S. firm closes quay in St. Alder");

    [Theory]
    [InlineData("TEHRAN, Nov 9 2022 (Newswire) - ", "TEHRAN", "Newswire", "2022-11-09")]
    [InlineData("Port Alder, Norland – ", "Port Alder, Norland", null, null)]
    [InlineData("PORT ALDER (Newswire) — ", "PORT ALDER", "Newswire", null)]
    [InlineData("LONDON, 3 March 2024 -- ", "LONDON", null, "2024-03-03")]
    public void Read_Dateline_IsCutAndKept(string dateline, string place, string? agency, string? published)
    {
        Report report = Intake.ReadOne($"Crane falls into harbour, quay closed\n\n{dateline}{Lead}\n\n{Second}\n");
        report.Dateline.ShouldBe(place);
        (report.Agency?.Name).ShouldBe(agency);
        (report.Published?.Value).ShouldBe(published);
        Intake.Parts(report, TextPart.Lead).ShouldBe([Lead]);
        report.Furniture.ShouldContain(f => f.Why == "the dateline");
    }

    [Theory]
    [InlineData("The mayor – who had left – came back on Monday and said that the quay would be opened again as soon as it was safe to do so.")]
    [InlineData("Ships, boats and ferries – all of them were sent to the western side of the harbour while the crane was being lifted.")]
    public void Read_DashInSentence_IsNoDateline(string paragraph)
    {
        Report report = Intake.ReadOne($"Crane falls into harbour, quay closed\n{paragraph}\n{Second}\n");
        report.Dateline.ShouldBeNull();
        Intake.Parts(report, TextPart.Lead).ShouldBe([paragraph]);
    }

    [Fact]
    public void Read_Furniture_IsCutAndKeptWithReason()
    {
        Report report = Intake.ReadOne($"""
            World

            Crane falls into harbour, quay closed

            By Ada Brook*

            {Lead}

            Also Read: Ten harbours worth a visit

            The fallen crane at the eastern quay (Photo: Ida Holm)

            {Second}

            World

            Ferry Line Hopes For Better Summer After Storm

            {Third}

            * Ada Brook writes about the sea.

            Follow us on every channel

            Related Posts

            Some Other Headline Of The Day

            Leave a Reply
            """);
        report.Title.ShouldBe("Crane falls into harbour, quay closed");
        report.Authors.ShouldBe(["Ada Brook"]);
        Intake.Parts(report, TextPart.Caption).ShouldBe(["The fallen crane at the eastern quay"]);
        Intake.Parts(report, TextPart.Body).ShouldBe([Second, Third]);
        string[] cut = [.. report.Furniture.Select(f => f.Text)];
        cut.ShouldBe([
            "World", "By Ada Brook*", "Also Read: Ten harbours worth a visit", "(Photo: Ida Holm)", "World", "Ferry Line Hopes For Better Summer After Storm",
            "* Ada Brook writes about the sea.", "Follow us on every channel", "Related Posts", "Some Other Headline Of The Day", "Leave a Reply"]);
        report.Furniture.ShouldAllBe(f => f.Why.Length > 0);
    }

    [Fact]
    public void Read_CaptionTwice_StandsOnce()
    {
        const string Caption = "Workers on the eastern quay, Port Alder, 4 March 2024.";
        Report report = Intake.ReadOne($"Crane falls into harbour, quay closed\n\n{Lead}\n\n{Caption}\n{Caption} (Photo: Ida Holm)\n\n{Second}\n");
        Intake.Parts(report, TextPart.Caption).ShouldBe([Caption]);
        report.Furniture.ShouldContain(f => f.Why == "a caption that stands twice");
    }

    [Fact]
    public void Read_OpinionLabel_SetsGenreAndLeavesTitle()
    {
        Report report = Intake.ReadOne($"Opinion: The quay should never open again\n\n{Lead}\n\n{Second}\n");
        report.Genre.ShouldBe(Genre.Opinion);
        report.Title.ShouldBe("The quay should never open again");
    }

    [Theory]
    [InlineData("This article was first published in The Alder Post.", "The Alder Post")]
    [InlineData("This article was first published by Axis. Read the original article.", "Axis")]
    [InlineData("This article was first published by The St. Alder Post. Read it there.", "The St. Alder Post")]
    public void Read_FirstPublishedElsewhere_SetsCarriedFrom(string note, string name)
    {
        Report report = Intake.ReadOne($"Crane falls into harbour, quay closed\n\n{Lead}\n\n{Second}\n\n{note}\n");
        report.CarriedFrom!.Name.ShouldBe(name);
    }

    [Fact]
    public void Read_HardWrappedLines_AreOneParagraph()
    {
        Report report = Intake.ReadOne("""
            Crane falls into harbour

            The harbour office of Port Alder closed the eastern quay on
            Monday after a crane fell into the water, its head said, and
            sent all ships to the western side.

            Nobody was hurt, according to the fire service, which sent
            two boats and about thirty people.
            """);
        Intake.Parts(report, TextPart.Lead).ShouldHaveSingleItem().ShouldStartWith("The harbour office");
        report.Blocks.Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("“Nobody saw the crane fall,” said the Rev.\nAda Quill of Port Alder on Monday.", 1)]
    [InlineData("The crane of Alder Works Ltd.\nwas not inspected this year.", 1)]
    [InlineData("The crane fell on Monday at 6 p.m.\nAda Quill saw it from the quay.", 2)]
    [InlineData("The crane belongs to Alder Works Ltd.\nNobody was hurt on Monday.", 2)]
    [InlineData("The crane stands in Anker St.\nAda Quill saw it from the quay.", 2)]
    public void Read_LineEndingInAnAbbreviation_GoesOnWhereItsSentenceDoes(string lines, int expected) =>
        Intake.ReadOne($"Crane falls into harbour\n{Lead}\n{lines}\n{Second}\n").Blocks.Length.ShouldBe(expected + 3);

    [Fact]
    public void Read_MarkdownHeading_IsTitle()
    {
        Report report = Intake.ReadOne($"# Crane falls into harbour.\n\n{Lead}\n\n## What comes next\n\n{Second}\n");
        report.Title.ShouldBe("Crane falls into harbour.");
        Intake.Parts(report, TextPart.Heading).ShouldBe(["What comes next"]);
    }

    [Theory]
    [InlineData("By Ada Brook, Port Alder\nMonday, 4 March 2024", "2024-03-04", "Ada Brook")]
    [InlineData("March 4, 2024\nAda Brook, harbour correspondent", "2024-03-04", "Ada Brook")]
    [InlineData("Published: 4 March 2024, 10:15\nBy Ada Brook", "2024-03-04", "Ada Brook")]
    [InlineData("By Ada Brook\nTuesday, 4 March 2024", null, "Ada Brook")]
    public void Read_LinesUnderTheHeadline_AreFactsAndNotText(string lines, string? published, string author)
    {
        Report report = Intake.ReadOne($"Crane falls into harbour, quay closed\n\n{lines}\n\n{Lead}\n\n{Second}\n");
        (report.Published?.Value).ShouldBe(published);
        report.Authors.ShouldBe([author]);
        if (published is not null)
        {
            Intake.Parts(report, TextPart.Lead).ShouldBe([Lead]);
        }
    }

    [Fact]
    public void Read_CreditLines_NameTheAgency()
    {
        Report report = Intake.ReadOne($"Crane falls into harbour, quay closed\n\n{Lead}\n\n{Second}\n\nWith material from Newswire\n\n(Reporting by Ada Brook; editing by Ida Holm)\n");
        (report.Agency?.Name).ShouldBe("Newswire");
        report.Blocks.Length.ShouldBe(3);
    }
}
