using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Figures;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Figures;

public sealed class FigureAnnotatorTests
{
    [Fact]
    public void Annotate_SubjectAndChange_GivesChangeAndLevelOfTheSubject()
    {
        AnnotatedReport report = Read("""
            Trade    trade    NOUN  Number=Sing            2  nsubj
            rose     rise     VERB  Tense=Past|VerbForm=Fin 0 root
            15       15       NUM   _                      4  nummod
            percent  percent  NOUN  _                      2  obj
            to       to       ADP   _                      6  case
            $        $        SYM   _                      2  obl
            4.6      4.6      NUM   _                      6  nummod
            billion  billion  NUM   _                      7  flat
            in       in       ADP   _                      10 case
            2021     2021     NUM   _                      2  obl
            .        .        PUNCT _                      2  punct
            """);

        report.Figures.Select(figure => (figure.Value, figure.Unit, figure.Aspect, figure.Measures?.Text, figure.AsOf)).ShouldBe(
        [
            (15, "percent", FigureAspect.Change, "Trade", "2021"),
            (4.6e9, "USD", FigureAspect.Level, "Trade", "2021"),
        ]);
    }

    [Fact]
    public void Annotate_CountedNoun_GivesUnitBoundsAndNoun()
    {
        AnnotatedReport report = Read("""
            At       at       ADP   _            2  case
            least    least    ADJ   _            3  nmod
            12       12       NUM   _            4  nummod
            people   people   NOUN  Number=Plur  6  nsubj:pass
            were     be       AUX   _            6  aux:pass
            killed   kill     VERB  _            0  root
            .        .        PUNCT _            6  punct
            """);

        Figure figure = report.Figures.ShouldHaveSingleItem();
        (figure.Value, figure.Low, figure.High, figure.Unit, figure.Modifier, figure.Measures?.Text).ShouldBe((12, 12, null, "person", "at least", "people"));
    }

