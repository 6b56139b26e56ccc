using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>What is told differently of one thing, group or person in unlike sentences: a colour, a calibre, a side of a place, nations, alternatives, a home.</summary>
public sealed class ThingConflictTests
{
    private static string[] Of(ConflictKind kind, params AnnotatedReport[] reports) =>
        [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(c => c.Kind == kind && c.Relation == ConflictRelation.Conflict).Select(static c => string.Join('/', c.Sides.Select(static s => s.Value)))];

    private static AnnotatedReport Car(string colour, string outlet, string make = "Comet", string tag = "PROPN") => Sample.Of($"""
        Vera      Vera     PROPN  _            3  nsubj
        Lund      Lund     PROPN  _            1  flat
        saw       see      VERB   Tense=Past|VerbForm=Fin   0  root
        a         a        DET    _            6  det
        {colour}  {colour} ADJ    _            6  amod
        {make}    {make}   {tag}  _            3  obj
        at        at       ADP    _            9  case
        Brevik    Brevik   PROPN  _            9  compound
        harbour   harbour  NOUN   _            3  obl
        .         .        PUNCT  _            3  punct
        """, outlet).Entity("Vera Lund", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event("saw", "see").Build();

    private static AnnotatedReport Left(string colour, string make = "Comet", string tag = "PROPN") => Sample.Of($"""
        The       the      DET    _            2  det
        driver    driver   NOUN   _            3  nsubj
        left      leave    VERB   Tense=Past|VerbForm=Fin   0  root
        his       his      PRON   _            6  nmod:poss
        {colour}  {colour} ADJ    _            6  amod
        {make}    {make}   {tag}  _            3  obj
        when      when     SCONJ  _            10 mark
        Vera      Vera     PROPN  _            10 nsubj
        Lund      Lund     PROPN  _            8  flat
        fled      flee     VERB   Tense=Past|VerbForm=Fin   3  advcl
        Brevik    Brevik   PROPN  _            10 obj
        .         .        PUNCT  _            3  punct
        """, "Harbour News").Entity("Vera Lund", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event("left", "leave").Build();

    [Fact]
    public void Find_TwoColoursOfOneNamedCar_AreAConflict() => Of(ConflictKind.Status, Car("silver", "One"), Left("gray")).ShouldBe(["gray Comet/silver Comet"]);

    [Fact]
    public void Find_TwoSpellingsOfOneColour_AreNone() => Of(ConflictKind.Status, Car("grey", "One"), Left("gray")).ShouldBeEmpty();

    [Fact]
    public void Find_ColoursOfWhatMayBeTwoCars_AreNone() => Of(ConflictKind.Status, Car("silver", "One", "car", "NOUN"), Left("gray", "car", "NOUN")).ShouldBeEmpty();

    private static AnnotatedReport Gun(string calibre, string outlet, string verb = "carried", string lemma = "carry", string second = "belt") => Sample.Of($"""
        Pavel     Pavel    PROPN  _            3  nsubj
        Orsk      Orsk     PROPN  _            1  flat
        {verb}    {lemma}  VERB   Tense=Past|VerbForm=Fin   0  root
        a         a        DET    _            6  det
        {calibre} {calibre} NOUN  _            6  compound
        pistol    pistol   NOUN   _            3  obj
        in        in       ADP    _            9  case
        his       his      PRON   _            9  nmod:poss
        {second}  {second} NOUN   _            3  obl
        .         .        PUNCT  _            3  punct
        """, outlet).Entity("Pavel Orsk", ActorKind.Person).Event(verb, lemma).Build();

    [Fact]
    public void Find_TwoCalibresOfTheGun_AreAConflict() => Of(ConflictKind.Status, Gun(".38-caliber", "One"), Gun(".45-caliber", "Two", "hid", "hide")).ShouldBe([".38/.45"]);

    [Fact]
    public void Find_OneCalibre_IsNone() => Of(ConflictKind.Status, Gun(".38-caliber", "One"), Gun(".38", "Two", "hid", "hide")).ShouldBeEmpty();

    [Fact]
    public void Find_AReportOfTwoGuns_TellsNoCalibre() => Of(ConflictKind.Status, Gun(".38-caliber", "One"), Gun(".45-caliber", "Two", "hid", "hide", ".38")).ShouldBeEmpty();

    private static AnnotatedReport Sank(string side, double miles, string outlet, string verb = "sank", string lemma = "sink") => Sample.Of($"""
        The       the      DET    _            2  det
        ferry     ferry    NOUN   _            3  nsubj
        {verb}    {lemma}  VERB   Tense=Past|VerbForm=Fin   0  root
        {miles}   {miles}  NUM    _            5  nummod
        miles     mile     NOUN   Number=Plur  6  nmod
        {side}    {side}   ADV    _            3  advmod
        of        of       ADP    _            8  case
        Brevik    Brevik   PROPN  _            6  nmod
        .         .        PUNCT  _            3  punct
        """, outlet).Entity("Brevik", ActorKind.Place).Figure($"{miles} miles", miles, "km").Event(verb, lemma).Build();

    [Fact]
    public void Find_OppositeSidesOfAPlaceAtOneDistance_AreAConflict() => Of(ConflictKind.Place, Sank("east", 60, "One"), Sank("west", 60, "Two", "capsized", "capsize")).ShouldBe(["east of Brevik/west of Brevik"]);

    [Theory]
    [InlineData("northeast", 60)]
    [InlineData("west", 200)]
    public void Find_SidesThatGoTogetherOrOtherDistances_AreNone(string side, double miles) => Of(ConflictKind.Place, Sank("east", 60, "One"), Sank(side, miles, "Two", "capsized", "capsize")).ShouldBeEmpty();

    private static AnnotatedReport Held(string nations, string outlet) => Sample.Of($"""
        Guards    guard    NOUN   Number=Plur  2  nsubj
        caught    catch    VERB   Tense=Past|VerbForm=Fin   0  root
        23        23       NUM    _            5  nummod
        {nations} {nations} ADJ   _            5  amod
        fishermen fisherman NOUN  Number=Plur  2  obj
        off       off      ADP    _            7  case
        Brevik    Brevik   PROPN  _            2  obl
        .         .        PUNCT  _            2  punct
        """, outlet).Entity("Brevik", ActorKind.Place).Figure("23", 23, "fisherman", measures: "fishermen").Event("caught", "catch").Build();

    private static AnnotatedReport Parts() => Sample.Of("""
        The       the      DET    _            2  det
        navy      navy     NOUN   _            3  nsubj
        held      hold     VERB   Tense=Past|VerbForm=Fin   0  root
        12        12       NUM    _            5  nummod
        Ostran    Ostran   PROPN  _            3  obj
        and       and      CCONJ  _            9  cc
        11        11       NUM    _            9  nummod
        Varan     Varan    ADJ    _            9  amod
        fishermen fisherman NOUN  Number=Plur  5  conj
        off       off      ADP    _            11 case
        Brevik    Brevik   PROPN  _            3  obl
        .         .        PUNCT  _            3  punct
        """, "Harbour News").Entity("Brevik", ActorKind.Place).Figure("12", 12, "fisherman").Figure("11", 11, "fisherman", measures: "fishermen").Event("held", "hold").Build();

    [Fact]
    public void Find_OneNationForAGroupOfTwo_IsAConflict() => Of(ConflictKind.Status, Held("Ostran", "One"), Parts()).ShouldBe(["23 Ostran fishermen/12 Ostran and 11 Varan"]);

    [Fact]
    public void Find_AnotherNationAltogether_IsNone() => Of(ConflictKind.Status, Held("Norland", "One"), Parts()).ShouldBeEmpty();

    private static AnnotatedReport Died(string where, string outlet, string verb = "died", string lemma = "die") => Sample.Of($"""
        Vera      Vera     PROPN  _            3  nsubj
        Lund      Lund     PROPN  _            1  flat
        {verb}    {lemma}  VERB   Tense=Past|VerbForm=Fin   0  root
        at        at       ADP    _            6  case
        the       the      DET    _            6  det
        {where}   {where}  NOUN   _            3  obl
        in        in       ADP    _            8  case
        Brevik    Brevik   PROPN  _            3  obl
        .         .        PUNCT  _            3  punct
        """, outlet).Entity("Vera Lund", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event(verb, lemma).Build();

    [Fact]
    public void Find_TwoWaysThatExcludeEachOther_AreAConflict() => Of(ConflictKind.Status, Died("scene", "One"), Died("hospital", "Two")).ShouldBe(["died at the hospital/died at the scene"]);

    [Fact]
    public void Find_PlacesThatAreNoAlternatives_AreNone() => Of(ConflictKind.Status, Died("scene", "One"), Died("quay", "Two")).ShouldBeEmpty();

    private static AnnotatedReport Lives(string place, string outlet) => Sample.Of($"""
        Vera      Vera     PROPN  _            11 nsubj
        Lund      Lund     PROPN  _            1  flat
        ,         ,        PUNCT  _            5  punct
        who       who      PRON   PronType=Rel 5  nsubj
        lived     live     VERB   Tense=Past|VerbForm=Fin   1  acl:relcl
        a         a        DET    _            7  det
        mile      mile     NOUN   _            5  obl
        in        in       ADP    _            9  case
        {place}   {place}  PROPN  _            5  obl
        ,         ,        PUNCT  _            5  punct
        fell      fall     VERB   Tense=Past|VerbForm=Fin   0  root
        .         .        PUNCT  _            11 punct
        """, outlet).Entity("Vera Lund", ActorKind.Person).Entity(place, ActorKind.Place).Event("fell", "fall").Build();

    [Fact]
    public void Find_TwoHomesInARelativeClause_AreAConflict() => Of(ConflictKind.Place, Lives("Brevik", "One"), Lives("Ostmere", "Two")).ShouldBe(["Brevik/Ostmere"]);

    [Fact]
    public void Find_OneHomeInARelativeClause_IsNone() => Of(ConflictKind.Place, Lives("Brevik", "One"), Lives("Brevik", "Two")).ShouldBeEmpty();
}
