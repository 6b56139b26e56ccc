using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference;

/// <summary>Offices, states, quotations and names that the network cuts wrongly.</summary>
public sealed class CoreferenceRolesTests
{
    [Fact]
    public void Annotate_RelativePronoun_IsWhatItsClauseIsAbout()
    {
        AnnotatedReport report = Read("""
            # par
            Orvane   Orvane   PROPN  Number=Sing   5  nsubj      B-Organization
            ,        ,        PUNCT  _             4  punct      _
            which    which    PRON   PronType=Rel  4  nsubj      _
            grew     grow     VERB   _             1  acl:relcl  _
            hired    hire     VERB   _             0  root       _
            .        .        PUNCT  _             5  punct      _
            """);

        Named(report, "Orvane").Mentions.Select(m => report.Report.Text.Slice(m.Span)).ShouldBe(["Orvane", "which"]);
    }

    [Fact]
    public void Annotate_HeInWordsToldWhole_IsNotWhoSaysThem()
    {
        AnnotatedReport report = Read("""
            # par
            Peter    Peter    PROPN  Number=Sing  3  nsubj  B-Person
            Quill    Quill    PROPN  Number=Sing  1  flat   I-Person
            fled     flee     VERB   _            0  root   _
            .        .        PUNCT  _            3  punct  _

            “        “        PUNCT  _            3  punct  _
            He       he       PRON   Number=Sing  3  nsubj  _
            stopped  stop     VERB   _            6  ccomp  _
            ,        ,        PUNCT  _            3  punct  _
            ”        ”        PUNCT  _            3  punct  _
            said     say      VERB   _            0  root   _
            Karim    Karim    PROPN  Number=Sing  6  nsubj  B-Person
            Hadi     Hadi     PROPN  Number=Sing  7  flat   I-Person
            .        .        PUNCT  _            6  punct  _
            """);

        Named(report, "Peter Quill").Mentions.Select(m => report.Report.Text.Slice(m.Span)).ShouldContain("He");
        Named(report, "Karim Hadi").Mentions.Length.ShouldBe(1);
    }

    [Fact]
    public void Annotate_OfficeWithItsCountryBeforeTheName_IsThePerson()
    {
        AnnotatedReport report = Read("""
            # par
            The      the      DET    _            2  det        _
            leader   leader   NOUN   Number=Sing  7  nsubj      _
            of       of       ADP    _            6  case       _
            Norway   Norway   PROPN  Number=Sing  6  compound   B-Person
            Imam     Imam     PROPN  Number=Sing  6  compound   I-Person
            Hadi     Hadi     PROPN  Number=Sing  2  nmod       I-Person
            spoke    speak    VERB   _            0  root       _
            .        .        PUNCT  _            7  punct      _
            """);

        Named(report, "Hadi").Mentions.Length.ShouldBe(2);
        Named(report, "Norway").Kind.ShouldBe(ActorKind.Country);
    }

    [Fact]
    public void Annotate_HeBesideAShip_IsNotTheShip()
    {
        AnnotatedReport report = Read("""
            # par
            MV      MV      PROPN  Number=Sing  3  nsubj  B-Product
            Halden  Halden  PROPN  Number=Sing  1  flat   I-Product
            sailed  sail    VERB   _            0  root   _
            .       .       PUNCT  _            3  punct  _

            He      he      PRON   Number=Sing  2  nsubj  _
            spoke   speak   VERB   _            0  root   _
            .       .       PUNCT  _            2  punct  _
            """);

        Named(report, "MV Halden").Mentions.Length.ShouldBe(1);
    }

    [Fact]
    public void Annotate_TownBeforeItsPolice_IsNoPerson()
    {
        AnnotatedReport report = Read("""
            # par
            Ostby    Ostby    PROPN  Number=Sing  4  compound  B-Person
            police   police   NOUN   Number=Sing  4  compound  _
            Sgt.     Sgt.     PROPN  Number=Sing  4  compound  _
            Anna     Anna     PROPN  Number=Sing  6  nsubj     B-Person
            Dorn     Dorn     PROPN  Number=Sing  4  flat      I-Person
            spoke    speak    VERB   _            0  root      _
            .        .        PUNCT  _            6  punct     _
            """);

        Named(report, "Ostby").Kind.ShouldBe(ActorKind.Place);
        Named(report, "Anna Dorn").Kind.ShouldBe(ActorKind.Person);
    }

    [Fact]
    public void Annotate_SurnameTakenForABody_IsThePersonNamedInFull()
    {
        AnnotatedReport report = Read("""
            # par
            Karim    Karim    PROPN  Number=Sing  3  nsubj  B-Person
            Hadi     Hadi     PROPN  Number=Sing  1  flat   I-Person
            spoke    speak    VERB   _            0  root   _
            .        .        PUNCT  _            3  punct  _

            Hadi     Hadi     PROPN  Number=Sing  2  nsubj  B-Organization
            left     leave    VERB   _            0  root   _
            .        .        PUNCT  _            2  punct  _
            """);

        Named(report, "Karim Hadi").Mentions.Length.ShouldBe(2);
    }

