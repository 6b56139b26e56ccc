using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events;
using Parallax.Testing;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>What events take from one another.</summary>
public sealed class EventNeighbourTests
{
    [Fact]
    public void Annotate_RejectedClaim_IsRejectedAgainstWhoeverMadeIt()
    {
        AnnotatedReport report = Read("""
            # par
            France     France   PROPN  Number=Sing  2  nsubj     B-Country
            accused    accuse   VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain      Spain    PROPN  Number=Sing  2  obj       B-Country
            .          .        PUNCT  _            2  punct     _

            Spain      Spain    PROPN  Number=Sing  2  nsubj     B-Country
            dismissed  dismiss  VERB   Tense=Past|VerbForm=Fin  0  root  _
            these      this     DET    _            4  det       _
            claims     claim    NOUN   Number=Plur  2  obj       _
            .          .        PUNCT  _            2  punct     _
            """);

        Event rejection = report.Events.Single(static e => e.Plover == PloverType.REJECT);
        NamesOf(report, rejection.Actors).ShouldBe(["Spain"]);
        NamesOf(report, rejection.Recipients).ShouldBe(["France"]);
    }

    [Fact]
    public void Annotate_VisitNamedAgain_LeadsWhereItLed()
    {
        AnnotatedReport report = Read("""
            # par
            Maro       Maro     PROPN  Number=Sing  2  nsubj     B-Person
            visited    visit    VERB   Tense=Past|VerbForm=Fin  0  root  _
            Spain      Spain    PROPN  Number=Sing  2  obj       B-Country
            .          .        PUNCT  _            2  punct     _

            Maro       Maro     PROPN  Number=Sing  3  nmod:poss B-Person
            ’s         's       PART   _            1  case      _
            visit      visit    NOUN   Number=Sing  4  nsubj     _
            ended      end      VERB   Tense=Past|VerbForm=Fin  0  root  _
            .          .        PUNCT  _            4  punct     _
            """);

        report.Events.Where(static e => e.Mode == "visit").ShouldAllBe(e => NamesOf(report, e.Recipients).SequenceEqual(new[] { "Spain" }));
        report.Events.Count(static e => e.Mode == "visit").ShouldBe(2);
    }

    [Fact]
    public void Annotate_SecondParticipleOfAPassive_IsDoneToTheSubjectByTheSameAgent()
    {
        AnnotatedReport report = Read("""
            # par
            Maro       Maro     PROPN  Number=Sing  3  nsubj:pass B-Person
            was        be       AUX    _            3  aux:pass  _
            shot       shoot    VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
            and        and      CCONJ  _            5  cc        _
            killed     kill     VERB   Tense=Past|VerbForm=Part|Voice=Pass  3  conj  _
            by         by       ADP    _            7  case      _
            Lund       Lund     PROPN  Number=Sing  5  obl:agent B-Person
            .          .        PUNCT  _            3  punct     _
            """);

        report.Events.Count.ShouldBe(2);
        report.Events.ShouldAllBe(e => NamesOf(report, e.Actors).SequenceEqual(new[] { "Lund" }) && NamesOf(report, e.Recipients).SequenceEqual(new[] { "Maro" }));
    }

    [Theory]
    [InlineData("quake", "quake", PloverType.NONE)]
    [InlineData("raid", "raid", PloverType.ASSAULT)]
    public void Annotate_KilledByNobodyNamed_IsByWhatWasToldBefore(string form, string lemma, PloverType expected)
    {
        AnnotatedReport report = Read($"""
            # par
            The        the      DET    _            2  det       _
            {form}     {lemma}  NOUN   Number=Sing  3  nsubj     _
            came       come     VERB   Tense=Past|VerbForm=Fin  0  root  _
            .          .        PUNCT  _            3  punct     _

            Ten        ten      NUM    _            2  nummod    _
            people     people   NOUN   Number=Plur  4  nsubj:pass _
            were       be       AUX    _            4  aux:pass  _
            killed     kill     VERB   Tense=Past|VerbForm=Part|Voice=Pass  0  root  _
            .          .        PUNCT  _            4  punct     _
            """);

        report.Events.Single(static e => e.Trigger.Lemma == "kill").Plover.ShouldBe(expected);
    }

    [Fact]
    public void Annotate_ThreatOnCondition_IsAgainstWhoeverIsToFulfilIt()
    {
        AnnotatedReport report = Read("""
            # par
            We         we       PRON   Number=Plur|Person=1  3  nsubj  _
            would      would    AUX    _            3  aux       _
            ban        ban      VERB   VerbForm=Inf 0  root      _
            trade      trade    NOUN   Number=Sing  3  obj       _
            if         if       SCONJ  _            8  mark      _
            Spain      Spain    PROPN  Number=Sing  8  nsubj     B-Country
            not        not      PART   _            8  advmod    _
            paid       pay      VERB   Tense=Past|VerbForm=Fin  3  advcl  _
            .          .        PUNCT  _            3  punct     _
            """);

        Event threat = report.Events.Single(static e => e.Plover == PloverType.THREATEN);
        NamesOf(report, threat.Recipients).ShouldBe(["Spain"]);
    }
}
