using Parallax.Core.Layers;
using Parallax.Language.Names;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Names;

public sealed class NameRefinerTests
{
    [Fact]
    public void Refine_TitlesPossessivesAndArticles_ComeOffTheEdges() => Refine("""
        The     the     DET    _  2  det        B-Organization
        Halden  Halden  PROPN  _  5  nmod:poss  I-Organization
        Bank    bank    PROPN  _  2  flat       I-Organization
        's      's      PART   _  2  case       I-Organization
        chief   chief   NOUN   _  9  nsubj      _
        Foreign foreign ADJ    _  7  amod       B-Person
        Minister minister NOUN _  8  compound   I-Person
        Berra   Berra   PROPN  _  5  appos      I-Person
        spoke   speak   VERB   _  0  root       _
        """).ShouldBe(["Organization:Halden Bank", "Person:Berra"]);

    [Fact]
    public void Refine_NameInSmallLetters_IsOneWhereTheSentenceIsWrittenSo() => Refine("""
        hello   hello   INTJ   _  0  root       _
        from    from    ADP    _  3  case       _
        varan   varan   PROPN  _  1  obl        B-Place
        """).ShouldBe(["Place:varan"]);

    [Fact]
    public void Refine_CommonWordInSmallLetters_IsNone() => Refine("""
        The     the     DET    _  2  det        _
        girls   girl    NOUN   _  3  nsubj      _
        wore    wear    VERB   _  0  root       _
        varans  varan   PROPN  _  3  obj        B-Person
        """).ShouldBe([]);

    [Fact]
    public void Refine_InitialAndGivenName_TakeTheSurnameBehindThem() => Refine("""
        then    then    ADV    _  5  advmod     _
        W.      W.      PROPN  _  5  nsubj      B-Person
        Peter   Peter   PROPN  _  2  flat       I-Person
        Held    hold    VERB   _  2  dep        _
        died    die     VERB   _  0  root       _
        """).ShouldBe(["Person:W. Peter Held"]);

    [Theory]
    [InlineData("Held", "wrote", "VERB", "VerbForm=Fin", 2)]
    [InlineData("Held", "upright", "ADJ", "_", 1)]
    [InlineData("Kept", "wrote", "VERB", "VerbForm=Fin", 1)]
    public void Refine_SurnameThatTheParserTakesForAVerb_IsANameBeforeAVerb(string word, string next, string tag, string features, int expected) => Refine($"""
        Peter   Peter   PROPN  _  3  nsubj      B-Person
        Held    Held    PROPN  _  1  flat       I-Person
        died    die     VERB   VerbForm=Fin  0  root  _

        {word}  hold    VERB   _  0  root       _
        {next}  {next}  {tag}  {features}  1  dep  _
        that    that    SCONJ  _  2  dep        _
        letter  letter  NOUN   _  2  obj        _
        """).Length.ShouldBe(expected);

    [Fact]
    public void Refine_PagesYearsAndPrizes_AreNoNames() => Refine("""
        Page    page    PROPN  _  4  nsubj      B-Product
        20      20      NUM    _  1  nummod     I-Product
        once    once    ADV    _  4  advmod     _
        told    tell    VERB   _  0  root       _
        Mr.     Mr.     PROPN  _  6  compound   B-Other
        Dorn    Dorn    PROPN  _  4  obj        I-Other
        """).ShouldBe(["Person:Dorn"]);

    [Fact]
    public void Refine_Places_AreToldApart() => Refine("""
        Ships   ship    NOUN   _  2  nsubj      _
        left    leave   VERB   _  0  root       _
        Odesa   Odesa   PROPN  _  2  obj        B-Place
        for     for     ADP    _  6  case       _
        Lake    Lake    PROPN  _  6  compound   B-Place
        Vorn    Vorn    PROPN  _  2  obl        I-Place
        and     and     CCONJ  _  9  cc         _
        Tolan   Tolan   PROPN  _  9  compound   B-Place
        Province Province PROPN _ 6  conj       I-Place
        in      in      ADP    _ 11  case       _
        Kenya   Kenya   PROPN  _  2  obl        B-Organization
        """).ShouldBe(["City:Odesa", "NaturalPlace:Lake Vorn", "Region:Tolan Province", "Country:Kenya"]);

