using Parallax.Core.Layers;
using Parallax.Language.Neural;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Neural;

/// <summary>What the report itself or the lexicon proves about a word goes before what the network read.</summary>
public sealed class ProvenFormsTests
{
    private const string Named = """
        # par
        Lena Lena PROPN Number=Sing 3 nsubj B-Person
        Fielding Fielding PROPN Number=Sing 1 flat I-Person
        left leave VERB Tense=Past|VerbForm=Fin 0 root _
        . . PUNCT _ 3 punct _


        """;

    private const string Unnamed = """
        # par
        The the DET _ 2 det _
        team team NOUN Number=Sing 3 nsubj _
        left leave VERB Tense=Past|VerbForm=Fin 0 root _
        . . PUNCT _ 3 punct _


        """;

    [Theory]
    [InlineData(Named, UniversalTag.Propn, "nsubj", 2)]
    [InlineData(Unnamed, UniversalTag.Aux, "aux", 0)]
    public void Mend_SurnameBeforeVerb_IsNameOnlyWhereNamedInFull(string before, UniversalTag tag, string relation, int persons)
    {
        AnnotatedReport report = ParsedReport.Of(before + """
            Fielding field AUX VerbForm=Ger 2 aux _
            said say VERB Tense=Past|VerbForm=Fin 0 root _
            nobody nobody PRON _ 4 nsubj _
            fell fall VERB Tense=Past|VerbForm=Fin 2 ccomp _
            . . PUNCT _ 2 punct _
            """);

        (TokenLayer tokens, Layer<NameMention> names) = ProvenForms.Mend(report.Report, report.Tokens, report.Names);

        tokens.Tags[4].ShouldBe(tag);
        tokens.Relations[4].ShouldBe(relation);
        tokens.Heads[4].ShouldBe(5);
        names.Count(static n => n.Kind == NameKind.Person).ShouldBe(persons);
    }

    [Fact]
    public void Mend_SurnameThatTookThePlaceOfTheVerb_GivesItBack()
    {
        AnnotatedReport report = ParsedReport.Of(Named.Replace("Fielding", "Felled", StringComparison.Ordinal) + """
            Felled fell VERB Tense=Past|VerbForm=Fin 0 root _
            kept keep VERB Tense=Past|VerbForm=Fin 1 ccomp _
            the the DET _ 4 det _
            key key NOUN Number=Sing 2 obj _
            . . PUNCT _ 1 punct _
            """);

        TokenLayer tokens = ProvenForms.Mend(report.Report, report.Tokens, report.Names).Tokens;

        tokens.Heads[5].ShouldBe(-1);
        tokens.Relations[5].ShouldBe("root");
        tokens.Heads[4].ShouldBe(5);
        tokens.Relations[4].ShouldBe("nsubj");
        tokens.Heads[8].ShouldBe(5);
    }

    [Theory]
    [InlineData("Tense=Past|VerbForm=Part", "root")]
    [InlineData("VerbForm=Ger", "advcl")]
    public void Mend_SurnameBeforePastForm_LeavesItTheClause(string features, string relation)
    {
        AnnotatedReport report = ParsedReport.Of(Named.Replace("Fielding", "Felled", StringComparison.Ordinal) + $"""
            Then then ADV _ 2 advmod _
            Felled fell VERB Tense=Past|VerbForm=Fin 0 root _
            kept keep VERB {features} 2 advcl _
            it it PRON _ 3 obj _
            . . PUNCT _ 2 punct _
            """);

        TokenLayer tokens = ProvenForms.Mend(report.Report, report.Tokens, report.Names).Tokens;

        tokens.Tags[5].ShouldBe(UniversalTag.Propn);
        tokens.Relations[6].ShouldBe(relation);
    }

    [Fact]
    public void Mend_SurnameBeforeAside_IsSubjectOfTheClauseBehindIt()
    {
        AnnotatedReport report = ParsedReport.Of(Named.Replace("Fielding", "Felled", StringComparison.Ordinal) + """
            Felled fell VERB Tense=Past|VerbForm=Fin 0 root _
            , , PUNCT _ 4 punct _
            a a DET _ 4 det _
            clerk clerk NOUN Number=Sing 1 obj _
            , , PUNCT _ 6 punct _
            kept keep VERB Tense=Past|VerbForm=Fin 1 conj _
            it it PRON _ 6 obj _
            . . PUNCT _ 1 punct _
            """);

        TokenLayer tokens = ProvenForms.Mend(report.Report, report.Tokens, report.Names).Tokens;

        tokens.Heads[9].ShouldBe(-1);
        (tokens.Heads[4], tokens.Relations[4]).ShouldBe((9, "nsubj"));
    }

    [Fact]
    public void Mend_SurnameBeforePossession_OwnsIt()
    {
        AnnotatedReport report = ParsedReport.Of(Named.Replace("Fielding", "Felled", StringComparison.Ordinal) + """
            They they PRON _ 2 nsubj _
            kept keep VERB Tense=Past|VerbForm=Fin 0 root _
            Felled fell VERB Tense=Past|VerbForm=Fin 2 xcomp _
            's 's PART _ 3 case _
            key key NOUN Number=Sing 3 obj _
            . . PUNCT _ 2 punct _
            """);

        TokenLayer tokens = ProvenForms.Mend(report.Report, report.Tokens, report.Names).Tokens;

        tokens.Relations[6].ShouldBe("nmod:poss");
        tokens.Heads[6].ShouldBe(8);
        tokens.Heads[8].ShouldBe(5);
    }

    [Fact]
    public void Mend_VerbOfTheSameSpellingInTheMiddle_StaysWithoutCapital()
    {
        AnnotatedReport report = ParsedReport.Of(Named.Replace("Fielding", "Felled", StringComparison.Ordinal) + """
            They they PRON _ 2 nsubj _
            felled fell VERB Tense=Past|VerbForm=Fin 0 root _
            it it PRON _ 2 obj _
            . . PUNCT _ 2 punct _
            """);

        ProvenForms.Mend(report.Report, report.Tokens, report.Names).Tokens.ShouldBeSameAs(report.Tokens);
    }

    [Theory]
    [InlineData("allege", UniversalTag.Verb)]
    [InlineData("claims", UniversalTag.Noun)]
    public void Mend_FormThatIsOnlyAVerb_TakesTheClause(string form, UniversalTag tag)
    {
        AnnotatedReport report = ParsedReport.Of($"""
            # par
            Police police NOUN Number=Sing 2 compound _
            {form} {form} NOUN Number=Sing 4 nsubj _
            Lund Lund PROPN Number=Sing 2 appos B-Person
            opened open VERB Tense=Past|VerbForm=Fin 0 root _
            fire fire NOUN Number=Sing 4 obj _
            . . PUNCT _ 4 punct _
            """);

        TokenLayer tokens = ProvenForms.Mend(report.Report, report.Tokens, report.Names).Tokens;

        tokens.Tags[1].ShouldBe(tag);
        if (tag == UniversalTag.Verb)
        {
            tokens.Heads[1].ShouldBe(-1);
            (tokens.Heads[0], tokens.Relations[0]).ShouldBe((1, "nsubj"));
            (tokens.Heads[3], tokens.Relations[3]).ShouldBe((1, "ccomp"));
            (tokens.Heads[2], tokens.Relations[2]).ShouldBe((3, "nsubj"));
            tokens.Heads[4].ShouldBe(3);
        }
    }
}
