using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>Words of conflict and dealing as sport, film and trade use them.</summary>
public sealed class EventUsageTests
{
    [Fact]
    public void Annotate_PresidentElect_IsElectedByNobody() => Read("""
        # par
        President   president   NOUN   Number=Sing                          3   compound     _
        -           -           PUNCT  _                                    3   punct        _
        elect       elect       VERB   VerbForm=Part                        4   amod         _
        Maro        Maro        PROPN  Number=Sing                          5   nsubj        B-Person
        spoke       speak       VERB   Tense=Past|VerbForm=Fin              0   root         _
        .           .           PUNCT  _                                    5   punct        _
        """).Events.ShouldNotContain(static e => e.Trigger.Lemma == "elect");

    [Fact]
    public void Annotate_CourseThatIsArrested_IsNoArrest() => Types("""
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        arrested    arrest      VERB   Tense=Past|VerbForm=Fin              0   root         _
        the         the         DET    _                                    4   det          _
        erosion     erosion     NOUN   Number=Sing                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.COERCE);

    [Fact]
    public void Annotate_ManThePoliceCapture_IsArrested() => Types("""
        # par
        Maro        Maro        PROPN  Number=Sing                          3   nsubj:pass   B-Person
        was         be          AUX    Tense=Past|VerbForm=Fin              3   aux:pass     _
        captured    capture     VERB   Tense=Past|VerbForm=Part|Voice=Pass  0   root         _
        by          by          ADP    _                                    5   case         _
        police      police      NOUN   Number=Plur                          3   obl:agent    _
        .           .           PUNCT  _                                    3   punct        _
        """).ShouldBe([PloverType.COERCE]);

    [Fact]
    public void Annotate_StateThatBeatsAnotherInTheFinal_HurtsNobody() => Types("""
        # par
        France      France      PROPN  Number=Sing                          2   nsubj        B-Country
        beat        beat        VERB   Tense=Past|VerbForm=Fin              0   root         _
        Spain       Spain       PROPN  Number=Sing                          2   obj          B-Country
        in          in          ADP    _                                    6   case         _
        the         the         DET    _                                    6   det          _
        final       final       NOUN   Number=Sing                          2   obl          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.ASSAULT);

    [Fact]
    public void Annotate_GuardsWhoBeatPrisoners_HurtThem() => Types("""
        # par
        Guards      guard       NOUN   Number=Plur                          2   nsubj        _
        beat        beat        VERB   Tense=Past|VerbForm=Fin              0   root         _
        two         two         NUM    NumType=Card                         4   nummod       _
        prisoners   prisoner    NOUN   Number=Plur                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldContain(PloverType.ASSAULT);

    [Fact]
    public void Annotate_ReleaseThatABodyPublishes_FreesNobody() => Types("""
        # par
        France      France      PROPN  Number=Sing                          4   nmod:poss    B-Country
        's          's          PART   _                                    1   case         _
        official    official    ADJ    _                                    4   amod         _
        release     release     NOUN   Number=Sing                          5   nsubj        _
        came        come        VERB   Tense=Past|VerbForm=Fin              0   root         _
        .           .           PUNCT  _                                    5   punct        _
        """).ShouldNotContain(PloverType.RETREAT);

    [Fact]
    public void Annotate_SeasonThatIsKickedOff_IsHurtByNobody() => Types("""
        # par
        France      France      PROPN  Number=Sing                          2   nsubj        B-Country
        kicked      kick        VERB   Tense=Past|VerbForm=Fin              0   root         _
        off         off         ADP    _                                    2   compound:prt _
        the         the         DET    _                                    5   det          _
        season      season      NOUN   Number=Sing                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.ASSAULT);

    [Fact]
    public void Annotate_FilmThatBeginsShooting_ShootsNobody() => Types("""
        # par
        The         the         DET    _                                    2   det          _
        film        film        NOUN   Number=Sing                          3   nsubj        _
        begins      begin       VERB   Tense=Pres|VerbForm=Fin              0   root         _
        shooting    shoot       VERB   VerbForm=Ger                         3   xcomp        _
        .           .           PUNCT  _                                    3   punct        _
        """).ShouldNotContain(PloverType.ASSAULT);

