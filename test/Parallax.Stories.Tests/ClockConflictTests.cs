using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Time;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>How long one thing took, and at what hour it was, in unlike sentences.</summary>
public sealed class ClockConflictTests
{
    private static AnnotatedReport Spoke(string minutes, string outlet, string whom = "interpreters", string manner = "quiet") => Sample.Of($"""
        They      they     PRON   _            2  nsubj
        spoke     speak    VERB   Tense=Past|VerbForm=Fin   0  root
        for       for      ADP    _            5  case
        {minutes} {minutes} NUM   _            5  nummod
        minutes   minute   NOUN   Number=Plur  2  obl
        with      with     ADP    _            8  case
        {manner}  {manner} ADJ    _            8  amod
        {whom}    {whom}   NOUN   Number=Plur  2  obl
        present   present  ADJ    _            8  amod
        in        in       ADP    _            11 case
        Brevik    Brevik   PROPN  _            2  obl
        .         .        PUNCT  _            2  punct
        """, outlet).Entity("Brevik", ActorKind.Place).Time($"{minutes} minutes", $"PT{minutes}M", type: TimexType.DURATION).Event("spoke", "speak").Build();

    private static AnnotatedReport Lasted(string minutes) => Sample.Of($"""
        The       the      DET    _            2  det
        talks     talk     NOUN   Number=Plur  3  nsubj
        took      take     VERB   Tense=Past|VerbForm=Fin   0  root
        {minutes} {minutes} NUM   _            5  nummod
        minutes   minute   NOUN   Number=Plur  3  obj
        in        in       ADP    _            7  case
        Brevik    Brevik   PROPN  _            3  obl
        with      with     ADP    _            10 case
        quiet     quiet    ADJ    _            10 amod
        interpreters interpreter NOUN Number=Plur 3 obl
        present   present  ADJ    _            10 amod
        .         .        PUNCT  _            3  punct
        """, "Harbour News").Entity("Brevik", ActorKind.Place).Time($"{minutes} minutes", $"PT{minutes}M", type: TimexType.DURATION).Event("took", "take").Build();

    private static string[] Times(params AnnotatedReport[] reports) =>
        [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(static c => c is { Kind: ConflictKind.Time }).Select(static c => string.Join('/', c.Sides.Select(static s => s.Value)))];

    [Fact]
    public void Find_TwoLengthsOfOneTalk_AreAConflict() => Times(Spoke("45", "One"), Lasted("38")).ShouldBe(["38 minutes/45 minutes"]);

    [Theory]
    [InlineData("38")]
    [InlineData("300")]
    public void Find_TheSameLengthOrOneOfAnotherSize_IsNone(string minutes) => Times(Spoke(minutes, "One"), Lasted("38")).ShouldBeEmpty();

    [Fact]
    public void Find_LengthsInSentencesThatShareLess_AreNone() => Times(Spoke("45", "One", "guards", "loud"), Lasted("38")).ShouldBeEmpty();

    private static AnnotatedReport SetOff(string clock, string value, string outlet, string verb = "walked", string lemma = "walk") => Sample.Of($"""
        Mourners  mourner  NOUN   Number=Plur  2  nsubj
        {verb}    {lemma}  VERB   Tense=Past|VerbForm=Fin   0  root
        from      from     ADP    _            5  case
        narrow    narrow   ADJ    _            5  amod
        chapel    chapel   NOUN   _            2  obl
        with      with     ADP    _            7  case
        candles   candle   NOUN   Number=Plur  2  obl
        and       and      CCONJ  _            9  cc
        lanterns  lantern  NOUN   Number=Plur  7  conj
        at        at       ADP    _            11 case
        {clock}   {clock}  NUM    _            2  obl
        .         .        PUNCT  _            2  punct
        """, outlet).Time(clock, value, type: TimexType.TIME).Event(verb, lemma).Build();

    [Fact]
    public void Find_TwoHoursOfOneMarch_AreAConflict() => Times(SetOff("8pm", "2031-05-02T20:00", "One"), SetOff("8.30pm", "2031-05-02T20:30", "Two", "left", "leave")).ShouldContain("8pm/8.30pm");

    [Theory]
    [InlineData("8.10pm", "2031-05-02T20:10")]
    [InlineData("9pm", "2031-05-02T21:00")]
    public void Find_HoursNextToEachOtherOrOfTwoZones_AreNone(string clock, string value) => Times(SetOff("8pm", "2031-05-02T20:00", "One"), SetOff(clock, value, "Two", "left", "leave")).ShouldNotContain($"8pm/{clock}");
}
