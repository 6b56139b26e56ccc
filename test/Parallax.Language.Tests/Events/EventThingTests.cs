using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>What things do or undergo is no act between people and states.</summary>
public sealed class EventThingTests
{
    [Fact]
    public void Annotate_SeveredCable_IsNoSanction() => Types("""
        # par
        The        the      DET    _            2  det       _
        storm      storm    NOUN   Number=Sing  3  nsubj     _
        severed    sever    VERB   Tense=Past|VerbForm=Fin  0  root  _
        two        two      NUM    NumType=Card 5  nummod    _
        cables     cable    NOUN   Number=Plur  3  obj       _
        .          .        PUNCT  _            3  punct     _
        """).ShouldNotContain(PloverType.SANCTION);

    [Fact]
    public void Annotate_SeveredTies_AreASanction() => Types("""
        # par
        France     France   PROPN  Number=Sing  2  nsubj     B-Country
        severed    sever    VERB   Tense=Past|VerbForm=Fin  0  root  _
        ties       tie      NOUN   Number=Plur  2  obj       _
        with       with     ADP    _            5  case      _
        Spain      Spain    PROPN  Number=Sing  2  obl       B-Country
        .          .        PUNCT  _            2  punct     _
        """).ShouldContain(PloverType.SANCTION);

    [Fact]
    public void Annotate_WarningOfTheWeather_ThreatensNobody() => Types("""
        # par
        France     France   PROPN  Number=Sing  2  nsubj     B-Country
        warned     warn     VERB   Tense=Past|VerbForm=Fin  0  root  _
        that       that     SCONJ  _            6  mark      _
        currents   current  NOUN   Number=Plur  6  nsubj     _
        may        may      AUX    VerbForm=Fin 6  aux       _
        delay      delay    VERB   VerbForm=Inf 2  ccomp     _
        the        the      DET    _            8  det       _
        repair     repair   NOUN   Number=Sing  6  obj       _
        .          .        PUNCT  _            2  punct     _
        """).ShouldNotContain(PloverType.THREATEN);

    [Fact]
    public void Annotate_CableDamagedByNobody_IsNoAttack() => Types("""
        # par
        A          a        DET    _            2  det       _
        cable      cable    NOUN   Number=Sing  7  nsubj:pass _
        in         in       ADP    _            4  case      _
        Spain      Spain    PROPN  Number=Sing  2  nmod      B-Country
        had        have     AUX    VerbForm=Fin 7  aux       _
        been       be       AUX    VerbForm=Part 7 aux:pass  _
        damaged    damage   VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
        .          .        PUNCT  _            7  punct     _
        """).ShouldNotContain(PloverType.ASSAULT);

    [Fact]
    public void Annotate_CountryLeftWithoutPower_NobodyLeaves()
    {
        AnnotatedReport report = Read("""
            # par
            Spain      Spain    PROPN  Number=Sing  2  nsubj     B-Country
            lost       lose     VERB   Tense=Past|VerbForm=Fin  0  root  _
            light      light    NOUN   Number=Sing  2  obj       _
            ,          ,        PUNCT  _            5  punct     _
            leaving    leave    VERB   VerbForm=Ger 2  advcl     _
            the        the      DET    _            7  det       _
            country    country  NOUN   Number=Sing  5  obj       _
            without    without  ADP    _            9  case      _
            power      power    NOUN   Number=Sing  5  obl       _
            .          .        PUNCT  _            2  punct     _
            """);

        report.Events.ShouldNotContain(static e => e.Trigger.Lemma.StartsWith("leave", StringComparison.Ordinal));
    }

    [Fact]
    public void Annotate_WalkingOffAndCrimesCommitted_AreNoStrikeAndNoPledge() => Types("""
        # par
        Quill      Quill    PROPN  Number=Sing  2  nsubj     B-Person
        walked     walk     VERB   Tense=Past|VerbForm=Fin  0  root  _
        off        off      ADP    _            2  compound:prt _
        for        for      ADP    _            5  case      _
        crimes     crime    NOUN   Number=Plur  2  obl       _
        he         he       PRON   Number=Sing  7  nsubj     _
        committed  commit   VERB   Tense=Past|VerbForm=Fin  5  acl:relcl  _
        .          .        PUNCT  _            2  punct     _
        """).ShouldBeEmpty();

    [Fact]
    public void Annotate_ListedAsThreatened_ThreatensNobody() => Types("""
        # par
        Some       some       DET    _            2  det         _
        animals    animal     NOUN   Number=Plur  4  nsubj:pass  _
        are        be         AUX    VerbForm=Fin 4  aux:pass    _
        listed     list       VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
        as         as         SCONJ  _            6  mark        _
        threatened threaten   VERB   Tense=Past|VerbForm=Part|Voice=Pass  4  advcl  _
        .          .          PUNCT  _            4  punct       _
        """).ShouldNotContain(PloverType.THREATEN);

    [Fact]
    public void Annotate_FugitiveCaptured_IsAnArrest() => Read("""
        # par
        The        the      DET    _            2  det        _
        fugitive   fugitive NOUN   Number=Sing  4  nsubj:pass _
        was        be       AUX    VerbForm=Fin 4  aux:pass   _
        captured   capture  VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
        .          .        PUNCT  _            4  punct      _
        """).Events.ShouldContain(static e => e.Plover == PloverType.COERCE && e.Mode == "arrest");

    [Fact]
    public void Annotate_RuleStruckDown_IsConceded() => Types("""
        # par
        France     France   PROPN  Number=Sing  2  nsubj     B-Country
        struck     strike   VERB   Tense=Past|VerbForm=Fin  0  root  _
        down       down     ADP    _            2  compound:prt _
        the        the      DET    _            5  det       _
        rule       rule     NOUN   Number=Sing  2  obj       _
        .          .        PUNCT  _            2  punct     _
        """).ShouldBe([PloverType.CONCEDE]);
}
