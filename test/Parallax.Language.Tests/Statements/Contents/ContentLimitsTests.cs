using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Contents;

public sealed class ContentLimitsTests
{
    [Fact]
    public void Find_ButWouldNotNameHer_IsNoWordOfTheSpeaker()
    {
        Statement statement = new StatementAnnotator().Find(ParsedReport.Of("""
            # par
            Police police NOUN Number=Plur 2 nsubj _ _
            said say VERB Tense=Past|VerbForm=Fin 0 root _ _
            a a DET _ 4 det _ _
            clerk clerk NOUN Number=Sing 5 nsubj _ _
            died die VERB Tense=Past|VerbForm=Fin 2 ccomp _ _
            but but CCONJ _ 9 cc _ _
            would would AUX VerbForm=Fin 9 aux _ _
            not not PART _ 9 advmod _ _
            name name VERB VerbForm=Inf 5 conj _ _
            her she PRON _ 9 obj _ _
            . . PUNCT _ 2 punct _ _
            """)).ShouldHaveSingleItem();

        statement.Content.Text.ShouldBe("a clerk died");
    }

    [Fact]
    public void Find_ButWouldNotSell_StaysInTheContent()
    {
        Statement statement = new StatementAnnotator().Find(ParsedReport.Of("""
            # par
            Police police NOUN Number=Plur 2 nsubj _ _
            said say VERB Tense=Past|VerbForm=Fin 0 root _ _
            a a DET _ 4 det _ _
            clerk clerk NOUN Number=Sing 5 nsubj _ _
            called call VERB Tense=Past|VerbForm=Fin 2 ccomp _ _
            but but CCONJ _ 9 cc _ _
            would would AUX VerbForm=Fin 9 aux _ _
            not not PART _ 9 advmod _ _
            sell sell VERB VerbForm=Inf 5 conj _ _
            it it PRON _ 9 obj _ _
            . . PUNCT _ 2 punct _ _
            """)).ShouldHaveSingleItem();

        statement.Content.Text.ShouldContain("sell it");
    }

    [Fact]
    public void Find_ReportsToTheMinister_SaysNothing() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        The the DET _ 2 det _ _
        commander commander NOUN Number=Sing 3 nsubj _ B-source
        reports report VERB Tense=Pres|VerbForm=Fin 0 root _ B-cue
        to to ADP _ 6 case _ I-cue
        the the DET _ 6 det _ B-content
        minister minister NOUN Number=Sing 3 obl _ I-content
        . . PUNCT _ 3 punct _ _
        """)).ShouldBeEmpty();

    [Fact]
    public void Find_VerbOfAnotherSubjectBehindAnd_IsNoWordOfTheSpeaker() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Witnesses witness NOUN Number=Plur 2 nsubj _ _
        identified identify VERB Tense=Past|VerbForm=Fin 0 root _ _
        the the DET _ 4 det _ _
        boat boat NOUN Number=Sing 2 obj _ _
        as as ADP _ 7 case _ _
        a a DET _ 7 det _ _
        cutter cutter NOUN Number=Sing 2 obl _ _
        and and CCONJ _ 9 cc _ _
        Ada Ada PROPN Number=Sing 7 conj _ _
        Lund Lund PROPN Number=Sing 9 flat _ _
        was be AUX Mood=Ind|VerbForm=Fin 12 aux:pass _ _
        held hold VERB Tense=Past|VerbForm=Part|Voice=Pass 2 conj _ _
        . . PUNCT _ 2 punct _ _
        """)).ShouldNotContain(static s => s.Content.Text.Contains("Lund", StringComparison.Ordinal));
}
