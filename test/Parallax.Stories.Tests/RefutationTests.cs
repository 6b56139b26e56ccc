using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Who says that what another tells is not so, in other words than "denied".</summary>
public sealed class RefutationTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    private static IEnumerable<(PositionKind Kind, bool IsOwn)> Positions(Account account) => account.Claims.Where(static c => c.Text.Contains("boats", StringComparison.Ordinal) && !c.Text.StartsWith("there", StringComparison.OrdinalIgnoreCase)).ShouldHaveSingleItem().Positions.Select(static p => (p.Kind, p.Statement is null));

    private static Sample Claimed(string adjective, string noun = "claim", string start = "Halden", string outlet = "The Norland Post") => Sample.Of(
        $"""
        {start}    {start}   PROPN  _            2  nsubj
        repeated   repeat    VERB   Tense=Past|VerbForm=Fin   0  root
        a          a         DET    _            5  det
        {adjective} {adjective} ADJ _            5  amod
        {noun}     {noun}    NOUN   _            2  obj
        that       that      SCONJ  _            8  mark
        Norland    Norland   PROPN  _            8  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   5  acl
        boats      boat      NOUN   _            8  obj
        to         to        ADP    _            11 case
        Sedonia    Sedonia   PROPN  _            8  obl
        .          .         PUNCT  _            2  punct
        """, outlet, "2022-11-10").Entity(start, ActorKind.Organization).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Event("sold", "sell");

    [Theory]
    [InlineData("false", "claim", true)]
    [InlineData("debunked", "theory", true)]
    [InlineData("common", "myth", true)]
    [InlineData("bold", "claim", false)]
    public void Build_WhatTheReportCallsFalse_IsDeniedByIt(string adjective, string noun, bool isDenied)
    {
        AnnotatedReport told = Claimed(adjective, noun).Statement("Halden", "repeated", $"a {adjective} {noun} that Norland sold boats to Sedonia", lemma: "repeat").Build();
        Positions(Build(told, Plain("said"))).ShouldBe(isDenied ? [(PositionKind.Affirms, false), (PositionKind.Denies, true), (PositionKind.Affirms, false)] : [(PositionKind.Affirms, false), (PositionKind.Affirms, false)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("bold", false)]
    public void Build_AFalseClaimBetweenTheWordOfSayingAndWhatIsSaid_IsDeniedByTheReport(string adjective, bool isDenied)
    {
        AnnotatedReport told = Claimed(adjective).Statement("Halden", "repeated", "that Norland sold boats to Sedonia", lemma: "repeat").Build();
        Positions(Build(told, Plain("said"))).ShouldBe(isDenied ? [(PositionKind.Affirms, false), (PositionKind.Denies, true), (PositionKind.Affirms, false)] : [(PositionKind.Affirms, false), (PositionKind.Affirms, false)], ignoreOrder: true);
    }

    // "Ada Quill <verb> that Norland sold boats to Sedonia ."
    private static AnnotatedReport Plain(string verb) => Sample.Of(
        $"""
        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        {verb}     say       VERB   Tense=Past|VerbForm=Fin   0  root
        that       that      SCONJ  _            6  mark
        Norland    Norland   PROPN  _            6  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   3  ccomp
        boats      boat      NOUN   _            6  obj
        to         to        ADP    _            9  case
        Sedonia    Sedonia   PROPN  _            6  obl
        .          .         PUNCT  _            3  punct
        """, "Harbour News", "2022-11-11")
        .Entity("Ada Quill", ActorKind.Person).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
        .Statement("Ada Quill", verb, "that Norland sold boats to Sedonia", lemma: "say").Event("sold", "sell").Build();

    [Theory]
    [InlineData("no", "Fin", PositionKind.Denies)]
    [InlineData("good", "Fin", PositionKind.Affirms)]
    public void Build_WhatThereIsNoEvidenceOf_IsDenied(string word, string form, PositionKind expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            There      there     PRON   _            2  expl
            is         be        VERB   VerbForm={form}   0  root
            {word}     {word}    DET    _            4  det
            evidence   evidence  NOUN   _            2  nsubj
            that       that      SCONJ  _            7  mark
            Norland    Norland   PROPN  _            7  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   4  acl
            boats      boat      NOUN   _            7  obj
            to         to        ADP    _            10 case
            Sedonia    Sedonia   PROPN  _            7  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-12").Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Event("sold", "sell").Build();
        Positions(Build(report, Plain("said"))).ShouldBe([(PositionKind.Affirms, false), (expected, true)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("no", PositionKind.Denies)]
    [InlineData("good", PositionKind.Affirms)]
    public void Build_WhatThereIsNoEvidenceToSuggest_IsDenied(string word, PositionKind expected)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            There      there     PRON   _            2  expl
            is         be        VERB   VerbForm=Fin   0  root
            {word}     {word}    DET    _            4  det
            evidence   evidence  NOUN   _            2  nsubj
            to         to        PART   _            6  mark
            suggest    suggest   VERB   VerbForm=Inf   4  acl
            that       that      SCONJ  _            9  mark
            Norland    Norland   PROPN  _            9  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   6  ccomp
            boats      boat      NOUN   _            9  obj
            to         to        ADP    _            12 case
            Sedonia    Sedonia   PROPN  _            9  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-12").Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Event("sold", "sell").Build();
        Positions(Build(report, Plain("said"))).ShouldContain((expected, true));
    }

    private static Sample Founder(string predicate, string outlet, string verb, string lemma, string features) => Sample.Of(
        predicate.Length > 0
        ? $"""
        Pavel      Pavel     PROPN  _            5  nsubj
        Orsk       Orsk      PROPN  _            1  flat
        is         be        AUX    VerbForm=Fin 5  cop
        the        the       DET    _            5  det
        {predicate} {predicate} NOUN _           0  root
        of         of        ADP    _            9  case
        the        the       DET    _            9  det
        Brevik     Brevik    PROPN  _            9  compound
        Guild      Guild     PROPN  _            5  nmod
        .          .         PUNCT  _            5  punct
        """
        : $"""
        Pavel      Pavel     PROPN  _            6  nsubj
        Orsk       Orsk      PROPN  _            1  flat
        did        do        AUX    VerbForm=Fin 6  aux
        not        not       PART   _            6  advmod
        personally personally ADV   _            6  advmod
        {verb}     {lemma}   VERB   {features}   0  root
        the        the       DET    _            9  det
        Brevik     Brevik    PROPN  _            9  compound
        Guild      Guild     PROPN  _            6  obj
        .          .         PUNCT  _            6  punct
        """, outlet, "2022-11-10").Entity("Pavel Orsk", ActorKind.Person).Entity("Brevik Guild", ActorKind.Organization);

    [Theory]
    [InlineData("founder", true)]
    [InlineData("leader", false)]
    public void Build_FounderAndWhoDidNotFound_AreOneClaim(string predicate, bool isOne) =>
        Build(Founder(predicate, "The Norland Post", "", "", "").Build(), Founder("", "Harbour News", "found", "find", "VerbForm=Inf").Build())
            .Claims.Any(static c => c.Positions.Any(static p => p.Kind == PositionKind.Denies) && c.Positions.Any(static p => p.Kind == PositionKind.Affirms)).ShouldBe(isOne);

    [Theory]
    [InlineData("its", false)]
    [InlineData("Norland", true)]
    public void Build_DenialOfAStoryAboutOnesOwnClaim_DeniesItNot(string owner, bool isDenied)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            2  nsubj
            denied     deny      VERB   Tense=Past|VerbForm=Fin   0  root
            {owner}    {owner}   PRON   _            4  nmod:poss
            claim      claim     NOUN   _            2  obj
            that       that      SCONJ  _            7  mark
            Brand      Brand     PROPN  _            7  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   4  acl
            boats      boat      NOUN   _            7  obj
            to         to        ADP    _            10 case
            Sedonia    Sedonia   PROPN  _            7  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization, mentions: owner == "its" ? ["Halden", "its"] : ["Halden"]).Entity("Brand", ActorKind.Organization).Entity("Sedonia", ActorKind.Country, "SE1")
            .Statement("Halden", "denied", "that Brand sold boats to Sedonia", Stance.Denies, lemma: "deny").Event("sold", "sell").Build();
        AnnotatedReport telling = Sample.Of(
            """
            Brand      Brand     PROPN  _            2  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   0  root
            boats      boat      NOUN   _            2  obj
            to         to        ADP    _            5  case
            Sedonia    Sedonia   PROPN  _            2  obl
            .          .         PUNCT  _            2  punct
            """, "Sedonia Daily", "2022-11-10").Entity("Brand", ActorKind.Organization).Entity("Sedonia", ActorKind.Country, "SE1").Event("sold", "sell").Build();
        Build(report, telling).Claims.Any(static c => c.Positions.Any(static p => p.Kind == PositionKind.Denies)).ShouldBe(isDenied);
    }

    [Theory]
    [InlineData("37 percent of residents", "22 percent", false)]
    [InlineData("the residents", "the guild", true)]
    public void Build_SharesOfThoseWhoWereAsked_DenyNothing(string one, string other, bool isDisputed)
    {
        string[] ours = one.Split(' '), theirs = other.Split(' ');
        int verb = ours.Length + 1, second = verb + 4;
        string table = string.Join('\n', ours.Select((w, i) => $"{w} {w} NOUN _ {(i == ours.Length - 1 ? verb : ours.Length)} {(i == ours.Length - 1 ? "nsubj" : "compound")}"))
            + $"\nsay say VERB VerbForm=Fin 0 root\nQuill Quill PROPN _ {verb + 3} nsubj\nbuilt build VERB Tense=Past|VerbForm=Fin {verb} ccomp\n".Replace($"{verb + 3} nsubj", $"{verb + 2} nsubj", StringComparison.Ordinal)
            + $"boats boat NOUN _ {verb + 2} obj\n" + string.Join('\n', theirs.Select((w, i) => $"{w} {w} NOUN _ {(i == theirs.Length - 1 ? second + theirs.Length : second + theirs.Length - 1)} {(i == theirs.Length - 1 ? "nsubj" : "compound")}"))
            + $"\nreply reply VERB VerbForm=Fin {verb} conj\nQuill Quill PROPN _ {second + theirs.Length + 3} nsubj\nnever never ADV _ {second + theirs.Length + 3} advmod\nbuilt build VERB Tense=Past|VerbForm=Fin {second + theirs.Length} ccomp\nboats boat NOUN _ {second + theirs.Length + 3} obj\n. . PUNCT _ {verb} punct";
        AnnotatedReport report = Sample.Of(table, "The Norland Post", "2022-11-10").Entity("Quill", ActorKind.Person, mentions: ["Quill", "Quill~"])
            .Statement(one, "say", "Quill built boats").Statement(other, "reply", "Quill never built boats").Event("built", "build").Event("built~", "build", factuality: Factuality.DidNotHappen).Build();
        Build(report).Claims.Any(static c => c.Status == ClaimStatus.Disputed).ShouldBe(isDisputed);
    }
}
