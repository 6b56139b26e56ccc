using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Sources;

/// <summary>Who speaks where a sentence opens with a place, an "according to" without a comma, reports that cite others, or somebody who leaves.</summary>
public sealed class OpeningSourcesTests
{
    [Fact]
    public void Find_AccordingToWithoutComma_EndsBeforeTheSubject()
    {
        Statement found = Find("""
            # par
            According accord VERB ExtPos=ADP|VerbForm=Part 3 case _ B-cue
            to to ADP _ 1 fixed _ I-cue
            Norland Norland PROPN Number=Sing 7 obl B-Country B-source
            the the DET _ 6 det _ I-source
            Vorna Vorna PROPN Number=Sing 6 compound _ I-source
            fleet fleet NOUN Number=Sing 7 nsubj _ I-source
            crossed cross VERB VerbForm=Fin|Tense=Past 0 root _ B-content
            its its PRON Poss=Yes 9 nmod:poss _ I-content
            border border NOUN Number=Sing 7 obj _ I-content
            . . PUNCT _ 7 punct _ _
            """).ShouldHaveSingleItem();
        (found.Source.Text, found.Content.Text).ShouldBe(("Norland", "the Vorna fleet crossed its border"));
    }

    [Fact]
    public void Find_PlaceInCapitalsBeforeAColon_IsWhereItWasWritten() => Find("""
        # title
        Bridge bridge NOUN Number=Sing 0 root _ _

        # par
        LANOR LANOR PROPN Number=Sing 9 nsubj B-City B-source
        : : PUNCT _ 4 punct _ B-cue
        The the DET _ 4 det _ B-content
        bridge bridge NOUN Number=Sing 6 nsubj _ I-content
        is be AUX VerbForm=Fin|Tense=Pres 6 cop _ I-content
        shut shut ADJ _ 9 ccomp _ I-content
        , , PUNCT _ 6 punct _ _
        officials official NOUN Number=Plur 9 nsubj _ B-source
        said say VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        . . PUNCT _ 9 punct _ _
        """, new("source", 1, 1, -1, 2), new("cue", 2, 1, -1, 2), new("content", 3, 4, -1, 2), new("source", 8, 1, -1, 9), new("cue", 9, 1, -1, 9)).Select(static s => (s.Source.Text, s.Content.Text)).ShouldHaveSingleItem().ShouldBe(("officials", "The bridge is shut"));

