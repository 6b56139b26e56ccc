using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Coreference.CoreferenceTables;

namespace Parallax.Language.Tests.Coreference;

/// <summary>Nouns that tell what stands right beside them: offices before a comma, kinds of places and of bodies; and what phrases tell of countries.</summary>
public sealed class NamedBeforeTests
{
    [Theory]
    [InlineData("embassy", "Country", "Norland's embassy")]
    [InlineData("office", "Country", "Its office")]
    [InlineData("embassy", "Person", "Its embassy")]
    public void Annotate_EmbassyAtTheHeadOfTheNextSentence_IsOfTheCountryBefore(string noun, string kind, string expected)
    {
        AnnotatedReport report = Read($"""
            # par
            Norland Norland PROPN  Number=Sing  2  nsubj     B-{kind}
            denied  deny    VERB   _            0  root      _
            it      it      PRON   _            2  obj       _
            .       .       PUNCT  _            2  punct     _

            Its     its     PRON   Poss=Yes     2  nmod:poss _
            {noun}  {noun}  NOUN   Number=Sing  3  nsubj     _
            warned  warn    VERB   _            0  root      _
            him     he      PRON   _            3  obj       _
            """);

        report.Entities.Entities.Where(static e => e.Kind is ActorKind.Government or ActorKind.Organization).Select(static e => e.Name).ShouldContain(expected);
    }

    [Fact]
    public void Annotate_OfficeBeforeACommaAndAName_IsTheNamedOnes()
    {
        AnnotatedReport report = Read("""
            # par
            The     the     DET    _            2  det    _
            head    head    NOUN   Number=Sing  8  nsubj  _
            ,       ,       PUNCT  _            2  punct  _
            Karim   Karim   PROPN  Number=Sing  8  obl    B-Person
            Orvel   Orvel   PROPN  Number=Sing  4  flat   I-Person
            ,       ,       PUNCT  _            4  punct  _
            then    then    ADV    _            8  advmod _
            spoke   speak   VERB   _            0  root   _
            """);

        Called(report, "Karim Orvel").ShouldBe(["The head", "Karim Orvel"]);
    }

    [Fact]
    public void Annotate_OfficeAndNameInAList_AreTwo()
    {
        AnnotatedReport report = Read("""
            # par
            The     the     DET    _            2  det    _
            head    head    NOUN   Number=Sing  9  nsubj  _
            ,       ,       PUNCT  _            2  punct  _
            Karim   Karim   PROPN  Number=Sing  2  conj   B-Person
            Orvel   Orvel   PROPN  Number=Sing  4  flat   I-Person
            ,       ,       PUNCT  _            4  punct  _
            and     and     CCONJ  _            8  cc     _
            Bront   Bront   PROPN  Number=Sing  2  conj   B-Person
            spoke   speak   VERB   _            0  root   _
            """);

        Called(report, "Karim Orvel").ShouldBe(["Karim Orvel"]);
    }

    [Fact]
    public void Annotate_VillageOfAName_IsTheVillage()
    {
        AnnotatedReport report = Read("""
            # par
            The     the     DET    _            2  det    _
            village village NOUN   Number=Sing  5  nsubj  _
            of      of      ADP    _            4  case   _
            Vorna   Vorna   PROPN  Number=Sing  2  nmod   B-City
            burned  burn    VERB   _            0  root   _
            """);

        Called(report, "Vorna").ShouldBe(["The village of Vorna", "Vorna"]);
    }

    [Fact]
    public void Annotate_CapitalOfAName_IsAnotherPlace()
    {
        AnnotatedReport report = Read("""
            # par
            The     the     DET    _            2  det    _
            capital capital NOUN   Number=Sing  5  nsubj  _
            of      of      ADP    _            4  case   _
            Vorna   Vorna   PROPN  Number=Sing  2  nmod   B-City
            burned  burn    VERB   _            0  root   _
            """);

        Called(report, "Vorna").ShouldBe(["Vorna"]);
    }

    [Theory]
    [InlineData("official", 2)]
    [InlineData("former", 1)]
    public void Annotate_WordBeforeABodyWithItsKind_IsNoOtherBody(string word, int mentions)
    {
        AnnotatedReport report = Read($"""
            # par
            The     the     DET    _            5  det      _
            {word}  {word}  ADJ    _            5  amod     _
            TOLA    TOLA    PROPN  Number=Sing  5  compound B-Organization
            news    news    NOUN   Number=Sing  5  compound _
            agency  agency  NOUN   Number=Sing  6  nsubj    _
            said    say     VERB   _            0  root     _
            so      so      ADV    _            6  advmod   _
            """);

        Called(report, "TOLA").Length.ShouldBe(mentions);
    }

    [Fact]
    public void Annotate_OfficialsOfTwoCountries_AreOfNeither()
    {
        AnnotatedReport report = Read("""
            # par
            Norwegian Norwegian ADJ    _            4  amod   B-Norp
            and       and       CCONJ  _            3  cc     _
            Swedish   Swedish   ADJ    _            1  conj   B-Norp
            officials official  NOUN   Number=Plur  5  nsubj  _
            met       meet      VERB   _            0  root   _
            """);

        report.Entities.Entities.Single(static e => e.Name.EndsWith("officials", StringComparison.Ordinal)).Country.ShouldBeNull();
    }

    [Fact]
    public void Annotate_WhoSpeaksOfHisFather_IsTheSon()
    {
        AnnotatedReport report = Read("""
            # par
            Karim    Karim    PROPN  Number=Sing  3  nsubj       B-Person
            Orvel    Orvel    PROPN  Number=Sing  1  flat        I-Person
            left     leave    VERB   _            0  root        _
            .        .        PUNCT  _            3  punct       _

            Orvel    Orvel    PROPN  Number=Sing  2  nsubj       B-Person
            slept    sleep    VERB   _            0  root        _
            .        .        PUNCT  _            2  punct       _

            His      he       PRON   _            2  nmod:poss   _
            son      son      NOUN   Number=Sing  6  nsubj       _
            ,        ,        PUNCT  _            2  punct       _
            Bront    Bront    PROPN  Number=Sing  2  appos       B-Person
            Orvel    Orvel    PROPN  Number=Sing  4  flat        I-Person
            wept     weep     VERB   _            0  root        _
            .        .        PUNCT  _            6  punct       _

            My       my       PRON   _            2  nmod:poss   _
            dad      dad      NOUN   Number=Sing  3  nsubj       _
            comes    come     VERB   _            6  ccomp       _
            ,        ,        PUNCT  _            3  punct       _
            Orvel    Orvel    PROPN  Number=Sing  6  nsubj       B-Person
            said     say      VERB   _            0  root        _
            .        .        PUNCT  _            6  punct       _
            """);

        int spoke = report.Report.Text.Text.IndexOf("Orvel said", StringComparison.Ordinal);
        report.Entities.Entities.Single(static e => e.Name == "Bront Orvel").Mentions.ShouldContain(m => m.Start == spoke);
    }
}
