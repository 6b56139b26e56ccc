using Parallax.Core.Accounts;
using Parallax.Stories.Entities;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class EntityMatcherTests
{
    private static EntityProfile Profile(string name, ActorKind kind, string? country, params string[] aliases) =>
        EntityProfile.Of(new Entity { Id = "e" + name, Kind = kind, Name = name, Country = country, Aliases = [.. aliases] }, new HashSet<string> { "norland", "norlandic" }).ShouldNotBeNull();

    [Theory]
    [InlineData("Dmitri Sokolev", "Dmitry Sokolyev", true)]
    [InlineData("President Ada Quill", "Ada Quill", true)]
    [InlineData("Ada Quill", "Quill", true)]
    [InlineData("Ada Quill", "Tomas Quill", false)]
    [InlineData("Ada Quill", "Ada Vale", false)]
    [InlineData("Ada DelQuill", "Ada Del Quill", true)]
    [InlineData("Bob Quill", "Robert Quill", true)]
    [InlineData("Bob Quill", "Raymond Quill", false)]
    [InlineData("Tyw Quill", "Tywon Quill", true)]
    [InlineData("Carol Quill", "Caroline Quill", false)]
    [InlineData("Giannis Varesdopoulos", "Yiannis Varesdopoulos", true)]
    [InlineData("Giannis Quill", "Yiannis Quill", false)]
    public void Compare_Persons_ByGivenNameAndSurname(string left, string right, bool same) =>
        (EntityMatcher.Compare(Profile(left, ActorKind.Person, null), Profile(right, ActorKind.Person, null)).Rank > 0).ShouldBe(same);

    [Theory]
    [InlineData("Tomas al-Quill", "al-Quill", "Ben al-Quille", "al-Quille", false)]
    [InlineData("Tomas al-Quill", "al-Quill", "Thomas al-Quille", "al-Quille", true)]
    public void Compare_SurnamesWithAnArticle_ByTheirGivenNames(string left, string surname, string right, string other, bool same) =>
        (EntityMatcher.Compare(Profile(left, ActorKind.Person, null, surname), Profile(right, ActorKind.Person, null, other)).Rank > 0).ShouldBe(same);

    [Fact]
    public void Compare_YoungerOfTwoKnownNamesakes_IsNotTheOneOfTheBareName()
    {
        EntityProfile junior = Profile("Karim Quill Jr.", ActorKind.Person, null), plain = Profile("Karim Quill", ActorKind.Person, null);

        EntityMatcher.Compare(junior, plain).Rank.ShouldBeGreaterThan(0);
        EntityMatcher.Compare(junior.BesideNamesake(), plain).Rank.ShouldBe(0);
    }

    [Fact]
    public void Compare_SamePersonNameOfTwoCountries_StaysApart() =>
        EntityMatcher.Compare(Profile("Ada Quill", ActorKind.Person, "NO"), Profile("Ada Quill", ActorKind.Person, "SE")).Rank.ShouldBe(0);

    [Theory]
    [InlineData("Tarnews", "Tarn News Agency", ActorKind.Outlet, false)]
    [InlineData("Tarnnews", "Tarn News Agency", ActorKind.Outlet, true)]
    [InlineData("Orbis Steel", "Orbis Steel Corp", ActorKind.Organization, true)]
    public void Compare_NamesWithAndWithoutEnding(string left, string right, ActorKind kind, bool same) =>
        (EntityMatcher.Compare(Profile(left, kind, null), Profile(right, kind, null)).Rank > 0).ShouldBe(same);

    [Fact]
    public void Compare_BodiesOfTwoCountriesWithOneName_StayApart() =>
        EntityMatcher.Compare(Profile("Security Council", ActorKind.Organization, "NO"), Profile("Security Council", ActorKind.Organization, "SE")).Rank.ShouldBe(0);

    [Fact]
    public void Compare_BodyUnderLongAndShortName_IsOneInItsCountry() =>
        EntityMatcher.Compare(Profile("Norlandic Security Council", ActorKind.Organization, "NO"), Profile("National Security Council of Norland", ActorKind.Organization, "NO")).Rank.ShouldBeGreaterThan(0);

    [Fact]
    public void Compare_AcronymAndName_AreOne() =>
        EntityMatcher.Compare(Profile("ELCG", ActorKind.Organization, null), Profile("Ellery Lake Coast Guard", ActorKind.Organization, null)).Rank.ShouldBeGreaterThan(0);

    [Theory]
    [InlineData("It")]
    [InlineData("President")]
    [InlineData("Foreign Minister")]
    [InlineData("the officials")]
    public void Profile_WordsThatNameNobody_AreNoNames(string name) =>
        EntityProfile.Of(new Entity { Id = "e", Kind = ActorKind.Organization, Name = name }, new HashSet<string>()).ShouldBeNull();

    [Theory]
    [InlineData("Orvane", "Orvane Motors LLC", true)]
    [InlineData("Orvane", "Orvane Foundation", false)]
    [InlineData("Lake Cooperation Organisation", "Lake Cooperation Organization", true)]
    [InlineData("OM", "Orvane Motors", true)]
    public void Compare_CompaniesUnderShortAndFullName(string left, string right, bool same) =>
        (EntityMatcher.Compare(Profile(left, ActorKind.Organization, null), Profile(right, ActorKind.Organization, null)).Rank > 0).ShouldBe(same);

    [Theory]
    [InlineData("Norlandic navy", "NO", "Norland's Navy", "NO", true)]
    [InlineData("Norlandic navy", "NO", "Norlandic navy", "SE", false)]
    public void Compare_BodyThatEachStateHas_IsOneInItsCountry(string left, string leftCountry, string right, string rightCountry, bool same) =>
        (EntityMatcher.Compare(Profile(left, ActorKind.Government, leftCountry), Profile(right, ActorKind.Government, rightCountry)).Rank > 0).ShouldBe(same);

    [Fact]
    public void Compare_ShipWithAndWithoutItsLetters_IsOne() =>
        EntityMatcher.Compare(Profile("INS Varan", ActorKind.Product, null), Profile("Varan", ActorKind.Other, null)).Rank.ShouldBeGreaterThan(0);

    [Fact]
    public void Compare_ThingOfUnknownKindAndPerson_StayApart() =>
        EntityMatcher.Compare(Profile("Varan", ActorKind.Person, null), Profile("Varan", ActorKind.Other, null)).Rank.ShouldBe(0);

    [Theory]
    [InlineData("Ilan Varesdi", "governor of Ostby", "Ilan Varesbi", "Ostby governor", true)]
    [InlineData("Ilan Varesdi", "governor of Ostby", "Ilan Varesbi", "governor of Tolbek", false)]
    [InlineData("Ilan Varesdi", "governor of Ostby", "Ilan Varesbi", "resident of Ostby", false)]
    [InlineData("Ilan Varesdi", "governor of Ostby", "Omar Varesbi", "governor of Ostby", false)]
    [InlineData("Ilan Dorne", "governor of Ostby", "Ilan Vorne", "governor of Ostby", false)]
    public void Compare_OneGivenNameAndOfficeUnderLikeSurnames(string left, string leftOffice, string right, string rightOffice, bool same) =>
        (EntityMatcher.Compare(Holder(left, leftOffice), Holder(right, rightOffice)).Rank > 0).ShouldBe(same);

    [Theory]
    [InlineData("Varan Island", "Varan", true)]
    [InlineData("Gulf island of Varan", "Varan Island", true)]
    [InlineData("city of Varan", "Varan", true)]
    [InlineData("Varan City", "Varan", false)]
    [InlineData("Hormosgan", "Hormousgan", true)]
    [InlineData("Varan", "Voran", false)]
    public void Compare_PlacesWithAndWithoutTheirKind(string left, string right, bool same) =>
        (EntityMatcher.Compare(Profile(left, ActorKind.Place, null), Profile(right, ActorKind.Place, null)).Rank > 0).ShouldBe(same);

    [Theory]
    [InlineData("U. S. Stone Survey", "United States Stone Survey")]
    [InlineData("US Stone Survey", "Stone Survey")]
    public void Compare_BodyWithTheLettersOfItsCountry_IsOne(string left, string right) =>
        EntityMatcher.Compare(Profile(left, ActorKind.Organization, "US"), Profile(right, ActorKind.Organization, "US")).Rank.ShouldBeGreaterThan(0);

    private static EntityProfile Holder(string name, string office) =>
        EntityProfile.Of(new Entity { Id = "e" + name, Kind = ActorKind.Person, Name = name, Descriptions = [office] }, new HashSet<string>()).ShouldNotBeNull();
}
