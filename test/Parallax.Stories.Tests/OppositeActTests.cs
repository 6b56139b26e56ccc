using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Opposite acts on one counted group.</summary>
public sealed class OppositeActTests
{
    private static AnnotatedReport Patrol(string verb, string lemma, string number, double value, string unit, string outlet, string? total = null) => Sample.Of(
        $"""
        The        the       DET    _            2  det
        patrol     patrol    NOUN   _            3  nsubj
        {verb}     {lemma}   VERB   Tense=Past|VerbForm=Fin   0  root
        {number}   {number}  NUM    _            6  nummod
        Ostran     Ostran    ADJ    _            6  amod
        {unit}s    {unit}    NOUN   Number=Plur  3  obj
        in         in        ADP    _            8  case
        Brevik     Brevik    PROPN  _            3  obl
        {total ?? "yesterday"}  {total ?? "yesterday"}  ADV  _  3  advmod
        .          .         PUNCT  _            3  punct
        """, outlet).Entity("Brevik", ActorKind.Place).Figure(number, value, unit, measures: $"Ostran {unit}s").Event(verb, lemma).Build();

    private static Conflict[] Actions(params AnnotatedReport[] reports) =>
        [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(static c => c.Kind == ConflictKind.Action)];

    [Fact]
    public void Find_TheSameNumberRescuedAndArrested_IsAConflict() =>
        Actions(Patrol("rescued", "rescue", "31", 31, "sailor", "One"), Patrol("arrested", "arrest", "31", 31, "smuggler", "Two")).ShouldHaveSingleItem().Sides.Select(static s => s.Value).ShouldBe(["rescued 31 Ostran sailors", "arrested 31 Ostran smugglers"]);

    [Fact]
    public void Find_AnotherNumber_IsNone() => Actions(Patrol("rescued", "rescue", "31", 31, "sailor", "One"), Patrol("arrested", "arrest", "12", 12, "smuggler", "Two")).ShouldBeEmpty();

    [Fact]
    public void Find_ActsThatGoTogether_IsNone() => Actions(Patrol("arrested", "arrest", "31", 31, "sailor", "One"), Patrol("killed", "kill", "31", 31, "smuggler", "Two")).ShouldBeEmpty();
}
