using NodaTime;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Times;

public sealed class TimeAnnotatorTests
{
    private const string Arrival = "The envoy landed on Tuesday. He will leave on Friday.";

    [Fact]
    public void Annotate_NoPublicationDate_LeavesWeekdaysUnderspecified() =>
        Values(new TimeAnnotator().Annotate(new AnnotatedReport(TestReport.Of(Arrival))).Times).ShouldBe(["XXXX-WXX-2 None", "XXXX-WXX-5 None"]);

    [Fact]
    public void Annotate_PublicationDate_FollowsTheTense() =>
        Values(new TimeAnnotator().Annotate(new AnnotatedReport(TestReport.Of(Arrival, "2022-11-09"))).Times).ShouldBe(["2022-11-08 Published", "2022-11-11 Published"]);

    [Theory]
    [InlineData("The boat sank on Monday. It hit the pier at about 7 p. m.", "2022-11-07,2022-11-07T19:00")]
    [InlineData("The judge postponed the hearing until Friday.", "2022-11-11")]
    [InlineData("He had expected to leave on Tuesday.", "2022-11-08")]
    [InlineData("It came at 09:10 hours (0440 GMT) on Monday.", "2022-11-07T09:10,2022-11-07T04:40,2022-11-07")]
    [InlineData("He served a 2-1/2 year term.", "P2.5Y")]
    [InlineData("She drove a grey 2013 Toyota.", "")]
    [InlineData("They live at 1800 Quill Hill Ave. now.", "PRESENT_REF")]
    [InlineData("In 2013 Toyota opened a works.", "2013")]
    [InlineData("They won 34 games in 2006-07.", "2006")]
    public void Annotate_PublicationDate_GivesDays(string text, string values) =>
        string.Join(',', new TimeAnnotator().Annotate(new AnnotatedReport(TestReport.Of(text, "2022-11-09"))).Times.Select(static time => time.Value)).ShouldBe(values);

    [Fact]
    public void Resolve_DayFromNeighbours_KeepsIdsAndSaysSo()
    {
        AnnotatedReport report = new TimeAnnotator().Annotate(new AnnotatedReport(TestReport.Of(Arrival)));
        TimeReference reference = TimeReference.On(new LocalDate(2022, 11, 9)) with { Anchor = TimeAnchor.Neighbours };

        Layer<TimeExpression> times = TimeAnnotator.Resolve(report, reference);

        Values(times).ShouldBe(["2022-11-08 Neighbours", "2022-11-11 Neighbours"]);
        times.Select(time => time.Id).ShouldBe(report.Times.Select(time => time.Id));
    }

    [Fact]
    public void Resolve_BoundsAWeekApart_GivesOnlyWhatBothBoundsGive()
    {
        TimeReference reference = new() { Earliest = new LocalDate(2022, 11, 9), Latest = new LocalDate(2022, 11, 16) };

        TimeReader.Read("They met on Tuesday, as they did last month.", reference).Select(phrase => phrase.Value).ShouldBe(["XXXX-WXX-2", "2022-10"]);
    }

    [Fact]
    public void ReferenceOf_BoundsInsideTheValueTheyShare_TakesTheBounds()
    {
        Report report = TestReport.Of(Arrival);
        PublishedDate published = new("2022-11", "2022-11-09", "2022-11-15", null, DateBasis.Neighbours, Explanation.Of("date-from-neighbours", "given by the test"), []);

        TimeReference reference = TimeAnnotator.ReferenceOf(report with { Published = published });

        (reference.Earliest, reference.Latest, reference.Anchor).ShouldBe((new LocalDate(2022, 11, 9), new LocalDate(2022, 11, 15), TimeAnchor.Neighbours));
    }

    [Fact]
    public void Read_MonthOfAnUndatedText_TakesNoYearFromAYearToldInPassing() =>
        TimeReader.Read("The mine closed in 2015. It opened again earlier this year. He came in July.", TimeReference.Unknown).Select(phrase => phrase.Value).ShouldBe(["2015", "XXXX", "XXXX-07"]);

    [Theory]
    [InlineData("The fire began in June 2020. He was hurt on November 24.", "2020-06|2022-11-24")]
    [InlineData("The fire began in November 2020. He was hurt on November 24.", "2020-11|2020-11-24")]
    [InlineData("The fire began in November 2020. He will speak on November 24.", "2020-11|2022-11-24")]
    [InlineData("The fire began in November 2020. He was hurt on November 4.", "2020-11|2022-11-04")]
    [InlineData("They met on November 4, 2022. A fire had begun the previous day. As he spoke, the man of the previous day's fire fled.", "2022-11-04|2022-11-03|2022-11-03")]
    [InlineData("They met on November 4, 2022. He fled three hours later.", "2022-11-04|XXXX-XX-XX")]
    [InlineData("They met on November 4, 2022. He fled 24 hours later.", "2022-11-04|2022-11-05T00:00")]
    [InlineData("They met on November 4, 2022. He fled shortly before midnight.", "2022-11-04|2022-11-04T24:00")]
    public void Read_TimesBesideATimeToldBefore_AreReckonedFromTheStory(string text, string expected) =>
        string.Join('|', TimeReader.Read(text, TimeReference.On(new LocalDate(2022, 11, 9))).Select(phrase => phrase.Value)).ShouldBe(expected);

