using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;
using static Parallax.Language.Tests.Events.EventTables;

namespace Parallax.Language.Tests.Events;

/// <summary>To whom something is done that a noun tells, and who does what is said of others.</summary>
public sealed class EventUndergoneTests
{
    [Fact]
    public void Annotate_UnderInvestigation_IsDoneToTheSubject()
    {
        Event probe = Read("""
            # par
            Maro       Maro     PROPN  Number=Sing  4  nsubj     B-Person
            was        be       AUX    VerbForm=Fin 4  cop       _
            under      under    ADP    _            4  case      _
            investigation investigation NOUN Number=Sing 0 root  _
            .          .        PUNCT  _            4  punct     _
            """, out AnnotatedReport report).ShouldHaveSingleItem();

        probe.Actors.ShouldBeEmpty();
        NamesOf(report, probe.Recipients).ShouldBe(["Maro"]);
    }

    [Theory]
    [InlineData("faces", "face", Factuality.Planned)]
    [InlineData("survived", "survive", Factuality.Happened)]
    public void Annotate_ExtraditionThatIsFaced_IsToCome(string form, string lemma, Factuality factuality) => Read($"""
        # par
        Maro       Maro     PROPN  Number=Sing  2  nsubj     B-Person
        {form}     {lemma}  VERB   VerbForm=Fin 0  root      _
        extradition extradition NOUN Number=Sing 2 obj       _
        to         to       ADP    _            5  case      _
        Spain      Spain    PROPN  Number=Sing  3  nmod      B-Country
        .          .        PUNCT  _            2  punct     _
        """, out _).Single(static e => e.Trigger.Lemma == "extradition").Factuality.ShouldBe(factuality);

    [Theory]
    [InlineData("called", "call", "Vale")]
    [InlineData("asked", "ask", "Maro")]
    public void Annotate_InfinitiveAfterACall_IsDoneByTheCaller(string form, string lemma, string expected)
    {
        IReadOnlyList<Event> events = Read($"""
            # par
            Vale       Vale       PROPN  Number=Sing  2  nsubj     B-Person
            {form}     {lemma}    VERB   Tense=Past|VerbForm=Fin 0 root _
            Maro       Maro       PROPN  Number=Sing  2  obj       B-Person
            to         to         PART   _            5  mark      _
            congratulate congratulate VERB VerbForm=Inf 2 xcomp    _
            him        he         PRON   Number=Sing  5  obj       _
            .          .          PUNCT  _            2  punct     _
            """, out AnnotatedReport report);

        NamesOf(report, events.Single(static e => e.Trigger.Lemma == "congratulate").Actors).ShouldBe([expected]);
    }

    [Theory]
    [InlineData("Neither", "neither", Factuality.DidNotHappen)]
    [InlineData("Both", "both", Factuality.Happened)]
    public void Annotate_WonByNeither_DidNotHappen(string form, string lemma, Factuality factuality) => Read($"""
        # par
        {form}     {lemma}  CCONJ  _            2  cc:preconj _
        Maro       Maro     PROPN  Number=Sing  5  nsubj     B-Person
        nor        nor      CCONJ  _            4  cc        _
        Vale       Vale     PROPN  Number=Sing  2  conj      B-Person
        won        win      VERB   Tense=Past|VerbForm=Fin 0 root _
        the        the      DET    _            7  det       _
        election   election NOUN   Number=Sing  5  obj       _
        .          .        PUNCT  _            5  punct     _
        """, out _).Single(static e => e.Trigger.Lemma.StartsWith("win", StringComparison.Ordinal)).Factuality.ShouldBe(factuality);

    private static IReadOnlyList<Event> Read(string table, out AnnotatedReport report)
    {
        report = EventTables.Read(table);
        return [.. report.Events];
    }
}
