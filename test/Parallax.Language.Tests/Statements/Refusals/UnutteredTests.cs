using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Refusals;

public sealed class UnutteredTests
{
    [Fact]
    public void Find_CrewNotifiedOfACall_IsNoStatement() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        A a DET _ 2 det
        crew crew NOUN Number=Sing 5 nsubj:pass
        has have AUX VerbForm=Fin 5 aux
        been be AUX VerbForm=Part 5 aux:pass
        notified notify VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root
        of of ADP _ 8 case
        the the DET _ 8 det
        call call NOUN Number=Sing 5 obl
        . . PUNCT _ 5 punct
        """)).ShouldBeEmpty();

    [Theory]
    [InlineData("soon", 0)]
    [InlineData("just", 1)]
    public void Find_AsSoonAsUnderstood_IsNoStatement(string word, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        Crews crew NOUN Number=Plur 2 nsubj
        left leave VERB VerbForm=Fin 0 root
        {word} {word} ADV _ 2 advmod
        as as SCONJ _ 6 mark
        Bell Bell PROPN Number=Sing 6 nsubj
        understood understand VERB VerbForm=Fin 2 advcl
        that that SCONJ _ 9 mark
        power power NOUN Number=Sing 9 nsubj
        failed fail VERB VerbForm=Fin 6 ccomp
        . . PUNCT _ 2 punct
        """)).Count.ShouldBe(expected);

    [Fact]
    public void Find_KnowsHowTo_IsNoStatement() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        knows know VERB VerbForm=Fin 0 root
        how how ADV _ 5 advmod
        to to PART _ 5 mark
        steer steer VERB VerbForm=Inf 2 ccomp
        a a DET _ 7 det
        barge barge NOUN Number=Sing 5 obj
        . . PUNCT _ 2 punct
        """)).ShouldBeEmpty();

    [Theory]
    [InlineData("disgrace", Stance.Criticises)]
    [InlineData("hero", Stance.Praises)]
    [InlineData("cousin", Stance.Asserts)]
    public void Find_CalledByAWord_TakesItsJudgement(string word, Stance expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        called call VERB VerbForm=Fin 0 root
        the the DET _ 4 det
        pilot pilot NOUN Number=Sing 2 obj
        a a DET _ 6 det
        {word} {word} NOUN Number=Sing 2 xcomp
        . . PUNCT _ 2 punct
        """)).ShouldHaveSingleItem().Stance.ShouldBe(expected);

    [Theory]
    [InlineData("seems", "seem", 0)]
    [InlineData("says", "say", 1)]
    public void Find_SeemsToHope_IsNoStatement(string word, string lemma, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        {word} {lemma} VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
        to to PART _ 4 mark
        hope hope VERB VerbForm=Inf 2 xcomp
        that that SCONJ _ 8 mark
        the the DET _ 7 det
        fair fair NOUN Number=Sing 8 nsubj
        opens open VERB Tense=Pres|VerbForm=Fin 4 ccomp
        . . PUNCT _ 2 punct
        """)).Count.ShouldBe(expected);

    [Theory]
    [InlineData("An", "inquiry", "inquiry", 1)]
    [InlineData("The", "mayor", "mayor", 2)]
    public void Find_InquiryInTheWordsOfAnother_SpeaksNotBesideHim(string article, string noun, string lemma, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        Police police NOUN Number=Plur 2 nsubj
        said say VERB Tense=Past|VerbForm=Fin 0 root
        {article} a DET _ 4 det
        {noun} {lemma} NOUN Number=Sing 5 nsubj
        found find VERB Tense=Past|VerbForm=Fin 2 ccomp
        that that SCONJ _ 9 mark
        the the DET _ 8 det
        boat boat NOUN Number=Sing 9 nsubj
        leaked leak VERB Tense=Past|VerbForm=Fin 5 ccomp
        . . PUNCT _ 2 punct
        """)).Count.ShouldBe(expected);

    [Theory]
    [InlineData("Many", "many", "people", "people", "NOUN", 0)]
    [InlineData("Mayor", "mayor", "Bell", "Bell", "PROPN", 1)]
    public void Find_PeopleWonder_IsNoStatement(string first, string firstLemma, string noun, string lemma, string tag, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        {first} {firstLemma} ADJ _ 2 amod
        {noun} {lemma} {tag} Number=Plur 3 nsubj
        wonder wonder VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
        how how ADV _ 7 advmod
        they they PRON _ 7 nsubj
        will will AUX VerbForm=Fin 7 aux
        pay pay VERB VerbForm=Inf 3 ccomp
        . . PUNCT _ 3 punct
        """)).Count.ShouldBe(expected);

    [Fact]
    public void Find_HedgeInWordsOfAPaper_IsItsOwnAndTheVerbBehindBelongsToThem()
    {
        Statement statement = new StatementAnnotator().Find(ParsedReport.Of("""
            # par
            Lund Lund PROPN Number=Sing 4 nsubj
            has have AUX VerbForm=Fin 4 aux
            reportedly reportedly ADV _ 4 advmod
            taken take VERB Tense=Past|VerbForm=Part 0 root
            the the DET _ 6 det
            job job NOUN Number=Sing 4 obj
            , , PUNCT _ 11 punct
            according accord VERB VerbForm=Ger 11 case
            to to ADP _ 8 fixed
            the the DET _ 11 det
            Herald Herald PROPN Number=Sing 4 obl
            , , PUNCT _ 15 punct
            and and CCONJ _ 15 cc
            is be AUX VerbForm=Fin 15 aux
            moving move VERB Tense=Pres|VerbForm=Part 4 conj
            there there ADV _ 15 advmod
            . . PUNCT _ 4 punct
            """)).ShouldHaveSingleItem();

        statement.Source.Text.ShouldBe("the Herald");
        statement.Content.Text.ShouldBe("Lund has reportedly taken the job … and is moving there");
        statement.Hedge.ShouldBe("reportedly");
    }
}
