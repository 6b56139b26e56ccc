using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>Campaigns for office use the words of fights: attacks, battles, rallies and defeats in words and votes.</summary>
public sealed class EventCampaignTests
{
    private const string Campaign = """
        # par
        The         the         DET    _                                    2   det          _
        candidate   candidate   NOUN   Number=Sing                          3   nsubj        _
        knew        know        VERB   Tense=Past|VerbForm=Fin              0   root         _
        voters      voter       NOUN   Number=Plur                          3   obj          _
        after       after       ADP    _                                    7   case         _
        the         the         DET    _                                    7   det          _
        primary     primary     NOUN   Number=Sing                          3   obl          _
        and         and         CCONJ  _                                    10  cc           _
        the         the         DET    _                                    10  det          _
        caucus      caucus      NOUN   Number=Sing                          7   conj         _
        .           .           PUNCT  _                                    3   punct        _
        """;

    private const string Attack = """
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        attacked    attack      VERB   Tense=Past|VerbForm=Fin              0   root         _
        Lund        Lund        PROPN  Number=Sing                          2   obj          B-Person
        .           .           PUNCT  _                                    2   punct        _
        """;

    [Fact]
    public void Annotate_RivalWhoAttacksAnother_Criticises() => Types(Campaign + "\n\n" + Attack).ShouldBe([PloverType.ACCUSE]);

    [Fact]
    public void Annotate_AttackOutsideCampaigns_IsAnAssault() => Types(Attack).ShouldBe([PloverType.ASSAULT]);

    [Fact]
    public void Annotate_CandidateAttackedWithAKnife_IsAssaulted() => Types(Campaign + "\n\n" + """
        # par
        Lund        Lund        PROPN  Number=Sing                          3   nsubj:pass   B-Person
        was         be          AUX    Tense=Past|VerbForm=Fin              3   aux:pass     _
        attacked    attack      VERB   Tense=Past|VerbForm=Part|Voice=Pass  0   root         _
        with        with        ADP    _                                    6   case         _
        a           a           DET    _                                    6   det          _
        knife       knife       NOUN   Number=Sing                          3   obl          _
        .           .           PUNCT  _                                    3   punct        _
        """).ShouldContain(PloverType.ASSAULT);

