using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Sources;

/// <summary>Speakers whom the grammar of their own sentence tells: who is asked, whose sentence it is, who sends a statement, what a relative clause is about; and records that say nothing themselves.</summary>
public sealed class SubjectsOfSpeechTests
{
    [Theory]
    [InlineData("asked", "ask", "Ben Lund")]
    [InlineData("beat", "beat", "Karl Brenn")]
    public void Find_HeInWhatSomebodyIsAskedAbout_IsTheOneAsked(string form, string lemma, string expected)
    {
        Statement[] statements = Find($"""
            # par
            Karl Karl PROPN Number=Sing 3 nsubj B-Person
            Brenn Brenn PROPN Number=Sing 1 flat I-Person
            {form} {lemma} VERB VerbForm=Fin|Tense=Past 0 root _
            Ben Ben PROPN Number=Sing 3 obj B-Person
            Lund Lund PROPN Number=Sing 4 flat I-Person
            on on ADP _ 7 case _
            Monday Monday PROPN Number=Sing 3 obl _
            when when SCONJ _ 10 mark _
            he he PRON Gender=Masc|Number=Sing|Person=3|PronType=Prs 10 nsubj _
            claimed claim VERB VerbForm=Fin|Tense=Past 3 advcl _
            that that SCONJ _ 14 mark _
            it it PRON Number=Sing|Person=3 14 nsubj _
            was be AUX VerbForm=Fin|Tense=Past 14 cop _
            safe safe ADJ Degree=Pos 10 ccomp _
            . . PUNCT _ 3 punct _
            """);

        statements.Single(static s => s.Cue.Lemma == "claim").Source.Name.ShouldBe(expected);
    }

    [Fact]
    public void Find_HeAddedBehindTheSubjectOfTheSentence_IsTheSubjectAndNotWhoSpokeBefore()
    {
        Statement[] statements = Find("""
            # par
            Karl Karl PROPN Number=Sing 3 nsubj B-Person
            Brenn Brenn PROPN Number=Sing 1 flat I-Person
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing|Person=3 5 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 3 ccomp _
            . . PUNCT _ 3 punct _

            Ben Ben PROPN Number=Sing 3 nsubj B-Person
            Lund Lund PROPN Number=Sing 1 flat I-Person
            left leave VERB VerbForm=Fin|Tense=Past 0 root _
            , , PUNCT _ 7 punct _
            though though SCONJ _ 7 mark _
            he he PRON Gender=Masc|Number=Sing|Person=3|PronType=Prs 7 nsubj _
            added add VERB VerbForm=Fin|Tense=Past 3 advcl _
            it it PRON Number=Sing|Person=3 9 nsubj _
            held hold VERB VerbForm=Fin|Tense=Past 7 ccomp _
            . . PUNCT _ 3 punct _
            """);

        statements.Single(static s => s.Cue.Lemma == "add").Source.Name.ShouldBe("Ben Lund");
    }

