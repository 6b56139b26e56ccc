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
    [InlineData("each each DET _ 4 obj\nother other ADJ _ 5 fixed", 0)]
    [InlineData("the the DET _ 6 det\nreport report NOUN Number=Sing 4 obj", 1)]
    public void Find_TwoWhoContradictEachOther_SayNothing(string thing, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 4 nsubj B-Person
        and and CCONJ _ 3 cc
        Lund Lund PROPN Number=Sing 1 conj B-Person
        contradict contradict VERB VerbForm=Fin|Tense=Pres 0 root
        {thing}
        . . PUNCT _ 4 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("a a DET _ 6 det\ngrave grave ADJ _ 6 amod", 1)]
    [InlineData("the the DET _ 6 det\ngrave grave ADJ _ 6 amod", 0)]
    public void Find_WhatItIsSpokenOfAs_IsAJudgement(string before, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj B-Person
        spoke speak VERB VerbForm=Fin|Tense=Past 0 root
        of of ADP _ 6 case
        {before}
        insult insult NOUN Number=Sing 2 obl
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 2, -1, 1), new("content", 3, 3, -1, 1)]))).Count.ShouldBe(expected);

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

    [Theory]
    [InlineData("named name", 0)]
    public void Find_WhoDeclinesToBeNamed_SaysNothing(string verb, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj _ B-source
        declined decline VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        to to PART _ 5 mark _ B-content
        be be AUX VerbForm=Inf 5 aux:pass _ I-content
        {verb} VERB VerbForm=Part|Tense=Past 2 xcomp _ I-content
        . . PUNCT _ 2 punct _ _
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("Lund Lund PROPN Number=Sing 3 obj / shouting shout VERB VerbForm=Ger 4 acl", 0)]
    [InlineData("that that SCONJ _ 6 mark / Lund Lund PROPN Number=Sing 6 nsubj / shouted shout VERB VerbForm=Fin|Tense=Past 3 ccomp", 1)]
    public void Find_ThingSeenOnAVideo_IsNoStatement(string words, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        The the DET _ 2 det
        video video NOUN Number=Sing 3 nsubj
        showed show VERB VerbForm=Fin|Tense=Past 0 root
        {words.Replace(" / ", "\n", StringComparison.Ordinal)}
        . . PUNCT _ 3 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 2, -1, 2), new("cue", 2, 1, -1, 2), new("content", 3, 2 + expected, -1, 2)]))).Count.ShouldBe(expected);

    [Theory]
    [InlineData("Many many ADJ _", 0)]
    [InlineData("Bell Bell PROPN Number=Sing", 1)]
    public void Find_ExpectationOfNobodyInParticular_IsNoStatement(string source, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        {source} 2 nsubj
        expected expect VERB VerbForm=Fin|Tense=Past 0 root
        her her PRON _ 2 obj
        to to PART _ 5 mark
        go go VERB VerbForm=Inf 2 xcomp
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 3, -1, 1)]))).Count.ShouldBe(expected);

    [Fact]
    public void Find_ClauseOfSmallWords_IsAContent() => Found("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj _ B-source
        said say VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        that that SCONJ _ 5 mark _ B-content
        there there PRON _ 5 expl _ I-content
        were be VERB VerbForm=Fin|Tense=Past 2 ccomp _ I-content
        none none PRON _ 5 nsubj _ I-content
        . . PUNCT _ 2 punct _ _
        """).ShouldHaveSingleItem().Content.Text.ShouldBe("that there were none");

    [Theory]
    [InlineData("for", 0)]
    public void Find_HowLongTheyTalked_IsNoStatement(string preposition, int expected) => Found($"""
        # par
        Leaders leader NOUN Number=Plur 2 nsubj _ B-source
        talked talk VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        {preposition} {preposition} ADP _ 5 case _ I-cue
        two two NUM _ 5 nummod _ B-content
        hours hour NOUN Number=Plur 2 obl _ I-content
        . . PUNCT _ 2 punct _ _
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("than than SCONJ _ 6 mark", 0)]
    [InlineData("that that SCONJ _ 6 mark", 1)]
    public void Find_HalfOfAComparisonBehindANoun_IsNoStatement(string mark, int expected) => Found($"""
        # par
        No no DET _ 2 det _
        conclusion conclusion NOUN Number=Sing 3 nsubj _ B-cue
        stands stand VERB VerbForm=Fin|Tense=Pres 0 root _
        {mark} _ B-content
        boats boat NOUN Number=Plur 6 nsubj _ I-content
        leak leak VERB VerbForm=Fin|Tense=Pres 2 acl _ I-content
        . . PUNCT _ 3 punct _
        """).Count.ShouldBe(expected);

    private static Layer<Statement> Found(string parsed) => new StatementAnnotator().Find(ParsedReport.Of(parsed));
}
