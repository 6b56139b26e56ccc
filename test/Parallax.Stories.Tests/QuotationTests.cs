using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Text;
using Parallax.Stories.Quotations;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class QuotationTests
{
    private static Utterance Utterance(string words, Manner manner = Manner.Direct, string speaker = "e1", bool translated = false) => new(
        new Statement
        {
            Id = "s" + words.Length, Report = "r", Sentence = 0, Source = new StatementSource([], speaker, speaker, speaker, ActorKind.Person), Cue = new StatementCue([], "said", "say", false, false),
            Explanation = Explanation.Of("test", "test"), Content = new SpannedText([new TextSpan(0, words.Length)], words), Manner = manner, Stance = Stance.Asserts, Root = new ChainRoot(speaker, ActorKind.Person),
        },
        translated);

    [Theory]
    [InlineData("the harbour stays closed until the piles are sound", "The harbour stays closed until the piles are sound.", QuotationRelation.Identical)]
    [InlineData("the harbour stays closed until the piles are sound and tested", "harbour stays closed until the piles are sound", QuotationRelation.Cut)]
    [InlineData("the harbour stays closed until every pile is sound and tested", "the harbour remains closed until all piles are tested and sound", QuotationRelation.Reworded)]
    public void Compare_SameSpeaker_GivesTheRelation(string left, string right, QuotationRelation relation)
    {
        UtteranceMatch match = UtteranceMatcher.Compare(Utterance(left), Utterance(right));
        match.IsSame.ShouldBeTrue();
        match.Relation.ShouldBe(relation);
    }

    [Fact]
    public void Compare_TranslatedSpeaker_IsARendering() =>
        UtteranceMatcher.Compare(Utterance("the harbour stays closed until every pile is sound and tested", translated: true), Utterance("the harbour remains closed until all piles are tested and sound", translated: true)).Relation.ShouldBe(QuotationRelation.Rendering);

    [Fact]
    public void Compare_OneIndirect_IsAParaphrase() =>
        UtteranceMatcher.Compare(Utterance("the harbour stays closed until every pile is sound and tested"), Utterance("that the harbour would stay closed until its piles were tested", Manner.Indirect)).Relation.ShouldBe(QuotationRelation.Paraphrase);

    [Fact]
    public void Compare_OtherMatterOfTheSameSpeaker_IsNotTheSame() =>
        UtteranceMatcher.Compare(Utterance("the harbour stays closed until every pile is sound and tested"), Utterance("farmers of the vale deserve a lower tax on grain")).IsSame.ShouldBeFalse();

    [Fact]
    public void Between_BracketedInsertion_KeepsItsBrackets() =>
        WordDiff.Between("the end of the war", "the end of the war [in Sedonia]").ShouldBe([new WordDifference("", "[in Sedonia]")]);
}
