using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Chains;

/// <summary>Who hands words on: papers that are told something, statements that somebody issues, outlets that only repeat.</summary>
public sealed class ChainBuilderTests
{
    [Theory]
    [InlineData("Harbour", "PROPN", "Harbour")]
    [InlineData("Us", "PRON", "Us")]
    [InlineData("her", "PRON", null)]
    public void Find_ToldToOneWordWithACapital_IsToldToAMagazine(string word, string tag, string? expected)
    {
        Statement told = Find($"""
            # par
            It it PRON Number=Sing 2 nsubj _
            sank sink VERB VerbForm=Fin|Tense=Past 6 ccomp _
            , , PUNCT _ 2 punct _
            a a DET _ 5 det _
            clerk clerk NOUN Number=Sing 6 nsubj _
            told tell VERB VerbForm=Fin|Tense=Past 0 root _
            {word} {word} {tag} Number=Sing 6 iobj _
            . . PUNCT _ 6 punct _
            """).Single(static s => s.Cue.Lemma == "tell");

        told.Chain.Select(static h => h.Name).ShouldBe(expected is null ? [] : [expected]);
    }

    // "Ada Brown said on Lanor TV's Night Talk.", "… on Lanor Lake's east shore."
    [Theory]
    [InlineData("TV", "Lanor TV")]
    [InlineData("Lake", null)]
    public void Find_SaidOnAProgrammeOfAStation_StandsInTheStation(string second, string? expected)
    {
        Statement said = Find($"""
            # par
            “ “ PUNCT _ 3 punct _
            It it PRON Number=Sing 3 nsubj _
            sank sink VERB VerbForm=Fin|Tense=Past 8 ccomp _
            , , PUNCT _ 3 punct _
            ” ” PUNCT _ 3 punct _
            Ada Ada PROPN Number=Sing 8 nsubj B-Person
            Brown Brown PROPN Number=Sing 6 flat I-Person
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            on on ADP _ 14 case _
            Lanor Lanor PROPN Number=Sing 11 compound B-Organization
            {second} {second} PROPN Number=Sing 14 nmod:poss I-Organization
            's 's PART _ 11 case _
            Night Night PROPN Number=Sing 14 compound _
            Talk Talk PROPN Number=Sing 8 obl _
            . . PUNCT _ 8 punct _
            """).Single(static s => s.Cue.Lemma == "say");

        said.Chain.Select(static h => h.Name).ShouldBe(expected is null ? [] : [expected]);
    }

    [Theory]
    [InlineData("reports", "Number=Plur", null)]
    [InlineData("report", "Number=Sing", "Orvane")]
    public void Find_ReportsFromSomewhere_AreOfNobodyThatIsNamed(string noun, string number, string? root)
    {
        Statement told = Find($"""
            # par
            It it PRON Number=Sing 2 nsubj _
            sank sink VERB VerbForm=Fin|Tense=Past {(root is null ? 7 : 8)} ccomp _
            , , PUNCT _ 2 punct _
            {(root is null ? "" : "a a DET _ 5 det _\n            ")}{noun} report NOUN {number} {(root is null ? 7 : 8)} nsubj _
            from from ADP _ {(root is null ? 6 : 7)} case _
            Orvane Orvane PROPN Number=Sing {(root is null ? 4 : 5)} nmod B-Organization
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            . . PUNCT _ {(root is null ? 7 : 8)} punct _
            """).Single(static s => s.Cue.Lemma == "say");

        told.Root.Name.ShouldBe(root ?? told.Source.Name);
    }

    [Fact]
    public void Find_ToldToSomebodyOfAStation_IsToldToTheStation()
    {
        Statement told = Find("""
            # par
            It it PRON Number=Sing 2 nsubj _
            sank sink VERB VerbForm=Fin|Tense=Past 6 ccomp _
            , , PUNCT _ 2 punct _
            a a DET _ 5 det _
            clerk clerk NOUN Number=Sing 6 nsubj _
            told tell VERB VerbForm=Fin|Tense=Past 0 root _
            KX7's KX7's PROPN Number=Sing 6 iobj B-Person
            Ada Ada PROPN Number=Sing 7 flat I-Person
            Brown Brown PROPN Number=Sing 7 flat I-Person
            . . PUNCT _ 6 punct _
            """).Single(static s => s.Cue.Lemma == "tell");

        told.Chain.Select(static h => (h.Name, h.Relation)).ShouldBe([("KX7", HopRelation.Told)]);
    }

    [Theory]
    [InlineData("statement", "The", "Orvane")]
    [InlineData("statement", "Another", "Another statement")]
    public void Find_TheStatementSomebodyIssued_GoesBackToWhoeverIssuedIt(string noun, string article, string expected)
    {
        Statement said = Find($"""
            # par
            Orvane Orvane PROPN Number=Sing 2 nsubj B-Organization
            issued issue VERB VerbForm=Fin|Tense=Past 0 root _
            a a DET _ 4 det _
            {noun} {noun} NOUN Number=Sing 2 obj _
            . . PUNCT _ 2 punct _

            {article} {article} DET Definite=Def 2 det _
            {noun} {noun} NOUN Number=Sing 3 nsubj _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            the the DET Definite=Def 5 det _
            plant plant NOUN Number=Sing 6 nsubj _
            closed close VERB VerbForm=Fin|Tense=Past 3 ccomp _
            . . PUNCT _ 3 punct _
            """).Single(static s => s.Cue.Lemma == "say");

        said.Root.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("said", "Police")]
    [InlineData("knew", null)]
    public void Find_OutletThatRepeatsWhatAnotherSaid_GoesBackToThatOne(string verb, string? expected)
    {
        Statement reported = Find($"""
            # par
            Police police NOUN Number=Plur 2 nsubj _
            {(verb == "said" ? "said say VERB VerbForm=Fin|Tense=Past 8 ccomp _" : "came come VERB VerbForm=Fin|Tense=Past 8 ccomp _")}
            guards guard NOUN Number=Plur 4 nsubj _
            fled flee VERB VerbForm=Fin|Tense=Past 2 ccomp _
            , , PUNCT _ 8 punct _
            the the DET Definite=Def 7 det _
            Herald Herald PROPN Number=Sing 8 nsubj B-Organization
            reported report VERB VerbForm=Fin|Tense=Past 0 root _
            . . PUNCT _ 8 punct _
            """).Single(static s => s.Cue.Lemma == "report");

        reported.Root.Name.ShouldBe(expected);
    }

    private static Statement[] Find(string rows) => [.. new StatementAnnotator().Find(new CoreferenceAnnotator().Annotate(ParsedReport.Of(rows)))];
}
