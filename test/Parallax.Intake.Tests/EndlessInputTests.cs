using System.IO.Compression;
using System.Text;
using Parallax.Core.Reports;
using Parallax.Intake.Containers;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests;

/// <summary>Inputs far larger than what is kept of them: read as a stream, up to a limit, with a finding.</summary>
public sealed class EndlessInputTests
{
    private const string Sentence = "The harbour office closed the eastern quay on Monday, and nobody knows for how long it will be so.";
    private const int Mebibyte = 1 << 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadAll_FeedOfAMillionEntries_KeepsTheFirstTenThousand(bool ends)
    {
        IEnumerable<byte[]> Pieces()
        {
            yield return Bytes("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Tidewater News</title>");
            for (int i = 0; i < 1_000_000; i++)
            {
                yield return Bytes($"<item><title>Quay {i} closed</title><description>{Sentence} It is quay {i}.</description></item>");
            }

            yield return Bytes(ends ? "</channel></rss>" : "<item><title>Quay");
        }

        using MadeStream stream = new(Pieces());
        DocumentResult[] results = [.. new ReportIntake(new IntakeOptions()).ReadAll("feed.xml", stream)];
        results.Sum(static r => r.Result.Reports.Length).ShouldBe(10_000);
        results.SelectMany(static r => r.Result.Findings).ShouldHaveSingleItem().Id.ShouldBe("PX0122");
        stream.Given.ShouldBeLessThan(21L * Mebibyte);
    }

