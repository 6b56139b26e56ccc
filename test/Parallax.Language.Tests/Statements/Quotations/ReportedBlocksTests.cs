using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Quotations;

public sealed class ReportedBlocksTests
{
    private const string Header = """
        # par
        According accord VERB VerbForm=Ger 0 root _ _
        to to ADP _ 1 fixed _ _
        reports report NOUN Number=Plur 1 obl _ _
        in in ADP _ 6 case _ _
        a a DET _ 6 det _ _
        paper paper NOUN Number=Sing 3 nmod _ _
        : : PUNCT _ 1 punct _ _

        # par
        The the DET _ 2 det _ _
        dam dam NOUN Number=Sing 3 nsubj _ _
        leaked leak VERB Tense=Past|VerbForm=Fin 0 root _ _
        . . PUNCT _ 3 punct _ _

        # par
        Nobody nobody PRON _ 2 nsubj _ _
        noticed notice VERB Tense=Past|VerbForm=Fin 0 root _ _
        . . PUNCT _ 2 punct _ _

        # par
        I I PRON _ 2 nsubj _ _
        wonder wonder VERB Tense=Pres|VerbForm=Fin 0 root _ _
        . . PUNCT _ 2 punct _ _
        """;

    private const string AtBriefing = """
        # par
        Brown Brown PROPN Number=Sing 8 nsubj B-Person B-source
        , , PUNCT _ 8 punct _ _
        at at ADP _ 5 case _ _
        a a DET _ 5 det _ _
        briefing briefing NOUN Number=Sing 1 nmod _ _
        today today NOUN _ 5 obl _ _
        , , PUNCT _ 8 punct _ _
        said say VERB Tense=Past|VerbForm=Fin 0 root _ B-cue
        the the DET _ 10 det _ B-content
        dam dam NOUN Number=Sing 11 nsubj _ I-content
        held hold VERB Tense=Past|VerbForm=Fin 8 ccomp _ I-content
        . . PUNCT _ 8 punct _ _
        """;

    [Fact]
    public void Find_LineThatSaysAccordingTo_HoldsForTheParagraphsBelowUpToTheWritersOwnVoice()
    {
        Statement statement = new StatementAnnotator().Find(ParsedReport.Of(Header)).Single(static s => s.Cue.Lemma == "according to");

        statement.Source.Text.ShouldBe("reports in a paper");
        statement.Content.Text.ShouldStartWith("The dam leaked");
        statement.Content.Text.ShouldContain("Nobody noticed");
        statement.Content.Text.ShouldNotContain("wonder");
    }

    [Fact]
    public void Find_PhraseBetweenSpeakerAndCue_IsTheOccasionWhereverItHangs()
    {
        Statement statement = new StatementAnnotator().Find(ParsedReport.Of(AtBriefing)).ShouldHaveSingleItem();

        (statement.Source.Text, statement.Content.Text).ShouldBe(("Brown", "the dam held"));
        statement.Occasion.ShouldNotBeNull().ShouldStartWith("at a briefing");
    }
}
