using Parallax.Core.Accounts;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class FigureViewTests
{
    [Theory]
    [InlineData("XXX", 5e9, "5 billion in a currency not stated")]
    [InlineData("XXX-franc", 40.0, "40 francs")]
    [InlineData("country", 3.0, "3 countries")]
    [InlineData("country", 1.0, "1 country")]
    [InlineData("church", 3.0, "3 churches")]
    [InlineData("day", 3.0, "3 days")]
    [InlineData("km/h", 90.0, "90 km/h")]
    [InlineData("km²", 90.0, "90 km²")]
    [InlineData("foot", 3, "3 feet")]
    [InlineData("witness", 3, "3 witnesses")]
    [InlineData("grandchild", 2, "2 grandchildren")]
    [InlineData("wife", 2, "2 wives")]
    public void ReadAs_Unit_IsPrintedInWords(string unit, double value, string expected) =>
        FigureView.ReadAs(new Figure { Id = "f1", Report = "r1", Start = 0, End = 1, Value = value, Low = value, High = value, Unit = unit }).ShouldBe(expected);

    [Theory]
    [InlineData("dozens", null, 24.0, 119.0, null, "“dozens” boats")]
    [InlineData("two to three", null, 2.0, 3.0, null, "2 to 3 boats")]
    [InlineData("as many as nine", 9.0, 0.0, 9.0, "up to", "up to 9 boats")]
    public void ReadAs_Bounds_GivesTheWordsOfTheReportWhereTheyTellNoNumber(string told, double? value, double? low, double? high, string? modifier, string expected) =>
        FigureView.ReadAs(new Figure { Id = "f1", Report = "r1", Start = 0, End = 1, Value = value, Low = low, High = high, Modifier = modifier, Unit = "boat" }, told).ShouldBe(expected);

    [Theory]
    [InlineData("crew", "Lanor crew", 26.0, "26 crew")]
    [InlineData("campus", "Campuses", 15.0, "15 campuses")]
    [InlineData("boat", "raid at sea", 5.0, "5 boats")]
    [InlineData("thing", "them", 2.0, "2")]
    public void ReadAs_Count_IsToldInTheWordsOfTheReport(string unit, string measures, double value, string expected) =>
        FigureView.ReadAs(new Figure { Id = "f1", Report = "r1", Start = 0, End = 1, Value = value, Low = value, High = value, Unit = unit, Measures = new TextSlice(measures, 2, 2 + measures.Length) }).ShouldBe(expected);

    [Theory]
    [InlineData("more than", 50.0, null, "more than 50 boats")]
    [InlineData("at least", 50.0, null, "50 or more boats")]
    [InlineData("less than", 0.0, 50.0, "less than 50 boats")]
    public void ReadAs_OpenBound_IsToldAsItIs(string modifier, double? low, double? high, string expected) =>
        FigureView.ReadAs(new Figure { Id = "f1", Report = "r1", Start = 0, End = 1, Value = 50, Low = low, High = high, Modifier = modifier, Unit = "boat" }).ShouldBe(expected);
}
