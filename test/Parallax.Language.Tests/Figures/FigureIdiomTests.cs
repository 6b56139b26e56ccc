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

    private static AnnotatedReport Read(string table) => new FigureAnnotator().Annotate(new TimeAnnotator().Annotate(ParsedReport.Of(table)));
}
