using Parallax.Language.Syntax;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Syntax;

public sealed class IrregularVerbsTests
{
    [Theory]
    [InlineData("risen", "rise")]
    [InlineData("sought", "seek")]
    [InlineData("cut", "cut")]
    [InlineData("withdrew", "withdraw")]
    [InlineData("mistook", "mistake")]
    [InlineData("overheard", "overhear")]
    public void LemmaOf_ListedOrPrefixedForm_IsItsLemma(string form, string lemma) => IrregularVerbs.LemmaOf(form).ShouldBe(lemma);

    [Theory]
    [InlineData("aground")]
    [InlineData("report")]
    [InlineData("upset")]
    [InlineData("walked")]
    [InlineData("")]
    public void LemmaOf_OtherWord_IsNull(string form) => IrregularVerbs.LemmaOf(form).ShouldBeNull();

    [Fact]
    public void Forms_EachForm_HasItsLemmaAmongTheForms()
    {
        Dictionary<string, string> forms = new(IrregularVerbs.Forms, StringComparer.Ordinal);
        forms.Values.ShouldAllBe(lemma => forms[lemma] == lemma);
    }
}
