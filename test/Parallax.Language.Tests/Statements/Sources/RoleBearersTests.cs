using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Sources;

/// <summary>Speakers by role with their owner, outlets by the name behind their noun, and who hands words on.</summary>
public sealed class RoleBearersTests
{
    [Theory]
    [InlineData("lawyer", "Ben Lund")]
    [InlineData("brother", "Brown's brother")]
    public void Find_RoleWithItsOwner_IsTheOneNamedBearerOfThatRole(string role, string expected) => Said($"""
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        came come VERB VerbForm=Fin|Tense=Past 0 root _
        . . PUNCT _ 3 punct _

        Brown Brown PROPN Number=Sing 3 nmod:poss B-Person
        's 's PART _ 1 case _
        attorney attorney NOUN Number=Sing 6 nsubj _
        Ben Ben PROPN Number=Sing 3 appos B-Person
        Lund Lund PROPN Number=Sing 4 flat I-Person
        left leave VERB VerbForm=Fin|Tense=Past 0 root _
        . . PUNCT _ 6 punct _

        Brown Brown PROPN Number=Sing 3 nmod:poss B-Person
        's 's PART _ 1 case _
        {role} {role} NOUN Number=Sing 4 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 6 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 4 ccomp _
        . . PUNCT _ 4 punct _
        """).Source.Name.ShouldBe(expected);

    [Theory]
    [InlineData("publication", ActorKind.Outlet)]
    [InlineData("company", ActorKind.Organization)]
    public void Find_NameBehindANounOfOutlets_IsTheOutlet(string noun, ActorKind expected) => Said($"""
        # par
        harbour harbour NOUN Number=Sing 2 compound _
        {noun} {noun} NOUN Number=Sing 4 nsubj _
        Quayside Quayside PROPN Number=Sing 2 appos _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 6 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 4 ccomp _
        . . PUNCT _ 4 punct _
        """).Source.Kind.ShouldBe(expected);

    [Theory]
    [InlineData("through", 1)]
    [InlineData("after", 0)]
    public void Find_StatementPutOutThroughABody_HasItInTheChain(string preposition, int hops) => Said($"""
        # par
        Ada Ada PROPN Number=Sing 2 flat B-Person
        Brown Brown PROPN Number=Sing 11 nsubj I-Person
        , , PUNCT _ 6 punct _
        in in ADP _ 6 case _
        a a DET _ 6 det _
        statement statement NOUN Number=Sing 11 obl _
        released release VERB VerbForm=Part|Voice=Pass 6 acl _
        {preposition} {preposition} ADP _ 10 case _
        the the DET Definite=Def 10 det _
        club club NOUN Number=Sing 7 obl _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 13 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 11 ccomp _
        . . PUNCT _ 11 punct _
        """).Chain.Length.ShouldBe(hops);

    [Theory]
    [InlineData("for", "representative for Mr. Brown")]
    [InlineData("-", "Ada Brown")]
    public void Find_WhoSpeaksForAPerson_IsNotThatPerson(string preposition, string expected)
    {
        string[] rows = preposition == "for" ? ["A a DET Definite=Ind 2 det _", "representative representative NOUN Number=Sing 6 nsubj _", "for for ADP _ 5 case _", "Mr. Mr. PROPN Number=Sing 5 compound _", "Brown Brown PROPN Number=Sing 2 nmod B-Person"]
            : ["The the DET Definite=Def 2 det _", "representative representative NOUN Number=Sing 6 nsubj _", "old old ADJ _ 2 amod _", "Ada Ada PROPN Number=Sing 2 appos B-Person", "Brown Brown PROPN Number=Sing 4 flat I-Person"];
        Said($"""
            # par
            {string.Join("\n", rows)}
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 8 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 6 ccomp _
            . . PUNCT _ 6 punct _
            """).Source.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Mo", "Maurice")]
    [InlineData("Tom", null)]
    public void Annotate_EverydayFormOfAGivenName_IsOnePerson(string given, string? whole)
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of($"""
            # par
            Maurice Maurice PROPN Number=Sing 3 nsubj B-Person
            Orvel Orvel PROPN Number=Sing 1 flat I-Person
            came come VERB VerbForm=Fin|Tense=Past 0 root _
            . . PUNCT _ 3 punct _

            {given} {given} PROPN Number=Sing 3 nsubj B-Person
            Orvel Orvel PROPN Number=Sing 1 flat I-Person
            left leave VERB VerbForm=Fin|Tense=Past 0 root _
            . . PUNCT _ 3 punct _
            """));
        report.Entities.Entities.Count(static e => e.Kind == ActorKind.Person).ShouldBe(whole is null ? 2 : 1);
    }

    private static Statement Said(string parse)
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of(parse));
        return new StatementAnnotator().Find(report).Single(static s => s.Cue.Lemma == "say");
    }
}