    [Fact]
    public void Refine_NameAfterWordForVessels_IsAProduct() => Refine("""
        The     the     DET    _  2  det       _
        ferry   ferry   NOUN   _  4  nsubj     _
        Marisol Marisol PROPN  _  2  appos     B-Person
        met     meet    VERB   _  0  root      _
        INS     INS     PROPN  _  6  compound  B-Organization
        Varan   Varan   PROPN  _  4  obj       I-Organization
        """).ShouldBe(["Product:Marisol", "Product:INS Varan"]);

    [Fact]
    public void Refine_DescriptionsBeforeNames_ComeOff() => Refine("""
        Fellow  fellow  NOUN   _  3  compound  _
        brewer  brewer  NOUN   _  3  compound  B-Organization
        Haldane Haldane PROPN  _  4  nsubj     I-Organization
        praised praise  VERB   _  0  root      _
        Tolan   Tolan   PROPN  _  7  compound  B-Organization
        LLC     LLC     PROPN  _  5  flat      I-Organization
        Peter   Peter   PROPN  _  4  obj       I-Organization
        Dorn    Dorn    PROPN  _  7  flat      I-Organization
        """).ShouldBe(["Organization:Haldane", "Organization:Tolan LLC", "Person:Peter Dorn"]);

    [Fact]
    public void Refine_PiecesOfOtherWords_AreNoNames() => Refine("""
        The       the       DET    _  2  det       _
        Secretary secretary PROPN  _  5  nsubj     _
        of        of        ADP    _  4  case      _
        State     State     PROPN  _  2  nmod      B-Organization
        went      go        VERB   _  0  root      _
        on        on        ADP    _  7  case      _
        board     board     NOUN   _  5  obl       B-Organization
        in        in        ADP    _  9  case      _
        November  November  PROPN  _  5  obl       B-Event
        (         (         PUNCT  _ 11  punct     _
        L         L         PROPN  _  5  dep       B-Person
        )         )         PUNCT  _ 11  punct     _
        """).ShouldBeEmpty();

    [Fact]
    public void Refine_DegreesAndAbbreviations_AreNoNames() => Refine("""
        Ada     Ada     PROPN  _  6  nsubj     B-Person
        Dorn    Dorn    PROPN  _  1  flat      I-Person
        ,       ,       PUNCT  _  4  punct     _
        MD      MD      PROPN  _  1  appos     B-Place
        ,       ,       PUNCT  _  4  punct     _
        denied  deny    VERB   _  0  root      _
        a       a       DET    _  9  det       _
        DUI     DUI     PROPN  _  9  compound  B-Organization
        charge  charge  NOUN   _  6  obj       _
        """).ShouldBe(["Person:Ada Dorn"]);

    [Fact]
    public void Refine_StateBehindATown_StaysAPlace() => Refine("""
        Tolan   Tolan   PROPN  _  2  nsubj     B-Organization
        left    leave   VERB   _  0  root      _
        Orsted  Orsted  PROPN  _  2  obj       B-Place
        ,       ,       PUNCT  _  5  punct     _
        MD      MD      PROPN  _  3  appos     B-Place
        """).ShouldBe(["Organization:Tolan", "Place:Orsted", "Place:MD"]);

    [Fact]
    public void Refine_MountainsHutsAndPrizes_AreNoPersons() => Refine("""
        Mt      Mt      PROPN  _  4  nsubj     B-Person
        Varan   Varan   PROPN  _  1  flat      I-Person
        Hut     Hut     PROPN  _  1  flat      I-Person
        closed  close   VERB   _  0  root      _
        after   after   ADP    _  8  case      _
        Lena    Lena    PROPN  _  8  compound  B-Person
        Dorn    Dorn    PROPN  _  6  flat      I-Person
        Prize   Prize   PROPN  _  4  obl       I-Person
        """).ShouldBe(["NaturalPlace:Mt Varan Hut", "Other:Lena Dorn Prize"]);

