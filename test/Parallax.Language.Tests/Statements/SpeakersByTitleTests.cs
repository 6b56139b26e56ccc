using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements;

/// <summary>Speakers by office and party, by a bare surname, and "he" beside the subject of the sentence before.</summary>
public sealed class SpeakersByTitleTests
{
    [Fact]
    public void Find_NameWithOfficeAndParty_IsThePersonWithEntity()
    {
        StatementSource source = Said("""
            # par
            It it PRON Number=Sing 2 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 4 ccomp _
            , , PUNCT _ 2 punct _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            state state NOUN Number=Sing 6 compound _
            Rep. Rep. PROPN Number=Sing 4 nsubj _
            Ada Ada PROPN Number=Sing 6 flat B-Person
            Brown Brown PROPN Number=Sing 7 flat I-Person
            , , PUNCT _ 10 punct _
            R R PROPN Number=Sing 6 appos _
            - - PUNCT _ 12 punct _
            Norby Norby PROPN Number=Sing 10 flat _
            . . PUNCT _ 4 punct _
            """);

        (source.Name, source.Kind).ShouldBe(("Ada Brown", ActorKind.Person));
        source.Entity.ShouldNotBeNull();
    }

    [Fact]
    public void Find_NameWithOfficeAndAnotherBehindAnd_IsNotThePersonAlone()
    {
        StatementSource source = Said("""
            # par
            Rep. Rep. PROPN Number=Sing 9 nsubj _
            Ada Ada PROPN Number=Sing 1 flat B-Person
            Brown Brown PROPN Number=Sing 2 flat I-Person
            , , PUNCT _ 1 punct _
            and and CCONJ _ 6 cc _
            Sen. Sen. PROPN Number=Sing 1 conj _
            Ben Ben PROPN Number=Sing 6 flat B-Person
            Lund Lund PROPN Number=Sing 7 flat I-Person
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 11 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 9 ccomp _
            . . PUNCT _ 9 punct _
            """);

        source.Name.ShouldNotBe("Ada Brown");
        source.Kind.ShouldBe(ActorKind.Group);
    }

    [Theory]
    [InlineData("he", "Ben Lund")]
    [InlineData("she", null)]
    public void Find_PronounRightBehindAQuotation_IsThePersonOfTheSentenceBeforeWhereTheSexFits(string pronoun, string? expected)
    {
        // Who spoke before, and of whom a relative clause alone tells a word, is not the one of whom the sentence before the quotation tells.
        StatementSource source = Said($"""
            # par
            Ole Ole PROPN Number=Sing 3 nsubj B-Person
            Dahl Dahl PROPN Number=Sing 1 flat I-Person
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 5 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
            . . PUNCT _ 3 punct _

            Ben Ben PROPN Number=Sing 9 nsubj B-Person
            Lund Lund PROPN Number=Sing 1 flat I-Person
            , , PUNCT _ 1 punct _
            who who PRON PronType=Rel 5 nsubj _
            argued argue VERB VerbForm=Fin|Tense=Past 1 acl:relcl _
            it it PRON Number=Sing 7 nsubj _
            holds hold VERB VerbForm=Fin|Tense=Pres 5 ccomp _
            , , PUNCT _ 1 punct _
            came come VERB VerbForm=Fin|Tense=Past 0 root _
            . . PUNCT _ 9 punct _

            “ “ PUNCT _ 4 punct _
            I I PRON Number=Sing|Person=1 4 nsubj _
            am be AUX VerbForm=Fin|Tense=Pres 4 cop _
            sorry sorry ADJ Degree=Pos 8 ccomp _
            , , PUNCT _ 4 punct _
            ” ” PUNCT _ 4 punct _
            {pronoun} {pronoun} PRON Number=Sing|Person=3 8 nsubj _
            added add VERB VerbForm=Fin|Tense=Past 0 root _
            . . PUNCT _ 8 punct _
            """.Replace("added add", "said say", StringComparison.Ordinal), pronoun);

        if (expected is null)
        {
            source.Name.ShouldNotBe("Ben Lund");
        }
        else
        {
            source.Name.ShouldBe(expected);
        }
    }