    [Fact]
    public void Annotate_KnownPairVersionAndDay_GivesNoFigure()
    {
        AnnotatedReport report = Read("""
            The      the      DET   _            3  det
            two      two      NUM   _            3  nummod
            towns    town     NOUN  Number=Plur  4  nsubj
            bought   buy      VERB  Tense=Past   0  root
            Vostok-3 Vostok-3 PROPN _            6  compound
            pumps    pump     NOUN  Number=Plur  4  obj
            on       on       ADP   _            8  case
            May      May      PROPN _            4  obl
            5        5        NUM   _            8  nummod
            .        .        PUNCT _            4  punct
            """);

        report.Figures.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_LevelOfANumberOf_CountsItsMembersAndTheEarlierLevelToo()
    {
        AnnotatedReport report = Read("""
            The      the      DET   _            2  det
            number   number   NOUN  Number=Sing  6  nsubj
            of       of       ADP   _            4  case
            nurses   nurse    NOUN  Number=Plur  2  nmod
            has      have     AUX   _            6  aux
            climbed  climb    VERB  _            0  root
            to       to       ADP   _            8  case
            58       58       NUM   _            6  obl
            ,        ,        PUNCT _            6  punct
            up       up       ADV   _            12 advmod
            from     from     ADP   _            12 case
            31       31       NUM   _            6  obl
            .        .        PUNCT _            6  punct
            """);

        report.Figures.Select(figure => (figure.Value, figure.Unit, figure.Measures?.Text)).ShouldBe([(58, "nurse", "nurses"), (31, "nurse", "nurses")]);
    }

    [Fact]
    public void Annotate_NumberBeforeAboard_CountsPeople()
    {
        AnnotatedReport report = Read("""
            Barge    barge    NOUN  Number=Sing  5  nsubj
            with     with     ADP   _            3  case
            40       40       NUM   _            1  nmod
            aboard   aboard   ADV   _            3  advmod
            sinks    sink     VERB  _            0  root
            """);

        report.Figures.ShouldHaveSingleItem().Unit.ShouldBe("person");
    }

    [Fact]
    public void Annotate_FallOfAPercentUnderAMonth_MeasuresTheSubject()
    {
        AnnotatedReport report = Read("""
            Exports  export   NOUN  Number=Plur  2  nsubj
            dropped  drop     VERB  Tense=Past   0  root
            14       14       NUM   _            4  nummod
            percent  percent  NOUN  _            6  compound
            last     last     ADJ   _            6  amod
            month    month    NOUN  Number=Sing  2  obj
            .        .        PUNCT _            2  punct
            """);

        Figure figure = report.Figures.ShouldHaveSingleItem();
        (figure.Value, figure.Aspect, figure.Measures?.Text).ShouldBe((-14, FigureAspect.Change, "Exports"));
    }

    [Fact]
    public void Annotate_AdditionOrPronounBesideMoney_MeasuresNothing()
    {
        AnnotatedReport report = Read("""
            They     they     PRON  _            2  nsubj
            paid     pay      VERB  Tense=Past   0  root
            in       in       ADP   _            4  case
            addition addition NOUN  Number=Sing  2  obl
            to       to       ADP   _            6  case
            $        $        SYM   _            4  nmod
            40       40       NUM   _            6  nummod
            .        .        PUNCT _            2  punct
            """);

        report.Figures.ShouldHaveSingleItem().Measures.ShouldBeNull();
    }

    [Fact]
    public void Annotate_SpaceAfterTheCommaOfThousands_IsOneLengthAndNoChangeOfAPerson()
    {
        AnnotatedReport report = Read("""
            A        a        DET   _            2  det
            guide    guide    NOUN  Number=Sing  3  nsubj
            fell     fall     VERB  Tense=Past   0  root
            3        3        NUM   _            6  nummod
            ,        ,        PUNCT _            6  punct
            000      000      NUM   _            7  nummod
            feet     foot     NOUN  Number=Plur  3  obl
            .        .        PUNCT _            3  punct
            """);

        Figure figure = report.Figures.ShouldHaveSingleItem();
        (figure.Value, figure.Unit, figure.Aspect).ShouldBe((914.4, "m", FigureAspect.Level));
    }

    [Fact]
    public void Annotate_GluedMAfterAPersonFell_IsMetres()
    {
        AnnotatedReport report = Read("""
            Orla     Orla     PROPN _            2  nsubj
            fell     fall     VERB  Tense=Past   0  root
            about    about    ADV   _            4  advmod
            60m      60m      NOUN  _            2  obl
            from     from     ADP   _            7  case
            a        a        DET   _            7  det
            roof     roof     NOUN  Number=Sing  2  obl
            .        .        PUNCT _            2  punct
            """);

        report.Times.ShouldBeEmpty();
        Figure figure = report.Figures.ShouldHaveSingleItem();
        (figure.Value, figure.Unit, figure.Modifier, figure.Aspect).ShouldBe((60, "m", "about", FigureAspect.Level));
    }

    [Theory]
    [InlineData("lake", "lake", "metres", "metre", -2, "m", FigureAspect.Change)]
    [InlineData("boy", "boy", "metres", "metre", 2, "m", FigureAspect.Level)]
    [InlineData("price", "price", "dollars", "dollar", -2, "USD", FigureAspect.Change)]
    public void Annotate_FallOfALevelOrPrice_IsAChangeAndOfABodyALength(string subject, string lemma, string unit, string unitLemma, double value, string canonical, FigureAspect aspect)
    {
        AnnotatedReport report = Read($"""
            The      the      DET   _            2  det
            {subject} {lemma} NOUN  Number=Sing  3  nsubj
            fell     fall     VERB  Tense=Past   0  root
            2        2        NUM   _            5  nummod
            {unit} {unitLemma} NOUN Number=Plur  3  obl
            .        .        PUNCT _            3  punct
            """);

        Figure figure = report.Figures.ShouldHaveSingleItem();
        (figure.Value, figure.Unit, figure.Aspect).ShouldBe((value, canonical, aspect));
    }

    [Theory]
    [InlineData(",", ",")]
    [InlineData("(", ")")]
    public void Annotate_NumberBesideAName_IsTheAgeOfThePerson(string before, string after)
    {
        AnnotatedReport report = Read($"""
            Robert   Robert   PROPN _            6  nsubj B-Person
            Quill    Quill    PROPN _            1  flat  I-Person
            {before} {before} PUNCT _            4  punct
            32       32       NUM   _            1  appos
            {after}  {after}  PUNCT _            4  punct
            sailed   sail     VERB  Tense=Past   0  root
            .        .        PUNCT _            6  punct
            """);

        Figure figure = report.Figures.ShouldHaveSingleItem();
        (figure.Value, figure.Unit, figure.Measures?.Text).ShouldBe((32, "year", "Robert Quill"));
    }

    [Fact]
    public void Annotate_BareNumberAfterMotherOf_CountsChildren()
    {
        AnnotatedReport report = Read("""
            A        a        DET   _            2  det
            mother   mother   NOUN  Number=Sing  5  nsubj
            of       of       ADP   _            4  case
            12       12       NUM   _            2  nmod
            died     die      VERB  Tense=Past   0  root
            in       in       ADP   _            7  case
            crossfire crossfire NOUN _           5  obl
            .        .        PUNCT _            5  punct
            """);

        Figure figure = report.Figures.ShouldHaveSingleItem();
        (figure.Value, figure.Unit).ShouldBe((12, "child"));
    }

    [Fact]
    public void Annotate_DayWrittenAsAFraction_IsNoFigure()
    {
        AnnotatedReport report = Read("""
            She      she      PRON  _            2  nsubj
            recalled recall   VERB  Tense=Past   0  root
            the      the      DET   _            5  det
            9/11     9/11     NUM   _            5  nummod
            attacks  attack   NOUN  Number=Plur  2  obj
            .        .        PUNCT _            2  punct
            """);

        report.Figures.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_HouseNumber_IsNoFigure()
    {
        AnnotatedReport report = Read("""
            She      she      PRON  _            2  nsubj
            lives    live     VERB  Tense=Pres   0  root
            at       at       ADP   _            6  case
            1800     1800     NUM   _            6  nummod
            Quill    Quill    PROPN _            6  compound
            Ave.     Ave.     PROPN _            2  obl
            .        .        PUNCT _            2  punct
            """);

        report.Figures.ShouldBeEmpty();
    }

    [Fact]
    public void Read_PointPartedFromItsDecimals_IsADecimal() =>
        FigureReader.Read("It had a level of. 09 percent.").ShouldHaveSingleItem().Value.ShouldBe(0.09);

    [Fact]
    public void Annotate_NumberBesideAPlace_IsNoAge()
    {
        AnnotatedReport report = Read("""
            Lanor    Lanor    PROPN _            5  nsubj B-Place
            ,        ,        PUNCT _            3  punct
            32       32       NUM   _            1  appos
            ,        ,        PUNCT _            3  punct
            slept    sleep    VERB  Tense=Past   0  root
            .        .        PUNCT _            5  punct
            """);

        report.Figures.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_YearOldBeforeAName_MeasuresThePersonAndTheFallHasTheWholeName()
    {
        AnnotatedReport report = Read("""
            On       on       ADP   _            2  case
            Friday   Friday   PROPN _            9  obl
            36       36       NUM   _            5  nummod
            -        -        PUNCT _            5  punct
            year     year     NOUN  Number=Sing  7  obl:npmod
            -        -        PUNCT _            7  punct
            old      old      ADJ   _            8  amod
            Orla     Orla     PROPN _            10 nsubj B-Person
            Venn     Venn     PROPN _            8  flat  I-Person
            fell     fall     VERB  Tense=Past   0  root
            20       20       NUM   _            12 nummod
            metres   metre    NOUN  Number=Plur  10 obj
            .        .        PUNCT _            10 punct
            """);

        report.Figures.Select(figure => (figure.Value, figure.Unit, figure.Measures?.Text)).ShouldBe([(36, "year", "Orla Venn"), (20, "m", "Orla Venn")]);
    }

    private static AnnotatedReport Read(string table)
    {
        AnnotatedReport report = new FigureAnnotator().Annotate(new TimeAnnotator().Annotate(ParsedReport.Of(table)));
        SpanChecks.Check(report);
        return report;
    }
}
