using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Sources;

/// <summary>Several who go on in the next sentence, and a speaker whose surname the parser takes for another word.</summary>
public sealed class SpeakersGoingOnTests
{
    [Theory]
    [InlineData("Police", "police", "Police")]
    [InlineData("Spokesman", "spokesman", "Spokesman")]
    [InlineData("Brown", "Brown", "guards")]
    public void Find_TheyBehindAStatement_AreItsSpeakersWhereThoseCanBeMeant(string form, string lemma, string expected)
    {
        Statement[] statements = Find($"""
            # par
            {form} {lemma} NOUN Number=Sing 2 nsubj {(form == "Brown" ? "B-Person" : "_")}
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            guards guard NOUN Number=Plur 4 nsubj _
            fled flee VERB VerbForm=Fin|Tense=Past 2 ccomp _
            . . PUNCT _ 2 punct _

            They they PRON Number=Plur|Person=3 2 nsubj _
            added add VERB VerbForm=Fin|Tense=Past 0 root _
            the the DET Definite=Def 4 det _
            gate gate NOUN Number=Sing 5 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 2 ccomp _
            . . PUNCT _ 2 punct _
            """);

        statements.Single(static s => s.Cue.Lemma == "add").Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("leaves", "leave", "Brown")]
    [InlineData("answers", "answer", "Ostby")]
    public void Find_ParticipleBehindAPlaceThatSomebodyLeaves_IsHis(string form, string lemma, string expected)
    {
        Statement[] statements = Find($"""
            # par
            Brown Brown PROPN Number=Sing 2 nsubj B-Person
            {form} {lemma} VERB VerbForm=Fin|Tense=Pres 0 root _
            Ostby Ostby PROPN Number=Sing 2 obj B-City
            saying say VERB VerbForm=Ger 3 acl _
            the the DET Definite=Def 6 det _
            gate gate NOUN Number=Sing 7 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 4 ccomp _
            . . PUNCT _ 2 punct _
            """);

        statements.Single(static s => s.Cue.Lemma == "say").Source.Name.ShouldBe(expected);
    }

    [Fact]
    public void Find_HeBehindANameInQuotedWords_IsTheOneWhoSpokeBefore()
    {
        Statement[] statements = Find("""
            # par
            An an DET Definite=Ind 2 det _
            officer officer NOUN Number=Sing 3 nsubj _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 5 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 3 ccomp _
            . . PUNCT _ 3 punct _

            “ “ PUNCT _ 4 punct _
            Varesa Varesa PROPN Number=Sing 4 nsubj B-Person
            soon soon ADV _ 4 advmod _
            fled flee VERB VerbForm=Fin|Tense=Past 8 ccomp _
            , , PUNCT _ 4 punct _
            ” ” PUNCT _ 4 punct _
            he he PRON Gender=Masc|Number=Sing|Person=3|PronType=Prs 8 nsubj _
            added add VERB VerbForm=Fin|Tense=Past 0 root _
            . . PUNCT _ 8 punct _
            """);

        statements.Single(static s => s.Cue.Lemma == "add").Source.Name.ShouldBe("officer");
    }

    [Fact]
    public void Find_TheyBehindASubjectOfTheirSentence_AreThatSubject()
    {
        Statement[] statements = Find("""
            # par
            Police police NOUN Number=Plur 2 nsubj _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 4 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 2 ccomp _
            . . PUNCT _ 2 punct _

            Guards guard NOUN Number=Plur 2 nsubj _
            left leave VERB VerbForm=Fin|Tense=Past 0 root _
            after after SCONJ _ 5 mark _
            they they PRON Number=Plur|Person=3 5 nsubj _
            warned warn VERB VerbForm=Fin|Tense=Past 2 advcl _
            that that SCONJ _ 9 mark _
            the the DET Definite=Def 8 det _
            gate gate NOUN Number=Sing 9 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 5 ccomp _
            . . PUNCT _ 2 punct _
            """);

        statements.Single(static s => s.Cue.Lemma == "warn").Source.Name.ShouldBe("Guards", StringCompareShould.IgnoreCase);
    }

    [Theory]
    [InlineData("Fanning", "Karim Fanning")]
    [InlineData("Manning", "Manning")]
    public void Find_SurnameTakenForAVerb_IsThePersonNamedInFull(string word, string expected)
    {
        Statement[] statements = Find($"""
            # par
            Karim Karim PROPN Number=Sing 3 nsubj B-Person
            Fanning Fanning PROPN Number=Sing 1 flat I-Person
            came come VERB VerbForm=Fin|Tense=Past 0 root _
            . . PUNCT _ 3 punct _

            {word} {word} AUX _ 2 nsubj _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            the the DET Definite=Def 4 det _
            gate gate NOUN Number=Sing 5 nsubj _
            broke break VERB VerbForm=Fin|Tense=Past 2 ccomp _
            . . PUNCT _ 2 punct _
            """);

        statements.ShouldHaveSingleItem().Source.Name.ShouldBe(expected);
    }

    private static Statement[] Find(string rows) => [.. new StatementAnnotator().Find(new CoreferenceAnnotator().Annotate(ParsedReport.Of(rows)))];
}
