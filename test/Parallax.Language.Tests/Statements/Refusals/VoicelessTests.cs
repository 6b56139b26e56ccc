using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Refusals;

public sealed class VoicelessTests
{
    [Theory]
    [InlineData("levels", "level", 0)]
    [InlineData("residents", "resident", 1)]
    public void Find_ThingThatThreatens_IsNoStatement(string form, string lemma, int expected) => Found($"""
        # par
        The the DET Definite=Def 2 det
        {form} {lemma} NOUN Number=Plur 3 nsubj
        threatened threaten VERB VerbForm=Fin|Tense=Past 0 root
        to to PART _ 5 mark
        leave leave VERB VerbForm=Inf 3 xcomp
        . . PUNCT _ 3 punct
        """).Length.ShouldBe(expected);

    [Fact]
    public void Find_ThisShows_IsTheWritersOwn() => Found("""
        # par
        This this PRON PronType=Dem|Number=Sing 2 nsubj
        shows show VERB VerbForm=Fin 0 root
        that that SCONJ _ 5 mark
        ships ship NOUN Number=Plur 5 nsubj
        left leave VERB VerbForm=Fin 2 ccomp
        . . PUNCT _ 2 punct
        """).ShouldBeEmpty();

    [Fact]
    public void Find_StatementOfWhichItWasToldBefore_HasItsWriterAsRoot()
    {
        Statement[] found = Found("""
            # par
            Ada Ada PROPN Number=Sing 3 nsubj B-Person
            Brown Brown PROPN Number=Sing 1 flat I-Person
            said say VERB VerbForm=Fin|Tense=Past 0 root
            in in ADP _ 6 case
            a a DET Definite=Ind 6 det
            statement statement NOUN Number=Sing 3 obl
            that that SCONJ _ 9 mark
            ships ship NOUN Number=Plur 9 nsubj
            left leave VERB VerbForm=Fin 3 ccomp
            . . PUNCT _ 3 punct

            The the DET Definite=Def 2 det
            statement statement NOUN Number=Sing 3 nsubj
            said say VERB VerbForm=Fin|Tense=Past 0 root
            it it PRON Number=Sing 5 nsubj
            rained rain VERB VerbForm=Fin 3 ccomp
            . . PUNCT _ 3 punct
            """);

        found.Select(static s => s.Root.Name).ShouldBe(["Ada Brown", "Ada Brown"]);
        found[1].Chain.Single().Relation.ShouldBe(HopRelation.PublishedIn);
    }

    private static Statement[] Found(string parse) => [.. new StatementAnnotator().Find(ParsedReport.Of(parse))];
}
