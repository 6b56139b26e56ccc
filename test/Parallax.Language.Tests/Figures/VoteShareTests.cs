using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Figures;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Figures;

/// <summary>Whose share a figure of a poll or a vote is.</summary>
public sealed class VoteShareTests
{
    [Theory]
    [InlineData("leading", "lead", "Orsk", "Vale")]
    [InlineData("trailing", "trail", "Vale", "Orsk")]
    public void Annotate_TwoSharesOfAContest_AreOfEachSide(string form, string lemma, string most, string least)
    {
        Layer<Figure> figures = Read($"""
            A        a        DET   _            2  det
            survey   survey   NOUN  _            3  nsubj
            found    find     VERB  Tense=Past   0  root
            Orsk     Orsk     PROPN _            3  obj
            {form}   {lemma}  VERB  VerbForm=Ger 4  acl
            Vale     Vale     PROPN _            5  obj
            by       by       ADP   _            9  case
            15       15       NUM   _            9  nummod
            points   point    NOUN  Number=Plur  5  obl
            ,        ,        PUNCT _            12 punct
            52       52       NUM   _            12 nummod
            percent  percent  NOUN  _            9  appos
            to       to       ADP   _            15 case
            37       37       NUM   _            15 nummod
            percent  percent  NOUN  _            12 nmod
            .        .        PUNCT _            3  punct
            """);

        figures.Select(static f => f.Measures?.Text).ShouldBe(["Orsk", most, least]);
    }

    [Fact]
    public void Annotate_TwoPercentOutsideAContest_KeepWhatTheyMeasured() => Read("""
        Duty     duty     NOUN  _            2  nsubj
        fell     fall     VERB  Tense=Past   0  root
        from     from     ADP   _            5  case
        52       52       NUM   _            5  nummod
        percent  percent  NOUN  _            2  obl
        to       to       ADP   _            8  case
        37       37       NUM   _            8  nummod
        percent  percent  NOUN  _            2  obl
        .        .        PUNCT _            2  punct
        """).ShouldAllBe(static f => f.Measures!.Text == "Duty");

    [Fact]
    public void Annotate_ShareThatIsASubject_IsOfTheWholeToldBefore()
    {
        Layer<Figure> figures = Read("""
            40       40       NUM   _            2  nummod
            percent  percent  NOUN  _            5  nsubj
            of       of       ADP   _            4  case
            members  member   NOUN  Number=Plur  2  nmod
            backed   back     VERB  Tense=Past|VerbForm=Fin 0 root
            Orsk     Orsk     PROPN _            5  obj
            and      and      CCONJ _            10 cc
            23       23       NUM   _            9  nummod
            percent  percent  NOUN  _            6  conj
            favoured favour   VERB  Tense=Past|VerbForm=Fin 5 conj
            Vale     Vale     PROPN _            10 obj
            .        .        PUNCT _            5  punct
            """);

        figures.Select(static f => (f.Measures?.Text, f.Aspect)).ShouldBe([("members", FigureAspect.Share), ("members", FigureAspect.Share)]);
    }

    [Theory]
    [InlineData("Weavers", "weaver", "Weavers")]
    [InlineData("Candidates", "candidate", null)]
    public void Annotate_ShareAmongThoseAsked_IsOfThem(string form, string lemma, string? whole) => (Read($"""
        Among    among    ADP   _            2  case
        {form}   {lemma}  NOUN  Number=Plur  7  obl
        ,        ,        PUNCT _            7  punct
        56       56       NUM   _            5  nummod
        percent  percent  NOUN  _            7  nsubj
        would    would    AUX   VerbForm=Fin 7  aux
        choose   choose   VERB  VerbForm=Inf 0  root
        Vale     Vale     PROPN _            7  obj
        .        .        PUNCT _            7  punct
        """).ShouldHaveSingleItem().Measures?.Text).ShouldBe(whole);

    [Fact]
    public void Annotate_BareNumberHeldByAnother_CountsTheSame()
    {
        Layer<Figure> figures = Read("""
            Orsk     Orsk     PROPN _            2  nsubj
            has      have     VERB  _            0  root
            11       11       NUM   _            4  nummod
            seats    seat     NOUN  Number=Plur  2  obj
            and      and      CCONJ _            7  cc
            Vale     Vale     PROPN _            7  nsubj
            has      have     VERB  _            2  conj
            20       20       NUM   _            7  obj
            .        .        PUNCT _            2  punct
            """);

        figures.Select(static f => (f.Value, f.Unit)).ShouldBe([(11, "seat"), (20, "seat")]);
    }

    [Fact]
    public void Annotate_BareNumberOfAnotherVerb_CountsNothing() => Read("""
        Orsk     Orsk     PROPN _            2  nsubj
        has      have     VERB  _            0  root
        11       11       NUM   _            4  nummod
        seats    seat     NOUN  Number=Plur  2  obj
        and      and      CCONJ _            7  cc
        Vale     Vale     PROPN _            7  nsubj
        wore     wear     VERB  _            2  conj
        20       20       NUM   _            7  obj
        .        .        PUNCT _            2  punct
        """).Count.ShouldBe(1);

    [Theory]
    [InlineData("by", "Vale")]
    [InlineData("in", "ballot")]
    public void Annotate_NameBeforeWithAPercent_HasItUnlessAPlace(string preposition, string measured) => (Read($"""
        The      the      DET   _            2  det
        ballot   ballot   NOUN  _            4  nsubj
        was      be       AUX   _            4  aux:pass
        followed follow   VERB  _            0  root
        {preposition} {preposition} ADP _   6  case
        Vale     Vale     PROPN _            4  obl
        with     with     ADP   _            9  case
        20       20       NUM   _            9  nummod
        percent  percent  NOUN  _            4  obl
        .        .        PUNCT _            4  punct
        """).ShouldHaveSingleItem().Measures?.Text).ShouldBe(measured);

    private static Layer<Figure> Read(string table) => new FigureAnnotator().Annotate(new TimeAnnotator().Annotate(ParsedReport.Of(table))).Figures;
}
