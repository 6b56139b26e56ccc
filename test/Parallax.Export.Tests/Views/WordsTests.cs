using Parallax.Core.Accounts;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class WordsTests
{
    [Theory]
    [InlineData("2031-03-04", "4 March 2031")]
    [InlineData("2031-03-04TAF", "4 March 2031, afternoon")]
    [InlineData("2031-03-04T14:30", "4 March 2031, 14:30")]
    [InlineData("2031-03", "March 2031")]
    [InlineData("2031", "2031")]
    [InlineData("203", "2030s")]
    [InlineData("203X", "2030s")]
    [InlineData("2031-W10", "the week of 3 March 2031")]
    [InlineData("2031-W10-2", "4 March 2031")]
    [InlineData("2031-Q1", "first quarter of 2031")]
    [InlineData("2031-SU", "summer 2031")]
    [InlineData("XXXX-WXX-3", "Wednesday, date not stated")]
    [InlineData("XXXX-03-04", "4 March, year not stated")]
    [InlineData("XXXX-03", "March, year not stated")]
    [InlineData("P2M", "two months")]
    [InlineData("PT1H", "one hour")]
    [InlineData("PXD", "some days")]
    [InlineData("PAST_REF", "in the past")]
    [InlineData("/2031-03-04", "not after 4 March 2031")]
    [InlineData("2031-03-04/", "not before 4 March 2031")]
    [InlineData("2031-03-04/2031-03-06", "between 4 March 2031 and 6 March 2031")]
    [InlineData("", "time not stated")]
    [InlineData("before Tuesday’s vote - in the T-shirt", "before Tuesday’s vote - in the T-shirt")]
    public void TimeWords_Value_IsNoMoreExactThanItIs(string value, string expected) => TimeWords.Of(value).ShouldBe(expected);

    [Theory]
    [InlineData("P")]
    [InlineData("T")]
    [InlineData("-")]
    [InlineData("2031-13-45")]
    [InlineData("2031-W")]
    [InlineData("PTX")]
    [InlineData("<script>")]
    [InlineData("99999999999999999999")]
    [InlineData("2031-99999999999999999999")]
    public void TimeWords_Nonsense_DoesNotThrow(string value) => TimeWords.Of(value).ShouldNotBeNull();

    [Theory]
    [InlineData(0, 0, "no origin")]
    [InlineData(1, 1, "one origin")]
    [InlineData(2, 3, "two to three origins")]
    [InlineData(0, 2, "at most two origins, none certain")]
    [InlineData(14, 14, "14 origins")]
    public void Range_Counts_AreWords(int low, int high, string expected) => Words.Range(new CountRange(low, high), "origin").ShouldBe(expected);

    [Fact]
    public void EveryKind_HasWords()
    {
        Enum.GetValues<Stance>().ShouldAllBe(stance => Words.Stance(stance).Length > 0);
        Enum.GetValues<PositionKind>().ShouldAllBe(kind => Words.Position(kind).Length > 0);
        Enum.GetValues<ConflictKind>().ShouldAllBe(kind => Words.Differ(kind).Length > 0);
        Enum.GetValues<HopRelation>().ShouldAllBe(relation => Words.Hop(relation).Length > 0);
        System.Collections.Immutable.ImmutableArray<Manner?> manners = [Manner.Direct, null];
        Enum.GetValues<QuotationRelation>().ShouldAllBe(relation => Words.Quotation(relation, manners).Length > 0);
        Enum.GetValues<DependenceKind>().ShouldAllBe(kind => Words.Dependence(kind).Length > 0);
        Enum.GetValues<Core.Reports.Genre>().ShouldAllBe(genre => Words.Genre(genre).Length > 0);
        Enum.GetValues<Manner>().ShouldAllBe(manner => Words.Manner(manner).Length > 0);
    }

    [Theory]
    [InlineData(40_000_000_000, "40 billion")]
    [InlineData(1_500_000, "1.5 million")]
    [InlineData(12_345, "12,345")]
    [InlineData(0.25, "0.25")]
    [InlineData(-3, "-3")]
    public void Number_Sizes_AreReadable(double value, string expected) => FigureView.Number(value).ShouldBe(expected);

    [Fact]
    public void WordDiff_TwoWordings_GivesDeletedThenInserted()
    {
        IEnumerable<string> pieces = WordDiff.Of("The extent of it worries all, he said.", "The scope of it troubles all he said").Select(piece => $"{piece.Kind}:{piece.Text}");

        pieces.ShouldBe(["Same:The", "Deleted:extent", "Inserted:scope", "Same:of it", "Deleted:worries", "Inserted:troubles", "Same:all he said"]);
    }

    [Fact]
    public void WordDiff_VeryLongWordings_AreGivenWhole()
    {
        string first = string.Join(' ', Enumerable.Repeat("a", 2000)), second = string.Join(' ', Enumerable.Repeat("b", 2000));

        WordDiff.Of(first, second).Select(piece => piece.Kind).ShouldBe([PieceKind.Deleted, PieceKind.Inserted]);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letter_Report_CountsLikeColumns(int report, string expected) => AccountIndex.Letter(report).ShouldBe(expected);
}
