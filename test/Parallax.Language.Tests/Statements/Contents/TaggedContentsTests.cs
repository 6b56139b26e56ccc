using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Contents;

/// <summary>Where contents end that the network has tagged.</summary>
public sealed class TaggedContentsTests
{
    [Fact]
    public void Find_MainClauseBehindABoast_IsTheReports() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Though though SCONJ _ 3 mark
        Bell Bell PROPN Number=Sing 3 nsubj
        boasts boast VERB VerbForm=Fin|Tense=Pres 8 advcl
        of of ADP _ 5 case
        ships ship NOUN Number=Plur 3 obl
        , , PUNCT _ 8 punct
        ports port NOUN Number=Plur 8 nsubj
        sink sink VERB VerbForm=Fin|Tense=Pres 0 root
        . . PUNCT _ 8 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 1, 1, -1, 2), new("cue", 2, 2, -1, 2), new("content", 4, 4, -1, 2)])))[0].Content.Text.ShouldBe("ships");

    [Fact]
    public void Find_ApposedNoun_KeepsItsVerb() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        said say VERB VerbForm=Fin|Tense=Past 0 root
        Norby Norby PROPN Number=Sing 2 obj
        , , PUNCT _ 6 punct
        a a DET _ 6 det
        dam dam NOUN Number=Sing 3 appos
        , , PUNCT _ 8 punct
        burst burst VERB VerbForm=Fin|Tense=Past 6 conj
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 6, -1, 1)]))).ShouldHaveSingleItem().Content.Text.ShouldBe("Norby, a dam, burst");

    [Fact]
    public void Find_WhatOneHopingWillHaveToDo_IsTheReports() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Bell Bell PROPN Number=Sing 3 nsubj
        was be AUX VerbForm=Fin|Tense=Past 3 aux
        hoping hope VERB VerbForm=Part 0 root
        for for ADP _ 5 case
        rain rain NOUN Number=Sing 3 obl
        and and CCONJ _ 8 cc
        will will AUX VerbForm=Fin 8 aux
        wait wait VERB VerbForm=Inf 3 conj
        . . PUNCT _ 3 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 2), new("cue", 2, 2, -1, 2), new("content", 4, 4, -1, 2)]))).ShouldNotContain(static s => s.Content.Text.Contains("wait", StringComparison.Ordinal));

    [Fact]
    public void Find_DismissedCriticism_IsTheCriticism() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Brown Brown PROPN Number=Sing 2 nsubj B-Person
        dismissed dismiss VERB Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root _
        criticism criticism NOUN Number=Sing 2 obj _
        of of ADP _ 6 case _
        his his PRON Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs 6 nmod:poss _
        remarks remark NOUN Number=Plur 3 nmod _
        about about ADP _ 9 case _
        the the DET Definite=Def|PronType=Art 9 det _
        dam dam NOUN Number=Sing 6 nmod _
        as as ADP _ 13 case _
        “ " PUNCT _ 13 punct _
        idle idle ADJ Degree=Pos 13 amod _
        talk talk NOUN Number=Sing 9 nmod _
        . . PUNCT _ 13 punct _
        ” " PUNCT _ 13 punct _
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 13, -1, 1)])))[0].Content.Text.ShouldBe("criticism of his remarks about the dam as “idle talk.”");

    [Fact]
    public void Find_WhatOneIsAssuredOf_IsTold() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Officials official NOUN Number=Plur 2 nsubj
        assured assure VERB VerbForm=Fin|Tense=Past 0 root
        people people NOUN Number=Plur 2 obj
        that that SCONJ _ 9 mark
        risks risk NOUN Number=Plur 9 nsubj
        of of ADP _ 7 case
        floods flood NOUN Number=Plur 5 nmod
        were be AUX VerbForm=Fin|Tense=Past 9 cop
        low low ADJ _ 2 ccomp
        . . PUNCT _ 2 punct
        """)).ShouldHaveSingleItem().Stance.ShouldBe(Stance.Asserts);

    [Fact]
    public void Find_DemandOfOneWord_IsRead() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        demanded demand VERB VerbForm=Fin|Tense=Past 0 root
        calm calm NOUN Number=Sing 2 obj
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 1, -1, 1)]))).ShouldHaveSingleItem().Content.Text.ShouldBe("calm");
}
