using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Sources;

/// <summary>Speakers of whom more is told beside their words: with a relative clause, by where they stand, by what they do; and papers about somebody.</summary>
public sealed class ToldOfSpeakersTests
{
    [Theory]
    [InlineData("who", "clerk Ada Brown")]
    [InlineData("and", "The driver fled north")]
    public void Find_NameWithRelativeClauseBehindTheVerb_SpeaksWhereverTheClauseHangs(string word, string expected)
    {
        Statement statement = Find($"""
            # par
            The the DET Definite=Def 2 det _
            driver driver NOUN Number=Sing 6 nsubj _
            fled flee VERB VerbForm=Fin|Tense=Past 2 acl:relcl _
            north north ADV _ 3 advmod _
            , , PUNCT _ 3 punct _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            clerk clerk NOUN Number=Sing 13 nsubj _
            Ada Ada PROPN Number=Sing 7 flat B-Person
            Brown Brown PROPN Number=Sing 8 flat I-Person
            , , PUNCT _ 11 punct _
            {word} {word} PRON _ 7 dep _
            was be AUX VerbForm=Fin|Tense=Past 13 cop _
            away away ADV _ 6 ccomp _
            . . PUNCT _ 6 punct _
            """).Single(static s => s.Cue.Lemma == "say");

        statement.Source.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("refused", "refuse", "Ben Lund")]
    [InlineData("agreed", "agree", "Police")]
    public void Find_ParticipleBehindADefiantAct_IsOfWhoActs(string form, string lemma, string expected)
    {
        List<Statement> statements = Find($"""
            # par
            Police police NOUN Number=Plur 2 nsubj _
            say say VERB VerbForm=Fin|Tense=Pres 0 root _
            Ben Ben PROPN Number=Sing 5 nsubj B-Person
            Lund Lund PROPN Number=Sing 3 flat I-Person
            {form} {lemma} VERB VerbForm=Fin|Tense=Past 2 ccomp _
            to to PART _ 7 mark _
            leave leave VERB VerbForm=Inf 5 xcomp _
            , , PUNCT _ 9 punct _
            saying say VERB VerbForm=Ger 2 advcl _
            that that SCONJ _ 13 mark _
            guards guard NOUN Number=Plur 13 nsubj _
            must must AUX VerbForm=Fin 13 aux _
            carry carry VERB VerbForm=Inf 9 ccomp _
            him he PRON Number=Sing|Person=3 13 obj _
            . . PUNCT _ 2 punct _
            """);

        Statement told = statements.Single(static s => s.Content.Text.EndsWith("guards must carry him", StringComparison.Ordinal) && !s.Content.Text.Contains("leave", StringComparison.Ordinal));
        told.Source.Name.ShouldBe(expected);
        told.Chain.Select(static h => h.Name).ShouldBe(expected == "Police" ? [] : ["Police"]);
    }

    [Theory]
    [InlineData("record", "document")]
    [InlineData("letter", "person")]
    public void Find_PaperOfAPerson_IsFromHimUnlessItTellsOfHim(string paper, string root)
    {
        Statement statement = Find($"""
            # par
            Ben Ben PROPN Number=Sing 3 nsubj B-Person
            Lund Lund PROPN Number=Sing 1 flat I-Person
            fled flee VERB VerbForm=Fin|Tense=Past 0 root _
            . . PUNCT _ 3 punct _

            His his PRON Gender=Masc|Number=Sing|Person=3|Poss=Yes 2 nmod:poss _
            {paper} {paper} NOUN Number=Sing 3 nsubj _
            says say VERB VerbForm=Fin|Tense=Pres 0 root _
            it it PRON Number=Sing 5 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
            . . PUNCT _ 3 punct _
            """).Single(static s => s.Cue.Lemma == "say");

        statement.Root.Kind.ToString().ShouldBe(root, StringCompareShould.IgnoreCase);
    }

    [Theory]
    [InlineData("station", "KVRN-TV")]
    [InlineData("newspaper", "newspaper")]
    public void Find_TheStation_IsTheOneStationNamedBefore(string noun, string expected)
    {
        Statement statement = Find($"""
            # par
            Crews crew NOUN Number=Plur 3 nsubj _
            from from ADP _ 4 case _
            came come VERB VerbForm=Fin|Tense=Past 0 root _
            KVRN-TV KVRN-TV PROPN Number=Sing 3 obl B-Organization
            . . PUNCT _ 3 punct _

            The the DET Definite=Def 2 det _
            {noun} {noun} NOUN Number=Sing 3 nsubj _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 5 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
            . . PUNCT _ 3 punct _
            """).Single(static s => s.Cue.Lemma == "say");

        statement.Source.Name.ShouldBe(expected);
    }

    [Fact]
    public void Find_WhoStandsNextToSomebody_KeepsWhere() => Find("""
        # par
        A a DET Definite=Ind 2 det _
        man man NOUN Number=Sing 7 nsubj _
        standing stand VERB VerbForm=Ger 2 acl _
        next next ADV _ 3 advmod _
        to to ADP _ 6 case _
        her she PRON Number=Sing 7 obl _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 9 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 7 ccomp _
        . . PUNCT _ 7 punct _
        """).Single(static s => s.Cue.Lemma == "say").Source.Text.ShouldBe("A man standing next to her");

    private static List<Statement> Find(string parse) => [.. new StatementAnnotator().Find(new CoreferenceAnnotator().Annotate(ParsedReport.Of(parse)))];
}
