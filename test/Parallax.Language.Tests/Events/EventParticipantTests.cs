using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Language.Events.Arguments;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>Participants that a clause does not name itself.</summary>
public sealed class EventParticipantTests
{
    [Fact]
    public void Annotate_TheTwoCountries_AreThoseOfTheSentenceBefore()
    {
        AnnotatedReport report = Read("""
            # par
            France     France   PROPN  Number=Sing  3  nsubj     B-Country
            once       once     ADV    _            3  advmod    _
            fought     fight    VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain      Spain    PROPN  Number=Sing  3  obj       B-Country
            .          .        PUNCT  _            3  punct     _

            The        the      DET    Definite=Def 3  det       _
            two        two      NUM    NumType=Card 3  nummod    _
            countries  country  NOUN   Number=Plur  4  nsubj     _
            signed     sign     VERB   Tense=Past|VerbForm=Fin  0  root  _
            a          a        DET    _            6  det       _
            treaty     treaty   NOUN   Number=Sing  4  obj       _
            .          .        PUNCT  _            4  punct     _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.SUPPORT).Actors).ShouldBe(["France", "Spain"]);
    }

    [Fact]
    public void Annotate_HeadlineWithoutAuxiliary_IsDoneToTheSubject()
    {
        AnnotatedReport report = Read("""
            # par
            Maro       Maro     PROPN  Number=Sing  2  nsubj     B-Person
            arrested   arrest   VERB   Tense=Past|VerbForm=Fin  0  root  _
            after      after    ADP    _            4  case      _
            theft      theft    NOUN   Number=Sing  2  obl       _
            """);

        Event arrest = report.Events.ShouldHaveSingleItem();
        arrest.Actors.ShouldBeEmpty();
        NamesOf(report, arrest.Recipients).ShouldBe(["Maro"]);
    }

    [Fact]
    public void Annotate_HeadlineInCapitals_IsDoneToTheSubject()
    {
        AnnotatedReport report = Read("""
            # par
            Maro       Maro     PROPN  Number=Sing  2  nsubj     B-Person
            Shot       shoot    VERB   Number=Sing  0  root      _
            in         in       ADP    _            4  case      _
            Raid       raid     NOUN   Number=Sing  2  obl       _
            """);

        Event shot = report.Events.First(static e => e.Mode == "firearms");
        shot.Actors.ShouldBeEmpty();
        NamesOf(report, shot.Recipients).ShouldBe(["Maro"]);
    }

    [Fact]
    public void Annotate_HeadlineBehindAColon_IsDoneByWhoStandsBeforeTheInfinitive()
    {
        AnnotatedReport report = Read("""
            # par
            The        the      DET    Definite=Def 2  det       _
            Wait       wait     NOUN   Number=Sing  5  nsubj     _
            Is         be       AUX    Tense=Pres|VerbForm=Fin  5  cop  _
            :          :        PUNCT  _            5  punct     _
            Dorn       Dorn     PROPN  Number=Sing  0  root      B-Person
            To         to       PART   _            7  mark      _
            Nominate   nominate VERB   VerbForm=Inf 5  acl       _
            Hadi       Hadi     PROPN  Number=Sing  7  obj       B-Person
            """);

        NamesOf(report, report.Events.ShouldHaveSingleItem().Actors).ShouldBe(["Dorn"]);
    }

    [Fact]
    public void Annotate_CrimeInFrontOfWhoTellsIt_IsDoneByWhomItIsToldOf()
    {
        AnnotatedReport report = Read("""
            # par
            After      after    SCONJ  _            2  mark      _
            shooting   shoot    VERB   VerbForm=Ger 6  advcl     _
            Maro       Maro     PROPN  Number=Sing  2  obj       B-Person
            ,          ,        PUNCT  _            2  punct     _
            Dorn       Dorn     PROPN  Number=Sing  6  nsubj     B-Person
            said       say      VERB   Tense=Past|VerbForm=Fin  0  root  _
            Hadi       Hadi     PROPN  Number=Sing  8  nsubj     B-Person
            fled       flee     VERB   Tense=Past|VerbForm=Fin  6  ccomp _
            .          .        PUNCT  _            6  punct     _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Actors).ShouldBe(["Hadi"]);
    }

