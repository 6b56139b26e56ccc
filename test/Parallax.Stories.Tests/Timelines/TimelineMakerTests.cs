using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests.Timelines;

public sealed class TimelineMakerTests
{
    [Fact]
    public void Build_WeekdayOfAnUndatedReport_IsALine()
    {
        TimelineEntry line = Build(Hall("The Norland Post", "burned", "burn")).Timeline.ShouldHaveSingleItem();

        line.Text.ShouldBe("The hall burned on Friday");
        line.Time.ShouldBe("XXXX-WXX-5");
    }

    [Fact]
    public void Build_PronounThatNothingNames_IsNoLine() => Build(Hall("The Norland Post", "burned", "burn", "It it PRON _ 3 nsubj\nalone alone ADV _ 1 advmod")).Timeline.ShouldBeEmpty();

    [Fact]
    public void Build_TwoReportsOfOneWeekday_AreOneLine()
    {
        TimelineEntry line = Build(Hall("The Norland Post", "burned", "burn"), Hall("The Sedonia Mail", "burned", "burn", "The the DET _ 2 det\nhall hall NOUN _ 3 nsubj", "last")).Timeline.ShouldHaveSingleItem();

        line.Reports.Length.ShouldBe(2);
    }

    // "Burned on Friday", which another report tells of July: one Friday of July.
    [Theory]
    [InlineData("July", "2022-07")]
    [InlineData("2022", "XXXX-WXX-5")]
    public void Build_WeekdayOfWhatAnotherTellsOfAMonth_StandsInThatMonth(string words, string expected)
    {
        AnnotatedReport month = Sample.Of(
            $"""
            The        the       DET    _            2  det
            hall       hall      NOUN   _            3  nsubj
            burned     burn      VERB   Tense=Past|VerbForm=Fin   0  root
            in         in        ADP    _            5  case
            {words}    {words}   PROPN  _            3  obl
            .          .         PUNCT  _            3  punct
            """, "The Sedonia Mail").Time(words, words == "July" ? "2022-07" : "2022").Event("burned", "burn", time: words == "July" ? "2022-07" : "2022").Build();

        Build(Hall("The Norland Post", "burned", "burn"), month).Timeline.Select(static line => line.Time).ShouldContain(expected);
    }

