using Parallax.Core.Layers;
using Parallax.Language.Names;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Names;

public sealed class NameReadingsTests
{
    [Theory]
    [InlineData("Ohio", "Region:Georgia")]
    [InlineData("Russia", "Country:Georgia")]
    public void Refine_GeorgiaBesideAnotherPlace_IsStateAmongStatesAndCountryAmongCountries(string other, string expected) => Refine($"""
        He        he        PRON   _  2  nsubj     _
        left      leave     VERB   _  0  root      _
        Georgia   Georgia   PROPN  _  2  obj       B-Place
        for       for       ADP    _  5  case      _
        {other}   {other}   PROPN  _  2  obl       B-Place
        """)[0].ShouldBe(expected);

    [Theory]
    [InlineData("chemical", "Person", "Product")]
    [InlineData("chemical", "Place", "Product")]
    [InlineData("missile", "Person", "Product")]
    [InlineData("chemist", "Person", "Person")]
    [InlineData("village", "Place", "Place")]
    public void Refine_WordCalledAThingBesideIt_IsNobodyWhereverItStands(string called, string marked, string expected) => Refine($"""
        Varanol   Varanol   PROPN  _  6  nsubj     B-{marked}
        ,         ,         PUNCT  _  4  punct     _
        a         a         DET    _  4  det       _
        {called}  {called}  NOUN   _  1  appos     _
        ,         ,         PUNCT  _  4  punct     _
        left      leave     VERB   _  0  root      _
        Varanol   Varanol   PROPN  _  6  obj       B-{marked}
        """).ShouldBe([$"{expected}:Varanol", $"{expected}:Varanol"]);