    [Theory]
    [InlineData("They carried QR-12s and QR-12m pipes.", "")]
    [InlineData("The coat cost e75m.", "")]
    [InlineData("They sell 350 million a year.", "SET P1Y")]
    [InlineData("They pay $28 an hour.", "SET PT1H")]
    [InlineData("They pay $28 per hour.", "SET PT1H")]
    [InlineData("It rose from 12.1 last year to 13.2.", "DATE 2021")]
    [InlineData("Sales fell from the same month a year ago.", "DATE XXXX-XX")]
    [InlineData("In May 2020 sales fell from the same month a year ago.", "DATE 2020-05|DATE 2019-05")]
    [InlineData("He had left several weeks before.", "DATE PAST_REF")]
    [InlineData("He left several weeks before the vote.", "DURATION PXW")]
    [InlineData("He left three weeks before the vote.", "DATE XXXX-WXX")]
    [InlineData("At the same time, he left.", "")]
    [InlineData("Her part in 2003's comedy was small.", "DATE 2003")]
    [InlineData("At the cup of 2018 day five was dull.", "DATE 2018")]
    [InlineData("Sales fell from a year earlier.", "DATE XXXX")]
    public void Read_DesignationsRatesAndDecimals_AreNoFalseTimes(string text, string expected) =>
        string.Join('|', TimeReader.Read(text, TimeReference.On(new LocalDate(2022, 11, 9))).Select(phrase => $"{phrase.Type} {phrase.Value}")).ShouldBe(expected);

    [Fact]
    public void Annotate_ClockBehindTheDateOfANoun_IsNotOfThatDate()
    {
        AnnotatedReport report = ParsedReport.Of("""
            Orla     Orla     PROPN _            2  nsubj
            studied  study    VERB  Tense=Past   0  root
            the      the      DET   _            6  det
            June     June     PROPN _            6  compound
            20       20       NUM   _            4  nummod
            fire     fire     NOUN  Number=Sing  2  obj
            .        .        PUNCT _            2  punct

            Orla     Orla     PROPN _            2  nsubj
            left     leave    VERB  Tense=Past   0  root
            at       at       ADP   _            4  case
            3        3        NUM   _            2  obl
            p.m.     p.m.     NOUN  _            4  nmod
            """);

        new TimeAnnotator().Annotate(report).Times.Select(static time => time.Value).ShouldContain("XXXX-XX-XXT15:00");
    }