    [Theory]
    [InlineData("12", 1)]
    [InlineData("14", 2)]
    public void Build_DayOfTheMonthThatAnotherTellsWithItsYear_JoinsItsLine(string day, int lines)
    {
        AnnotatedReport Report(string outlet, string number, string? year) => Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            met        meet      VERB   Tense=Past|VerbForm=Fin   0  root
            Vale       Vale      PROPN  _            2  obj
            on         on        ADP    _            5  case
            July       July      PROPN  _            2  obl
            {number}   {number}  NUM    _            5  nummod
            {(year is null ? "" : $"{year} {year} NUM _ 5 nummod\n")}.          .         PUNCT  _            2  punct
            """, outlet).Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person).Time(year is null ? $"July {number}" : $"July {number} {year}", $"{year ?? "XXXX"}-07-{number}")
            .Event("met", "meet", PloverType.CONSULT, $"{year ?? "XXXX"}-07-{number}", actors: ["Quill", "Vale"]).Build();

        Build(Report("The Norland Post", "12", "2022"), Report("The Sedonia Mail", day, null)).Timeline.Length.ShouldBe(lines);
    }

    // What the subject was doing on the day is told with what it did; "since May" is no other day.
    [Theory]
    [InlineData("since", "The crew towing boats on Friday saved sailors since May")]
    [InlineData("in", null)]
    public void Build_ParticipleOfTheSubjectWithTheDay_IsToldByTheSentence(string preposition, string? expected)
    {
        AnnotatedReport Report(string outlet, string mark) => Sample.Of(
            $"""
            The        the       DET    _            2  det
            crew       crew      NOUN   _            7  nsubj
            towing     tow       VERB   VerbForm=Ger 2  acl
            boats      boat      NOUN   _            3  obj
            on         on        ADP    _            6  case
            Friday     Friday    PROPN  _            3  obl
            saved      save      VERB   Tense=Past|VerbForm=Fin   0  root
            sailors    sailor    NOUN   _            7  obj
            {preposition} {preposition} ADP _ 10  case
            May        May       PROPN  _            7  obl
            {mark}     {mark}    PUNCT  _            7  punct
            """, outlet, "2022-05-14").Entity("crew", ActorKind.Group).Time("Friday", "2022-05-13").Time("May", "2022-05").Event("towing", "tow", time: "2022-05-13", actors: ["crew"]).Build();

        string.Join("|", Build(Report("The Norland Post", "."), Report("The Sedonia Mail", "!")).Timeline.Select(static line => line.Text)).ShouldBe(expected ?? "");
    }

    // The words of both are one sentence, and its day has a line in the words of the other report.
    [Theory]
    [InlineData("2022", "2022-05-13")]
    [InlineData("2019", "2019|2022-05-13")] // Of another year than the day.
    public void Build_YearOfAClauseBesideTheDayOfItsSentence_IsNoLine(string year, string expected)
    {
        AnnotatedReport first = Sample.Of(
            """
            Vale       Vale      PROPN  _            2  nsubj
            met        meet      VERB   Tense=Past|VerbForm=Fin   0  root
            Brant      Brant     PROPN  _            2  obj
            on         on        ADP    _            5  case
            Friday     Friday    PROPN  _            2  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-05-14").Entity("Vale", ActorKind.Person).Entity("Brant", ActorKind.Person).Time("Friday", "2022-05-13").Event("met", "meet", time: "2022-05-13", actors: ["Vale"], recipients: ["Brant"]).Build();
        AnnotatedReport second = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Vale       Vale      PROPN  _            4  nsubj
            met        meet      VERB   Tense=Past|VerbForm=Fin   2  ccomp
            Brant      Brant     PROPN  _            4  obj
            on         on        ADP    _            7  case
            Friday     Friday    PROPN  _            4  obl
            at         at        ADP    _            10 case
            the        the       DET    _            10 det
            guild      guild     NOUN   _            4  obl
            which      which     PRON   PronType=Rel 13 obj
            Orsk       Orsk      PROPN  _            13 nsubj
            joined     join      VERB   Tense=Past|VerbForm=Fin   10 acl:relcl
            in         in        ADP    _            15 case
            {year}     {year}    NUM    _            13 obl
            .          .         PUNCT  _            2  punct
            """, "The Sedonia Mail", "2022-05-15").Entity("Quill", ActorKind.Person).Entity("Orsk", ActorKind.Person).Entity("Vale", ActorKind.Person).Entity("Brant", ActorKind.Person).Time("Friday", "2022-05-13").Time(year, year)
            .Statement("Quill", "said", $"Vale met Brant on Friday at the guild which Orsk joined in {year}").Event("met", "meet", time: "2022-05-13", actors: ["Vale"], recipients: ["Brant"]).Event("joined", "join", time: year, actors: ["Orsk"]).Build();

        string.Join("|", Build(first, second).Timeline.Select(static line => line.Time)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2022-05-14", true)]
    [InlineData("2022-05-01", false)] // What was to be is no line.
    public void Build_PlanForADay_IsALineWhereTheDayIsToCome(string day, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Orin       Orin      PROPN  _            4  nsubj
            Vale       Vale      PROPN  _            1  flat
            will       will      AUX    VerbForm=Fin 4  aux
            return     return    VERB   VerbForm=Inf 0  root
            to         to        ADP    _            6  case
            court      court     NOUN   _            4  obl
            on         on        ADP    _            8  case
            Saturday   Saturday  PROPN  _            4  obl
            .          .         PUNCT  _            4  punct
            """, "The Norland Post", "2022-05-05").Entity("Orin Vale", ActorKind.Person, "NL1").Time("Saturday", day).Build();

        Build(report).Timeline.Any(line => line.Time == day).ShouldBe(expected);
    }

    [Fact]
    public void Build_WhatSeveralTellWithoutADay_WasBeforeTheFirstReport()
    {
        Account account = Build(Meeting("The Norland Post", "2022-05-05"), Meeting("The Sedonia Mail", "2022-05-06", "!"));

        account.Happenings.ShouldHaveSingleItem().Reports.Length.ShouldBe(2);
        TimelineEntry line = account.Timeline.ShouldHaveSingleItem();

        (line.Time, line.Precision, line.Reports.Length).ShouldBe(("../2022-05-05", TimePrecision.Bound, 2));
    }

    [Fact]
    public void Build_WhatOneReportTellsWithoutADay_IsNoLine() => Build(Meeting("The Norland Post", "2022-05-05")).Timeline.ShouldBeEmpty();

    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    private static AnnotatedReport Hall(string outlet, string form, string lemma, string subject = "The the DET _ 2 det\nhall hall NOUN _ 3 nsubj", string day = "on") => Sample.Of(
        $$"""
        {{subject}}
        {{form}}     {{lemma}}      VERB   Tense=Past|VerbForm=Fin   0  root
        {{day}}         on        ADP    _            5  case
        Friday     Friday    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, outlet).Time("Friday", "XXXX-WXX-5", TimeAnchor.None).Build();

    private static AnnotatedReport Meeting(string outlet, string published, string mark = ".") => Sample.Of(
        $$"""
        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        met        meet      VERB   Tense=Past|VerbForm=Fin   0  root
        Orin       Orin      PROPN  _            3  obj
        Vale       Vale      PROPN  _            4  flat
        {{mark}}   {{mark}}  PUNCT  _            3  punct
        """, outlet, published).Entity("Ada Quill", ActorKind.Person, "NL1").Entity("Orin Vale", ActorKind.Person, "SE1")
        .Event("met", "meet", PloverType.CONSULT, actors: ["Ada Quill", "Orin Vale"]).Build();
}
