using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Two who take opposite sides of one thing.</summary>
public sealed class OppositionTests
{
    private static Conflict[] Sides(params AnnotatedReport[] reports) =>
        [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(static c => c.Kind == ConflictKind.Status)];

    // "Orsk <before> supports the planned dam near Brevik ."
    private static AnnotatedReport Plain(string name, string verb, string lemma, string beside, string thing, string outlet, string before = "still", string place = "Brevik") => Sample.Of(
        $"""
        {name}     {name}    PROPN  _            3  nsubj
        {before}   {before}  ADV    _            3  advmod
        {verb}     {lemma}   VERB   Tense=Pres|VerbForm=Fin   0  root
        the        the       DET    _            6  det
        {beside}   {beside}  ADJ    _            6  amod
        {thing}    {thing}   NOUN   _            3  obj
        near       near      ADP    _            8  case
        {place}    {place}   PROPN  _            6  nmod
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10").Entity(name, ActorKind.Person).Entity(place, ActorKind.Place).Event(verb, lemma).Build();

    [Fact]
    public void Find_OneSupportsWhatAnotherOpposes_IsAConflict()
    {
        Conflict conflict = Sides(Plain("Orsk", "supports", "support", "planned", "dam", "One"), Plain("Venn", "opposes", "oppose", "planned", "dam", "Two")).ShouldHaveSingleItem();
        conflict.Sides.Select(static s => s.Value).ShouldBe(["supports the planned dam near Brevik", "opposes the planned dam near Brevik"]);
        conflict.Explanation.Text.ShouldBe("they differ in whether to support the planned dam near Brevik: Orsk for it; Venn against it");
    }

    [Theory]
    [InlineData("Venn", "opposes", "oppose", "planned", "harbour", "still")]
    [InlineData("Venn", "opposes", "oppose", "old", "dam", "still")]
    [InlineData("Venn", "opposes", "oppose", "planned", "dam", "initially")]
    [InlineData("Venn", "supports", "support", "planned", "dam", "still")]
    [InlineData("Orsk", "opposes", "oppose", "planned", "dam", "still")]
    public void Find_AnotherThingAnotherTimeOrTheSameVoice_IsNone(string name, string verb, string lemma, string beside, string thing, string before) =>
        Sides(Plain("Orsk", "supports", "support", "planned", "dam", "One"), Plain(name, verb, lemma, beside, thing, "Two", before)).ShouldBeEmpty();

    [Fact]
    public void Find_OneThingOfTwoPlaces_IsNone() => Sides(Plain("Orsk", "supports", "support", "planned", "dam", "One"), Plain("Venn", "opposes", "oppose", "planned", "dam", "Two", place: "Lund")).ShouldBeEmpty();

    // "Venn is <against> the planned dam near Brevik ."
    private static AnnotatedReport Is(string word) => Sample.Of(
        $"""
        Venn       Venn      PROPN  _            6  nsubj
        is         be        AUX    VerbForm=Fin 6  cop
        {word}     {word}    ADP    _            6  case
        the        the       DET    _            6  det
        planned    planned   ADJ    _            6  amod
        dam        dam       NOUN   _            0  root
        near       near      ADP    _            8  case
        Brevik     Brevik    PROPN  _            6  nmod
        .          .         PUNCT  _            6  punct
        """, "Two", "2022-11-10").Entity("Venn", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event("is", "be").Build();

    [Theory]
    [InlineData("against", true)]
    [InlineData("behind", false)]
    public void Find_WhoIsAgainstIt_OpposesIt(string word, bool isConflict) => Sides(Plain("Orsk", "backs", "back", "planned", "dam", "One"), Is(word)).Length.ShouldBe(isConflict ? 1 : 0);

    // "Orsk wants to be neutral towards Norland ."
    private static AnnotatedReport Wants(string whom, string outlet) => Sample.Of(
        $"""
        Orsk       Orsk      PROPN  _            2  nsubj
        wants      want      VERB   Tense=Pres|VerbForm=Fin   0  root
        to         to        PART   _            5  mark
        be         be        AUX    VerbForm=Inf 5  cop
        neutral    neutral   ADJ    _            2  xcomp
        towards    towards   ADP    _            7  case
        {whom}     {whom}    PROPN  _            5  obl
        .          .         PUNCT  _            2  punct
        """, outlet, "2022-11-10").Entity("Orsk", ActorKind.Person).Entity(whom, ActorKind.Country).Event("wants", "want").Build();

    // "Venn said Sedonia will <never> be neutral towards Norland ."
    private static AnnotatedReport Says(string word, string outlet) => Sample.Of(
        $"""
        Venn       Venn      PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Sedonia    Sedonia   PROPN  _            7  nsubj
        will       will      AUX    _            7  aux
        {word}     {word}    ADV    _            7  advmod
        be         be        AUX    VerbForm=Inf 7  cop
        neutral    neutral   ADJ    _            2  ccomp
        towards    towards   ADP    _            9  case
        Norland    Norland   PROPN  _            7  obl
        .          .         PUNCT  _            2  punct
        """, outlet, "2022-11-11").Entity("Venn", ActorKind.Person).Entity("Sedonia", ActorKind.Country).Entity("Norland", ActorKind.Country)
        .Statement("Venn", "said", $"Sedonia will {word} be neutral towards Norland", lemma: "say").Build();

    [Theory]
    [InlineData("Norland", "never", true)]
    [InlineData("Norland", "surely", false)]
    [InlineData("Caldria", "never", false)]
    public void Find_NeutralBetweenTheSame_IsAConflictOfWhoWillAndWhoWillNot(string whom, string word, bool isConflict) =>
        Sides(Wants(whom, "One"), Says(word, "Two")).Select(static c => c.Explanation.Text).ShouldBe(isConflict ? ["they differ in whether to be neutral: Orsk for it; Venn against it"] : []);
}