    // "She will answer after the June 20 fire": it is over, whatever is to come; of "after June 20" nobody knows.
    [Theory]
    [InlineData("after", "2021-10-20")]
    [InlineData("for", "2022-10-20")]
    public void Annotate_DayOfWhatIsLookedBackOn_IsPast(string preposition, string expected)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            Orla     Orla     PROPN _            3  nsubj
            will     will     AUX   _            3  aux
            prepare  prepare  VERB  VerbForm=Inf 0  root
            {preposition} {preposition} ADP _    8  case
            the      the      DET   _            8  det
            October  October  PROPN _            8  compound
            20       20       NUM   _            6  nummod
            fair     fair     NOUN  Number=Sing  3  obl
            .        .        PUNCT _            3  punct
            """, "2022-07-09");

        new TimeAnnotator().Annotate(report).Times.Select(static time => time.Value).ShouldContain(expected);
    }

    [Theory]
    [InlineData("boy", "boy", 0)]
    [InlineData("rate", "rate", 1)]
    public void Annotate_InTheFallAfterSomebodyFell_IsNoSeason(string subject, string lemma, int expected)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            The      the      DET   _            2  det
            {subject} {lemma} NOUN  Number=Sing  3  nsubj
            fell     fall     VERB  Tense=Past   0  root
            .        .        PUNCT _            3  punct

            Orla     Orla     PROPN _            2  nsubj
            left     leave    VERB  Tense=Past   0  root
            in       in       ADP   _            5  case
            the      the      DET   _            5  det
            fall     fall     NOUN  Number=Sing  2  obl
            .        .        PUNCT _            2  punct
            """);

        new TimeAnnotator().Annotate(report).Times.Count.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("99/99/9999 - 31/02/2021 T25:61 P 00000000 the the of of 1 1 1 1 1 1 1")]
    [InlineData("999999999999999999999999 years ago in 99999 BC on the 31st of February last next last")]
    [InlineData("\ud800 \u0000 ½½½ twenty twenty twenty hundred million million billion and and a half")]
    public void Read_HostileText_NeverThrows(string text) => Should.NotThrow(() => TimeReader.Read(text, TimeReference.On(new LocalDate(2022, 11, 9))));

    // "the guard who set it on fire Sunday" is past; "the guards who set it on fire Sundays" need not be.
    [Theory]
    [InlineData("Number=Sing", "2022-11-06")]
    [InlineData("Number=Plur", "2022-11-13")]
    public void Annotate_PresentFormOfOnePerson_IsPast(string number, string expected)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            # par
            The the DET _ 2 det _
            guard guard NOUN {number} 8 nsubj _
            who who PRON PronType=Rel 4 nsubj _
            set set VERB Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 2 acl:relcl _
            it it PRON Number=Sing 4 obj _
            afire afire ADV _ 4 advmod _
            Sunday Sunday PROPN Number=Sing 4 obl _
            left leave VERB Tense=Past|VerbForm=Fin 0 root _
            . . PUNCT _ 8 punct _
            """, "2022-11-09");

        new TimeAnnotator().Annotate(report).Times.Select(static t => t.Value).ShouldBe([expected]);
    }

    private static IEnumerable<string> Values(IEnumerable<TimeExpression> times) => times.Select(time => $"{time.Value} {time.Anchor}");

    [Fact]
    public void Read_MonthAfterYearsOfBackgroundInNews_HasNoYear() =>
        TimeReader.Read("The mill closed in 1998. It burnt in 2002, was sold in 2003 and opened in 2005. On Thursday the owner said that he would go by Jan. 20.", TimeReference.Unknown)
            .Select(static phrase => phrase.Value).ShouldBe(["1998", "2002", "2003", "2005", "XXXX-WXX-4", "XXXX-01-20"]);

    [Fact]
    public void Read_DayFarFromTheDayTold_HasNoYear() =>
        TimeReader.Read("He fled on March 11, 2005. He was caught on March 12. His trial began on Sept. 22.", TimeReference.Unknown).Select(static phrase => phrase.Value).ShouldBe(["2005-03-11", "2005-03-12", "XXXX-09-22"]);

    [Fact]
    public void Read_OverALengthOfTime_IsInItsCourse() =>
        TimeReader.Read("They met over four days. It lasted over four hours.", TimeReference.Unknown).Select(static phrase => (phrase.Value, phrase.Modifier)).ShouldBe([("P4D", null), ("PT4H", "MORE_THAN")]);

    [Fact]
    public void Read_DayOfTheNewsBeforeYearsOfALife_IsOfTheYearOfWriting() =>
        TimeReader.Read("On May 12, Orla Venn became captain. She sailed in 1997 and in 1999, and taught from 2001 to 2004. On May 3, Robert Quill had left.", TimeReference.On(new LocalDate(2019, 5, 20)))
            .Select(phrase => phrase.Value).ShouldBe(["2019-05-12", "1997", "1999", "2001", "2019-05-03"]);

    [Theory]
    [InlineData("Week", 0)]
    [InlineData("week", 1)]
    public void Annotate_CapitalInsideATitle_IsNoTime(string week, int expected) =>
        new TimeAnnotator().Annotate(ParsedReport.Of($"""
            The      the      DET   _  2  det
            readers  reader   NOUN  _  3  nsubj
            named    name     VERB  _  0  root
            Orla     Orla     PROPN _  3  obj
            Captain  Captain  PROPN _  3  xcomp
            of       of       ADP   _  8  case
            the      the      DET   _  8  det
            {week}   {week}   PROPN _  5  nmod
            .        .        PUNCT _  3  punct
            """)).Times.Count.ShouldBe(expected);

    [Theory]
    [InlineData("He slept in the week that she was away.", "")]
    [InlineData("She lived there at the time of the fire.", "")]
    [InlineData("He slept later in the week.", "2022-W45")]
    public void Annotate_TimeToldByWhatHappened_IsNotOfToday(string text, string values)
    {
        string table = string.Join('\n', text.Replace(".", " .", StringComparison.Ordinal).Split(' ').Select(static (word, i) => $"{word} {word} {(word == "." ? "PUNCT" : "NOUN")} _ {(i == 0 ? 0 : 1)} {(i == 0 ? "root" : "dep")}"));
        TimeAnnotator.Resolve(ParsedReport.Of(table), TimeReference.On(new LocalDate(2022, 11, 9))).Select(static time => time.Value).ShouldBe(values.Length == 0 ? [] : [values]);
    }
}
