using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Counts of one thing in unlike sentences.</summary>
public sealed class ThingCountConflictTests
{
    private static AnnotatedReport Had(string number, double value, string kind = "written") => Sample.Of($"""
        The       the      DET    _            3  det
        harbour   harbour  NOUN   _            3  compound
        office    office   NOUN   _            4  nsubj
        had       have     VERB   Tense=Past|VerbForm=Fin   0  root
        {number}  {number} NUM    _            7  nummod
        {kind}    {kind}   ADJ    _            7  amod
        letters   letter   NOUN   Number=Plur  4  obj
        off       off      ADP    _            9  case
        Brevik    Brevik   PROPN  _            4  obl
        .         .        PUNCT  _            4  punct
        """, "The Norland Post").Entity("Brevik", ActorKind.Place).Figure(number, value, "letter", measures: kind + " letters").Event("had", "have").Build();

    private static AnnotatedReport Read(string number, double value, string? scope = null) => Sample.Of($"""
        Clerks    clerk    NOUN   Number=Plur  2  nsubj
        read      read     VERB   Tense=Past|VerbForm=Fin   0  root
        {number}  {number} NUM    _            4  nummod
        letters   letter   NOUN   Number=Plur  2  obj
        to        to       ADP    _            8  case
        the       the      DET    _            8  det
        harbour   harbour  NOUN   _            8  compound
        office    office   NOUN   _            2  obl
        of        of       ADP    _            10 case
        Brevik    Brevik   PROPN  _            8  nmod
        .         .        PUNCT  _            2  punct
        """, "Harbour News").Entity("Brevik", ActorKind.Place).Figure(number, value, "letter", measures: "letters", scope: scope).Event("read", "read").Build();

    private static string[] Values(params AnnotatedReport[] reports) =>
        [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(static c => c is { Kind: ConflictKind.Figure, Relation: ConflictRelation.Conflict }).Select(static c => string.Join('/', c.Sides.Select(static s => s.Value)))];

    [Fact]
    public void Find_OneThingCountedTwiceInUnlikeSentences_IsAConflict() => Values(Had("2,350", 2350), Read("3,000", 3000)).ShouldBe(["2,350/3,000"]);

    private static AnnotatedReport Asked(string verb, string number, double value, string outlet) => Sample.Of($"""
        The       the      DET    _            3  det
        harbour   harbour  NOUN   _            3  compound
        office    office   NOUN   _            4  nsubj
        {verb}    {verb}   VERB   Tense=Past|VerbForm=Fin   0  root
        {number}  {number} NUM    _            7  nummod
        written   written  ADJ    _            7  amod
        letters   letter   NOUN   Number=Plur  4  obj
        off       off      ADP    _            9  case
        Brevik    Brevik   PROPN  _            4  obl
        .         .        PUNCT  _            4  punct
        """, outlet).Entity("Brevik", ActorKind.Place).Figure(number, value, "letter", measures: "written letters").Build();

    [Theory]
    [InlineData("survey", 0)]
    [InlineData("sort", 1)]
    public void Find_HowManyWereAsked_IsNoConflict(string verb, int expected) => Values(Asked(verb, "2,350", 2350, "The Norland Post"), Read("3,000", 3000)).Length.ShouldBe(expected);

    [Fact]
    public void Find_CountOfAWhole_IsNotSetAgainstCountOfAPart() => Values(Had("2,350", 2350), Read("3,000", 3000, "to the harbour office")).ShouldBeEmpty();

    private static AnnotatedReport Stole(string verb, string lemma, string sum, double value, string outlet) => Sample.Of($"""
        Robbers   robber   NOUN   Number=Plur  2  nsubj
        {verb}    {lemma}  VERB   Tense=Past|VerbForm=Fin   0  root
        ${sum}    ${sum}   SYM    _            6  nmod
        million   million  NUM    _            3  nummod
        of        of       ADP    _            6  case
        pearls    pearl    NOUN   Number=Plur  2  obj
        off       off      ADP    _            8  case
        Brevik    Brevik   PROPN  _            2  obl
        .         .        PUNCT  _            2  punct
        """, outlet).Entity("Brevik", ActorKind.Place).Figure($"${sum} million", value, "USD", measures: "pearls").Event(verb, lemma).Build();

    [Fact]
    public void Find_TwoSumsOfOneRobbery_AreAConflict() => Values(Stole("took", "take", "80", 8e7, "One"), Stole("carried", "carry", "95", 9.5e7, "Two")).ShouldBe(["$80 million/$95 million"]);

    [Fact]
    public void Find_OneSumOfOneRobbery_IsNone() => Values(Stole("took", "take", "80", 8e7, "One"), Stole("carried", "carry", "80", 8e7, "Two")).ShouldBeEmpty();

    [Fact]
    public void Find_NumbersThatTellTheSort_AreNoCounts() => Values(Had("2,350-letter", 2350), Read("3,000", 3000)).ShouldBeEmpty();

    [Fact]
    public void Find_CountsOfAnotherSize_AreNone() => Values(Had("2,350", 2350), Read("9,000", 9000)).ShouldBeEmpty();

    [Fact]
    public void Find_CountsThatDifferByRounding_AreNone() => Values(Had("2,950", 2950), Read("3,000", 3000)).ShouldBeEmpty();

    private static AnnotatedReport Seized(string number, double value, string verb, string lemma, string outlet) => Sample.Of($"""
        Guards    guard    NOUN   Number=Plur  2  nsubj
        {verb}    {lemma}  VERB   Tense=Past|VerbForm=Fin   0  root
        {number}  {number} NUM    _            5  nummod
        K-12      K-12     PROPN  _            5  compound
        rifles    rifle    NOUN   Number=Plur  2  obj
        off       off      ADP    _            7  case
        Brevik    Brevik   PROPN  _            2  obl
        .         .        PUNCT  _            2  punct
        """, outlet).Entity("Brevik", ActorKind.Place).Figure(number, value, "rifle", measures: "rifles").Event(verb, lemma).Build();

    [Fact]
    public void Find_CountsOfAModel_AreAConflict() => Values(Seized("seven", 7, "seized", "seize", "One"), Seized("12", 12, "found", "find", "Two"), Seized("seven", 7, "showed", "show", "Three")).ShouldBe(["seven/12"]);

    [Fact]
    public void Find_OneCountOfAModel_IsNone() => Values(Seized("seven", 7, "seized", "seize", "One"), Seized("7", 7, "found", "find", "Two")).ShouldBeEmpty();
}
