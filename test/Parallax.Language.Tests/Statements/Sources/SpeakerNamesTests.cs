using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements.Sources;

/// <summary>Who a source phrase with a title, an apposition or a pronoun is.</summary>
public sealed class SpeakerNamesTests
{
    [Fact]
    public void Find_NameWithTwoOffices_IsThePerson() => Speaker("""
        # par
        Ada Ada PROPN Number=Sing 10 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        , , PUNCT _ 4 punct _
        president president NOUN Number=Sing 1 appos _
        and and CCONJ _ 6 cc _
        owner owner NOUN Number=Sing 4 conj _
        of of ADP _ 8 case _
        Axis Axis PROPN Number=Sing 4 nmod B-Organization
        , , PUNCT _ 1 punct _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 12 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 10 ccomp _
        . . PUNCT _ 10 punct _
        """).ShouldBe(("Ada Brown", ActorKind.Person));

    [Fact]
    public void Find_TwoTitlesBeforeAName_IsThePerson() => Speaker("""
        # par
        mayor mayor NOUN Number=Sing 6 nsubj _
        and and CCONJ _ 3 cc _
        farmer farmer NOUN Number=Sing 1 conj _
        Ada Ada PROPN Number=Sing 1 appos B-Person
        Brown Brown PROPN Number=Sing 4 flat I-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 8 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 6 ccomp _
        . . PUNCT _ 6 punct _
        """).ShouldBe(("Ada Brown", ActorKind.Person));

    [Theory]
    [InlineData("spokesman", "for", "mayor", "spokesman for mayor Ada Brown")]
    [InlineData("aide", "to", "candidate", "aide to candidate Ada Brown")]
    [InlineData("head", "of", "security", "Ada Brown")]
    public void Find_NounBeforeATitledName_IsWhoSpeaksForHer(string noun, string preposition, string title, string name) => Speaker($"""
        # par
        A a DET Definite=Ind 2 det _
        {noun} {noun} NOUN Number=Sing 7 nsubj _
        {preposition} {preposition} ADP _ 4 case _
        {title} {title} NOUN Number=Sing 2 nmod _
        Ada Ada PROPN Number=Sing 4 appos B-Person
        Brown Brown PROPN Number=Sing 5 flat I-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 9 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 7 ccomp _
        . . PUNCT _ 7 punct _
        """).Name.ShouldBe(name);

    [Theory]
    [InlineData("engine", "Axis Motors")]
    [InlineData("report", "report")]
    public void Find_WhichBehindANearerBody_IsTheBodyWhereTheFartherNounIsMute(string noun, string name) => Speaker($"""
        # par
        The the DET Definite=Def 2 det _
        {noun} {noun} NOUN Number=Sing 12 nsubj _
        by by ADP _ 5 case _
        Axis Axis PROPN Number=Sing 5 compound B-Organization
        Motors Motors PROPN Number=Sing 2 nmod I-Organization
        , , PUNCT _ 8 punct _
        which which PRON PronType=Rel 8 nsubj _
        says say VERB VerbForm=Fin|Tense=Pres|Number=Sing 2 acl:relcl _
        it it PRON Number=Sing 10 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 8 ccomp _
        , , PUNCT _ 8 punct _
        fell fall VERB VerbForm=Fin|Tense=Past 0 root _
        . . PUNCT _ 12 punct _
        """).Name.ShouldBe(name);

    [Theory]
    [InlineData("As", "Ben Lund")]
    [InlineData("While", "")]
    public void Find_ReporterInAnAsClause_HandsOnWhatTheSentenceTells(string opening, string reporter)
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of($"""
            # par
            {opening} {opening} SCONJ _ 4 mark _
            Ben Ben PROPN Number=Sing 4 nsubj B-Person
            Lund Lund PROPN Number=Sing 2 flat I-Person
            reports report NOUN Number=Plur 7 advcl _
            , , PUNCT _ 4 punct _
            police police NOUN Number=Plur 7 nsubj _
            said say VERB VerbForm=Fin|Tense=Past 0 root _
            it it PRON Number=Sing 9 nsubj _
            leaks leak VERB VerbForm=Fin|Tense=Pres 7 ccomp _
            . . PUNCT _ 7 punct _
            """));
        string.Join(',', new StatementAnnotator().Find(report).Single(static s => s.Cue.Lemma == "say").Chain.Select(static h => h.Name)).ShouldBe(reporter);
    }

    [Theory]
    [InlineData("One", "another user")]
    [InlineData("The", "Another")]
    public void Find_AnotherBehindOneOfThem_IsAnotherOfThem(string first, string name) => new StatementAnnotator().Find(new CoreferenceAnnotator().Annotate(ParsedReport.Of($"""
        # par
        {first} {first} DET _ 2 det _
        user user NOUN Number=Sing 3 nsubj _
        wrote write VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 5 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
        . . PUNCT _ 3 punct _

        Another another DET _ 2 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 4 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 2 ccomp _
        . . PUNCT _ 2 punct _
        """)))[^1].Source.Name.ShouldBe(name);

    [Fact]
    public void Find_NameAndAnotherSpeaker_IsAGroup() => Speaker("""
        # par
        police police NOUN Number=Plur 6 nsubj _
        and and CCONJ _ 4 cc _
        mayor mayor NOUN Number=Sing 4 compound _
        Ada Ada PROPN Number=Sing 1 conj B-Person
        Brown Brown PROPN Number=Sing 4 flat I-Person
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 8 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 6 ccomp _
        . . PUNCT _ 6 punct _
        """).Kind.ShouldBe(ActorKind.Group);

    [Fact]
    public void Find_FirmThatIsCalled_IsTheFirm() => Speaker("""
        # par
        A a DET _ 2 det _
        firm firm NOUN Number=Sing 6 nsubj _
        called call VERB VerbForm=Part|Tense=Past|Voice=Pass 2 acl _
        Axis Axis PROPN Number=Sing 3 xcomp B-Organization
        Lines Lines PROPN Number=Sing 4 flat I-Organization
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 8 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 6 ccomp _
        . . PUNCT _ 6 punct _
        """).Name.ShouldBe("Axis Lines");

    [Theory]
    [InlineData("neighbour", "neighbour")]
    [InlineData("neighbours", "He")]
    public void Find_HeBehindOneUnnamed_IsTheOneWhoSpokeLast(string noun, string expected) => new StatementAnnotator().Find(new CoreferenceAnnotator().Annotate(ParsedReport.Of($"""
        # par
        A a DET Definite=Ind 2 det _
        {noun} neighbour NOUN Number={(noun.EndsWith('s') ? "Plur" : "Sing")} 3 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 5 nsubj _
        rained rain VERB VerbForm=Fin|Tense=Past 3 ccomp _
        . . PUNCT _ 3 punct _

        He he PRON Gender=Masc|Number=Sing 2 nsubj _
        added add VERB VerbForm=Fin|Tense=Past 0 root _
        that that SCONJ _ 5 mark _
        dogs dog NOUN Number=Plur 5 nsubj _
        barked bark VERB VerbForm=Fin|Tense=Past 2 ccomp _
        . . PUNCT _ 2 punct _
        """)))[1].Source.Name.ShouldBe(expected);

    private static (string Name, ActorKind Kind) Speaker(string parsed)
    {
        StatementSource source = new StatementAnnotator().Find(new CoreferenceAnnotator().Annotate(ParsedReport.Of(parsed)))[0].Source;
        return (source.Name, source.Kind);
    }
}
