using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>When and where a meeting was that is told without day or place.</summary>
public sealed class EventStayTests
{
    private const string Visit = """
        # par
        Maro       Maro     PROPN  Number=Sing  2  nsubj     B-Person
        visited    visit    VERB   Tense=Past|VerbForm=Fin  0  root  _
        Lanor      Lanor    PROPN  Number=Sing  2  obj       B-Place
        .          .        PUNCT  _            2  punct     _


        """;

    [Fact]
    public void Annotate_MeetingOfTheGuest_IsWhereTheVisitLed()
    {
        AnnotatedReport report = Read(Visit + """
            Maro       Maro     PROPN  Number=Sing  2  nsubj     B-Person
            met        meet     VERB   Tense=Past|VerbForm=Fin  0  root  _
            Lund       Lund     PROPN  Number=Sing  2  obj       B-Person
            .          .        PUNCT  _            2  punct     _
            """);

        Event meeting = report.Events.Single(static e => e.Trigger.Lemma.StartsWith("meet", StringComparison.Ordinal));
        NamesOf(report, [meeting.Place!]).ShouldBe(["Lanor"]);
        NamesOf(report, meeting.Actors).ShouldBe(["Maro", "Lund"]);
        meeting.Object.ShouldBeNull();
    }

    [Fact]
    public void Annotate_MeetingOfOthersOrEarlier_IsNotThere()
    {
        AnnotatedReport report = Read(Visit + """
            Berg       Berg     PROPN  Number=Sing  2  nsubj     B-Person
            met        meet     VERB   Tense=Past|VerbForm=Fin  0  root  _
            Lund       Lund     PROPN  Number=Sing  2  obj       B-Person
            .          .        PUNCT  _            2  punct     _

            Maro       Maro     PROPN  Number=Sing  3  nsubj     B-Person
            had        have     AUX    Tense=Past|VerbForm=Fin  3  aux  _
            met        meet     VERB   Tense=Past|VerbForm=Part  0  root  _
            Lund       Lund     PROPN  Number=Sing  3  obj       B-Person
            .          .        PUNCT  _            3  punct     _
            """);

        report.Events.Where(static e => e.Trigger.Lemma.StartsWith("meet", StringComparison.Ordinal)).ShouldAllBe(static e => e.Place == null);
    }

    [Fact]
    public void Annotate_ThingsJoined_AreOneObject()
    {
        AnnotatedReport report = Read("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            offered    offer    VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain      Spain    PROPN  Number=Sing  2  iobj      B-Country
            carts      cart     NOUN   Number=Plur  2  obj       _
            and        and      CCONJ  _            6  cc        _
            ploughs    plough   NOUN   Number=Plur  4  conj      _
            .          .        PUNCT  _            2  punct     _
            """);

        report.Events.Single(static e => e.Trigger.Lemma.StartsWith("offer", StringComparison.Ordinal)).Object!.Text.ShouldBe("carts and ploughs");
    }

    [Fact]
    public void Annotate_WhatIsDoneAtARequest_WasAskedOfWhoeverDoesIt()
    {
        AnnotatedReport report = Read("""
            # par
            Spain      Spain    PROPN  Number=Sing  2  nsubj     B-Country
            withdrew   withdraw VERB   Tense=Past|VerbForm=Fin  0  root  _
            at         at       ADP    _            6  case      _
            France     France   PROPN  Number=Sing  6  nmod:poss B-Country
            ’s         's       PART   _            4  case      _
            request    request  NOUN   Number=Sing  2  obl       _
            .          .        PUNCT  _            2  punct     _
            """);

        Event request = report.Events.Single(static e => e.Plover == PloverType.REQUEST);
        NamesOf(report, request.Actors).ShouldBe(["France"]);
        NamesOf(report, request.Recipients).ShouldBe(["Spain"]);
    }

    [Theory]
    [InlineData("2021", "In", "in", "2021")]
    [InlineData("2021", "After", "after", null)]
    public void Annotate_TimeAtTheHeadOfASentence_IsOfItsVerbs(string year, string form, string preposition, string? expected)
    {
        AnnotatedReport report = ReadWithTimes($"""
            # par
            {form}     {preposition} ADP _         2  case      _
            {year}     {year}   NUM    _            4  obl       _
            France     France   PROPN  Number=Sing  4  nsubj     B-Country
            grew       grow     VERB   Tense=Past|VerbForm=Fin  0  root  _
            and        and      CCONJ  _            6  cc        _
            attacked   attack   VERB   Tense=Past|VerbForm=Fin  4  conj  _
            Spain      Spain    PROPN  Number=Sing  6  obj       B-Country
            .          .        PUNCT  _            4  punct     _
            """);

        report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Time.ShouldBe(expected);
    }

    [Fact]
    public void Annotate_PartnersOfTwoCountries_AreThoseCountries()
    {
        AnnotatedReport report = Read("""
            # par
            Italy      Italy    PROPN  Number=Sing  2  nsubj     B-Country
            met        meet     VERB   Tense=Past|VerbForm=Fin  0  root  _
            with       with     ADP    _            8  case      _
            its        its      PRON   Poss=Yes     8  nmod:poss _
            French     French   ADJ    _            8  amod      _
            and        and      CCONJ  _            7  cc        _
            Spanish    Spanish  ADJ    _            5  conj      _
            partners   partner  NOUN   Number=Plur  2  obl       _
            in         in       ADP    _            10 case      _
            France     France   PROPN  Number=Sing  2  obl       B-Country
            and        and      CCONJ  _            12 cc        _
            Spain      Spain    PROPN  Number=Sing  10 conj      B-Country
            .          .        PUNCT  _            2  punct     _
            """);

        NamesOf(report, report.Events[0].Actors).Order(StringComparer.Ordinal).ShouldBe(["France", "Italy", "Spain"]);
    }

    [Theory]
    [InlineData("before", "before the storm")]
    [InlineData("in", null)]
    public void Annotate_WhatItWasBefore_StandsInItsWords(string preposition, string? expected)
    {
        AnnotatedReport report = ReadWithTimes($"""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            attacked   attack   VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain      Spain    PROPN  Number=Sing  2  obj       B-Country
            {preposition} {preposition} ADP _       6  case      _
            the        the      DET    _            6  det       _
            storm      storm    NOUN   Number=Sing  2  obl       _
            .          .        PUNCT  _            2  punct     _
            """);

        Event told = report.Events.Single(static e => e.Plover == PloverType.ASSAULT);
        (told.Bound?.Text).ShouldBe(expected);
        (told.Bound is null).ShouldBe(expected is null);
    }

    [Fact]
    public void Annotate_ThisHappenedBefore_BoundsWhatWasToldJustBefore()
    {
        AnnotatedReport report = ReadWithTimes("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            attacked   attack   VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain      Spain    PROPN  Number=Sing  2  obj       B-Country
            but        but      CCONJ  _            6  cc        _
            this       this     PRON   _            6  nsubj     _
            happened   happen   VERB   Tense=Past|VerbForm=Fin  2  conj  _
            before     before   ADP    _            9  case      _
            the        the      DET    _            9  det       _
            storm      storm    NOUN   Number=Sing  6  obl       _
            .          .        PUNCT  _            2  punct     _
            """);

        report.Events.Single(static e => e.Plover == PloverType.ASSAULT).Bound!.Text.ShouldBe("before the storm");
    }
}
