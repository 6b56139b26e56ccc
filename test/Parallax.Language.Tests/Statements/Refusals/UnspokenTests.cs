using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Refusals;

/// <summary>What corpora attribute and nobody says: left out of an account, beside what is said in the same form.</summary>
public sealed class UnspokenTests
{
    [Theory]
    [InlineData("Bell Bell PROPN Number=Sing 2 nsubj B-Person", "Lund Lund PROPN Number=Sing 2 obj B-Person", 0)]
    [InlineData("voters voter NOUN Number=Plur 2 nsubj _", "dams dam NOUN Number=Plur 2 obj _", 0)]
    [InlineData("Bell Bell PROPN Number=Sing 2 nsubj B-Person", "dams dam NOUN Number=Plur 2 obj _", 1)]
    public void Find_SideThatSomebodyTakes_IsSaidOfAThingByOne(string who, string whom, int expected)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            # par
            {who}
            supports support VERB VerbForm=Fin|Tense=Pres 0 root _
            {whom}
            . . PUNCT _ 2 punct _
            """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 1, -1, 1)]));

        new StatementAnnotator().Find(report).Count.ShouldBe(expected);
        new StatementAnnotator(CueLexicon.English, keepsOwnVoice: true).Find(report).Count.ShouldBe(1, "a corpus of discourse attributes it");
    }

    [Theory]
    [InlineData("did", "not not PART Polarity=Neg", 0)]
    [InlineData("has", "barely barely ADV _", 0)]
    [InlineData("has", "again again ADV _", 1)]
    public void Find_WhatSomebodyDidNotDo_IsNotSaid(string auxiliary, string adverb, int expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 4 nsubj
        {auxiliary} {auxiliary} AUX VerbForm=Fin 4 aux
        {adverb} 4 advmod
        criticized criticize VERB VerbForm=Part|Tense=Past 0 root
        the the DET _ 6 det
        dam dam NOUN Number=Sing 4 obj
        . . PUNCT _ 4 punct
        """).Length.ShouldBe(expected);

    [Fact]
    public void Find_WhatSomebodyHasYetToExplain_IsNotTold()
    {
        Statement found = Find("""
            # par
            Bell Bell PROPN Number=Sing 2 nsubj
            has have VERB VerbForm=Fin|Tense=Pres 0 root
            yet yet ADV _ 2 advmod
            to to PART _ 5 mark
            explain explain VERB VerbForm=Inf 2 xcomp
            why why ADV _ 8 advmod
            it it PRON _ 8 nsubj
            leaks leak VERB VerbForm=Fin|Tense=Pres 5 ccomp
            . . PUNCT _ 2 punct
            """).ShouldHaveSingleItem();

        (found.Stance, found.Cue.Negated).ShouldBe((Stance.SaysNotKnown, true));
    }

    [Theory]
    [InlineData("Those those PRON _", 0)]
    [InlineData("Clerks clerk NOUN Number=Plur", 1)]
    public void Find_WhichOfThoseAsked_IsNoStatement(string who, int expected) => Find($"""
        # par
        {who} 6 nsubj
        who who PRON PronType=Rel 3 nsubj
        said say VERB VerbForm=Fin|Tense=Past 1 acl:relcl
        it it PRON _ 5 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp
        left leave VERB VerbForm=Fin|Tense=Past 0 root
        . . PUNCT _ 6 punct
        """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("supporters supporter NOUN Number=Plur 2 obj", "there there ADV _ 2 advmod", 0)]
    [InlineData("supporters supporter NOUN Number=Plur 2 obj", "for for ADP _ 5 case", 1)]
    public void Find_WhomSomebodyThanks_IsTheHearer(string whom, string next, int expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        thanked thank VERB VerbForm=Fin|Tense=Past 0 root
        {whom}
        {next}
        {(expected == 1 ? "help help NOUN Number=Sing 2 obl" : "again again ADV _ 2 advmod")}
        . . PUNCT _ 2 punct
        """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("judge", 0)]
    [InlineData("mayor", 1)]
    public void Find_RequestThatACourtRejects_IsARuling(string who, int expected) => Find($"""
        # par
        The the DET _ 2 det
        {who} {who} NOUN Number=Sing 3 nsubj
        rejected reject VERB VerbForm=Fin|Tense=Past 0 root
        her she PRON Poss=Yes 5 nmod:poss
        claim claim NOUN Number=Sing 3 obj
        . . PUNCT _ 3 punct
        """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("first first ADV", 0)]
    [InlineData("only only ADV", 1)]
    public void Find_WhoTellsOfItFirst_TellsNothing(string adverb, int expected) => Find($"""
        # par
        Two two NUM _ 2 nummod
        deaths death NOUN Number=Plur 5 nsubj:pass
        were be AUX VerbForm=Fin 5 aux:pass
        {adverb} _ 5 advmod
        reported report VERB VerbForm=Part|Tense=Past|Voice=Pass 0 root
        by by ADP _ 8 case
        the the DET _ 8 det
        Herald Herald PROPN Number=Sing 5 obl:agent
        . . PUNCT _ 5 punct
        """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("nothing nothing PRON", 0)]
    [InlineData("something something PRON", 1)]
    public void Find_NothingPromised_IsNoPromise(string thing, int expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        promised promise VERB VerbForm=Fin|Tense=Past 0 root
        {thing} Number=Sing 2 obj
        that that PRON PronType=Rel 5 nsubj
        helps help VERB VerbForm=Fin|Tense=Pres 3 acl:relcl
        . . PUNCT _ 2 punct
        """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("had", "have", 0)]
    [InlineData("saw", "see", 1)]
    public void Find_WhatOthersAreMadeToSay_IsNotSaid(string verb, string lemma, int expected) => Find($"""
        # par
        We we PRON _ 2 nsubj
        {verb} {lemma} VERB VerbForm=Fin|Tense=Past 0 root
        Bell Bell PROPN Number=Sing 4 nsubj
        {(lemma == "have" ? "explain explain VERB VerbForm=Inf" : "explain explain VERB VerbForm=Fin|Tense=Past")} 2 ccomp
        why why ADV _ 7 advmod
        it it PRON _ 7 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres 4 ccomp
        . . PUNCT _ 2 punct
        """).Length.ShouldBe(expected);

    [Fact]
    public void Find_SameWordsOfOneSpeaker_StandOnce() => Find("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        responded respond VERB VerbForm=Fin|Tense=Past 0 root
        : : PUNCT _ 2 punct
        # par
        “ “ PUNCT _ 3 punct
        It it PRON _ 3 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres 7 ccomp
        , , PUNCT _ 3 punct
        ” ” PUNCT _ 3 punct
        Bell Bell PROPN Number=Sing 7 nsubj
        said say VERB VerbForm=Fin|Tense=Past 0 root
        . . PUNCT _ 7 punct
        """).Length.ShouldBe(1);

    [Theory]
    [InlineData("he he PRON Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs", "welcomes welcome", 0)]
    [InlineData("he he PRON Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs", "denounced denounce", 1)]
    public void Find_WhatSomebodySaysThatHeWelcomes_IsOneStatement(string who, string verb, int inner) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj B-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        {who} 4 nsubj _
        {verb} VERB VerbForm=Fin|Tense=Pres 2 ccomp _
        the the DET _ 6 det _
        dam dam NOUN Number=Sing 4 obj _
        . . PUNCT _ 2 punct _
        """).Length.ShouldBe(1 + inner);

    [Theory]
    [InlineData("a a DET _", "line", 0)]
    [InlineData("his he PRON Poss=Yes", "claim", 1)]
    public void Find_LineThatSomebodyRepeats_TellsNothing(string whose, string noun, int expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        repeated repeat VERB VerbForm=Fin|Tense=Past 0 root
        {whose} 4 {(noun == "line" ? "det" : "nmod:poss")}
        {noun} {noun} NOUN Number=Sing 2 obj
        . . PUNCT _ 2 punct
        """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("Voters voter NOUN Number=Plur", "themselves they PRON Reflex=Yes", 0)]
    [InlineData("Bell Bell PROPN Number=Sing", "himself he PRON Reflex=Yes", 1)]
    public void Find_WhatThoseAskedAre_IsNoStatement(string who, string self, int expected) => Find($"""
        # par
        {who} 2 nsubj
        described describe VERB VerbForm=Fin|Tense=Past 0 root
        {self} 2 obj
        as as ADP _ 5 case
        liberal liberal ADJ _ 2 obl
        . . PUNCT _ 2 punct
        """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("Cracks crack NOUN Number=Plur", 0)]
    [InlineData("Officials official NOUN Number=Plur", 1)]
    public void Find_WhatThingsPointTo_IsNotSaid(string who, int expected) => Find($"""
        # par
        {who} 2 nsubj
        point point VERB VerbForm=Fin|Tense=Pres 0 root
        to to ADP _ 5 case
        a a DET _ 5 det
        leak leak NOUN Number=Sing 2 obl
        . . PUNCT _ 2 punct
        """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("confidence confidence NOUN Number=Sing", 0)]
    [InlineData("losses loss NOUN Number=Plur", 1)]
    public void Find_WhatSomebodyProjects_IsForetoldOrShown(string thing, int expected) => Find($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        projected project VERB VerbForm=Fin|Tense=Past 0 root
        heavy heavy ADJ _ 4 amod
        {thing} 2 obj
        . . PUNCT _ 2 punct
        """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("to to PART _ 7 mark", "explain explain VERB VerbForm=Inf 2 xcomp", "to explain it")]
    [InlineData("on on ADP _ 7 case", "Monday Monday PROPN Number=Sing 2 obl", null)]
    public void Find_WhomSomebodyAsks_IsNotWhatIsAsked(string to, string what, string? expected)
    {
        Statement[] found = Find($"""
            # par
            Bell Bell PROPN Number=Sing 2 nsubj B-Person
            asked ask VERB VerbForm=Fin|Tense=Past 0 root _
            Lund Lund PROPN Number=Sing 2 obj B-Person
            , , PUNCT _ 3 punct _
            {(expected is null ? "then then ADV _ 2 advmod _" : ", , PUNCT _ 3 punct _")}
            {to} _
            {what} _
            {(expected is null ? "again again ADV _ 2 advmod _" : "it it PRON _ 7 obj _")}
            . . PUNCT _ 2 punct _
            """);

        found.Select(static s => s.Content.Text).ShouldBe(expected is null ? [] : [expected]);
        found.ShouldAllBe(static s => s.Stance == Stance.Demands);
    }

    [Fact]
    public void Find_WhoIsAskedInAClauseBetween_AsksNothing() => Find("""
        # par
        Bell Bell PROPN Number=Sing 9 nsubj
        , , PUNCT _ 4 punct
        when when SCONJ _ 4 mark
        asked ask VERB VerbForm=Part|Tense=Past 9 advcl
        what what PRON _ 4 obj
        about about ADP _ 7 case
        it it PRON _ 5 nmod
        , , PUNCT _ 4 punct
        left leave VERB VerbForm=Fin|Tense=Past 0 root
        . . PUNCT _ 9 punct
        """).ShouldBeEmpty();

    [Fact]
    public void Find_WhoAsksWhatLeaked_Asks() => Find("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        asked ask VERB VerbForm=Fin|Tense=Past 0 root
        what what PRON _ 4 nsubj
        leaked leak VERB VerbForm=Fin|Tense=Past 2 ccomp
        . . PUNCT _ 2 punct
        """).ShouldHaveSingleItem().Stance.ShouldBe(Stance.Asks);

    [Theory]
    [InlineData("anything anything PRON", 0)]
    [InlineData("why why ADV", 1)]
    public void Find_WhatMayBeSaid_IsNotSaid(string what, int expected) => Find($"""
        # par
        Mayors mayor NOUN Number=Plur 4 nsubj
        can can AUX VerbForm=Fin 4 aux
        not not PART Polarity=Neg 4 advmod
        say say VERB VerbForm=Inf 0 root
        {what} _ {(expected == 0 ? "4 obj" : "7 advmod")}
        it it PRON _ 7 nsubj
        leaks leak VERB VerbForm=Fin|Tense=Pres {(expected == 0 ? "5 acl:relcl" : "4 ccomp")}
        . . PUNCT _ 4 punct
        """).Length.ShouldBe(expected);

    private static Statement[] Find(string parsed) => [.. new StatementAnnotator().Find(ParsedReport.Of(parsed))];
}
