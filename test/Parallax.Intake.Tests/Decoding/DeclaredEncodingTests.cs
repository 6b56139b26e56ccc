using System.Text;
using Parallax.Intake.Decoding;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Decoding;

/// <summary>Pages whose byte order mark, carrier and markup name different encodings, or ones made to hide markup.</summary>
public sealed class DeclaredEncodingTests
{
    private const string Russian = "Портовая служба закрыла восточный причал в понедельник.";
    private const string French = "Le maire a déclaré que le quai était fermé.";

    [Fact]
    public void Read_ByteOrderMark_GoesBeforeAllThatIsDeclared() =>
        Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Page("koi8-r", French))], "windows-1251").ShouldContain("déclaré");

    [Fact]
    public void Read_Carrier_GoesBeforeMarkup() => Read(In("windows-1251", Page("koi8-r", Russian)), "windows-1251").ShouldContain("восточный");

    [Fact]
    public void Read_Markup_CountsWhereTheCarrierSaysNothing() => Read(In("koi8-r", Page("koi8-r", Russian)), null).ShouldContain("восточный");

    [Theory]
    [InlineData("no-such-encoding")]
    [InlineData("\"")]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    public void Read_LabelThatCannotBe_LeavesTheWordToTheNext(string label) => Read(In("koi8-r", Page("koi8-r", Russian)), label).ShouldContain("восточный");

    [Fact]
    public void Read_XmlDeclaration_GoesBeforeMeta() =>
        Read(In("windows-1251", "<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + Page("koi8-r", Russian)), null).ShouldContain("восточный");

    [Fact]
    public void Read_MetaFarDown_IsNotLookedAt() =>
        TextDecoder.Decode(In("iso-8859-2", "<html><head><!--" + new string('x', 4000) + "-->" + Page("iso-8859-2", "Rynek w Łodzi był zamknięty."))).Encoding.ShouldNotBe("iso-8859-2");

    [Fact]
    public void Read_EncodingTaken_IsTold() =>
        Intake.ReadBytes(In("windows-1251", Page("windows-1251", Russian))).Reports.ShouldHaveSingleItem().Findings.ShouldContain(static f => f.Id == "PX0105" && f.Message.Contains("windows-1251", StringComparison.Ordinal));

    [Theory]
    [InlineData("x-user-defined")]
    [InlineData("X-User-Defined")]
    public void Read_UserDefined_IsWindows1252AsInPages(string label)
    {
        byte[] page = In("windows-1252", Page(label, French));
        Read(page, null).ShouldContain("déclaré");
        Read(page, label).ShouldContain("déclaré");
    }

    // In ISO-2022-JP the bytes of "<script>" between two escapes are letters: decoded once, they are never markup.
    [Fact]
    public void Read_MarkupBetweenEscapes_IsLetters()
    {
        byte[] page =
        [
            .. Encoding.ASCII.GetBytes("<html><head><meta charset=iso-2022-jp></head><body><article><h1>Quay closed</h1><p>The office closed the "), 0x1B, 0x24, 0x42,
            .. Encoding.ASCII.GetBytes("<script>"), 0x1B, 0x28, 0x42, .. Encoding.ASCII.GetBytes(" quay on Monday, the mayor said, and nobody knows for how long.</p></article></body></html>"),
        ];
        Parallax.Core.Reports.Report report = Intake.ReadBytes(page).Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldContain("nobody knows for how long");
        report.Received.Text.ShouldNotContain("<script>");
        Intake.ShouldLeadBack(report);
    }

    [Fact]
    public void Read_EscapeInsideATag_IsDecodedOnce()
    {
        byte[] page =
        [
            .. Encoding.ASCII.GetBytes("<html><head><meta charset=iso-2022-jp></head><body><p>The office closed the quay on Monday, the mayor said.</p><scr"), 0x1B, 0x28, 0x42,
            .. Encoding.ASCII.GetBytes("ipt>words of a script</script><p>Nobody knows for how long it will be so.</p></body></html>"),
        ];
        Parallax.Core.Reports.Report report = Intake.ReadBytes(page).Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldNotContain("words of a script");
        report.Text.Text.ShouldContain("Nobody knows");
        Intake.ShouldLeadBack(report);
    }

    private static string Page(string charset, string words) => $"<html><head><meta charset=\"{charset}\"></head><body><article><p>{words}</p></article></body></html>";

    private static byte[] In(string encoding, string text) => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text);

    private static string Read(byte[] bytes, string? charset) =>
        new ReportIntake(new IntakeOptions()).Read("page.html", bytes, new InputOrigin { Charset = charset }).Reports.ShouldHaveSingleItem().Text.Text;
}
