using System.IO.Compression;
using System.Net;
using System.Text;
using Parallax.Fetching.Archives;
using Parallax.Fetching.Transfers;
using Shouldly;
using Xunit;

namespace Parallax.Fetching.Tests.Archives;

public sealed class WarcWriterTests
{
    private static readonly Exchange Page = new(
        new Uri("http://post.example/quay"), new DateTimeOffset(2024, 3, 4, 12, 0, 0, 250, TimeSpan.FromHours(2)), IPAddress.Parse("192.0.2.1"),
        "GET /quay HTTP/1.1\r\nHost: post.example\r\n\r\n", 200, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "<p>Shut.</p>"u8.ToArray(), "text/html", Validators.None);

    [Fact]
    public void Write_Exchange_GivesResponseAndRequest()
    {
        string[] records = Records(Page);
        records.Length.ShouldBe(2);
        records[0].ShouldStartWith("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:");
        records[0].ShouldContain("\r\nWARC-Date: 2024-03-04T10:00:00.250Z\r\n");
        records[0].ShouldContain("\r\nWARC-Target-URI: http://post.example/quay\r\n");
        records[0].ShouldContain("\r\nContent-Length: 56\r\n\r\nHTTP/1.1 200 OK\r\n");
        records[0].ShouldEndWith("\r\n\r\n<p>Shut.</p>\r\n\r\n");
        records[1].ShouldContain("WARC-Type: request");
        records[1].ShouldContain("WARC-Concurrent-To: " + records[0].Split("WARC-Record-ID: ")[1].Split("\r\n")[0]);
    }

    [Fact]
    public void Write_UnchangedPage_GivesRevisit()
    {
        string record = Records(Page with { Status = 304, ResponseHead = "HTTP/1.1 304 Not Modified\r\n\r\n", Body = default })[0];
        record.ShouldContain("WARC-Type: revisit");
        record.ShouldContain("WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified");
    }

    [Fact]
    public void Write_TheSameExchangeTwice_GivesTheSameBytes() => Records(Page).ShouldBe(Records(Page));

    private static string[] Records(Exchange exchange)
    {
        using MemoryStream file = new();
        new WarcWriter(file).Write(exchange);
        file.Position = 0;
        using GZipStream plain = new(file, CompressionMode.Decompress); // Reads all members one after another.
        using StreamReader reader = new(plain, Encoding.Latin1);
        return [.. reader.ReadToEnd().Split("WARC/1.1\r\n", StringSplitOptions.RemoveEmptyEntries).Select(static record => "WARC/1.1\r\n" + record)];
    }
}
