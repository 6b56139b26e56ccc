using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Who denies what he is accused of without saying it again, and who calls wrong what somebody was said to have told.</summary>
public sealed class ChargeDenialsTests
{
    private static Conflict[] Denials(params AnnotatedReport[] reports) => [.. new AccountBuilder(new AccountOptions()).Build(reports).Account.Conflicts.Where(static c => c.Kind == ConflictKind.Denial)];

    // "Orsk accused Venn of theft in Brevik . <Denier> denied <the allegations> ."
    private static AnnotatedReport Accused(string denier, string det = "the", string noun = "allegations", string relation = "obl") => Sample.Of(
        $"""
        Orsk         Orsk        PROPN  _            2  nsubj
        accused      accuse      VERB   Tense=Past|VerbForm=Fin   0  root
        Venn         Venn        PROPN  _            2  obj
        of           of          ADP    _            5  case
        theft        theft       NOUN   _            2  {relation}
        in           in          ADP    _            7  case
        Brevik       Brevik      PROPN  _            5  nmod
        .            .           PUNCT  _            2  punct

        {denier}     {denier}    PROPN  _            2  nsubj
        denied       deny        VERB   Tense=Past|VerbForm=Fin   0  root
        {det}        {det}       DET    _            4  det
        {noun}       {noun}      NOUN   _            2  obj
        .            .           PUNCT  _            2  punct
        """, "Harbour News").Entity("Orsk", ActorKind.Person, mentions: denier == "Orsk" ? ["Orsk", "Orsk~"] : ["Orsk"]).Entity("Venn", ActorKind.Person, mentions: denier == "Venn" ? ["Venn", "Venn~"] : ["Venn"])
            .Statement("Orsk", "accused", "Venn of theft in Brevik", Stance.Accuses, lemma: "accuse").Statement($"{denier}~", "denied", $"{det} {noun}", Stance.Denies, lemma: "deny").Build();

    [Theory]
    [InlineData("the", "allegations", "obl")]
    [InlineData("the", "allegations", "advcl")]
    [InlineData("any", "wrongdoing", "obl")]
    public void Apply_WhoIsAccusedDenies_IsADenialOfTheAccusation(string det, string noun, string relation)
    {
        Account account = new AccountBuilder(new AccountOptions()).Build([Accused("Venn", det, noun, relation)]).Account;
        Conflict conflict = account.Conflicts.ShouldHaveSingleItem();
        conflict.Explanation.Text.ShouldBe("Orsk says so; Venn denies it");
        Claim claim = account.Claims.Single(c => c.Id == conflict.Claim);
        (claim.Text, claim.Status).ShouldBe(("Orsk accused Venn of theft in Brevik", ClaimStatus.Disputed));
        claim.Positions.Select(static p => (p.Kind, p.Voice)).ShouldBe([(PositionKind.Affirms, "Orsk"), (PositionKind.Denies, "Venn")]);
    }

    [Theory]
    [InlineData("Orsk", "the", "allegations")]
    [InlineData("Lund", "the", "allegations")]
    [InlineData("Venn", "the", "request")]
    public void Apply_WhoAccusesAnotherOrSomethingElse_IsNone(string denier, string det, string noun) => Denials(Accused(denier, det, noun)).ShouldBeEmpty();

    // "Venn denied the <what> ."
    private static AnnotatedReport Elsewhere(string what, string tag) => Sample.Of(
        $"""
        Venn         Venn        PROPN  _            2  nsubj
        denied       deny        VERB   Tense=Past|VerbForm=Fin   0  root
        {what}       {what}      {tag}  _            2  obj
        .            .           PUNCT  _            2  punct
        """, "The Brevik Mail").Entity("Venn", ActorKind.Person).Statement("Venn", "denied", what, Stance.Denies, lemma: "deny").Build();

    [Theory]
    [InlineData("allegations", "NOUN", 1)]
    [InlineData("it", "PRON", 0)]
    public void Apply_ADenialInAnotherReport_NamesWhatItDenies(string what, string tag, int expected) => Denials(Accused("Lund"), Elsewhere(what, tag)).Length.ShouldBe(expected);

