using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Contents;

/// <summary>What stands beside the words is the report's.</summary>
public sealed class ReadableContentsTests
{
    [Fact]
    public void Find_ClauseBeforeTheSpeakersClause_IsTheReports() => Find(ParsedReport.Of("""
        # par
        It it PRON _ 3 nsubj
        was be AUX VerbForm=Fin|Tense=Past 3 cop
        shut shut ADJ _ 0 root
        but but CCONJ _ 6 cc
        Bell Bell PROPN Number=Sing 6 nsubj
        said say VERB VerbForm=Fin|Tense=Past 3 conj
        the the DET _ 8 det
        roof roof NOUN Number=Sing 9 nsubj
        leaked leak VERB VerbForm=Fin|Tense=Past 6 ccomp
        . . PUNCT _ 3 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 4, 1, -1, 5), new("cue", 5, 1, -1, 5), new("content", 0, 3, -1, 5), new("content", 6, 3, -1, 5)]))).ShouldHaveSingleItem().Content.Text.ShouldBe("the roof leaked");

    [Theory]
    [InlineData("repeatedly repeatedly ADV _ 2 advmod", "the role")]
    [InlineData("there there ADV _ 4 advmod", "the role there")]
    public void Find_HowOftenItWasDenied_IsNotDenied(string adverb, string expected) => Find(ParsedReport.Of($"""
        # par
        Lund Lund PROPN Number=Sing 2 nsubj
        denied deny VERB VerbForm=Fin|Tense=Past 0 root
        the the DET _ 4 det
        role role NOUN Number=Sing 2 obj
        {adverb}
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 3, -1, 1)]))).ShouldHaveSingleItem().Content.Text.ShouldBe(expected);

    [Fact]
    public void Find_WhomTheWordsWereSaidTo_IsNoPartOfThem() => Find(ParsedReport.Of("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        said say VERB VerbForm=Fin|Tense=Past 0 root
        “ “ PUNCT _ 4 punct
        Go go VERB VerbForm=Inf 2 ccomp
        home home ADV _ 4 advmod
        ” ” PUNCT _ 4 punct
        to to ADP _ 8 case
        Ada Ada PROPN Number=Sing 2 obl
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 6, -1, 1)]))).ShouldHaveSingleItem().Content.Text.ShouldBe("“Go home”");

    [Fact]
    public void Find_HowItWasSaid_IsNoPartOfTheWords() => Find("""
        # par
        The the DET _ 2 det
        site site NOUN Number=Sing 4 nsubj
        is be AUX VerbForm=Fin|Tense=Pres 4 cop
        shut shut ADJ _ 7 ccomp
        , , PUNCT _ 7 punct
        Bell Bell PROPN Number=Sing 7 nsubj
        said say VERB VerbForm=Fin|Tense=Past 0 root
        , , PUNCT _ 10 punct
        without without SCONJ _ 10 mark
        naming name VERB VerbForm=Ger 7 advcl
        it it PRON _ 10 obj
        . . PUNCT _ 7 punct
        """).ShouldHaveSingleItem().Content.Text.ShouldBe("The site is shut");

    [Fact]
    public void Find_MessagePutOut_GivesWhatItSaid() => Find(ParsedReport.Of("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        sent send VERB VerbForm=Fin|Tense=Past 0 root
        out out ADP _ 2 compound:prt
        a a DET _ 5 det
        message message NOUN Number=Sing 2 obj
        that that SCONJ _ 9 mark
        the the DET _ 8 det
        boat boat NOUN Number=Sing 9 nsubj
        leaked leak VERB VerbForm=Fin|Tense=Past 2 advcl
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 3, 2, -1, 1)]))).Select(static s => s.Content.Text).ShouldNotContain("a message");

    [Fact]
    public void Find_WhoClaimsToHaveSeen_Speaks() => Find("""
        # par
        Lund Lund PROPN Number=Sing 2 nsubj
        met meet VERB VerbForm=Fin|Tense=Past 0 root
        a a DET _ 4 det
        clerk clerk NOUN Number=Sing 2 obj
        who who PRON PronType=Rel 6 nsubj
        claimed claim VERB VerbForm=Fin|Tense=Past 4 acl:relcl
        to to PART _ 9 mark
        have have AUX VerbForm=Inf 9 aux
        seen see VERB VerbForm=Part|Tense=Past 6 xcomp
        it it PRON _ 9 obj
        . . PUNCT _ 2 punct
        """).ShouldHaveSingleItem().Content.Text.ShouldBe("to have seen it");

    [Fact]
    public void Find_SubjectTakenForAnObject_IsTheFirstOfTheWords() => Find("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        said say VERB VerbForm=Fin|Tense=Past 0 root
        the the DET _ 5 det
        old old ADJ _ 5 amod
        hall hall NOUN Number=Sing 2 iobj
        is be AUX VerbForm=Fin|Tense=Pres 7 cop
        shut shut ADJ _ 2 ccomp
        . . PUNCT _ 2 punct
        """).ShouldHaveSingleItem().Content.Text.ShouldBe("the old hall is shut");

    [Theory]
    [InlineData("Accord", "the Norby Accord that both signed")]
    [InlineData("fears", "that both signed")]
    public void Find_NamedThingWithAClause_IsWhatIsReaffirmed(string noun, string expected) => Find(ParsedReport.Of($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        reaffirms reaffirm VERB VerbForm=Fin|Tense=Pres 0 root
        the the DET _ 5 det
        Norby Norby PROPN Number=Sing 5 compound
        {noun} {noun} NOUN Number=Sing 2 obj
        that that SCONJ _ 8 mark
        both both PRON _ 8 nsubj
        signed sign VERB VerbForm=Fin|Tense=Past 2 advcl
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 5, 3, -1, 1)]))).ShouldHaveSingleItem().Content.Text.ShouldBe(expected);

    [Fact]
    public void Find_RelativeBeforeTheSpeaker_JoinsAndSaysNothing() => Find("""
        # par
        After after ADP _ 2 case
        which which PRON PronType=Rel 9 obl
        , , PUNCT _ 6 punct
        the the DET _ 5 det
        police police NOUN Number=Sing 6 nsubj
        said say VERB VerbForm=Fin|Tense=Past 0 root
        , , PUNCT _ 6 punct
        somebody somebody PRON Number=Sing 9 nsubj
        fled flee VERB VerbForm=Fin|Tense=Past 6 ccomp
        . . PUNCT _ 6 punct
        """).ShouldHaveSingleItem().Content.Text.ShouldBe("somebody fled");

    [Fact]
    public void Find_WhatIsExpectedOfAThing_BehindItsRelativeClause_IsKept() => Find(ParsedReport.Of("""
        # par
        Officials official NOUN Number=Plur 2 nsubj
        expect expect VERB VerbForm=Fin|Tense=Pres 0 root
        the the DET _ 4 det
        toll toll NOUN Number=Sing 2 obj
        , , PUNCT _ 8 punct
        which which PRON PronType=Rel 8 nsubj
        is be AUX VerbForm=Fin|Tense=Pres 8 cop
        high high ADJ _ 4 acl:relcl
        , , PUNCT _ 11 punct
        to to PART _ 11 mark
        rise rise VERB VerbForm=Inf 8 advcl
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 9, -1, 1)]))).ShouldHaveSingleItem().Content.Text.ShouldBe("the toll, which is high, to rise");

    [Theory]
    [InlineData("of of ADP _ 5 case", Stance.Asserts)]
    [InlineData("many many ADJ _ 5 amod", Stance.Demands)]
    public void Find_WhatSomebodyIsToldOf_IsNoDemand(string word, Stance expected) => Find(ParsedReport.Of($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        told tell VERB VerbForm=Fin|Tense=Past 0 root
        Lund Lund PROPN Number=Sing 2 iobj
        {word}
        plans plan NOUN Number=Plur 2 obl
        to to PART _ 7 mark
        leave leave VERB VerbForm=Inf 2 advcl
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 3, 4, -1, 1)]))).ShouldHaveSingleItem().Stance.ShouldBe(expected);

    [Theory]
    [InlineData("expected expect", Stance.Asserts)]
    [InlineData("counted count", Stance.Demands)]
    public void Find_WhatMustBeExpected_IsNoDemand(string verb, Stance expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        said say VERB VerbForm=Fin|Tense=Past 0 root
        that that SCONJ _ 7 mark
        votes vote NOUN Number=Plur 7 nsubj:pass
        must must AUX VerbForm=Fin 7 aux
        be be AUX VerbForm=Inf 7 aux:pass
        {verb} VERB VerbForm=Part|Tense=Past 2 ccomp
        . . PUNCT _ 2 punct
        """).ShouldHaveSingleItem().Stance.ShouldBe(expected);

    [Fact]
    public void Find_WordsHandedOnBehindAComma_StandOnce()
    {
        Statement found = Find("""
            # par
            Bell Bell PROPN Number=Sing 2 nsubj B-Person B-content
            said say VERB VerbForm=Fin|Tense=Past 0 root _ I-content
            it it PRON Number=Sing 4 nsubj _ I-content
            leaks leak VERB VerbForm=Fin|Tense=Pres 2 ccomp _ I-content
            , , PUNCT _ 9 punct _ _
            according accord VERB ExtPos=ADP|VerbForm=Part 9 case _ B-cue
            to to ADP _ 6 fixed _ I-cue
            state state NOUN Number=Sing 9 compound _ B-source
            media media NOUN Number=Plur 2 obl _ I-source
            . . PUNCT _ 2 punct _ _
            """).ShouldHaveSingleItem();
        (found.Source.Text, found.Content.Text, found.Chain.Any(static hop => hop.Name == "state media")).ShouldBe(("Bell", "it leaks", true));
    }

    [Theory]
    [InlineData("suspicions suspicion", 0)]
    [InlineData("warnings warning", 1)]
    public void Find_MatterOfASuspicion_IsNoStatement(string noun, int expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 3 nmod:poss B-Person _
        's 's PART _ 1 case _ _
        {noun} NOUN Number=Plur 6 nsubj _ _
        about about ADP _ 5 case _ _
        Lund Lund PROPN Number=Sing 3 nmod B-Person _
        spread spread VERB VerbForm=Fin|Tense=Past 0 root _ _
        . . PUNCT _ 6 punct _ _
        """).Length.ShouldBe(expected);

    private static Statement[] Find(string parse) => Find(ParsedReport.Of(parse));

    private static Statement[] Find(AnnotatedReport report) => [.. new StatementAnnotator().Find(report)];
}
