using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ClaimWordsTests
{
    private static Evidential Own(string report, string words = "") => new("o" + report, "own:" + report, OriginKind.NotStated, "report:" + report, false, report, Words: words);

    private static AnnotatedReport Stopped(string who, bool tellsWhy) => Sample.Of(
        $"""
        {who}      {who}     PROPN  _            2  nsubj
        stopped    stop      VERB   Tense=Past|VerbForm=Fin   0  root
        {(tellsWhy ? "for        for       ADP    _            4  case" : "near       near      ADP    _            4  case")}
        {(tellsWhy ? "fuel       fuel      NOUN   _            2  obl" : "Brevik     Brevik    PROPN  _            2  obl")}
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity(who, ActorKind.Person).Build();

    [Fact]
    public void LacksCommon_WordThatTwoInThreeTell_IsMissedWhereItIsCut()
    {
        AnnotatedReport[] reports = [Stopped("Vale", true), Stopped("Quill", true), Stopped("Orsk", false)];
        Stand[] stands = [.. reports.Select(static r => PropositionReader.Read(r).Single(static p => p.Lemma == "stop")).Select(static p => new Stand(p, PositionKind.Affirms, Own(p.Report), ""))];
        FullerWords fuller = new(ReportSet.Of(reports));

        fuller.LacksCommon(stands, new Wording(stands[0].Proposition, Words(reports[0], "Vale stopped"))).ShouldBe(1);
        fuller.LacksCommon(stands, new Wording(stands[0].Proposition, Words(reports[0], "Vale stopped for fuel"))).ShouldBe(0);
        fuller.LacksCommon(stands[1..], new Wording(stands[1].Proposition, Words(reports[1], "Quill stopped"))).ShouldBe(0); // two may share a word by chance
    }

    [Theory]
    [InlineData("allegedly", "", PositionKind.Qualifies)]
    [InlineData("allegedly", "Ada Quill", PositionKind.Affirms)] // somebody answers for it
    [InlineData(null, "", PositionKind.Affirms)]
    public void Of_HedgeOfNobodyNamed_IsALimit(string? hedge, string name, PositionKind expected)
    {
        AnnotatedReport report = Sample.Of(
            """
            Vale       Vale      PROPN  _            3  nsubj
            allegedly  allegedly ADV    _            3  advmod
            fled       flee      VERB   Tense=Past|VerbForm=Fin   0  root
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-11-10").Entity("Vale", ActorKind.Person).Statement("Vale", "allegedly", "fled").Build();
        Statement said = report.Statements.Single();
        Proposition told = PropositionReader.Read(report).Single(static p => p.Lemma == "flee") with { Statement = said with { Hedge = hedge, Source = said.Source with { Name = name } } };

        Positions.Of(told).Kind.ShouldBe(expected);
    }

    [Theory]
    [InlineData("were", "planning", true)]
    [InlineData("are", "planning", false)]
    public void IsOver_PlanOfATimeThatIsOver_AnnouncesNothing(string auxiliary, string verb, bool expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Crews      crew      NOUN   _            3  nsubj
            {auxiliary} be       AUX    {(auxiliary == "were" ? "Tense=Past" : "Tense=Pres")}|VerbForm=Fin   3  aux
            {verb}     plan      VERB   VerbForm=Ger 0  root
            to         to        PART   _            5  mark
            sail       sail      VERB   VerbForm=Inf 3  xcomp
            .          .         PUNCT  _            3  punct
            """, "The Norland Post", "2022-11-10").Build();

        Plans.IsOver(report, PropositionReader.Read(report).Single(static p => p.Lemma == "sail")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("the yard at brevik has been closed since monday", 1)]
    [InlineData("", 2)]
    public void Count_SentenceOfTwoReportsWordForWord_HasOneAuthor(string words, int high) => OriginFinder.Count([Own("a", words), Own("b", words)]).Counts.So.High.ShouldBe(high);

    [Theory]
    [InlineData("Ada Quill (L) and the mayor of Brevik met", false)]
    [InlineData("Ada Quill and the mayor of Brevik met", true)]
    public void SayEnough_WordsUnderAPicture_DoNot(string words, bool expected)
    {
        AnnotatedReport report = Sample.Of(string.Join('\n', words.Split(' ').Select((word, i) => $"{word} {word} {(word == "met" ? "VERB Tense=Past|VerbForm=Fin 0 root" : $"NOUN _ {words.Split(' ').Length} {(i == 0 ? "nsubj" : "obl")}")}")), "The Norland Post").Build();
        HeadingWords.SayEnough(report, 0, new TextSpan(0, words.Length)).ShouldBe(expected);
    }

    private static TextSpan Words(AnnotatedReport report, string words) => new(report.Report.Text.Text.IndexOf(words, StringComparison.Ordinal), words.Length);
}
