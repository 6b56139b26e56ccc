using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OtherOccasionsTests
{
    private const string Hiring = """
        The        the       DET    _            2  det
        Rovers     Rovers    PROPN  _            3  nsubj
        hired      hire      VERB   Tense=Past|VerbForm=Fin   0  root
        Orin       Orin      PROPN  _            3  obj
        Vale       Vale      PROPN  _            4  flat
        """;

    private const string When = "\non         on        ADP    _            7  case\nMay May PROPN _ 3 obl\n. . PUNCT _ 3 punct";

    [Theory]
    [InlineData("2022-05-04", 1)]
    [InlineData("2001-05-04", 2)] // The news of the day is not what was long before.
    public void Build_HeadlineWithoutTimeAndDayOfAnother_AreOneInTheWeeksOfTheNews(string day, int expected)
    {
        AnnotatedReport headline = Hired(Sample.Of($"# title\n{Hiring}", "The Norland Post", "2022-05-05")).Build();
        AnnotatedReport dated = Hired(Sample.Of(Hiring + When, "The Sedonia Mail", "2022-05-06").Time("May", day), day).Build();

        Build(headline, dated).Happenings.Length.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Petrel", 1)]
    [InlineData("Heron", 2)]
    public void Build_ShipsThatWereSent_AreOneByTheirName(string other, int expected) => Build(Sent("The Norland Post", "Petrel"), Sent("The Sedonia Mail", other)).Happenings.Length.ShouldBe(expected);

    [Theory]
    [InlineData("Tarn", 2)]
    [InlineData("Brevik", 1)]
    public void Build_StrikesOfOneReportThatKilledAsMany_AreOneOnlyAtOnePlace(string other, int expected)
    {
        Sample strikes = Sample.Of(Struck("Brevik") + "\n\n" + Struck(other), "The Norland Post", "2022-05-05").Entity("Navy", ActorKind.Organization, mentions: ["Navy", "Navy~"])
            .Entity("Brevik", ActorKind.Place, mentions: other == "Brevik" ? ["Brevik", "Brevik~"] : ["Brevik"]);
        strikes = (other == "Brevik" ? strikes : strikes.Entity(other, ActorKind.Place)).Figure("13", 13, "person").Figure("13~", 13, "person")
            .Event("killing", "kill", PloverType.ASSAULT, actors: ["Navy"]).Event("killing~", "kill", PloverType.ASSAULT, actors: ["Navy"]);
        Build(strikes.Build()).Happenings.Length.ShouldBe(expected);
    }

    private static string Struck(string place) =>
        $$"""
        The        the       DET    _            2  det
        Navy       Navy      PROPN  _            3  nsubj
        hit        hit       VERB   Tense=Past|VerbForm=Fin   0  root
        {{place}}  {{place}} PROPN  _            3  obj
        ,          ,         PUNCT  _            6  punct
        killing    kill      VERB   VerbForm=Ger 3  advcl
        13         13        NUM    NumType=Card 8  nummod
        guards     guard     NOUN   _            6  obj
        .          .         PUNCT  _            3  punct
        """;

    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    private static Sample Hired(Sample sample, string? day = null) => sample.Entity("Rovers", ActorKind.Organization).Entity("Orin Vale", ActorKind.Person, "NL1")
        .Event("hired", "hire", PloverType.NONE, day, actors: ["Rovers"], recipients: ["Orin Vale"]);

    private static AnnotatedReport Sent(string outlet, string ship) => Sample.Of(
        $$"""
        The        the       DET    _            2  det
        Navy       Navy      PROPN  _            3  nsubj
        sent       send      VERB   Tense=Past|VerbForm=Fin   0  root
        the        the       DET    _            5  det
        {{ship}}   {{ship}}  PROPN  _            3  obj
        to         to        ADP    _            7  case
        Ostra      Ostra     PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-05-05").Entity("Navy", ActorKind.Organization).Entity(ship, ActorKind.Product).Entity("Ostra", ActorKind.Place)
        .Event("sent", "send", PloverType.MOBILIZE, actors: ["Navy"], recipients: []).Build();
}