    // "The Post reported that Brevik lost ten boats . Venn said the <Post> <report> is <misleading> ."
    private static AnnotatedReport Reported(string owner = "Post", string noun = "report", string word = "misleading") => Sample.Of(
        $"""
        The          the         DET    _            2  det
        Post         Post        PROPN  _            3  nsubj
        reported     report      VERB   Tense=Past|VerbForm=Fin   0  root
        that         that        SCONJ  _            6  mark
        Brevik       Brevik      PROPN  _            6  nsubj
        lost         lose        VERB   Tense=Past|VerbForm=Fin   3  ccomp
        ten          ten         NUM    _            8  nummod
        boats        boat        NOUN   _            6  obj
        .            .           PUNCT  _            3  punct

        Venn         Venn        PROPN  _            2  nsubj
        said         say         VERB   Tense=Past|VerbForm=Fin   0  root
        the          the         DET    _            5  det
        {owner}      {owner}     PROPN  _            5  compound
        {noun}       {noun}      NOUN   _            7  nsubj
        is           be          AUX    VerbForm=Fin 7  cop
        {word}       {word}      ADJ    _            2  ccomp
        .            .           PUNCT  _            2  punct
        """, "Harbour News").Entity("Post", ActorKind.Outlet, mentions: owner == "Post" ? ["Post", "Post~"] : ["Post"]).Entity("Venn", ActorKind.Person)
            .Statement("Post", "reported", "that Brevik lost ten boats", lemma: "report").Statement("Venn", "said", $"the {owner} {noun} is {word}").Build();

    [Fact]
    public void Apply_AReportThatIsCalledWrong_IsADenialOfWhatItTold() => Denials(Reported()).ShouldHaveSingleItem().Explanation.Text.ShouldBe("Post says so; Venn denies it");

    [Theory]
    [InlineData("Mail", "report", "misleading")]
    [InlineData("Post", "office", "misleading")]
    [InlineData("Post", "report", "long")]
    public void Apply_AnotherReportOrAnotherWord_IsNone(string owner, string noun, string word) => Denials(Reported(owner, noun, word)).ShouldBeEmpty();

    // "Venn disputes <owner> <noun> ."
    private static AnnotatedReport Disputed(string owner, string noun) => Sample.Of(
        $"""
        The          the         DET    _            2  det
        Post         Post        PROPN  _            3  nsubj
        reported     report      VERB   Tense=Past|VerbForm=Fin   0  root
        that         that        SCONJ  _            6  mark
        Brevik       Brevik      PROPN  _            6  nsubj
        lost         lose        VERB   Tense=Past|VerbForm=Fin   3  ccomp
        ten          ten         NUM    _            8  nummod
        boats        boat        NOUN   _            6  obj
        .            .           PUNCT  _            3  punct

        Venn         Venn        PROPN  _            2  nsubj
        disputes     dispute     VERB   Tense=Pres|VerbForm=Fin   0  root
        the          the         DET    _            5  det
        {owner}      {owner}     PROPN  _            5  compound
        {noun}       {noun}      NOUN   _            2  obj
        .            .           PUNCT  _            2  punct
        """, "Harbour News").Entity("Post", ActorKind.Outlet, mentions: owner == "Post" ? ["Post", "Post~"] : ["Post"]).Entity("Venn", ActorKind.Person)
            .Statement("Post", "reported", "that Brevik lost ten boats", lemma: "report").Statement("Venn", "disputes", $"the {owner} {noun}", Stance.Denies).Build();

    [Theory]
    [InlineData("Post", "account", 1)]
    [InlineData("Mail", "account", 0)]
    [InlineData("Post", "fee", 0)]
    public void Apply_AnAccountThatIsDisputed_IsADenialOfWhatItsOwnerTold(string owner, string noun, int expected) => Denials(Disputed(owner, noun)).Length.ShouldBe(expected);

    // "Venn rebuked Orsk for saying that Brevik <had> lost ten boats ."
    private static AnnotatedReport Rebuked(string aux, string before = "for")
    {
        Sample sample = Sample.Of(
            $"""
            Venn         Venn        PROPN  _            2  nsubj
            rebuked      rebuke      VERB   Tense=Past|VerbForm=Fin   0  root
            Orsk         Orsk        PROPN  _            2  obj
            {before}     {before}    SCONJ  _            5  mark
            saying       say         VERB   VerbForm=Ger 2  advcl
            that         that        SCONJ  _            9  mark
            Brevik       Brevik      PROPN  _            9  nsubj
            {aux}        {aux}       AUX    _            9  aux
            lost         lose        VERB   VerbForm=Part 5  ccomp
            ten          ten         NUM    _            11 nummod
            boats        boat        NOUN   _            9  obj
            .            .           PUNCT  _            2  punct
            """, "Harbour News").Entity("Venn", ActorKind.Person).Entity("Orsk", ActorKind.Person).Statement("Venn", "rebuked", $"Orsk {before} saying that Brevik {aux} lost ten boats", Stance.Criticises);
        return sample.Statement("Orsk", "saying", $"that Brevik {aux} lost ten boats", lemma: "say", insideLast: true).Build();
    }

    [Theory]
    [InlineData("had", "for", 1)]
    [InlineData("would", "for", 0)]
    [InlineData("had", "before", 0)]
    public void Apply_WhoIsRebukedForSayingSo_IsOpposed(string aux, string before, int expected) => Denials(Rebuked(aux, before)).Length.ShouldBe(expected);
}
