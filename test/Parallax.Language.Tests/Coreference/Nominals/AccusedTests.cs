using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference.Nominals;

/// <summary>"The defendant" and whose "its" is.</summary>
public sealed class AccusedTests
{
    [Fact]
    public void Annotate_TheDefendant_IsTheOnePersonCharged()
    {
        AnnotatedReport report = Read("""
            # par
            Karim      Karim      PROPN  Number=Sing  4  nsubj:pass  B-Person
            Hadi       Hadi       PROPN  Number=Sing  1  flat        I-Person
            was        be         AUX    _            4  aux:pass    _
            charged    charge     VERB   _            0  root        _
            .          .          PUNCT  _            4  punct       _

            The        the        DET    _            2  det         _
            defendant  defendant  NOUN   Number=Sing  3  nsubj       _
            slept      sleep      VERB   _            0  root        _
            .          .          PUNCT  _            3  punct       _
            """);

        Words(report, Named(report, "Karim Hadi")).ShouldBe(["Karim Hadi", "The defendant"]);
    }

    [Fact]
    public void Annotate_AManSuspectedAtTheHead_IsTheOnePersonCharged()
    {
        AnnotatedReport report = Read("""
            # par
            A          a          DET    _            2  det         _
            man        man        NOUN   Number=Sing  5  nsubj:pass  _
            suspected  suspect    VERB   _            2  acl         _
            was        be         AUX    _            5  aux:pass    _
            arrested   arrest     VERB   _            0  root        _
            .          .          PUNCT  _            5  punct       _

            # par
            Karim      Karim      PROPN  Number=Sing  4  nsubj:pass  B-Person
            Hadi       Hadi       PROPN  Number=Sing  1  flat        I-Person
            was        be         AUX    _            4  aux:pass    _
            charged    charge     VERB   _            0  root        _
            .          .          PUNCT  _            4  punct       _

            # par
            The        the        DET    _            2  det         _
            shooter    shooter    NOUN   Number=Sing  3  nsubj       _
            slept      sleep      VERB   _            0  root        _
            .          .          PUNCT  _            3  punct       _
            """);

        Words(report, Named(report, "Karim Hadi")).ShouldBe(["A man", "Karim Hadi", "The shooter"]);
    }

    [Fact]
    public void Annotate_AnotherGunmanBroughtInSince_IsNotThePersonCharged()
    {
        AnnotatedReport report = Read("""
            # par
            Karim      Karim      PROPN  Number=Sing  4  nsubj:pass  B-Person
            Hadi       Hadi       PROPN  Number=Sing  1  flat        I-Person
            was        be         AUX    _            4  aux:pass    _
            charged    charge     VERB   _            0  root        _
            .          .          PUNCT  _            4  punct       _

            # par
            Nobody     nobody     PRON   Number=Sing  2  nsubj       _
            spoke      speak      VERB   _            0  root        _
            .          .          PUNCT  _            2  punct       _

            # par
            A          a          DET    _            2  det         _
            gunman     gunman     NOUN   Number=Sing  3  nsubj       _
            fled       flee       VERB   _            0  root        _
            .          .          PUNCT  _            3  punct       _

            # par
            The        the        DET    _            2  det         _
            shooter    shooter    NOUN   Number=Sing  3  nsubj       _
            slept      sleep      VERB   _            0  root        _
            .          .          PUNCT  _            3  punct       _
            """);

        Words(report, Named(report, "Karim Hadi")).ShouldBe(["Karim Hadi"]);
    }

    [Fact]
    public void Annotate_TheManAccusedIsSomebody_IsHim()
    {
        AnnotatedReport report = Read("""
            # par
            The        the        DET    _            2  det         _
            man        man        NOUN   Number=Sing  5  nsubj       _
            accused    accuse     VERB   _            2  acl         _
            is         be         AUX    _            5  cop         _
            Karim      Karim      PROPN  Number=Sing  0  root        B-Person
            Hadi       Hadi       PROPN  Number=Sing  5  flat        I-Person
            .          .          PUNCT  _            5  punct       _
            """);

        Words(report, Named(report, "Karim Hadi")).ShouldBe(["The man", "Karim Hadi"]);
    }

    [Fact]
    public void Annotate_TheSuspectWhomNobodyIdentified_IsNotThePersonCharged()
    {
        AnnotatedReport report = Read("""
            # par
            Karim      Karim      PROPN  Number=Sing  4  nsubj:pass  B-Person
            Hadi       Hadi       PROPN  Number=Sing  1  flat        I-Person
            was        be         AUX    _            4  aux:pass    _
            charged    charge     VERB   _            0  root        _
            .          .          PUNCT  _            4  punct       _

            The        the        DET    _            2  det         _
            suspect    suspect    NOUN   Number=Sing  9  nsubj       _
            whom       whom       PRON   PronType=Rel 7  obj         _
            police     police     NOUN   Number=Plur  7  nsubj       _
            did        do         AUX    _            7  aux         _
            not        not        PART   _            7  advmod      _
            identify   identify   VERB   _            2  acl:relcl   _
            ,          ,          PUNCT  _            7  punct       _
            slept      sleep      VERB   _            0  root        _
            .          .          PUNCT  _            9  punct       _
            """);

        Words(report, Named(report, "Karim Hadi")).ShouldBe(["Karim Hadi"]);
    }

    [Fact]
    public void Annotate_HeSurrendered_IsNoSheriffWhereAnotherMayBeMeant()
    {
        AnnotatedReport report = Read("""
            # par
            Karim      Karim      PROPN  Number=Sing  3  nsubj       B-Person
            Hadi       Hadi       PROPN  Number=Sing  1  flat        I-Person
            drove      drive      VERB   Tense=Past   0  root        _
            .          .          PUNCT  _            3  punct       _

            Sheriff    sheriff    PROPN  Number=Sing  2  nmod:desc   _
            Ilan       Ilan       PROPN  Number=Sing  4  nsubj       B-Person
            Dorn       Dorn       PROPN  Number=Sing  2  flat        I-Person
            spoke      speak      VERB   Tense=Past   0  root        _
            .          .          PUNCT  _            4  punct       _

            He         he         PRON   Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs  2  nsubj  _
            surrendered surrender VERB   Tense=Past   0  root        _
            .          .          PUNCT  _            2  punct       _
            """);

        Words(report, Named(report, "Ilan Dorn")).ShouldNotContain("He");
        Words(report, Named(report, "Karim Hadi")).ShouldContain("He");
    }

    [Fact]
    public void Annotate_ItsInAReproach_IsOfWhomTheReproachIsMade()
    {
        AnnotatedReport report = Read("""
            # par
            Germany  Germany  PROPN  Number=Sing  2  nsubj     B-Country
            accused  accuse   VERB   _            0  root      _
            France   France   PROPN  Number=Sing  2  obj       B-Country
            of       of       SCONJ  _            5  mark      _
            hiding   hide     VERB   _            2  advcl     _
            its      its      PRON   Poss=Yes     7  nmod:poss _
            ships    ship     NOUN   Number=Plur  5  obj       _
            .        .        PUNCT  _            2  punct     _
            """);

        Words(report, Named(report, "France")).ShouldContain("its");
    }
}
