using Parallax.Core.Layers;
using Parallax.Language.Names;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Names;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Iran", GazetteerKind.Country, "IR")]
    [InlineData("the United States", GazetteerKind.Country, "US")]
    [InlineData("U.S.", GazetteerKind.Country, "US")]
    [InlineData("Norwegians", GazetteerKind.People, "NO")]
    [InlineData("Kyiv", GazetteerKind.Capital, "UA")]
    [InlineData("Whitehall", GazetteerKind.Seat, "GB")]
    [InlineData("Lyons", GazetteerKind.City, "FR")]
    [InlineData("Bavaria", GazetteerKind.Region, "DE")]
    [InlineData("Middle East", GazetteerKind.WorldRegion, null)]
    [InlineData("Strait of Hormuz", GazetteerKind.NaturalPlace, null)]
    [InlineData("BRAZIL", GazetteerKind.Country, "BR")]
    public void Find_KnownName_GivesKindAndCountry(string name, GazetteerKind kind, string? country)
    {
        GazetteerEntry entry = Gazetteer.English.Find(name).ShouldHaveSingleItem();
        entry.Kind.ShouldBe(kind);
        entry.Country.ShouldBe(country);
    }

    [Theory]
    [InlineData("us")]
    [InlineData("turkey")]
    [InlineData("Blorbistan")]
    [InlineData("")]
    public void Find_NoName_IsEmpty(string name) => Gazetteer.English.Find(name).ShouldBeEmpty();

    [Fact]
    public void Find_SeveralReadings_GivesAll() => Gazetteer.English.Find("Georgia").Select(static e => e.Country).ShouldBe(["GE", "US"], ignoreOrder: true);

    [Fact]
    public void CountryOf_ReadingsThatDisagree_IsNull()
    {
        Gazetteer.English.CountryOf("Georgia").ShouldBeNull();
        Gazetteer.English.CountryOf("Lisbon").ShouldBe("PT");
    }

    [Theory]
    [InlineData("Moscow", "government of Russia")]
    [InlineData("Elysee", "presidency of France")]
    public void Find_Metonym_SaysWhatItStandsFor(string name, string standsFor) => Gazetteer.English.Find(name)[0].StandsFor.ShouldBe(standsFor);

    [Fact]
    public void Find_OtherSpelling_ShowsOneName()
    {
        Gazetteer.English.Find("Kiev")[0].Name.ShouldBe("Kyiv");
        Gazetteer.English.Find("Tel Aviv")[0].Name.ShouldBe("Tel Aviv");
    }

    [Fact]
    public void LongestAt_NestedNames_TakesTheLongest()
    {
        AnnotatedReport report = ParsedReport.Of("""
            South   South   PROPN  _  2  compound
            Sudan   Sudan   PROPN  _  3  nsubj
            votes   vote    VERB   _  0  root
            """);
        (int count, var entries) = Gazetteer.English.LongestAt(report.Tokens, 0);
        count.ShouldBe(2);
        entries.ShouldHaveSingleItem().Country.ShouldBe("SS");
        Gazetteer.English.LongestAt(report.Tokens, 2).TokenCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("Rear Admiral", "rank")]
    [InlineData("foreign minister", "office")]
    [InlineData("Mr.", "honorific")]
    [InlineData("table", null)]
    public void TitleKind_Words_TellsKind(string words, string? kind) => Gazetteer.English.TitleKind(words).ShouldBe(kind);

    [Theory]
    [InlineData("Margaret", Sex.Female)]
    [InlineData("Dmitry", Sex.Male)]
    [InlineData("Robin", Sex.Unknown)]
    public void SexOf_GivenName_TellsSex(string name, Sex sex) => Gazetteer.English.SexOf(name).ShouldBe(sex);
}
