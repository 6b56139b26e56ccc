using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Agency;

public sealed class AgencyReportTests
{
    [Theory]
    [InlineData("""{"uri": "https://wire.example/1", "type": "text", "versioncreated": "2024-03-04T10:00:00Z", "language": "en", "byline": "By Ana Brook", "located": "Port Alder", "headline": "Quay closed", "copyrightholder": "North Wire", "body_text": "The quay was closed on Monday, the office said."}""")]
    [InlineData("""{"uri": "https://wire.example/1", "type": "text", "versionCreated": "2024-03-04T10:00:00Z", "language": "en", "by": "Ana Brook", "located": "Port Alder", "headlines": [{"role": "short", "value": "Quay"}, {"role": "main", "value": "Quay closed"}], "copyrightHolder": "North Wire", "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>The quay was closed on Monday, the office said.</p>"}]}""")]
    public void Read_Ninjs_OfAnyVersion(string item)
    {
        Report report = Intake.Read(item).Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldBe("Quay closed\n\nThe quay was closed on Monday, the office said.");
        (report.Url, report.Outlet!.Name, report.Published!.Value, report.Dateline, report.Language).ShouldBe(("https://wire.example/1", "North Wire", "2024-03-04", "Port Alder", "en"));
        report.Authors.ShouldBe(["Ana Brook"]);
        Intake.ShouldLeadBack(report);
    }

    [Fact]
    public void Read_WithdrawnItem_IsReadWithAWarning() =>
        Intake.Read("""{"uri": "urn:x", "pubstatus": "canceled", "headline": "Quay closed", "body_text": "The quay was closed."}""").Reports.ShouldHaveSingleItem().Findings.ShouldContain(static f => f.Id == "PX0125");

    [Fact]
    public void Read_NewsMlMessage_GivesEachItem()
    {
        Report[] reports = [.. Intake.Read("""
            <?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
            <newsItem guid="https://wire.example/2" version="3" xml:lang="en"><rightsInfo><copyrightHolder><name>North Wire</name></copyrightHolder></rightsInfo>
            <itemMeta><versionCreated>2024-03-05T10:00:00Z</versionCreated><firstCreated>2024-03-04T10:00:00Z</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
            <contentMeta><headline>Quay closed</headline><by>Ana Brook</by><dateline>PORT ALDER</dateline><creditline>South Agency</creditline></contentMeta>
            <contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content><p>The quay was <em>closed</em> on Monday.</p><hl2>Why</hl2><p>A storm had damaged it.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
            <newsItem guid="urn:y"><contentMeta><headline>Second</headline></contentMeta><contentSet><inlineData contenttype="text/plain">The second item is plain text, the agency said.</inlineData></contentSet></newsItem>
            <packageItem guid="urn:z"/></itemSet></newsMessage>
            """).Reports];
        reports.Length.ShouldBe(2);
        reports[0].Text.Text.ShouldBe("Quay closed\n\nThe quay was closed on Monday.\n\nWhy\n\nA storm had damaged it.");
        (reports[0].Published!.Value, reports[0].Modified, reports[0].Agency!.Name, reports[0].Url, reports[0].Byline).ShouldBe(("2024-03-04", "2024-03-05T10:00:00Z", "South Agency", "https://wire.example/2", "Ana Brook"));
        reports[1].Text.Text.ShouldBe("Second\n\nThe second item is plain text, the agency said.");
        Intake.ShouldLeadBack(reports[0]);
    }

    [Fact]
    public void Read_Nitf_GivesHeadlineBylineAndText()
    {
        Report report = Intake.Read("""
            <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><docdata><date.issue norm="20240304T100000Z"/></docdata><pubdata name="Harbour Post"/></head>
            <body><body.head><hedline><hl1>Quay closed</hl1><hl2>Storm damage found</hl2></hedline><byline>By Ana Brook</byline><distributor>North Wire</distributor></body.head>
            <body.content><block><p>The quay was closed on Monday.</p></block><media><media-caption>The quay at noon.</media-caption></media></body.content></body></nitf>
            """).Reports.ShouldHaveSingleItem();
        report.Title.ShouldBe("Quay closed");
        Intake.Parts(report, TextPart.Caption).ShouldBe(["The quay at noon."]);
        (report.Published!.Value, report.Outlet!.Name, report.Agency!.Name).ShouldBe(("2024-03-04", "Harbour Post", "North Wire"));
        Intake.ShouldLeadBack(report);
    }
}
