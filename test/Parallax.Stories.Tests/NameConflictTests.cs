using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>One name in two spellings, of people and streets, and the children of one parent.</summary>
public sealed class NameConflictTests
{
    private static AnnotatedReport Hurt(string given, string name, string outlet) => Sample.Of($"""
        {given}  {given}  PROPN  _            4  nsubj:pass
        {name}   {name}   PROPN  _            1  flat
        was      be       AUX    VerbForm=Fin 4  aux:pass
        hurt     hurt     VERB   VerbForm=Part|Voice=Pass   0  root
        near     near     ADP    _            7  case
        the      the      DET    _            7  det
        harbour  harbour  NOUN   _            4  obl
        .        .        PUNCT  _            4  punct
        """, outlet).Entity($"{given} {name}", ActorKind.Person).Event("hurt", "hurt").Build();

    private static AnnotatedReport Lived(string street, string noun, string outlet) => Sample.Of($"""
        Lund     Lund     PROPN  _            2  nsubj
        lived    live     VERB   Tense=Past|VerbForm=Fin   0  root
        on       on       ADP    _            5  case
        {street} {street} PROPN  _            5  compound
        {noun}   {noun}   PROPN  _            2  obl
        .        .        PUNCT  _            2  punct
        """, outlet).Entity("Lund", ActorKind.Person).Event("lived", "live").Build();

    private static AnnotatedReport Mother(string number, double value, string outlet, string verb = "crossed", string lemma = "cross", string thing = "strait") => Sample.Of($"""
        Vera      Vera      PROPN  _            8  nsubj
        Lund      Lund      PROPN  _            1  flat
        ,         ,         PUNCT  _            4  punct
        mother    mother    NOUN   _            1  appos
        of        of        ADP    _            6  case
        {number}  {number}  NUM    _            4  nmod
        ,         ,         PUNCT  _            4  punct
        {verb}    {lemma}   VERB   Tense=Past|VerbForm=Fin   0  root
        the       the       DET    _            10 det
        {thing}   {thing}   NOUN   _            8  obj
        .         .         PUNCT  _            8  punct
        """, outlet).Entity("Vera Lund", ActorKind.Person).Event(verb, lemma).Figure(number, value, "child").Build();

    private static Conflict[] Of(ConflictKind kind, params AnnotatedReport[] reports) => [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(c => c.Kind == kind)];

    [Theory]
    [InlineData("Dorant", "Valke", ConflictRelation.Conflict)]
    [InlineData("Dorian", "Valkes", ConflictRelation.Conflict)]
    [InlineData("Doryan", "Valke", ConflictRelation.Compatible)]
    public void Find_OnePersonInTwoSpellings_IsAConflictUnlessTheySoundAlike(string given, string name, ConflictRelation relation) =>
        Of(ConflictKind.Actor, Hurt("Dorian", name == "Valkes" ? "Valker" : "Valke", "One"), Hurt(given, name, "Two")).ShouldHaveSingleItem().Relation.ShouldBe(relation);

    [Fact]
    public void Find_OnePersonInTwoSpellings_LeavesTheClaimUndisputed() =>
        new AccountBuilder(new AccountOptions()).Build([Hurt("Dorian", "Valke", "One"), Hurt("Dorant", "Valke", "Two")]).Account.Claims.ShouldNotContain(static c => c.Status == ClaimStatus.Disputed);

    [Theory]
    [InlineData("Dan", "Daniel")]
    [InlineData("Mario", "Maria")]
    [InlineData("Vera", "Odin")]
    public void Find_ShortNamesAndOthersOfTheFamily_AreNone(string left, string right) => Of(ConflictKind.Actor, Hurt(left, "Valke", "One"), Hurt(right, "Valke", "Two")).ShouldBeEmpty();

    [Fact]
    public void Find_TwoSpellingsKnownToOneReport_AreTwoPeople()
    {
        AnnotatedReport both = Sample.Of("""
            Dorian   Dorian   PROPN  _            6  nsubj:pass
            Valke    Valke    PROPN  _            1  flat
            and      and      CCONJ  _            4  cc
            Dorant   Dorant   PROPN  _            1  conj
            Valke    Valke    PROPN  _            4  flat
            left     leave    VERB   Tense=Past|VerbForm=Fin   0  root
            .        .        PUNCT  _            6  punct
            """, "Three").Entity("Dorian Valke", ActorKind.Person).Entity("Dorant Valke", ActorKind.Person).Event("left", "leave").Build();
        Of(ConflictKind.Actor, Hurt("Dorian", "Valke", "One"), Hurt("Dorant", "Valke", "Two"), both).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Philby", "Philbys", "Road", 1)]
    [InlineData("Market", "Harbour", "Street", 0)]
    [InlineData("West", "Best", "Street", 0)]
    public void Find_OneStreetInTwoSpellings_IsAConflictOfPlaces(string left, string right, string noun, int expected) => Of(ConflictKind.Place, Lived(left, "Street", "One"), Lived(right, noun, "Two")).Length.ShouldBe(expected);

    [Fact]
    public void Find_TwoNumbersOfChildren_AreAConflictOfFigures() => Of(ConflictKind.Figure, Mother("four", 4, "One"), Mother("five", 5, "Two", "left", "leave", "harbour")).ShouldHaveSingleItem().Sides.Select(static s => s.Value).ShouldBe(["four", "five"]);

    [Fact]
    public void Find_OneNumberOfChildren_IsNone() => Of(ConflictKind.Figure, Mother("four", 4, "One"), Mother("4", 4, "Two")).ShouldBeEmpty();
}
