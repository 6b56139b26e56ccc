using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Figures;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Figures;

/// <summary>What figures measure, in which unit, as of when.</summary>
public sealed class MeasuredThingTests
{
    [Fact]
    public void Annotate_AboutTwoDozenPeople_AreWholePeople()
    {
        Figure figure = Read("""
            About    about    ADV   _            2  advmod
            24       24       NUM   _            3  nummod
            marchers marcher  NOUN  Number=Plur  4  nsubj
            sang     sing     VERB  Tense=Past   0  root
            .        .        PUNCT _            4  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Low, figure.Value, figure.High).ShouldBe((22, 24, 26));
    }

    [Fact]
    public void Annotate_CountWithAHyphen_MeasuresTheNounItDescribes()
    {
        Figure figure = Read("""
            The      the      DET   _            5  det
            900      900      NUM   _            4  nummod
            -        -        PUNCT _            2  punct
            member   member   NOUN  Number=Sing  5  compound
            guild    guild    NOUN  Number=Sing  6  nsubj
            met      meet     VERB  Tense=Past   0  root
            .        .        PUNCT _            6  punct
            """).Figures.ShouldHaveSingleItem();

        (figure.Unit, figure.Measures?.Text).ShouldBe(("member", "guild"));
    }

    // "a 900-mile-wide (1,450 kilometers) sea": both tell how wide the sea is.
    [Theory]
    [InlineData("wide", "sea")]
    [InlineData("old", null)]
    public void Annotate_LengthWithItsSideAndAnotherUnit_MeasuresTheNounBehindBoth(string side, string? measured)
    {
        AnnotatedReport report = Read($"""
            They     they     PRON  _            2  nsubj
            saw      see      VERB  Tense=Past   0  root
            the      the      DET   _            12 det
            900      900      NUM   _            6  nummod
            -        -        PUNCT _            6  punct
            mile     mile     NOUN  Number=Sing  8  obl
            -        -        PUNCT _            8  punct
            {side}   {side}   ADJ   _            12 amod
            (        (        PUNCT _            11 punct
            1,450    1,450    NUM   _            11 nummod
            kilometers kilometer NOUN Number=Plur 2 obj
            )        )        PUNCT _            11 punct
            sea      sea      NOUN  Number=Sing  2  obj
            .        .        PUNCT _            2  punct
            """);

        report.Figures.Select(static f => f.Measures?.Text == "sea").ShouldBe(measured is null ? [false, false] : [true, true]);
    }

    // A model of two letters and a number is no sum in rupees.
    [Theory]
    [InlineData("It has four RS-27 pumps.", FigureKind.Number, 4)]
    [InlineData("It cost Rs 27 then.", FigureKind.Money, 27)]
    public void Read_NameOfAModelBehindANumber_IsNoCurrency(string text, FigureKind kind, double value)
    {
        FigurePhrase phrase = FigureReader.Read(text).ShouldHaveSingleItem();

        (phrase.Kind, phrase.Value).ShouldBe((kind, value));
    }

    [Fact]
    public void Annotate_SumSpentOnSomething_MeasuresWhatItIsSpentOn() => Read("""
            Norland  Norland  PROPN _            2  nsubj
            spent    spend    VERB  Tense=Past   0  root
            $        $        SYM   _            2  obj
            3        3        NUM   _            3  nummod
            million  million  NUM   _            3  nummod
            on       on       ADP   _            8  case
            its      its      PRON  Poss=Yes     8  nmod:poss
            bridges  bridge   NOUN  Number=Plur  2  obl
            .        .        PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem().Measures.ShouldNotBeNull().Text.ShouldBe("bridges");

    [Theory]
    [InlineData("campuses", "campuse", "campus")]
    [InlineData("carries", "carrie", "carry")]
    [InlineData("movies", "movie", "movie")]
    [InlineData("houses", "house", "house")]
    [InlineData("churches", "churche", "church")]
    public void Annotate_LemmaCutByOneLetter_IsAWord(string form, string lemma, string unit) => Read($"""
            They     they     PRON  _            2  nsubj
            saw      see      VERB  Tense=Past   0  root
            40       40       NUM   _            4  nummod
            {form}   {lemma}  NOUN  Number=Plur  2  obj
            .        .        PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem().Unit.ShouldBe(unit);

    [Theory]
    [InlineData("run", "ins", "in", "run-in")]
    [InlineData("wood", "carvers", "carver", "carver")]
    public void Annotate_NounOfAVerbAndItsParticle_IsOneWord(string first, string second, string lemma, string unit) => Read($"""
            They     they     PRON  _            2  nsubj
            had      have     VERB  Tense=Past   0  root
            seven    seven    NUM   _            6  nummod
            {first}  {first}  NOUN  Number=Sing  6  compound
            -        -        PUNCT _            4  punct
            {second} {lemma}  NOUN  Number=Plur  2  obj
            .        .        PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem().Unit.ShouldBe(unit);

    [Fact]
    public void Annotate_BoatsSentToATown_AreBoats() => (Read("""
            They     they     PRON  _            2  nsubj
            sent     send     VERB  Tense=Past   0  root
            40       40       NUM   _            4  nummod
            boats    boat     NOUN  Number=Plur  2  obj
            to       to       ADP   _            6  case
            Lanor    Lanor    PROPN Number=Sing  4  nmod
            .        .        PUNCT _            2  punct
            """).Figures.ShouldHaveSingleItem().Measures?.Text).ShouldBe("boats");

    [Fact]
    public void Annotate_PutAt_MeasuresWhatIsPut() => (Read("""
            The      the      DET   _            2  det
            poll     poll     NOUN  Number=Sing  3  nsubj
            put      put      VERB  Tense=Past   0  root
            support  support  NOUN  Number=Sing  3  obj
            at       at       ADP   _            7  case
            68       68       NUM   _            7  nummod
            percent  percent  NOUN  Number=Sing  3  obl
            .        .        PUNCT _            3  punct
            """).Figures.ShouldHaveSingleItem().Measures?.Text).ShouldBe("support");

    [Fact]
    public void Annotate_ContrastWithADatedChange_IsOfTheSameTime() => Read("""
            Trade    trade    NOUN  Number=Sing  2  nsubj
            rose     rise     VERB  Tense=Past   0  root
            by       by       ADP   _            5  case
            9        9        NUM   _            5  nummod
            percent  percent  NOUN  Number=Sing  2  obl
            in       in       ADP   _            7  case
            2021     2021     NUM   _            2  obl
            ,        ,        PUNCT _            11 punct
            while    while    SCONJ _            11 mark
            rents    rent     NOUN  Number=Plur  11 nsubj
            fell     fall     VERB  Tense=Past   2  advcl
            by       by       ADP   _            14 case
            4        4        NUM   _            14 nummod
            percent  percent  NOUN  Number=Sing  11 obl
            .        .        PUNCT _            2  punct
            """).Figures.Select(static figure => figure.AsOf).ShouldBe(["2021", "2021"]);

    [Theory]
    [InlineData("double", "double", "ADJ", "standards", "standard")]
    [InlineData("1080p", "1080p", "NUM", "screens", "screen")]
    public void Annotate_NumberThatOnlyNames_IsNoFigure(string form, string lemma, string tag, string noun, string nounLemma) => Read($"""
            They     they     PRON  _            2  nsubj
            saw      see      VERB  Tense=Past   0  root
            {form}   {lemma}  {tag} _            4  amod
            {noun}   {nounLemma} NOUN Number=Plur 2  obj
            .        .        PUNCT _            2  punct
            """).Figures.ShouldBeEmpty();

    [Fact]
    public void Annotate_DoublingDown_IsNoFigure() => Read("""
            They     they     PRON  _            2  nsubj
            doubled  double   VERB  Tense=Past   0  root
            down     down     ADP   _            2  compound:prt
            on       on       ADP   _            5  case
            promises promise  NOUN  Number=Plur  2  obl
            .        .        PUNCT _            2  punct
            """).Figures.ShouldBeEmpty();

    private static AnnotatedReport Read(string table) => new FigureAnnotator().Annotate(new TimeAnnotator().Annotate(ParsedReport.Of(table)));
}
