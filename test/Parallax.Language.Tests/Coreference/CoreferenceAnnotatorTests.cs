using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference;

public sealed class CoreferenceAnnotatorTests
{
    [Fact]
    public void Annotate_SurnameAfterFullName_IsOnePerson()
    {
        AnnotatedReport report = Read("""
            # par
            Minister  minister  NOUN   Number=Sing  2  nmod:desc  _
            Anna      Anna      PROPN  Number=Sing  4  nsubj      B-Person
            Dorn      Dorn      PROPN  Number=Sing  2  flat       I-Person
            spoke     speak     VERB   _            0  root       _
            .         .         PUNCT  _            4  punct      _

            Dorn      Dorn      PROPN  Number=Sing  2  nsubj      B-Person
            left      leave     VERB   _            0  root       _
            .         .         PUNCT  _            2  punct      _
            """);

        Entity dorn = Named(report, "Anna Dorn");
        dorn.Kind.ShouldBe(ActorKind.Person);
        dorn.Aliases.ShouldBe(["Dorn"]);
        dorn.Descriptions.ShouldContain("Minister");
        dorn.Explanation.ShouldNotBeNull().Because.ShouldContain(e => e.Rule == "coref.name.part");
    }

    [Theory]
    [InlineData("harder", "ADJ", "xcomp", false)]
    [InlineData("alone", "ADV", "advmod", true)]
    public void Annotate_ItThatStandsForTheClauseBehind_IsNobody(string word, string tag, string relation, bool isMention)
    {
        AnnotatedReport report = Read($"""
            # par
            The      the      DET    _                 2  det       _
            port     port     NOUN   Number=Sing       3  nsubj     _
            closed   close    VERB   _                 0  root      _
            .        .        PUNCT  _                 3  punct     _

            The      the      DET    _                 2  det       _
            rule     rule     NOUN   Number=Sing       3  nsubj     _
            made     make     VERB   _                 0  root      _
            it       it       PRON   Number=Sing|PronType=Prs  3  obj  _
            {word}   {word}   {tag}  _                 3  {relation}  _
            to       to       PART   _                 7  mark      _
            trade    trade    VERB   VerbForm=Inf      5  xcomp     _
            .        .        PUNCT  _                 3  punct     _
            """);

        report.Entities.Entities.Any(e => e.Mentions.Any(m => report.Report.Text.Text[m.Start..m.End] == "it")).ShouldBe(isMention);
    }

    [Fact]
    public void Annotate_BodyInTwoSpellings_IsOne()
    {
        AnnotatedReport report = Read("""
            # par
            Harbour       Harbour       PROPN  Number=Sing  2  compound  B-Organization
            Organisation  Organisation  PROPN  Number=Sing  3  nsubj     I-Organization
            met           meet          VERB   _            0  root      _
            .             .             PUNCT  _            3  punct     _

            Harbor        Harbor        PROPN  Number=Sing  2  compound  B-Organization
            Organization  Organization  PROPN  Number=Sing  3  nsubj     I-Organization
            left          leave         VERB   _            0  root      _
            .             .             PUNCT  _            3  punct     _
            """);

        report.Entities.Entities.Count(static e => e.Kind == ActorKind.Organization).ShouldBe(1);
    }

    [Fact]
    public void Annotate_PronounThatGoesOnSpeaking_IsTheLastSpeaker()
    {
        AnnotatedReport report = Read("""
            # par
            Peter    Peter    PROPN  Number=Sing  3  nsubj  B-Person
            Dorn     Dorn     PROPN  Number=Sing  1  flat   I-Person
            said     say      VERB   _            0  root   _
            the      the      DET    _            5  det    _
            warship  warship  NOUN   Number=Sing  6  nsubj  _
            left     leave    VERB   _            3  ccomp  _
            .        .        PUNCT  _            3  punct  _

            He       he       PRON   Number=Sing  2  nsubj  _
            added    add      VERB   _            0  root   _
            that     that     SCONJ  _            5  mark   _
            it       it       PRON   Number=Sing  5  nsubj  _
            sank     sink     VERB   _            2  ccomp  _
            .        .        PUNCT  _            2  punct  _
            """);

        Entity dorn = Named(report, "Peter Dorn");
        dorn.Mentions.Count(static m => m.Form == MentionForm.Pronoun).ShouldBe(1);
        dorn.Explanation.ShouldNotBeNull().Because.ShouldContain(e => e.Rule == "coref.person");
    }

