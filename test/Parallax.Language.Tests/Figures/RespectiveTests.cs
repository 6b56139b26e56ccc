using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Figures;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Figures;

/// <summary>Figures told "respectively", and figures of things that their own clause dates.</summary>
public sealed class RespectiveTests
{
    private const string Lamps = """
        They     they     PRON  _            2  nsubj
        sold     sell     VERB  Tense=Past   0  root
        the      the      DET   _            4  det
        Alder    Alder    PROPN Number=Sing  2  obj
        and      and      CCONJ _            6  cc
        Birch    Birch    PROPN Number=Sing  4  conj
        .        .        PUNCT _            2  punct


        """;

    private const string TheirReach = """
        These    these    DET   _            2  det
        lamps    lamp     NOUN  Number=Plur  3  nsubj
        shine    shine    VERB  Tense=Pres   0  root
        30       30       NUM   _            5  nummod
        km       km       NOUN  Number=Plur  3  obl
        and      and      CCONJ _            8  cc
        70       70       NUM   _            8  nummod
        km       km       NOUN  Number=Plur  5  conj
        respectively respectively ADV _      3  advmod
        .        .        PUNCT _            3  punct
        """;

    [Fact]
    public void Annotate_RowInTheSentenceBefore_EachMeasuresItsOwn() => Measures(Lamps + TheirReach).ShouldBe(["Alder", "Birch"]);

    [Fact]
    public void Annotate_RowInTheSameSentence_EachMeasuresItsOwn() => Measures("""
        Oats     oats     NOUN  Number=Plur  4  nsubj
        and      and      CCONJ _            3  cc
        barley   barley   NOUN  Number=Sing  1  conj
        rose     rise     VERB  Tense=Past   0  root
        3        3        NUM   _            6  nummod
        percent  percent  NOUN  Number=Sing  4  obj
        and      and      CCONJ _            9  cc
        5        5        NUM   _            9  nummod
        percent  percent  NOUN  Number=Sing  6  conj
        respectively respectively ADV _      4  advmod
        .        .        PUNCT _            4  punct
        """).ShouldBe(["Oats", "barley"]);

    [Fact]
    public void Annotate_NotToldRespectively_MeasureOneThing() => Measures(Lamps + TheirReach.Replace("respectively respectively ADV _      3  advmod\n", "", StringComparison.Ordinal)).ShouldNotContain("Birch");

    [Fact]
    public void Annotate_RowOfThree_DoesNotFitTwoFigures() => Measures("""
        They     they     PRON  _            2  nsubj
        sold     sell     VERB  Tense=Past   0  root
        Alder    Alder    PROPN Number=Sing  2  obj
        ,        ,        PUNCT _            5  punct
        Birch    Birch    PROPN Number=Sing  3  conj
        and      and      CCONJ _            7  cc
        Cedar    Cedar    PROPN Number=Sing  3  conj
        .        .        PUNCT _            2  punct


        """ + TheirReach).ShouldAllBe(static m => m != "Alder" && m != "Birch" && m != "Cedar");

    [Theory]
    [InlineData("2  acl:relcl", "2021")]
    [InlineData("6  advcl", null)]
    public void Annotate_RelativeClauseOfWhatIsMeasured_DatesIt(string relation, string? asOf) => Read($"""
        A        a        DET   _            2  det
        deal     deal     NOUN  Number=Sing  6  nsubj
        worth    worth    ADJ   _            2  amod
        $5       $5       NUM   _            5  nummod
        million  million  NUM   _            3  obj
        was      be       VERB  Tense=Past   0  root
        signed   sign     VERB  Tense=Past   {relation}
        in       in       ADP   _            9  case
        2021     2021     NUM   _            7  obl
        .        .        PUNCT _            6  punct
        """).Figures.ShouldHaveSingleItem().AsOf.ShouldBe(asOf);

    private static string?[] Measures(string table) => [.. Read(table).Figures.Select(static f => f.Measures?.Text)];

    private static AnnotatedReport Read(string table) => new FigureAnnotator().Annotate(new TimeAnnotator().Annotate(ParsedReport.Of(table)));
}
