using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Sources;

/// <summary>Who says a quotation that stands alone behind a sentence of several people.</summary>
public sealed class QuotationSpeakersTests
{
    private const string Quotation = """

        “ “ PUNCT _ 3 punct _
        We we PRON Number=Plur|Person=1 3 nsubj _
        stay stay VERB VerbForm=Fin|Tense=Pres 0 root _
        here here ADV _ 3 advmod _
        for for ADP _ 6 case _
        good good NOUN Number=Sing 3 obl _
        . . PUNCT _ 3 punct _
        ” ” PUNCT _ 3 punct _
        """;

    [Theory]
    [InlineData("who", "The judge")]
    [InlineData("-", "Ada Brown")]
    public void Find_QuotationBehindAColon_IsOfWhoActsUnlessTheNameStandsAlone(string relative, string expected)
    {
        string before = relative == "who"
            ? """
              # par
              The the DET Definite=Def 2 det _
              judge judge NOUN Number=Sing 3 nsubj _
              had have VERB VerbForm=Fin|Tense=Past 0 root _
              advice advice NOUN Number=Sing 3 obj _
              for for ADP _ 6 case _
              guards guard NOUN Number=Plur 4 nmod _
              who who PRON PronType=Rel 9 nsubj _
              will will AUX VerbForm=Fin 9 aux _
              watch watch VERB VerbForm=Inf 6 acl:relcl _
              Ada Ada PROPN Number=Sing 9 obj B-Person
              Brown Brown PROPN Number=Sing 10 flat I-Person
              : : PUNCT _ 3 punct _
              """
            : """
              # par
              There there PRON _ 2 expl _
              are be VERB VerbForm=Fin|Tense=Pres 0 root _
              guards guard NOUN Number=Plur 2 nsubj _
              such such ADJ _ 6 case _
              as as ADP _ 4 fixed _
              Ada Ada PROPN Number=Sing 3 nmod B-Person
              Brown Brown PROPN Number=Sing 6 flat I-Person
              : : PUNCT _ 2 punct _
              """;
        Floating(before).Source.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("-", "Ada Brown")]
    [InlineData("“", "the clerk")]
    public void Find_QuotationThatGoesOn_IsOfWhoseWordsStoodInMarks(string mark, string expected) => Floating($"""
        # par
        “ “ PUNCT _ 3 punct _
        We we PRON Number=Plur|Person=1 3 nsubj _
        go go VERB VerbForm=Fin|Tense=Pres 8 ccomp _
        , , PUNCT _ 8 punct _
        ” ” PUNCT _ 8 punct _
        Ada Ada PROPN Number=Sing 8 nsubj B-Person
        Brown Brown PROPN Number=Sing 6 flat I-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        after after SCONJ _ 12 mark _
        the the DET Definite=Def 11 det _
        clerk clerk NOUN Number=Sing 12 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 8 advcl _
        {mark} {mark} PUNCT _ 15 punct _
        it it PRON Number=Sing 15 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 12 ccomp _
        {(mark == "-" ? "-" : "”")} {mark} PUNCT _ 15 punct _
        . . PUNCT _ 8 punct _
        """).Source.Text.ShouldBe(expected);

    [Theory]
    [InlineData("through", 1)]
    [InlineData("before", 0)]
    public void Find_QuotationBehindAStatementReleased_HasWhoPutItOut(string preposition, int hops) => Floating($"""
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        released release VERB VerbForm=Fin|Tense=Past 0 root _
        a a DET _ 5 det _
        statement statement NOUN Number=Sing 3 obj _
        {preposition} {preposition} ADP _ 8 case _
        the the DET Definite=Def 8 det _
        club club NOUN Number=Sing 3 obl _
        . . PUNCT _ 3 punct _
        """).Chain.Length.ShouldBe(hops);

    private static Statement Floating(string before)
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of(before + "\n" + Quotation));
        return new StatementAnnotator().Find(report).Last(static s => s.Content.Text.Contains("We stay here", StringComparison.Ordinal));
    }
}
