using System.Text;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n ")]
    [InlineData("\uFEFF")]
    public void Read_NoText_SaysEmpty(string text) => Intake.Read(text).Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0101");

    [Fact]
    public void Read_TooLarge_SaysSo() => Intake.ReadBytes(new byte[3000], new IntakeOptions { MaxBytes = 2048 }).Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0102");

    [Fact]
    public void Read_Binary_SaysSo()
    {
        byte[] bytes = [0x7F, 0x45, 0x4C, 0x46, .. Enumerable.Range(0, 2000).Select(static i => (byte)((i * 37) % 256))];
        Intake.ReadBytes(bytes).Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0103");
    }

    [Fact]
    public void Read_InvalidUtf8_IsReadWithAWarning()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("The café of the harbour was closed on Monday – nobody knows why it was so "), 0xFF, .. Encoding.UTF8.GetBytes(" and the office said that it would be opened again.")];
        Report report = Intake.ReadBytes(bytes).Reports.ShouldHaveSingleItem();
        report.Findings.ShouldContain(f => f.Id == "PX0104" && f.Severity == Severity.Warning);
        report.Text.Text.ShouldContain('\uFFFD');
    }

    [Fact]
    public void Read_Windows1252_IsRecognised()
    {
        byte[] bytes = [.. Encoding.Latin1.GetBytes("The caf\u00E9 of the harbour was closed, "), 0x93, .. Encoding.Latin1.GetBytes("for good"), 0x94, (byte)'.'];
        Report report = Intake.ReadBytes(bytes).Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldContain("café");
        report.Text.Text.ShouldContain("“for good”");
    }

    [Fact]
    public void Read_Utf16_IsRecognised() =>
        Intake.ReadBytes(Encoding.Unicode.GetBytes("The harbour office closed the quay on Monday, and nobody knows why.")).Reports.ShouldHaveSingleItem().Text.Text.ShouldStartWith("The harbour");

    [Fact]
    public void Read_DeeplyNestedPage_IsReadWithAWarning()
    {
        StringBuilder page = new("<html><body>");
        page.Insert(page.Length, "<div>", 10_000).Append("<p>The harbour office closed the eastern quay on Monday, and nobody knows for how long it will be so.</p>").Insert(page.Length, "</div>", 10_000);
        IntakeResult result = Intake.Read(page.ToString());
        result.Reports.ShouldHaveSingleItem().Text.Text.ShouldContain("closed the eastern quay");
        result.Reports[0].Findings.ShouldContain(f => f.Id == "PX0108");
    }

    [Theory]
    [InlineData("<html><body><p>One <b>two <i>three</b> four</i> five and six and seven and eight.</body>")]
    [InlineData("<div><script>if (a < b) { document.write('<p>not this</p>') }</script><p>The quay is closed &amp; nobody knows why &mdash; says the office.</p></div>")]
    [InlineData("<html><table><p>Misplaced words in a table, as browsers know them.</p><tr><td>Cell</td></tr></table>")]
    [InlineData("<p>&#0;&#x110000;&nosuch; The quay is closed for now, and nobody knows why.</p><p")]
    public void Read_BrokenPages_LeadBackToTheSource(string page)
    {
        Report report = Intake.Read(page).Reports.ShouldHaveSingleItem();
        Intake.ShouldLeadBack(report);
        report.Text.Text.ShouldNotContain("not this");
    }

    [Fact]
    public void Read_RandomBytes_NeverThrows()
    {
        Random random = new(20240304);
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                "<html><p>"u8.CopyTo(bytes.AsSpan(0, Math.Min(9, bytes.Length)).Length < 9 ? new byte[9] : bytes);
            }

            foreach (Report report in Intake.ReadBytes(bytes).Reports)
            {
                Intake.ShouldLeadBack(report);
            }
        }
    }
}