    [Fact]
    public void Refine_BodyTakenForAPlace_IsABody() => Refine("""
        The     the     DET    _  4  det       _
        Tolan   Tolan   PROPN  _  4  compound  B-Place
        Highway Highway PROPN  _  4  compound  I-Place
        Patrol  Patrol  PROPN  _  5  nsubj     I-Place
        stopped stop    VERB   _  0  root      _
        the     the     DET    _  8  det       _
        London  London  PROPN  _  8  compound  B-Place
        Rovers  Rovers  PROPN  _  5  obj       I-Place
        """).ShouldBe(["Organization:Tolan Highway Patrol", "Organization:London Rovers"]);

    [Fact]
    public void Refine_PeopleAndCountryAroundAPerson_ComeOff() => Refine("""
        Norwegian Norwegian PROPN _  4  amod   B-Person
        Lena    Lena    PROPN  _  4  nsubj     I-Person
        Dorn    Dorn    PROPN  _  2  flat      I-Person
        met     meet    VERB   _  0  root      _
        Ada     Ada     PROPN  _  4  obj       B-Person
        Roe     Roe     PROPN  _  5  flat      I-Person
        U.S.    U.S.    PROPN  _  5  flat      I-Person
        """).ShouldBe(["Norp:Norwegian", "Person:Lena Dorn", "Person:Ada Roe", "Country:U.S."]);

    [Fact]
    public void Refine_TeamAndCountryBeforeATitle_AreNoPersonAndNoBody() => Refine("""
        The     the     DET    _  5  det       _
        Mt      Mt      PROPN  _  5  compound  B-Person
        Varan   Varan   PROPN  _  5  compound  I-Person
        Rescue  Rescue  PROPN  _  5  compound  I-Person
        Team    Team    PROPN  _  6  nsubj     I-Person
        thanked thank   VERB   _  0  root      _
        the     the     DET    _  8  det       _
        leader  leader  NOUN   _  6  obj       _
        of      of      ADP    _ 12  case      _
        Norway  Norway  PROPN  _ 12  compound  B-Organization
        Imam    Imam    PROPN  _ 12  compound  I-Organization
        Hadi    Hadi    PROPN  _  8  nmod      I-Organization
        """).ShouldBe(["Organization:Mt Varan Rescue Team", "Person:Hadi", "Country:Norway"], ignoreOrder: true);

    [Fact]
    public void Refine_MountBeforeAName_BelongsToIt() => Refine("""
        Climbers climber NOUN  _  2  nsubj     _
        left    leave   VERB   _  0  root      _
        Mt      Mt      PROPN  _  4  compound  B-Product
        Varan   Varan   PROPN  _  2  obj       B-Person
        """).ShouldBe(["NaturalPlace:Mt Varan"]);

    [Fact]
    public void Refine_TownBeforeItsPoliceOrItsState_IsATown() => Refine("""
        Ostby   Ostby   PROPN  _  2  compound  B-Organization
        police  police  NOUN   _  3  nsubj     _
        met     meet    VERB   _  0  root      _
        in      in      ADP    _  5  case      _
        Tolan   Tolan   PROPN  _  3  obl       B-Person
        ,       ,       PUNCT  _  7  punct     _
        Michigan Michigan PROPN _ 5  appos     B-Place
        .       .       PUNCT  _  3  punct     _
        """).ShouldBe(["City:Ostby", "City:Tolan", "Region:Michigan"]);