    [Fact]
    public void Annotate_OfficeOfABodyTakenForItsName_IsNone()
    {
        AnnotatedReport report = Read("""
            # par
            Chairman  Chairman  PROPN  Number=Sing  4  nsubj  B-Organization
            of        of        ADP    _            3  case   I-Organization
            Orvane    Orvane    PROPN  Number=Sing  1  nmod   I-Organization
            spoke     speak     VERB   _            0  root   _
            .         .         PUNCT  _            4  punct  _
            """);

        Named(report, "Orvane").Kind.ShouldBe(ActorKind.Organization);
        report.Entities.Entities.ShouldNotContain(static e => e.Kind == ActorKind.Organization && e.Name.StartsWith("Chairman", StringComparison.Ordinal));
    }

    [Fact]
    public void Annotate_GovernmentOfACountryNamed_IsTheState()
    {
        AnnotatedReport report = Read("""
            # par
            Norway      Norway      PROPN  Number=Sing  2  nsubj  B-Country
            grew        grow        VERB   _            0  root   _
            .           .           PUNCT  _            2  punct  _

            The         the         DET    _            3  det    _
            Norwegian   Norwegian   ADJ    _            3  amod   _
            government  government  NOUN   Number=Sing  4  nsubj  _
            spoke       speak       VERB   _            0  root   _
            .           .           PUNCT  _            4  punct  _
            """);

        Named(report, "Norway").Mentions.Length.ShouldBe(2);
    }

    [Fact]
    public void Annotate_HeadOfAFieldOfACountry_IsTheOnePersonOfThatField()
    {
        AnnotatedReport report = Read("""
            # par
            Norway    Norway    PROPN  Number=Sing  4  nmod:poss  B-Country
            's        's        PART   _            1  case       _
            security  security  NOUN   Number=Sing  4  compound   _
            chief     chief     NOUN   Number=Sing  5  nsubj      _
            left      leave     VERB   _            0  root       _
            .         .         PUNCT  _            5  punct      _

            Karim     Karim     PROPN  Number=Sing  9  nsubj      B-Person
            Hadi      Hadi      PROPN  Number=Sing  1  flat       I-Person
            ,         ,         PUNCT  _            5  punct      _
            the       the       DET    _            5  det        _
            secretary secretary NOUN   Number=Sing  1  appos      _
            of        of        ADP    _            8  case       _
            Norway    Norway    PROPN  Number=Sing  8  compound   B-Country
            security  security  NOUN   Number=Sing  5  nmod       _
            spoke     speak     VERB   _            0  root       _
            .         .         PUNCT  _            9  punct      _
            """);

        Named(report, "Karim Hadi").Mentions.Select(m => report.Report.Text.Slice(m.Span)).ShouldContain("Norway's security chief");
    }

    [Fact]
    public void Annotate_TwoNamesInARowBehindANoun_StayTwo()
    {
        AnnotatedReport report = Read("""
            # par
            A      a      DET    _            2  det    _
            vessel vessel NOUN   Number=Sing  7  nsubj  _
            ,      ,      PUNCT  _            4  punct  _
            Tolva  Tolva  PROPN  Number=Sing  2  appos  B-Product
            ,      ,      PUNCT  _            6  punct  _
            Varesa Varesa PROPN  Number=Sing  2  appos  B-Product
            left   leave  VERB   _            0  root   _
            .      .      PUNCT  _            7  punct  _
            """);

        report.Entities.Entities.ShouldNotContain(static e => e.Aliases.Prepend(e.Name).Contains("Tolva") && e.Aliases.Prepend(e.Name).Contains("Varesa"));
        Named(report, "Tolva").Mentions.Select(m => report.Report.Text.Slice(m.Span)).ShouldContain("A vessel");
    }

    [Theory]
    [InlineData("in", null)]
    [InlineData("for", "NO")]
    public void Annotate_PlaceBeforeAName_TellsHisCountryOnlyAsHisOffice(string preposition, string? country)
    {
        AnnotatedReport report = Read($"""
            # par
            The    the    DET    _            2  det       _
            summit summit NOUN   Number=Sing  6  nsubj     _
            {preposition}     {preposition}     ADP    _            5  case      _
            Norway Norway PROPN  Number=Sing  5  compound  B-Country
            Karim  Karim  PROPN  Number=Sing  2  nmod      B-Person
            left   leave  VERB   _            0  root      _
            .      .      PUNCT  _            6  punct     _
            """);

        Named(report, "Karim").Country.ShouldBe(country);
    }
}
