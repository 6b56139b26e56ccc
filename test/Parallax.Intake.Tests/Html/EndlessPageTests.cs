using System.Globalization;
using System.Text;
using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Html;

/// <summary>Pages misnested at random, and pages of which one part has no end.</summary>
public sealed class EndlessPageTests
{
    private const string Article = "<html><body><article><p>The harbour office closed the eastern quay on Monday, and nobody knows for how long it will be so.</p></article>";
    private const int Mebi = 1 << 20;

    private static readonly string[] Tags = ["template", "table", "form", "select", "frameset", "tr", "td", "li", "b", "a", "p", "svg", "option", "caption"];
    private static readonly IntakeOptions Large = new() { MaxBytes = 64L * Mebi };

    [Fact]
    public void Read_RandomMisnestings_End()
    {
        Random random = new(20240304);
        StringBuilder page = new();
        for (int round = 0; round < 1_000; round++)
        {
            page.Clear().Append(Article);
            for (int i = random.Next(5, 60); i > 0; i--)
            {
                page.Append(random.Next(3) == 0 ? "</" : "<").Append(Tags[random.Next(Tags.Length)]).Append(random.Next(8) == 0 ? " x" : ">").Append(random.Next(4) == 0 ? "word" : "");
            }

            Report report = Intake.Read(page.ToString()).Reports.ShouldHaveSingleItem(page.ToString());
            report.Text.Text.ShouldContain("closed the eastern quay", Case.Sensitive, page.ToString());
            Intake.ShouldLeadBack(report);
        }
    }

    [Fact]
    public void Read_AMillionAttributes_AreCutDown()
    {
        StringBuilder page = new(Article + "<div");
        for (int i = 0; i < 1_000_000; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $" a{i}");
        }

        ShouldHoldTheArticle(page.Append("></div>").ToString());
    }

    [Fact]
    public void Read_AttributeOfTwentyMebibytes_IsCutDown() => ShouldHoldTheArticle(Article + "<div title=\"" + new string('y', 20 * Mebi) + "\"></div>");

    [Fact]
    public void Read_TwoMillionReferences_AreFurnitureOrText() => ShouldHoldTheArticle(Article + "<p>" + string.Concat(Enumerable.Repeat("&lt;", 2_000_000)) + "</p>");

    [Theory]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<textarea>")]
    public void Read_WhatNeverCloses_EndsWithThePage(string open) => ShouldHoldTheArticle(Article + open + string.Concat(Enumerable.Repeat("no end <x ", Mebi)));

    [Fact]
    public void Read_PlaintextWithoutEnd_IsCutAtTheLimit()
    {
        Report report = Intake.Read(Article + "<plaintext>" + string.Concat(Enumerable.Repeat("no end <x ", Mebi)), Large).Reports.ShouldHaveSingleItem();
        report.Text.Length.ShouldBeInRange(1, Large.MaxArticleLength);
        Intake.ShouldLeadBack(report);
    }

    private static void ShouldHoldTheArticle(string page)
    {
        Report report = Intake.Read(page, Large).Reports.ShouldHaveSingleItem();
        report.Text.Text.ShouldContain("closed the eastern quay");
        report.Text.Length.ShouldBeLessThanOrEqualTo(Large.MaxArticleLength);
        Intake.ShouldLeadBack(report);
    }
}
