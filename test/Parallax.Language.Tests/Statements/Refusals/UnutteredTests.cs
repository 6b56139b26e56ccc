using Parallax.Core.Accounts;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Refusals;

public sealed class UnutteredTests
{
    [Fact]
    public void Find_CrewNotifiedOfACall_IsNoStatement() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        A a DET _ 2 det
        crew crew NOUN Number=Sing 5 nsubj:pass
        has have AUX VerbForm=Fin 5 aux
        been be AUX VerbForm=Part 5 aux:pass
        notified notify VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root
        of of ADP _ 8 case
        the the DET _ 8 det
        call call NOUN Number=Sing 5 obl
        . . PUNCT _ 5 punct
        """)).ShouldBeEmpty();

    [Theory]
    [InlineData("soon", 0)]
    [InlineData("just", 1)]
    public void Find_AsSoonAsUnderstood_IsNoStatement(string word, int expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        Crews crew NOUN Number=Plur 2 nsubj
        left leave VERB VerbForm=Fin 0 root
        {word} {word} ADV _ 2 advmod
        as as SCONJ _ 6 mark
        Bell Bell PROPN Number=Sing 6 nsubj
        understood understand VERB VerbForm=Fin 2 advcl
        that that SCONJ _ 9 mark
        power power NOUN Number=Sing 9 nsubj
        failed fail VERB VerbForm=Fin 6 ccomp
        . . PUNCT _ 2 punct
        """)).Count.ShouldBe(expected);

    [Fact]
    public void Find_KnowsHowTo_IsNoStatement() => new StatementAnnotator().Find(ParsedReport.Of("""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        knows know VERB VerbForm=Fin 0 root
        how how ADV _ 5 advmod
        to to PART _ 5 mark
        steer steer VERB VerbForm=Inf 2 ccomp
        a a DET _ 7 det
        barge barge NOUN Number=Sing 5 obj
        . . PUNCT _ 2 punct
        """)).ShouldBeEmpty();

    [Theory]
    [InlineData("disgrace", Stance.Criticises)]
    [InlineData("hero", Stance.Praises)]
    [InlineData("cousin", Stance.Asserts)]
    public void Find_CalledByAWord_TakesItsJudgement(string word, Stance expected) => new StatementAnnotator().Find(ParsedReport.Of($"""
        # par
        Bell Bell PROPN Number=Sing 2 nsubj
        called call VERB VerbForm=Fin 0 root
        the the DET _ 4 det
        pilot pilot NOUN Number=Sing 2 obj
        a a DET _ 6 det
        {word} {word} NOUN Number=Sing 2 xcomp
        . . PUNCT _ 2 punct
        """)).ShouldHaveSingleItem().Stance.ShouldBe(expected);
}
