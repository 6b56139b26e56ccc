using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class HappeningTests
{
    [Fact]
    public void Build_TwoMeetingsOfOneDay_StayTwoHappenings()
    {
        Account account = Build(Meetings("The Norland Post", "met"), Meetings("The Sedonia Mail", "saw"));

        Happening[] meetings = [.. account.Happenings.Where(static h => h.Plover == PloverType.CONSULT)];
        meetings.Length.ShouldBe(2);
        meetings.ShouldAllBe(static h => h.Actors.Length == 2 && h.Reports.Length == 2);
    }

    [Fact]
    public void Build_ArrivalAndVisitOfTheNextDay_AreOneJourney()
    {
        Account account = Build(Arrival(), Visit("Ada Quill"));

        Happening journey = account.Happenings.ShouldHaveSingleItem();
        journey.Reports.Length.ShouldBe(2);
    }

    // "Quill seized arms in the third raid since May": the arms were not seized in May.
    [Theory]
    [InlineData("since", false)]
    [InlineData("in", true)]
    public void Build_TimeSinceWhichOthersWere_IsNotThatOfTheAct(string preposition, bool hasTime)
    {
        AnnotatedReport Report(string outlet, string mark) => Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            seized     seize     VERB   Tense=Past|VerbForm=Fin   0  root
            arms       arm       NOUN   _            2  obj
            in         in        ADP    _            7  case
            the        the       DET    _            7  det
            third      third     ADJ    _            7  amod
            raid       raid      NOUN   _            2  obl
            {preposition} {preposition} ADP _ 9  case
            May        May       PROPN  _            7  nmod
            {mark}     {mark}    PUNCT  _            2  punct
            """, outlet, "2022-07-05").Entity("Quill", ActorKind.Person, "NL1").Time("May", "2022-05").Event("seized", "seize", PloverType.COERCE, actors: ["Quill"]).Build();

        (Build(Report("The Norland Post", "."), Report("The Sedonia Mail", "!")).Happenings.ShouldHaveSingleItem().Time is not null).ShouldBe(hasTime);
    }

    // "The raid prompted Quill to call Vale on Friday" tells a call; "planned to call" none.
    [Theory]
    [InlineData(Factuality.Happened, 1)]
    [InlineData(Factuality.Planned, 0)]
    public void Build_ActThatAnotherPrompted_IsAHappening(Factuality factuality, int count) => Build(Sample.Of(
        """
        The        the       DET    _            2  det
        raid       raid      NOUN   _            3  nsubj
        prompted   prompt    VERB   Tense=Past|VerbForm=Fin   0  root
        Quill      Quill     PROPN  _            3  obj
        to         to        PART   _            6  mark
        call       call      VERB   VerbForm=Inf 3  xcomp
        Vale       Vale      PROPN  _            6  obj
        on         on        ADP    _            9  case
        Friday     Friday    PROPN  _            6  obl
        .          .         PUNCT  _            3  punct
        """, "The Norland Post").Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person).Time("Friday", "XXXX-WXX-5", TimeAnchor.None)
        .Event("call", "call", PloverType.CONSULT, "XXXX-WXX-5", factuality, ["Quill"], ["Vale"]).Build()).Happenings.Length.ShouldBe(count);

    // One person wins the primaries of two provinces.
    [Theory]
    [InlineData("Lanor", 1)]
    [InlineData("Sedonia", 2)]
    public void Build_PrimariesWon_AreOneWhereOfOnePlace(string place, int count)
    {
        AnnotatedReport Report(string outlet, string where, string verb) => Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            {verb}     win       VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            primary    primary   NOUN   _            2  obj
            in         in        ADP    _            6  case
            {where}    {where}   PROPN  _            4  nmod
            on         on        ADP    _            8  case
            Friday     Friday    PROPN  _            2  obl
            .          .         PUNCT  _            2  punct
            """, outlet).Entity("Quill", ActorKind.Person).Entity(where, ActorKind.Place).Time("Friday", "2022-05-13").Event(verb, "win primary", time: "2022-05-13", actors: ["Quill"], place: where).Build();

        Build(Report("The Norland Post", "Lanor", "won"), Report("The Sedonia Mail", place, "won")).Happenings.Length.ShouldBe(count);
    }

    // Neither report says where; the number is the same only in the one case.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 2)]
    public void Build_PrimariesWonWithoutAPlace_AreOneWhereTheirNumberIs(double number, int count)
    {
        AnnotatedReport Report(string outlet, string verb, double won) => Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            {verb}     win       VERB   Tense=Past|VerbForm=Fin   0  root
            {won}      {won}     NUM    _            4  nummod
            primaries  primary   NOUN   _            2  obj
            .          .         PUNCT  _            2  punct
            """, outlet).Entity("Quill", ActorKind.Person).Figure($"{won}", won, "primary").Event(verb, "win primary", actors: ["Quill"]).Build();

        Build(Report("The Norland Post", "won", 2), Report("The Sedonia Mail", "won", number)).Happenings.Length.ShouldBe(count);
    }

    // "Her home state" is no other place than the same words elsewhere, a country by name is.
    [Theory]
    [InlineData("homeland", 1)]
    [InlineData("Sedonia", 2)]
    public void Build_PlaceByACommonNoun_IsOneWithTheSameWords(string place, int count)
    {
        AnnotatedReport Report(string outlet, string where, string verb) => Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            {verb}     meet      VERB   Tense=Past|VerbForm=Fin   0  root
            Vale       Vale      PROPN  _            2  obj
            in         in        ADP    _            5  case
            {where}    {where}   NOUN   _            2  obl
            on         on        ADP    _            7  case
            Friday     Friday    PROPN  _            2  obl
            .          .         PUNCT  _            2  punct
            """, outlet).Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person).Entity(where, ActorKind.Country).Time("Friday", "2022-05-13").Event(verb, "meet", PloverType.CONSULT, "2022-05-13", actors: ["Quill", "Vale"], place: where).Build();

        Build(Report("The Norland Post", "homeland", "met"), Report("The Sedonia Mail", place, "met")).Happenings.Length.ShouldBe(count);
    }

    // "Quill had left Vale over the pact" tells of no pact made now.
    [Theory]
    [InlineData("pact", "pact", PloverType.SUPPORT, "had", "Tense=Past", false, 0)]
    [InlineData("pact", "pact", PloverType.SUPPORT, "had", "Tense=Past", true, 1)] // Of a day
    [InlineData("pact", "pact", PloverType.CONSULT, "had", "Tense=Past", false, 1, "visit")] // Somebody went there.
    [InlineData("left", "leave", PloverType.SUPPORT, "had", "Tense=Past", false, 1)]
    public void Build_WhatOneReportNamesInPassing_IsNoHappening(string trigger, string lemma, PloverType type, string auxiliary, string tense, bool isDated, int count, string? mode = null)
    {
        Sample sample = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            3  nsubj
            {auxiliary} have     AUX    VerbForm=Fin|{tense}  3  aux
            left       leave     VERB   Tense=Past|VerbForm=Part   0  root
            Vale       Vale      PROPN  _            3  obj
            over       over      ADP    _            7  case
            the        the       DET    _            7  det
            pact       pact      NOUN   _            3  obl
            of         of        ADP    _            9  case
            Friday     Friday    PROPN  _            7  nmod
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-05-20").Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person);
        sample = isDated ? sample.Time("Friday", "2022-05-13") : sample;

        Build(sample.Event(trigger, lemma, type, actors: ["Quill"], recipients: ["Vale"], mode: mode).Build()).Happenings.Length.ShouldBe(count);
    }

    // "has dropped the claim of 2010": the claim is of that year.
    [Theory]
    [InlineData("has", "Tense=Pres", null)]
    [InlineData("had", "Tense=Past", "2010")]
    public void Build_PerfectWithAYearThatIsOver_IsNotOfThatYear(string auxiliary, string tense, string? expected) => Build(Sample.Of(
        $"""
        Quill      Quill     PROPN  _            3  nsubj
        {auxiliary} have     AUX    VerbForm=Fin|{tense}  3  aux
        sued       sue       VERB   Tense=Past|VerbForm=Part   0  root
        Vale       Vale      PROPN  _            3  obj
        in         in        ADP    _            6  case
        2010       2010      NUM    _            3  obl
        .          .         PUNCT  _            3  punct
        """, "The Norland Post", "2022-05-20").Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person).Time("2010", "2010").Event("sued", "sue", PloverType.ACCUSE, actors: ["Quill"], recipients: ["Vale"]).Build())
        .Happenings.ShouldHaveSingleItem().Time.ShouldBe(expected);

    [Fact]
    public void Build_VisitsOfTwoPeople_StayTwo() => Build(Arrival(), Visit("Orin Vale")).Happenings.Length.ShouldBe(2);

    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    private static AnnotatedReport Meetings(string outlet, string verb) => Sample.Of(
        $$"""
        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        {{verb}}        meet      VERB   Tense=Past   0  root
        Orin       Orin      PROPN  _            3  obj
        Vale       Vale      PROPN  _            4  flat
        on         on        ADP    _            7  case
        Wednesday  Wednesday PROPN  _            3  obl
        .          .         PUNCT  _            3  punct

        Quill      Quill     PROPN  _            2  nsubj
        met        meet      VERB   Tense=Past   0  root
        Bela       Bela      PROPN  _            2  obj
        Dorn       Dorn      PROPN  _            3  flat
        too        too       ADV    _            2  advmod
        .          .         PUNCT  _            2  punct
        """, outlet, "2022-05-05")
        .Entity("Ada Quill", ActorKind.Person, "NL1", ["Ada Quill", "Quill~"], ["Quill"]).Entity("Orin Vale", ActorKind.Person, "SE1").Entity("Bela Dorn", ActorKind.Person, "SE1")
        .Time("Wednesday", "2022-05-04")
        .Event(verb + " Orin", "meet", PloverType.CONSULT, "2022-05-04", actors: ["Ada Quill", "Orin Vale"])
        .Event("met Bela", "meet", PloverType.CONSULT, actors: ["Ada Quill", "Bela Dorn"])
        .Build();

    private static AnnotatedReport Arrival() => Sample.Of(
        """
        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        arrived    arrive    VERB   Tense=Past   0  root
        in         in        ADP    _            5  case
        Sedonia    Sedonia   PROPN  _            3  obl
        on         on        ADP    _            7  case
        Tuesday    Tuesday   PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, "The Norland Post", "2022-05-05")
        .Entity("Ada Quill", ActorKind.Person, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
        .Time("Tuesday", "2022-05-03")
        .Event("arrived", "arrive", PloverType.CONSULT, "2022-05-03", actors: ["Ada Quill"], recipients: ["Sedonia"], mode: "visit")
        .Build();

    private static AnnotatedReport Visit(string who) => Sample.Of(
        $$"""
        {{who.Split(' ')[0]}}        {{who.Split(' ')[0]}}       PROPN  _            3  nsubj
        {{who.Split(' ')[1]}}      {{who.Split(' ')[1]}}     PROPN  _            1  flat
        visited    visit     VERB   Tense=Past   0  root
        Sedonia    Sedonia   PROPN  _            3  obj
        on         on        ADP    _            6  case
        Wednesday  Wednesday PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, "The Sedonia Mail", "2022-05-05")
        .Entity(who, ActorKind.Person, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
        .Time("Wednesday", "2022-05-04")
        .Event("visited", "visit", PloverType.CONSULT, "2022-05-04", actors: [who], recipients: ["Sedonia"], mode: "visit")
        .Build();
}
