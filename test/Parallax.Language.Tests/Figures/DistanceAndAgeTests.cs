using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Figures;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Figures;

/// <summary>How far something lies, how old somebody is, and sums with a slipped space.</summary>
public sealed class DistanceAndAgeTests
{
    [Theory]
    [InlineData("It cost $2. 6 million.", 2.6e6)]
    [InlineData("It cost $380, 600 then.", 380600)]
    [InlineData("It cost $1. 29 for a year.", 1.29)]
    [InlineData("It cost $5. 12 men left.", 5)]
    public void Read_SumWithASlippedSpace_IsOneNumber(string text, double value) => FigureReader.Read(text)[0].Value.ShouldBe(value);

    [Fact]
    public void Annotate_LengthBeforeADirection_MeasuresWhatLiesThere()
    {
        Figure figure = Read("""
            Officials  official  NOUN  _  2  nsubj
            said       say       VERB  _  0  root
            the        the       DET   _  4  det
            quay       quay      NOUN  _  7  nsubj
            was        be        AUX   _  7  cop
            35         35        NUM   _  7  nummod
            miles      mile      NOUN  _  2  ccomp
            southwest  southwest ADV   _  7  advmod
            of         of        ADP   _  10 case
            Ostmere    Ostmere   PROPN _  8  obl
            .          .         PUNCT _  2  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Unit, figure.Measures?.Text).ShouldBe(("km", "quay"));
    }

    [Fact]
    public void Annotate_LengthBehindANamedPlace_MeasuresThePlace()
    {
        Figure figure = Read("""
            Quill      Quill     PROPN _  3  nsubj:pass
            was        be        AUX   _  3  aux:pass
            found      find      VERB  _  0  root
            in         in        ADP   _  5  case
            Ostmere    Ostmere   PROPN _  3  obl
            ,          ,         PUNCT _  8  punct
            35         35        NUM   _  8  nummod
            miles      mile      NOUN  _  3  obl
            north      north     ADV   _  8  advmod
            of         of        ADP   _  11 case
            Tarn       Tarn      PROPN _  9  obl
            .          .         PUNCT _  3  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Unit, figure.Measures?.Text).ShouldBe(("km", "Ostmere"));
    }

    [Fact]
    public void Annotate_CountBeforeALengthOfTime_CountsTheNoun()
    {
        AnnotatedReport report = Read("""
            Quill      Quill     PROPN _  2  nsubj
            received   receive   VERB  _  0  root
            three      three     NUM   _  7  nummod
            10         10        NUM   _  6  nummod
            -          -         PUNCT _  6  punct
            year       year      NOUN  _  7  compound
            sentences  sentence  NOUN  Number=Plur  2  obj
            .          .         PUNCT _  2  punct
            """);

        (report.Figures[0].Measures?.Text).ShouldBe("sentences");
    }

    [Fact]
    public void Annotate_NumberAfterWas_IsAnAge()
    {
        Figure figure = Read("""
            He    he   PRON  _  3  nsubj
            was   be   AUX   _  3  cop
            77    77   NUM   _  0  root
            .     .    PUNCT _  3  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Value, figure.Unit, figure.Measures?.Text).ShouldBe((77, "year", "He"));
    }

    [Fact]
    public void Annotate_UnderAge_IsABound()
    {
        Figure figure = Read("""
            The      the      DET   _  2  det
            captain  captain  NOUN  _  0  root
            under    under    ADP   _  4  case
            age      age      NOUN  _  2  nmod
            30       30       NUM   _  4  nummod
            sailed   sail     VERB  _  2  acl
            .        .        PUNCT _  2  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Value, figure.Low, figure.High, figure.Modifier).ShouldBe((30, 0, 30, "less than"));
    }

    [Theory]
    [InlineData("It costs $900 a month or less.", "up to")]
    [InlineData("It takes 30 litres per day or more.", "at least")]
    [InlineData("It costs $900 a month or so.", null)]
    public void Read_BoundBehindTheRate_IsKept(string text, string? modifier) => FigureReader.Read(text)[0].Modifier.ShouldBe(modifier);

    [Fact]
    public void Annotate_VerbThatThePartsTakeForANoun_IsNotMeasured()
    {
        Figure figure = Read("""
            The       the       DET   _  7  det
            900       900       NUM   _  3  nummod
            foot      foot      NOUN  _  5  compound
            long      long      ADJ   _  5  amod
            hall      hall      NOUN  _  6  compound
            houses    house     NOUN  Number=Plur  0  root
            a         a         DET   _  8  det
            workshop  workshop  NOUN  _  6  obj
            .         .         PUNCT _  6  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Measures?.Text ?? string.Empty).ShouldNotContain("houses");
    }

    [Fact]
    public void Annotate_MultipleBehindAVerbWithoutSubject_MeasuresWhatRises()
    {
        Figure figure = Read("""
            They      they    PRON  _  2  nsubj
            have      have    VERB  _  0  root
            fares     fare    NOUN  _  2  obj
            rise      rise    VERB  _  2  xcomp
            three     three   NUM   _  6  nummod
            times     time    NOUN  _  7  obl:unmarked
            faster    fast    ADJ   Degree=Cmp  4  xcomp
            .         .       PUNCT _  2  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Measures?.Text).ShouldBe("fares");
    }

    [Fact]
    public void Annotate_LossOfPeople_IsNoChange()
    {
        Figure figure = Read("""
            They      they   PRON  _            2  nsubj
            mourn     mourn  VERB  _            0  root
            the       the    DET   _            4  det
            loss      loss   NOUN  _            2  obj
            of        of     ADP   _            7  case
            three     three  NUM   _            7  nummod
            children  child  NOUN  Number=Plur  4  nmod
            .         .      PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Value, figure.Aspect).ShouldBe((3, FigureAspect.Level));
    }

    [Theory]
    [InlineData("PROPN", "year")]
    [InlineData("NOUN", null)]
    public void Annotate_NumberInCommasBeforeWhereSomebodyIsFrom_IsAnAge(string tag, string? unit) => (Read($"""
        Orrin    Orrin    {tag} _  2  compound
        Vale     Vale     {tag} _  9  nsubj:pass
        ,        ,        PUNCT _  2  punct
        23       23       NUM   _  2  appos
        ,        ,        PUNCT _  2  punct
        of       of       ADP   _  7  case
        Tarn     Tarn     PROPN _  2  nmod
        was      be       AUX   _  9  aux:pass
        held     hold     VERB  _  0  root
        .        .        PUNCT _  9  punct
        """).Figures.FirstOrDefault(static f => f.Unit == "year")?.Unit).ShouldBe(unit);

    private static AnnotatedReport Read(string table) => new FigureAnnotator().Annotate(new TimeAnnotator().Annotate(ParsedReport.Of(table)));
}