    [Fact]
    public void Refine_ShipAfterItsFullName_IsTheShip() => Refine("""
        Norwegian Norwegian PROPN _ 3 compound B-Organization
        INS     INS     PROPN  _  3  compound  I-Organization
        Varan   Varan   PROPN  _  4  nsubj     I-Organization
        sailed  sail    VERB   _  0  root      _
        .       .       PUNCT  _  4  punct     _

        The     the     DET    _  2  det       _
        Varan   Varan   PROPN  _  3  nsubj     B-Person
        sank    sink    VERB   _  0  root      _
        """).ShouldBe(["Norp:Norwegian", "Product:INS Varan", "Product:Varan"]);

    [Fact]
    public void Refine_NameWithGeneration_IsAPersonWhoseSurnameIsTheWordBefore() => Refine("""
        Arlo    Arlo    PROPN  _  4  nsubj     B-Other
        Brenn   Brenn   PROPN  _  1  flat      I-Other
        Jr.     Jr.     PROPN  _  1  flat      I-Other
        fled    flee    VERB   _  0  root      _
        .       .       PUNCT  _  4  punct     _

        Brenn   Brenn   PROPN  _  2  nsubj     _
        ran     run     VERB   _  0  root      _
        .       .       PUNCT  _  2  punct     _
        """).ShouldBe(["Person:Arlo Brenn Jr.", "Person:Brenn"]);

    [Fact]
    public void Refine_OfficeBehindTheNameAndOfficeAlone_AreNoNames() => Refine("""
        Captain Captain PROPN  _  3  compound  B-Other
        Ilka    Ilka    PROPN  _  3  compound  I-Other
        Brenn   Brenn   PROPN  _  10 nsubj     I-Other
        ,       ,       PUNCT  _  7  punct     I-Other
        Chief   Chief   PROPN  _  7  compound  I-Other
        Press   Press   PROPN  _  7  compound  I-Other
        Officer Officer PROPN  _  3  appos     I-Other
        ,       ,       PUNCT  _  9  punct     I-Other
        Harbour Harbour PROPN  _  7  appos     I-Other
        spoke   speak   VERB   _  0  root      _
        .       .       PUNCT  _  10 punct     _

        Press   Press   PROPN  _  2  compound  B-Person
        Officer Officer PROPN  _  5  nsubj     I-Person
        ,       ,       PUNCT  _  4  punct     I-Person
        Harbour Harbour PROPN  _  2  appos     I-Person
        left    leave   VERB   _  0  root      _
        .       .       PUNCT  _  5  punct     _
        """).ShouldBe(["Person:Ilka Brenn"]);

    [Fact]
    public void Refine_UnmarkedNameBeforeAnAge_IsAPersonEverywhere() => Refine("""
        Brenn   Brenn   PROPN  _  5  nsubj     _
        ,       ,       PUNCT  _  3  punct     _
        49      49      NUM    _  1  amod      _
        ,       ,       PUNCT  _  1  punct     _
        fled    flee    VERB   _  0  root      _
        .       .       PUNCT  _  5  punct     _

        Guards  guard   NOUN   _  2  nsubj     _
        caught  catch   VERB   _  0  root      _
        Brenn   Brenn   PROPN  _  2  obj       _
        .       .       PUNCT  _  2  punct     _
        """).ShouldBe(["Person:Brenn", "Person:Brenn"]);

    [Fact]
    public void Refine_NameBeforeAnAge_IsAPersonWithoutTheAge() => Refine("""
        Arlo    Arlo    PROPN  _  6  nsubj     B-Product
        Brenn   Brenn   PROPN  _  1  flat      I-Product
        ,       ,       PUNCT  _  4  punct     I-Product
        49      49      NUM    _  1  amod      I-Product
        ,       ,       PUNCT  _  1  punct     _
        fled    flee    VERB   _  0  root      _
        .       .       PUNCT  _  6  punct     _
        """).ShouldBe(["Person:Arlo Brenn"]);

