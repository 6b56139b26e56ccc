using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Sources;

/// <summary>Speakers told by the clauses of their sentence, by titles joined, and by the sentence before.</summary>
public sealed class SpeakersOfClausesTests
{
    [Theory]
    [InlineData("as", "Ben Lund")]
    [InlineData("while", "Ole Dahl")]
    public void Find_HeInAClauseThatOpensTheSentence_IsItsSubjectBehind(string mark, string expected) => Find($"""
        # par
        Ole Ole PROPN Number=Sing 3 nsubj B-Person
        Dahl Dahl PROPN Number=Sing 1 flat I-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 5 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
        . . PUNCT _ 3 punct _

        {mark} {mark} SCONJ _ 3 mark _
        he he PRON Gender=Masc|Number=Sing|Person=3|PronType=Prs 3 nsubj _
        blamed blame VERB VerbForm=Fin|Tense=Past 9 advcl _
        the the DET Definite=Def 5 det _
        port port NOUN Number=Sing 3 obj _
        , , PUNCT _ 3 punct _
        Ben Ben PROPN Number=Sing 9 nsubj B-Person
        Lund Lund PROPN Number=Sing 7 flat I-Person
        left leave VERB VerbForm=Fin|Tense=Past 0 root _
        . . PUNCT _ 9 punct _
        """, "blame").ShouldBe(expected);

    [Theory]
    [InlineData("clerk", "former", "Norbyer clerk and former teacher Ben Lund")]
    [InlineData("clerks", "former", "group")]
    public void Find_TwoTitlesBeforeOneName_AreOnePerson(string form, string word, string expected)
    {
        StatementSource source = Source($"""
            # par
            Norbyer Norbyer ADJ _ 2 amod _
            {form} clerk NOUN Number={(form == "clerk" ? "Sing" : "Plur")} 8 nsubj _
            and and CCONJ _ 5 cc _
            {word} {word} ADJ _ 5 amod _
            teacher teacher NOUN Number=Sing 2 conj _
            Ben Ben PROPN Number=Sing 5 flat B-Person
            Lund Lund PROPN Number=Sing 6 flat I-Person
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 10 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 8 ccomp _
            . . PUNCT _ 8 punct _
            """, "say");

        (source.Kind == ActorKind.Person).ShouldBe(expected != "group");
    }

    [Theory]
    [InlineData("agency", "Port Office")]
    [InlineData("report", "report")]
    public void Find_TheAgencyBehindASentenceOfABody_IsThatBody(string noun, string expected) => Find($"""
        # par
        The the DET Definite=Def 3 det _
        Port Port PROPN Number=Sing 3 compound B-Organization
        Office Office PROPN Number=Sing 4 nsubj I-Organization
        opened open VERB VerbForm=Fin|Tense=Past 0 root _
        the the DET Definite=Def 6 det _
        yard yard NOUN Number=Sing 4 obj _
        . . PUNCT _ 4 punct _

        The the DET Definite=Def 2 det _
        {noun} {noun} NOUN Number=Sing 3 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 5 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
        . . PUNCT _ 3 punct _
        """, "say").ShouldBe(expected);

    [Theory]
    [InlineData("close", "to", "Aides close to the mayor")]
    [InlineData("spoke", "to", "Aides")]
    public void Annotate_SeveralToldByWhatStandsBehindThem_AreCalledByIt(string word, string preposition, string expected)
    {
        bool isTold = word == "close";
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of($"""
            # par
            Aides aide NOUN Number=Plur {(isTold ? 6 : 2)} nsubj _
            {word} {word} {(isTold ? "ADJ _ 1 amod" : "VERB VerbForm=Fin|Tense=Past 0 root")} _
            {preposition} {preposition} ADP _ 5 case _
            the the DET Definite=Def 5 det _
            mayor mayor NOUN Number=Sing 2 obl _
            {(isTold ? "said say VERB VerbForm=Fin|Tense=Past 0 root _" : "twice twice ADV _ 2 advmod _")}
            . . PUNCT _ {(isTold ? 6 : 2)} punct _
            """));

