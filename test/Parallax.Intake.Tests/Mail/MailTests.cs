using System.Text;
using Parallax.Core.Reports;
using Parallax.Intake.Mail;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Mail;

public sealed class MailTests
{
    private const string Head = "From: \"Harbour Daily\" <news@daily.example>\r\nSubject: =?utf-8?B?Q2Fmw6kg?=\r\n =?utf-8?Q?at_the_quay?=\r\nDate: Mon, 4 Mar 2024 12:00:00 +0000 (UTC)\r\nMIME-Version: 1.0\r\n";

    [Fact]
    public void Read_PlainMail_HasSubjectSenderAndDate()
    {
        Report report = Intake.ReadOne(Head + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 at the quay stays=20=\r\nshut, its owner said on Monday.\r\n");
        report.Text.Text.ShouldBe("Café at the quay\n\nThe café at the quay stays shut, its owner said on Monday.");
        (report.Outlet!.Name, report.Published!.Value).ShouldBe(("Harbour Daily", "2024-03-04"));
    }

    [Fact]
    public void Read_Alternatives_PrefersThePageAndLeavesAttachments()
    {
        Report report = Intake.ReadOne(Head + "Content-Type: multipart/mixed; boundary=\"a\"\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=\"aa\"\r\n\r\n--aa\r\nContent-Type: text/plain\r\n\r\nPlain words of it.\r\n--aa\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(Encoding.UTF8.GetBytes("<html><body><p>The harbour office closed the eastern quay on Monday, after a storm had damaged it badly.</p></body></html>"))
            + "\r\n--aa--\r\n--a\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=\"../../etc/passwd\"\r\n\r\n<p>attached</p>\r\n--a--\r\n");
        report.Text.Text.ShouldBe("Café at the quay\n\nThe harbour office closed the eastern quay on Monday, after a storm had damaged it badly.");
    }

    [Fact]
    public void Read_PageSavedAsOneFile_KnowsItsAddressAndWhenItWasSaved()
    {
        Report report = Intake.ReadOne("From: <Saved by a browser>\r\nSnapshot-Content-Location: https://harbour.example/a/1\r\nSubject: Quay closed\r\nDate: Tue, 5 Mar 2024 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----x----\"\r\n\r\n------x----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://harbour.example/a/1\r\n\r\n<html><body><h1>Quay closed</h1><p class=3D\"a\">The harbour office closed the eastern quay on Monday, after a st=\r\norm had damaged it badly.</p></body></html>\r\n------x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------x------\r\n");
        (report.Url, report.Captured, report.Published).ShouldBe(("https://harbour.example/a/1", "2024-03-05T08:00:00Z", null));
        report.Text.Text.ShouldContain("after a storm had damaged it badly");
    }

    [Theory]
    [InlineData("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café")]
    [InlineData("=?iso-8859-1?Q?caf=E9?= noir", "café noir")]
    [InlineData("=?nosuch?q?a_b?=", "a b")]
    [InlineData("=?utf-8?x?a?= =?broken", "=?utf-8?x?a?= =?broken")]
    [InlineData("=?utf-7?q?+AGE-?=", "+AGE-")]
    public void EncodedWords_AreRead(string field, string expected) => EncodedWords.Decode(field).ShouldBe(expected);

    [Fact]
    public void Read_PartsNestedAThousandDeep_EndAtTheLimit()
    {
        StringBuilder mail = new(Head);
        for (int i = 0; i < 1000; i++)
        {
            mail.Append("Content-Type: multipart/mixed; boundary=\"b").Append(i).Append("\"\r\n\r\n--b").Append(i).Append("\r\n");
        }

        Intake.Read(mail.Append("Content-Type: text/plain\r\n\r\nThe bottom of it.\r\n").ToString()).Findings.ShouldHaveSingleItem().Id.ShouldBe("PX0101");
    }

    [Fact]
    public void Read_HeaderOfAMegabyte_IsReadUpToTheLimit()
    {
        Report report = Intake.ReadOne(Head + "X-Long: " + new string('a', 1 << 20) + "\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 10_000)) + "\r\nThe quay was closed on Monday.\r\n");
        report.Text.Text.ShouldContain("The quay was closed on Monday.");
    }

    [Fact]
    public void ReadAll_Mailbox_GivesEachMessage()
    {
        string message = Head + "\r\nThe quay was closed on Monday, number {0}.\r\n>From here on it stays shut.\r\n\r\n";
        string box = string.Concat(Enumerable.Range(0, 3).Select(i => "From a@b.example Mon Mar  4 10:00:00 2024\r\n" + message.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        DocumentResults results = DocumentResults.Of(box);
        results.Reports.Select(static report => report.Files[0]).ShouldBe(["input#1", "input#2", "input#3"]);
        results.Texts[1].ShouldContain("number 1");
        results.Texts[1].ShouldContain("From here on it stays shut");
    }

    [Theory]
    [InlineData("Update: the quay is closed.\nFrom: nobody knows.\n\nThe office said so on Monday.")]
    [InlineData("The mayor said: no.\n\nDate: unknown.")]
    public void LooksLikeMail_Text_IsNone(string text) => MailHeader.LooksLikeMail(Encoding.UTF8.GetBytes(text)).ShouldBeFalse();
}