    [Fact]
    public void Annotate_AttackInASpeech_Criticises() => Types("""
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        attacked    attack      VERB   Tense=Past|VerbForm=Fin              0   root         _
        Lund        Lund        PROPN  Number=Sing                          2   obj          B-Person
        in          in          ADP    _                                    6   case         _
        a           a           DET    _                                    6   det          _
        speech      speech      NOUN   Number=Sing                          2   obl          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldBe([PloverType.ACCUSE]);

    [Fact]
    public void Annotate_LineOfAttack_Criticises() => Types("""
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        dropped     drop        VERB   Tense=Past|VerbForm=Fin              0   root         _
        this        this        DET    _                                    4   det          _
        line        line        NOUN   Number=Sing                          2   obj          _
        of          of          ADP    _                                    6   case         _
        attack      attack      NOUN   Number=Sing                          4   nmod         _
        on          on          ADP    _                                    8   case         _
        Lund        Lund        PROPN  Number=Sing                          6   nmod         B-Person
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldBe([PloverType.ACCUSE]);

    [Fact]
    public void Annotate_RivalBeatenInACampaign_IsNotHurt() => Types(Campaign + "\n\n" + """
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        beat        beat        VERB   Tense=Past|VerbForm=Fin              0   root         _
        Lund        Lund        PROPN  Number=Sing                          2   obj          B-Person
        in          in          ADP    _                                    5   case         _
        Lanor       Lanor       PROPN  Number=Sing                          2   obl          B-City
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldBe([PloverType.NONE]);

    [Theory]
    [InlineData("campaign", false)]
    [InlineData("peace", true)]
    public void Annotate_Rally_ProtestsUnlessItIsACandidates(string kind, bool protests) => Types($"""
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        spoke       speak       VERB   Tense=Past|VerbForm=Fin              0   root         _
        at          at          ADP    _                                    6   case         _
        a           a           DET    _                                    6   det          _
        {kind}      {kind}      NOUN   Number=Sing                          6   compound     _
        rally       rally       NOUN   Number=Sing                          2   obl          _
        in          in          ADP    _                                    8   case         _
        Lanor       Lanor       PROPN  Number=Sing                          6   nmod         B-City
        .           .           PUNCT  _                                    2   punct        _
        """).Contains(PloverType.PROTEST).ShouldBe(protests);

    [Fact]
    public void Annotate_MovementThatIsBuilt_IsNothingMade() => Types("""
        # par
        Maro        Maro        PROPN  Number=Sing                          3   nsubj        B-Person
        has         have        AUX    VerbForm=Fin                         3   aux          _
        built       build       VERB   Tense=Past|VerbForm=Part             0   root         _
        a           a           DET    _                                    5   det          _
        movement    movement    NOUN   Number=Sing                          3   obj          _
        .           .           PUNCT  _                                    3   punct        _
        """).ShouldBeEmpty();

    [Fact]
    public void Annotate_DelegatesAmassed_AreNoTroops() => Types("""
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        amassed     amass       VERB   Tense=Past|VerbForm=Fin              0   root         _
        delegates   delegate    NOUN   Number=Plur                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldBeEmpty();

    [Fact]
    public void Annotate_AsPromised_TellsNoPromise() => Types("""
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        left        leave       VERB   Tense=Past|VerbForm=Fin              0   root         _
        as          as          SCONJ  _                                    4   mark         _
        promised    promise     VERB   Tense=Past|VerbForm=Part|Voice=Pass  2   advcl        _
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.AGREE);

    [Theory]
    [InlineData("next", "month", Factuality.Planned)]
    [InlineData("last", "month", Factuality.Happened)]
    public void Annotate_MeetingNextMonth_IsToCome(string which, string unit, Factuality expected) => Read($"""
        # par
        Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
        awaits      await       VERB   Tense=Pres|VerbForm=Fin              0   root         _
        the         the         DET    _                                    4   det          _
        meeting     meeting     NOUN   Number=Sing                          2   obj          _
        with        with        ADP    _                                    6   case         _
        France      France      PROPN  Number=Sing                          4   nmod         B-Country
        {which}     {which}     ADJ    _                                    8   amod         _
        {unit}      {unit}      NOUN   Number=Sing                          2   obl          _
        .           .           PUNCT  _                                    2   punct        _
        """).Events.Single(static e => e.Plover == PloverType.CONSULT).Factuality.ShouldBe(expected);

    [Fact]
    public void Annotate_ArrivalWhenSomebodyIsSetToSpeak_IsToCome() => Read("""
        # par
        Maro        Maro        PROPN  Number=Sing                          3   nsubj        B-Person
        is          be          AUX    Tense=Pres|VerbForm=Fin              3   cop          _
        set         set         ADJ    Degree=Pos                           0   root         _
        to          to          PART   _                                    5   mark         _
        speak       speak       VERB   VerbForm=Inf                         3   xcomp        _
        when        when        ADV    _                                    8   advmod       _
        he          he          PRON   Person=3|Number=Sing|Gender=Masc     8   nsubj        _
        arrives     arrive      VERB   Tense=Pres|VerbForm=Fin              5   advcl        _
        in          in          ADP    _                                    10  case         _
        Spain       Spain       PROPN  Number=Sing                          8   obl          B-Country
        .           .           PUNCT  _                                    3   punct        _
        """).Events.Single(static e => e.Plover == PloverType.CONSULT).Factuality.ShouldBe(Factuality.Planned);

    [Fact]
    public void Annotate_PlannedMarch_IsPlannedThoughThePlanIsAParticiple() => Read("""
        # par
        The         the         DET    _                                    3   det          _
        planned     plan        VERB   Tense=Past|VerbForm=Part|Voice=Pass  3   amod         _
        march       march       NOUN   Number=Sing                          4   nsubj        _
        worries     worry       VERB   Tense=Pres|VerbForm=Fin              0   root         _
        Spain       Spain       PROPN  Number=Sing                          4   obj          B-Country
        .           .           PUNCT  _                                    4   punct        _
        """).Events.Single(static e => e.Plover == PloverType.PROTEST).Factuality.ShouldBe(Factuality.Planned);

    [Fact]
    public void Annotate_RallyThatACandidateHolds_IsNoProtest() => Types(Campaign + "\n\n" + """
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        held        hold        VERB   Tense=Past|VerbForm=Fin              0   root         _
        a           a           DET    _                                    4   det          _
        rally       rally       NOUN   Number=Sing                          2   obj          _
        in          in          ADP    _                                    6   case         _
        Lanor       Lanor       PROPN  Number=Sing                          2   obl          B-City
        .           .           PUNCT  _                                    2   punct        _
        """).ShouldNotContain(PloverType.PROTEST);

    [Theory]
    [InlineData("view", false)]
    [InlineData("help", true)]
    public void Annotate_WhatIsOffered_IsAPledgeUnlessSaid(string thing, bool pledges) => Types($"""
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        offered     offer       VERB   Tense=Past|VerbForm=Fin              0   root         _
        Lund        Lund        PROPN  Number=Sing                          2   iobj         B-Person
        her         her         PRON   Person=3|Number=Sing|Gender=Fem      5   nmod:poss    _
        {thing}     {thing}     NOUN   Number=Sing                          2   obj          _
        .           .           PUNCT  _                                    2   punct        _
        """).Contains(PloverType.AGREE).ShouldBe(pledges);

    [Theory]
    [InlineData("avoided", "avoid", Factuality.DidNotHappen)]
    [InlineData("rejected", "reject", Factuality.Happened)]
    public void Annotate_CriticismAvoided_WasNotMade(string form, string lemma, Factuality expected) => Read($"""
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        {form}      {lemma}     VERB   Tense=Past|VerbForm=Fin              0   root         _
        criticism   criticism   NOUN   Number=Sing                          2   obj          _
        of          of          ADP    _                                    5   case         _
        Lund        Lund        PROPN  Number=Sing                          3   nmod         B-Person
        .           .           PUNCT  _                                    2   punct        _
        """).Events.Single(static e => e.Plover == PloverType.ACCUSE).Factuality.ShouldBe(expected);

    [Theory]
    [InlineData("Spain", "B-Country", true)]
    [InlineData("victory", "_", false)]
    public void Annotate_MovingTo_IsAJourneyOnlyToAPlace(string where, string name, bool travels) => Types($"""
        # par
        Maro        Maro        PROPN  Number=Sing                          2   nsubj        B-Person
        moved       move        VERB   Tense=Past|VerbForm=Fin              0   root         _
        to          to          ADP    _                                    4   case         _
        {where}     {where}     NOUN   Number=Sing                          2   obl          {name}
        .           .           PUNCT  _                                    2   punct        _
        """).Contains(PloverType.NONE).ShouldBe(travels);

    [Theory]
    [InlineData("their", PloverType.NONE)]
    [InlineData("the", PloverType.SANCTION)]
    public void Annotate_TalksOfTheirOwnThatEnd_AreOver(string whose, PloverType expected) => Types($"""
        # par
        Maro        Maro        PROPN  Number=Sing                          4   nsubj        B-Person
        and         and         CCONJ  _                                    3   cc           _
        Lund        Lund        PROPN  Number=Sing                          1   conj         B-Person
        ended       end         VERB   Tense=Past|VerbForm=Fin              0   root         _
        {whose}     {whose}     {(whose == "the" ? "DET" : "PRON")}  _      6   {(whose == "the" ? "det" : "nmod:poss")}  _
        talks       talk        NOUN   Number=Plur                          4   obj          _
        .           .           PUNCT  _                                    4   punct        _
        """)[0].ShouldBe(expected);
}
