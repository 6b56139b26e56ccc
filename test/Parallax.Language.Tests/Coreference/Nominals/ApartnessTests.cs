using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference.Nominals;

/// <summary>Who stays two, and what tells that two are one.</summary>
public sealed class ApartnessTests
{
    [Fact]
    public void Annotate_BodyUnderOneNounBehindOtherNames_IsAnother()
    {
        AnnotatedReport report = Read("""
            # par
            The             the             DET    _            3  det       _
            Brenn           Brenn           PROPN  Number=Sing  3  compound  _
            administration  administration  NOUN   Number=Sing  4  nsubj     _
            left            leave           VERB   _            0  root      _
            .               .               PUNCT  _            4  punct     _

            The             the             DET    _            4  det       _
            Northern        Northern        PROPN  Number=Sing  4  compound  B-Organization
            Fisheries       Fisheries       PROPN  Number=Sing  4  compound  I-Organization
            Administration  Administration  PROPN  Number=Sing  5  nsubj     I-Organization
            stayed          stay            VERB   _            0  root      _
            .               .               PUNCT  _            5  punct     _
            """);

        Named(report, "Northern Fisheries Administration").Mentions.Length.ShouldBe(1);
    }

    [Fact]
    public void Annotate_TheAgency_IsTheOneBodyOfAStateNamedBefore()
    {
        AnnotatedReport report = Read("""
            # par
            Guards      guard       NOUN   Number=Plur  5   nsubj     _
            of          of          ADP    _            4   case      _
            Northern    Northern    PROPN  Number=Sing  4   compound  B-Organization
            Department  Department  PROPN  Number=Sing  1   nmod      I-Organization
            left        leave       VERB   _            9   ccomp     _
            ,           ,           PUNCT  _            9   punct     _
            the         the         DET    _            8   det       _
            agency      agency      NOUN   Number=Sing  9   nsubj     _
            announced   announce    VERB   _            0   root      _
            .           .           PUNCT  _            9   punct     _
            """);

        Words(report, Named(report, "Northern Department")).ShouldBe(["Northern Department", "the agency"]);
    }

    [Fact]
    public void Annotate_HeAfterOneWhoSpeaksOfAnother_IsTheOther()
    {
        AnnotatedReport report = Read("""
            # par
            Quill    Quill    PROPN  Number=Sing  2  nsubj  B-Person
            warned   warn     VERB   _            0  root   _
            that     that     SCONJ  _            5  mark   _
            Hadi     Hadi     PROPN  Number=Sing  5  nsubj  B-Person
            knows    know     VERB   _            2  ccomp  _
            it       it       PRON   Number=Sing  5  obj    _
            .        .        PUNCT  _            2  punct  _

            He       he       PRON   Number=Sing  3  nsubj:pass  _
            was      be       AUX    _            3  aux:pass    _
            jailed   jail     VERB   _            0  root        _
            .        .        PUNCT  _            3  punct       _
            """);

        Words(report, Named(report, "Hadi")).ShouldBe(["Hadi", "He"]);
    }

    [Fact]
    public void Annotate_NameAtTheStartOfTheNextSentence_IsNotWhomTheHeadlineEndsOn()
    {
        AnnotatedReport report = Read("""
            # par
            Baker    baker    NOUN   Number=Sing  2  nsubj  _
            met      meet     VERB   _            0  root   _
            a        a        DET    _            4  det    _
            driver   driver   NOUN   Number=Sing  2  obj    _

            Ilka     Ilka     PROPN  Number=Sing  3  nsubj  B-Person
            Brenn    Brenn    PROPN  Number=Sing  1  flat   I-Person
            fell     fall     VERB   _            0  root   _
            .        .        PUNCT  _            3  punct  _
            """);

        Named(report, "Ilka Brenn").Descriptions.ShouldBeEmpty();
        Words(report, Named(report, "Ilka Brenn")).ShouldBe(["Ilka Brenn"]);
    }

