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

/// <summary>Object, time and factuality of events where a neighbouring word could be taken for theirs.</summary>
public sealed class EventDetailTests
{
    [Fact]
    public void Annotate_WorthBehindTheObject_BelongsToIt()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France      France      PROPN  Number=Sing                          2   nsubj        B-Country
            signed      sign        VERB   Tense=Past|VerbForm=Fin              0   root         _
            a           a           DET    _                                    4   det          _
            deal        deal        NOUN   Number=Sing                          2   obj          _
            worth       worth       ADJ    _                                    4   amod         _
            $           $           SYM    _                                    5   obj          _
            2bn         2bn         NUM    NumType=Card                         6   nummod       _
            with        with        ADP    _                                    9   case         _
            Spain       Spain       PROPN  Number=Sing                          2   obl          B-Country
            .           .           PUNCT  _                                    2   punct        _
            """);

        report.Events.Single(static e => e.Plover == PloverType.SUPPORT).Object!.Text.ShouldBe("a deal worth $2bn");
    }

    [Fact]
    public void Annotate_WhatIsToBeSigned_IsPlanned()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            The         the         DET    _                                    2   det          _
            treaty      treaty      NOUN   Number=Sing                          6   nsubj:pass   _
            is          be          AUX    Tense=Pres|VerbForm=Fin              6   aux:pass     _
            to          to          PART   _                                    6   mark         _
            be          be          AUX    VerbForm=Inf                         6   aux:pass     _
            signed      sign        VERB   Tense=Past|VerbForm=Part|Voice=Pass  0   root         _
            by          by          ADP    _                                    8   case         _
            Spain       Spain       PROPN  Number=Sing                          6   obl:agent    B-Country
            .           .           PUNCT  _                                    6   punct        _
            """);

        report.Events.Single(static e => e.Plover == PloverType.SUPPORT).Factuality.ShouldBe(Factuality.Planned);
    }

    [Fact]
    public void Annotate_SaidThatItWouldHaveAttacked_IsHypothetical()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            Spain       Spain       PROPN  Number=Sing                          2   nsubj        B-Country
            said        say         VERB   Tense=Past|VerbForm=Fin              0   root         _
            France      France      PROPN  Number=Sing                          6   nsubj        B-Country
            would       would       AUX    _                                    6   aux          _
            have        have        AUX    VerbForm=Inf                         6   aux          _
            attacked    attack      VERB   Tense=Past|VerbForm=Part             2   ccomp        _
            Italy       Italy       PROPN  Number=Sing                          6   obj          B-Country
            .           .           PUNCT  _                                    2   punct        _
            """);

        report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Factuality.ShouldBe(Factuality.Hypothetical);
    }

    [Fact]
    public void Annotate_ContactsToBeIncreased_AreToCome()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France      France      PROPN  Number=Sing                          2   nsubj        B-Country
            agreed      agree       VERB   Tense=Past|VerbForm=Fin              0   root         _
            to          to          PART   _                                    4   mark         _
            increase    increase    VERB   VerbForm=Inf                         2   xcomp        _
            cooperation cooperation NOUN   Number=Sing                          4   obj          _
            with        with        ADP    _                                    7   case         _
            Spain       Spain       PROPN  Number=Sing                          5   nmod         B-Country
            .           .           PUNCT  _                                    2   punct        _
            """);

        report.Events.Single(static e => e.Trigger.Lemma == "cooperation").Factuality.ShouldBe(Factuality.Planned);
    }

    [Fact]
    public void Annotate_YearOfWhatBoundsAnEvent_IsNotItsTime()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France      France      PROPN  Number=Sing                          2   nsubj        B-Country
            attacked    attack      VERB   Tense=Past|VerbForm=Fin              0   root         _
            Spain       Spain       PROPN  Number=Sing                          2   obj          B-Country
            after       after       ADP    _                                    6   case         _
            the         the         DET    _                                    6   det          _
            flood       flood       NOUN   Number=Sing                          2   obl          _
            in          in          ADP    _                                    8   case         _
            2011        2011        NUM    NumType=Card                         6   nmod         _
            .           .           PUNCT  _                                    2   punct        _
            """);

        report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Time.ShouldBeNull();
    }

    [Fact]
    public void Annotate_WhatNobodySuffered_DidNotHappen()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            No          no          DET    _                                    2   det          _
            one         one         NOUN   Number=Sing                          4   nsubj:pass   _
            was         be          AUX    Tense=Past                           4   aux:pass     _
            arrested    arrest      VERB   Tense=Past|VerbForm=Part|Voice=Pass  0   root         _
            by          by          ADP    _                                    6   case         _
            Spain       Spain       PROPN  Number=Sing                          4   obl:agent    B-Country
            .           .           PUNCT  _                                    4   punct        _
            """);

        report.Events.Single(static e => e.Plover == PloverType.COERCE).Factuality.ShouldBe(Factuality.DidNotHappen);
    }
}
