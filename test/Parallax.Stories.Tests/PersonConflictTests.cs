using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class PersonConflictTests
{
    private static AnnotatedReport Report(string age, string outlet, string? published = null, string verb = "crossed", string lemma = "cross")
    {
        Sample sample = Sample.Of($"""
            Vera     Vera     PROPN  _            6  nsubj
            Lund     Lund     PROPN  _            1  flat
            ,        ,        PUNCT  _            4  punct
            {age}    {age}    NUM    NumType=Card 1  nmod
            ,        ,        PUNCT  _            4  punct
            {verb}   {lemma}  VERB   Tense=Past|VerbForm=Fin   0  root
            the      the      DET    _            8  det
            strait   strait   NOUN   _            6  obj
            alone    alone    ADV    _            6  advmod
            .        .        PUNCT  _            6  punct
            """, outlet, published).Entity("Vera Lund", ActorKind.Person).Event(verb, lemma);
        return sample.Figure(age, double.Parse(age, System.Globalization.CultureInfo.InvariantCulture), "year", entity: "Vera Lund").Build();
    }

    private static Sample Died(string outlet, string day) => Sample.Of(
        $"""
        Vera     Vera     PROPN  _            4  nsubj:pass
        Lund     Lund     PROPN  _            1  flat
        was      be       AUX    VerbForm=Fin 4  aux:pass
        killed   kill     VERB   Tense=Past|VerbForm=Part|Voice=Pass   0  root
        on       on       ADP    _            6  case
        {day}    {day}    PROPN  _            4  obl
        .        .        PUNCT  _            4  punct
        """, outlet).Entity("Vera Lund", ActorKind.Person);

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)] // "on Tuesday" stands there.
    public void Find_WeekdayThatNoWordOfADeathTells_IsNoConflictOfDays(bool isTold, int expected)
    {
        AnnotatedReport friday = Died("One", "Friday").Time("Friday", "XXXX-WXX-5").Event("killed", "kill", PloverType.ASSAULT, "XXXX-WXX-5", recipients: ["Vera Lund"]).Build();
        Sample other = Died("Two", "Tuesday").Event("killed", "kill", PloverType.ASSAULT, "XXXX-WXX-2", recipients: ["Vera Lund"]);
        new AccountBuilder(new AccountOptions()).Build([friday, (isTold ? other.Time("Tuesday", "XXXX-WXX-2") : other).Build()]).Account.Conflicts.Count(static c => c.Kind == ConflictKind.Time).ShouldBe(expected);
    }

    [Fact]
    public void Find_TwoAgesOfOnePerson_IsAConflictOfFigures()
    {
        Conflict found = new AccountBuilder(new AccountOptions()).Build([Report("34", "One"), Report("43", "Two")]).Account.Conflicts.ShouldHaveSingleItem();
        (found.Kind, found.Relation).ShouldBe((ConflictKind.Figure, ConflictRelation.Conflict));
        found.Sides.Select(static s => s.Value).ShouldBe(["34", "43"]);
    }

    [Fact]
    public void Find_AgesOneYearApartInAReportWithoutADate_DifferUnlessTheStoryGoesOnForLong()
    {
        Figures(Report("34", "One", "2021-03-02"), Report("35", "Two", verb: "left", lemma: "leave"), Report("34", "Three", "2021-03-03")).ShouldBe(1);
        Figures(Report("34", "One", "2021-03-02"), Report("35", "Two", verb: "left", lemma: "leave"), Report("35", "Three", "2021-10-20")).ShouldBe(0);

        static int Figures(params AnnotatedReport[] reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Count(static c => c.Kind == ConflictKind.Figure);
    }

    [Theory]
    [InlineData("36", 0)]
    [InlineData("39", 1)]
    [InlineData("32", 1)]
    public void Find_AgesInReportsTwoYearsApart_DifferOnlyWhereTheYearsDoNotTellIt(string age, int expected)
    {
        AnnotatedReport later = Sample.Of($"""
            Vera     Vera     PROPN  _            6  nsubj
            Lund     Lund     PROPN  _            1  flat
            ,        ,        PUNCT  _            4  punct
            {age}    {age}    NUM    NumType=Card 1  nmod
            ,        ,        PUNCT  _            4  punct
            crossed  cross    VERB   Tense=Past|VerbForm=Fin   0  root
            the      the      DET    _            8  det
            strait   strait   NOUN   _            6  obj
            again    again    ADV    _            6  advmod
            today    today    NOUN   _            6  obl
            .        .        PUNCT  _            6  punct
            """, "Two").Entity("Vera Lund", ActorKind.Person).Event("crossed", "cross").Figure(age, double.Parse(age, System.Globalization.CultureInfo.InvariantCulture), "year", entity: "Vera Lund").Time("today", "2023-04-09").Build();
        new AccountBuilder(new AccountOptions()).Build([Report("34", "One", "2021-03-02"), later]).Account.Conflicts.Count(static c => c.Kind == ConflictKind.Figure).ShouldBe(expected);
    }

    [Fact]
    public void Find_AgeWithoutADate_MayBeOfTheDayOfAnotherReport()
    {
        AnnotatedReport[] reports = [Report("34", "One", "2021-03-02"), Report("34", "Two"), Report("36", "Three", "2023-03-20")];
        new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Count(static c => c.Kind == ConflictKind.Figure).ShouldBe(0);
    }

    [Theory]
    [InlineData("35", "Vera", 1)]
    [InlineData("46", "Vera", 0)]
    [InlineData("35", "Ostra", 0)]
    public void Find_AgeOfTheOneOfWhomTheSentenceBeforeTold_IsSetAgainstANearAge(string age, string first, int expected)
    {
        AnnotatedReport pointed = Sample.Of($"""
            {first}  {first}  PROPN  _            3  nsubj
            Lund     Lund     PROPN  _            1  flat
            crossed  cross    VERB   Tense=Past|VerbForm=Fin   0  root
            the      the      DET    _            5  det
            strait   strait   NOUN   _            3  obj
            alone    alone    ADV    _            3  advmod
            .        .        PUNCT  _            3  punct

            The      the      DET    _            3  det
            {age}-year-old {age}-year-old ADJ _    3  amod
            sailor   sailor   NOUN   _            4  nsubj
            rested   rest     VERB   Tense=Past|VerbForm=Fin   0  root
            .        .        PUNCT  _            4  punct
            """, "Two").Entity($"{first} Lund", first == "Vera" ? ActorKind.Person : ActorKind.Organization).Event("crossed", "cross").Figure(age, double.Parse(age, System.Globalization.CultureInfo.InvariantCulture), "year").Build();
        new AccountBuilder(new AccountOptions()).Build([Report("34", "One"), pointed]).Account.Conflicts.Count(static c => c.Kind == ConflictKind.Figure).ShouldBe(expected);
    }

    private static AnnotatedReport Block(string number, string outlet) => Sample.Of($"""
        Lund     Lund     PROPN  _            3  nsubj:pass
        was      be       AUX    VerbForm=Fin 3  aux:pass
        shot     shoot    VERB   VerbForm=Part|Voice=Pass   0  root
        in       in       ADP    _            7  case
        the      the      DET    _            7  det
        {number} {number} NUM    NumType=Card 7  nummod
        block    block    NOUN   _            3  obl
        of       of       ADP    _            10 case
        Tarn     Tarn     PROPN  _            10 compound
        Street   Street   PROPN  _            7  nmod
        .        .        PUNCT  _            3  punct
        """, outlet).Entity("Lund", ActorKind.Person).Event("shot", "shoot").Build();

    [Fact]
    public void Find_TwoBlocksOfOneStreet_IsAConflictOfPlaces()
    {
        Conflict found = new AccountBuilder(new AccountOptions()).Build([Block("400", "One"), Block("600", "Two")]).Account.Conflicts.ShouldHaveSingleItem();
        (found.Kind, found.Relation).ShouldBe((ConflictKind.Place, ConflictRelation.Conflict));
        found.Sides.Select(static s => s.Value).ShouldBe(["400 block", "600 block"]);
    }

    [Fact]
    public void Find_TwoAgesOfOneNameInOneReport_AreNotHeldAgainstAnother()
    {
        // "Vera Lund's daughter, 11", taken for Vera Lund.
        AnnotatedReport two = Sample.Of("""
            Vera     Vera     PROPN  _            6  nsubj
            Lund     Lund     PROPN  _            1  flat
            ,        ,        PUNCT  _            4  punct
            11       11       NUM    NumType=Card 1  nmod
            ,        ,        PUNCT  _            4  punct
            crossed  cross    VERB   Tense=Past|VerbForm=Fin   0  root
            .        .        PUNCT  _            6  punct

            Lund     Lund     PROPN  _            5  nsubj
            ,        ,        PUNCT  _            3  punct
            34       34       NUM    NumType=Card 1  nmod
            ,        ,        PUNCT  _            3  punct
            waited   wait     VERB   Tense=Past|VerbForm=Fin   0  root
            .        .        PUNCT  _            5  punct
            """, "Two").Entity("Vera Lund", ActorKind.Person, null, ["Vera Lund", "Lund~"]).Event("crossed", "cross").Figure("11", 11, "year", entity: "Vera Lund").Figure("34", 34, "year", entity: "Vera Lund").Build();
        new AccountBuilder(new AccountOptions()).Build([Report("34", "One"), two]).Account.Conflicts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Find_TwoLengthsOfOnePerson_AreAConflictUnlessOfPlaysOfAGame(bool game, int conflicts) =>
        new AccountBuilder(new AccountOptions()).Build([Run("93", "home", "One", game), Run("246", "uphill", "Two", game)]).Account.Conflicts.Length.ShouldBe(conflicts);

    private static AnnotatedReport Run(string metres, string way, string outlet, bool game)
    {
        Sample sample = Sample.Of($"""
            Vera     Vera     PROPN  _            3  nsubj
            Lund     Lund     PROPN  _            1  flat
            ran      run      VERB   Tense=Past|VerbForm=Fin   0  root
            {metres} {metres} NUM    NumType=Card 5  nummod
            metres   metre    NOUN   _            3  obl
            {way}    {way}    NOUN   _            3  obl
            .        .        PUNCT  _            3  punct

            Lund     Lund     PROPN  _            2  nsubj
            made     make     VERB   Tense=Past|VerbForm=Fin   0  root
            7        7        NUM    NumType=Card 4  nummod
            points   point    NOUN   _            2  obj
            ,        ,        PUNCT  _            7  punct
            2        2        NUM    NumType=Card 7  nummod
            goals    goal     NOUN   _            4  conj
            and      and      CCONJ  _            10 cc
            9        9        NUM    NumType=Card 10 nummod
            assists  assist   NOUN   _            4  conj
            .        .        PUNCT  _            2  punct
            """, outlet).Entity("Vera Lund", ActorKind.Person, null, ["Vera Lund", "Lund~"]).Event("ran", "run").Figure(metres, double.Parse(metres, System.Globalization.CultureInfo.InvariantCulture), "m");
        return (game ? sample.Figure("7", 7, "point").Figure("2", 2, "goal").Figure("9", 9, "assist") : sample).Build();
    }

    [Fact]
    public void Find_OneAge_IsNoConflict() =>
        new AccountBuilder(new AccountOptions()).Build([Report("34", "One"), Report("34", "Two")]).Account.Conflicts.ShouldBeEmpty();

    [Fact]
    public void Find_ABirthdayMayLieBetween_IsNoConflict() =>
        new AccountBuilder(new AccountOptions()).Build([Report("34", "One", "2023-03-01"), Report("35", "Two", "2023-09-01")]).Account.Conflicts.ShouldBeEmpty();
}
