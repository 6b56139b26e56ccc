using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Contents;

/// <summary>Where contents end, and what makes no statement.</summary>
public sealed class ContentBoundsTests
{
    [Fact]
    public void Find_CueInsertedBehindTheWordThatOpensAPart_TakesBothSides()
    {
        Statement statement = Find("""
            # par
            Lund Lund PROPN Number=Sing 3 nsubj:pass B-Person
            was be AUX VerbForm=Fin 3 aux:pass _
            held hold VERB VerbForm=Part|Tense=Past|Voice=Pass 0 root _
            after after SCONJ _ 9 mark _
            , , PUNCT _ 7 punct _
            police police NOUN Number=Plur 7 nsubj _
            say say VERB VerbForm=Fin|Tense=Pres 3 parataxis _
            , , PUNCT _ 7 punct _
            taking take VERB VerbForm=Ger 3 advcl _
            a a DET _ 11 det _
            boat boat NOUN Number=Sing 9 obj _
            . . PUNCT _ 3 punct _
            """).ShouldHaveSingleItem();

        statement.Content.Text.ShouldBe("Lund was held after … taking a boat");
    }

    [Fact]
    public void Find_InfinitiveOfABelief_EndsBeforeAClauseOfItsOwn()
    {
        Statement statement = Find("""
            # par
            One one NUM NumType=Card 2 nummod _
            man man NOUN Number=Sing 4 nsubj:pass _
            is be AUX VerbForm=Fin 4 aux:pass _
            believed believe VERB VerbForm=Part|Tense=Past|Voice=Pass 0 root _
            to to PART _ 7 mark _
            have have AUX VerbForm=Inf 7 aux _
            left leave VERB VerbForm=Part|Tense=Past 4 xcomp _
            , , PUNCT _ 12 punct _
            and and CCONJ _ 12 cc _
            boats boat NOUN Number=Plur 12 nsubj _
            had have AUX VerbForm=Fin 12 aux _
            sunk sink VERB VerbForm=Fin|Tense=Past 7 conj _
            . . PUNCT _ 4 punct _
            """).ShouldHaveSingleItem();

        statement.Content.Text.ShouldBe("One man is believed to have left");
    }

    [Theory]
    [InlineData("never never", 0)]
    [InlineData("then then", 1)]
    public void Find_QuestionNeverAsked_IsNoStatement(string adverb, int expected) => Find($"""
            # par
            Police police NOUN Number=Plur 3 nsubj _
            {adverb} ADV _ 3 advmod _
            asked ask VERB VerbForm=Fin|Tense=Past 0 root _
            whether whether SCONJ _ 6 mark _
            Lund Lund PROPN Number=Sing 6 nsubj B-Person
            left leave VERB VerbForm=Fin|Tense=Past 3 ccomp _
            . . PUNCT _ 3 punct _
            """).Length.ShouldBe(expected);

    private static Statement[] Find(string parse) => [.. new StatementAnnotator().Find(ParsedReport.Of(parse))];
}