    [Theory]
    [InlineData("issued", "issue", "Ada Brown")]
    [InlineData("read", "read", "a statement")]
    public void Find_StatementThatSomebodyIssues_IsHisWord(string form, string lemma, string expected)
    {
        Statement[] statements = Find($"""
            # par
            Ada Ada PROPN Number=Sing 3 nsubj B-Person
            Brown Brown PROPN Number=Sing 1 flat I-Person
            {form} {lemma} VERB VerbForm=Fin|Tense=Past 0 root _
            a a DET Definite=Ind 5 det _
            statement statement NOUN Number=Sing 3 obj _
            saying say VERB VerbForm=Ger 5 acl _
            it it PRON Number=Sing|Person=3 8 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 6 ccomp _
            . . PUNCT _ 3 punct _
            """);

        statements.Single(static s => s.Content.Text == "it broke").Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("supporter", "Ada Brown")]
    [InlineData("", "Ada Brown and Karl Brenn")]
    public void Find_TwoNamesInAPhrase_AreTwoSpeakersUnlessTheSecondTellsWhoseTheFirstIs(string noun, string expected)
    {
        Statement[] statements = Find(noun.Length > 0 ? $"""
            # par
            Ada Ada PROPN Number=Sing 11 nsubj B-Person
            Brown Brown PROPN Number=Sing 1 flat I-Person
            , , PUNCT _ 5 punct _
            a a DET Definite=Ind 5 det _
            clerk clerk NOUN Number=Sing 1 appos _
            and and CCONJ _ 9 cc _
            a a DET Definite=Ind 9 det _
            Brenn Brenn PROPN Number=Sing 9 compound B-Person
            {noun} {noun} NOUN Number=Sing 1 conj _
            , , PUNCT _ 5 punct _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing|Person=3 13 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 11 ccomp _
            . . PUNCT _ 11 punct _
            """ : """
            # par
            Ada Ada PROPN Number=Sing 6 nsubj B-Person
            Brown Brown PROPN Number=Sing 1 flat I-Person
            and and CCONJ _ 4 cc _
            Karl Karl PROPN Number=Sing 1 conj B-Person
            Brenn Brenn PROPN Number=Sing 4 flat I-Person
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing|Person=3 8 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 6 ccomp _
            . . PUNCT _ 6 punct _
            """);

        statements.ShouldHaveSingleItem().Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("transcript", "Brown")]
    [InlineData("clerk", "Brown, clerk")]
    public void Find_RecordInWhichAnothersWordsStand_SaysNothingItself(string noun, string expected)
    {
        Statement[] statements = Find($"""
            # par
            Brown Brown PROPN Number=Sing 2 nsubj B-Person
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing|Person=3 4 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 2 ccomp _
            , , PUNCT _ 9 punct _
            according accord VERB VerbForm=Ger 9 case _
            to to ADP _ 6 fixed _
            a a DET Definite=Ind 9 det _
            {noun} {noun} NOUN Number=Sing 2 obl _
            . . PUNCT _ 2 punct _
            """);

        string.Join(", ", statements.Select(static s => s.Source.Text.Replace("a ", "", StringComparison.Ordinal))).ShouldBe(expected);
        statements.Single(static s => s.Cue.Lemma == "say").Chain.ShouldHaveSingleItem().Name.ShouldEndWith(noun);
        statements.Single(static s => s.Cue.Lemma == "say").Parent.ShouldBe(statements.Length == 1 ? null : statements.Single(static s => s.Cue.Lemma != "say").Id);
    }

    [Theory]
    [InlineData("percent", 0)]
    [InlineData("guards", 1)]
    public void Find_TwoSharesOfThoseAsked_AreNotOneInTheOther(string noun, int hops)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            # par
            Six six NUM NumType=Card 2 nummod _
            {noun} {noun} NOUN Number=Plur 3 nsubj _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing|Person=3 5 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 3 ccomp _
            while while SCONJ _ 9 mark _
            two two NUM NumType=Card 8 nummod _
            {noun} {noun} NOUN Number=Plur 9 nsubj _
            said say VERB VerbForm=Fin|Tense=Past 5 advcl _
            it it PRON Number=Sing|Person=3 11 nsubj _
            held hold VERB VerbForm=Fin|Tense=Past 9 ccomp _
            . . PUNCT _ 3 punct _
            """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 0, 2, 1, 1), new("cue", 2, 1, -1, 1), new("content", 3, 8, 1, 1), new("source", 6, 2, 4, 4), new("cue", 8, 1, -1, 4), new("content", 9, 2, 4, 4)]));

        new StatementAnnotator().Find(report).Single(static s => s.Source.Text.StartsWith("two", StringComparison.Ordinal)).Chain.Length.ShouldBe(hops);
    }

    [Fact]
    public void Find_VerbBehindAThingInARelativeClause_IsOfWhomTheClauseIs()
    {
        AnnotatedReport report = ParsedReport.Of("""
            # par
            It it PRON Number=Sing|Person=3 2 nsubj _
            hit hit VERB VerbForm=Fin|Tense=Past 0 root _
            the the DET Definite=Def 4 det _
            girl girl NOUN Number=Sing 2 obj _
            who who PRON PronType=Rel 6 nsubj _
            wore wear VERB VerbForm=Fin|Tense=Past 4 acl:relcl _
            a a DET Definite=Ind 8 det _
            scarf scarf NOUN Number=Sing 6 obj _
            and and CCONJ _ 10 cc _
            said say VERB VerbForm=Fin|Tense=Past 6 conj _
            it it PRON Number=Sing|Person=3 12 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 10 ccomp _
            . . PUNCT _ 2 punct _
            """).With(ReportLayers.RoleSpans, new RoleLayer([new("source", 4, 4, 1, 1), new("cue", 9, 1, -1, 1), new("content", 10, 2, 1, 1)]));

        new StatementAnnotator().Find(report).Single(static s => s.Cue.Lemma == "say").Source.Text.ShouldBe("who");
    }

    private static Statement[] Find(string table)
    {
        AnnotatedReport report = ParsedReport.Of(table);
        report = new CoreferenceAnnotator().Annotate(report.Has(ReportLayers.Names.Name) ? report : report.With(ReportLayers.Names, Layer<NameMention>.Empty));
        return [.. new StatementAnnotator().Find(report)];
    }
}
