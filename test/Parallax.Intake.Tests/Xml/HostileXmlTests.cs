using System.Net;
using System.Net.Sockets;
using System.Text;
using Parallax.Intake.Xml;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Xml;

public sealed class HostileXmlTests
{
    private static readonly string[] Bodies =
    [
        "<rss version='2.0'><channel><item><title>&x;</title><description>Words of it.</description></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>&x;</title><content>Words of it.</content></entry></feed>",
        "<opml version='2.0'><body><outline xmlUrl='&x;'/></body></opml>",
        "<urlset><url><loc>&x;</loc></url></urlset>",
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentMeta><headline>&x;</headline></contentMeta></newsItem>",
        "<nitf><body><body.head><hedline><hl1>&x;</hl1></hedline></body.head></body></nitf>",
    ];

    public static TheoryData<string, string> Entities => new(Bodies.SelectMany(static body => new[]
    {
        ("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", body),
        ("<!DOCTYPE r [<!ENTITY x SYSTEM \"http://127.0.0.1:{0}/x\">]>", body),
        ("<!DOCTYPE r SYSTEM \"http://127.0.0.1:{0}/x.dtd\">", body),
        ("<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:{0}/p\"> %p;]>", body),
        ("<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>", body),
    }));

    [Theory]
    [MemberData(nameof(Entities))]
    public void Read_Entities_AreRefusedAndNothingIsOpened(string doctype, string body)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string declared = doctype.Replace("{0}", ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        IntakeResult result = Intake.Read("<?xml version='1.0'?>" + declared + body);
        result.Reports.ShouldBeEmpty();
        result.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0120");
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public void Read_StylesheetAndInclude_AreNotFollowed()
    {
        IntakeResult result = Intake.Read("<?xml version='1.0'?><?xml-stylesheet href='file:///etc/passwd'?><rss version='2.0' xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><title>A</title><xi:include href='file:///etc/hostname' parse='text'/><description>Words of it.</description></item></channel></rss>");
        result.Reports.ShouldHaveSingleItem().Text.Text.ShouldBe("A\n\nWords of it.");
    }

    [Fact]
    public void Read_DocumentTypeOfRss091_IsPassedOver() =>
        Intake.Read("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\"><rss version='0.91'><channel><item><title>A</title><description>Words of it.</description></item></channel></rss>").Reports.Length.ShouldBe(1);

    [Fact]
    public void Read_DeepXml_IsReadFlatOnASmallStack()
    {
        string deep = "<rss version='2.0'><channel><item><title>A</title><description>" + new string(' ', 1) + string.Concat(Enumerable.Repeat("<x>", 100_000)) + "The quay is closed." + string.Concat(Enumerable.Repeat("</x>", 100_000)) + "</description></item></channel></rss>";
        IntakeResult? result = null;
        Thread small = new(() => result = Intake.Read(deep), maxStackSize: 256 * 1024);
        small.Start();
        small.Join();
        result!.Reports.ShouldHaveSingleItem().Text.Text.ShouldContain("The quay is closed."); // The thread has ended.
        result.Findings.ShouldContain(static f => f.Id == "PX0108");
    }

    [Theory]
    [InlineData("&#xD800;", "\uFFFD")]
    [InlineData("&#x110000;", "\uFFFD")]
    [InlineData("&#0;", "\uFFFD")]
    [InlineData("&#150;", "–")]
    [InlineData("&apos;&lt;&amp;&hellip;", "'<&…")]
    [InlineData("&nosuch; & &;", "&nosuch; & &;")]
    [InlineData("&#99999999999999999999;", "\uFFFD")]
    public void Scanner_References_BecomeCharacters(string source, string expected) => TextOf($"<a>{source}</a>").ShouldBe(expected);

    [Theory]
    [InlineData("<a><b>x</a>", "x", "an element that is not closed")]
    [InlineData("<a>x</b></a>", "x", "an end without a start")]
    [InlineData("<a>x < y</a>", "x < y", "a bare less-than sign")]
    [InlineData("<a b=c d>x</a>", "x", "an attribute without quotation marks")]
    [InlineData("<a>x", "x", "the document ends inside an element")]
    [InlineData("<a><![CDATA[x", "x", "a CDATA section without end")]
    [InlineData("<p:a>x</p:a>", "x", "the prefix “p” is not declared")]
    public void Scanner_Faults_AreToldAndRead(string source, string words, string fault)
    {
        XmlScanner scanner = new(source, new XmlLimits(16, 16));
        scanner.Read().ShouldBe(XmlNodeKind.Start);
        scanner.ReadElement().Words.ShouldBe(words);
        scanner.Read().ShouldBe(XmlNodeKind.EndOfDocument);
        scanner.Fault.ShouldBe(fault);
    }

    [Fact]
    public void Scanner_ElementWithAMillionAttributes_IsBounded()
    {
        StringBuilder source = new("<a");
        for (int i = 0; i < 200_000; i++)
        {
            source.Append(" n").Append(i).Append("='v'");
        }

        XmlScanner scanner = new(source.Append(">x</a>").ToString(), new XmlLimits(16, 1024));
        scanner.Read();
        scanner.Element.Attributes.Length.ShouldBe(1024);
        scanner.Fault.ShouldBe("more attributes than the limit");
    }

    [Fact]
    public void Read_BaseThatIsNoWebAddress_IsNotUsed() =>
        Intake.Read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='file:///etc/'><entry><title>A</title><link href='passwd'/><content>Words of it.</content></entry></feed>").Reports.ShouldHaveSingleItem().Url.ShouldBeNull();

    private static string TextOf(string source)
    {
        XmlScanner scanner = new(source, new XmlLimits(16, 16));
        scanner.Read();
        return scanner.ReadElement().Text.Text;
    }
}
