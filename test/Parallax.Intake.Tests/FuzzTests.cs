using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Parallax.Intake.Containers;
using Parallax.Intake.Feeds;
using Parallax.Intake.Json;
using Parallax.Intake.Xml;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests;

/// <summary>Broken inputs of every reader, made from whole ones with a fixed seed: nothing throws, every text leads back. <c>PARALLAX_FUZZ=100000</c> makes the run longer.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Seeds =
    [
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Post</title><item><title>Quay &amp; ferry</title><pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate><description><![CDATA[<p>The quay is closed.</p>]]></description></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/'><entry><title type='html'>A &lt;b&gt;</title><link href='x'/><content type='xhtml'><div><p>The quay is closed.</p><br/></div></content></entry></feed>",
        "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": \"1\", \"title\": \"A\\u00e9\", \"content_html\": \"<p>The quay is \\\"closed\\\".</p>\"}]}",
        "{\"uri\": \"urn:x\", \"versioncreated\": \"2024-03-04T10:00:00Z\", \"headlines\": [{\"role\": \"main\", \"value\": \"A\"}], \"bodies\": [{\"contentType\": \"text/html\", \"value\": \"<p>The quay is closed.</p>\"}]}",
        "<?xml version='1.0'?><newsItem guid='urn:x'><contentMeta><headline>A</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>The quay is closed.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>",
        "<urlset><url><loc>https://a.example/</loc><news:news><news:title>A</news:title><news:publication_date>2024-03-04</news:publication_date></news:news></url></urlset>",
        "title,body,date\n\"A, \"\"b\"\"\",\"The quay is closed.\nStill.\",2024-03-04\nB,Words of it,\n",
        "From: A <a@b.example>\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\nDate: Mon, 4 Mar 2024 12:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>The quay=20is closed.</p>\r\n--x--\r\n",
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 82\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n<p>The quay is closed.</p>\r\n0\r\n\r\n\r\n\r\nWARC/1.0\r\nWARC-Type: revisit\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
        "filedesc://a 0.0.0.0 20240307080000 text/plain 2\nx\n\nhttps://a.example/ 127.0.0.1 20240307080000 text/html 26\n<p>The quay is closed.</p>\n",
        "From a@b Mon Mar  4 10:00:00 2024\nFrom: a\nDate: x\nSubject: y\n\nThe quay is closed.\n\nFrom a@b Mon Mar  4 10:00:00 2024\nFrom: a\nDate: x\n\nAgain.\n",
        "<!doctype html><html lang='en'><head><title>Quay | Post</title><meta property='article:published_time' content='2024-03-04T10:00:00Z'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ada Brook\"},\"articleBody\":\"The quay is closed.\"}</script></head><body><nav><a href='/'>Home</a></nav><article itemscope><h1>Quay</h1><p class='byline'>By Ada Brook, 4 March 2024</p><p>The quay &amp; the ferry are closed.</p><blockquote>Words</blockquote><figure><figcaption>A crane</figcaption></figure></article></body></html>",
        "<opml><body><outline xmlUrl='x'/></body></opml>",
    ];

    private const string Marks = "<>&\"'{}[],:;=\r\n-\0";

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("PARALLAX_FUZZ"), out int rounds) ? rounds : 60;

    public static TheoryData<int> Numbers => new(Enumerable.Range(0, Seeds.Length));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ReadAll_BrokenInputs_NeverThrow(int seed)
    {
        Random random = new(20240304 + seed);
        byte[] whole = Encoding.UTF8.GetBytes(Seeds[seed]);
        IntakeOptions options = new() { MaxBytes = 4096, MaxEntries = 20 };
        for (int round = 0; round < Rounds; round++)
        {
            byte[] broken = Broken(whole, random);
            DocumentResults results = DocumentResults.Of(broken, options, seekable: round % 3 > 0);
            (results.Reports.Length + results.Findings.Length).ShouldBeGreaterThan(0, Convert.ToHexString(broken));
            foreach (ReceivedDocument document in results.Documents)
            {
                new ReportIntake(options).Read(document).Reports.Select(static r => r.Id).ShouldBe(new ReportIntake(options).Read(document).Reports.Select(static r => r.Id));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ReadAll_CutAtEveryByte_NeverThrows(int seed)
    {
        byte[] whole = Encoding.UTF8.GetBytes(Seeds[seed]);
        for (int length = 0; length < whole.Length; length += 3)
        {
            _ = DocumentResults.Of(whole[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ReadAll_ByteByByte_GivesTheSameAsAtOnce(int seed)
    {
        byte[] whole = Encoding.UTF8.GetBytes(Seeds[seed]);
        DocumentResults.Of(whole, null, seekable: false).Reports.Select(static r => (r.Id, r.Text.Text)).ShouldBe(DocumentResults.Of(whole).Reports.Select(static r => (r.Id, r.Text.Text)));
    }

    [Fact]
    public void Scanners_OnAnyText_EndAndMapWhatTheyRead() => Prop.ForAll<string>(static text =>
    {
        string source = "<a>" + text + "</a>";
        XmlScanner scanner = new(source, new XmlLimits(8, 8));
        int nodes = 0;
        while (scanner.Read() is var kind and not XmlNodeKind.EndOfDocument)
        {
            nodes++;
            foreach (var piece in kind == XmlNodeKind.Text ? scanner.Text.Pieces : [])
            {
                if (source.Substring(piece.ReceivedStart, piece.Length) != scanner.Text.Text.Substring(piece.Start, piece.Length))
                {
                    return false;
                }
            }
        }

        JsonScanner json = new("{\"a\": \"" + text + "\", \"b\": [" + text, 8);
        while (json.Read() is not null)
        {
            nodes++;
        }

        return nodes > 0;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20240304, 1));

    [Fact]
    public void FeedDates_OnAnyDate_GiveTheDayThatWasWritten() => Prop.ForAll<DateTime>(static any =>
    {
        DateTime date = new(1970 + (any.Year % 130), any.Month, Math.Min(any.Day, 28), any.Hour, any.Minute, any.Second, DateTimeKind.Utc);
        string rfc = date.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", System.Globalization.CultureInfo.InvariantCulture), iso = date.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        return FeedDates.Parse(rfc) == new DateTimeOffset(date) && FeedDates.Parse(iso) == new DateTimeOffset(date) && FeedDates.Parse(date.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture))?.Date == date.Date;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20240304, 1));

    [Theory]
    [InlineData("2024-02-31")]
    [InlineData("2024-03-04T25:61:00Z")]
    [InlineData("0000-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("1709546400000")]
    [InlineData("2024-03-04T10:00:00+9999")]
    [InlineData("31 February 2024")]
    [InlineData("03/04/2024")]
    [InlineData("yesterday")]
    public void FeedDates_WhatIsNoDateOrAmbiguous_IsUnknown(string words) => FeedDates.Parse(words).ShouldBeNull();

    [Theory]
    [InlineData("Mon, 04 Mar 2024 10:00:00 EST", "2024-03-04T15:00:00+00:00")]
    [InlineData("4 Mar 24 10:00 +0100", "2024-03-04T09:00:00+00:00")]
    [InlineData("Mon Mar  4 10:00:00 2024", "2024-03-04T10:00:00+00:00")]
    [InlineData("2024-03-04 10:00:00.123", "2024-03-04T10:00:00+00:00")]
    [InlineData("2024-03", "2024-03-01T00:00:00+00:00")]
    [InlineData("March 4, 2024", "2024-03-04T00:00:00+00:00")]
    [InlineData("2024-12-31T24:00:00Z", "2025-01-01T00:00:00+00:00")]
    public void FeedDates_FormsInUse_AreRead(string words, string expected) => FeedDates.Parse(words)!.Value.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected);

    private static byte[] Broken(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (int change = random.Next(1, 6); change > 0 && bytes.Count > 2; change--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(random.Next(1, 30), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 3:
                    bytes[at] = (byte)Marks[random.Next(Marks.Length)];
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