    [Fact]
    public void Annotate_AttackOnRights_IsNone() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
        feared      fear        VERB   Tense=Past|VerbForm=Fin              0   root         _
        an          a           DET    _                                    4   det          _
        attack      attack      NOUN   Number=Sing                          2   obj          _
        on          on          ADP    _                                    6   case         _
        rights      right       NOUN   Number=Plur                          4   nmod         _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.ASSAULT);

    [Fact]
    public void Annotate_AttackedPlanOfSomebody_IsCriticised() => Types("""
        # par
        France      France      PROPN  Number=Sing                          2   nsubj        B-Country
        attacked    attack      VERB   Tense=Past|VerbForm=Fin              0   root         _
        the         the         DET    _                                    4   det          _
        plan        plan        NOUN   Number=Sing                          2   obj          _
        of          of          ADP    _                                    6   case         _
        Spain       Spain       PROPN  Number=Sing                          4   nmod         B-Country
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldContain(PloverType.ACCUSE);

    [Fact]
    public void Annotate_LandingWithoutAssistance_IsNoAid() => Types("""
        # par
        France      France      PROPN  Number=Sing                          2   nsubj        B-Country
        coped       cope        VERB   Tense=Past|VerbForm=Fin              0   root         _
        without     without     ADP    _                                    4   case         _
        assistance  assistance  NOUN   Number=Sing                          2   obl          _
        from        from        ADP    _                                    6   case         _
        Spain       Spain       PROPN  Number=Sing                          4   nmod         B-Country
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.AID);

    [Fact]
    public void Annotate_ForcedByNobody_IsNoCoercion() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          3   nsubj:pass   B-Country
        was         be          AUX    Tense=Past                           3   aux:pass     _
        forced      force       VERB   Tense=Past|VerbForm=Part|Voice=Pass  0   root         _
        to          to          PART   _                                    5   mark         _
        wait        wait        VERB   VerbForm=Inf                         3   xcomp        _
        .           .           PUNCT  _                                    3   punct        _
        """).ShouldNotContain(PloverType.COERCE);

    [Fact]
    public void Annotate_SeriesTakenOver_IsNoSeizure() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
        took        take        VERB   Tense=Past|VerbForm=Fin              0   root         _
        over        over        ADP    _                                    2   compound:prt _
        the         the         DET    _                                    5   det          _
        series      series      NOUN   Number=Sing                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.COERCE);

    [Fact]
    public void Annotate_AirportTakenOver_IsASeizure() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
        took        take        VERB   Tense=Past|VerbForm=Fin              0   root         _
        over        over        ADP    _                                    2   compound:prt _
        the         the         DET    _                                    5   det          _
        airport     airport     NOUN   Number=Sing                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldContain(PloverType.COERCE);

    [Fact]
    public void Annotate_PhonesSoldByAFirm_AreNoTradeOfStates() => Types("""
        # par
        The         the         DET    _                                    2   det          _
        firm        firm        NOUN   Number=Sing                          3   nsubj        _
        sold        sell        VERB   Tense=Past|VerbForm=Fin              0   root         _
        two         two         NUM    NumType=Card                         5   nummod       _
        phones      phone       NOUN   Number=Plur                          3   obj          _
        .           .           PUNCT  _                                    3   punct        _
        """).ShouldNotContain(PloverType.COOPERATE);

    [Fact]
    public void Annotate_PhonesSoldByAState_AreTrade() => Types("""
        # par
        France      France      PROPN  Number=Sing                          2   nsubj        B-Country
        sold        sell        VERB   Tense=Past|VerbForm=Fin              0   root         _
        two         two         NUM    NumType=Card                         4   nummod       _
        phones      phone       NOUN   Number=Plur                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldContain(PloverType.COOPERATE);

    [Fact]
    public void Annotate_SurpriseMetWith_IsNoMeeting() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
        met         meet        VERB   Tense=Past|VerbForm=Fin              0   root         _
        with        with        ADP    _                                    4   case         _
        surprise    surprise    NOUN   Number=Sing                          2   obl          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.CONSULT);

    [Fact]
    public void Annotate_StoryThatAppealsToChildren_AsksNothing() => Types("""
        # par
        The         the         DET    _                                    2   det          _
        story       story       NOUN   Number=Sing                          3   nsubj        _
        appeals     appeal      VERB   Tense=Pres|VerbForm=Fin              0   root         _
        to          to          ADP    _                                    5   case         _
        children    child       NOUN   Number=Plur                          3   obl          _
        .           .           PUNCT  _                                    3   punct        _
        """).ShouldNotContain(PloverType.REQUEST);

    [Fact]
    public void Annotate_PushedToTheBrink_IsAskedNothing() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          3   nsubj:pass   B-Country
        was         be          AUX    Tense=Past                           3   aux:pass     _
        pushed      push        VERB   Tense=Past|VerbForm=Part|Voice=Pass  0   root         _
        to          to          ADP    _                                    6   case         _
        the         the         DET    _                                    6   det          _
        brink       brink       NOUN   Number=Sing                          3   obl          _
        .           .           PUNCT  _                                    3   punct        _
        """).ShouldNotContain(PloverType.REQUEST);

    [Fact]
    public void Annotate_SchoolsShutByAStorm_AreClosedByNobody() => Types("""
        # par
        The         the         DET    _                                    2   det          _
        storm       storm       NOUN   Number=Sing                          3   nsubj        _
        shut        shut        VERB   Tense=Past|VerbForm=Fin              0   root         _
        two         two         NUM    NumType=Card                         5   nummod       _
        schools     school      NOUN   Number=Plur                          3   obj          _
        .           .           PUNCT  _                                    3   punct        _
        """).ShouldNotContain(PloverType.COERCE);

    [Fact]
    public void Annotate_AttackedByMalware_IsHacked() => Types("""
        # par
        Malware     malware     NOUN   Number=Sing                          2   nsubj        _
        attacked    attack      VERB   Tense=Past|VerbForm=Fin              0   root         _
        the         the         DET    _                                    4   det          _
        ministry    ministry    NOUN   Number=Sing                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.ASSAULT);

    [Fact]
    public void Annotate_QuestionAskedOfAWitness_IsNoRequest() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
        asked       ask         VERB   Tense=Past|VerbForm=Fin              0   root         _
        France      France      PROPN  Number=Sing                          2   obj          B-Country
        about       about       ADP    _                                    6   case         _
        the         the         DET    _                                    6   det          _
        shots       shot        NOUN   Number=Plur                          2   obl          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.REQUEST);

    [Fact]
    public void Annotate_AskedToDoSomething_IsARequest() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
        asked       ask         VERB   Tense=Past|VerbForm=Fin              0   root         _
        France      France      PROPN  Number=Sing                          2   obj          B-Country
        to          to          PART   _                                    5   mark         _
        wait        wait        VERB   VerbForm=Inf                         2   xcomp        _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldContain(PloverType.REQUEST);

    [Fact]
    public void Annotate_ShowThatIsStolen_IsNotSeized() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
        stole       steal       VERB   Tense=Past|VerbForm=Fin              0   root         _
        the         the         DET    _                                    4   det          _
        show        show        NOUN   Number=Sing                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.COERCE);

    [Fact]
    public void Annotate_BiddingWar_IsNoWar() => Types("""
        # par
        Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
        lost        lose        VERB   Tense=Past|VerbForm=Fin              0   root         _
        a           a           DET    _                                    5   det          _
        bidding     bidding     NOUN   Number=Sing                          5   compound     _
        war         war         NOUN   Number=Sing                          2   obj          _
        with        with        ADP    _                                    7   case         _
        France      France      PROPN  Number=Sing                          5   nmod         B-Country
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.ASSAULT);
}
