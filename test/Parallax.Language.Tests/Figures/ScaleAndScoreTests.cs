using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Figures;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Figures;

public sealed class ScaleAndScoreTests
{
    [Fact]
    public void Annotate_NumbersOfAScale_AreMagnitudesAndNoClockTimes()
    {
        AnnotatedReport report = Read("""
            Orla     Orla     PROPN _            2  nsubj
            put      put      VERB  Tense=Past   0  root
            the      the      DET   _            4  det
            magnitude magnitude NOUN Number=Sing 2  obj
            at       at       ADP   _            6  case
            5.7      5.7      NUM   _            2  obl
            but      but      CCONJ _            9  cc
            Veria    Veria    PROPN _            9  nsubj
            said     say      VERB  Tense=Past   2  conj
            it       it       PRON  _            12 nsubj
            was      be       AUX   _            12 cop
            6.2      6.2      NUM   _            9  ccomp
            .        .        PUNCT _            2  punct
            """);

        report.Figures.Select(static figure => (figure.Value, figure.Unit)).ShouldBe([(5.7, "magnitude"), (6.2, "magnitude")]);
        report.Times.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_CountBesideAMagnitude_StaysACount() => Read("""
            A        a        DET   _            3  det
            magnitude magnitude NOUN _           3  compound
            quake    quake    NOUN  Number=Sing  4  nsubj
            razed    raze     VERB  Tense=Past   0  root
            seven    seven    NUM   _            6  nummod
            villages village  NOUN  Number=Plur  4  obj
            .        .        PUNCT _            4  punct
            """).Figures.ShouldHaveSingleItem().Unit.ShouldBe("village");

    [Theory]
    [InlineData("9-14", "start", "Number=Sing")]
    [InlineData("88-72", "loss", "Number=Sing")]
    public void Annotate_ScoreOrRecord_IsNoFigure(string score, string noun, string number) => Read($"""
            They     they     PRON  _            2  nsubj
            had      have     VERB  Tense=Past   0  root
            a        a        DET   _            5  det
            {score}  {score}  NUM   _            5  nummod
            {noun}   {noun}   NOUN  {number}     2  obj
            .        .        PUNCT _            2  punct
            """).Figures.ShouldBeEmpty();

    [Fact]
    public void Annotate_RangeThatCounts_IsAFigure() => Read("""
            They     they     PRON  _            2  nsubj
            saw      see      VERB  Tense=Past   0  root
            10-12    10-12    NUM   _            4  nummod
            boats    boat     NOUN  Number=Plur  2  obj
            .        .        PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem().High.ShouldBe(12);

    [Fact]
    public void Annotate_NumberAfterAVerbOfHarm_CountsPeopleNotTheNextNoun() => Read("""
            It       it       PRON  _            2  nsubj
            fell     fall     VERB  Tense=Past   0  root
            ,        ,        PUNCT _            4  punct
            wounding wound    VERB  VerbForm=Ger 2  advcl
            other    other    ADJ   _            8  amod
            70       70       NUM   _            8  nummod
            ,        ,        PUNCT _            8  punct
            officials official NOUN Number=Plur  9  nsubj
            said     say      VERB  Tense=Past   2  parataxis
            .        .        PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem().Unit.ShouldBe("person");

    [Fact]
    public void Annotate_IsDownByANumber_TellsAChange()
    {
        Figure figure = Read("""
            Orsk     Orsk     PROPN _            5  nsubj
            is       be       AUX   _            5  cop
            down     down     ADV   _            5  advmod
            five     five     NUM   _            5  nummod
            points   point    NOUN  Number=Plur  0  root
            .        .        PUNCT _            5  punct
            """).Figures.ShouldHaveSingleItem();
        (figure.Value, figure.Aspect).ShouldBe((-5, FigureAspect.Change));
    }

    private static AnnotatedReport Read(string table)
    {
        AnnotatedReport report = new FigureAnnotator().Annotate(new TimeAnnotator().Annotate(ParsedReport.Of(table)));
        SpanChecks.Check(report);
        return report;
    }
}
