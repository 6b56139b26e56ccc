using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class ResemblingSentencesTests
{
    private static AnnotatedReport Said() => Sample.Of(
        """
        Halden     Halden    PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Quill      Quill     PROPN  _            5  nsubj
        would      would     AUX    VerbForm=Fin 5  aux
        remain     remain    VERB   VerbForm=Inf 2  ccomp
        neutral    neutral   ADJ    _            5  xcomp
        in         in        SCONJ  _            8  mark
        settling   settle    VERB   VerbForm=Ger 5  advcl
        the        the       DET    _           11  det
        herring    herring   NOUN   _           11  compound
        quarrel    quarrel   NOUN   _            8  obj
        in         in        ADP    _           13  case
        Brevik     Brevik    PROPN  _            8  obl
        .          .         PUNCT  _            2  punct
        """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization).Entity("Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place)
        .Statement("Halden", "said", "Quill would remain neutral in settling the herring quarrel in Brevik", lemma: "say").Build();

    // "Vale praised the pledge to remain neutral in the herring quarrel in Brevik": the pledge is told as a noun.
    [Theory]
    [InlineData("neutral", "quarrel", 1)]
    [InlineData("sober", "harvest", 0)]
    public void Build_ClaimOfOneReport_PointsAtTheSentenceWithItsWords(string state, string matter, int expected)
    {
        AnnotatedReport other = Sample.Of(
            $"""
            Vale       Vale      PROPN  _            2  nsubj
            praised    praise    VERB   Tense=Past|VerbForm=Fin   0  root
            a          a         DET    _            4  det
            pledge     pledge    NOUN   _            2  obj
            to         to        PART   _            6  mark
            remain     remain    VERB   VerbForm=Inf 4  acl
            {state}    {state}   ADJ    _            6  xcomp
            in         in        ADP    _           11  case
            the        the       DET    _           11  det
            herring    herring   NOUN   _           11  compound
            {matter}   {matter}  NOUN   _            6  obl
            in         in        ADP    _           13  case
            Brevik     Brevik    PROPN  _           11  nmod
            .          .         PUNCT  _            2  punct
            """, "Brevik Daily", "2022-11-10").Entity("Vale", ActorKind.Person).Entity("Brevik", ActorKind.Place).Build();
        Account account = new AccountBuilder(new AccountOptions()).Build([Said(), other]).Account;
        account.Claims.Single(static c => c.Text.Contains("remain neutral", StringComparison.Ordinal)).Near.Length.ShouldBe(expected);
    }

    // "Brevik is drained with old pumps", "Brevik is drainable with old pumps": other words for one thing, of which the claim of the one points at the clause of the other.
    [Theory]
    [InlineData("Brevik", "pumps", ".", 1)]
    [InlineData("Halden", "barrels", ".", 0)]
    [InlineData("Brevik", "pumps", "?", 0)] // who asks tells nothing
    public void Build_ClauseWhoseWordsMeanMuchTheSame_IsPointedAt(string what, string with, string mark, int expected)
    {
        AnnotatedReport own = Sample.Of(
            """
            Vale       Vale      PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Brevik     Brevik    PROPN  _            5  nsubj:pass
            is         be        AUX    VerbForm=Fin 5  aux:pass
            drained    drain     VERB   VerbForm=Part|Voice=Pass  2  ccomp
            with       with      ADP    _            8  case
            old        old       ADJ    _            8  amod
            pumps      pump      NOUN   _            5  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Vale", ActorKind.Person).Entity("Brevik", ActorKind.Place).Statement("Vale", "said", "Brevik is drained with old pumps", lemma: "say").Build();
        AnnotatedReport other = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            {what}     {what}    PROPN  _            5  nsubj
            is         be        AUX    VerbForm=Fin 5  cop
            drainable  drainable ADJ    _            2  ccomp
            with       with      ADP    _            8  case
            old        old       ADJ    _            8  amod
            {with}     {with[..^1]} NOUN _           5  obl
            {mark}     {mark}    PUNCT  _            2  punct
            """, "Brevik Daily", "2022-11-10").Entity("Quill", ActorKind.Person).Entity(what, ActorKind.Place).Statement("Quill", "said", $"{what} is drainable with old {with}", lemma: "say").Build();
        Account account = new AccountBuilder(new AccountOptions()).Build([own, other]).Account;
        account.Claims.First(static c => c.Text.Contains("drained", StringComparison.Ordinal)).Near.Length.ShouldBe(expected);
    }

    // One report: "Halden said the sale endangers Norland crews in Brevik.", "<speaker> said Quill raises the risks for Norland crews in Brevik."
    [Theory]
    [InlineData("Halden~", 1)]
    [InlineData("Vale", 0)]
    public void Build_TwoClaimsOfOneSpeakerInMuchTheSameWords_PointAtEachOther(string speaker, int expected)
    {
        string name = speaker.TrimEnd('~');
        Sample sample = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Quill      Quill     PROPN  _            4  nsubj
            endangers  endanger  VERB   VerbForm=Fin 2  ccomp
            Norland    Norland   PROPN  _            6  compound
            crews      crew      NOUN   _            4  obj
            abroad     abroad    ADV    _            4  advmod
            .          .         PUNCT  _            2  punct

            {name}     {name}    PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Quill      Quill     PROPN  _            4  nsubj
            raises     raise     VERB   VerbForm=Fin 2  ccomp
            risks      risk      NOUN   _            4  obj
            for        for       ADP    _            8  case
            Norland    Norland   PROPN  _            8  compound
            crews      crew      NOUN   _            4  obl
            abroad     abroad    ADV    _            4  advmod
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization, mentions: name == "Halden" ? ["Halden", "Halden~"] : ["Halden"]).Entity("Quill", ActorKind.Person, mentions: ["Quill", "Quill~"]).Entity("Norland", ActorKind.Country, "NL1", ["Norland", "Norland~"]);
        if (name != "Halden")
        {
            sample.Entity(name, ActorKind.Person);
        }

        sample.Statement("Halden", "said", "Quill endangers Norland crews abroad", lemma: "say").Statement(speaker, "said~", "Quill raises risks for Norland crews abroad", lemma: "say");
        Account account = new AccountBuilder(new AccountOptions()).Build([sample.Build()]).Account;
        account.Claims.Single(static c => c.Text.StartsWith("Quill endangers", StringComparison.Ordinal)).Near.Length.ShouldBe(expected);
    }
}
