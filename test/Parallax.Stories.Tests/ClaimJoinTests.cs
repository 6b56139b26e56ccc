using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>One fact told in other words by two reports.</summary>
public sealed class ClaimJoinTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    // "Ada Quill was booked into the jail [and later released on bail]."
    private static AnnotatedReport Booked(string outlet, string verb, string lemma, string preposition, string tail = "") => Sample.Of(
        $"""
        Ada        Ada       PROPN  _            4  nsubj:pass
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    VerbForm=Fin 4  aux:pass
        {verb}     {lemma}   VERB   Tense=Past|VerbForm=Part   0  root
        {preposition} {preposition} ADP _        7  case
        the        the       DET    _            7  det
        jail       jail      NOUN   _            4  obl
        {tail}.          .         PUNCT  _            4  punct
        """, outlet, "2022-11-10").Entity("Ada Quill", ActorKind.Person).Event(verb, lemma).Build();

    private const string Released = "and and CCONJ _ 10 cc\nlater later ADV _ 10 advmod\nreleased release VERB Tense=Past|VerbForm=Part 4 conj\non on ADP _ 12 case\nbail bail NOUN _ 10 obl\n";

    // "Ada Quill died in Brevik.", "Ada Quill was killed in Brevik."
    private static AnnotatedReport Dead(string outlet, bool killed, string given = "Ada") => Sample.Of(
        killed
        ? $"""
        {given}    {given}   PROPN  _            4  nsubj:pass
        Quill      Quill     PROPN  _            1  flat
        was        be        AUX    VerbForm=Fin 4  aux:pass
        killed     kill      VERB   Tense=Past|VerbForm=Part   0  root
        in         in        ADP    _            6  case
        Brevik     Brevik    PROPN  _            4  obl
        .          .         PUNCT  _            4  punct
        """
        : $"""
        {given}    {given}   PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        died       die       VERB   Tense=Past|VerbForm=Fin   0  root
        in         in        ADP    _            5  case
        Brevik     Brevik    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10").Entity($"{given} Quill", ActorKind.Person).Entity("Brevik", ActorKind.Place).Event(killed ? "killed" : "died", killed ? "kill" : "die").Build();

    // Of two clauses the shorter is chosen, but not one that tells something else than the others of its claim.
    [Theory]
    [InlineData(1000, "Ada Quill died in Brevik")]
    [InlineData(850, "Ada Quill died in Brevik")]
    [InlineData(300, "Ada Quill was killed in Brevik")]
    public void Of_ClauseThatTellsWhatTheOthersTell_GivesTheWords(int telling, string words)
    {
        AccountResult result = new AccountBuilder(new AccountOptions()).Build([Dead("The Norland Post", killed: true), Dead("Sedonia Daily", killed: false)]);
        Proposition[] told = [.. result.Propositions.Where(static p => p.Lemma is "die" or "kill")];
        Dictionary<string, int> sure = told.ToDictionary(static p => p.Key, p => p.Lemma == "die" ? telling : 1000, StringComparer.Ordinal);
        Wording? wording = ClaimWording.Of(result.Set!, [.. told.Select(static p => new Stand(p, PositionKind.Affirms, null!, ""))], sure);
        result.Set![wording!.Proposition.Report].Report.Text.Slice(wording.Span).ShouldBe(words);
    }

    [Fact]
    public void Build_VerbAndNounThatTellOneActTogether_AreOneClaim()
    {
        Claim claim = Build(Booked("The Norland Post", "booked", "book", "into"), Booked("Sedonia Daily", "taken", "take", "to")).Claims.ShouldHaveSingleItem();
        claim.Positions.Select(static p => p.Report).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Build_VerbAndNounOfAnotherAct_AreTwoClaims() =>
        Build(Booked("The Norland Post", "booked", "book", "into"), Booked("Sedonia Daily", "moved", "move", "from")).Claims.ShouldAllBe(static c => c.Positions.Length == 1);

    [Fact]
    public void Build_DyingAndBeingKilled_AreOneClaimOfOnePerson()
    {
        Build(Dead("The Norland Post", killed: true), Dead("Sedonia Daily", killed: false)).Claims.ShouldHaveSingleItem().Positions.Length.ShouldBe(2);
        Build(Dead("The Norland Post", killed: true), Dead("Sedonia Daily", killed: false, given: "Ivo")).Claims.ShouldAllBe(static c => c.Positions.Length == 1);
    }

    [Fact]
    public void Build_WhatOnePersonSuffersOnce_IsOneClaimWithoutASecondRole()
    {
        AnnotatedReport other = Sample.Of(
            """
            Guards     guard     NOUN   Number=Plur  2  nsubj
            detained   detain    VERB   Tense=Past|VerbForm=Fin   0  root
            Ada        Ada       PROPN  _            2  obj
            Quill      Quill     PROPN  _            3  flat
            behind     behind    ADP    _            7  case
            the        the       DET    _            7  det
            warehouse  warehouse NOUN   _            2  obl
            .          .         PUNCT  _            2  punct
            """, "Sedonia Daily", "2022-11-10").Entity("Ada Quill", ActorKind.Person).Event("detained", "detain").Build();
        Build(Booked("The Norland Post", "arrested", "arrest", "near"), other).Claims.ShouldHaveSingleItem().Positions.Length.ShouldBe(2);
    }

    [Fact]
    public void Build_ActJoinedToAnotherWithoutASubject_IsToldWithTheClauseThatHasIt()
    {
        Account account = Build(Booked("The Norland Post", "booked", "book", "into", Released), Booked("Sedonia Daily", "booked", "book", "into", Released));
        account.Claims.Select(static c => c.Text).ShouldContain("Ada Quill was booked into the jail and later released on bail");
    }

    [Fact]
    public void Build_ClausesInNearWordsWithASharedName_AreOneClaimWhoseReasonSaysSo()
    {
        Claim claim = Build(Slept("The Norland Post", "wearily"), Slept("Sedonia Daily", "fitfully")).Claims.ShouldHaveSingleItem();
        claim.Positions.Length.ShouldBe(2);
        claim.Explanation.Text.ShouldContain("sure to be one");
    }

    // "Quill slept badly and restlessly, wearily.": nothing in both but who, so that only the words can tell.
    private static AnnotatedReport Slept(string outlet, string when) => Sample.Of(
        $"""
        Quill      Quill     PROPN  _            2  nsubj
        slept      sleep     VERB   Tense=Past|VerbForm=Fin   0  root
        badly      badly     ADV    _            2  advmod
        and        and       CCONJ  _            5  cc
        restlessly restlessly ADV   _            3  conj
        {when}     {when}    ADV    _            2  advmod
        .          .         PUNCT  _            2  punct
        """, outlet, "2022-11-10").Entity("Quill", ActorKind.Person).Event("slept", "sleep").Build();

    // "The pirates were hungry in Brevik": what another is, is another fact, whatever else the words share.
    [Theory]
    [InlineData("pirates", "pirate", true)]
    [InlineData("guards", "guard", false)]
    public void Build_StateOfOthersInTheSameWords_IsNotOneClaim(string who, string lemma, bool isOne) =>
        Build(Hungry("The Norland Post", "pirates", "pirate", "now"), Hungry("Sedonia Daily", who, lemma, "today")).Claims.Any(static c => c.Positions.Length == 2).ShouldBe(isOne);

    private static AnnotatedReport Hungry(string outlet, string who, string lemma, string when) => Sample.Of(
        $"""
        The        the       DET    _            2  det
        {who}      {lemma}   NOUN   Number=Plur  4  nsubj
        were       be        AUX    VerbForm=Fin 4  cop
        hungry     hungry    ADJ    _            0  root
        in         in        ADP    _            6  case
        Brevik     Brevik    PROPN  _            4  obl
        {when}     {when}    ADV    _            4  advmod
        .          .         PUNCT  _            4  punct
        """, outlet, "2022-11-10").Entity("Brevik", ActorKind.Place).Build();

    // "Crews poured water onto the burning warehouse roof", "Water was poured onto the burning warehouse roof", the second read with another thing.
    [Fact]
    public void Build_ClausesInTheSameWordsWhoseRolesAreReadOtherwise_AreOneClaim() =>
        Build(Poured("The Norland Post", "Crews", "crew", "water", "roof"), Poured("Sedonia Daily", "Crews", "crew", "roof", "water")).Claims.ShouldHaveSingleItem().Positions.Length.ShouldBe(2);

    [Fact]
    public void Build_OneVerbOfOtherThingsInOtherWords_IsTwoClaims() =>
        Build(Poured("The Norland Post", "Crews", "crew", "water", "roof"), Poured("Sedonia Daily", "Crews", "crew", "concrete", "yard")).Claims.ShouldAllBe(static c => c.Positions.Length == 1);

    private static AnnotatedReport Poured(string outlet, string who, string lemma, string what, string where) => Sample.Of(
        $"""
        {who}      {lemma}   NOUN   Number=Plur  3  nsubj
        quickly    quickly   ADV    _            3  advmod
        poured     pour      VERB   Tense=Past|VerbForm=Fin   0  root
        {what}     {what}    NOUN   _            3  obj
        onto       onto      ADP    _            8  case
        the        the       DET    _            8  det
        smouldering smoulder ADJ    _            8  amod
        {where}    {where}   NOUN   _            3  obl
        in         in        ADP    _            10 case
        Brevik     Brevik    PROPN  _            3  obl
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10").Entity("Brevik", ActorKind.Place).Event("poured", "pour").Build();

    [Fact]
    public void Build_ClausesInNearWordsWithOrdinalsThatDiffer_AreTwoClaims() =>
        Build(Moved("The Norland Post", "quietly", "second"), Moved("Sedonia Daily", "slowly", "third")).Claims.ShouldAllBe(static c => c.Positions.Length == 1);

    [Theory]
    [InlineData("slowly", "clinic", "clinic", true)]
    [InlineData("quietly", "Ostra", "Brevik", false)]
    public void AreNear_AllWordsButOneInBoth_AreUnlessEachNamesAnother(string manner, string there, string here, bool expected)
    {
        ReportSet set = ReportSet.Of([Moved("The Norland Post", "quietly", "second", there), Moved("Sedonia Daily", manner, "second", here)]);
        Proposition[] told = [.. set.Reports.Select(static r => PropositionReader.Read(r).Single(static p => p.Lemma == "mortgage"))];
        TwinClauses.AreNear(set, told[0], told[1]).ShouldBe(expected);
    }

    // "Yesterday the senate approved the budget after the treasurer's resignation."
    [Fact]
    public void AreNear_AllWordsInBothWithAnotherThing_AreNot()
    {
        ReportSet set = ReportSet.Of([Approved("The Norland Post", "budget", "resignation"), Approved("Sedonia Daily", "resignation", "budget"), Approved("Ostra Times", "budget", "resignation", "lately")]);
        Proposition[] told = [.. set.Reports.OrderBy(static r => r.Report.Outlet!.Name, StringComparer.Ordinal).Select(static r => PropositionReader.Read(r).Single(static p => p.Lemma == "approve"))];
        TwinClauses.AreNear(set, told[0], told[2]).ShouldBeTrue();
        TwinClauses.AreNear(set, told[1], told[2]).ShouldBeFalse();

        static AnnotatedReport Approved(string outlet, string thing, string after, string when = "yesterday") => Sample.Of(
            $"""
            {when}     {when}    ADV    _            3  advmod
            senators   senator   NOUN   Number=Plur  3  nsubj
            approved   approve   VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            5  det
            {thing}    {thing}   NOUN   _            3  obj
            after      after     ADP    _            9  case
            the        the       DET    _            9  det
            treasurer  treasurer NOUN   _            9  compound
            {after}    {after}   NOUN   _            3  obl
            in         in        ADP    _           11  case
            marble     marble    NOUN   _            3  obl
            .          .         PUNCT  _            3  punct
            """, outlet, "2022-11-10").Event("approved", "approve").Build();
    }

    // "Quill quietly mortgaged house and boat for her second clinic."
    private static AnnotatedReport Moved(string outlet, string manner, string which, string at = "clinic") => Sample.Of(
        $"""
        Quill      Quill     PROPN  _            3  nsubj
        {manner}   {manner}  ADV    _            3  advmod
        mortgaged  mortgage  VERB   Tense=Past|VerbForm=Fin   0  root
        house      house     NOUN   _            3  obl
        and        and       CCONJ  _            6  cc
        boat       boat      NOUN   _            4  conj
        for        for       ADP    _           10  case
        her        she       PRON   _           10  nmod:poss
        {which}    {which}   ADJ    _           10  amod
        {at}       {at}      NOUN   _            3  obl
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10").Entity("Quill", ActorKind.Person, mentions: ["Quill", "her"]).Event("mortgaged", "mortgage").Build();

    [Fact]
    public void Build_InformationConfirmedByAnother_IsAPositionOnWhatWasTold()
    {
        AnnotatedReport report = Sample.Of(
            """
            Norland    Norland   PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Sedonia    Sedonia   PROPN  _            4  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   2  ccomp
            boats      boat      NOUN   _            4  obj
            .          .         PUNCT  _            2  punct

            Later      later     ADV    _            5  advmod
            this       this      DET    _            3  det
            information information NOUN _           5  nsubj:pass
            was        be        AUX    VerbForm=Fin 5  aux:pass
            confirmed  confirm   VERB   Tense=Past|VerbForm=Part   0  root
            by         by        ADP    _            7  case
            Kelder     Kelder    PROPN  _            5  obl
            .          .         PUNCT  _            5  punct
            """, "The Norland Post", "2022-11-10")
            .Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Entity("Kelder", ActorKind.Country, "KE1")
            .Statement("Norland", "said", "Sedonia sold boats", lemma: "say").Statement("Kelder", "was confirmed", "this information", Stance.Confirms, lemma: "confirm").Event("sold", "sell").Build();
        Build(report).Claims.Single(static c => c.Text == "Sedonia sold boats").Positions.Select(static p => p.Voice).ShouldBe(["Norland", "Kelder"]);
    }

    [Fact]
    public void Build_BodiesOfOneFullNameThatAreNotLinked_AreOneOrigin()
    {
        Account account = Build(Said("The Norland Post", ActorKind.Organization), Said("Sedonia Daily", ActorKind.Place));
        account.Claims.ShouldHaveSingleItem().Origins.So.Low.ShouldBe(1);
        account.Claims[0].Status.ShouldBe(ClaimStatus.OneOrigin);
    }

    private static AnnotatedReport Said(string outlet, ActorKind kind) => Sample.Of(
        """
        Brevik     Brevik    PROPN  _            3  nsubj
        Watch      Watch     PROPN  _            1  flat
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Norland    Norland   PROPN  _            5  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   3  ccomp
        boats      boat      NOUN   _            5  obj
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10").Entity("Brevik Watch", kind).Entity("Norland", ActorKind.Country, "NL1").Statement("Brevik Watch", "said", "Norland sold boats", lemma: "say").Event("sold", "sell").Build();

    // "Quill founded the League", "Quill is the founder of the League", "The founder of the League is Quill".
    [Theory]
    [InlineData("is", "founder", "of", true)]
    [InlineData("is", "guest", "of", false)]
    public void Build_WhoIsTheFounder_FoundedIt(string verb, string noun, string preposition, bool isOne)
    {
        AnnotatedReport plain = Sample.Of(
            """
            Quill      Quill     PROPN  _            2  nsubj
            founded    found     VERB   Tense=Past|VerbForm=Fin   0  root
            the        the       DET    _            4  det
            League     League    PROPN  _            2  obj
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Quill", ActorKind.Person).Entity("League", ActorKind.Organization).Build();
        AnnotatedReport copula = Sample.Of(
            $"""
            Quill      Quill     PROPN  _            4  nsubj
            {verb}     be        AUX    VerbForm=Fin 4  cop
            the        the       DET    _            4  det
            {noun}     {noun}    NOUN   _            0  root
            {preposition} {preposition} ADP _        7  case
            the        the       DET    _            7  det
            League     League    PROPN  _            4  nmod
            .          .         PUNCT  _            4  punct
            """, "Sedonia Daily", "2022-11-10").Entity("Quill", ActorKind.Person).Entity("League", ActorKind.Organization).Build();
        AnnotatedReport turned = Sample.Of(
            $"""
            The        the       DET    _            2  det
            {noun}     {noun}    NOUN   _            7  nsubj
            {preposition} {preposition} ADP _        5  case
            the        the       DET    _            5  det
            League     League    PROPN  _            2  nmod
            {verb}     be        AUX    VerbForm=Fin 7  cop
            Quill      Quill     PROPN  _            0  root
            .          .         PUNCT  _            7  punct
            """, "Ostra Times", "2022-11-10").Entity("Quill", ActorKind.Person).Entity("League", ActorKind.Organization).Build();
        Build([plain, copula, turned]).Claims.Any(static c => c.Positions.Select(static p => p.Report).Distinct(StringComparer.Ordinal).Count() == 3).ShouldBe(isOne);
    }

    // One report: "Halden said Quill was familiar with boats.", "Norland said Quill was familiar with lamps."
    [Theory]
    [InlineData("boats", 1)]
    [InlineData("lamps", 2)]
    public void Build_StateToldTwiceInOneReport_IsOneClaimOnlyWhereMoreIsShared(string thing, int claims)
    {
        AnnotatedReport report = Sample.Of(
            $"""
            Halden     Halden    PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Quill      Quill     PROPN  _            5  nsubj
            was        be        AUX    Tense=Past|VerbForm=Fin   5  cop
            familiar   familiar  ADJ    _            2  ccomp
            with       with      ADP    _            8  case
            old        old       ADJ    _            8  amod
            boats      boat      NOUN   _            5  obl
            .          .         PUNCT  _            2  punct

            Norland    Norland   PROPN  _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Quill      Quill     PROPN  _            5  nsubj
            was        be        AUX    Tense=Past|VerbForm=Fin   5  cop
            familiar   familiar  ADJ    _            2  ccomp
            with       with      ADP    _            8  case
            rare       rare      ADJ    _            8  amod
            {thing}    {thing.TrimEnd('s')} NOUN _   5  obl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post", "2022-11-10").Entity("Halden", ActorKind.Organization).Entity("Norland", ActorKind.Country, "NL1").Entity("Quill", ActorKind.Person, mentions: ["Quill", "Quill~"])
            .Statement("Halden", "said", "Quill was familiar with old boats", lemma: "say").Statement("Norland", "said~", $"Quill was familiar with rare {thing}", lemma: "say").Build();
        new AccountBuilder(new AccountOptions()).Build([report]).Account.Claims.Length.ShouldBe(claims);
    }
}
