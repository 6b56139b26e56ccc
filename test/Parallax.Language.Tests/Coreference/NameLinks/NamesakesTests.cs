using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Coreference.NameLinks;

public sealed class NamesakesTests
{
    private static readonly CoreferenceAnnotator Annotator = new();

    [Theory]
    [InlineData("sister", "sister", 0)]
    [InlineData("pilot", "pilot", 1)]
    public void Annotate_SurnameOfTwo_MeansTheOneTheReportTellsOf(string word, string lemma, int bearer)
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of($"""
            # par
            Karim    Karim    PROPN  Number=Sing  3  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            fell     fall     VERB   _            0  root        _
            .        .        PUNCT  _            3  punct       _

            The      the      DET    _            2  det         _
            {word}   {lemma}  NOUN   Number=Sing  3  nmod:desc   _
            Bront    Bront    PROPN  Number=Sing  5  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  3  flat        I-Person
            wept     weep     VERB   _            0  root        _
            .        .        PUNCT  _            5  punct       _

            Orvel    Orvel    PROPN  Number=Sing  2  nsubj       B-Person
            slept    sleep    VERB   _            0  root        _
            .        .        PUNCT  _            2  punct       _
            """));

        string[] names = ["Karim Orvel", "Bront Orvel"];
        int slept = report.Report.Text.Text.IndexOf("Orvel slept", StringComparison.Ordinal);
        report.Entities.Entities.Single(e => e.Name == names[bearer]).Mentions.ShouldContain(m => m.Start == slept);
        report.Entities.Entities.Count(e => e.Name.EndsWith("Orvel", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData("brother", 0)]
    [InlineData("rival", 1)]
    public void Annotate_SurnameBehindOneOfWhomTheOtherIsTheBrother_IsHis(string word, int bearer)
    {
        string again = bearer == 0 ? "" : """
            Karim    Karim    PROPN  Number=Sing  3  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            wept     weep     VERB   _            0  root        _
            .        .        PUNCT  _            3  punct       _


            """;
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of($"""
            # par
            The      the      DET    Definite=Def 2  det         _
            owner    owner    NOUN   Number=Sing  9  nsubj       _
            ,        ,        PUNCT  _            4  punct       _
            Bront    Bront    PROPN  Number=Sing  2  appos       B-Person
            Orvel    Orvel    PROPN  Number=Sing  4  flat        I-Person
            ,        ,        PUNCT  _            4  punct       _
            is       be       AUX    VerbForm=Fin 9  cop         _
            the      the      DET    Definite=Def 9  det         _
            {word}   {word}   NOUN   Number=Sing  0  root        _
            of       of       ADP    _            12 case        _
            pilot    pilot    NOUN   Number=Sing  12 nmod:desc   _
            Karim    Karim    PROPN  Number=Sing  9  nmod        B-Person
            Orvel    Orvel    PROPN  Number=Sing  12 flat        I-Person
            .        .        PUNCT  _            9  punct       _

            {again}Orvel    Orvel    PROPN  Number=Sing  2  nsubj       B-Person
            slept    sleep    VERB   _            0  root        _
            .        .        PUNCT  _            2  punct       _
            """));

        string[] names = ["Bront Orvel", "Karim Orvel"];
        int slept = report.Report.Text.Text.IndexOf("Orvel slept", StringComparison.Ordinal);
        report.Entities.Entities.Single(e => e.Name == names[bearer]).Mentions.ShouldContain(m => m.Start == slept);
    }

    [Theory]
    [InlineData("he", "Peter Orvel")]
    [InlineData("she", "Anna Orvel")]
    public void Annotate_SurnameOfTwoBeforeAPronounOfItsClause_IsTheOneOfThatSex(string pronoun, string bearer)
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of($"""
            # par
            Peter    Peter    PROPN  Number=Sing  3  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            met      meet     VERB   _            0  root        _
            Anna     Anna     PROPN  Number=Sing  3  obj         B-Person
            Orvel    Orvel    PROPN  Number=Sing  4  flat        I-Person
            .        .        PUNCT  _            3  punct       _

            Orvel    Orvel    PROPN  Number=Sing  2  nsubj       B-Person
            slept    sleep    VERB   _            0  root        _
            as       as       SCONJ  _            5  mark        _
            {pronoun}  {pronoun}  PRON  Number=Sing  5  nsubj  _
            sang     sing     VERB   _            2  advcl       _
            .        .        PUNCT  _            2  punct       _
            """));

        int slept = report.Report.Text.Text.IndexOf("Orvel slept", StringComparison.Ordinal);
        report.Entities.Entities.Single(e => e.Name == bearer).Mentions.ShouldContain(m => m.Start == slept);
    }

    [Theory]
    [InlineData("younger", 2)]
    [InlineData("happy", 1)]
    public void Annotate_FatherAndSonOfOneName_AreTwoAndTheYoungerIsTheSon(string word, int sons)
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of($"""
            # par
            Karim    Karim    PROPN  Number=Sing  4  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            Jr.      Jr.      PROPN  Number=Sing  1  flat        I-Person
            met      meet     VERB   _            0  root        _
            Karim    Karim    PROPN  Number=Sing  4  obj         B-Person
            B.       B.       PROPN  Number=Sing  5  flat        I-Person
            Orvel    Orvel    PROPN  Number=Sing  5  flat        I-Person
            .        .        PUNCT  _            4  punct       _

            The      the      DET    _            4  det         _
            {word}   {word}   ADJ    _            4  amod        _
            Mr.      Mr.      PROPN  Number=Sing  4  nmod:desc   _
            Orvel    Orvel    PROPN  Number=Sing  5  nsubj       B-Person
            slept    sleep    VERB   _            0  root        _
            .        .        PUNCT  _            5  punct       _
            """));

        report.Entities.Entities.Single(static e => e.Name == "Karim Orvel Jr.").Mentions.Length.ShouldBe(sons);
        report.Entities.Entities.Single(static e => e.Name == "Karim B. Orvel").Mentions.Length.ShouldBe(3 - sons);
    }

    [Theory]
    [InlineData("Orvel")]
    [InlineData("Tolva")]
    public void Annotate_ThingNamedAfterAPerson_IsNotThePerson(string second)
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of($"""
            # par
            Karim    Karim    PROPN  Number=Sing  3  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            opened   open     VERB   _            0  root        _
            the      the      DET    _            7  det         _
            {second}   {second}    PROPN  Number=Sing  7  compound  B-Other
            Global   Global   PROPN  Number=Sing  7  compound    I-Other
            Varade   Varade   PROPN  Number=Sing  3  obj         I-Other
            .        .        PUNCT  _            3  punct       _
            """));

        report.Entities.Entities.Single(static e => e.Kind == ActorKind.Person).Mentions.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("known", "as", 1)]
    [InlineData("pleased", "as", 2)]
    public void Annotate_NameThatSomebodyGoesBy_IsHis(string word, string preposition, int entities)
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of($"""
            # par
            Karim    Karim    PROPN  Number=Sing  9  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            ,        ,        PUNCT  _            5  punct       _
            the      the      DET    Definite=Def 5  det         _
            hacker   hacker   NOUN   Number=Sing  1  appos       _
            {word}   {word}   VERB   VerbForm=Part  5  acl       _
            {preposition}  {preposition}  ADP  _  8  case        _
            Tolva    Tolva    PROPN  Number=Sing  6  obl         B-Person
            slept    sleep    VERB   _            0  root        _
            .        .        PUNCT  _            9  punct       _
            """));

        report.Entities.Entities.Count(static e => e.Kind == ActorKind.Person).ShouldBe(entities);
    }

    [Fact]
    public void Annotate_NamesOfOneFamilyWithTheirGenerations_AreTwo()
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of("""
            # par
            Karim    Karim    PROPN  Number=Sing  4  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            Sr.      Sr.      PROPN  Number=Sing  1  flat        I-Person
            fell     fall     VERB   _            0  root        _
            .        .        PUNCT  _            4  punct       _

            Karim    Karim    PROPN  Number=Sing  4  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            III      III      PROPN  Number=Sing  1  flat        I-Person
            wept     weep     VERB   _            0  root        _
            .        .        PUNCT  _            4  punct       _
            """));

        report.Entities.Entities.Select(static e => e.Name).ShouldBe(["Karim Orvel Sr.", "Karim Orvel III"]);
    }

    [Fact]
    public void Annotate_OneNameWithTwoOffices_IsOnePersonAndNoGroup()
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of("""
            # par
            Anna      Anna      PROPN  Number=Sing  7  nsubj       B-Person
            Dorn      Dorn      PROPN  Number=Sing  1  flat        I-Person
            ,         ,         PUNCT  _            4  punct       _
            president president NOUN   Number=Sing  1  conj        _
            and       and       CCONJ  _            6  cc          _
            owner     owner     NOUN   Number=Sing  1  conj        _
            spoke     speak     VERB   _            0  root        _
            .         .         PUNCT  _            7  punct       _
            """));

        report.Entities.Entities.ShouldNotContain(static e => e.Kind == ActorKind.Group);
        report.Entities.Entities.ShouldContain(static e => e.Name == "Anna Dorn" && e.Kind == ActorKind.Person);
    }

    [Fact]
    public void Annotate_NounForACompanyBeforeItsNameBetweenCommas_IsTheCompany()
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of("""
            # par
            Crane     crane     NOUN   Number=Sing  2  compound    _
            operator  operator  NOUN   Number=Sing  6  nsubj       _
            ,         ,         PUNCT  _            4  punct       _
            Orvane    Orvane    PROPN  Number=Sing  2  appos       B-Organization
            ,         ,         PUNCT  _            4  punct       _
            closed    close     VERB   _            0  root        _
            .         .         PUNCT  _            6  punct       _
            """));

        report.Entities.Entities.ShouldHaveSingleItem().Name.ShouldBe("Orvane");
    }

    [Fact]
    public void Annotate_LastWordOfAPaper_IsThePaper()
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of("""
            # par
            The      the      DET    _            3  det         _
            Orvel    Orvel    PROPN  Number=Sing  3  compound    B-Organization
            Herald   Herald   PROPN  Number=Sing  4  nsubj       I-Organization
            asked    ask      VERB   _            0  root        _
            .        .        PUNCT  _            4  punct       _

            The      the      DET    _            2  det         _
            Herald   Herald   PROPN  Number=Sing  3  nsubj       B-Organization
            wrote    write    VERB   _            0  root        _
            .        .        PUNCT  _            3  punct       _
            """));

        report.Entities.Entities.Single(e => e.Kind == ActorKind.Outlet).Mentions.Length.ShouldBe(2);
    }

    [Fact]
    public void Annotate_SurnameThatIsATitle_TellsNoGender()
    {
        AnnotatedReport report = Annotator.Annotate(ParsedReport.Of("""
            # par
            Brannik  Brannik  PROPN  Number=Sing  3  nsubj       B-Person
            King     King     PROPN  Number=Sing  1  flat        I-Person
            slept    sleep    VERB   _            0  root        _
            .        .        PUNCT  _            3  punct       _

            King     King     PROPN  Number=Sing  2  nsubj       B-Person
            said     say      VERB   _            0  root        _
            she      she      PRON   Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs  4  nsubj  _
            fell     fall     VERB   _            2  ccomp       _
            .        .        PUNCT  _            2  punct       _
            """));

        int she = report.Report.Text.Text.IndexOf("she fell", StringComparison.Ordinal);
        report.Entities.Entities.Single(e => e.Name == "Brannik King").Mentions.ShouldContain(m => m.Start == she);
    }
}
