using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Refusals;

/// <summary>What is done, proposed or named is told by the report, and by nobody in it.</summary>
public sealed class DeedsTests
{
    [Theory]
    [InlineData("questioned", "question", "driver", 0)]
    [InlineData("questioned", "question", "plan", 1)]
    [InlineData("described", "describe", "boat", 0)]
    public void Find_DealingsWithSomebody_AreNoStatement(string verb, string lemma, string thing, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj _ B-source
        {verb} {lemma} VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        the the DET _ 4 det _ B-content
        {thing} {thing} NOUN Number=Sing 2 obj _ I-content
        . . PUNCT _ 2 punct _ _
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("bail", "Bell", 0)]
    [InlineData("bail", "he", 0)]
    [InlineData("theft", "Bell", 1)]
    public void Find_WhatIsKeptFromSomebody_IsNoDenial(string thing, string source, int expected) => Found($"""
        # par
        {source} {source} PROPN Number=Sing 2 nsubj _ B-source
        denied deny VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        the the DET _ 4 det _ B-content
        {thing} {thing} NOUN Number=Sing 2 obj _ I-content
        . . PUNCT _ 2 punct _ _
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("use", 0)]
    [InlineData("delay", 1)]
    public void Find_WishForOneself_IsNoStatement(string lemma, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        asked ask VERB VerbForm=Fin|Tense=Past 0 root
        to to PART _ 4 mark
        {lemma} {lemma} VERB VerbForm=Inf 2 xcomp
        the the DET _ 6 det
        vote vote NOUN Number=Sing 4 obj
        . . PUNCT _ 2 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("crews", "Plur", "proposing", "acl", 0)]
    [InlineData("Bell", "Sing", "proposed", "root", 1)]
    public void Find_ThoseWhoPropose_AreAKindOfPeople(string noun, string number, string verb, string relation, int expected) => Found(relation == "acl"
        ? $"""
        # par
        {noun} crew NOUN Number={number} 5 nsubj
        {verb} propose VERB VerbForm=Ger 1 acl
        to to PART _ 4 mark
        dig dig VERB VerbForm=Inf 2 xcomp
        wait wait VERB VerbForm=Fin|Tense=Pres 0 root
        . . PUNCT _ 5 punct
        """
        : $"""
        # par
        {noun} Bell PROPN Number={number} 2 nsubj
        {verb} propose VERB VerbForm=Fin|Tense=Past 0 root
        to to PART _ 4 mark
        dig dig VERB VerbForm=Inf 2 xcomp
        . . PUNCT _ 2 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("recognized", "recognize", "driver", 0)]
    [InlineData("recognized", "recognize", "problem", 1)]
    public void Find_PersonKnownBySight_IsNoStatement(string verb, string lemma, string noun, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        {verb} {lemma} VERB VerbForm=Fin|Tense=Past 0 root
        the the DET _ 4 det
        {noun} {noun} NOUN Number=Sing 2 obj
        . . PUNCT _ 2 punct
        """).Count.ShouldBe(expected);

    [Fact]
    public void Find_PlanAndItsInfinitiveBehindADay_IsOneContent() => Found("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        announced announce VERB VerbForm=Fin|Tense=Past 0 root
        plans plan NOUN Number=Plur 2 obj
        Monday Monday PROPN Number=Sing 2 obl:unmarked
        to to PART _ 6 mark
        dig dig VERB VerbForm=Inf 2 advcl
        . . PUNCT _ 2 punct
        """)[0].Content.Text.ShouldBe("plans … to dig");

    [Fact]
    public void Find_NameAndReportsAtTheEnd_IsTheSource()
    {
        Statement statement = Found("""
            # par
            The the DET _ 2 det
            port port NOUN Number=Sing 4 nsubj
            is be AUX VerbForm=Fin|Tense=Pres 4 cop
            shut shut ADJ _ 0 root
            today today NOUN Number=Sing 4 obl:unmarked
            , , PUNCT _ 8 punct
            lanornews.com lanornews.com PROPN Number=Sing 8 compound
            reports report NOUN Number=Plur 4 obj
            . . PUNCT _ 4 punct
            """).ShouldHaveSingleItem();
        statement.Source.Name.ShouldBe("lanornews.com");
        statement.Source.Kind.ShouldBe(ActorKind.Outlet);
        statement.Content.Text.ShouldBe("The port is shut today");
    }

