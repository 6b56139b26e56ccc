using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Refusals;

public sealed class HollowTests
{
    [Theory]
    [InlineData("secret", 0)]
    [InlineData("flaw", 1)]
    public void Find_SecretRevealed_IsNoStatement(string noun, int expected) => Found($"""
        # par
        Lund Lund PROPN Number=Sing 2 nsubj B-Person
        revealed reveal VERB VerbForm=Fin|Tense=Past 0 root _
        a a DET _ 4 det _
        {noun} {noun} NOUN Number=Sing 2 obj _
        . . PUNCT _ 2 punct _
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("what", 0)]
    [InlineData("that", 1)]
    public void Find_WhatIsKnown_IsNoStatement(string word, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        knew know VERB VerbForm=Fin|Tense=Past 0 root
        {word} {word} {(word == "that" ? "SCONJ" : "PRON")} _ 5 {(word == "that" ? "mark" : "obj")}
        Lund Lund PROPN Number=Sing 5 nsubj
        wanted want VERB VerbForm=Fin|Tense=Past 2 ccomp
        . . PUNCT _ 2 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("rules rule", 0)]
    [InlineData("closing close", 1)]
    public void Find_ThingPutForward_IsAnAct(string word, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        proposed propose VERB VerbForm=Fin|Tense=Past 0 root
        {word} {(expected == 0 ? "NOUN Number=Plur 2 obj" : "VERB VerbForm=Ger 2 xcomp")}
        . . PUNCT _ 2 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("", 0)]
    [InlineData(", , PUNCT _ 7 punct _\n", 1)]
    public void Find_NegatedClauseComparedWithAClaim_IsOpen(string comma, int expected)
    {
        int at = comma.Length > 0 ? 1 : 0;
        Found($"""
            # par
            He he PRON Number=Sing 4 nsubj _
            had have AUX VerbForm=Fin|Tense=Past 4 aux _
            not not PART _ 4 advmod _
            fled flee VERB VerbForm=Part|Tense=Past 0 root _
            {comma}as as SCONJ _ {7 + at} mark _
            Lund Lund PROPN Number=Sing {7 + at} nsubj B-Person
            claimed claim VERB VerbForm=Fin|Tense=Past 4 advcl _
            . . PUNCT _ 4 punct _
            """.ReplaceLineEndings("\n")).Count.ShouldBe(expected);
    }

    [Fact]
    public void Find_SurnameThatIsAVerb_IsNoCue() => Found("""
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Felt feel VERB VerbForm=Fin|Tense=Past 3 flat I-Person
        is be AUX VerbForm=Fin|Tense=Pres 4 cop _
        ill ill ADJ _ 0 root _
        . . PUNCT _ 4 punct _

        # par
        Mr Mr PROPN Number=Sing 2 nsubj _
        Felt feel VERB VerbForm=Fin|Tense=Past 0 root _
        was be AUX VerbForm=Fin|Tense=Past 4 cop _
        ill ill ADJ _ 2 ccomp _
        . . PUNCT _ 2 punct _
        """).ShouldBeEmpty();

    [Theory]
    [InlineData("People", 0)]
    [InlineData("Clerks", 1)]
    public void Find_ThoughtOfPeople_IsNobodys(string who, int expected) => Found($"""
        # par
        {who} {(expected == 0 ? "people" : "clerk")} NOUN Number=Plur 2 nsubj
        thought think VERB VerbForm=Fin|Tense=Past 0 root
        it it PRON Number=Sing 4 nsubj
        leaked leak VERB VerbForm=Fin|Tense=Past 2 ccomp
        . . PUNCT _ 2 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("wishes wish", 0)]
    [InlineData("says say", 1)]
    public void Find_WishToHaveSaidSo_IsNoSaying(string verb, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        {verb} VERB VerbForm=Fin|Tense=Pres 0 root
        Lund Lund PROPN Number=Sing 5 nsubj
        had have AUX VerbForm=Fin|Tense=Past 5 aux
        admitted admit VERB VerbForm=Part|Tense=Past 2 ccomp
        that that SCONJ _ 8 mark
        it it PRON Number=Sing 8 nsubj
        leaked leak VERB VerbForm=Fin|Tense=Past 5 ccomp
        . . PUNCT _ 2 punct
        """).Count(static s => s.Cue.Lemma == "admit").ShouldBe(expected);

    private static Layer<Statement> Found(string parsed) => new StatementAnnotator().Find(ParsedReport.Of(parsed));
}
