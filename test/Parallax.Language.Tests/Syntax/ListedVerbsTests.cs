using Parallax.Language.Syntax;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Syntax;

public sealed class ListedVerbsTests
{
    [Theory]
    [InlineData("wounded", "wound")]
    [InlineData("captured", "capture")]
    [InlineData("met", "meet")]
    public void LemmaOf_FormOfAListedVerb_IsItsLemma(string form, string lemma) => ListedVerbs.LemmaOf(form).ShouldBe(lemma);

    // They stand in the lexicon only as what a verb is used with ("pay{tribute,compliment}").
    [Theory]
    [InlineData("compliment")]
    [InlineData("expertise")]
    public void LemmaOf_WordInsideBrackets_IsNoVerb(string form) => ListedVerbs.LemmaOf(form).ShouldBeNull();
}