    [Fact]
    public void Find_ReportsCitingSources_TellItThemselves()
    {
        Statement found = Find("""
            # par
            Reports report NOUN Number=Plur 4 nsubj _ B-source
            citing cite VERB VerbForm=Ger 1 acl _ B-cue
            sources source NOUN Number=Plur 4 nsubj _ B-content
            put put VERB VerbForm=Fin|Tense=Past 0 root _ I-content
            the the DET _ 6 det _ I-content
            toll toll NOUN Number=Sing 4 obj _ I-content
            at at ADP _ 8 case _ I-content
            90 90 NUM NumType=Card 4 obl _ I-content
            . . PUNCT _ 4 punct _ _
            """, new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 6, -1, 1)).ShouldHaveSingleItem();
        (found.Source.Text, found.Content.Text).ShouldBe(("Reports", "the toll at 90"));
    }

    [Fact]
    public void Find_QuotedPeopleWhoSaid_SpeakOnceThroughThePaper()
    {
        Statement found = Find("""
            # par
            Papers paper NOUN Number=Plur 2 nsubj _ B-source
            quoted quote VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
            villagers villager NOUN Number=Plur 2 obj _ B-content
            who who PRON PronType=Rel 5 nsubj _ I-content
            said say VERB VerbForm=Fin|Tense=Past 3 acl:relcl _ I-content
            the the DET _ 7 det _ I-content
            camp camp NOUN Number=Sing 9 nsubj _ I-content
            was be AUX VerbForm=Fin|Tense=Past 9 cop _ I-content
            empty empty ADJ _ 5 ccomp _ I-content
            . . PUNCT _ 2 punct _ _
            """, new("source", 0, 1, -1, 1), new("cue", 1, 1, -1, 1), new("content", 2, 7, -1, 1)).ShouldHaveSingleItem();
        (found.Source.Text, found.Content.Text, found.Chain.Any(static hop => hop.Name == "Papers")).ShouldBe(("villagers", "the camp was empty", true));
    }

    [Theory]
    [InlineData("leaves leave", "Bell")]
    [InlineData("backs back", "Norland")]
    public void Find_PlaceLeft_IsNotWhoSpeaks(string verb, string expected) => Find($"""
        # title
        Bell Bell PROPN Number=Sing 2 nsubj B-Person _
        {verb} VERB VerbForm=Fin|Tense=Pres 0 root _ _
        Norland Norland PROPN Number=Sing 2 obj B-Country B-source
        hailing hail VERB VerbForm=Ger 3 acl _ B-cue
        new new ADJ _ 6 amod _ B-content
        bridges bridge NOUN Number=Plur 4 obj _ I-content
        """).ShouldHaveSingleItem().Source.Text.ShouldBe(expected);

    [Fact]
    public void Find_CommitteeThatIncludesSomebody_SpeaksItself()
    {
        Statement found = Find("""
            # par
            The the DET _ 2 det _ B-source
            council council NOUN Number=Sing 11 nsubj _ I-source
            , , PUNCT _ 5 punct _ I-source
            which which PRON PronType=Rel 5 nsubj _ I-source
            includes include VERB VerbForm=Fin|Tense=Pres 2 acl:relcl _ I-source
            army army NOUN Number=Sing 7 compound _ I-source
            chief chief NOUN Number=Sing 8 nmod:desc _ I-source
            Ole Ole PROPN Number=Sing 5 obj B-Person I-source
            Dahl Dahl PROPN Number=Sing 8 flat I-Person I-source
            , , PUNCT _ 2 punct _ I-source
            said say VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
            it it PRON Number=Sing 14 nsubj _ B-content
            would would AUX VerbForm=Fin 14 aux _ I-content
            answer answer VERB VerbForm=Inf 11 ccomp _ I-content
            . . PUNCT _ 11 punct _ _
            """).ShouldHaveSingleItem();
        found.Source.Text.ShouldBe("The council, which includes army chief Ole Dahl");
        found.Source.Name.ShouldNotContain("Dahl");
    }

    [Fact]
    public void Find_CountryBeforeHeSaid_OpensTheWords() => Find("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj B-Person B-source
        said say VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        it it PRON Number=Sing 4 nsubj _ B-content
        rained rain VERB VerbForm=Fin|Tense=Past 2 ccomp _ I-content
        . . PUNCT _ 2 punct _ _

        Norland Norland PROPN Number=Sing 4 nsubj B-Country B-content
        , , PUNCT _ 1 punct _ _
        he he PRON Gender=Masc|Number=Sing 4 nsubj _ B-source
        said say VERB VerbForm=Fin|Tense=Past 0 root _ B-cue
        , , PUNCT _ 4 punct _ _
        lied lie VERB VerbForm=Fin|Tense=Past 4 ccomp _ B-content
        . . PUNCT _ 4 punct _ _
        """)[1].Source.Name.ShouldBe("Bell");

    [Fact]
    public void Find_BlamedForClaims_AreWhoseClaimsTheyAre() => Find("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj B-Person _
        blamed blame VERB VerbForm=Fin|Tense=Past 0 root _ _
        the the DET _ 4 det _ _
        papers paper NOUN Number=Plur 2 obj _ _
        and and CCONJ _ 7 cc _ _
        the the DET _ 7 det _ _
        town town NOUN Number=Sing 4 conj _ _
        for for ADP _ 10 case _ _
        the the DET _ 10 det _ _
        claims claim NOUN Number=Plur 7 nmod _ _
        that that SCONJ _ 13 mark _ _
        it it PRON Number=Sing 13 nsubj _ _
        leaks leak VERB VerbForm=Fin|Tense=Pres 10 acl _ _
        . . PUNCT _ 2 punct _ _
        """).Single(static s => s.Cue.Text == "claims").Source.Text.ShouldBe("the papers and the town");

    private static Layer<Statement> Find(string parsed, params RoleSpan[] roles)
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of(parsed));
        return new StatementAnnotator().Find(roles.Length == 0 ? report : report.With(ReportLayers.RoleSpans, new RoleLayer([.. roles])));
    }
}
