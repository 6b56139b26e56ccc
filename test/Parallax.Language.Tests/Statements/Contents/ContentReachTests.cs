using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Contents;

/// <summary>What goes on with a content, and what only stands beside it.</summary>
public sealed class ContentReachTests
{
    [Fact]
    public void Find_OneClauseParsedAsTwo_IsTheWholeContent() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        maintained maintain VERB VerbForm=Fin|Tense=Past 0 root
        that that PRON PronType=Rel 4 nsubj
        expanded expand VERB VerbForm=Part 2 ccomp
        fishing fishing NOUN Number=Sing 4 obj
        should should AUX VerbForm=Fin 8 aux
        be be AUX VerbForm=Inf 8 cop
        part part NOUN Number=Sing 2 ccomp
        of of ADP _ 10 case
        it it PRON Number=Sing 8 nmod
        . . PUNCT _ 2 punct
        """))[0].Content.Text.ShouldBe("that expanded fishing should be part of it");

    [Fact]
    public void Find_SecondThatClause_BelongsToTheContent() => Find("""
        # par
        Lund Lund PROPN Number=Sing 2 nsubj B-Person
        insisted insist VERB VerbForm=Fin|Tense=Past 0 root _
        he he PRON Number=Sing 4 nsubj _
        left leave VERB VerbForm=Fin|Tense=Past 2 ccomp _
        , , PUNCT _ 9 punct _
        and and CCONJ _ 9 cc _
        that that SCONJ _ 9 mark _
        nobody nobody PRON Number=Sing 9 nsubj _
        stayed stay VERB VerbForm=Fin|Tense=Past 2 conj _
        . . PUNCT _ 2 punct _
        """).ShouldHaveSingleItem().Content.Text.ShouldBe("he left … and that nobody stayed");

    [Fact]
    public void Find_ThingConfirmedToAnAgency_HasTheAgencyAsHearer()
    {
        Statement statement = Find("""
            # par
            Lund Lund PROPN Number=Sing 2 nsubj B-Person
            confirmed confirm VERB VerbForm=Fin|Tense=Past 0 root _
            her her PRON Poss=Yes 4 nmod:poss _
            death death NOUN Number=Sing 2 obj _
            to to ADP _ 7 case _
            Axis Axis PROPN Number=Sing 7 compound B-Organization
            Press Press PROPN Number=Sing 2 obl I-Organization
            . . PUNCT _ 2 punct _
            """).ShouldHaveSingleItem();

        statement.Content.Text.ShouldBe("her death");
    }

    [Fact]
    public void Find_ClauseBehindMeans_IsWhatWasRevealed()
    {
        Statement statement = Find("""
            # par
            Lund Lund PROPN Number=Sing 2 nsubj B-Person
            revealed reveal VERB VerbForm=Fin|Tense=Past 0 root _
            in in ADP _ 5 case _
            a a DET _ 5 det _
            letter letter NOUN Number=Sing 2 obl _
            that that SCONJ _ 8 mark _
            she she PRON Number=Sing 8 nsubj _
            left leave VERB VerbForm=Fin|Tense=Past 5 acl:relcl _
            . . PUNCT _ 2 punct _
            """).ShouldHaveSingleItem();

        statement.Content.Text.ShouldBe("that she left");
    }

    [Theory]
    [InlineData("would would", 0)]
    [InlineData("then then", 1)]
    public void Find_ThingToBeRevealed_IsNoStatement(string word, int expected) => Find($"""
        # par
        Lund Lund PROPN Number=Sing 3 nsubj B-Person
        {word} AUX VerbForm=Fin 3 aux _
        revealed reveal VERB VerbForm=Fin|Tense=Past 0 root _
        the the DET _ 5 det _
        flaw flaw NOUN Number=Sing 3 obj _
        . . PUNCT _ 3 punct _
        """).Length.ShouldBe(expected);

    [Fact]
    public void Find_AllegedPlace_LeavesOutTheWordThatJoinsIt() => Find("""
        # par
        They they PRON Number=Plur 2 nsubj _
        met meet VERB VerbForm=Fin|Tense=Past 0 root _
        where where ADV _ 7 advmod _
        the the DET _ 5 det _
        plan plan NOUN Number=Sing 7 nsubj _
        allegedly allegedly ADV _ 7 advmod _
        began begin VERB VerbForm=Fin|Tense=Past 2 advcl _
        . . PUNCT _ 2 punct _
        """).ShouldHaveSingleItem().Content.Text.ShouldBe("the plan … began");

    [Fact]
    public void Find_AllegedActWithoutSubject_TakesTheDoer() => Find("""
        # par
        Lund Lund PROPN Number=Sing 3 nsubj:pass B-Person
        was be AUX VerbForm=Fin 3 aux:pass _
        held hold VERB VerbForm=Part|Tense=Past|Voice=Pass 0 root _
        for for SCONJ _ 6 mark _
        allegedly allegedly ADV _ 6 advmod _
        taking take VERB VerbForm=Ger 3 advcl _
        a a DET _ 8 det _
        boat boat NOUN Number=Sing 6 obj _
        . . PUNCT _ 3 punct _
        """).ShouldHaveSingleItem().Content.Text.ShouldBe("Lund … taking a boat");

    [Fact]
    public void Find_ParticipleBehindAThingThatSaysNothing_IsTheSpeakers()
    {
        Statement[] found = Find("""
            # par
            Lund Lund PROPN Number=Sing 2 nsubj B-Person
            downplayed downplay VERB VerbForm=Fin|Tense=Past 0 root _
            the the DET _ 4 det _
            unrest unrest NOUN Number=Sing 2 obj _
            saying say VERB VerbForm=Ger 4 acl _
            that that SCONJ _ 8 mark _
            nobody nobody PRON Number=Sing 8 nsubj _
            came come VERB VerbForm=Fin|Tense=Past 5 ccomp _
            . . PUNCT _ 2 punct _
            """);

        found.Select(static s => (s.Source.Text, s.Content.Text)).ShouldBe([("Lund", "the unrest"), ("Lund", "that nobody came")]);
    }

    [Fact]
    public void Find_QuotedAsSaying_IsTheWordsOfWhoIsQuoted()
    {
        Statement statement = Find("""
            # par
            Axis Axis PROPN Number=Sing 2 nsubj B-Organization
            quoted quote VERB VerbForm=Fin|Tense=Past 0 root _
            Lund Lund PROPN Number=Sing 2 obj B-Person
            as as SCONJ _ 5 mark _
            saying say VERB VerbForm=Part 2 advcl _
            boats boat NOUN Number=Plur 8 nsubj _
            had have AUX VerbForm=Fin 8 aux _
            sunk sink VERB VerbForm=Part|Tense=Past 2 ccomp _
            . . PUNCT _ 2 punct _
            """).ShouldHaveSingleItem();

        (statement.Source.Text, statement.Content.Text).ShouldBe(("Lund", "boats had sunk"));
    }

    [Theory]
    [InlineData("what what PRON", "rained rain VERB VerbForm=Fin|Tense=Past", Stance.SaysNotKnown)]
    [InlineData("that that SCONJ", "rained rain VERB VerbForm=Fin|Tense=Past", Stance.Doubts)]
    public void Find_NotSure_IsSilenceBeforeAQuestion(string word, string verb, Stance expected) => Find($"""
        # par
        Lund Lund PROPN Number=Sing 4 nsubj B-Person
        is be AUX VerbForm=Fin 4 cop _
        not not PART Polarity=Neg 4 advmod _
        sure sure ADJ _ 0 root _
        {word} _ 6 mark _
        {verb} 4 ccomp _
        . . PUNCT _ 4 punct _
        """).ShouldHaveSingleItem().Stance.ShouldBe(expected);

    [Theory]
    [InlineData("General general ADJ _ 2 amod _\nLund Lund PROPN Number=Sing 0 root B-Person\n. . PUNCT _ 2 punct _", "General Lund")]
    [InlineData("STATEMENT statement NOUN _ 0 root _\nOF of ADP _ 4 case _\nADA Ada PROPN _ 4 compound B-Person\nLUND Lund PROPN _ 1 nmod I-Person", "ADA LUND")]
    public void Find_NameThatOpensASpeech_HasTheWordsBehindIt(string opening, string speaker)
    {
        Statement[] found = Find($"""
            # par
            {opening.Replace("\n", "\n            ", StringComparison.Ordinal)}

            # par
            We we PRON Number=Plur 2 nsubj _
            repaired repair VERB VerbForm=Fin|Tense=Past 0 root _
            our our PRON Poss=Yes 4 nmod:poss _
            boats boat NOUN Number=Plur 2 obj _
            . . PUNCT _ 2 punct _

            # par
            Who who PRON _ 2 nsubj _
            paid pay VERB VerbForm=Fin|Tense=Past 0 root _
            ? ? PUNCT _ 2 punct _
            """.Replace("            ", "", StringComparison.Ordinal));

        found.Select(static x => (x.Source.Text, x.Content.Text)).ShouldBe([(speaker, "We repaired our boats")]);
    }

    private static Statement[] Find(string parse) => [.. new StatementAnnotator().Find(ParsedReport.Of(parse))];
}
