using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class DenialConflictTests
{
    private static AnnotatedReport Told(string outlet) => Sample.Of(
        """
        Pavel      Pavel     PROPN  _            3  nsubj
        Orsk       Orsk      PROPN  _            1  flat
        pointed    point     VERB   Tense=Past|VerbForm=Fin   0  root
        a          a         DET    _            5  det
        gun        gun       NOUN   _            3  obj
        at         at        ADP    _            8  case
        harbour    harbour   NOUN   _            8  compound
        guards     guard     NOUN   _            3  obl
        .          .         PUNCT  _            3  punct
        """, outlet).Entity("Pavel Orsk", ActorKind.Person).Event("pointed", "point").Build();

    private static AnnotatedReport Doubted(string thing, string lemma, Stance stance) => Sample.Of(
        $"""
        The        the       DET    _            2  det
        family     family    NOUN   _            3  nsubj
        denied     deny      VERB   Tense=Past|VerbForm=Fin   0  root
        that       that      SCONJ  _            8  mark
        Pavel      Pavel     PROPN  _            8  nsubj
        Orsk       Orsk      PROPN  _            5  flat
        had        have      AUX    Tense=Past|VerbForm=Fin   8  aux
        carried    carry     VERB   Tense=Past|VerbForm=Part  3  ccomp
        a          a         DET    _            10  det
        {thing}    {lemma}   NOUN   _            8  obj
        at         at        ADP    _            13  case
        harbour    harbour   NOUN   _            13  compound
        guards     guard     NOUN   _            8  obl
        .          .         PUNCT  _            3  punct
        """, "Harbour News").Entity("Pavel Orsk", ActorKind.Person).Statement("The family", "denied", $"that Pavel Orsk had carried a {thing} at harbour guards", stance).Build();

    private static IEnumerable<Conflict> Denials(AnnotatedReport second) =>
        new AccountBuilder(new AccountOptions()).Build([Told("The Norland Post"), second]).Account.Conflicts.Where(static c => c.Kind == ConflictKind.Denial);

    [Theory]
    [InlineData(Stance.Denies)]
    [InlineData(Stance.Doubts)]
    public void Find_DenialOfOneMatterInOtherWords_IsAConflict(Stance stance)
    {
        Conflict conflict = Denials(Doubted("weapon", "weapon", stance)).ShouldHaveSingleItem();
        conflict.Relation.ShouldBe(ConflictRelation.Conflict);
        conflict.Sides.Select(static s => s.Value).ShouldBe(["is so", "is not so"]);
        conflict.Sides[1].Evidence.ShouldHaveSingleItem().Statement.ShouldNotBeNull();
    }

    [Fact]
    public void Find_DenialOfAnotherMatter_IsNone() => Denials(Doubted("lantern", "lantern", Stance.Denies)).ShouldBeEmpty();

    [Fact]
    public void Find_AssertionOfTheMatter_IsNone() => Denials(Doubted("weapon", "weapon", Stance.Asserts)).ShouldBeEmpty();
}
