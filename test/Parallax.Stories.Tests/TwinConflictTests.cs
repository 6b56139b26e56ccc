using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Sentences that differ in one number only, inhabitants and distances of a place.</summary>
public sealed class TwinConflictTests
{
    private static AnnotatedReport Toll(string number, double value, string outlet, string verb = "sank") => Sample.Of($"""
        The       the      DET    _            3  det
        harbour   harbour  NOUN   _            3  compound
        office    office   NOUN   _            4  nsubj
        {verb}    {verb}   VERB   Tense=Past|VerbForm=Fin   0  root
        {number}  {number} NUM    _            7  nummod
        rusty     rusty    ADJ    _            7  amod
        barges    barge    NOUN   Number=Plur  4  obj
        off       off      ADP    _            9  case
        Brevik    Brevik   PROPN  _            4  obl
        .         .        PUNCT  _            4  punct
        """, outlet).Entity("Brevik", ActorKind.Place).Figure(number, value, "barge", measures: "barges").Event(verb, verb).Build();

    private static AnnotatedReport Town(string number, double value, string outlet) => Sample.Of($"""
        Brevik      Brevik      PROPN  _            2  nsubj
        has         have        VERB   Tense=Pres|VerbForm=Fin   0  root
        a           a           DET    _            4  det
        population  population  NOUN   _            2  obj
        of          of          ADP    _            6  case
        {number}    {number}    NUM    _            4  nmod
        .           .           PUNCT  _            2  punct

        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        led        lead      VERB   Tense=Past|VerbForm=Fin   0  root
        the        the       DET    _            6  det
        harbour    harbour   NOUN   _            6  compound
        office     office    NOUN   _            3  obj
        .          .         PUNCT  _            3  punct
        """, outlet).Entity("Brevik", ActorKind.Place).Entity("Ada Quill", ActorKind.Person).Figure(number, value, "person", measures: "population").Event("led", "lead").Build();

    private static string[] Values(params AnnotatedReport[] reports) =>
        [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(static c => c is { Kind: ConflictKind.Figure, Relation: ConflictRelation.Conflict }).Select(static c => string.Join('/', c.Sides.Select(static s => s.Value)))];

    [Fact]
    public void Find_SameWordsAndAnotherNumber_IsAConflict() => Values(Toll("12", 12, "The Norland Post"), Toll("15", 15, "Harbour News")).ShouldBe(["12/15"]);

    [Fact]
    public void Find_SameWordsAndNumber_IsNone() => Values(Toll("12", 12, "The Norland Post"), Toll("12", 12, "Harbour News")).ShouldBeEmpty();

    [Fact]
    public void Find_TwoPopulationsOfOneTown_AreAConflict() => Values(Town("9,000", 9000, "The Norland Post"), Town("14,000", 14000, "Harbour News")).ShouldBe(["14,000/9,000"]);

    [Fact]
    public void Find_TwoPopulationsOfNearlyOneSize_AreNone() => Values(Town("9,000", 9000, "The Norland Post"), Town("9,300", 9300, "Harbour News")).ShouldBeEmpty();
}