    [Theory]
    [InlineData("Mrs", "Person:Varan")]
    [InlineData("Camp", null)]
    public void Refine_SurnameBehindAFormOfAddress_IsThePerson(string before, string? expected) => Refine($"""
        # par
        Lena      Lena      PROPN  _  3  nsubj     B-Person
        Varan     Varan     PROPN  _  1  flat      I-Person
        left      leave     VERB   _  0  root      _

        {before}  {before}  PROPN  _  2  nmod      _
        Varan     Varan     PROPN  _  3  nsubj     _
        left      leave     VERB   _  0  root      _
        """).Skip(1).ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("May", "yesterday", "Person:Lena May")]
    [InlineData("May", "5", "Person:Lena")]
    [InlineData("Monday", "yesterday", "Person:Lena")]
    public void Refine_MonthBehindAGivenName_IsTheSurnameUnlessADayFollows(string month, string next, string expected) => Refine($"""
        Minister  minister  NOUN   _  5  nsubj     _
        Lena      Lena      PROPN  _  1  flat      B-Person
        {month}   {month}   PROPN  _  2  flat      _
        {next}    {next}    NOUN   _  5  obl       _
        left      leave     VERB   _  0  root      _
        the       the       DET    _  7  det       _
        town      town      NOUN   _  5  obj       _
        behind    behind    ADV    _  5  advmod    _
        """).ShouldBe([expected]);

    [Fact]
    public void Refine_PartyAndState_IsNobody() => Refine("""
        Mary      Mary      PROPN  _  5  nsubj     B-Person
        Holt      Holt      PROPN  _  1  flat      I-Person
        ,         ,         PUNCT  _  4  punct     _
        D-Ostby   D-Ostby   PROPN  _  1  appos     B-Person
        left      leave     VERB   _  0  root      _
        """).ShouldBe(["Person:Mary Holt"]);

    [Theory]
    [InlineData("Juror", "No.", "8", "Product", "Person")]
    [InlineData("Karim", "B.", "Berra", "Place", "Person")]
    [InlineData("T.", "Y.", "Berra", "Organization", "Person")]
    [InlineData("Chamber", "of", "Trade", "Place", "Organization")]
    [InlineData("Lake", "B.", "Berra", "Place", "NaturalPlace")]
    public void Refine_FormOfAName_TellsItsKind(string first, string second, string third, string marked, string expected) => Refine($"""
        The       the       DET    _  4  det       _
        {first}   {first}   PROPN  _  5  nsubj     B-{marked}
        {second}  {second}  PROPN  _  2  flat      I-{marked}
        {third}   {third}   PROPN  _  2  flat      I-{marked}
        left      leave     VERB   _  0  root      _
        """).ShouldBe([$"{expected}:{first} {second} {third}"]);

    [Fact]
    public void Refine_WordsBeforeTheirState_AreATown() => Refine("""
        He        he        PRON   _  2  nsubj     _
        lives     live      VERB   _  0  root      _
        in        in        ADP    _  5  case      _
        Varan     Varan     PROPN  _  5  compound  B-Other
        Pass      Pass      PROPN  _  2  obl       I-Other
        ,         ,         PUNCT  _  7  punct     _
        Texas     Texas     PROPN  _  5  appos     B-Place
        .         .         PUNCT  _  2  punct     _
        """).ShouldBe(["City:Varan Pass", "Region:Texas"]);

    [Fact]
    public void Refine_CapitalsInThePluralAndDisease_AreNoNames() => Refine("""
        Two       two       NUM    _  2  nummod    _
        ABCs      abc       NOUN   _  3  nsubj     B-Product
        treat     treat     VERB   _  0  root      _
        Varan     Varan     PROPN  _  6  nmod:poss B-Person
        's        's        PART   _  4  case      _
        disease   disease   NOUN   _  3  obj       _
        """).ShouldBe([]);

    [Theory]
    [InlineData("sitcom", "Other:Varan Larder")]
    [InlineData("lawyer", "Person:Varan Larder")]
    public void Refine_NameBehindANounForAWork_IsAWork(string noun, string expected) => Refine($"""
        The       the       DET    _  2  det       _
        {noun}    {noun}    NOUN   _  5  nsubj     _
        Varan     Varan     PROPN  _  2  appos     B-Person
        Larder    Larder    PROPN  _  3  flat      I-Person
        ended     end       VERB   _  0  root      _
        """).ShouldBe([expected]);

    [Theory]
    [InlineData("Club", "Organization:Ned's Club")]
    [InlineData("Sister", "Person:Ned")]
    [InlineData("club", "Person:Ned")]
    public void Refine_HouseCalledAfterSomebody_IsNotHim(string noun, string expected) => Refine($"""
        He        he        PRON   _  2  nsubj     _
        stood     stand     VERB   _  0  root      _
        outside   outside   ADP    _  7  case      _
        the       the       DET    _  7  det       _
        Ned       Ned       PROPN  _  7  nmod:poss B-Person
        's        's        PART   _  5  case      _
        {noun}    {noun}    NOUN   _  2  obl       _
        .         .         PUNCT  _  2  punct     _
        """).ShouldBe([expected]);

    [Theory]
    [InlineData("Herald", "Herald on Sunday")]
    [InlineData("Gazette", "Gazette")]
    public void Refine_PaperWithItsDay_KeepsTheDay(string paper, string expected) => Refine($"""
        He        he        PRON   _  2  nsubj     _
        told      tell      VERB   _  0  root      _
        the       the       DET    _  4  det       _
        {paper}   {paper}   PROPN  _  2  obj       B-Organization
        on        on        ADP    _  6  case      _
        Sunday    Sunday    PROPN  _  2  obl       _
        .         .         PUNCT  _  2  punct     _
        """).ShouldBe([$"Organization:{expected}"]);

    [Fact]
    public void Refine_PaperCalledWithoutTheDayAsWell_IsToldOnThatDay() => Refine("""
        He        he        PRON   _  2  nsubj     _
        told      tell      VERB   _  0  root      _
        the       the       DET    _  4  det       _
        Herald    Herald    PROPN  _  2  obj       B-Organization
        on        on        ADP    _  6  case      _
        Sunday    Sunday    PROPN  _  2  obl       _
        ,         ,         PUNCT  _  10 punct     _
        the       the       DET    _  9  det       _
        Herald    Herald    PROPN  _  10 nsubj     B-Organization
        wrote     write     VERB   _  2  parataxis _
        .         .         PUNCT  _  2  punct     _
        """).ShouldBe(["Organization:Herald", "Organization:Herald"]);

    [Theory]
    [InlineData("KVRN", "TV", "Organization:KVRN-TV")]
    [InlineData("KVRN", "based", "Product:KVRN")]
    public void Refine_CallSign_IsAStationWithItsEnding(string sign, string ending, string expected) => Refined(ParsedReport.Over($"A report from {sign}-{ending} ended", $"""
        A         a         DET    _  2  det       _
        report    report    NOUN   _  7  nsubj     _
        from      from      ADP    _  6  case      _
        {sign}    {sign}    PROPN  _  6  compound  B-Product
        -         -         PUNCT  _  6  punct     _
        {ending}  {ending}  PROPN  _  2  nmod      _
        ended     end       VERB   _  0  root      _
        """)).ShouldBe([expected]);

    private static string[] Refine(string table) => Refined(ParsedReport.Of(table));

    private static string[] Refined(AnnotatedReport report)
    {
        Layer<NameMention> names = NameRefiner.English.Refine(report.Tokens, report.Names);
        SpanChecks.Check(report.With(ReportLayers.Names, names));
        return [.. names.Select(n => $"{n.Kind}:{report.Report.Text.Slice(n.Span)}")];
    }
}
