using System.Text;
using Parallax.Core.Reports;
using Shouldly;

namespace Parallax.Intake.Tests;

/// <summary>Short ways to read an input in a test.</summary>
internal static class Intake
{
    public static IntakeResult ReadBytes(byte[] bytes, IntakeOptions? options = null) => new ReportIntake(options ?? new IntakeOptions()).Read("report.txt", bytes);

    public static IntakeResult Read(string text, IntakeOptions? options = null) => ReadBytes(Encoding.UTF8.GetBytes(text), options);

    public static Report ReadOne(string text)
    {
        Report report = Read(text).Reports.ShouldHaveSingleItem();
        ShouldLeadBack(report);
        return report;
    }

    public static string[] Parts(Report report, TextPart part) => [.. report.Blocks.Where(block => block.Part == part).Select(block => report.Text.Slice(block.Span))];

    /// <summary>Every mapped piece of the article stands, letter for letter, where the map says.</summary>
    public static void ShouldLeadBack(Report report)
    {
        foreach (var piece in report.Map.Pieces)
        {
            report.Text.Text.Substring(piece.Start, piece.Length).ShouldBe(report.Received.Text.Substring(piece.ReceivedStart, piece.Length));
        }

        foreach (Furniture furniture in report.Furniture)
        {
            furniture.ReceivedStart.ShouldBeLessThan(report.Received.Length);
        }
    }
}
