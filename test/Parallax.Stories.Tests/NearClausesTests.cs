using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Clauses that may tell a claim and are not sure enough to be counted with it.</summary>
public sealed class NearClausesTests
{
    // "Ada Quill was taken to the clinic in Brevik."
    private static AnnotatedReport Taken(string outlet, string verb, string lemma, string place, string negation = "") => Sample.Of(
        $"""
        Ada        Ada       PROPN  _            4  nsubj:pass
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    VerbForm=Fin 4  aux:pass
        {verb}     {lemma}   VERB   Tense=Past|VerbForm=Part   0  root
        {negation}to         to        ADP    _            {(negation.Length == 0 ? 7 : 8)}  case
        the        the       DET    _            {(negation.Length == 0 ? 7 : 8)}  det
        {place}    {place}   NOUN   _            4  obl
        in         in        ADP    _            {(negation.Length == 0 ? 9 : 10)}  case
        Brevik     Brevik    PROPN  _            {(negation.Length == 0 ? 7 : 8)}  nmod
        .          .         PUNCT  _            4  punct
        """, outlet, "2022-11-10").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event(verb, lemma, recipients: ["Ada Quill"]).Build();

    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    [Fact]
    public void Build_OneActInOtherWords_PointsFromEachClaimToTheOther()
    {
        Claim[] claims = [.. Build(Taken("The Norland Post", "taken", "take", "clinic"), Taken("Sedonia Daily", "transported", "transport", "clinic")).Claims];

        claims.Length.ShouldBe(2);
        claims[0].Near.ShouldHaveSingleItem().Claim.ShouldBe(claims[1].Id);
        claims[1].Near.ShouldHaveSingleItem().Claim.ShouldBe(claims[0].Id);
        claims.ShouldAllBe(static c => c.Positions.Length == 1 && c.Near[0].Sure >= 0.4 && c.Near[0].Evidence.Report != c.Positions[0].Report);
    }

    [Fact]
    public void Build_ActJoined_PointsNowhere() =>
        Build(Taken("The Norland Post", "taken", "take", "clinic"), Taken("Sedonia Daily", "taken", "take", "clinic")).Claims.ShouldHaveSingleItem().Near.ShouldBeEmpty();

    // "[Vale said] two crews [tried to] flee the yard in Brevik."
    private static AnnotatedReport Fled(string outlet, string verb, string lemma, bool tried) => Sample.Of(
        $"""
        Vale       Vale      PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Ada        Ada       PROPN  _            5  nsubj
        Quill      Quill     PROPN  _            3  flat
        {(tried ? "tried try" : "managed manage")} VERB Tense=Past|VerbForm=Fin 2 ccomp
        to         to        PART   _            7  mark
        {verb}     {lemma}   VERB   VerbForm=Inf 5  xcomp
        from       from      ADP    _            9  case
        Brevik     Brevik    PROPN  _            7  obl
        .          .         PUNCT  _            2  punct
        """, outlet, "2022-11-10").Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Entity("Vale", ActorKind.Person).Statement("Vale", "said", $"Ada Quill {(tried ? "tried" : "managed")} to {verb} from Brevik", lemma: "say").Build();

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Build_FleeingAndEscaping_AreOneClaimUnlessOneOnlyTried(bool tried, int claims) =>
        Build(Fled("The Norland Post", "flee", "flee", tried: false), Fled("Sedonia Daily", "escape", "escape", tried)).Claims.Length.ShouldBe(claims);

