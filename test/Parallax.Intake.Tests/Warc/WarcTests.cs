using System.Text;
using Parallax.Intake.Tests.Containers;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Warc;

public sealed class WarcTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ReadAll_Responses_HaveAddressAndCapture(bool seekable)
    {
        byte[] archive = Bytes(Info() + Response(1) + Record("request", "GET / HTTP/1.1\r\n\r\n") + Response(2));
        DocumentResults results = DocumentResults.Of(archive, null, seekable);
        results.Reports.Length.ShouldBe(2);
        (results.Reports[0].Files[0], results.Reports[0].Url, results.Reports[0].Captured).ShouldBe(("input#2", "https://harbour.example/1", "2024-03-07T08:00:00Z"));
        results.Texts[1].ShouldContain("quay number 2");
        results.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void ReadAll_MembersOfGzip_AreReadOneByOne()
    {
        byte[] archive = [.. ArchiveTests.Gzip(Bytes(Response(1))), .. ArchiveTests.Gzip(Bytes(Response(2))), .. ArchiveTests.Gzip(Bytes(Response(3)))];
        DocumentResults.Of(archive).Reports.Length.ShouldBe(3);
    }

    [Fact]
    public void ReadAll_DamagedGzipMember_IsPassedOver()
    {
        byte[] second = ArchiveTests.Gzip(Bytes(Response(2)));
        second.AsSpan(second.Length / 2).Fill(0xEE);
        byte[] archive = [.. ArchiveTests.Gzip(Bytes(Response(1))), .. second, .. ArchiveTests.Gzip(Bytes(Response(3)))];
        DocumentResults results = DocumentResults.Of(archive);
        results.Texts.ShouldContain(static text => text.Contains("quay number 1", StringComparison.Ordinal));
        results.Texts.ShouldContain(static text => text.Contains("quay number 3", StringComparison.Ordinal));
        results.Findings.ShouldContain(static f => f.Id == "PX0127");
    }

    [Fact]
    public void Read_StoredRecord_SaysByItselfWhereItIsFrom()
    {
        DocumentResults results = DocumentResults.Of(Bytes(Response(1) + Response(2)));
        Parallax.Core.Reports.Report again = new ReportIntake(new IntakeOptions()).Read(results.Documents[1]).Reports.ShouldHaveSingleItem();
        (again.Id, again.Url, again.Captured).ShouldBe((results.Reports[1].Id, results.Reports[1].Url, results.Reports[1].Captured));
    }

    [Fact]
    public void ReadAll_RevisitsAndConversions_GiveNoSecondReport()
    {
        string revisit = Record("revisit", "HTTP/1.1 200 OK\r\n\r\n", "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n", "https://harbour.example/1");
        string known = Record("conversion", "The same page as text.", "Content-Type: text/plain\r\n", "https://harbour.example/1");
        string other = Record("conversion", "Another page\n\nThe ferry was known only from its text, the office said.", "Content-Type: text/plain\r\n", "https://harbour.example/9");
        DocumentResults results = DocumentResults.Of(Bytes(Response(1) + revisit + known + other));
        results.Reports.Select(static report => report.Url).ShouldBe(["https://harbour.example/1", "https://harbour.example/9"]);
        results.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0131");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(-40)]
    public void ReadAll_LengthThatIsWrong_LosesOnlyThatRecord(int error)
    {
        DocumentResults results = DocumentResults.Of(Bytes(Response(1) + Response(2, error) + Response(3)));
        results.Texts[0].ShouldContain("quay number 1");
        results.Texts[^1].ShouldContain("quay number 3");
        results.Findings.ShouldContain(static f => f.Id == "PX0130");
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("many")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public void ReadAll_LengthThatIsNone_LosesOnlyThatRecord(string length)
    {
        string bad = Response(2);
        int at = bad.IndexOf("Content-Length:", StringComparison.Ordinal), end = bad.IndexOf("\r\n", at, StringComparison.Ordinal);
        DocumentResults results = DocumentResults.Of(Bytes(Response(1) + bad[..at] + "Content-Length: " + length + bad[end..] + Response(3)));
        results.Reports.Length.ShouldBe(2);
        results.Findings.ShouldContain(static f => f.Id == "PX0130");
    }

    [Theory]
    [InlineData("rubbish before\r\nWARC is not a record\r\n\r\n")]
    [InlineData("\0\u0001\u0002\r\nWARC/")]
    public void ReadAll_RubbishBetweenRecords_IsPassedOver(string rubbish)
    {
        DocumentResults results = DocumentResults.Of(Bytes(Response(1) + rubbish + "\r\n" + Response(2)));
        results.Reports.Length.ShouldBe(2);
        results.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0130");
    }

    [Fact]
    public void ReadAll_RecordBeyondTheLimit_IsLeftOutAndToldOf()
    {
        DocumentResults results = DocumentResults.Of(Bytes(Record("resource", new string('x', 100_000), "Content-Type: text/plain\r\n") + Response(2)), new IntakeOptions { MaxBytes = 8192 });
        results.Reports.ShouldHaveSingleItem();
        results.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0132");
    }

    [Fact]
    public void ReadAll_EncodedBodies_AreRead()
    {
        byte[] page = Bytes(Page(7));
        byte[] packed = ArchiveTests.Gzip(page);
        byte[] head = Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] block = [.. head, .. Bytes($"{packed.Length:x}\r\n"), .. packed, .. Bytes("\r\n0\r\n\r\n")];
        byte[] record = [.. Bytes($"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: <https://harbour.example/7>\r\nWARC-Date: 2024-03-07T08:00:00Z\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. Bytes("\r\n\r\n")];
        DocumentResults results = DocumentResults.Of(record);
        results.Texts.ShouldHaveSingleItem().ShouldContain("quay number 7");
        results.Reports[0].Url.ShouldBe("https://harbour.example/7");
    }

    [Fact]
    public void ReadAll_BombInARecord_IsRefused()
    {
        byte[] packed = ArchiveTests.Gzip(new byte[16 << 20]);
        byte[] block = [.. Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"), .. packed];
        byte[] record = [.. Bytes($"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/7\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. Bytes("\r\n\r\n" + Response(2))];
        DocumentResults results = DocumentResults.Of(record);
        results.Reports.ShouldHaveSingleItem();
        results.Findings.ShouldContain(static f => f.Id == "PX0127" && f.Message.Contains("unpacks to more", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadAll_ErrorsAndStyles_AreCountedOnly()
    {
        DocumentResults results = DocumentResults.Of(Bytes(Record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + Page(5)) + Record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\na { }") + Response(2)));
        results.Reports.ShouldHaveSingleItem();
        results.Findings.ShouldHaveSingleItem().Message.ShouldContain("2 answers that are no page");
    }

    [Fact]
    public void ReadAll_Arc_IsReadLikeWarc()
    {
        string answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Page(4);
        const string Version = "1 0 Writer\nURL IP-address Archive-date Content-type Archive-length\n";
        DocumentResults results = DocumentResults.Of($"filedesc://a.arc 0.0.0.0 20240307080000 text/plain {Version.Length}\n{Version}\nhttps://harbour.example/4 with space 127.0.0.1 20240307080000 text/html {answer.Length}\n{answer}\nbroken line here\nhttp://x.example/ 127.0.0.1 20240307080000 text/html abc\n");
        Parallax.Core.Reports.Report report = results.Reports.ShouldHaveSingleItem();
        (report.Url, report.Captured).ShouldBe(("https://harbour.example/4%20with%20space", "2024-03-07T08:00:00Z"));
        results.Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0130");
    }

    [Fact]
    public void ReadAll_HeaderThatIsNotUtf8_IsRead()
    {
        byte[] record = Bytes(Response(1));
        int at = record.AsSpan().IndexOf("harbour"u8);
        record[at] = 0xFF;
        DocumentResults.Of(record).Reports.ShouldHaveSingleItem();
    }

    private static string Page(int number) => $"<html><body><h1>Quay {number}</h1><p>The harbour office closed the quay number {number} on Monday, after a storm had damaged it badly, the mayor said.</p></body></html>";

    private static string Response(int number, int error = 0) => Record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Page(number), "", $"https://harbour.example/{number}", error);

    private static string Info() => Record("warcinfo", "software: a test\r\n");

    private static string Record(string type, string block, string fields = "", string target = "https://harbour.example/x", int error = 0) =>
        $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {target}\r\nWARC-Date: 2024-03-07T08:00:00Z\r\n{fields}Content-Length: {Encoding.UTF8.GetByteCount(block) + error}\r\n\r\n{block}\r\n\r\n";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
