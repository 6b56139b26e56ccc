using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Figures;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Figures;

/// <summary>Of which whole a figure is told, from where, and what "of them" is a part of.</summary>
public sealed class FigureScopeTests
{
    [Fact]
    public void Annotate_SoFar_IsARunningTotal()
    {
        Figure figure = Read("""
            So       so       ADV   _            2  advmod
            far      far      ADV   _            6  advmod
            ,        ,        PUNCT _            6  punct
            guards   guard    NOUN  Number=Plur  6  nsubj
            have     have     AUX   _            6  aux
            seized   seize    VERB  Tense=Past   0  root
            14       14       NUM   _            8  nummod
            crates   crate    NOUN  Number=Plur  6  obj
            .        .        PUNCT _            6  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Measures?.Text, figure.Scope?.Text).ShouldBe(("crates", "So far"));
    }

    [Theory]
    [InlineData("raids", "raid", "during the five raids")]
    [InlineData("weeks", "week", null)]
    public void Annotate_DuringSeveralOccasions_CountsAllOfThem(string noun, string lemma, string? scope) => (Read($"""
            Guards   guard    NOUN  Number=Plur  2  nsubj
            seized   seize    VERB  Tense=Past   0  root
            14       14       NUM   _            4  nummod
            crates   crate    NOUN  Number=Plur  2  obj
            during   during   ADP   _            8  case
            the      the      DET   _            8  det
            five     five     NUM   _            8  nummod
            {noun}   {lemma}  NOUN  Number=Plur  2  obl
            .        .        PUNCT _            2  punct
            """).Figures[0].Scope?.Text).ShouldBe(scope);

    [Fact]
    public void Annotate_CountOfOneRaid_HasNoScope() => Read("""
            Guards   guard    NOUN  Number=Plur  2  nsubj
            seized   seize    VERB  Tense=Past   0  root
            6        6        NUM   _            4  nummod
            crates   crate    NOUN  Number=Plur  2  obj
            during   during   ADP   _            7  case
            the      the      DET   _            7  det
            raid     raid     NOUN  Number=Sing  2  obl
            .        .        PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem().Scope.ShouldBeNull();

    [Fact]
    public void Annotate_Distance_SaysFromWhere()
    {
        Figure figure = Read("""
            Tarn       tarn       PROPN Number=Sing  3  nsubj
            lies       lie        VERB  Tense=Pres   0  root
            50         50         NUM   _            4  nummod
            kilometres kilometre  NOUN  Number=Plur  2  obl
            from       from       ADP   _            7  case
            the        the        DET   _            7  det
            frontier   frontier   NOUN  Number=Sing  4  nmod
            .          .          PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Scope?.Text).ShouldBe("from the frontier");
    }

    [Fact]
    public void Annotate_TwoOfThem_AreOfTheThingsBefore() => Read("""
            Guards   guard    NOUN  Number=Plur  2  nsubj
            saw      see      VERB  Tense=Past   0  root
            20       20       NUM   _            4  nummod
            carts    cart     NOUN  Number=Plur  2  obj
            .        .        PUNCT _            2  punct

            12       12       NUM   _            4  nsubj
            of       of       ADP   _            3  case
            them     they     PRON  _            1  nmod
            fled     flee     VERB  Tense=Past   0  root
            .        .        PUNCT _            4  punct
            """).Figures.Select(static figure => figure.Unit).ShouldBe(["cart", "cart"]);

    [Fact]
    public void Annotate_MoreOfThemThanTheThingsBefore_AreOfThingsUntold() => Read("""
            Guards   guard    NOUN  Number=Plur  2  nsubj
            saw      see      VERB  Tense=Past   0  root
            20       20       NUM   _            4  nummod
            carts    cart     NOUN  Number=Plur  2  obj
            .        .        PUNCT _            2  punct

            90       90       NUM   _            4  nsubj
            of       of       ADP   _            3  case
            them     they     PRON  _            1  nmod
            fled     flee     VERB  Tense=Past   0  root
            .        .        PUNCT _            4  punct
            """).Figures[1].Measures.ShouldBeNull();

    [Fact]
    public void Annotate_NameOfAModel_CountsNothing() => Read("""
            The      the      DET   _            4  det
            Quell    Quell    PROPN Number=Sing  4  compound
            2000     2000     NUM   _            4  nummod
            planes   plane    NOUN  Number=Plur  5  nsubj
            left     leave    VERB  Tense=Past   0  root
            .        .        PUNCT _            5  punct
            """).Figures.ShouldBeEmpty();

    [Fact]
    public void Annotate_RiflesOfAModel_AreRifles()
    {
        Figure figure = Read("""
            Guards   guard    NOUN  Number=Plur  2  nsubj
            seized   seize    VERB  Tense=Past   0  root
            14       14       NUM   _            4  nummod
            QB       QB       PROPN Number=Sing  2  obj
            60       60       NUM   _            4  nummod
            rifles   rifle    NOUN  Number=Plur  4  flat
            .        .        PUNCT _            2  punct
            """).Figures[0];

        (figure.Unit, figure.Measures?.Text).ShouldBe(("rifle", "QB 60 rifles"));
    }

    [Theory]
    [InlineData("dropped", "drop", FigureAspect.Level, 500)]
    [InlineData("gained", "gain", FigureAspect.Change, 500)]
    public void Annotate_WeightOfWhatIsLetGo_IsNoChange(string verb, string lemma, FigureAspect aspect, double value)
    {
        Figure figure = Read($"""
            Planes   plane    NOUN  Number=Plur  2  nsubj
            {verb}   {lemma}  VERB  Tense=Past   0  root
            500      500      NUM   _            4  nummod
            kg       kg       NOUN  Number=Sing  6  compound
            cluster  cluster  NOUN  Number=Sing  6  compound
            bombs    bomb     NOUN  Number=Plur  2  obj
            .        .        PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Aspect, figure.Value).ShouldBe((aspect, value));
    }

    [Fact]
    public void Annotate_SumOffered_MeasuresNoClub() => Read("""
            The      the      DET   _            2  det
            club     club     NOUN  Number=Sing  3  nsubj
            offered  offer    VERB  Tense=Past   0  root
            $        $        SYM   _            3  obj
            5        5        NUM   _            4  nummod
            million  million  NUM   _            4  nummod
            .        .        PUNCT _            3  punct
            """).Figures.ShouldHaveSingleItem().Measures.ShouldBeNull();

    [Fact]
    public void Annotate_VerbTakenForANoun_LeavesTheWholeThing() => (Read("""
            Some     some     DET   _            5  det
            $        $        SYM   _            9  nsubj
            5        5        NUM   _            2  nummod
            of       of       ADP   _            7  case
            dry      dry      ADJ   _            7  amod
            freight  freight  NOUN  Number=Sing  7  compound
            passes   pass     NOUN  Number=Plur  2  nmod
            each     each     DET   _            9  det
            year     year     NOUN  Number=Sing  0  root
            .        .        PUNCT _            9  punct
            """).Figures.ShouldHaveSingleItem().Measures?.Text).ShouldBe("dry freight");

    [Fact]
    public void Annotate_LimitThatIsTold_IsMeasured() => (Read("""
            The      the      DET   _            3  det
            legal    legal    ADJ   _            3  amod
            limit    limit    NOUN  Number=Sing  6  nsubj
            is       be       AUX   _            6  cop
            0.08     0.08     NUM   _            6  nummod
            percent  percent  NOUN  Number=Sing  0  root
            .        .        PUNCT _            6  punct
            """).Figures.ShouldHaveSingleItem().Measures?.Text).ShouldBe("legal limit");

    [Fact]
    public void Annotate_AgeBeforeAMonth_CountsNoMonths() => Read("""
            She      she      PRON  _            4  nsubj
            will     will     AUX   _            4  aux
            be       be       AUX   _            4  cop
            29       29       NUM   _            6  nummod
            in       in       ADP   _            6  case
            court    court    NOUN  Number=Sing  0  root
            .        .        PUNCT _            6  punct
            """).Figures.ShouldBeEmpty();

    private static AnnotatedReport Read(string table) => new FigureAnnotator().Annotate(new TimeAnnotator().Annotate(ParsedReport.Of(table)));
}
