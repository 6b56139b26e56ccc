using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Refusals;

/// <summary>What the network reads as words of somebody: kept where it says something, left out where the verb has another sense.</summary>
public sealed class SensesReadTests
{
    [Theory]
    [InlineData("off", 0)]
    [InlineData("only", 1)]
    public void Find_StepThatIsTakenBack_IsNoPraise(string next, int expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj B-Person
        backed back VERB VerbForm=Fin|Tense=Past 0 root _
        {next} {next} ADV _ 2 advmod _
        dams dam NOUN Number=Plur 2 obj _
        . . PUNCT _ 2 punct _
        """, new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 3, 1, -1, 1)).Count.ShouldBe(expected);

    [Theory]
    [InlineData("clubs", "_", 0)]
    [InlineData("clubs", ",", 1)]
    public void Find_ThoseWhoOppose_AreAKindOfPeople(string who, string mark, int expected) => Find($"""
        # par
        {who} club NOUN Number=Plur 5 nsubj _
        {(mark == "," ? ", , PUNCT _ 3 punct _" : "there there ADV _ 1 advmod _")}
        opposing oppose VERB VerbForm=Ger 1 acl _
        Lund Lund PROPN Number=Sing 3 obj B-Person
        met meet VERB VerbForm=Fin|Tense=Past 0 root _
        . . PUNCT _ 5 punct _
        """, new("source", 0, 1, -1, 1), new("cue", 2, 1, -1, 1), new("content", 3, 1, -1, 1)).Count.ShouldBe(expected);

    [Fact]
    public void Find_ClerkCalledByTelephone_IsGivenNoName() => Find("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj B-Person
        called call VERB VerbForm=Fin|Tense=Past 0 root _
        a a DET _ 4 det _
        clerk clerk NOUN Number=Sing 2 obj _
        , , PUNCT _ 6 punct _
        Ada Ada PROPN Number=Sing 4 appos B-Person
        . . PUNCT _ 2 punct _
        """, new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 4, -1, 1)).ShouldBeEmpty();

    [Theory]
    [InlineData("clear", 1)]
    [InlineData("shut", 0)]
    public void Find_WhatIsMadeClear_IsSaid(string adjective, int expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 3 nsubj B-Person
        has have AUX VerbForm=Fin 3 aux _
        made make VERB Tense=Past|VerbForm=Part 0 root _
        {adjective} {adjective} ADJ Degree=Pos 3 xcomp _
        that that SCONJ _ 7 mark _
        he he PRON Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs 7 nsubj _
        stays stay VERB Mood=Ind|VerbForm=Fin|Tense=Pres 4 ccomp _
        . . PUNCT _ 3 punct _
        """, new("source", 0, 1, -1, 1), new("cue", 1, 3, -1, 1), new("content", 4, 3, -1, 1)).Count.ShouldBe(expected);

    [Theory]
    [InlineData("charge", "that it leaked")]
    [InlineData("story", "a story that")]
    public void Find_ChargeThatIsDenied_IsDeniedByWhatItSays(string noun, string expected)
    {
        Layer<Statement> found = Find($"""
            # par
            Lund Lund PROPN Number=Sing 2 nsubj B-Person
            complained complain VERB Mood=Ind|VerbForm=Fin|Tense=Past 0 root _
            that that SCONJ _ 5 mark _
            it it PRON _ 5 nsubj _
            leaked leak VERB Mood=Ind|VerbForm=Fin|Tense=Past 2 ccomp _
            , , PUNCT _ 8 punct _
            a a DET _ 8 det _
            {noun} {noun} NOUN Number=Sing 5 parataxis _
            that that PRON PronType=Rel 11 obj _
            Bell Bell PROPN Number=Sing 11 nsubj B-Person
            denied deny VERB Mood=Ind|VerbForm=Fin|Tense=Past 8 acl:relcl _
            . . PUNCT _ 2 punct _
            """, new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 3, -1, 1), new("source", 9, 1, -1, 4), new("cue", 10, 1, -1, 4), new("content", 6, 3, -1, 4));

        found[^1].Stance.ShouldBe(Stance.Denies);
        found[^1].Content.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("not", 0)]
    [InlineData("also", 1)]
    public void Find_WhomSomebodyDoesNotMention_IsNoStatement(string adverb, int expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 4 nsubj B-Person
        did do AUX Tense=Past|VerbForm=Fin 4 aux _
        {adverb} {adverb} {(adverb == "not" ? "PART Polarity=Neg" : "ADV _")} 4 advmod _
        mention mention VERB VerbForm=Inf 0 root _
        the the DET _ 6 det _
        dam dam NOUN Number=Sing 4 obj _
        . . PUNCT _ 4 punct _
        """, new("source", 0, 1, -1, 1), new("cue", 1, 3, -1, 1), new("content", 4, 2, -1, 1)).Count.ShouldBe(expected);

    private static Layer<Statement> Find(string parsed, params RoleSpan[] roles) => new StatementAnnotator().Find(ParsedReport.Of(parsed).With(ReportLayers.RoleSpans, new RoleLayer([.. roles])));
}
