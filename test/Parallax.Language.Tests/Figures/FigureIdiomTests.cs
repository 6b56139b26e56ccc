using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Figures;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Figures;

/// <summary>Numbers that say of what kind something is, sides, and numbers that share a noun.</summary>
public sealed class FigureIdiomTests
{
    [Fact]
    public void Annotate_NumberThatDescribes_GivesNoFigure() => Read("""
        They     they     PRON  _            2  nsubj
        learned  learn    VERB  _            0  root
        a        a        DET   _            7  det
        two      two      NUM   _            6  nummod
        -        -        PUNCT _            6  punct
        step     step     NOUN  Number=Sing  7  compound
        dance    dance    NOUN  Number=Sing  2  obj
        .        .        PUNCT _            2  punct
        """).Figures.ShouldBeEmpty();

    [Fact]
    public void Annotate_NumberOfMembers_IsAFigure() => Read("""
        They     they     PRON  _            2  nsubj
        built    build    VERB  _            0  root
        a        a        DET   _            7  det
        two      two      NUM   _            6  nummod
        -        -        PUNCT _            6  punct
        room     room     NOUN  Number=Sing  7  compound
        house    house    NOUN  Number=Sing  2  obj
        .        .        PUNCT _            2  punct
        """).Figures.ShouldHaveSingleItem().Value.ShouldBe(2);

    [Fact]
    public void Annotate_TwoCountsOfOneNoun_BothCountIt() => Read("""
        It        it        PRON  _            2  nsubj
        protects  protect   VERB  _            0  root
        1,247     1,247     NUM   _            4  nummod
        animal    animal    NOUN  Number=Sing  8  compound
        and       and       CCONJ _            6  cc
        747       747       NUM   _            4  conj
        plant     plant     NOUN  Number=Sing  8  compound
        breeds    breed     NOUN  Number=Plur  2  obj
        .         .         PUNCT _            2  punct
        """).Figures[0].Unit.ShouldBe("breed");

    [Fact]
    public void Annotate_CountSinceATime_IsNotOfThatTime() => Read("""
        It        it        PRON  _            3  nsubj
        has       have      AUX   _            3  aux
        had       have      VERB  _            0  root
        300       300       NUM   _            5  nummod
        letters   letter    NOUN  Number=Plur  3  obj
        since     since     ADP   _            7  case
        2021      2021      NUM   _            3  obl
        .         .         PUNCT _            3  punct
        """).Figures.ShouldHaveSingleItem().AsOf.ShouldBeNull();

    [Fact]
    public void Annotate_CountOfARange_KeepsBothEnds() => Read("""
        It        it        PRON  _            2  nsubj
        had       have      VERB  _            0  root
        300       300       NUM   _            4  nummod
        letters   letter    NOUN  Number=Plur  2  obj
        between   between   ADP   _            6  case
        2018      2018      NUM   _            2  obl
        and       and       CCONJ _            8  cc
        2021      2021      NUM   _            6  conj
        .         .         PUNCT _            2  punct
        """).Figures.ShouldHaveSingleItem().AsOf.ShouldBe("2018/2021");

    [Fact]
    public void Read_TwoSides_AreBothOfTheUnit() =>
        FigureReader.Read("The cell is 8-by-12 feet.").Select(static f => f.Value).ShouldBe([8, 3.6576]);

    [Fact]
    public void Annotate_NumberOfAHouseInANumberedStreet_IsNoFigure() => Read("""
        She       she       PRON  _            2  nsubj
        lives     live      VERB  _            0  root
        at        at        ADP   _            7  case
        40        40        NUM   _            7  nummod
        West      West      PROPN _            7  compound
        7th       7th       ADJ   _            7  amod
        St.       St.       PROPN _            2  obl
        .         .         PUNCT _            2  punct
        """).Figures.ShouldBeEmpty();

    [Fact]
    public void Annotate_CoupleOfUs_AreTwoOrThreePeople()
    {
        Figure us = Read("""
            A         a         DET   _            2  det
            couple    couple    NOUN  Number=Sing  5  nsubj
            of        of        ADP   _            4  case
            us        we        PRON  _            2  nmod
            left      leave     VERB  _            0  root
            .         .         PUNCT _            5  punct
            """).Figures.ShouldHaveSingleItem();
        us.Unit.ShouldBe("person");
        us.High.ShouldBe(3);
    }

    [Theory]
    [InlineData("dragged", "drag", "her")]
    [InlineData("saw", "see", null)]
    public void Annotate_LengthSomebodyIsMoved_MeasuresWhoIsMoved(string form, string lemma, string? expected) => (Read($"""
        The       the       DET   _            2  det
        cart      cart      NOUN  Number=Sing  3  nsubj
        {form}   {lemma}   VERB  _            0  root
        her       she       PRON  _            3  obj
        30        30        NUM   _            6  nummod
        feet      foot      NOUN  Number=Plur  3  obl
        .         .         PUNCT _            3  punct
        """).Figures.ShouldHaveSingleItem().Measures?.Text).ShouldBe(expected ?? "cart");

    [Theory]
    [InlineData("Christmas", "compound", null)]
    [InlineData("2021", "nummod", "2021")]
    public void Annotate_FeastBeforeANoun_IsNoTimeOfTheFigure(string word, string relation, string? expected) => Read($"""
        Twelve    twelve    NUM   _            2  nummod
        guests    guest     NOUN  Number=Plur  3  nsubj
        joined    join      VERB  _            0  root
        a         a         DET   _            6  det
        {word}    {word}    PROPN _            6  {relation}
        party     party     NOUN  Number=Sing  3  obj
        .         .         PUNCT _            3  punct
        """).Figures.ShouldHaveSingleItem().AsOf.ShouldBe(expected);

    [Theory]
    [InlineData("a", "third", "wounded", false)]
    [InlineData("two", "thirds", "wounded", true)]
    public void Annotate_OneMoreAfterACount_IsNoPart(string first, string second, string verb, bool isPart) => Read($"""
        She      she      PRON  _            2  nsubj
        killed   kill     VERB  _            0  root
        two      two      NUM   _            4  nummod
        guards   guard    NOUN  Number=Plur  2  obj
        and      and      CCONJ _            6  cc
        {verb}   wound    VERB  _            2  conj
        {first}  {first}  DET   _            8  det
        {second} third    NOUN  _            6  obj
        .        .        PUNCT _            2  punct
        """).Figures.Any(static f => f.Value < 1).ShouldBe(isPart);

    [Fact]
    public void Annotate_MotherOfTwoDead_CountsChildren() => Read("""
        Crash   crash   NOUN  _  2  nsubj
        leaves  leave   VERB  _  0  root
        mother  mother  NOUN  _  2  obj
        of      of      ADP   _  5  case
        2       2       NUM   _  3  nmod
        dead    dead    ADJ   _  2  xcomp
        """).Figures.ShouldHaveSingleItem().Unit.ShouldBe("child");

    [Fact]
    public void Annotate_TwoDead_CountsPeople() => Read("""
        Crash   crash   NOUN  _  2  nsubj
        leaves  leave   VERB  _  0  root
        2       2       NUM   _  4  nummod
        dead    dead    ADJ   _  2  obj
        """).Figures.ShouldHaveSingleItem().Unit.ShouldBe("person");

    private static AnnotatedReport Read(string table) => new FigureAnnotator().Annotate(new TimeAnnotator().Annotate(ParsedReport.Of(table)));
}
