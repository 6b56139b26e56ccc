using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Intake.Tests.Tables;

public sealed class TableTests
{
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Read_Table_GivesAReportOfEachRow(string mark)
    {
        string table = string.Join(mark, "Title", "Date Published", "Full Text", "Source") + "\r\n"
            + string.Join(mark, "\"Mayor, asked; says \"\"no\"\"\"", "2024-03-04", "\"First paragraph of it.\nSecond one.\"", "Harbour Post") + "\r\n"
            + string.Join(mark, "B", "", "The ferry runs again.", "") + "\r\n";
        Report[] reports = [.. Intake.Read(table).Reports];
        reports.Select(static report => report.Title).ShouldBe(["Mayor, asked; says \"no\"", "B"]);
        reports[0].Text.Text.ShouldEndWith("First paragraph of it.\n\nSecond one.");
        (reports[0].Published!.Value, reports[0].Outlet!.Name).ShouldBe(("2024-03-04", "Harbour Post"));
        Intake.ShouldLeadBack(reports[0]);
    }

    [Theory]
    [InlineData("The mayor, the council and the office met on Monday.\nThey said, after an hour, that the quay would open.")]
    [InlineData("year,ferries,people\n2023,4,100\n")]
    [InlineData("title,body")]
    public void Read_OtherText_IsNoTable(string text) => Intake.Read(text).Reports.ShouldAllBe(static report => !report.Files[0].Contains('#'));

    [Fact]
    public void Read_QuotationWithoutEnd_IsReadToTheEnd() =>
        Intake.Read("title,body\nA,\"The quay is closed\nand it stays so, the office said.").Reports.ShouldHaveSingleItem().Text.Text.ShouldContain("and it stays so");
}
