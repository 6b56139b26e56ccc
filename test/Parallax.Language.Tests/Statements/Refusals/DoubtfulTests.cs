using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Refusals;

public sealed class DoubtfulTests
{
    [Theory]
    [InlineData("I", 0)]
    [InlineData("Bell", 1)]
    public void Find_ThoughtOfTheWriter_IsTheReportsOwnVoice(string who, int expected) => Found($"""
        # par
        {who} {who} {(who == "I" ? "PRON" : "PROPN")} Number=Sing 2 nsubj
        suspect suspect VERB VerbForm=Fin|Tense=Pres 0 root
        that that SCONJ _ 6 mark
        the the DET _ 5 det
        dam dam NOUN Number=Sing 6 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres 2 ccomp
        . . PUNCT _ 2 punct
        """).ShouldBe(expected);

    [Fact]
    public void Find_ThoughtOfTheWriterInACorpusOfDiscourse_IsKept() => new StatementAnnotator(CueLexicon.English, keepsOwnVoice: true).Find(ParsedReport.Of("""
        # par
        I I PRON Number=Sing 2 nsubj
        suspect suspect VERB VerbForm=Fin|Tense=Pres 0 root
        that that SCONJ _ 6 mark
        the the DET _ 5 det
        dam dam NOUN Number=Sing 6 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres 2 ccomp
        . . PUNCT _ 2 punct
        """)).Count.ShouldBe(1);

    [Theory]
    [InlineData("?", 0)]
    [InlineData(".", 1)]
    public void Find_QuestionOfTheWriter_IsNoStatement(string mark, int expected) => Found($"""
        # par
        Did do AUX VerbForm=Fin|Tense=Past 3 aux
        Bell Bell PROPN Number=Sing 3 nsubj
        say say VERB VerbForm=Inf 0 root
        that that SCONJ _ 7 mark
        the the DET _ 6 det
        dam dam NOUN Number=Sing 7 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp
        {mark} {mark} PUNCT _ 3 punct
        """).ShouldBe(expected);

    [Fact]
    public void Find_ParticipleTakenForTheMainVerb_IsNoStatement() => Found("""
        # par
        A a DET _ 2 det
        man man NOUN Number=Sing 3 nsubj
        found find VERB VerbForm=Fin|Tense=Past 0 root
        dead dead ADJ _ 3 xcomp
        has have AUX VerbForm=Fin 7 aux
        been be AUX VerbForm=Part 7 aux:pass
        named name VERB VerbForm=Part|Tense=Past|Voice=Pass 3 ccomp
        . . PUNCT _ 3 punct
        """).ShouldBe(0);

    [Theory]
    [InlineData("hoped", "hope", 0)]
    [InlineData("vowed", "vow", 1)]
    public void Find_HopeToDo_IsNoStatement(string form, string lemma, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        {form} {lemma} VERB VerbForm=Fin|Tense=Past 0 root
        to to PART _ 4 mark
        stay stay VERB VerbForm=Inf 2 xcomp
        . . PUNCT _ 2 punct
        """).ShouldBe(expected);

    [Theory]
    [InlineData("will", "argue", 0)]
    [InlineData("would", "argue", 1)]
    public void Find_WhatSomebodyWillSay_IsNotSaidYet(string auxiliary, string verb, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 3 nsubj
        {auxiliary} {auxiliary} AUX VerbForm=Fin 3 aux
        {verb} {verb} VERB VerbForm=Inf 0 root
        that that SCONJ _ 7 mark
        the the DET _ 6 det
        dam dam NOUN Number=Sing 7 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp
        . . PUNCT _ 3 punct
        """).ShouldBe(expected);

    [Theory]
    [InlineData("leave", 0)]
    [InlineData("comment", 1)]
    public void Find_RefusalToDo_IsNoStatement(string lemma, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        refused refuse VERB VerbForm=Fin|Tense=Past 0 root
        to to PART _ 4 mark
        {lemma} {lemma} VERB VerbForm=Inf 2 xcomp
        . . PUNCT _ 2 punct
        """).ShouldBe(expected);

    private static int Found(string parsed) => new StatementAnnotator().Find(ParsedReport.Of(parsed)).Count;
}
