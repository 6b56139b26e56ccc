using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>What befell one person, whom one report names and another does not.</summary>
public sealed class SameFateTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    // "Ada Quill was killed in Brevik.", "A woman was killed in Brevik."
    private static AnnotatedReport Killed(string outlet, string first, string second, bool named, string tail = "") => Sample.Of(
        $"""
        {first}    {first}   {(named ? "PROPN" : "DET")}  _  {(named ? "4" : "2")}  {(named ? "nsubj:pass" : "det")}
        {second}   {second}  {(named ? "PROPN" : "NOUN")} _  {(named ? "1" : "4")}  {(named ? "flat" : "nsubj:pass")}
        was        be        AUX    VerbForm=Fin 4  aux:pass
        killed     kill      VERB   Tense=Past|VerbForm=Part   0  root
        {tail}in   in        ADP    _            {(tail.Length == 0 ? 6 : 7)}  case
        Brevik     Brevik    PROPN  _            4  obl
        .          .         PUNCT  _            4  punct
        """, outlet, "2022-11-10")
        .Entity(named ? $"{first} {second}" : second, named ? ActorKind.Person : ActorKind.Unnamed, form: named ? MentionForm.Name : MentionForm.Nominal).Entity("Brevik", ActorKind.Place)
        .Event("killed", "kill", PloverType.ASSAULT, recipients: [named ? $"{first} {second}" : second]).Build();

    [Fact]
    public void Build_WomanWhoMayBeTheOneNamed_IsOneHappeningAndOneClaim()
    {
        Account account = Build(Killed("The Norland Post", "Ada", "Quill", named: true), Killed("Sedonia Daily", "A", "woman", named: false));

        account.Happenings.ShouldContain(static h => h.Reports.Length == 2);
        account.Claims.ShouldContain(static c => c.Positions.Length == 2);
    }

    // "Ada Quill died in Brevik."
    private static AnnotatedReport Died(string outlet) => Sample.Of(
        """
        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        died       die       VERB   Tense=Past|VerbForm=Fin   0  root
        in         in        ADP    _            5  case
        Brevik     Brevik    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event("died", "die", PloverType.NONE, actors: ["Ada Quill"]).Build();

    [Fact]
    public void Build_DiedAndWasKilled_WhoDiedIsNotAmongThoseWhoKilled()
    {
        Account account = Build(Killed("The Norland Post", "Ada", "Quill", named: true), Died("Sedonia Daily"));

        Happening death = account.Happenings.Single(static h => h.Reports.Length == 2);
        death.Actors.ShouldBeEmpty();
        death.Recipients.ShouldHaveSingleItem();
        Build(Died("The Norland Post"), Died("Sedonia Daily")).Happenings.ShouldHaveSingleItem().Actors.ShouldHaveSingleItem();
    }

    [Fact]
    public void Build_WomanAndMan_AreTwo()
    {
        Account account = Build(Killed("The Norland Post", "A", "man", named: false), Killed("Sedonia Daily", "A", "woman", named: false));

        account.Happenings.ShouldNotContain(static h => h.Reports.Length == 2);
        account.Claims.ShouldAllBe(static c => c.Positions.Length == 1);
    }

    // "Guards arrested the clerk who accused the rector."
    private static AnnotatedReport Arrested(string outlet, string whom, string other) => Sample.Of(
        $"""
        Guards     guard     NOUN   Number=Plur  2  nsubj
        arrested   arrest    VERB   Tense=Past|VerbForm=Fin   0  root
        the        the       DET    _            4  det
        {whom}     {whom}    NOUN   Number=Sing  2  obj
        who        who       PRON   PronType=Rel 6  nsubj
        accused    accuse    VERB   Tense=Past|VerbForm=Fin   4  acl:relcl
        the        the       DET    _            8  det
        {other}    {other}   NOUN   Number=Sing  6  obj
        in         in        ADP    _            10 case
        Brevik     Brevik    PROPN  _            2  obl
        .          .         PUNCT  _            2  punct
        """, outlet, "2022-11-10").Entity(whom, ActorKind.Unnamed, form: MentionForm.Nominal).Entity(other, ActorKind.Unnamed, form: MentionForm.Nominal).Entity("Brevik", ActorKind.Place)
        .Event("arrested", "arrest", PloverType.COERCE, recipients: [whom]).Event("accused", "accuse", PloverType.ACCUSE, actors: [whom], recipients: [other]).Build();

    [Theory]
    [InlineData("rector", "clerk", 1)] // each report tells of both
    [InlineData("man", "rector", 2)]
    public void Build_OneArrestedByTwoNouns_IsOneUnlessBothAreTold(string whom, string other, int reports) =>
        Build(Arrested("The Norland Post", "clerk", "rector"), Arrested("Sedonia Daily", whom, other)).Happenings.Select(static h => h.Reports.Length).DefaultIfEmpty(1).Max().ShouldBe(reports);

    [Fact]
    public void Build_OneMoreThatDied_IsAnother() =>
        Build(Killed("The Norland Post", "Ada", "Quill", named: true), Killed("Sedonia Daily", "A", "woman", named: false, "also also ADV _ 4 advmod\n")).Happenings.ShouldNotContain(static h => h.Reports.Length == 2);

    // "A gunman killed Ada Quill." long before "Orin Vale was convicted of killing Ada Quill."
    private static AnnotatedReport Told(string victim, string accused, string outlet, string day)
    {
        string[] v = victim.Split(' '), a = accused.Split(' ');
        return Sample.Of(
            $"""
            {a[0]}     {a[0]}    PROPN  _            3  nsubj
            {a[1]}     {a[1]}    PROPN  _            1  flat
            killed     kill      VERB   Tense=Past|VerbForm=Fin   0  root
            {v[0]}     {v[0]}    PROPN  _            3  obj
            {v[1]}     {v[1]}    PROPN  _            4  flat
            .          .         PUNCT  _            3  punct
            """, outlet, day)
            .Entity(victim, ActorKind.Person).Entity(accused, ActorKind.Person).Event("killed", "kill", PloverType.ASSAULT, actors: [accused], recipients: [victim]).Build();
    }

    [Theory]
    [InlineData("Ada Quill", "Orin Vale", 1)]
    [InlineData("Tova Brandt", "Orin Vale", 2)]
    public void Build_KillingToldYearsApart_IsOneStoryOfOneVictimAndOneAccused(string victim, string accused, int stories) =>
        Build(Told("Ada Quill", "Orin Vale", "The Norland Post", "2019-03-04"), Told(victim, accused, "Sedonia Daily", "2021-11-10")).Stories.Length.ShouldBe(stories);

    // "A 36-year-old climber was killed in Brevik."
    private static AnnotatedReport DiedOf(string outlet, string before, double? age, string? country)
    {
        Sample sample = Sample.Of(
            $"""
            A          a          DET    _            3  det
            {before}   {before}   ADJ    _            3  amod
            climber    climber    NOUN   Number=Sing  5  nsubj:pass
            was        be         AUX    VerbForm=Fin 5  aux:pass
            killed     kill       VERB   Tense=Past|VerbForm=Part   0  root
            in         in         ADP    _            7  case
            Brevik     Brevik     PROPN  _            5  obl
            .          .          PUNCT  _            5  punct
            """, outlet, "2022-11-10").Entity($"{before} climber", ActorKind.Unnamed, country, form: MentionForm.Nominal).Entity("Brevik", ActorKind.Place).Event("killed", "kill", PloverType.ASSAULT, recipients: [$"{before} climber"]);
        return (age is { } years ? sample.Figure(before, years, "year") : sample).Build();
    }

    [Theory]
    [InlineData("36-year-old", 36.0, null, "young", null, null, true)]
    [InlineData("36-year-old", 36.0, null, "32-year-old", 32.0, null, false)]
    [InlineData("young", null, "NO", "experienced", null, "NO", true)]
    [InlineData("young", null, "NO", "experienced", null, "SE", false)]
    public void Build_DeadOfOneAgeAndCountry_AreOneClaim(string before, double? age, string? country, string otherBefore, double? otherAge, string? otherCountry, bool isOne) =>
        Build(DiedOf("The Norland Post", before, age, country), DiedOf("Sedonia Daily", otherBefore, otherAge, otherCountry)).Claims.Any(static c => c.Positions.Length == 2).ShouldBe(isOne);

    // "A man killed another man in Brevik.", "A guard killed another man in Brevik."
    private static AnnotatedReport KilledAnother(string outlet, string by) => Sample.Of(
        $"""
        A          a         DET    _            2  det
        {by}       {by}      NOUN   _            3  nsubj
        killed     kill      VERB   Tense=Past|VerbForm=Fin   0  root
        another    another   DET    _            5  det
        man        man       NOUN   _            3  obj
        in         in        ADP    _            7  case
        Brevik     Brevik    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10").Entity("man", ActorKind.Unnamed, form: MentionForm.Nominal, mentions: ["another man"]).Entity("Brevik", ActorKind.Place).Event("killed", "kill", PloverType.ASSAULT, recipients: ["man"]).Build();

    [Theory]
    [InlineData("man", true)]
    [InlineData("guard", false)]
    public void Build_AnotherThanWhoKilledHim_IsNobodyMore(string by, bool isOne) =>
        Build(Killed("The Norland Post", "A", "man", named: false), KilledAnother("Sedonia Daily", by)).Claims.Any(static c => c.Positions.Length == 2).ShouldBe(isOne);
}
