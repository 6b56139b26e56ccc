using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>What is told differently of one person in unlike sentences: the length of a fall, a home, opposites.</summary>
public sealed class OnePersonConflictTests
{
    private static AnnotatedReport Fell(string metres, string outlet) => Sample.Of($"""
        Vera     Vera     PROPN  _            6  nsubj
        Lund     Lund     PROPN  _            1  flat
        ,        ,        PUNCT  _            4  punct
        aged     aged     ADJ    _            1  amod
        34       34       NUM    NumType=Card 4  obl
        died     die      VERB   Tense=Past|VerbForm=Fin   0  root
        after    after    SCONJ  _            8  mark
        falling  fall     VERB   VerbForm=Ger 6  advcl
        {metres} {metres} NUM    NumType=Card 10 nummod
        metres   metre    NOUN   _            8  obj
        .        .        PUNCT  _            6  punct
        """, outlet).Entity("Vera Lund", ActorKind.Person).Event("died", "die").Figure("34", 34, "year", entity: "Vera Lund").Figure($"{metres} metres", Number(metres), "m").Build();

    private static double Number(string digits) => double.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static Conflict[] Of(ConflictKind kind, params AnnotatedReport[] reports) => [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(c => c.Kind == kind)];

    [Fact]
    public void Find_TwoLengthsOfOneFall_AreAConflict() =>
        Of(ConflictKind.Figure, Fell("60", "One"), Fell("150", "Two")).ShouldHaveSingleItem().Sides.Select(static s => s.Value).ShouldBe(["60 metres", "150 metres"]);

    [Fact]
    public void Find_ALengthConvertedAndRounded_IsTheSame() =>
        Of(ConflictKind.Figure, Fell("60", "One"), Fell("61", "Two")).ShouldBeEmpty();

    private static AnnotatedReport Home(string place, string outlet, string age = "34") => Sample.Of($"""
        Vera     Vera     PROPN  _            9  nsubj
        Lund     Lund     PROPN  _            1  flat
        ,        ,        PUNCT  _            4  punct
        {age}    {age}    NUM    NumType=Card 1  nmod
        ,        ,        PUNCT  _            7  punct
        of       of       ADP    _            7  case
        {place}  {place}  PROPN  _            1  nmod
        ,        ,        PUNCT  _            7  punct
        waited   wait     VERB   Tense=Past|VerbForm=Fin   0  root
        .        .        PUNCT  _            9  punct
        """, outlet).Entity("Vera Lund", ActorKind.Person).Entity(place, ActorKind.Place).Event("waited", "wait").Figure(age, Number(age), "year", entity: "Vera Lund").Build();

    private static AnnotatedReport Nested() => Sample.Of("""
        Brevik   Brevik   PROPN  _            4  nsubj
        ,        ,        PUNCT  _            3  punct
        Ostmark  Ostmark  PROPN  _            1  appos
        slept    sleep    VERB   Tense=Past|VerbForm=Fin   0  root
        .        .        PUNCT  _            4  punct
        """, "Three").Entity("Brevik", ActorKind.Place).Entity("Ostmark", ActorKind.Place).Build();

    [Fact]
    public void Find_TwoHomesOfOnePerson_AreAConflictUnlessOneLiesInTheOther()
    {
        Of(ConflictKind.Place, Home("Brevik", "One"), Home("Ostmark", "Two")).ShouldHaveSingleItem().Sides.Select(static s => s.Value).ShouldBe(["Brevik", "Ostmark"]);
        Of(ConflictKind.Place, Home("Brevik", "One"), Home("Brevik", "Two")).ShouldBeEmpty();
        Of(ConflictKind.Place, Home("Brevik", "One"), Home("Ostmark", "Two"), Nested()).ShouldBeEmpty();
        Of(ConflictKind.Place, Home("Brevik", "One"), Home("County", "Two")).ShouldBeEmpty();
    }

    private static AnnotatedReport Equipped(string how, string name, string outlet) => Sample.Of($"""
        {name}   {name}   PROPN  _            4  nsubj
        was      be       AUX    VerbForm=Fin 4  cop
        {how}    {how}    ADV    _            4  advmod
        equipped equipped ADJ    _            0  root
        .        .        PUNCT  _            4  punct

        {name}~  {name}   PROPN  _            2  nsubj
        waited   wait     VERB   Tense=Past|VerbForm=Fin   0  root
        .        .        PUNCT  _            2  punct
        """.Replace("~", "", StringComparison.Ordinal), outlet).Entity(name, ActorKind.Person, null, [name, name + "~"]).Event("waited", "wait").Build();

    [Theory]
    [InlineData("insufficiently", "Lund", 1)]
    [InlineData("fully", "Lund", 0)]
    [InlineData("insufficiently", "Orsk", 0)]
    public void Find_Opposites_AreAConflictOnlyOfOnePerson(string how, string name, int expected) =>
        Of(ConflictKind.Status, Equipped("well", "Lund", "One"), Equipped(how, name, "Two")).Length.ShouldBe(expected);
}
