using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Language.Times;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>On whom an event is done, where the parse hangs them elsewhere or several stand near.</summary>
public sealed class EventRecipientTests
{
    [Fact]
    public void Annotate_AgentHungOnAnotherNoun_IsTheAgent()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France     France   PROPN  Number=Sing  3  nsubj:pass B-Country
            was        be       AUX    _            3  aux:pass  _
            invited    invite   VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
            to         to       ADP    _            6  case      _
            the        the      DET    _            6  det       _
            feast      feast    NOUN   Number=Sing  3  obl       _
            by         by       ADP    _            8  case      _
            Spain      Spain    PROPN  Number=Sing  6  nmod      B-Country
            .          .        PUNCT  _            3  punct     _
            """);

        Event invitation = report.Events.Single(static e => e.Plover == PloverType.AGREE);
        NamesOf(report, invitation.Actors).ShouldBe(["Spain"]);
        NamesOf(report, invitation.Recipients).ShouldBe(["France"]);
    }

    [Fact]
    public void Annotate_WhoIsBlamedForSomething_IsTheObject()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            blamed     blame    VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain      Spain    PROPN  Number=Sing  2  obj       B-Country
            for        for      ADP    _            6  case      _
            the        the      DET    _            6  det       _
            quarrel    quarrel  NOUN   Number=Sing  2  obl       _
            with       with     ADP    _            8  case      _
            Italy      Italy    PROPN  Number=Sing  6  nmod      B-Country
            .          .        PUNCT  _            2  punct     _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.ACCUSE).Recipients).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_AtWhoseBidding_IsNoRecipient()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Spain      Spain    PROPN  Number=Sing  2  nsubj     B-Country
            fired      fire     VERB   Tense=Past|VerbForm=Fin  0  root  _
            on         on       ADP    _            5  case      _
            the        the      DET    _            5  det       _
            orders     order    NOUN   Number=Plur  2  obl       _
            of         of       ADP    _            7  case      _
            Italy      Italy    PROPN  Number=Sing  5  nmod      B-Country
            .          .        PUNCT  _            2  punct     _
            """);

        report.Events.Where(static e => e.Plover == PloverType.ASSAULT).ShouldAllBe(static e => e.Recipients.IsEmpty);
    }

    [Fact]
    public void Annotate_ConfessedKilling_HasHappened()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Spain      Spain    PROPN  Number=Sing  2  nsubj     B-Country
            confessed  confess  VERB   Tense=Past|VerbForm=Fin  0  root  _
            to         to       SCONJ  _            4  mark      _
            killing    kill     VERB   VerbForm=Ger 2  advcl     _
            Italians   Italian  PROPN  Number=Plur  4  obj       B-Person
            .          .        PUNCT  _            2  punct     _
            """);

        report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Factuality.ShouldBe(Factuality.Happened);
    }

    [Fact]
    public void Annotate_YearBehindTheDeed_IsNotOfTheAccusation()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Spain      Spain    PROPN  Number=Sing  2  nsubj     B-Country
            accused    accuse   VERB   Tense=Past|VerbForm=Fin  0  root  _
            Italy      Italy    PROPN  Number=Sing  2  obj       B-Country
            of         of       SCONJ  _            5  mark      _
            attacking  attack   VERB   VerbForm=Ger 2  advcl     _
            France     France   PROPN  Number=Sing  5  obj       B-Country
            in         in       ADP    _            8  case      _
            2011       2011     NUM    _            2  obl       _
            .          .        PUNCT  _            2  punct     _
            """);

        report.Events.Single(static e => e.Plover == PloverType.ACCUSE).Time.ShouldBeNull();
    }

    [Fact]
    public void Annotate_SentencingThatIsFaced_IsPlanned()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Spain      Spain    PROPN  Number=Sing  2  nsubj     B-Country
            faces      face     VERB   Tense=Pres|VerbForm=Fin  0  root  _
            prison     prison   NOUN   Number=Sing  2  obj       _
            when       when     ADV    _            7  advmod    _
            Italy      Italy    PROPN  Number=Sing  7  nsubj:pass B-Country
            is         be       AUX    Tense=Pres   7  aux:pass  _
            sentenced  sentence VERB   Tense=Past|VerbForm=Part|Voice=Pass 2  advcl  _
            .          .        PUNCT  _            2  punct     _
            """);

        report.Events.Single(static e => e.Plover == PloverType.SANCTION).Factuality.ShouldBe(Factuality.Planned);
    }

    [Fact]
    public void Annotate_DeliveryOfThingsToSomebody_IsToThem()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France     France   PROPN  Number=Sing  3  nmod:poss B-Country
            ’s         's       PART   _            1  case      _
            delivery   delivery NOUN   Number=Sing  8  nsubj     _
            of         of       ADP    _            5  case      _
            tents      tent     NOUN   Number=Plur  3  nmod      _
            to         to       ADP    _            7  case      _
            Spain      Spain    PROPN  Number=Sing  5  nmod      B-Country
            lasted     last     VERB   Tense=Past|VerbForm=Fin  0  root  _
            .          .        PUNCT  _            8  punct     _
            """);

        Event delivery = report.Events.Single(static e => e.Plover == PloverType.AID);
        NamesOf(report, delivery.Actors).ShouldBe(["France"]);
        NamesOf(report, delivery.Recipients).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_CriticisedSanctions_AreTheirsWhoImposedThem()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            criticised criticise VERB  Tense=Past|VerbForm=Fin  0  root  _
            the        the      DET    _            4  det       _
            rules      rule     NOUN   Number=Plur  2  obj       _
            of         of       ADP    _            6  case      _
            Spain      Spain    PROPN  Number=Sing  4  nmod      B-Country
            against    against  ADP    _            8  case      _
            Italy      Italy    PROPN  Number=Sing  4  nmod      B-Country
            .          .        PUNCT  _            2  punct     _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.ACCUSE).Recipients).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_ThrownAtCountedPeople_IsAtThem()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Police      police      NOUN   Number=Plur                          2   nsubj        _
            threw       throw       VERB   Tense=Past|VerbForm=Fin              0   root         _
            bombs       bomb        NOUN   Number=Plur                          2   obj          _
            at          at          ADP    _                                    5   case         _
            thousands   thousand    NOUN   Number=Plur                          2   obl          _
            of          of          ADP    _                                    7   case         _
            Spaniards   Spaniard    PROPN  Number=Plur                          5   nmod         B-Country
            .           .           PUNCT  _                                    2   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Recipients).ShouldBe(["Spaniards"]);
    }

    [Fact]
    public void Annotate_ThrownAtAShopOfATown_IsNotAtTheTown()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France      France      PROPN  Number=Sing                          2   nsubj        B-Country
            threw       throw       VERB   Tense=Past|VerbForm=Fin              0   root         _
            bombs       bomb        NOUN   Number=Plur                          2   obj          _
            at          at          ADP    _                                    5   case         _
            courts      court       NOUN   Number=Plur                          2   obl          _
            in          in          ADP    _                                    7   case         _
            Lanor       Lanor       PROPN  Number=Sing                          5   nmod         B-Place
            .           .           PUNCT  _                                    2   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Recipients).ShouldNotContain("Lanor");
    }

    [Fact]
    public void Annotate_ProtestAtADeath_IsNotAgainstTheDead()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            People      people      NOUN   Number=Plur                          2   nsubj        _
            marched     march       VERB   Tense=Past|VerbForm=Fin              0   root         _
            against     against     ADP    _                                    5   case         _
            the         the         DET    _                                    5   det          _
            killing     killing     NOUN   Number=Sing                          2   obl          _
            of          of          ADP    _                                    8   case         _
            Anna        Anna        PROPN  Number=Sing                          8   compound     B-Person
            Maro        Maro        PROPN  Number=Sing                          5   nmod         I-Person
            .           .           PUNCT  _                                    2   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.PROTEST).Recipients).ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_MarchInATown_IsNotAgainstTheTown()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            People      people      NOUN   Number=Plur                          2   nsubj        _
            marched     march       VERB   Tense=Past|VerbForm=Fin              0   root         _
            in          in          ADP    _                                    4   case         _
            Lanor       Lanor       PROPN  Number=Sing                          2   obl          B-Place
            .           .           PUNCT  _                                    2   punct        _
            """);

        Event march = report.Events.Single(static e => e.Plover == PloverType.PROTEST);
        march.Recipients.ShouldBeEmpty();
        NamesOf(report, [march.Place!]).ShouldBe(["Lanor"]);
    }

    [Fact]
    public void Annotate_LentBillionsBehindAName_AreLentToThem()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France      France      PROPN  Number=Sing                          2   nsubj        B-Country
            lent        lend        VERB   Tense=Past|VerbForm=Fin              0   root         _
            Spain       Spain       PROPN  Number=Sing                          4   compound     B-Country
            billions    billion     NOUN   Number=Plur                          2   obj          _
            .           .           PUNCT  _                                    2   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.AID).Recipients).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_SeizedMagazines_AreNoRecipients()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France      France      PROPN  Number=Sing                          2   nsubj        B-Country
            seized      seize       VERB   Tense=Past|VerbForm=Fin              0   root         _
            two         two         NUM    NumType=Card                         4   nummod       _
            magazines   magazine    NOUN   Number=Plur                          2   obj          _
            .           .           PUNCT  _                                    2   punct        _
            """);

        report.Events.Single(static e => e.Plover == PloverType.COERCE).Recipients.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_PledgeToHelp_IsMadeToWhoeverIsHelped()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France      France      PROPN  Number=Sing                          2   nsubj        B-Country
            agreed      agree       VERB   Tense=Past|VerbForm=Fin              0   root         _
            to          to          PART   _                                    4   mark         _
            send        send        VERB   VerbForm=Inf                         2   xcomp        _
            ships       ship        NOUN   Number=Plur                          4   obj          _
            to          to          PART   _                                    7   mark         _
            help        help        VERB   VerbForm=Inf                         4   advcl        _
            Spain       Spain       PROPN  Number=Sing                          7   obj          B-Country
            .           .           PUNCT  _                                    2   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.AGREE).Recipients).ShouldBe(["Spain"]);
    }
}