        report.Entities.Entities.ShouldContain(e => e.Name == expected);
    }

    [Theory]
    [InlineData("campaign", "Ada Brown’s campaign")]
    [InlineData("office", "office")]
    public void Find_CampaignOfSomebodyNamed_IsNamedByTheWholeName(string noun, string expected) => Find($"""
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        left leave VERB VerbForm=Fin|Tense=Past 0 root _
        . . PUNCT _ 3 punct _

        The the DET Definite=Def 3 det _
        Brown Brown PROPN Number=Sing 3 compound B-Person
        {noun} {noun} NOUN Number=Sing 4 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 6 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 4 ccomp _
        . . PUNCT _ 4 punct _
        """, "say").ShouldEndWith(expected);

    [Theory]
    [InlineData("sceptic", "sceptics")]
    public void Find_WhoBehindABody_AreItsMembers(string lemma, string expected) => Find($"""
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        met meet VERB VerbForm=Fin|Tense=Past 0 root _
        {expected} {lemma} NOUN Number=Plur 3 obj _
        in in ADP _ 8 case _
        the the DET Definite=Def 8 det _
        Port Port PROPN Number=Sing 8 compound B-Organization
        Council Council PROPN Number=Sing 4 nmod I-Organization
        who who PRON PronType=Rel 10 nsubj _
        argue argue VERB VerbForm=Fin|Tense=Pres 8 acl:relcl _
        it it PRON Number=Sing 12 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 10 ccomp _
        . . PUNCT _ 3 punct _
        """, "argue").ShouldBe(expected);

    [Theory]
    [InlineData("comments", "comment", "Ada Brown")]
    [InlineData("plans", "plan", "Brown's plans")]
    public void Find_WordsOfSomebody_AreHers(string form, string lemma, string expected) => Find($"""
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        left leave VERB VerbForm=Fin|Tense=Past 0 root _
        after after ADP _ 7 case _
        Brown Brown PROPN Number=Sing 7 nmod:poss B-Person
        's 's PART _ 5 case _
        {form} {lemma} NOUN Number=Plur 3 obl _
        saying say VERB VerbForm=Ger 7 acl _
        it it PRON Number=Sing 10 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 8 ccomp _
        . . PUNCT _ 3 punct _
        """, "say").ShouldBe(expected);

    [Theory]
    [InlineData(",", "Ole Dahl")]
    [InlineData("and", "")]
    public void Find_PhraseBetweenCommasBehindANameAndBrackets_IsThePerson(string joint, string expected)
    {
        string name = Find($"""
            # par
            Ole Ole PROPN Number=Sing 11 nsubj B-Person
            Dahl Dahl PROPN Number=Sing 1 flat I-Person
            ( ( PUNCT _ 4 punct _
            D D PROPN Number=Sing 1 appos _
            ) ) PUNCT _ 4 punct _
            {joint} {joint} {(joint == "," ? "PUNCT _ 9 punct" : "CCONJ _ 9 cc")} _
            Brown Brown PROPN Number=Sing 9 nmod:poss B-Person
            's 's PART _ 7 case _
            opponent opponent NOUN Number=Sing {(joint == "," ? "1 appos" : "1 conj")} _
            , , PUNCT _ 9 punct _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 13 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 11 ccomp _
            . . PUNCT _ 11 punct _
            """, "say");

        (name == "Ole Dahl").ShouldBe(expected == "Ole Dahl");
    }

    [Theory]
    [InlineData("Papers", "Port Council")]
    [InlineData("", "It")]
    public void Find_ItBehindOneBodyThatTheSentenceNames_IsThatBody(string opening, string expected) => Find(opening.Length == 0
        ? """
          # par
          It it PRON Gender=Neut|Number=Sing|Person=3|PronType=Prs 2 nsubj _
          announced announce VERB VerbForm=Fin|Tense=Past 0 root _
          that that SCONJ _ 5 mark _
          papers paper NOUN Number=Plur 5 nsubj _
          leaked leak VERB VerbForm=Fin|Tense=Past 2 ccomp _
          . . PUNCT _ 2 punct _
          """
        : $"""
          # par
          {opening} paper NOUN Number=Plur 6 nsubj _
          from from ADP _ 5 case _
          the the DET Definite=Def 5 det _
          Port Port PROPN Number=Sing 5 compound B-Organization
          Council Council PROPN Number=Sing 1 nmod I-Organization
          leaked leak VERB VerbForm=Fin|Tense=Past 0 root _
          after after SCONJ _ 9 mark _
          it it PRON Gender=Neut|Number=Sing|Person=3|PronType=Prs 9 nsubj _
          announced announce VERB VerbForm=Fin|Tense=Past 6 advcl _
          that that SCONJ _ 12 mark _
          boats boat NOUN Number=Plur 12 nsubj _
          sank sink VERB VerbForm=Fin|Tense=Past 9 ccomp _
          . . PUNCT _ 6 punct _
          """, "announce").ShouldBe(expected);

    [Theory]
    [InlineData("(", ")", "Ben Lund")]
    [InlineData("-", "-", "Ole Dahl")]
    public void Find_HeGoesOnBehindASentenceInBrackets_IsTheSpeakerBefore(string open, string close, string expected) => Find($"""
        # par
        Ben Ben PROPN Number=Sing 3 nsubj B-Person
        Lund Lund PROPN Number=Sing 1 flat I-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 5 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
        . . PUNCT _ 3 punct _

        {open} {open} PUNCT _ 4 punct _
        Ole Ole PROPN Number=Sing 4 nsubj B-Person
        Dahl Dahl PROPN Number=Sing 2 flat I-Person
        noted note VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 6 nsubj _
        rains rain VERB VerbForm=Fin|Tense=Pres 4 ccomp _
        {close} {close} PUNCT _ 4 punct _

        He he PRON Gender=Masc|Number=Sing|Person=3|PronType=Prs 2 nsubj _
        added add VERB VerbForm=Fin|Tense=Past 0 root _
        that that SCONJ _ 5 mark _
        boats boat NOUN Number=Plur 5 nsubj _
        sank sink VERB VerbForm=Fin|Tense=Past 2 ccomp _
        . . PUNCT _ 2 punct _
        """, "add").ShouldBe(expected);

    private static string Find(string parse, string lemma) => Source(parse, lemma).Name;

    private static StatementSource Source(string parse, string lemma)
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of(parse));
        return new StatementAnnotator().Find(report).Single(s => s.Cue.Lemma == lemma).Source;
    }
}