    [Fact]
    public void Annotate_WhoIsAMother_IsTheNameBeforeIt()
    {
        AnnotatedReport report = Read("""
            # par
            Raj      Raj      PROPN  Number=Sing   7  nsubj      B-Person
            Brenn    Brenn    PROPN  Number=Sing   1  flat       I-Person
            ,        ,        PUNCT  _             6  punct      _
            who      who      PRON   PronType=Rel  6  nsubj      _
            is       be       AUX    _             6  cop        _
            mother   mother   NOUN   Number=Sing   1  acl:relcl  _
            slept    sleep    VERB   _             0  root       _
            .        .        PUNCT  _             7  punct      _

            She      she      PRON   Number=Sing   2  nsubj      _
            woke     wake     VERB   _             0  root       _
            .        .        PUNCT  _             2  punct      _
            """);

        Words(report, Named(report, "Raj Brenn")).ShouldBe(["Raj Brenn", "who", "mother", "She"]);
    }

    [Fact]
    public void Annotate_InitialsOfAPersonsOffice_AreThePerson()
    {
        AnnotatedReport report = Read("""
            # par
            District  District  PROPN  Number=Sing  3  compound  _
            Attorney  Attorney  PROPN  Number=Sing  3  compound  _
            Ilka      Ilka      PROPN  Number=Sing  5  nsubj     B-Person
            Brenn     Brenn     PROPN  Number=Sing  3  flat      I-Person
            spoke     speak     VERB   _            0  root      _
            .         .         PUNCT  _            5  punct     _

            The       the       DET    _            2  det       _
            DA        DA        PROPN  Number=Sing  3  nsubj     B-Person
            left      leave     VERB   _            0  root      _
            .         .         PUNCT  _            3  punct     _
            """);

        Words(report, Named(report, "Ilka Brenn")).ShouldContain("The DA");
    }

    [Fact]
    public void Annotate_WhoHitsAndWhoIsHit_AreTwo()
    {
        AnnotatedReport report = Read("""
            # par
            Ilka     Ilka     PROPN  Number=Sing  4  nsubj:pass  B-Person
            Brenn    Brenn    PROPN  Number=Sing  1  flat        I-Person
            was      be       AUX    _            4  aux:pass    _
            hit      hit      VERB   _            0  root        _
            .        .        PUNCT  _            4  punct       _

            The      the      DET    _            2  det         _
            driver   driver   NOUN   Number=Sing  3  nsubj       _
            fled     flee     VERB   _            0  root        _
            .        .        PUNCT  _            3  punct       _
            """);

        Words(report, Named(report, "Ilka Brenn")).ShouldNotContain("The driver");
    }

    [Fact]
    public void Annotate_HisOfAPersonWithoutName_IsTheSubjectOfItsClause()
    {
        AnnotatedReport report = Read("""
            # par
            Karim    Karim    PROPN  Number=Sing  3  nsubj     B-Person
            Hadi     Hadi     PROPN  Number=Sing  1  flat      I-Person
            slept    sleep    VERB   _            0  root      _
            .        .        PUNCT  _            3  punct     _

            The      the      DET    _            2  det       _
            witness  witness  NOUN   Number=Sing  3  nsubj     _
            hid      hide     VERB   _            0  root      _
            his      his      PRON   Poss=Yes     5  nmod:poss _
            head     head     NOUN   Number=Sing  3  obj       _
            .        .        PUNCT  _            3  punct     _
            """);

        Words(report, Named(report, "witness")).ShouldBe(["The witness", "his"]);
    }

    [Fact]
    public void Annotate_ADifferentOne_IsNotThisOne()
    {
        AnnotatedReport report = Read("""
            # par
            The        the        DET    _            2  det    _
            cable      cable      NOUN   Number=Sing  3  nsubj  _
            broke      break      VERB   _            0  root   _
            .          .          PUNCT  _            3  punct  _

            A          a          DET    _            3  det    _
            different  different  ADJ    _            3  amod   _
            cable      cable      NOUN   Number=Sing  4  nsubj  _
            fell       fall       VERB   _            0  root   _
            .          .          PUNCT  _            4  punct  _

            This       this       DET    _            2  det    _
            cable      cable      NOUN   Number=Sing  3  nsubj  _
            held       hold       VERB   _            0  root   _
            .          .          PUNCT  _            3  punct  _
            """);

        report.Entities.Entities.ShouldContain(e => Words(report, e).SequenceEqual(new[] { "The cable", "This cable" }));
    }
}