    [Fact]
    public void Annotate_MillDestroyedBehindAComma_IsNotDestroyedByWhoRebuiltIt()
    {
        AnnotatedReport report = Read("""
            # par
            Maro       Maro     PROPN  Number=Sing  2  nsubj     B-Person
            rebuilt    rebuild  VERB   Tense=Past|VerbForm=Fin  0  root  _
            the        the      DET    Definite=Def 4  det       _
            mill       mill     NOUN   Number=Sing  2  obj       _
            ,          ,        PUNCT  _            6  punct     _
            destroyed  destroy  VERB   Tense=Past|VerbForm=Part  2  advcl  _
            in         in       ADP    _            9  case      _
            a          a        DET    _            9  det       _
            storm      storm    NOUN   Number=Sing  6  obl       _
            .          .        PUNCT  _            2  punct     _
            """);

        report.Events.Where(static e => e.Trigger.Lemma == "destroy").ShouldHaveSingleItem().Actors.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_PossessiveInWhatSomebodyIsAccusedOf_IsTheAccused()
    {
        AnnotatedReport report = Read("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            accused    accuse   VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain      Spain    PROPN  Number=Sing  2  obj       B-Country
            of         of       SCONJ  _            5  mark      _
            lying      lie      VERB   VerbForm=Ger 2  advcl     _
            about      about    ADP    _            9  case      _
            its        its      PRON   Number=Sing|Person=3|Poss=Yes|PronType=Prs  9  nmod:poss  _
            arms       arm      NOUN   Number=Plur  9  compound  _
            supplies   supply   NOUN   Number=Plur  5  obl       _
            to         to       ADP    _            11 case      _
            Italy      Italy    PROPN  Number=Sing  9  nmod      B-Country
            .          .        PUNCT  _            2  punct     _
            """);

        Event supply = report.Events.Single(static e => e.Plover == PloverType.AID);
        NamesOf(report, supply.Actors).ShouldBe(["Spain"]);
        NamesOf(report, supply.Recipients).ShouldBe(["Italy"]);
    }

    [Fact]
    public void Annotate_WhatIsGivenInExchange_GoesTheOtherWay()
    {
        AnnotatedReport report = Read("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            received   receive  VERB   Tense=Past|VerbForm=Fin  0  root  _
            drones     drone    NOUN   Number=Plur  2  obj       _
            from       from     ADP    _            5  case      _
            Spain      Spain    PROPN  Number=Sing  2  obl       B-Country
            in         in       ADP    _            7  case      _
            exchange   exchange NOUN   Number=Sing  2  obl       _
            for        for      ADP    _            9  case      _
            jets       jet      NOUN   Number=Plur  7  nmod      _
            .          .        PUNCT  _            2  punct     _
            """);

        NamesOf(report, report.Events.Single(static e => e.Trigger.Lemma == "exchange jet").Actors).ShouldBe(["France"]);
        NamesOf(report, report.Events.Single(static e => e.Trigger.Lemma == "exchange jet").Recipients).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_TheDealLongAfterAnother_TakesNobodyFromIt()
    {
        const string between = """

            Rain       rain     NOUN   Number=Sing  2  nsubj     _
            fell       fall     VERB   Tense=Past|VerbForm=Fin  0  root  _
            .          .        PUNCT  _            2  punct     _

            """;
        AnnotatedReport report = Read("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            signed     sign     VERB   Tense=Past|VerbForm=Fin  0  root  _
            a          a        DET    _            4  det       _
            deal       deal     NOUN   Number=Sing  2  obj       _
            with       with     ADP    _            6  case      _
            Spain      Spain    PROPN  Number=Sing  4  nmod      B-Country
            .          .        PUNCT  _            2  punct     _

            """ + string.Concat(Enumerable.Repeat(between, 4)) + """

            The        the      DET    Definite=Def 2  det       _
            deal       deal     NOUN   Number=Sing  3  nsubj     _
            failed     fail     VERB   Tense=Past|VerbForm=Fin  0  root  _
            .          .        PUNCT  _            3  punct     _
            """);

        report.Events.Count(static e => e.Plover == PloverType.SUPPORT).ShouldBe(1);
    }

    [Fact]
    public void Annotate_Storm_AttacksNobody()
    {
        AnnotatedReport report = Read("""
            # par
            The        the      DET    _            2  det       _
            storm      storm    NOUN   Number=Sing  3  nsubj     _
            killed     kill     VERB   Tense=Past|VerbForm=Fin  0  root  _
            Maro       Maro     PROPN  Number=Sing  3  obj       B-Person
            .          .        PUNCT  _            3  punct     _
            """);

        report.Events.ShouldAllBe(static e => e.Plover == PloverType.NONE);
    }

    [Fact]
    public void Annotate_ClashesBetweenTwo_HaveBoth()
    {
        AnnotatedReport report = Read("""
            # par
            Clashes     clash       NOUN   Number=Plur                          6   nsubj        _
            between     between     ADP    _                                    3   case         _
            France      France      PROPN  Number=Sing                          1   nmod         B-Country
            and         and         CCONJ  _                                    5   cc           _
            Spain       Spain       PROPN  Number=Sing                          3   conj         B-Country
            continued   continue    VERB   Tense=Past|VerbForm=Fin              0   root         _
            .           .           PUNCT  _                                    6   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Actors).ShouldBe(["France", "Spain"]);
    }

    [Fact]
    public void Annotate_KillingOfAnOwnerByAnother_IsSuffered()
    {
        AnnotatedReport report = Read("""
            # par
            Anna        Anna        PROPN  Number=Sing                          2   compound     B-Person
            Maro        Maro        PROPN  Number=Sing                          4   nmod:poss    I-Person
            ’s          's          PART   _                                    2   case         _
            killing     killing     NOUN   Number=Sing                          7   nsubj        _
            by          by          ADP    _                                    6   case         _
            Spain       Spain       PROPN  Number=Sing                          4   nmod         B-Country
            shocked     shock       VERB   Tense=Past|VerbForm=Fin              0   root         _
            us          we          PRON   Number=Plur|Person=1                 7   obj          _
            .           .           PUNCT  _                                    7   punct        _
            """);

        Event killing = report.Events.Single(static e => e.Plover == PloverType.ASSAULT);
        NamesOf(report, killing.Actors).ShouldBe(["Spain"]);
        NamesOf(report, killing.Recipients).ShouldBe(["Anna Maro"]);
    }

    [Fact]
    public void Annotate_ProtestersWhoThrowStones_AreNoEventOfTheirOwn()
    {
        AnnotatedReport report = Read("""
            # par
            Protesters  protester   NOUN   Number=Plur                          2   nsubj        _
            threw       throw       VERB   Tense=Past|VerbForm=Fin              0   root         _
            stones      stone       NOUN   Number=Plur                          2   obj          _
            .           .           PUNCT  _                                    2   punct        _
            """);

        report.Events.Select(static e => e.Trigger.Lemma).ShouldBe(["throw stone"]);
    }

    [Fact]
    public void Annotate_SchoolsThatRemainOccupied_AreOccupiedByTheAgent()
    {
        AnnotatedReport report = Read("""
            # par
            Schools     school      NOUN   Number=Plur                          2   nsubj        _
            remain      remain      VERB   Tense=Pres|VerbForm=Fin              0   root         _
            occupied    occupy      VERB   Tense=Past|VerbForm=Part|Voice=Pass  2   xcomp        _
            by          by          ADP    _                                    5   case         _
            Spain       Spain       PROPN  Number=Sing                          3   obl:agent    B-Country
            .           .           PUNCT  _                                    2   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.COERCE).Actors).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_CallsForSomebodyToResign_AreOfTheirResigning()
    {
        AnnotatedReport report = Read("""
            # par
            Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
            increased   increase    VERB   Tense=Past|VerbForm=Fin              0   root         _
            calls       call        NOUN   Number=Plur                          2   obj          _
            for         for         ADP    _                                    6   case         _
            Anna        Anna        PROPN  Number=Sing                          6   compound     B-Person
            Maro        Maro        PROPN  Number=Sing                          3   nmod         I-Person
            to          to          PART   _                                    8   mark         _
            resign      resign      VERB   VerbForm=Inf                         2   advcl        _
            .           .           PUNCT  _                                    2   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.RETREAT).Actors).ShouldBe(["Anna Maro"]);
    }

    [Fact]
    public void Annotate_ArrivedForTalks_AreWithTheHost()
    {
        AnnotatedReport report = Read("""
            # par
            Anna        Anna        PROPN  Number=Sing                          2   compound     B-Person
            Maro        Maro        PROPN  Number=Sing                          3   nsubj        I-Person
            arrived     arrive      VERB   Tense=Past|VerbForm=Fin              0   root         _
            in          in          ADP    _                                    5   case         _
            Spain       Spain       PROPN  Number=Sing                          3   obl          B-Country
            for         for         ADP    _                                    7   case         _
            talks       talk        NOUN   Number=Plur                          3   obl          _
            .           .           PUNCT  _                                    3   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Trigger.Lemma == "talk").Actors).ShouldBe(["Anna Maro", "Spain"]);
    }

    [Fact]
    public void Annotate_TalksOfAVisitor_AreWithThoseMet()
    {
        AnnotatedReport report = Read("""
            # par
            Anna        Anna        PROPN  Number=Sing                          2   compound     B-Person
            Maro        Maro        PROPN  Number=Sing                          3   nsubj        I-Person
            met         meet        VERB   Tense=Past|VerbForm=Fin              0   root         _
            Ben         Ben         PROPN  Number=Sing                          5   compound     B-Person
            Lund        Lund        PROPN  Number=Sing                          3   obj          I-Person
            .           .           PUNCT  _                                    3   punct        _

            Maro        Maro        PROPN  Number=Sing                          3   nmod:poss    B-Person
            ’s          's          PART   _                                    1   case         _
            talks       talk        NOUN   Number=Plur                          6   nsubj        _
            in          in          ADP    _                                    5   case         _
            Spain       Spain       PROPN  Number=Sing                          3   nmod         B-Country
            ended       end         VERB   Tense=Past|VerbForm=Fin              0   root         _
            .           .           PUNCT  _                                    6   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Trigger.Lemma == "talk").Actors).ShouldBe(["Anna Maro", "Ben Lund"]);
    }

    [Fact]
    public void Annotate_PersonDescribedBesideTheirName_IsThatPerson()
    {
        AnnotatedReport report = Read("""
            # par
            Anna        Anna        PROPN  Number=Sing                          2   compound     B-Person
            Maro        Maro        PROPN  Number=Sing                          7   nsubj        I-Person
            ,           ,           PUNCT  _                                    4   punct        _
            teenager    teenager    NOUN   Number=Sing                          2   appos        _
            arrested    arrest      VERB   Tense=Past|VerbForm=Part|Voice=Pass  4   acl          _
            ,           ,           PUNCT  _                                    4   punct        _
            left        leave       VERB   Tense=Past|VerbForm=Fin              0   root         _
            .           .           PUNCT  _                                    7   punct        _
            """);

        NamesOf(report, report.Events.Single(static e => e.Plover == PloverType.COERCE).Recipients).ShouldBe(["Anna Maro"]);
    }
}
