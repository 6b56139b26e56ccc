using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Contents;

/// <summary>Contents that keep their subject and every part of a row, and sources that keep all who speak.</summary>
public sealed class WholeContentsTests
{
    [Fact]
    public void Find_AccusationOfSeveralThings_HasAllOfThem()
    {
        Statement statement = Find("""
            # par
            Lund Lund PROPN Number=Sing 3 nsubj:pass B-Person
            is be AUX VerbForm=Fin 3 aux:pass _
            accused accuse VERB VerbForm=Part|Tense=Past|Voice=Pass 0 root _
            of of SCONJ _ 5 mark _
            taking take VERB VerbForm=Ger 3 advcl _
            boats boat NOUN Number=Plur 5 obj _
            , , PUNCT _ 9 punct _
            being be AUX VerbForm=Ger 9 cop _
            drunk drunk ADJ _ 3 advcl _
            , , PUNCT _ 12 punct _
            and and CCONJ _ 12 cc _
            sinking sink VERB VerbForm=Ger 9 conj _
            two two NUM NumType=Card 12 obj _
            . . PUNCT _ 3 punct _
            """).ShouldHaveSingleItem();

        statement.Content.Text.ShouldBe("Lund … of taking boats, being drunk, and sinking two");
    }

    [Theory]
    [InlineData("who who")]
    [InlineData("that that")]
    public void Find_ClauseAboutANoun_HasTheNoun(string relative) => Find($"""
            # par
            Clerks clerk NOUN Number=Plur 5 nsubj _
            {relative} PRON PronType=Rel 4 nsubj _
            allegedly allegedly ADV _ 4 advmod _
            sold sell VERB VerbForm=Fin|Tense=Past 1 acl:relcl _
            left leave VERB VerbForm=Fin|Tense=Past 0 root _
            boats boat NOUN Number=Plur 5 obj _
            . . PUNCT _ 5 punct _
            """).ShouldHaveSingleItem().Content.Text.ShouldBe("Clerks … sold");

    [Fact]
    public void Find_SourceThatIncludesAPerson_IsTheWholeGroup()
    {
        Statement statement = Find("""
            # par
            Neighbors neighbor NOUN Number=Plur 7 nsubj _
            , , PUNCT _ 4 punct _
            including include VERB VerbForm=Ger 4 case _
            Ada Ada PROPN Number=Sing 1 nmod B-Person
            Brown Brown PROPN Number=Sing 4 flat I-Person
            , , PUNCT _ 4 punct _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            that that SCONJ _ 10 mark _
            it it PRON Number=Sing 10 nsubj _
            fell fall VERB VerbForm=Fin|Tense=Past 7 ccomp _
            . . PUNCT _ 7 punct _
            """).ShouldHaveSingleItem();

        statement.Source.Text.ShouldBe("Neighbors");
        statement.Source.Kind.ShouldNotBe(ActorKind.Person);
    }

    [Fact]
    public void Find_SaidOfASubject_HasTheSubject() => Find("""
            # par
            That that DET _ 2 det _
            house house NOUN Number=Sing 4 nsubj:pass _
            is be AUX VerbForm=Fin 4 aux:pass _
            said say VERB VerbForm=Part|Tense=Past|Voice=Pass 0 root _
            to to PART _ 6 mark _
            be be AUX VerbForm=Inf 4 ccomp _
            where where ADV _ 9 advmod _
            he he PRON Number=Sing 9 nsubj _
            hid hide VERB VerbForm=Fin|Tense=Past 6 advcl _
            . . PUNCT _ 4 punct _
            """).ShouldHaveSingleItem().Content.Text.ShouldBe("That house is said to be where he hid");

    [Theory]
    [InlineData("NKPD", 1)]
    [InlineData("Norland", 0)]
    public void Find_HeadlineThatEndsInLetters_IsTheirs(string name, int expected) => Find($"""
            # title
            Man man NOUN Number=Sing 2 nsubj:pass _
            held hold VERB VerbForm=Part|Tense=Past|Voice=Pass 0 root _
            in in ADP _ 4 case _
            theft theft NOUN Number=Sing 2 obl _
            : : PUNCT _ 2 punct _
            {name} {name} PROPN Number=Sing 2 parataxis B-Event
            """).Length.ShouldBe(expected);

    private static Statement[] Find(string parse) => [.. new StatementAnnotator().Find(ParsedReport.Of(parse))];
}