    [Theory]
    [InlineData("and", "Ada Brown and Ben Lund", ActorKind.Group)]
    [InlineData("for", "Ben Lund", ActorKind.Person)]
    public void Find_TwoNamedSpeakers_AreBoth(string joint, string name, ActorKind kind)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            # par
            Clerk clerk PROPN Number=Sing 9 nsubj _
            Ben Ben PROPN Number=Sing 1 appos B-Person
            Lund Lund PROPN Number=Sing 2 flat I-Person
            {joint} {joint} {(joint == "and" ? "CCONJ" : "ADP")} _ 5 {(joint == "and" ? "cc" : "case")} _
            Mayor mayor PROPN Number=Sing 2 {(joint == "and" ? "conj" : "nmod")} _
            Ada Ada PROPN Number=Sing 5 flat B-Person
            Brown Brown PROPN Number=Sing 5 flat I-Person
            , , PUNCT _ 1 punct _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 11 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 9 ccomp _
            . . PUNCT _ 9 punct _
            """);
        Statement statement = new StatementAnnotator().Find(new CoreferenceAnnotator().Annotate(report))[0];
        statement.Source.Name.ShouldBe(name);
        statement.Source.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("wrote", "write", "stories", "story", 0)]
    [InlineData("citing", "cite", "son", "son", 0)]
    [InlineData("citing", "cite", "debts", "debt", 1)]
    public void Find_WorkWrittenOrPersonCited_IsNoStatement(string verb, string lemma, string noun, string nounLemma, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        {verb} {lemma} VERB VerbForm=Fin|Tense=Past 0 root
        his his PRON _ 4 nmod:poss
        {noun} {nounLemma} NOUN Number=Sing 2 obj
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 2, -1, 1)]))).Count.ShouldBe(expected);

    [Theory]
    [InlineData("police", 0)]
    [InlineData("deputies", 1)]
    public void Find_HelpersCalledToAPlace_IsNoStatement(string noun, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        called call VERB VerbForm=Fin|Tense=Past 0 root
        {noun} {noun} NOUN Number=Plur 2 obj
        to to ADP _ 6 case
        the the DET _ 6 det
        hall hall NOUN Number=Sing 2 obl
        “ “ PUNCT _ 9 punct
        for for ADP _ 9 case
        noise noise NOUN Number=Sing 2 obl
        ” ” PUNCT _ 9 punct
        . . PUNCT _ 2 punct
        """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 8, -1, 1)]))).Count.ShouldBe(expected);

    [Theory]
    [InlineData("helped", "help", 0)]
    [InlineData("came", "come", 1)]
    public void Find_WhatIsHelpedToComeAbout_IsNoStatement(string verb, string lemma, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj _ B-source
        {verb} {lemma} VERB VerbForm=Fin|Tense=Past 0 root _ _
        to to PART _ 4 mark _ _
        confirm confirm VERB VerbForm=Inf 2 xcomp _ B-cue
        vital vital ADJ _ 6 amod _ B-content
        details detail NOUN Number=Plur 4 obj _ I-content
        . . PUNCT _ 2 punct _ _
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("lie", 0)]
    [InlineData("clerk", 1)]
    public void Find_ThingToldForAnEnd_AsksNobody(string noun, int expected) => Found($"""
        # par
        It it PRON _ 4 nsubj _ _
        was be AUX VerbForm=Fin|Tense=Past 4 cop _ _
        a a DET _ 4 det _ _
        {noun} {noun} NOUN Number=Sing 0 root _ _
        Bell Bell PROPN Number=Sing 6 nsubj _ B-source
        told tell VERB VerbForm=Fin|Tense=Past 4 acl:relcl _ B-cue
        to to PART _ 8 mark _ B-content
        serve serve VERB VerbForm=Inf 6 xcomp _ I-content
        her her PRON _ 8 obj _ I-content
        . . PUNCT _ 4 punct _ _
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("looking look VERB VerbForm=Part|Tense=Pres", 0)]
    [InlineData("looked look VERB VerbForm=Fin|Tense=Past", 1)]
    public void Find_WhatIsDoneWhileOthersTestify_IsNotTheirs(string verb, int expected) => Found($"""
        # par
        Lund Lund PROPN Number=Sing 2 nsubj
        sat sit VERB VerbForm=Fin|Tense=Past 0 root
        , , PUNCT _ 4 punct
        {verb} 2 {(expected == 0 ? "advcl" : "parataxis")}
        down down ADV _ 4 advmod
        as as SCONJ _ 8 mark
        witnesses witness NOUN Number=Plur 8 nsubj
        testified testify VERB VerbForm=Fin|Tense=Past 4 advcl
        . . PUNCT _ 2 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("herself herself", 0)]
    [InlineData("him him", 1)]
    public void Find_TitleSomebodyGoesBy_IsNoStatement(string whom, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 9 nsubj B-Person
        , , PUNCT _ 4 punct
        who who PRON PronType=Rel 4 nsubj
        calls call VERB VerbForm=Fin|Tense=Pres 1 acl:relcl
        {whom} PRON _ 4 obj
        head head NOUN Number=Sing 4 xcomp
        clerk clerk NOUN Number=Sing 6 flat
        , , PUNCT _ 1 punct
        left leave VERB VerbForm=Fin|Tense=Past 0 root
        . . PUNCT _ 9 punct
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("attack", Stance.Admits)]
    [InlineData("victory", Stance.Asserts)]
    public void Find_AttackThatIsClaimed_IsOwnedTo(string noun, Stance expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj B-Person B-source
        claimed claim VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        the the DET _ 4 det _ B-content
        {noun} {noun} NOUN Number=Sing 2 obj _ I-content
        . . PUNCT _ 2 punct _ _
        """).ShouldHaveSingleItem().Stance.ShouldBe(expected);

    [Theory]
    [InlineData("3 iobj", 0)]
    [InlineData("4 nmod:poss", 1)]
    public void Find_ThingKeptFromSomebody_IsNoDenial(string pronoun, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 3 nsubj _ B-source
        has have AUX VerbForm=Fin 3 aux _ B-cue
        denied deny VERB Tense=Past|VerbForm=Part 0 root _ I-cue
        her her PRON _ {(pronoun.StartsWith('3') ? pronoun : "6 nmod:poss")} _ B-content
        old old ADJ _ 6 amod _ I-content
        claim claim NOUN Number=Sing 3 obj _ I-content
        . . PUNCT _ 3 punct _ _
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("third", "win", 0)]
    [InlineData("great", "talent", 1)]
    public void Find_ContestThatIsWon_IsNoStatement(string adjective, string noun, int expected) => Found($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj _ B-source
        claimed claim VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        a a DET _ 5 det _ B-content
        {adjective} {adjective} ADJ _ 5 amod _ I-content
        {noun} {noun} NOUN Number=Sing 2 obj _ I-content
        . . PUNCT _ 2 punct _ _
        """).Count.ShouldBe(expected);

    [Theory]
    [InlineData("to", 0)]
    [InlineData("that", 1)]
    public void Find_SomebodySureOfAThing_IsNoPromise(string next, int expected) => Found(next == "to"
        ? """
        # par
        Bell Bell PROPN Number=Sing 3 nsubj:pass _ B-content
        is be AUX VerbForm=Fin 3 aux:pass _ B-cue
        assured assure VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root _ I-cue
        of of SCONJ _ 5 mark _ I-cue
        winning win VERB VerbForm=Ger 3 advcl _ B-content
        ten ten NUM _ 7 nummod _ I-content
        seats seat NOUN Number=Plur 5 obj _ I-content
        . . PUNCT _ 3 punct _ _
        """
        : """
        # par
        Bell Bell PROPN Number=Sing 2 nsubj _ B-source
        assured assure VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        Lund Lund PROPN Number=Sing 2 obj B-Person _
        that that SCONJ _ 6 mark _ B-content
        seats seat NOUN Number=Plur 6 nsubj _ I-content
        remain remain VERB VerbForm=Fin|Tense=Pres 2 ccomp _ I-content
        . . PUNCT _ 2 punct _ _
        """).Count.ShouldBe(expected);

    private static Layer<Statement> Found(string parsed) => new StatementAnnotator().Find(ParsedReport.Of(parsed));
}