    [Fact]
    public void Refine_ShortFormOfAPerson_IsAPerson() => Refine("""
        Lena    Lena    PROPN  _  3  nsubj  B-Person
        Berra   Berra   PROPN  _  1  flat   I-Person
        won     win     VERB   _  0  root   _
        .       .       PUNCT  _  3  punct  _

        Critics critic  NOUN   _  2  nsubj  _
        blame   blame   VERB   _  0  root   _
        Berra   Berra   PROPN  _  2  obj    _
        .       .       PUNCT  _  2  punct  _

        Berra   Berra   PROPN  _  2  nsubj  B-Organization
        left    leave   VERB   _  0  root   _
        """).ShouldBe(["Person:Lena Berra", "Person:Berra", "Person:Berra"]);

    [Fact]
    public void Refine_SurnameThatIsATitleToo_IsThePersonWhereNoNameFollows() => Refine("""
        Talia   Talia   PROPN  _  3  nsubj  B-Person
        King    King    PROPN  _  1  flat   I-Person
        won     win     VERB   _  0  root   _
        .       .       PUNCT  _  3  punct  _

        King    King    PROPN  _  2  nsubj  _
        met     meet    VERB   _  0  root   _
        the     the     DET    _  4  det    _
        King    King    PROPN  _  2  obj    _
        .       .       PUNCT  _  2  punct  _
        """).ShouldBe(["Person:Talia King", "Person:King"]);

    [Fact]
    public void Refine_ListedNamesThatWerePassedOver_AreAdded() => Refine("""
        Peruvian Peruvian ADJ  _  2  amod   _
        officials official NOUN _ 3  nsubj  _
        accuse  accuse  VERB   _  0  root   _
        Bolivia Bolivia PROPN  _  3  obj    _
        """).ShouldBe(["Norp:Peruvian", "Country:Bolivia"]);

    [Fact]
    public void Refine_ListedNameInsideALongerOne_IsNotAdded() => Refine("""
        Paris   Paris   PROPN  _  2  compound  _
        Hilton  Hilton  PROPN  _  3  nsubj     _
        sang    sing    VERB   _  0  root      _
        """).ShouldBeEmpty();

    [Fact]
    public void Refine_CommonWordMarkedAsProduct_IsDropped() => Refine("""
        However however ADV    _  3  advmod    B-Product
        it      it      PRON   _  3  nsubj     _
        flew    fly     VERB   _  0  root      _
        """).ShouldBeEmpty();

    [Fact]
    public void Refine_WordWithNumber_IsAModel() => Refine("""
        Two     two     NUM    _  2  nummod    _
        Korvan  Korvan  PROPN  _  5  nsubj     B-Person
        -       -       PUNCT  _  2  punct     _
        7       7       NUM    _  2  flat      _
        crashed crash   VERB   _  0  root      _
        """).ShouldBe(["Product:Korvan-7"]);

    [Fact]
    public void Refine_OneSpellingTwoKinds_TakesTheMoreFrequent() => Refine("""
        Orvex   Orvex   PROPN  _  2  nsubj  B-Organization
        grew    grow    VERB   _  0  root   _

        Orvex   Orvex   PROPN  _  2  nsubj  B-Place
        fell    fall    VERB   _  0  root   _

        Orvex   Orvex   PROPN  _  2  nsubj  B-Organization
        rose    rise    VERB   _  0  root   _
        """).ShouldBe(["Organization:Orvex", "Organization:Orvex", "Organization:Orvex"]);

    [Fact]
    public void Refine_CountryAndSurnameInOne_AreTwoNames() => Refine("""
        Ada     Ada     PROPN  _  3  nsubj  B-Person
        Karim   Karim   PROPN  _  1  flat   I-Person
        left    leave   VERB   _  0  root   _

        On      on      ADP    _  2  case   _
        Chad    Chad    PROPN  _  4  obl    B-Place
        Karim   Karim   PROPN  _  4  nsubj  I-Place
        spoke   speak   VERB   _  0  root   _
        """).ShouldBe(["Person:Ada Karim", "Country:Chad", "Person:Karim"]);