    [Fact]
    public void Read_FeedCutInsideAnEntry_KeepsTheWholeOnes()
    {
        string feed = "<rss version=\"2.0\"><channel>" + string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"<item><title>Quay {i} closed</title><description>{Sentence} It is quay {i}.</description></item>")) + "<item><title>Quay 5000 closed</title><description>The harbour off";
        IntakeResult result = Intake.Read(feed);
        result.Reports.Length.ShouldBe(5_000);
        result.Findings.ShouldContain(static f => f.Id == "PX0122");
    }

    [Fact]
    public void Read_OneEntityToldSixtyFourThousandTimes_IsRefusedUnexpanded()
    {
        string feed = "<!DOCTYPE rss [<!ENTITY x \"" + new string('y', 65_536) + "\">]><rss version='2.0'><channel><item><title>T</title><description>" + string.Concat(Enumerable.Repeat("&x;", 65_536)) + "</description></item></channel></rss>";
        IntakeResult result = Intake.Read(feed);
        result.Reports.ShouldBeEmpty();
        result.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0120");
    }

    [Fact]
    public void ReadAll_JsonStringOfAHundredMebibytes_IsRefusedAtTheLimit()
    {
        byte[] letters = Bytes(new string('y', 65_536));
        using MadeStream stream = new([Bytes("{\"headline\":\"Quay closed\",\"articleBody\":\""), .. Enumerable.Repeat(letters, 1_600), Bytes("\"}")]);
        DocumentResult[] results = [.. new ReportIntake(new IntakeOptions()).ReadAll("big.json", stream)];
        results.SelectMany(static r => r.Result.Reports).ShouldBeEmpty();
        results.SelectMany(static r => r.Result.Findings).ShouldNotBeEmpty();
        stream.Given.ShouldBeLessThan(21L * Mebibyte);
    }

    [Fact]
    public void Read_JsonStringWithinTheLimit_IsReadAndItsArticleCut()
    {
        StringBuilder body = new();
        for (int i = 0; body.Length < 4 * Mebibyte; i++)
        {
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Sentence} It is quay {i}.\\n\\n");
        }

        Report report = Intake.Read("{\"@type\":\"NewsArticle\",\"headline\":\"Quay closed\",\"articleBody\":\"" + body + "\"}").Reports.ShouldHaveSingleItem();
        report.Text.Length.ShouldBeInRange(1_000_000, 2_000_100);
        report.Findings.ShouldContain(static f => f.Id == "PX0107");
    }

    [Fact]
    public void ReadAll_ArchiveOfManyRecords_IsReadAsItComes()
    {
        const int Records = 300_000;
        byte[] small = Record("metadata", "via: https://harbour.example/", "application/warc-fields");
        IEnumerable<byte[]> Pieces()
        {
            yield return Page(1);
            for (int i = 0; i < Records; i++)
            {
                yield return small;
            }

            yield return Page(2);
        }

        using MadeStream stream = new(Pieces());
        using IEnumerator<DocumentResult> documents = new ReportIntake(new IntakeOptions()).ReadAll("big.warc", stream).GetEnumerator();
        documents.MoveNext().ShouldBeTrue();
        documents.Current.Result.Reports.ShouldHaveSingleItem().Text.Text.ShouldContain("quay number 1");
        stream.Given.ShouldBeLessThan(Mebibyte);
        documents.MoveNext().ShouldBeTrue();
        documents.Current.Result.Reports.ShouldHaveSingleItem().Text.Text.ShouldContain("quay number 2");
        stream.Given.ShouldBe(Page(1).Length + Page(2).Length + ((long)Records * small.Length));
    }

    [Fact]
    public void ReadAll_RecordOfGibibytes_IsPassedOver()
    {
        byte[] zeros = new byte[Mebibyte];
        byte[] head = Bytes(FormattableString.Invariant($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/long\r\nContent-Length: {2048L * Mebibyte}\r\n\r\n"));
        using MadeStream stream = new([Page(1), head, .. Enumerable.Repeat(zeros, 2048), Bytes("\r\n\r\n"), Page(2)]);
        DocumentResult[] results = [.. new ReportIntake(new IntakeOptions()).ReadAll("long.warc", stream)];
        results.Sum(static r => r.Result.Reports.Length).ShouldBe(2);
        results.SelectMany(static r => r.Result.Findings).ShouldHaveSingleItem().Id.ShouldBe("PX0132");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("gzip, br")]
    public void ReadAll_PackedBomb_IsRefusedAndItsNeighbourRead(string encoding)
    {
        byte[] body = Pack(new byte[32 * Mebibyte], encoding);
        DocumentResults results = DocumentResults.Of([.. Answer(body, encoding), .. Page(2)]);
        results.Texts.ShouldHaveSingleItem().ShouldContain("quay number 2");
        results.Findings.ShouldContain(static f => f.Id == "PX0127" && f.Message.Contains("unpacks to more", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadAll_EncodingThatIsNotKnown_IsNeverTakenForText()
    {
        DocumentResults results = DocumentResults.Of([.. Answer(Bytes("<html><body><p>" + Sentence + "</p></body></html>"), "zstd"), .. Page(2)]);
        results.Texts.ShouldHaveSingleItem().ShouldContain("quay number 2");
        results.Findings.ShouldContain(static f => f.Id == "PX0127" && f.Message.Contains("zstd", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bomb.html.zst")]
    [InlineData("bomb.html.br")]
    public void ReadAll_PackedFileThatIsNotOpened_IsNoText(string name)
    {
        byte[] bytes = name.EndsWith("zst", StringComparison.Ordinal) ? [0x28, 0xB5, 0x2F, 0xFD, 0xA4, .. Enumerable.Repeat((byte)0x04, 2000)] : Pack(new byte[32 * Mebibyte], "br");
        IntakeResult result = new ReportIntake(new IntakeOptions()).Read(name, bytes);
        result.Reports.ShouldBeEmpty();
        result.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0103");
    }

    private static byte[] Pack(byte[] bytes, string encodings)
    {
        foreach (string encoding in encodings.Split(", "))
        {
            using MemoryStream packed = new();
            using (Stream pack = encoding switch { "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true), "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true), _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true) })
            {
                pack.Write(bytes);
            }

            bytes = packed.ToArray();
        }

        return bytes;
    }

    private static byte[] Page(int number) =>
        Answer(Bytes($"<html><body><h1>Quay {number}</h1><p>The harbour office closed the quay number {number} on Monday, after a storm had damaged it badly, the mayor said.</p></body></html>"), "identity");

    private static byte[] Answer(byte[] body, string encoding) => Record("response", [.. Bytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: {encoding}\r\n\r\n"), .. body], "application/http");

    private static byte[] Record(string type, string block, string mediaType) => Record(type, Bytes(block), mediaType);

    private static byte[] Record(string type, byte[] block, string mediaType) =>
        [.. Bytes(FormattableString.Invariant($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: https://harbour.example/x\r\nContent-Type: {mediaType}\r\nContent-Length: {block.Length}\r\n\r\n")), .. block, .. Bytes("\r\n\r\n")];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
