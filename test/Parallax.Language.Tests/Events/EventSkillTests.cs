using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>Skills, stances and deeds laid to somebody: what tells no deed, and who does what is told.</summary>
public sealed class EventSkillTests
{
    [Fact]
    public void Annotate_StateThatRemainsOpposed_IsTheOneThatOpposes()
    {
        AnnotatedReport report = Read("""
            # par
            France      France      PROPN  Number=Sing                               2   nsubj        B-Country
            remains     remain      VERB   Tense=Pres|VerbForm=Fin                   0   root         _
            opposed     oppose      VERB   Tense=Past|VerbForm=Part                  2   xcomp        _
            to          to          ADP    _                                         6   case         _
            the         the         DET    _                                         6   det          _
            war         war         NOUN   Number=Sing                               3   obl          _
            .           .           PUNCT  _                                         2   punct        _
            """);

        Event stance = report.Events.First(static e => e.Trigger.Lemma.StartsWith("oppose", StringComparison.Ordinal));
        NamesOf(report, stance.Actors).ShouldBe(["France"]);
        stance.Recipients.ShouldBeEmpty();
    }

    [Fact]
    public void Annotate_FollowingUpASignedAgreement_SignsNothing()
    {
        AnnotatedReport report = Read("""
            # par
            France      France      PROPN  Number=Sing                               2   nsubj        B-Country
            pursues     pursue      VERB   Tense=Pres|VerbForm=Fin                   0   root         _
            an          a           DET    _                                         4   det          _
            agreement   agreement   NOUN   Number=Sing                               2   obj          _
            signed      sign        VERB   Tense=Past|VerbForm=Part|Voice=Pass       4   acl          _
            with        with        ADP    _                                         7   case         _
            Spain       Spain       PROPN  Number=Sing                               5   obl          B-Country
            .           .           PUNCT  _                                         2   punct        _
            """);

        NamesOf(report, report.Events.First(static e => e.Trigger.Lemma == "sign agreement").Actors).ShouldBe(["Spain"]);
    }

    [Fact]
    public void Annotate_HowToDeployIt_IsNoDeed() => Types("""
        # par
        France      France      PROPN  Number=Sing                               2   nsubj        B-Country
        explains    explain     VERB   Tense=Pres|VerbForm=Fin                   0   root         _
        how         how         ADV    _                                         5   advmod       _
        to          to          PART   _                                         5   mark         _
        deploy      deploy      VERB   VerbForm=Inf                              2   xcomp        _
        troops      troop       NOUN   Number=Plur                               5   obj          _
        .           .           PUNCT  _                                         2   punct        _
        """).ShouldNotContain(PloverType.MOBILIZE);

    [Theory]
    [InlineData("charged", "charge", Factuality.Possible)]
    [InlineData("convicted", "convict", Factuality.Happened)]
    public void Annotate_DeedAfterAVerbOfLaw_IsToldAsThatVerbHasIt(string form, string lemma, Factuality expected)
    {
        AnnotatedReport report = Read($"""
            # par
            A           a           DET    _                                         2   det          _
            soldier     soldier     NOUN   Number=Sing                               4   nsubj:pass   _
            was         be          AUX    Tense=Past|VerbForm=Fin                   4   aux:pass     _
            {form}      {lemma}     VERB   Tense=Past|VerbForm=Part|Voice=Pass       0   root         _
            with        with        SCONJ  _                                         6   mark         _
            killing     kill        VERB   VerbForm=Ger                              4   advcl        _
            two         two         NUM    NumType=Card                              8   nummod       _
            prisoners   prisoner    NOUN   Number=Plur                               6   obj          _
            .           .           PUNCT  _                                         4   punct        _
            """);

        report.Events.First(static e => e.Plover == PloverType.ASSAULT).Factuality.ShouldBe(expected);
    }

    [Fact]
    public void Annotate_WouldNotHave_RefusesNothing() => Types("""
        # par
        France      France      PROPN  Number=Sing                               5   nsubj        B-Country
        would       would       AUX    VerbForm=Fin                              5   aux          _
        not         not         PART   _                                         5   advmod       _
        have        have        AUX    VerbForm=Inf                              5   aux          _
        accepted    accept      VERB   Tense=Past|VerbForm=Part                  0   root         _
        the         the         DET    _                                         7   det          _
        deal        deal        NOUN   Number=Sing                               5   obj          _
        .           .           PUNCT  _                                         5   punct        _
        """).ShouldNotContain(PloverType.REJECT);

    [Fact]
    public void Annotate_FightAgainstABlaze_AttacksNobody() => Types("""
        # par
        Crews       crew        NOUN   Number=Plur                               2   nsubj        _
        battled     battle      VERB   Tense=Past|VerbForm=Fin                   0   root         _
        the         the         DET    _                                         4   det          _
        blaze       blaze       NOUN   Number=Sing                               2   obj          _
        .           .           PUNCT  _                                         2   punct        _
        """).ShouldNotContain(PloverType.ASSAULT);

    [Theory]
    [InlineData("held", "hold", true)]
    [InlineData("ruined", "ruin", false)]
    public void Annotate_TalksThatSomebodyTouches_AreTheirsOnlyWhereTheyHoldThem(string form, string lemma, bool theirs)
    {
        AnnotatedReport report = Read($"""
            # par
            France      France      PROPN  Number=Sing                               2   nsubj        B-Country
            {form}      {lemma}     VERB   Tense=Past|VerbForm=Fin                   0   root         _
            the         the         DET    _                                         4   det          _
            talks       talk        NOUN   Number=Plur                               2   obj          _
            with        with        ADP    _                                         6   case         _
            Spain       Spain       PROPN  Number=Sing                               4   nmod         B-Country
            .           .           PUNCT  _                                         2   punct        _
            """);

        NamesOf(report, report.Events.First(static e => e.Plover == PloverType.CONSULT).Actors).Contains("France").ShouldBe(theirs);
    }

    [Fact]
    public void Annotate_PersonWhoRetreatsFromView_WithdrawsNoForce() => Types("""
        # par
        She         she         PRON   Number=Sing                               2   nsubj        _
        retreated   retreat     VERB   Tense=Past|VerbForm=Fin                   0   root         _
        from        from        ADP    _                                         5   case         _
        public      public      ADJ    _                                         5   amod         _
        view        view        NOUN   Number=Sing                               2   obl          _
        .           .           PUNCT  _                                         2   punct        _
        """).ShouldNotContain(PloverType.RETREAT);
}
