using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference.NameLinks;

public sealed class FamiliesTests
{
    private const string Called = """

        Mr.      Mr.      PROPN  Number=Sing  2  nmod:desc   _
        Orvel    Orvel    PROPN  Number=Sing  3  nsubj       B-Person
        spoke    speak    VERB   _            0  root        _
        .        .        PUNCT  _            3  punct       _

        Ms.      Ms.      PROPN  Number=Sing  2  nmod:desc   _
        Orvel    Orvel    PROPN  Number=Sing  3  nsubj       B-Person
        wept     weep     VERB   _            0  root        _
        .        .        PUNCT  _            3  punct       _
        """;

    [Fact]
    public void Annotate_CoupleOfUnlistedNames_ToldApartByTitles()
    {
        AnnotatedReport report = Read("""
            # par
            The      the      DET    _            2  det         _
            parents  parent   NOUN   Number=Plur  7  nsubj       _
            ,        ,        PUNCT  _            4  punct       _
            Zhoran   Zhoran   PROPN  Number=Sing  2  appos       B-Person
            and      and      CCONJ  _            6  cc          _
            Velmira  Velmira  PROPN  Number=Sing  4  conj        B-Person
            Orvel    Orvel    PROPN  Number=Sing  6  flat        I-Person
            ,        ,        PUNCT  _            4  punct       _
            came     come     VERB   _            0  root        _
            .        .        PUNCT  _            9  punct       _

            """ + Called);

        Called(report, "Zhoran Orvel").ShouldContain("Mr. Orvel");
        Called(report, "Velmira Orvel").ShouldContain("Ms. Orvel");
    }

    [Fact]
    public void Annotate_TwoWhomNothingTellsToBeAFamily_KeepTheirNames()
    {
        AnnotatedReport report = Read("""
            # par
            Zhoran   Zhoran   PROPN  Number=Sing  5  nsubj       B-Person
            and      and      CCONJ  _            3  cc          _
            Velmira  Velmira  PROPN  Number=Sing  1  conj        B-Person
            Orvel    Orvel    PROPN  Number=Sing  3  flat        I-Person
            came     come     VERB   _            0  root        _
            .        .        PUNCT  _            5  punct       _
            """);

        report.Entities.Entities.ShouldContain(static e => e.Name == "Zhoran");
        report.Entities.Entities.ShouldNotContain(static e => e.Name == "Zhoran Orvel");
    }

    [Theory]
    [InlineData("wife", "Velmira Orvel")]
    [InlineData("clerk", "Velmira")]
    public void Annotate_GivenNameBehindTheOwnerOfARelative_HasHisSurname(string noun, string name)
    {
        AnnotatedReport report = Read($"""
            # par
            Zhoran   Zhoran   PROPN  Number=Sing  3  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            spoke    speak    VERB   _            0  root        _
            .        .        PUNCT  _            3  punct       _

            Orvel    Orvel    PROPN  Number=Sing  3  nmod:poss   B-Person
            's       's       PART   _            1  case        _
            {noun}   {noun}   NOUN   Number=Sing  7  nsubj       _
            ,        ,        PUNCT  _            5  punct       _
            Velmira  Velmira  PROPN  Number=Sing  3  appos       B-Person
            ,        ,        PUNCT  _            5  punct       _
            wept     weep     VERB   _            0  root        _
            .        .        PUNCT  _            7  punct       _
            """);

        report.Entities.Entities.ShouldContain(e => e.Name == name);
    }

    [Theory]
    [InlineData("killed", "kill", "Tarvo Orvel")]
    [InlineData("praised", "praise", "Zhoran Orvel")]
    public void Annotate_SurnameOfOneToldToBeDead_IsTheSonWhoDied(string verb, string lemma, string bearer)
    {
        AnnotatedReport report = Read($"""
            # par
            Zhoran   Zhoran   PROPN  Number=Sing  3  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            lost     lose     VERB   _            0  root        _
            his      his      PRON   Gender=Masc|Number=Sing|Person=3|Poss=Yes  5  nmod:poss  _
            son      son      NOUN   Number=Sing  3  obj         _
            ,        ,        PUNCT  _            7  punct       _
            Tarvo    Tarvo    PROPN  Number=Sing  5  appos       B-Person
            Orvel    Orvel    PROPN  Number=Sing  7  flat        I-Person
            .        .        PUNCT  _            3  punct       _

            Orvel    Orvel    PROPN  Number=Sing  6  nsubj       B-Person
            ,        ,        PUNCT  _            3  punct       _
            {verb}   {lemma}  VERB   VerbForm=Part  1  acl       _
            abroad   abroad   ADV    _            3  advmod      _
            ,        ,        PUNCT  _            3  punct       _
            led      lead     VERB   _            0  root        _
            .        .        PUNCT  _            6  punct       _
            """);

        Called(report, bearer).Count(static t => t.EndsWith("Orvel", StringComparison.Ordinal)).ShouldBe(2);
    }
}
