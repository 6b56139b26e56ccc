using Parallax.Core.Layers;
using Parallax.Language.Names;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Names;

public sealed class PlaceSignsTests
{
    [Fact]
    public void Refine_WordAfterIn_IsNoPerson() => Refine("""
        Homes   home    NOUN   _  2  nsubj     _
        fell    fall    VERB   _  0  root      _
        in      in      ADP    _  4  case      _
        Vorna   Vorna   PROPN  _  2  obl       B-Person

        Vorna   Vorna   PROPN  _  2  nsubj     B-Person
        shook   shake   VERB   _  0  root      _
        """).ShouldBe(["City:Vorna", "City:Vorna"]);

    [Fact]
    public void Refine_LettersOfAState_AreAPlace() => Refine("""
        Brenn   Brenn   PROPN  _  2  nsubj     _
        left    leave   VERB   _  0  root      _
        N.Y.    N.Y.    PROPN  _  2  obj       B-Person
        """).ShouldBe(["City:N.Y."]);

    [Fact]
    public void Refine_WordAfterInThatSpeaks_StaysAPerson() => Refine("""
        He      he      PRON   _  2  nsubj     _
        saw     see     VERB   _  0  root      _
        promise promise NOUN   _  2  obj       _
        in      in      ADP    _  5  case      _
        Vorna   Vorna   PROPN  _  2  obl       B-Person

        Vorna   Vorna   PROPN  _  2  nsubj     B-Person
        said    say     VERB   _  0  root      _
        so      so      ADV    _  2  advmod    _
        """).ShouldBe(["Person:Vorna", "Person:Vorna"]);

    [Fact]
    public void Refine_BeliefInSomebody_TellsOfNoPlace() => Refine("""
        They    they    PRON   _  2  nsubj     _
        believe believe VERB   _  0  root      _
        in      in      ADP    _  4  case      _
        Vorna   Vorna   PROPN  _  2  obl       B-Person
        """).ShouldBe(["Person:Vorna"]);

    [Fact]
    public void Refine_VillagesInARow_AreOneNameEach() => Refine("""
        The      the     DET    _  2  det       _
        villages village NOUN   _  7  nsubj     _
        of       of      ADP    _  4  case      _
        Vorna    Vorna   PROPN  _  2  nmod      B-Organization
        and      and     CCONJ  _  4  cc        I-Organization
        Tolbek   Tolbek  PROPN  _  4  conj      I-Organization
        suffered suffer  VERB   _  0  root      _
        """).ShouldBe(["City:Vorna", "City:Tolbek"]);

    [Fact]
    public void Refine_PartnersOfAFirm_StayOneBody() => Refine("""
        Vorna    Vorna   PROPN  _  4  nsubj     B-Organization
        and      and     CCONJ  _  1  cc        I-Organization
        Tolbek   Tolbek  PROPN  _  1  conj      I-Organization
        sued     sue     VERB   _  0  root      _
        """).ShouldBe(["Organization:Vorna and Tolbek"]);

    [Fact]
    public void Refine_InitialsAndSurname_AreAPerson() => Refine("""
        P.J.    P.J.    PROPN  _  2  compound  B-Place
        Berra   Berra   PROPN  _  3  nsubj     B-Organization
        left    leave   VERB   _  0  root      _
        """).ShouldBe(["Person:P.J. Berra"]);

    [Fact]
    public void Refine_InitialsOfAState_BeginNoPerson() => Refine("""
        N.Y.    N.Y.    PROPN  _  2  compound  B-Place
        Berra   Berra   PROPN  _  3  nsubj     B-Organization
        left    leave   VERB   _  0  root      _
        """).ShouldNotContain("Person:N.Y. Berra");

    [Fact]
    public void Refine_GivenNameBeforeACountry_IsAPerson() => Refine("""
        Oslo    Oslo    PROPN  _  3  nmod:poss B-Place
        's      's      PART   _  1  case      I-Place
        Peter   Peter   PROPN  _  4  compound  I-Place
        Jordan  Jordan  PROPN  _  5  nsubj     B-Place
        left    leave   VERB   _  0  root      _
        """).ShouldBe(["City:Oslo", "Person:Peter Jordan"]);

    [Fact]
    public void Refine_NumberBeforeANoun_IsNoSeat() => Refine("""
        His     he      PRON   _  4  nmod:poss _
        No.     no.     NOUN   _  4  compound  B-Place
        10      10      NUM    _  2  nummod    I-Place
        jersey  jersey  NOUN   _  5  nsubj     _
        hangs   hang    VERB   _  0  root      _
        """).ShouldBeEmpty();

    [Fact]
    public void Refine_OfficeInLetters_IsNoBody() => Refine("""
        The       the       DET    _  3  det       _
        assistant assistant ADJ    _  3  amod      _
        GM        GM        PROPN  _  4  nsubj     B-Organization
        left      leave     VERB   _  0  root      _
        """).ShouldBeEmpty();

    [Fact]
    public void Refine_WordsBeforeAnOffice_AreAPerson() => Refine("""
        Tolo     Tolo     PROPN  _  8  nsubj     B-Place
        Vornado  Vornado  PROPN  _  1  flat      I-Place
        ,        ,        PUNCT  _  1  punct     _
        the      the      DET    _  5  det       _
        governor governor NOUN   _  1  appos     _
        of       of       ADP    _  7  case      _
        Ostby    Ostby    PROPN  _  5  nmod      B-Place
        spoke    speak    VERB   _  0  root      _
        """).ShouldBe(["Person:Tolo Vornado", "Place:Ostby"]);

    [Fact]
    public void Refine_BodyWithTheTownWhereItSits_EndsBeforeIt() => Refine("""
        The      the      DET    _  3  det       _
        Stone    Stone    PROPN  _  3  compound  B-Other
        Survey   Survey   PROPN  _  8  nsubj     I-Other
        in       in       ADP    _  5  case      I-Other
        Vorna    Vorna    PROPN  _  3  nmod      I-Other
        ,        ,        PUNCT  _  5  punct     I-Other
        Colo.    Colo.    PROPN  _  5  appos     I-Other
        left     leave    VERB   _  0  root      _
        """).ShouldContain("Other:Stone Survey");

    [Fact]
    public void Refine_YearBeforeAWord_TellsOfAThing() => Refine("""
        His      he       PRON   _  3  nmod:poss _
        2008     2008     NUM    _  3  nummod    _
        Vorna    Vorna    PROPN  _  4  nsubj     B-Person
        burned   burn     VERB   _  0  root      _
        """).ShouldBe(["Product:Vorna"]);

    private static string[] Refine(string table)
    {
        AnnotatedReport report = ParsedReport.Of(table);
        Layer<NameMention> names = NameRefiner.English.Refine(report.Tokens, report.Names);
        AnnotatedReport refined = report.With(ReportLayers.Names, names);
        SpanChecks.Check(refined);
        return [.. names.Select(n => $"{n.Kind}:{report.Report.Text.Slice(n.Span)}")];
    }
}
