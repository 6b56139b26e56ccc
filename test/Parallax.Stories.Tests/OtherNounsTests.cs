using Parallax.Core.Accounts;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OtherNounsTests
{
    private static Participant Bare(string head) => new() { Head = head, Span = new TextSpan(0, head.Length) };

    private static Participant Named(string head, ActorKind kind) => Bare(head) with { Entities = ["e" + head], Names = [head], Kind = kind };

    [Theory]
    [InlineData("three", "boat", false)]
    [InlineData("protestor", "protester", false)]
    [InlineData("school", "chapel", true)]
    public void AreOthers_BareNouns_DifferUnlessOneStandsForTheOther(string left, string right, bool expected) => OtherNouns.AreOthers(Bare(left), Bare(right)).ShouldBe(expected);

    [Fact]
    public void AreOthers_ShipByNameAndByNoun_MayBeOne() => OtherNouns.AreOthers(Named("varda", ActorKind.Product), Bare("warship")).ShouldBeFalse();

    [Fact]
    public void AreOtherNames_TwoNamesOrNameAndNoun_OnlyTwoNamesDiffer()
    {
        OtherNouns.AreOtherNames(Named("norland", ActorKind.Country), Named("sedonia", ActorKind.Country)).ShouldBeTrue();
        OtherNouns.AreOtherNames(Bare("officer"), Bare("inspector")).ShouldBeFalse();
    }

    [Fact]
    public void MayCountOne_OnePersonAndAWoman_MayBeOneButNotWithSomebodyNamedOrSeveral()
    {
        Participant woman = Bare("woman") with { IsPerson = true, Entities = ["e1"], Kind = ActorKind.Unnamed };
        OtherNouns.MayCountOne(Bare("person"), woman).ShouldBeTrue();
        OtherNouns.MayCountOne(Bare("person") with { IsPlural = true }, woman).ShouldBeFalse();
        OtherNouns.MayCountOne(Bare("person"), Named("quill", ActorKind.Person)).ShouldBeFalse();
        OtherNouns.MayCountOne(Bare("guard") with { IsPerson = true }, woman).ShouldBeFalse();
    }

    // Somebody does something to something.
    private static Proposition Told(string? actor, string? thing, string? place = null) => new()
    {
        Key = "k", Report = "r", Sentence = 0, Token = 0, Lemma = "pour", Class = "pour", Span = new TextSpan(0, 1), Actor = actor is null ? null : Bare(actor), Object = thing is null ? null : Bare(thing), Others = place is null ? [] : [Bare(place)],
    };

    [Fact]
    public void MayBeReadings_ThingOfTheOneInAnotherRoleOfTheOther_MayBe()
    {
        OtherNouns.MayBeReadings(Told("crew", "water"), Told("water", null)).ShouldBeTrue();
        OtherNouns.MayBeReadings(Told("crew", "roof", "water"), Told("crew", "water")).ShouldBeTrue();
    }

    [Fact]
    public void MayBeReadings_OtherThingWithoutARoleInTheOther_MayNot() => OtherNouns.MayBeReadings(Told("crew", "water"), Told("crew", "sand")).ShouldBeFalse();

    [Fact]
    public void MayBeReadings_ThingThatIsAWordBesideTheOther_MayBe()
    {
        Proposition meat = Told("crew", "meat") with { Object = Bare("meat") with { Modifiers = ["seal"] } };
        OtherNouns.MayBeReadings(meat, Told("crew", "seal")).ShouldBeTrue();
        OtherNouns.MayBeReadings(meat, Told("crew", "goose")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2015, 2015, true)]
    [InlineData(2015, 2017, false)]
    public void MayBeReadings_OtherThingInOneYear_MayBe(int left, int right, bool expected) =>
        OtherNouns.MayBeReadings(Told(null, "case") with { Times = [Year(left)] }, Told(null, "complaint") with { Times = [Year(right)] }).ShouldBe(expected);

    private static TimeBound Year(int year) => new(new TextSpan(0, 4), TimexInterval.Parse(year.ToString(System.Globalization.CultureInfo.InvariantCulture)), year.ToString(System.Globalization.CultureInfo.InvariantCulture), null, null);

    [Fact]
    public void AreBothUnnamed_TwoNounsForOnePerson_UnlessOneIsNamedOrSeveral()
    {
        Participant climber = Bare("climber") with { IsPerson = true }, man = Bare("man") with { IsPerson = true };
        OtherNouns.AreBothUnnamed(climber, man).ShouldBeTrue();
        OtherNouns.AreBothUnnamed(climber, man with { IsPlural = true }).ShouldBeFalse();
        OtherNouns.AreBothUnnamed(climber, Named("quill", ActorKind.Person) with { IsPerson = true }).ShouldBeFalse();
        OtherNouns.AreBothUnnamed(climber, Bare("storm")).ShouldBeFalse();
    }

    [Fact]
    public void AreOneAndMany_OneWarshipAndADozen_AreOthersButNotByName()
    {
        OtherNouns.AreOneAndMany(Bare("warship"), Bare("warship") with { IsPlural = true }).ShouldBeTrue();
        OtherNouns.AreOneAndMany(Bare("warship"), Bare("warship")).ShouldBeFalse();
        OtherNouns.AreOneAndMany(Bare("navy"), Bare("sailor") with { IsPlural = true }).ShouldBeFalse();
        OtherNouns.AreOneAndMany(Named("warship", ActorKind.Product), Bare("warship") with { IsPlural = true }).ShouldBeFalse();
    }

    // "attacked … ships": the thing stands at 0 to 4, the count in it.
    private static Proposition Attacked(bool many, double? count) => Told("pirate", "ship") with
    {
        Object = Bare("ship") with { IsPlural = many },
        Figures = count is { } low ? [new Figure { Id = "f", Report = "r", Start = 0, End = 1, Value = low, Low = low, High = low, Unit = "ship", Aspect = FigureAspect.Level }] : [],
    };

    [Fact]
    public void CountOthers_ManyThatAreCountedAndOne_AreOthers()
    {
        OtherNouns.CountOthers(Attacked(many: true, 100), Attacked(many: false, null)).ShouldBeTrue();
        OtherNouns.CountOthers(Attacked(many: true, 2), Attacked(many: false, null)).ShouldBeFalse();
        OtherNouns.CountOthers(Attacked(many: true, 100), Attacked(many: true, null)).ShouldBeFalse();
    }
}