    [Fact]
    public void Refine_NicknameInBrackets_IsInsideOneName() => Refine("""
        Karim   Karim   PROPN  _  6  nsubj  B-Person
        (       (       PUNCT  _  3  punct  _
        Kit     Kit     PROPN  _  1  appos  B-Event
        )       )       PUNCT  _  3  punct  I-Event
        Hadi    Hadi    PROPN  _  1  flat   I-Event
        spoke   speak   VERB   _  0  root   _
        """).ShouldBe(["Person:Karim (Kit) Hadi"]);

    [Fact]
    public void Refine_RankBeforeAPlaceOfNoList_IsAPersons() => Refine("""
        Sgt.    Sgt.    PROPN  _  3  compound  B-Place
        Brannik Brannik PROPN  _  3  compound  I-Place
        Orvel   Orvel   PROPN  _  4  nsubj     I-Place
        spoke   speak   VERB   _  0  root      _
        """).ShouldBe(["Person:Brannik Orvel"]);

    [Fact]
    public void Refine_PlaceAndOfficeBeforeAName_AreNoPartOfIt() => Refine("""
        New         New         PROPN  _  3  compound  B-Place
        York        York        PROPN  _  3  compound  I-Place
        Councilman  Councilman  PROPN  _  5  compound  I-Place
        Brannik     Brannik     PROPN  _  5  compound  I-Place
        Orvel       Orvel       PROPN  _  6  nsubj     I-Place
        spoke       speak       VERB   _  0  root      _
        """).ShouldContain("Person:Brannik Orvel");

    [Theory]
    [InlineData("KV5", "Organization:KV5")]
    [InlineData("KVRD", "Organization:KVRD")]
    [InlineData("ORVA", "Person:ORVA")]
    [InlineData("Orv", "Person:Orv")]
    public void Refine_PersonInCapitals_IsABody(string name, string expected) => Refine($"""
        She     she     PRON   _  2  nsubj  _
        told    tell    VERB   _  0  root   _
        {name}  {name}  PROPN  _  2  obj    B-Person
        about   about   ADP    _  6  case   _
        that    that    DET    _  6  det    _
        boat    boat    NOUN   _  2  obl    _
        """).ShouldBe([expected]);

    [Theory]
    [InlineData("Korlan", "Ave.")]
    [InlineData("5th", "St.")]
    public void Refine_Street_IsAFacility(string name, string street) => Refine($"""
        They      they      PRON   _  2  nsubj     _
        met       meet      VERB   _  0  root      _
        on        on        ADP    _  5  case      _
        {name}    {name}    PROPN  _  5  compound  B-Organization
        {street}  {street}  PROPN  _  2  obl       I-Organization
        """).ShouldBe([$"Facility:{name} {street}"]);

    [Fact]
    public void Refine_RelativeMarkedAsPlace_IsAPerson() => Refine("""
        Ada      Ada      PROPN  _  3  nsubj  B-Person
        Brannik  Brannik  PROPN  _  1  flat   I-Person
        left     leave    VERB   _  0  root   _

        Orvel    Orvel    PROPN  _  3  nsubj  B-Place
        Brannik  Brannik  PROPN  _  1  flat   I-Place
        stayed   stay     VERB   _  0  root   _

        Orvel    Orvel    PROPN  _  2  nsubj  B-Place
        slept    sleep    VERB   _  0  root   _
        """).ShouldBe(["Person:Ada Brannik", "Person:Orvel Brannik", "Person:Orvel"]);

    private static string[] Refine(string table)
    {
        AnnotatedReport report = ParsedReport.Of(table);
        Layer<NameMention> names = NameRefiner.English.Refine(report.Tokens, report.Names);
        AnnotatedReport refined = report.With(ReportLayers.Names, names);
        SpanChecks.Check(refined);
        return [.. names.Select(n => $"{n.Kind}:{report.Report.Text.Slice(n.Span)}")];
    }
}
