using System.Text;
using Parallax.Core.Findings;
using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests;

/// <summary>Characters that hide, turn, pile up or look like others.</summary>
public sealed class UnicodeTests
{
    private const string Words = "The harbour office closed the eastern quay on Monday, its head Ada Brook said, and nobody knows for how long it will be so.";

    [Theory]
    [InlineData("\u202E")]
    [InlineData("\u2066")]
    [InlineData("\u200B")]
    [InlineData("\u200D")]
    [InlineData("\u2060")]
    [InlineData("\uFEFF")]
    [InlineData("\u00AD")]
    [InlineData("\U000E0041")]
    public void Read_InvisibleCharacters_AreLeftOut(string hidden)
    {
        string strange = Words.Replace("Ada", "A" + hidden + "da", StringComparison.Ordinal);
        foreach (string source in (string[])[strange, $"<html><body><article><p>{strange}</p></article></body></html>"])
        {
            Report report = Intake.Read(source).Reports.ShouldHaveSingleItem();
            report.Text.Text.ShouldBe(Words);
            report.Received.Text.ShouldContain(hidden);
            report.Findings.ShouldContain(static f => f.Id == "PX0113" && f.Severity == Severity.Info);
            Intake.ShouldLeadBack(report);
            report.Map.Pieces.Sum(static piece => piece.Length).ShouldBe(Words.Length);
        }
    }

    [Fact]
    public void Read_JoinersOfOtherScripts_Stay()
    {
        Report report = Intake.Read(Words + " They wrote \u0646\u0645\u06CC\u200C\u062F\u0627\u0646\u0645 and \U0001F468\u200D\U0001F469.").Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldContain("\u06CC\u200C\u062F");
        report.Text.Text.ShouldContain("\U0001F468\u200D\U0001F469");
        report.Findings.ShouldNotContain(static f => f.Id == "PX0113");
    }

    [Fact]
    public void Read_NamesOfOutletAndAuthor_AreTheSameWithoutWhatIsInvisible()
    {
        Report plain = Page("Harbour Post", "Ada Brook"), strange = Page("Har\u200Bbour \u202EPost", "Ada B\U000E0042rook");
        strange.Outlet.ShouldBe(plain.Outlet);
        strange.Authors.ShouldBe(plain.Authors);
        plain.Outlet!.Name.ShouldBe("Harbour Post");
    }

    [Fact]
    public void Read_AMebibyteOfMarksOnOneLetter_IsCutToAFew()
    {
        Report report = Intake.Read(Words + " Re" + string.Concat(Enumerable.Repeat("\u0301\u0323", 1 << 18)) + "sume.").Reports.ShouldHaveSingleItem();
        report.Text.Length.ShouldBeLessThan(Words.Length + 60);
        report.Findings.ShouldContain(static f => f.Id == "PX0113");
        Intake.ShouldLeadBack(report);
    }

    [Fact]
    public void Read_OneParagraphBeyondTheLimit_IsCut()
    {
        Report report = Intake.Read(string.Concat(Enumerable.Repeat(Words + " ", 50)), new IntakeOptions { MaxArticleLength = 1_000 }).Reports.ShouldHaveSingleItem();
        report.Text.Length.ShouldBeInRange(900, 1_000);
        report.Findings.ShouldContain(static f => f.Id == "PX0107");
        Intake.ShouldLeadBack(report);
    }

    [Fact]
    public void Read_LettersThatGrowWhenNormalised_StayWithinTheLimit()
    {
        Report report = Intake.Read(Words + "\n\n" + new string('\uFDFA', 500_000), new IntakeOptions { MaxArticleLength = 100_000 }).Reports.ShouldHaveSingleItem();
        report.Text.Length.ShouldBeLessThanOrEqualTo(100_000);
        report.Findings.ShouldContain(static f => f.Id == "PX0107");
        Intake.ShouldLeadBack(report);
    }

    [Theory]
    [InlineData("Harbour Post", "\u0410da Brook")]
    [InlineData("Harbour Post", "Ada \u0412\u0433\u043E\u043E\u043A")]
    [InlineData("H\u0430rbour Post", "Ada Brook")]
    [InlineData("\uFF28arbour Post", "Ada Brook")]
    [InlineData("Harb\u03BFur Post", "Ada Brook")]
    public void Read_NameOfMixedScript_IsToldAndKeptApart(string outlet, string author)
    {
        Report strange = Page(outlet, author), plain = Page("Harbour Post", "Ada Brook");
        strange.Findings.ShouldContain(static f => f.Id == "PX0114" && f.Severity == Severity.Warning && f.Message.Contains("mixed script", StringComparison.Ordinal));
        plain.Findings.ShouldNotContain(static f => f.Id == "PX0114");
        (strange.Outlet!.Name, string.Join(';', strange.Authors)).ShouldBe((outlet, author));
    }

    [Theory]
    [InlineData("Br\u043E\u043Ek", true)]
    [InlineData("Br\u00F6\u00F6k", false)]
    [InlineData("\u0392rook", true)]
    [InlineData("\u03B2-carotene", false)]
    [InlineData("\u041C\u043E\u0441\u043A\u0432\u0430", false)]
    public void Read_WordOfMixedScriptInTheText_IsTold(string word, bool mixed) =>
        Intake.Read(Words + " " + word + " was there.").Reports.ShouldHaveSingleItem().Findings.Any(static f => f.Id == "PX0114").ShouldBe(mixed);

    [Theory]
    [InlineData("&#xD800;")]
    [InlineData("&#x110000;")]
    public void Read_ReferencesToNoCharacter_AreReplaced(string reference) => ShouldBeValid(Intake.Read($"<html><body><article><p>{Words} {reference}</p></article></body></html>"));

    [Fact]
    public void Read_LoneSurrogateInJson_IsReplaced() =>
        ShouldBeValid(Intake.Read("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": \"1\", \"title\": \"A \\ud800 b\", \"content_text\": \"The quay is closed \\udc00.\"}]}"));

    private static void ShouldBeValid(IntakeResult result)
    {
        Report report = result.Reports.ShouldHaveSingleItem();
        Should.NotThrow(() => report.Text.Text.IsNormalized(NormalizationForm.FormC));
        report.Text.Text.ShouldContain('\uFFFD');
    }

    private static Report Page(string outlet, string author) =>
        Intake.Read($"<html><head><meta property=\"og:site_name\" content=\"{outlet}\"><meta name=\"author\" content=\"{author}\"></head><body><article><p>{Words}</p></article></body></html>").Reports.ShouldHaveSingleItem();
}
