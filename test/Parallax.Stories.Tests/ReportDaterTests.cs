using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Pipeline;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ReportDaterTests
{
    private const string Filler =
        """

        The        the       DET    _            2  det
        harbour    harbour   NOUN   _            3  nsubj
        lies       lie       VERB   _            0  root
        in         in        ADP    _            6  case
        the        the       DET    _            6  det
        south      south     NOUN   _            3  obl
        and        and       CCONJ  _            8  cc
        has        have      VERB   _            3  conj
        seven      seven     NUM    _           10  nummod
        quays      quay      NOUN   _            8  obj
        behind     behind    ADP    _           14  case
        an         a         DET    _           14  det
        old        old       ADJ    _           14  amod
        wall       wall      NOUN   _            8  obl
        .          .         PUNCT  _            3  punct
        """;

    private const string WeekdayAndDate =
        """
        Quill      Quill     PROPN  _            2  nsubj
        met        meet      VERB   Tense=Past|VerbForm=Fin   0  root
        Orin       Orin      PROPN  _            2  obj
        Vale       Vale      PROPN  _            3  flat
        in         in        ADP    _            6  case
        2022       2022      NUM    _            2  obl
        on         on        ADP    _            8  case
        Tuesday    Tuesday   PROPN  _            2  obl
        ,          ,         PUNCT  _           10  punct
        November   November  PROPN  _            8  appos
        8          8         NUM    _           10  nummod
        .          .         PUNCT  _            2  punct
        """;

    private const string Visit =
        """
        Quill      Quill     PROPN  _            2  nsubj
        visited    visit     VERB   Tense=Past|VerbForm=Fin   0  root
        Sedonia    Sedonia   PROPN  _            2  obj
        on         on        ADP    _            5  case
        October    October   PROPN  _            2  obl
        16         16        NUM    _            5  nummod
        .          .         PUNCT  _            2  punct
        """;

    // "The hearing was set for 3 May 2031": the day may be to come; "was held on" is past.
    [Theory]
    [InlineData("set", "set", "for", false)]
    [InlineData("held", "hold", "on", true)]
    public void Build_DayThatSomethingIsSetFor_BoundsNothing(string verb, string lemma, string preposition, bool isPast)
    {
        AnnotatedReport report = Sample.Of($"""
            The        the       DET    _            2  det
            hearing    hearing   NOUN   _            6  nsubj:pass
            of         of        ADP    _            4  case
            Quill      Quill     PROPN  _            2  nmod
            was        be        AUX    VerbForm=Fin 6  aux:pass
            {verb}     {lemma}   VERB   Tense=Past|VerbForm=Part   0  root
            {preposition} {preposition} ADP _        8  case
            May        May       PROPN  _            6  obl
            3          3         NUM    _            8  nummod
            ,          ,         PUNCT  _            8  punct
            2031       2031      NUM    _            8  nummod
            .          .         PUNCT  _            6  punct
            """ + Filler).Entity("Quill", ActorKind.Person).Time("May 3, 2031", "2031-05-03").Event(verb, lemma).Build();
        (new AccountBuilder(new AccountOptions()).Build([report]).Account.Reports[0].Published?.Earliest is not null).ShouldBe(isPast);
    }

    [Fact]
    public void Build_WeekdayWithItsDateInTheNews_BoundsThePublicationToTheWeekAfterIt()
    {
        PublishedDate date = Build(Report($"{WeekdayAndDate}\n{Filler}\n{Filler}\n{Filler}")).Reports.Single().Published.ShouldNotBeNull();
        (date.Earliest, date.Latest, date.Basis).ShouldBe(("2022-11-08", "2022-11-14", DateBasis.Text));
    }

    [Fact]
    public void Build_WeekdayWithItsDateYearsAfterTheLastThatIsNamed_GivesNoYear() =>
        (Build(Report($"{WeekdayAndDate.Replace("2022", "2017", StringComparison.Ordinal)}\n{Filler}\n{Filler}\n{Filler}", year: "2017")).Reports.Single().Published?.Value).ShouldBeNull();

    [Theory]
    [InlineData("XXXX-11-09", "2022-11-09")] // in the week of the news
    [InlineData("XXXX-12-24", "XXXX-12-24")] // long after it
    public void Build_DatelineWithoutYear_TakesTheYearOfTheNews(string dateline, string expected)
    {
        AnnotatedReport report = Report($"{WeekdayAndDate}\n{Filler}\n{Filler}\n{Filler}");
        PublishedDate stated = new(dateline, null, null, null, DateBasis.Dateline, Explanation.Of("dateline", "given by the test"), []);

        Build(report.WithReport(report.Report with { Published = stated })).Reports.Single().Published.ShouldNotBeNull().Value.ShouldBe(expected);
    }

    [Fact]
    public void Build_DayOfTheMonthInAStoryThatOthersDate_HasTheirYear()
    {
        AnnotatedReport undated = Report($"{WeekdayAndDate.Replace("2022", "Lanor", StringComparison.Ordinal)}\n{Filler}\n{Filler}\n{Filler}", year: null);
        AnnotatedReport dated = Report($"{WeekdayAndDate.Replace("2022", "Lanor", StringComparison.Ordinal)}\n{Filler}\n{Filler}", year: null);
        PublishedDate stated = new("2022-11-10", "2022-11-10", "2022-11-10", "Thursday", DateBasis.Dateline, Explanation.Of("dateline", "given by the test"), []);

        Account account = Build(undated, dated.WithReport(dated.Report with { Published = stated }));

        (account.Reports.Single(r => r.Id == undated.Report.Id).Published?.Earliest).ShouldBe("2022-11-08");
    }

    [Fact]
    public void Build_WeekdayWithItsDateFarDown_GivesNoLatestDay()
    {
        PublishedDate date = Build(Report($"{Filler.Trim()}\n{Filler}\n{Filler}\n\n{WeekdayAndDate}")).Reports.Single().Published.ShouldNotBeNull();
        (date.Earliest, date.Latest).ShouldBe(("2022-11-08", null));
    }

    [Fact]
    public void Build_BoundedReport_GivesMonthDaysTheirYearInTimesEventsAndTimeline()
    {
        Account account = Build(Report($"{WeekdayAndDate}\n{Filler}\n{Filler}\n{Filler}\n\n{Visit}", withVisit: true));
        account.Times.Select(t => t.Value).ShouldContain("2022-10-16");
        account.Events.Single(e => e.Trigger.Lemma == "visit").Time.ShouldBe("2022-10-16");
        account.Timeline.Count(t => t.Time == "2022-10-16").ShouldBe(1);
    }

    [Theory]
    [InlineData("2022", "2022-01-01")] // told, and named again
    [InlineData("2030", null)] // named once
    public void Build_YearToldAndNoDay_BoundsThePublicationBelow(string again, string? earliest)
    {
        const string Met = """
            Quill      Quill     PROPN  _            2  nsubj
            met        meet      VERB   Tense=Past|VerbForm=Fin   0  root
            Orin       Orin      PROPN  _            2  obj
            Vale       Vale      PROPN  _            3  flat
            in         in        ADP    _            6  case
            2022       2022      NUM    _            2  obl
            .          .         PUNCT  _            2  punct
            """;
        string plan = $"Plan      plan     NOUN  _            0  root\nof  of  ADP  _  3  case\n{again}      {again}     NUM  _            1  nmod\n.          .         PUNCT  _            1  punct";
        AnnotatedReport report = Sample.Of($"{Met}\n\n{plan}").Entity("Quill", ActorKind.Person).Entity("Orin Vale", ActorKind.Person)
            .Time("in 2022", "2022").Time($"of {again}", again).Event("met", "meet", PloverType.CONSULT, "2022").Build();

        (Build(report).Reports.Single().Published?.Earliest).ShouldBe(earliest);
    }

    // A writer who calls one day "last Wednesday" and another "Saturday" means by the bare name the nearer one.
    [Theory]
    [InlineData("Saturday", "2022-11-12")]
    [InlineData("last Saturday", "2022-11-10")]
    public void FromText_BareWeekdayBesideOneOfLastWeek_IsTheNearer(string day, string earliest)
    {
        AnnotatedReport report = Sample.Of($"""
            # par
            Quill      Quill     PROPN  _            2  nsubj
            met        meet      VERB   Tense=Past|VerbForm=Fin   0  root
            Vale       Vale      PROPN  _            2  obj
            last       last      ADJ    _            5  amod
            Wednesday  Wednesday PROPN  _            2  obl:tmod
            .          .         PUNCT  _            2  punct

            # caption
            Quill      Quill     PROPN  _            0  root
            ,          ,         PUNCT  _            4  punct
            November   November  PROPN  _            1  appos
            9          9         NUM    _            3  nummod
            ,          ,         PUNCT  _            3  punct
            2022       2022      NUM    _            3  nummod

            # par
            {Filler.Trim()}

            # par
            Orin       Orin      PROPN  _            2  nsubj
            called     call      VERB   Tense=Past|VerbForm=Fin   0  root
            Quill      Quill     PROPN  _            2  obj
            {day.Replace("last ", "last last ADJ _ 5 amod\n", StringComparison.Ordinal)} Saturday PROPN _ 2 obl:tmod
            .          .         PUNCT  _            2  punct
            """).Entity("Quill", ActorKind.Person).Entity("Vale", ActorKind.Person).Entity("Orin", ActorKind.Person)
            .Time("last Wednesday", "XXXX-WXX-3", TimeAnchor.None).Time("November 9, 2022", "2022-11-09").Time(day, "XXXX-WXX-6", TimeAnchor.None)
            .Event("met", "meet", PloverType.CONSULT, "XXXX-WXX-3", actors: ["Quill"], recipients: ["Vale"]).Event("called", "call", PloverType.CONSULT, "XXXX-WXX-6", actors: ["Orin"], recipients: ["Quill"]).Build();

        PublishedDate date = Build(report).Reports.Single().Published.ShouldNotBeNull();
        (date.Earliest, date.Latest).ShouldBe((earliest, "2022-11-16"));
    }

    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) =>
        new AccountBuilder(new AccountOptions { ReadTimesAgain = EnglishReader.ReadTimesAgain }).Build(reports).Account;

    private static AnnotatedReport Report(string table, bool withVisit = false, string? year = "2022")
    {
        Sample sample = Sample.Of(table).Entity("Quill", ActorKind.Person).Entity("Orin Vale", ActorKind.Person);
        sample = (year is null ? sample : sample.Time(year, year)).Time("Tuesday, November 8", "XXXX-11-08", TimeAnchor.None).Event("met", "meet", PloverType.CONSULT, "XXXX-11-08");
        if (withVisit)
        {
            sample = sample.Entity("Sedonia", ActorKind.Country, "SE1").Time("October 16", "XXXX-10-16", TimeAnchor.None).Event("visited", "visit", PloverType.CONSULT, "XXXX-10-16");
        }

        return sample.Build();
    }

    [Theory]
    [InlineData(false, "2005-11-28")]
    [InlineData(true, null)]
    public void FromText_DateThatStandsAlone_IsTheDayItCameOut(bool twice, string? expected)
    {
        const string Line =
            """

            # par
            November   November  PROPN  _            0  root
            28         28        NUM    _            1  nummod
            ,          ,         PUNCT  _            1  punct
            2005       2005      NUM    _            1  nummod
            """;
        const string Rest = "\n\n# par" + Filler;
        Sample sample = Sample.Of(
            """
            # title
            Fire       fire      NOUN   _            2  nsubj
            guts       gut       VERB   _            0  root
            pier       pier      NOUN   _            2  obj
            """ + "\n" + Line + Rest + (twice ? "\n" + Line.Replace("28", "30", StringComparison.Ordinal) + Rest : "")).Time("November 28, 2005", "2005-11-28");
        AnnotatedReport report = (twice ? sample.Time("November 30, 2005", "2005-11-30") : sample).Build();
        (Dating.ReportDater.FromText(report, [])?.Value).ShouldBe(expected, report.Report.Text.Text);
    }
}