    [Fact]
    public void Annotate_NounWithPrepositionalTail_IsCalledWithoutIt()
    {
        AnnotatedReport report = Read("""
            # par
            The        the       DET    _            2  det    _
            officials  official  NOUN   Number=Plur  5  nsubj  _
            in         in        ADP    _            4  case   _
            Kenya      Kenya     PROPN  Number=Sing  2  nmod   B-Country
            left       leave     VERB   _            0  root   _
            .          .         PUNCT  _            5  punct  _
            """);

        Named(report, "officials").Name.ShouldBe("officials");
    }

    [Fact]
    public void Annotate_TwoPersonsOfOneSurname_StayApart()
    {
        AnnotatedReport report = Read("""
            # par
            Anna   Anna   PROPN  Number=Sing  3  nsubj  B-Person
            Dorn   Dorn   PROPN  Number=Sing  1  flat   I-Person
            met    meet   VERB   _            0  root   _
            Peter  Peter  PROPN  Number=Sing  3  obj    B-Person
            Dorn   Dorn   PROPN  Number=Sing  4  flat   I-Person
            .      .      PUNCT  _            3  punct  _
            """);

        Named(report, "Anna Dorn").Id.ShouldNotBe(Named(report, "Peter Dorn").Id);
    }

    [Fact]
    public void Annotate_FirstWordOfACompany_IsTheCompanyThoughTakenForAPerson()
    {
        AnnotatedReport report = Read("""
            # par
            Orvane    Orvane    PROPN  Number=Sing  2  compound  B-Organization
            Chemicals Chemicals PROPN  Number=Plur  3  nsubj     I-Organization
            paid      pay       VERB   _            0  root      _
            .         .         PUNCT  _            3  punct     _

            Orvane    Orvane    PROPN  Number=Sing  2  nsubj     B-Person
            left      leave     VERB   _            0  root      _
            .         .         PUNCT  _            2  punct     _
            """);

        Entity company = Named(report, "Orvane Chemicals");
        company.Kind.ShouldBe(ActorKind.Organization);
        company.Aliases.ShouldBe(["Orvane"]);
    }

    [Fact]
    public void Annotate_AcronymInBrackets_IsAnAlias()
    {
        AnnotatedReport report = Read("""
            # par
            The      the      DET    _            4  det    _
            Harbour  Harbour  PROPN  Number=Sing  4  compound  B-Organization
            Safety   Safety   PROPN  Number=Sing  4  compound  I-Organization
            Council  Council  PROPN  Number=Sing  8  nsubj  I-Organization
            (        (        PUNCT  _            6  punct  _
            HSC      HSC      PROPN  Number=Sing  4  appos  B-Organization
            )        )        PUNCT  _            6  punct  _
            met      meet     VERB   _            0  root   _
            .        .        PUNCT  _            8  punct  _
            """);

        Named(report, "Harbour Safety Council").Aliases.ShouldBe(["HSC"]);
    }

    [Fact]
    public void Annotate_LikeNamesOfTwoCountries_StayApart()
    {
        AnnotatedReport report = Read("""
            # par
            France    France    PROPN  Number=Sing  4  nmod:poss  B-Country
            's        's        PART   _            1  case       _
            Security  Security  PROPN  Number=Sing  4  compound   B-Organization
            Council   Council   PROPN  Number=Sing  5  nsubj      I-Organization
            met       meet      VERB   _            0  root       _
            Spain     Spain     PROPN  Number=Sing  9  nmod:poss  B-Country
            's        's        PART   _            6  case       _
            Security  Security  PROPN  Number=Sing  9  compound   B-Organization
            Council   Council   PROPN  Number=Sing  5  obj        I-Organization
            .         .         PUNCT  _            5  punct      _
            """);

        report.Entities.Entities.Count(static e => e.Name == "Security Council").ShouldBe(2);
    }

    [Theory]
    [InlineData("denied", "deny", ActorKind.Government, MentionForm.Metonym)]
    [InlineData("slept", "sleep", ActorKind.Place, MentionForm.Name)]
    public void Annotate_CapitalAsSubject_StandsForItsGovernmentWhereItActs(string form, string lemma, ActorKind kind, MentionForm mention)
    {
        AnnotatedReport report = Read($"""
            # par
            Paris   Paris  PROPN  Number=Sing  2  nsubj  B-City
            {form}  {lemma}  VERB   _            0  root   _
            it      it     PRON   Number=Sing|Person=3  2  obj  _
            .       .      PUNCT  _            2  punct  _
            """);

        Entity paris = Named(report, "Paris");
        paris.Kind.ShouldBe(kind);
        paris.Country.ShouldBe("FR");
        paris.Mentions[0].Form.ShouldBe(mention);
    }

