using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements;

/// <summary>Speakers who are called again by what they are, or by whose they are.</summary>
public sealed class SpeakersCalledAgainTests
{
    private const string Sign = """
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        held hold VERB VerbForm=Fin|Tense=Past 0 root _
        a a DET _ 5 det _
        sign sign NOUN Number=Sing 3 obj _
        . . PUNCT _ 3 punct _

        """;

    private const string Scientist = """
        The the DET Definite=Def 2 det _
        scientist scientist NOUN Number=Sing 3 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 5 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
        . . PUNCT _ 3 punct _
        """;

    [Fact]
    public void Find_EpithetBehindOnePerson_IsThatPerson() => Said(Sign + "\n" + Scientist).Name.ShouldBe("Ada Brown");

    [Theory]
    [InlineData("Democrat", "Ada Brown")]
    [InlineData("Herald", "Norby Herald")]
    public void Find_MemberOfAPartyBehindOnePerson_IsThatPerson(string word, string name) => Said(Sign + "\n" + $"""
        The the DET Definite=Def 3 det _
        Norby Norby PROPN Number=Sing 3 compound {(word == "Herald" ? "B-Organization" : "_")}
        {word} {word} PROPN Number=Sing 4 nsubj {(word == "Herald" ? "I-Organization" : "B-Norp")}
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 6 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 4 ccomp _
        . . PUNCT _ 4 punct _
        """).Name.ShouldBe(name);

    [Fact]
    public void Find_EpithetBehindTwoPersons_IsNeither() => Said("""
        # par
        Ada Ada PROPN Number=Sing 3 nsubj B-Person
        Brown Brown PROPN Number=Sing 1 flat I-Person
        met meet VERB VerbForm=Fin|Tense=Past 0 root _
        Ben Ben PROPN Number=Sing 3 obj B-Person
        Lund Lund PROPN Number=Sing 4 flat I-Person
        . . PUNCT _ 3 punct _

        """ + "\n" + Scientist).Name.ShouldBe("scientist");

    [Fact]
    public void Find_PhraseWithPronounOfOwner_IsNamedByItsOwner() => Said(Sign + """
        
        Her her PRON Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs 2 nmod:poss _
        spokesman spokesman NOUN Number=Sing 3 nsubj _
        said say VERB VerbForm=Fin|Tense=Past 0 root _
        it it PRON Number=Sing 5 nsubj _
        leaks leak VERB VerbForm=Fin|Tense=Pres 3 ccomp _
        . . PUNCT _ 3 punct _
        """).Name.ShouldBe("Ada Brown’s spokesman");

    private static StatementSource Said(string parse)
    {
        AnnotatedReport report = new CoreferenceAnnotator().Annotate(ParsedReport.Of(parse));
        return new StatementAnnotator().Find(report).Single(static s => s.Cue.Lemma == "say").Source;
    }
}
