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

public sealed class EventAnnotatorTests
{
    [Fact]
    public void Annotate_DateInsideNoun_IsNotTheTimeOfTheEvent()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            abandoned  abandon  VERB   Tense=Past|VerbForm=Fin  0  root  _
            the        the      DET    _            5  det       _
            2015       2015     NUM    NumType=Card 5  nummod    _
            deal       deal     NOUN   Number=Sing  2  obj       _
            with       with     ADP    _            7  case      _
            Spain      Spain    PROPN  Number=Sing  5  nmod      B-Country
            .          .        PUNCT  _            2  punct     _
            """);

        report.Times.ShouldHaveSingleItem().Value.ShouldBe("2015");
        report.Events.ShouldNotBeEmpty();
        report.Events.ShouldAllBe(e => e.Time == null);
    }

    [Fact]
    public void Annotate_DateOfTheVerb_IsTheTimeOfTheEvent()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            abandoned  abandon  VERB   Tense=Past|VerbForm=Fin  0  root  _
            the        the      DET    _            4  det       _
            deal       deal     NOUN   Number=Sing  2  obj       _
            with       with     ADP    _            6  case      _
            Spain      Spain    PROPN  Number=Sing  4  nmod      B-Country
            in         in       ADP    _            8  case      _
            2015       2015     NUM    NumType=Card 2  obl       _
            .          .        PUNCT  _            2  punct     _
            """);

        report.Events.ShouldContain(e => e.Time == "2015");
    }

    [Fact]
    public void Annotate_Active_FillsActorRecipientObject()
    {
        AnnotatedReport report = Read("""
            # par
            France    France   PROPN  Number=Sing  2  nsubj  B-Country
            sold      sell     VERB   Tense=Past|VerbForm=Fin  0  root  _
            drones    drone    NOUN   Number=Plur  2  obj    _
            to        to       ADP    _            5  case   _
            Spain     Spain    PROPN  Number=Sing  2  obl    B-Country
            .         .        PUNCT  _            2  punct  _
            """);

        Event sale = report.Events.ShouldHaveSingleItem();
        sale.Plover.ShouldBe(PloverType.COOPERATE);
        NamesOf(report, sale.Actors).ShouldBe(["France"]);
        NamesOf(report, sale.Recipients).ShouldBe(["Spain"]);
        sale.Object.ShouldNotBeNull().Text.ShouldBe("drones");
        sale.Factuality.ShouldBe(Factuality.Happened);
    }

    [Fact]
    public void Annotate_CountryInsideTheSubjectAfterAnotherPreposition_IsNoActor()
    {
        AnnotatedReport report = Read("""
            # par
            Prices   price    NOUN   Number=Plur  4  nsubj  _
            in       in       ADP    _            3  case   _
            France   France   PROPN  Number=Sing  1  nmod   B-Country
            banned   ban      VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain    Spain    PROPN  Number=Sing  4  obj    B-Country
            .        .        PUNCT  _            4  punct  _
            """);

        Event ban = report.Events.ShouldHaveSingleItem();
        ban.Actors.ShouldBeEmpty();
        NamesOf(report, ban.Recipients).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_ThingThatThreatens_IsNoThreat()
    {
        AnnotatedReport report = Read("""
            # par
            Prices      price     NOUN   Number=Plur  2  nsubj  _
            threatened  threaten  VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain       Spain     PROPN  Number=Sing  2  obj    B-Country
            .           .         PUNCT  _            2  punct  _
            """);

        report.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_RecipientInsideTheThing_IsFound()
    {
        AnnotatedReport report = Read("""
            # par
            France    France   PROPN  Number=Sing  2  nsubj  B-Country
            sent      send     VERB   Tense=Past|VerbForm=Fin  0  root  _
            hundreds  hundred  NOUN   Number=Plur  2  obj    _
            of        of       ADP    _            5  case   _
            drones    drone    NOUN   Number=Plur  3  nmod   _
            to        to       ADP    _            7  case   _
            Spain     Spain    PROPN  Number=Sing  5  nmod   B-Country
            .         .        PUNCT  _            2  punct  _
            """);

        Event delivery = report.Events.ShouldHaveSingleItem();
        NamesOf(report, delivery.Actors).ShouldBe(["France"]);
        NamesOf(report, delivery.Recipients).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_Receiving_IsDoneByWhoGave()
    {
        AnnotatedReport report = Read("""
            # par
            France    France   PROPN  Number=Sing  2  nsubj  B-Country
            received  receive  VERB   Tense=Past|VerbForm=Fin  0  root  _
            drones    drone    NOUN   Number=Plur  2  obj    _
            from      from     ADP    _            5  case   _
            Spain     Spain    PROPN  Number=Sing  2  obl    B-Country
            .         .        PUNCT  _            2  punct  _
            """);

        Event delivery = report.Events.ShouldHaveSingleItem();
        delivery.Plover.ShouldBe(PloverType.AID);
        NamesOf(report, delivery.Actors).ShouldBe(["Spain"]);
        NamesOf(report, delivery.Recipients).ShouldBe(["France"]);
    }

    [Fact]
    public void Annotate_NameThatTheParseHangsOnTheVerbAbove_IsTheSubject()
    {
        AnnotatedReport report = Read("""
            # par
            Talks       talk      NOUN   Number=Plur  2  nsubj  _
            came        come      VERB   Tense=Past|VerbForm=Fin  0  root  _
            after       after     ADP    _            4  case   _
            France      France    PROPN  Number=Sing  2  obl    B-Country
            threatened  threaten  VERB   Tense=Past|VerbForm=Fin  2  advcl  _
            Spain       Spain     PROPN  Number=Sing  5  obj    B-Country
            .           .         PUNCT  _            2  punct  _
            """);

        Event threat = report.Events.Single(e => e.Plover == PloverType.THREATEN);
        NamesOf(report, threat.Actors).ShouldBe(["France"]);
        NamesOf(report, threat.Recipients).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_OfferParsedAsPassiveWithoutAuxiliary_IsMadeByItsSubject()
    {
        AnnotatedReport report = Read("""
            # par
            France   France   PROPN  Number=Sing  2  nsubj:pass  B-Country
            offered  offer    VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
            to       to       PART   _            4  mark   _
            wait     wait     VERB   VerbForm=Inf 2  xcomp  _
            .        .        PUNCT  _            2  punct  _
            """);

        NamesOf(report, report.Events.ShouldHaveSingleItem().Actors).ShouldBe(["France"]);
    }

    [Fact]
    public void Annotate_Passive_TurnsTheRoles()
    {
        AnnotatedReport report = Read("""
            # par
            Spain     Spain   PROPN  Number=Sing  3  nsubj:pass  B-Country
            was       be      AUX    _            3  aux:pass    _
            accused   accuse  VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
            by        by      ADP    _            5  case        _
            France    France  PROPN  Number=Sing  3  obl:agent   B-Country
            .         .       PUNCT  _            3  punct       _
            """);

        Event accusation = report.Events.ShouldHaveSingleItem();
        accusation.Plover.ShouldBe(PloverType.ACCUSE);
        NamesOf(report, accusation.Actors).ShouldBe(["France"]);
        NamesOf(report, accusation.Recipients).ShouldBe(["Spain"]);
    }

    [Theory]
    [InlineData("slipping", "slip", PloverType.NONE)]
    [InlineData("refusing", "refuse", PloverType.ASSAULT)]
    public void Annotate_KilledAfterAMishap_IsNoAssault(string form, string lemma, PloverType expected)
    {
        AnnotatedReport report = Read($"""
            # par
            Orla     Orla    PROPN  Number=Sing  3  nsubj:pass  B-Person
            was      be      AUX    _            3  aux:pass    _
            killed   kill    VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
            after    after   SCONJ  _            5  mark        _
            {form}   {lemma} VERB   VerbForm=Ger 3  advcl       _
            .        .       PUNCT  _            3  punct       _
            """);

        report.Events.First(e => e.Trigger.Lemma == "kill").Plover.ShouldBe(expected);
    }

    [Fact]
    public void Annotate_LightVerbOfMutualAct_MakesAllActors()
    {
        AnnotatedReport report = Read("""
            # par
            France  France  PROPN  Number=Sing  2  nsubj  B-Country
            held    hold    VERB   Tense=Past|VerbForm=Fin  0  root  _
            talks   talk    NOUN   Number=Plur  2  obj    _
            with    with    ADP    _            5  case   _
            Spain   Spain   PROPN  Number=Sing  3  nmod   B-Country
            .       .       PUNCT  _            2  punct  _
            """);

        Event talks = report.Events.ShouldHaveSingleItem();
        talks.Plover.ShouldBe(PloverType.CONSULT);
        talks.Trigger.Lemma.ShouldBe("hold talk");
        NamesOf(report, talks.Actors).ShouldBe(["France", "Spain"]);
        talks.Recipients.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_NominalEvent_TakesCountryAdjectiveAndComplement()
    {
        AnnotatedReport report = Read("""
            # par
            France   France   PROPN  Number=Sing  2  nsubj  B-Country
            fears    fear     VERB   Tense=Pres|VerbForm=Fin  0  root  _
            Spanish  Spanish  ADJ    _            4  amod   B-Norp
            attacks  attack   NOUN   Number=Plur  2  obj    _
            on       on       ADP    _            6  case   _
            Italy    Italy    PROPN  Number=Sing  4  nmod   B-Country
            ,        ,        PUNCT  _            8  punct  _
            Spain    Spain    PROPN  Number=Sing  2  obl    B-Country
            .        .        PUNCT  _            2  punct  _
            """);

        Event attack = report.Events.Single(static e => e.Plover == PloverType.ASSAULT);
        NamesOf(report, attack.Actors).ShouldBe(["Spain"]);
        NamesOf(report, attack.Recipients).ShouldBe(["Italy"]);
    }

    [Theory]
    [InlineData("agreed", "agree", Factuality.Planned)]
    [InlineData("failed", "fail", Factuality.DidNotHappen)]
    [InlineData("refused", "refuse", Factuality.DidNotHappen)]
    [InlineData("managed", "manage", Factuality.Happened)]
    [InlineData("threatened", "threaten", Factuality.Hypothetical)]
    [InlineData("tried", "try", Factuality.Possible)]
    public void Annotate_InfinitiveUnderVerb_TakesItsFactuality(string form, string lemma, Factuality expected)
    {
        AnnotatedReport report = Read($"""
            # par
            France   France   PROPN  Number=Sing  2  nsubj  B-Country
            {form}   {lemma}  VERB   Tense=Past|VerbForm=Fin  0  root  _
            to       to       PART   _            4  mark   _
            expel    expel    VERB   VerbForm=Inf  2  xcomp  _
            envoys   envoy    NOUN   Number=Plur  4  obj    _
            .        .        PUNCT  _            2  punct  _
            """);

        Event expulsion = report.Events.Single(static e => e.Plover == PloverType.SANCTION);
        expulsion.Factuality.ShouldBe(expected);
        NamesOf(report, expulsion.Actors).ShouldBe(["France"]);
    }

    [Theory]
    [InlineData("did", "do", "not", Factuality.DidNotHappen)]
    [InlineData("will", "will", "soon", Factuality.Planned)]
    [InlineData("may", "may", "soon", Factuality.Possible)]
    public void Annotate_AuxiliaryAndAdverb_DecideOnTheFactuality(string auxiliary, string lemma, string adverb, Factuality expected)
    {
        AnnotatedReport report = Read($"""
            # par
            France       France   PROPN  Number=Sing  4  nsubj   B-Country
            {auxiliary}  {lemma}  AUX    _            4  aux     _
            {adverb}     {adverb}  ADV   _            4  advmod  _
            expel        expel    VERB   VerbForm=Inf  0  root   _
            envoys       envoy    NOUN   Number=Plur  4  obj     _
            .            .        PUNCT  _            4  punct   _
            """);

        report.Events.ShouldHaveSingleItem().Factuality.ShouldBe(expected);
    }

    [Fact]
    public void Annotate_SaidMust_IsADemandOfTheSpeaker()
    {
        AnnotatedReport report = Read("""
            # par
            France  France  PROPN  Number=Sing  2  nsubj  B-Country
            said    say     VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain   Spain   PROPN  Number=Sing  5  nsubj  B-Country
            must    must    AUX    _            5  aux    _
            act     act     VERB   VerbForm=Inf  2  ccomp  _
            .       .       PUNCT  _            2  punct  _
            """);

        Event demand = report.Events.Single(static e => e.Plover == PloverType.REQUEST);
        NamesOf(report, demand.Actors).ShouldBe(["France"]);
        NamesOf(report, demand.Recipients).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_GerundAfterAccused_IsDoneByTheAccused()
    {
        AnnotatedReport report = Read("""
            # par
            France    France   PROPN  Number=Sing  2  nsubj  B-Country
            accused   accuse   VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain     Spain    PROPN  Number=Sing  2  obj    B-Country
            of        of       SCONJ  _            5  mark   _
            stealing  steal    VERB   VerbForm=Ger  2  advcl  _
            grain     grain    NOUN   Number=Sing  5  obj    _
            .         .        PUNCT  _            2  punct  _
            """);

        NamesOf(report, report.Events.Single(static e => e.Trigger.Lemma == "steal").Actors).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_InfinitiveUnderUse_IsDoneByTheUser()
    {
        AnnotatedReport report = Read("""
            # par
            France   France   PROPN  Number=Sing  2  nsubj  B-Country
            uses     use      VERB   Tense=Pres|VerbForm=Fin  0  root  _
            Spanish  Spanish  ADJ    _            4  amod   _
            boats    boat     NOUN   Number=Plur  2  obj    _
            to       to       PART   _            6  mark   _
            attack   attack   VERB   VerbForm=Inf  2  xcomp  _
            Malta    Malta    PROPN  Number=Sing  6  obj    B-Country
            .        .        PUNCT  _            2  punct  _
            """);

        Event attack = report.Events.Single(static e => e.Trigger.Lemma == "attack");
        NamesOf(report, attack.Actors).ShouldBe(["France"]);
        NamesOf(report, attack.Recipients).ShouldBe(["Malta"]);
    }

    [Fact]
    public void Annotate_DefiniteNoun_TakesTheParticipantsOfWhatItPointsBackTo()
    {
        AnnotatedReport report = Read("""
            # par
            France   France   PROPN  Number=Sing  2  nsubj  B-Country
            negotiated  negotiate  VERB  Tense=Past|VerbForm=Fin  0  root  _
            with     with     ADP    _            4  case   _
            Spain    Spain    PROPN  Number=Sing  2  obl    B-Country
            .        .        PUNCT  _            2  punct  _

            # par
            The      the      DET    _            2  det    _
            talks    talk     NOUN   Number=Plur  3  nsubj  _
            failed   fail     VERB   Tense=Past|VerbForm=Fin  0  root  _
            .        .        PUNCT  _            3  punct  _
            """);

        NamesOf(report, report.Events.Single(static e => e.Trigger.Lemma == "talk").Actors).ShouldBe(["France", "Spain"]);
    }

    [Fact]
    public void Annotate_TimeAfterABound_IsNotTheTimeOfTheEvent()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France   France   PROPN  Number=Sing  2  nsubj  B-Country
            sold     sell     VERB   Tense=Past|VerbForm=Fin  0  root  _
            drones   drone    NOUN   Number=Plur  2  obj    _
            until    until    ADP    _            5  case   _
            2011     2011     NUM    NumType=Card 2  obl    _
            .        .        PUNCT  _            2  punct  _
            """);

        report.Times.ShouldHaveSingleItem();
        report.Events.ShouldHaveSingleItem().Time.ShouldBeNull();
    }
}
