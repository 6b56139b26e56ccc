using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Contents;

/// <summary>Who is told and who was heard, and acts that are no words.</summary>
public sealed class ListenersTests
{
    [Fact]
    public void Find_ListenerBehindTheCueThatEndsTheSentence_TakesTheSentenceBefore()
    {
        Statement statement = Find("""
            # par
            The the DET _ 2 det _
            dam dam NOUN Number=Sing 3 nsubj _
            leaked leak VERB VerbForm=Fin|Tense=Past 6 ccomp _
            , , PUNCT _ 6 punct _
            clerks clerk NOUN Number=Plur 6 nsubj _
            told tell VERB VerbForm=Fin|Tense=Past 0 root _
            the the DET _ 9 det _
            Norby norby PROPN Number=Sing 9 compound B-Organization
            Herald herald PROPN Number=Sing 6 obj I-Organization
            . . PUNCT _ 6 punct _
            """).ShouldHaveSingleItem();

        statement.Content.Text.ShouldBe("The dam leaked");
        statement.Chain.ShouldHaveSingleItem().Relation.ShouldBe(HopRelation.Told);
    }

    [Fact]
    public void Find_LearnedFromSomebody_GivesTheWordsToHim()
    {
        Statement statement = Find("""
            # par
            The the DET _ 3 det _
            Norby norby PROPN Number=Sing 3 compound B-Organization
            Herald herald PROPN Number=Sing 5 nsubj I-Organization
            has have AUX VerbForm=Fin 5 aux _
            learned learn VERB VerbForm=Part|Tense=Past 0 root _
            from from ADP _ 7 case _
            clerks clerk NOUN Number=Plur 5 obl _
            that that SCONJ _ 11 mark _
            the the DET _ 10 det _
            dam dam NOUN Number=Sing 11 nsubj _
            leaked leak VERB VerbForm=Fin|Tense=Past 5 ccomp _
            . . PUNCT _ 5 punct _
            """).ShouldHaveSingleItem();

        statement.Source.Text.ShouldBe("clerks");
        statement.Content.Text.ShouldBe("that the dam leaked");
        statement.Chain.ShouldHaveSingleItem().Name.ShouldBe("Norby Herald");
    }

    [Theory]
    [InlineData("lives life NOUN Number=Plur", 0)]
    [InlineData("damages damage NOUN Number=Plur", 1)]
    public void Find_LivesClaimed_IsNoStatement(string thing, int expected) => Find($"""
            # par
            Lund Lund PROPN Number=Sing 2 nsubj B-Person
            claimed claim VERB VerbForm=Fin|Tense=Past 0 root _
            many many ADJ _ 4 amod _
            {thing} 2 obj _
            . . PUNCT _ 2 punct _
            """).Length.ShouldBe(expected);

    [Theory]
    [InlineData("agreed agree", 0)]
    [InlineData("vowed vow", 1)]
    public void Find_AgreedAct_IsNoStatement(string verb, int expected) => Find($"""
            # par
            Lund Lund PROPN Number=Sing 2 nsubj B-Person
            {verb} VERB VerbForm=Fin|Tense=Past 0 root _
            to to PART _ 4 mark _
            sell sell VERB VerbForm=Inf 2 xcomp _
            boats boat NOUN Number=Plur 4 obj _
            . . PUNCT _ 2 punct _
            """).Length.ShouldBe(expected);

    private static Statement[] Find(string parse) => [.. new StatementAnnotator().Find(ParsedReport.Of(parse))];
}
