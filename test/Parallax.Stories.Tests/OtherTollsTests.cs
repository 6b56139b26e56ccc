using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OtherTollsTests
{
    [Theory]
    [InlineData(150, 1400, true)]
    [InlineData(150, 400, false)] // A toll grows.
    [InlineData(12, 90, false)]
    public void Differ_NumbersOfDeadFarApart_AreOfOthers(double one, double two, bool expected) => Tolls.Differ(Killed(one), Killed(two)).ShouldBe(expected);

    [Fact]
    public void Differ_KilledOrHurtBesideKilled_CountsOthers()
    {
        Tolls.Differ(Killed(200) with { IsChoice = true }, Killed(195)).ShouldBeTrue();
        Tolls.Differ(Killed(200) with { IsChoice = true }, Killed(195) with { IsChoice = true }).ShouldBeFalse();
    }

    [Theory]
    [InlineData("or", true)]
    [InlineData("and", false)]
    public void IsChoice_VerbsJoined_AreOneWithOr(string word, bool expected)
    {
        TokenLayer tokens = Sample.Of(
            $$"""
            Guards     guard     NOUN   _            3  nsubj:pass
            were       be        AUX    VerbForm=Fin 3  aux:pass
            killed     kill      VERB   Tense=Past|VerbForm=Part   0  root
            {{word}}   {{word}}  CCONJ  _            5  cc
            hurt       hurt      VERB   Tense=Past|VerbForm=Part   3  conj
            .          .         PUNCT  _            3  punct
            """, "The Norland Post").Build().Tokens;
        Tree tree = new(tokens);
        Tolls.IsChoice(tree, 2).ShouldBe(expected);
        Tolls.IsChoice(tree, 4).ShouldBe(expected);
    }

    [Theory]
    [InlineData("vale", "quill", "orsk", false)]
    [InlineData("quill", "maro", "orsk", true)]
    [InlineData("quill", "brand vale", "orsk", false)] // One name is told in full.
    public void NamedLists_WithAnotherNameEach_AreOthers(string first, string second, string third, bool expected) =>
        NamedLists.Differ(List("vale", "quill", "orsk"), List(first, second, third)).ShouldBe(expected);

    [Fact]
    public void NamedLists_OfWhichOneLacksAName_MayBeOne() => NamedLists.Differ(List("vale", "quill", "orsk", "maro"), List("vale", "quill", "orsk")).ShouldBeFalse();

    [Fact]
    public void Compare_NoneOfOnesOwn_IsNotDeniedByAnother()
    {
        Participant actor = List("norland"), own = Thing("boat") with { Owners = ["enorland"], Modifiers = ["own"], IsPlural = true };
        Proposition none = Used(actor, own, negated: true);
        PropositionMatcher.Compare(none, Used(actor, Thing("boat"), negated: false)).IsSame.ShouldBeFalse();
        PropositionMatcher.Compare(none, Used(actor, own, negated: false)).IsSame.ShouldBeTrue();
    }

    private static Participant List(params string[] names) => new() { Head = names[0], Span = new TextSpan(0, 1), Entities = [.. names.Select(static n => "e" + n).Order(StringComparer.Ordinal)], Names = [.. names.Order(StringComparer.Ordinal)], Kind = ActorKind.Person };

    private static Participant Thing(string head) => new() { Head = head, Span = new TextSpan(0, 1) };

    private static Proposition Used(Participant actor, Participant thing, bool negated) => new()
    {
        Key = "use" + negated, Report = "r1", Sentence = 0, Token = 0, Lemma = "use", Class = "use", Span = new TextSpan(0, 1), Actor = actor, Object = thing, IsNegated = negated,
    };

    private static Proposition Killed(double count) => new()
    {
        Key = "k" + count, Report = "r1", Sentence = 0, Token = 0, Lemma = "kill", Class = "kill", Span = new TextSpan(0, 1),
        Figures = [new Figure { Id = "f", Report = "r1", Start = 0, End = 1, Value = count, Low = count, High = count, Unit = "person" }],
    };
}