    // "Norland denied that there were any losses. Ada Quill lost heavy boats near Brevik on Monday."
    private static AnnotatedReport Denied(string verb, string lemma, string thing) => Sample.Of(
        $"""
        Norland    Norland   PROPN  _            2  nsubj
        denied     deny      VERB   Tense=Past|VerbForm=Fin   0  root
        that       that      SCONJ  _            5  mark
        there      there     PRON   _            5  expl
        were       be        VERB   Tense=Past|VerbForm=Fin   2  ccomp
        any        any       DET    _            7  det
        losses     loss      NOUN   _            5  nsubj
        .          .         PUNCT  _            2  punct

        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        {verb}     {lemma}   VERB   Tense=Past|VerbForm=Fin   0  root
        heavy      heavy     ADJ    _            5  amod
        {thing}    {thing}   NOUN   _            3  obj
        near       near      ADP    _            7  case
        Brevik     Brevik    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, "The Norland Post", "2022-11-10").Entity("Norland", ActorKind.Country).Entity("Ada Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event(verb, lemma, actors: ["Ada Quill"])
        .Statement("Norland", "denied", "there were any losses", Stance.Denies, lemma: "deny").Build();

    [Fact]
    public void Build_DeniedInAClause_IsTheClaimAndPointsAtWhoTellsIt()
    {
        Claim denied = Build(Denied("suffered", "suffer", "losses")).Claims.Single(static c => c.Status == ClaimStatus.Denied);
        denied.Text.ShouldBe("there were any losses");
        denied.Positions.ShouldHaveSingleItem().Kind.ShouldBe(PositionKind.Denies);
        denied.Near.ShouldHaveSingleItem();
    }

    // That nobody says so would be the page's word, and is rarely true.
    [Fact]
    public void Build_OnlyDeniedAndNothingNear_IsNoClaim() => Build(Denied("mended", "mend", "nets")).Claims.ShouldAllBe(static c => c.Status != ClaimStatus.Denied);

    [Fact]
    public void Build_OriginOfWhatMayBeToldElsewhere_TakesNothingWithIt() =>
        Build(Taken("The Norland Post", "taken", "take", "clinic"), Taken("Sedonia Daily", "transported", "transport", "clinic")).Origins.ShouldAllBe(static o => o.Falls.IsEmpty);

    // "Norland said that it will expel Ostran envoys."
    private static AnnotatedReport WillExpel() => Sample.Of(
        """
        Norland    Norland   PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        that       that      SCONJ  _            6  mark
        Norland    Norland   PROPN  _            6  nsubj
        will       will      AUX    VerbForm=Fin 6  aux
        expel      expel     VERB   VerbForm=Inf 2  ccomp
        Ostran     Ostran    ADJ    _            8  amod
        envoys     envoy     NOUN   Number=Plur  6  obj
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity("Norland", ActorKind.Country, mentions: ["Norland", "Norland~"]).Entity("Ostran envoys", ActorKind.Group, "Ostra").Statement("Norland", "said", "that Norland will expel Ostran envoys").Event("expel", "expel", factuality: Factuality.Planned, actors: ["Norland"]).Build();

    // "Ostra said that envoys will be expelled."
    private static AnnotatedReport WillBeExpelled(string speaker) => Sample.Of(
        $"""
        {speaker}  {speaker} PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        that       that      SCONJ  _            7  mark
        envoys     envoy     NOUN   Number=Plur  7  nsubj:pass
        will       will      AUX    VerbForm=Fin 7  aux
        be         be        AUX    VerbForm=Inf 7  aux:pass
        expelled   expel     VERB   VerbForm=Part 2  ccomp
        .          .         PUNCT  _            2  punct
        """, "Sedonia Daily", "2022-11-10").Entity(speaker, ActorKind.Country).Statement(speaker, "said", "that envoys will be expelled").Event("expelled", "expel", factuality: Factuality.Planned).Build();

    [Theory]
    [InlineData("Ostra", false)]
    [InlineData("Norland", true)]
    public void Build_ActOnTheLandOfWhoAnnouncesOne_PointsNowhere(string speaker, bool isOne)
    {
        Claim[] claims = [.. Build(WillExpel(), WillBeExpelled(speaker)).Claims];
        claims.Any(static c => c.Near.Length > 0 || c.Positions.Select(static p => p.Report).Distinct().Count() > 1).ShouldBe(isOne);
    }
}