    [Fact]
    public void Find_HeWhoSaidThatHeWould_IsOne()
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of("""
            # par
            Ole Ole PROPN Number=Sing 3 nsubj B-Person
            Dahl Dahl PROPN Number=Sing 1 flat I-Person
            met meet VERB VerbForm=Fin|Tense=Past 0 root _
            Ben Ben PROPN Number=Sing 3 obj B-Person
            Lund Lund PROPN Number=Sing 4 flat I-Person
            . . PUNCT _ 3 punct _

            Ben Ben PROPN Number=Sing 3 nsubj B-Person
            Lund Lund PROPN Number=Sing 1 flat I-Person
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            he he PRON Number=Sing|Person=3 5 nsubj _
            believed believe VERB VerbForm=Fin|Tense=Past 3 ccomp _
            it it PRON Number=Sing 7 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 5 ccomp _
            . . PUNCT _ 3 punct _
            """));

        new StatementAnnotator().Find(report).ShouldAllBe(static s => s.Source.Name == "Ben Lund");
    }

    [Fact]
    public void Find_HisBehindAPhraseOfTheSubject_IsTheSubjects()
    {
        // "Ben Lund broke more rules than Ole Dahl, from his claim that it leaks": his who broke them.
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of("""
            # par
            Ben Ben PROPN Number=Sing 3 nsubj B-Person
            Lund Lund PROPN Number=Sing 1 flat I-Person
            drew draw VERB VerbForm=Fin|Tense=Past 0 root _
            anger anger NOUN Number=Sing 3 obj _
            like like ADP _ 6 case _
            Ole Ole PROPN Number=Sing 3 obl B-Person
            Dahl Dahl PROPN Number=Sing 6 flat I-Person
            with with ADP _ 10 case _
            his his PRON Gender=Masc|Number=Sing|Person=3|Poss=Yes 10 nmod:poss _
            claim claim NOUN Number=Sing 3 obl _
            that that SCONJ _ 13 mark _
            it it PRON Number=Sing 13 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 10 acl _
            . . PUNCT _ 3 punct _
            """));

        new StatementAnnotator().Find(report).Single(static s => s.Source.Text == "his").Source.Name.ShouldBe("Ben Lund");
    }

    [Theory]
    [InlineData("and", "and", "CCONJ", "cc", "conj", "Ben Lund and Ole Dahl")]
    [InlineData("says", "say", "VERB", "root", "obj", "two leaders")]
    public void Find_TwoLeadersBehindTwoNames_AreTheseOnlyWhereTheyAreTogether(string word, string lemma, string tag, string relation, string second, string expected)
    {
        // "Ben Lund and Ole Dahl came." and "Ben Lund came. It says Ole Dahl": only the first two are told of together.
        string parse = word == "and"
            ? """
              # par
              Ben Ben PROPN Number=Sing 6 nsubj B-Person
              Lund Lund PROPN Number=Sing 1 flat I-Person
              {word} {lemma} {tag} _ 4 {relation} _
              Ole Ole PROPN Number=Sing 1 {second} B-Person
              Dahl Dahl PROPN Number=Sing 4 flat I-Person
              came come VERB VerbForm=Fin|Tense=Past 0 root _
              . . PUNCT _ 6 punct _
              """
            : """
              # par
              Ben Ben PROPN Number=Sing 3 nsubj B-Person
              Lund Lund PROPN Number=Sing 1 flat I-Person
              came come VERB VerbForm=Fin|Tense=Past 0 root _
              . . PUNCT _ 3 punct _

              It it PRON Number=Sing 2 nsubj _
              {word} {lemma} {tag} VerbForm=Fin 0 {relation} _
              Ole Ole PROPN Number=Sing 2 {second} B-Person
              Dahl Dahl PROPN Number=Sing 3 flat I-Person
              . . PUNCT _ 2 punct _
              """;
        parse = parse.Replace("{word}", word, StringComparison.Ordinal).Replace("{lemma}", lemma, StringComparison.Ordinal).Replace("{tag}", tag, StringComparison.Ordinal).Replace("{relation}", relation, StringComparison.Ordinal).Replace("{second}", second, StringComparison.Ordinal);
        StatementSource source = Said(parse + "\n" + """

            The the DET Definite=Def 3 det _
            two two NUM NumType=Card 3 nummod _
            leaders leader NOUN Number=Plur 4 nsubj _
            argued argue VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 6 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 4 ccomp _
            . . PUNCT _ 4 punct _
            """, "The two leaders", "argue");

        source.Name.ShouldBe(expected);
    }

    private static StatementSource Said(string parse, string? source = null, string cue = "say")
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of(parse));
        return new StatementAnnotator().Find(report).Single(s => s.Cue.Lemma == cue && (source is null || s.Source.Text == source)).Source;
    }
}
