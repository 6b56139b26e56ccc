using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Articles;

public sealed class HeadRunTests
{
    private const string Body = "Two sailors were rescued from the harbour on Monday after their boat hit the pier, the coast guard said. The boat sank.";

    [Theory]
    [InlineData("Boat sinks off Port Alder", "April 11, 2007", "2007-04-11")]
    [InlineData("Boat sinks off Port Alder", "Published April 11, 2007", "2007-04-11")]
    [InlineData("Boat sinks off Port Alder", "POSTED: 1052 GMT (1852 HKT), April 10, 2007", "2007-04-10")]
    [InlineData("Boat sinks off Port Alder", "April 10, 2007-7:07AM", "2007-04-10")]
    [InlineData("Boat sinks off Port Alder", "AUGUST 2, 2013 | 08:06AM PT", "2013-08-02")]
    [InlineData("Boat sinks off Port Alder", "Updated 4/9/2007 6:04 PM", "2007-04-09")]
    [InlineData("Boat sinks off Port Alder", "12:52 p. m. EDT May 2, 2013", "2013-05-02")]
    [InlineData("Boat sinks off Port Alder", "11:39am UK, Monday 09 September 2013", "2013-09-09")]
    [InlineData("Boat sinks off Port Alder", "UPDATED: 3 May 2013 Published: 1 May 2013", "2013-05-01")]
    [InlineData("Boat sinks off Port Alder", "on Jul 7 2012, 5:55p", "2012-07-07")]
    [InlineData("Boat sinks off Port Alder", "Posted on January 5, 2011 at 3:39 PM Updated Wednesday, Jan 5 at 5:53 PM", "2011-01-05")]
    [InlineData("2 hurt in Mich. boat crash; U.S. coast guard looks for a third", "May 3rd, 2013 2:00pm EDT", "2013-05-03")]
    public void Read_HeadlineStampAndTextOnOneLine_ArePartedAndDated(string title, string stamp, string expected)
    {
        Report report = Intake.ReadOne($"{title} {stamp} {Body}");

        report.Title.ShouldBe(title);
        report.Published.ShouldNotBeNull().Value.ShouldBe(expected);
        report.Text.Text.ShouldBe($"{title}\n\n{Body}");
        report.Furniture.ShouldContain(f => f.Text == stamp && f.Why == "the date line");
    }

    [Theory]
    [InlineData("Port Alder mourns the man who was arrested on April 11, 2007 Sailors said on Monday that he had been a friend to all of them.")]
    [InlineData("The coast guard said the boat sank near the pier on Tuesday, April 10, 2007 Two sailors were rescued from the harbour.")]
    [InlineData("The fire was reported at 3:33 a.m. on August 7, 2012. The old warehouse had been empty for years, the mayor told us.")]
    [InlineData("The boat sank in the harbour on April 11, 2007, and two sailors were rescued by the coast guard after an hour in the water.")]
    [InlineData("The coast guard announced today April 11, 2007 that it would buy two boats for the harbour at Port Alder.")]
    public void Read_DateOfASentence_IsNoStamp(string text) => Intake.ReadOne(text).Published.ShouldBeNull();

    [Fact]
    public void Read_WeekdayThatIsAnother_RefusesTheStamp() => Intake.ReadOne($"Boat sinks off Port Alder Friday, April 11, 2007 {Body}").Published.ShouldBeNull();

    [Fact]
    public void Read_DayAndMonthUnclear_GivesBoundsAndNoDay()
    {
        PublishedDate date = Intake.ReadOne($"Boat sinks off Port Alder 04/09/2007 {Body}").Published.ShouldNotBeNull();

        (date.Value, date.Earliest, date.Latest).ShouldBe(("2007", "2007-04-09", "2007-09-04"));
    }

    [Theory]
    [InlineData("May 2, 2013 | 5:03pm")]
    [InlineData("10:10 AM PDT 6/6/2013")]
    [InlineData("Posted: Thursday, July 29, 2004 3:02 PM ET")]
    public void Read_StampOnItsOwnLine_IsTaken(string stamp)
    {
        Report report = Intake.ReadOne($"U.S. coast guard to close its station at Port Alder\n{stamp}\n{Body}");

        report.Published.ShouldNotBeNull().Value.ShouldNotBeNull().Length.ShouldBe("2007-04-09".Length);
        report.Title.ShouldBe("U.S. coast guard to close its station at Port Alder");
    }

    [Theory]
    [InlineData("Sat May 4 2013, 01:19 hrs", "2013-05-04")]
    [InlineData("Posted on May 3, 2013 6:07:15 PM GMT+01: 0", "2013-05-03")]
    [InlineData("KPN May 3, 2013, 05.51AM IST PORT ALDER:", "2013-05-03")]
    [InlineData("Reuters May 3, 2013, 02.16PM IST", "2013-05-03")]
    [InlineData("Port Alder O. N., May 3, 2013/02:00 pm (KPN)", "2013-05-03")]
    [InlineData("(May 3, 2013) - -", "2013-05-03")]
    [InlineData("Port Alder, May 3 -", "XXXX-05-03")]
    [InlineData("Port Alder/Ostra, May 3", "XXXX-05-03")]
    [InlineData("PORT ALDER/NEW OSTRA, May 3 (Reuters)", "XXXX-05-03")]
    [InlineData("PORT ALDER-May 3 -", "XXXX-05-03")]
    [InlineData("May. 3 5:46 PM EST", "XXXX-05-03")]
    public void Read_StampWithPlaceAgencyOrWithoutYear_IsCutAndDates(string stamp, string expected)
    {
        Report report = Intake.ReadOne($"U.S. coast guard to close its station at Port Alder\n{stamp}\n{Body}");

        (report.Published?.Value, report.Text.Text).ShouldBe((expected, $"U.S. coast guard to close its station at Port Alder\n\n{Body}"));
    }

