using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class CountConflictTests
{
    private const string Story =
        """


        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        led        lead      VERB   Tense=Past|VerbForm=Fin   0  root
        the        the       DET    _            6  det
        harbour    harbour   NOUN   _            6  compound
        office     office    NOUN   _            3  obj
        in         in        ADP    _            8  case
        Brevik     Brevik    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """;

    private static Sample Storm(string verb, string lemma, string count, double value, string unit, string outlet, string when = "Monday", string date = "2023-05-01", string? modifier = null) => Sample.Of(
        $"""
        The        the       DET    _            2  det
        storm      storm     NOUN   _            3  nsubj
        {verb}     {lemma}   VERB   Tense=Past|VerbForm=Fin   0  root
        {count}    {count}   NUM    _            5  nummod
        {unit}     {unit}    NOUN   Number=Plur  3  obj
        on         on        ADP    _            7  case
        {when}     {when}    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """ + Story, outlet).Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Time(when, date)
        .Figure(count, value, unit is "people" ? "person" : "village", high: modifier is null ? null : double.PositiveInfinity, modifier: modifier).Event(verb, lemma);

    private static Conflict[] Figures(params AnnotatedReport[] reports) => [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(static c => c.Kind == ConflictKind.Figure)];

    [Fact]
    public void Find_TwoCountsOfTheInjured_AreOneConflict() => Figures(Storm("injured", "injure", "50", 50, "people", "The Norland Post").Build(), Storm("injured", "injure", "80", 80, "people", "Harbour News").Build())
        .ShouldHaveSingleItem().Sides.Select(static s => s.Value).ShouldBe(["50", "80"]);

    // "<Opener> , the raid killed <count> people ."
    private static AnnotatedReport Raid(string opener, string count, double value, string outlet) => Sample.Of(
        $"""
        {opener}   {opener}  ADV    _            5  advmod
        ,          ,         PUNCT  _            5  punct
        the        the       DET    _            4  det
        raid       raid      NOUN   _            5  nsubj
        killed     kill      VERB   Tense=Past|VerbForm=Fin   0  root
        {count}    {count}   NUM    _            7  nummod
        people     people    NOUN   Number=Plur  5  obj
        .          .         PUNCT  _            5  punct
        """ + Story, outlet).Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Figure(count, value, "person").Event("killed", "kill").Build();

    [Theory]
    [InlineData("Later", 1)]
    [InlineData("Separately", 0)]
    public void Find_ATollThatIsToldApart_IsOfAnotherOccasion(string opener, int expected) => Figures(Raid("Later", "12", 12, "The Norland Post"), Raid(opener, "19", 19, "Harbour News")).Length.ShouldBe(expected);

    [Fact]
    public void Find_TwoNumbersOfThoseAboard_AreAConflictThoughALaterReportTellsMore()
    {
        Conflict conflict = Figures(Storm("carried", "carry", "99", 99, "people", "The Norland Post").Build(), Storm("carried", "carry", "107", 107, "people", "Harbour News", "Tuesday", "2023-05-02").Build(), Storm("carried", "carry", "107", 107, "people", "Brevik Mail").Build()).ShouldHaveSingleItem();
        (conflict.Relation, conflict.Explanation.Text).ShouldBe((ConflictRelation.Conflict, "how many are aboard, 99 against 107: the bounds share no value, and no later time explains it"));
    }

    [Fact]
    public void Find_ThoseAboardAndTheInjured_AreTwoCounts() =>
        Figures(Storm("carried", "carry", "99", 99, "people", "The Norland Post").Build(), Storm("injured", "injure", "107", 107, "people", "Harbour News").Build()).ShouldBeEmpty();

    [Theory]
    [InlineData(500, 1)]
    [InlineData(300, 0)]
    public void Find_CountInARelativeClause_StandsOnTheWholeSentence(int count, int expected) =>
        Figures(Remembered("300", 300, "The Norland Post"), Remembered($"{count}", count, "Harbour News")).Length.ShouldBe(expected);

    private static AnnotatedReport Remembered(string count, double value, string outlet) => Sample.Of(
        $"""
        The        the       DET    _            2  det
        harbour    harbour   NOUN   _            3  nsubj
        remembers  remember  VERB   Tense=Pres|VerbForm=Fin   0  root
        the        the       DET    _            5  det
        storm      storm     NOUN   _            3  obj
        that       that      PRON   PronType=Rel 7  nsubj
        killed     kill      VERB   Tense=Past|VerbForm=Fin   5  acl:relcl
        an         a         DET    _            11  det
        estimated  estimate  ADJ    _            11  amod
        {count}    {count}   NUM    _            11  nummod
        people     people    NOUN   Number=Plur  7  obj
        in         in        ADP    _            13  case
        Brevik     Brevik    PROPN  _            7  obl
        in         in        ADP    _            15  case
        1911       1911      NUM    _            7  obl
        .          .         PUNCT  _            3  punct
        """ + Story, outlet).Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Time("1911", "1911").Figure(count, value, "person").Event("killed", "kill").Build();

    [Theory]
    [InlineData("at least", ConflictRelation.Compatible)]
    [InlineData(null, ConflictRelation.Conflict)]
    public void Find_TitleThatLeavesTheBoundOut_HasTheBoundOfTheBody(string? modifier, ConflictRelation expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            # title
            Storm      storm     NOUN   _            2  nsubj
            injures    injure    VERB   Tense=Pres|VerbForm=Fin   0  root
            60         60        NUM    _            4  nummod
            people     people    NOUN   Number=Plur  2  obj

            # par
            The        the       DET    _            2  det
            storm      storm     NOUN   _            3  nsubj
            injured    injure    VERB   Tense=Past|VerbForm=Fin   0  root
            sixty      sixty     NUM    _            5  nummod
            people     people    NOUN   Number=Plur  3  obj
            .          .         PUNCT  _            3  punct
            """ + Story, "Harbour News").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event("injured", "injure")
            .Figure("60", 60, "person").Figure("sixty", 60, "person", high: modifier is null ? null : double.PositiveInfinity, modifier: modifier).Build();
        Figures(report, Storm("injured", "injure", "75", 75, "people", "The Norland Post").Build()).ShouldHaveSingleItem().Relation.ShouldBe(expected);
    }

    private static AnnotatedReport Lost(string count, double value, string preposition, string body, string outlet) => Sample.Of(
        $"""
        The        the       DET    _            2  det
        storm      storm     NOUN   _            3  nsubj
        killed     kill      VERB   Tense=Past|VerbForm=Fin   0  root
        {count}    {count}   NUM    _            5  nummod
        members    member    NOUN   Number=Plur  3  obj
        of         of        ADP    _            8  case
        the        the       DET    _            8  det
        {body}     {body}    NOUN   _            5  nmod
        {preposition} {preposition} ADP _        10 case
        Monday     Monday    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """ + Story, outlet).Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Time("Monday", "2023-05-01")
        .Figure(count, value, "member", measures: $"members of the {body}").Event("killed", "kill").Build();

    [Theory]
    [InlineData("on", "crew", "on", "crew", 1)]
    [InlineData("since", "crew", "since", "crew", 1)]
    [InlineData("on", "crew", "since", "crew", 0)]
    [InlineData("on", "crew", "on", "choir", 0)]
    public void Find_CountsOfTwoScopes_AreNotSetSideBySide(string preposition, string body, string other, string otherBody, int expected) =>
        Figures(Lost("12", 12, preposition, body, "The Norland Post"), Lost("31", 31, other, otherBody, "Harbour News")).Length.ShouldBe(expected);

    [Fact]
    public void Find_TheSameNumberInWordsAndDigits_IsNoConflict() =>
        Figures(Storm("injured", "injure", "Ten", 10, "people", "The Norland Post").Build(), Storm("injured", "injure", "10", 10, "people", "Harbour News").Build()).ShouldBeEmpty();

    [Fact]
    public void Find_MoreThanTheRoundNumberBefore_IsNoConflict() =>
        Figures(Storm("injured", "injure", "30", 30, "people", "The Norland Post", modifier: "more than").Build(), Storm("injured", "injure", "31", 31, "people", "Harbour News").Build()).ShouldBeEmpty();

    [Fact]
    public void Find_MoreThanANumberFarBelow_IsTold() =>
        Figures(Storm("injured", "injure", "30", 30, "people", "The Norland Post", modifier: "more than").Build(), Storm("injured", "injure", "75", 75, "people", "Harbour News").Build()).ShouldHaveSingleItem();

    [Theory]
    [InlineData("rose", ConflictRelation.Update)]
    [InlineData("matters", ConflictRelation.Conflict)]
    public void Find_ATollThatIsStillGrowing_IsAnUpdate(string verb, ConflictRelation expected) => Figures(
        Storm("killed", "kill", "50", 50, "people", "The Norland Post").Build(),
        Sample.Of($"""
        The        the       DET    _            2  det
        storm      storm     NOUN   _            3  nsubj
        killed     kill      VERB   Tense=Past|VerbForm=Fin   0  root
        80         80        NUM    _            5  nummod
        people     people    NOUN   Number=Plur  3  obj
        on         on        ADP    _            7  case
        Monday     Monday    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct

        The        the       DET    _            2  det
        toll       toll      NOUN   _            3  nsubj
        {verb}     {verb}    VERB   Tense=Past|VerbForm=Fin   0  root
        .          .         PUNCT  _            3  punct
        """ + Story, "Harbour News").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Time("Monday", "2023-05-01").Figure("80", 80, "person").Event("killed", "kill").Build())
        .ShouldHaveSingleItem().Relation.ShouldBe(expected);

    [Fact]
    public void Find_TheDeadOfAWholeWar_AreNoSide()
    {
        Figures(Storm("killed", "kill", "36", 36, "people", "One").Build(), Storm("killed", "kill", "280,000", 280_000, "people", "Two").Build()).ShouldBeEmpty();
        Figures(Storm("killed", "kill", "36", 36, "people", "One").Build(), Storm("killed", "kill", "280", 280, "people", "Two").Build()).ShouldHaveSingleItem();
    }

    private static AnnotatedReport Blast(string count, double value, string hurt, double hurtValue, string outlet) => Sample.Of(
        $"""
        The        the       DET    _            2  det
        blast      blast     NOUN   _            3  nsubj
        killed     kill      VERB   Tense=Past|VerbForm=Fin   0  root
        {count}    {count}   NUM    _            5  nummod
        people     people    NOUN   Number=Plur  3  obj
        injured    injure    VERB   Tense=Past|VerbForm=Part  5  acl
        {hurt}     {hurt}    NUM    _            6  obj
        on         on        ADP    _            9  case
        Monday     Monday    PROPN  _            6  obl
        .          .         PUNCT  _            3  punct
        """ + Story, outlet).Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Time("Monday", "2023-05-01").Figure(count, value, "person", measures: "people").Figure(hurt, hurtValue, "person").Event("killed", "kill").Build();

    [Fact]
    public void Find_TheDeadBeforeAVerbOfTheHurtThatLostItsComma_AreTheDead() =>
        Figures(Blast("30", 30, "90", 90, "One"), Storm("injured", "injure", "90", 90, "people", "Two").Build(), Storm("killed", "kill", "22", 22, "people", "Three").Build())
            .ShouldHaveSingleItem().Sides.Select(static s => s.Value).ShouldBe(["22", "30"]);

    [Fact]
    public void Find_TheInjuredAndTheDead_AreNotCompared() =>
        Figures(Storm("injured", "injure", "50", 50, "people", "The Norland Post").Build(), Storm("killed", "kill", "8", 8, "people", "Harbour News").Build()).ShouldBeEmpty();

    [Fact]
    public void Find_PeopleAndVillages_AreNotCompared() =>
        Figures(Storm("hit", "hit", "50", 50, "people", "The Norland Post").Build(), Storm("hit", "hit", "7", 7, "villages", "Harbour News").Build()).ShouldBeEmpty();

    [Fact]
    public void Find_TheInjuredOfTwoDays_AreNotCompared() =>
        Figures(Storm("injured", "injure", "50", 50, "people", "The Norland Post").Build(), Storm("injured", "injure", "80", 80, "people", "Harbour News", "February", "2023-02").Build()).ShouldBeEmpty();
}