    [Fact]
    public void Annotate_RoleNounWithCountry_IsItsBearer()
    {
        AnnotatedReport report = Read("""
            # par
            French     French     ADJ    _            2  amod       B-Norp
            President  President  PROPN  Number=Sing  3  nmod:desc  _
            Anna       Anna       PROPN  Number=Sing  5  nsubj      B-Person
            Dorn       Dorn       PROPN  Number=Sing  3  flat       I-Person
            spoke      speak      VERB   _            0  root       _
            .          .          PUNCT  _            5  punct      _

            The        the        DET    Definite=Def  3  det   _
            French     French     ADJ    _            3  amod   B-Norp
            president  president  NOUN   Number=Sing  4  nsubj  _
            left       leave      VERB   _            0  root   _
            .          .          PUNCT  _            4  punct  _
            """);

        Named(report, "Anna Dorn").Mentions.ShouldContain(m => m.Form == MentionForm.Nominal);
    }

    [Fact]
    public void Annotate_EveryMention_StandsInOneEntityAndInTheText()
    {
        AnnotatedReport report = Read("""
            # par
            Anna   Anna   PROPN  Number=Sing  2  nsubj  B-Person
            said   say    VERB   _            0  root   _
            she    she    PRON   Gender=Fem|Number=Sing|Person=3  4  nsubj  _
            agreed agree  VERB   _            2  ccomp  _
            .      .      PUNCT  _            2  punct  _
            """);

        report.Entities.Mentions.Select(static m => m.Mention.Span).ShouldBeUnique();
        foreach ((Mention mention, _) in report.Entities.Mentions)
        {
            SpanChecks.CheckSpan(report.Report.Text, mention.Span);
        }
    }

    [Fact]
    public void Annotate_CompanyCalledByItsNoun_IsTheCompanyNamedBefore()
    {
        AnnotatedReport report = Read("""
            # par
            Orvane   Orvane   PROPN  Number=Sing  3  nsubj  B-Organization
            Motors   Motors   PROPN  Number=Sing  1  flat   I-Organization
            grew     grow     VERB   _            0  root   _
            .        .        PUNCT  _            3  punct  _

            The      the      DET    _            2  det    _
            carmaker carmaker NOUN   Number=Sing  3  nsubj  _
            hired    hire     VERB   _            0  root   _
            .        .        PUNCT  _            3  punct  _
            """);

        Named(report, "Orvane Motors").Mentions.Length.ShouldBe(2);
    }

    [Fact]
    public void Annotate_ItsParentCompany_IsAnotherCompany()
    {
        AnnotatedReport report = Read("""
            # par
            Orvane   Orvane   PROPN  Number=Sing  3  nsubj  B-Organization
            Motors   Motors   PROPN  Number=Sing  1  flat   I-Organization
            grew     grow     VERB   _            0  root   _
            .        .        PUNCT  _            3  punct  _

            The      the      DET    _            3  det       _
            parent   parent   ADJ    _            3  amod      _
            company  company  NOUN   Number=Sing  4  nsubj     _
            hired    hire     VERB   _            0  root      _
            .        .        PUNCT  _            4  punct     _
            """);

        Named(report, "Orvane Motors").Mentions.Length.ShouldBe(1);
    }

    [Fact]
    public void Annotate_WeOfAQuotation_IsTheBodyItsSpeakerIsCalledAfter()
    {
        AnnotatedReport report = Read("""
            # par
            “         “          PUNCT  _            3  punct     _
            We        we         PRON   Number=Plur  3  nsubj     _
            grow      grow       VERB   _            9  ccomp     _
            ,         ,          PUNCT  _            3  punct     _
            ”         ”          PUNCT  _            3  punct     _
            Orvane    Orvane     PROPN  Number=Sing  7  compound  B-Organization
            director  director   NOUN   Number=Sing  8  nmod:desc _
            Anna      Anna       PROPN  Number=Sing  9  nsubj     B-Person
            said      say        VERB   _            0  root      _
            .         .          PUNCT  _            9  punct     _
            """);

        Named(report, "Orvane").Explanation.ShouldNotBeNull().Because.ShouldContain(e => e.Rule == "coref.spoken-for");
    }

    [Fact]
    public void Annotate_EmptyText_GivesNoEntities() => Read("").Entities.Entities.ShouldBeEmpty();
}