    [Theory]
    [InlineData("Decision Is Due in Port Alder by May 3")]
    [InlineData("Port Alder, Ostra and the May 3 vote")]
    [InlineData("Port Alder, May 2013 and after")]
    public void Read_DayInAHeading_IsNoStamp(string line) => Intake.ReadOne($"U.S. coast guard to close its station at Port Alder\n{line}\n{Body}").Published.ShouldBeNull();

    [Fact]
    public void Read_DatelineWithoutYear_GivesMonthAndDay() =>
        Intake.ReadOne($"U.S. coast guard to close its station at Port Alder\nPORT ALDER, May 3 (Reuters) - {Body}").Published.ShouldNotBeNull().Value.ShouldBe("XXXX-05-03");

    [Fact]
    public void Read_ShortHeadlineOverAStamp_IsNoLabel()
    {
        Report report = Intake.ReadOne($"Port Alder rescue\nMay 3, 2013 at 1:00pm CST\n{Body}");

        (report.Title, report.Published?.Value).ShouldBe(("Port Alder rescue", "2013-05-03"));
    }

    [Fact]
    public void Read_StampAsFirstLine_LeavesTheHeadline()
    {
        Report report = Intake.ReadOne($"June 06, 2013\nBoat sinks off Port Alder\n{Body}");

        (report.Title, report.Published?.Value).ShouldBe(("Boat sinks off Port Alder", "2013-06-06"));
    }

    [Theory]
    [InlineData("Posted April 11, 2007 7:21 AM\nUpdated April 12, 2007 3:41 PM\nBoat sinks off Port Alder\n")]
    [InlineData("Boat sinks off Port Alder\nPosted April 11, 2007 7:21 AM\nUpdated April 12, 2007 3:41 PM\n")]
    public void Read_StampsOneBelowTheOther_AreCutAndTheFirstDates(string head)
    {
        Report report = Intake.ReadOne(head + Body);

        (report.Title, report.Published?.Value, report.Text.Text).ShouldBe(("Boat sinks off Port Alder", "2007-04-11", $"Boat sinks off Port Alder\n\n{Body}"));
    }

    [Fact]
    public void Read_BylineInTheRun_IsCut()
    {
        Report report = Intake.ReadOne($"Boat sinks off Port Alder By Jane Doe Published April 11, 2007 {Body}");

        (report.Title, report.Byline).ShouldBe(("Boat sinks off Port Alder", "By Jane Doe"));
    }

    [Theory]
    [InlineData("On behalf of Ilsa Quill, Attorney posted in Boating Law on Tuesday, April 10, 2007.")]
    [InlineData("Posted by Orla Venn in Harbour on April 10, 2007")]
    public void Read_EntryLine_IsTheDateLine(string line)
    {
        Report report = Intake.ReadOne($"Boat sinks off Port Alder\n\n{line}\n\n{Body}");

        report.Published.ShouldNotBeNull().Value.ShouldBe("2007-04-10");
        report.Text.Text.ShouldNotContain("2007");
    }

    [Fact]
    public void Read_PlaceAndDayAloneOnALine_IsTheDateLine()
    {
        Report report = Intake.ReadOne($"Boat sinks off Port Alder\n\nPORT ALDER, ME, April 10, 2007\n\n{Body}");

        report.Published.ShouldNotBeNull().Value.ShouldBe("2007-04-10");
        report.Text.Text.ShouldNotContain("2007");
    }

    [Theory]
    [InlineData("APR 10")]
    [InlineData("Tuesday, 10 April")]
    public void Read_DayWithoutYearAboveTheHeadline_IsNoTitle(string line) =>
        Intake.ReadOne($"{line}\n\nBoat Sinks off Port Alder!\n\n{Body}").Title.ShouldBe("Boat Sinks off Port Alder!");

    [Theory]
    [InlineData("Boat sinks off Port Alder\n\nThe sailors of Port Alder, April 10, 2007\n\n")]
    [InlineData("May Day in Port Alder\n\n")]
    public void Read_WordsBesideADay_AreNoDateLine(string head) => Intake.ReadOne(head + Body).Published.ShouldBeNull();

    [Theory]
    [InlineData("Boat sinks off Port Alder, coast guard saysApril 10, 2007", "Boat sinks off Port Alder, coast guard says")]
    [InlineData("BOAT SINKS OFF PORT ALDER, COAST GUARD SAYSAPRIL 10, 2007", "BOAT SINKS OFF PORT ALDER, COAST GUARD SAYS")]
    public void Read_DateRunIntoTheHeadline_IsParted(string line, string title)
    {
        Report report = Intake.ReadOne($"{line}\n\n{Body}");

        report.Title.ShouldBe(title);
        report.Published.ShouldNotBeNull().Value.ShouldBe("2007-04-10");
    }

    [Fact]
    public void Read_StampUnderSeveralLinesOfStandfirst_IsTaken()
    {
        Report report = Intake.ReadOne($"Boat sinks off Port Alder\n\nTwo sailors were rescued\n\nThe boat is on the bed of the harbour\n\nThe pier is closed until the coast guard has looked at it\n\nTUESDAY, APRIL 10, 2007, 10:34 AM\n\n{Body}");

        report.Published.ShouldNotBeNull().Value.ShouldBe("2007-04-10");
        report.Text.Text.ShouldNotContain("APRIL");
    }

    [Fact]
    public void Read_StampUnderTheText_IsTaken() =>
        Intake.ReadOne($"Boat sinks off Port Alder\n\n{Body}\n\nThe pier is closed until the coast guard has looked at it.\n\nApril 10, 2007-4:45pm").Published.ShouldNotBeNull().Value.ShouldBe("2007-04-10");
}
