using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

/// <summary>Verdicts that must not be given: disputes, affirmations and origins that the words do not bear.</summary>
public sealed class VerdictTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    [Fact]
    public void Build_ClauseAndItsNounInOneReport_IsOnePosition()
    {
        AnnotatedReport report = Sample.Of(
            """
            Norland    Norland   PROPN  _            2  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   0  root
            boats      boat      NOUN   _            2  obj
            to         to        ADP    _            5  case
            Sedonia    Sedonia   PROPN  _            2  obl
            .          .         PUNCT  _            2  punct

            Norland    Norland   PROPN  _            3  nmod:poss
            's         's        PART   _            1  case
            sale       sale      NOUN   _            8  nsubj
            of         of        ADP    _            5  case
            boats      boat      NOUN   _            3  nmod
            to         to        ADP    _            7  case
            Sedonia    Sedonia   PROPN  _            3  nmod
            surprised  surprise  VERB   Tense=Past|VerbForm=Fin   0  root
            many       many      ADJ    _            8  obj
            .          .         PUNCT  _            8  punct
            """, "The Norland Post")
            .Entity("Norland", ActorKind.Country, "NL1", ["Norland", "Norland~"]).Entity("Sedonia", ActorKind.Country, "SE1", ["Sedonia", "Sedonia~"])
            .Event("sold", "sell").Event("sale", "sale").Build();
        Build(report).Claims.Single(c => c.Text.StartsWith("Norland sold", StringComparison.Ordinal)).Positions.ShouldHaveSingleItem().Event.ShouldBe(report.Events.Single(e => e.Trigger.Lemma == "sell").Id);
    }

    [Fact]
    public void Build_SalesOfTwoFirmsInOneVoice_AreNoDispute()
    {
        AnnotatedReport report = Sample.Of(
            """
            Halden     Halden    PROPN  _            3  nmod:poss
            's         's        PART   _            1  case
            sales      sale      NOUN   _            4  nsubj
            fell       fall      VERB   Tense=Past|VerbForm=Fin   0  root
            23         23        NUM    _            6  nummod
            percent    percent   NOUN   _            4  obj
            in         in        ADP    _            8  case
            Brevik     Brevik    PROPN  _            4  obl
            .          .         PUNCT  _            4  punct

            Tolna      Tolna     PROPN  _            3  nmod:poss
            's         's        PART   _            1  case
            sales      sale      NOUN   _            4  nsubj
            fell       fall      VERB   Tense=Past|VerbForm=Fin   0  root
            17         17        NUM    _            6  nummod
            percent    percent   NOUN   _            4  obj
            in         in        ADP    _            8  case
            Brevik     Brevik    PROPN  _            4  obl
            .          .         PUNCT  _            4  punct
            """, "The Norland Post")
            .Entity("Halden", ActorKind.Organization).Entity("Tolna", ActorKind.Organization).Entity("Brevik", ActorKind.Place, null, ["Brevik", "Brevik~"])
            .Event("fell", "fall").Event("fell~", "fall").Figure("23 percent", 23, "percent").Figure("17 percent", 17, "percent").Build();
        Account account = Build(report);
        account.Claims.Length.ShouldBe(2);
        account.Claims.ShouldAllBe(c => c.Status == ClaimStatus.OneOrigin && c.Positions.Length == 1);
        account.Conflicts.ShouldBeEmpty();
    }

    private static AnnotatedReport Said(string source, ActorKind kind, string? country, string outlet, bool isEntity = true)
    {
        string[] words = source.Split(' ');
        string first = words.Length == 2 ? $"{words[0]}  {words[0]}  ADJ  _  2  amod\n" : "";
        int s = words.Length;
        Sample sample = Sample.Of(
            $"""
            {first}{words[^1]}  {words[^1]}  NOUN  _  {s + 1}  nsubj
            say        say       VERB   VerbForm=Fin   0  root
            Norland    Norland   PROPN  _            {s + 3}  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   {s + 1}  ccomp
            boats      boat      NOUN   _            {s + 3}  obj
            to         to        ADP    _            {s + 6}  case
            Sedonia    Sedonia   PROPN  _            {s + 3}  obl
            .          .         PUNCT  _            {s + 1}  punct
            """, outlet, "2022-11-10");
        sample = isEntity ? sample.Entity(source, kind, country) : sample;
        return sample.Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
            .Statement(source, "say", "Norland sold boats to Sedonia").Event("sold", "sell").Build();
    }

    [Fact]
    public void Build_APeopleAndItsNavy_AreOneVoiceAtTheLowBound()
    {
        Claim claim = Build(Said("Veridians", ActorKind.Other, null, "The Norland Post", isEntity: false), Said("Veridian navy", ActorKind.Government, "VE1", "Sedonia Daily")).Claims.ShouldHaveSingleItem();
        (claim.Origins.So.Low, claim.Origins.So.High, claim.Status).ShouldBe((1, 2, ClaimStatus.OneOrigin));
    }

    [Fact]
    public void Build_ANavyUnderTwoNamesOfItsState_IsOneOrigin()
    {
        Claim claim = Build(Said("Veridian navy", ActorKind.Government, "VE1", "The Norland Post"), Said("Veridia's navy", ActorKind.Government, "VE1", "Sedonia Daily")).Claims.ShouldHaveSingleItem();
        (claim.Origins.So.Low, claim.Origins.So.High).ShouldBe((1, 1));
    }

    [Fact]
    public void Build_ReportsSay_HasNoCertainOrigin()
    {
        Claim claim = Build(Said("Reports", ActorKind.Unnamed, null, "The Norland Post", isEntity: false)).Claims.ShouldHaveSingleItem();
        (claim.Origins.So.Low, claim.Origins.So.High).ShouldBe((0, 1));
    }

    [Fact]
    public void Build_CallingAConcessionALie_DeniesNotWhatIsConceded()
    {
        AnnotatedReport report = Sample.Of(
            """
            Halden     Halden    PROPN  _            2  nsubj
            admitted   admit     VERB   Tense=Past|VerbForm=Fin   0  root
            Norland    Norland   PROPN  _            4  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   2  ccomp
            boats      boat      NOUN   _            4  obj
            to         to        ADP    _            7  case
            Sedonia    Sedonia   PROPN  _            4  obl
            .          .         PUNCT  _            2  punct

            Brevik     Brevik    PROPN  _            2  nsubj
            accused    accuse    VERB   Tense=Past|VerbForm=Fin   0  root
            Halden     Halden    PROPN  _            2  obj
            of         of        SCONJ  _            5  mark
            lying      lie       VERB   VerbForm=Ger 2  advcl
            .          .         PUNCT  _            2  punct
            """, "The Norland Post")
            .Entity("Brevik", ActorKind.Organization).Entity("Halden", ActorKind.Organization, null, ["Halden", "Halden~"]).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
            .Statement("Halden", "admitted", "Norland sold boats to Sedonia", Stance.Admits, lemma: "admit").Statement("Brevik", "accused", "Halden~ of lying".Replace("~", "", StringComparison.Ordinal), Stance.Accuses, lemma: "accuse", aboutLast: true).Event("sold", "sell").Build();
        Account account = Build(report);
        Claim claim = account.Claims.Single(c => c.Text.Contains("boats", StringComparison.Ordinal));
        claim.Positions.Select(p => (p.Voice, p.Kind)).ShouldBe([("Halden", PositionKind.Affirms), ("Brevik", PositionKind.DeniesSomethingElse)], ignoreOrder: true);
        account.Conflicts.ShouldBeEmpty();
    }

    private static Sample Sold(string outlet, string verb, string form, string subjectWords = "", int offset = 0, string unit = "coins") => Sample.Of(
        $"""
        {subjectWords}Norland    Norland   PROPN  _            {offset + 3}  nsubj
        {verb}  AUX  VerbForm=Fin  {offset + 3}  aux
        {form}     {offset}  {(offset == 0 ? "root" : "ccomp")}
        boats      boat      NOUN   _            {offset + 3}  obj
        for        for       ADP    _            {offset + 7}  case
        90         90        NUM    _            {offset + 7}  nummod
        {unit}     {unit}    NOUN   _            {offset + 3}  obl
        to         to        ADP    _            {offset + 9}  case
        Sedonia    Sedonia   PROPN  _            {offset + 3}  obl
        .          .         PUNCT  _            {(offset == 0 ? 3 : offset)}  punct
        """, outlet, "2022-11-10").Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1");

    [Fact]
    public void Build_AnotherCurrency_IsNotPlainlyAffirmed()
    {
        AnnotatedReport one = Sold("The Norland Post", "has  have", "sold  sell  VERB  VerbForm=Part|Tense=Past").Figure("90 coins", 90, "USD").Event("sold", "sell").Build();
        AnnotatedReport other = Sold("Sedonia Daily", "has  have", "sold  sell  VERB  VerbForm=Part|Tense=Past", unit: "crowns").Figure("90 crowns", 90, "EUR").Event("sold", "sell").Build();
        Build(one, other).Claims.ShouldHaveSingleItem().Positions.Select(static p => p.Kind).ShouldBe([PositionKind.Affirms, PositionKind.Qualifies], ignoreOrder: true);
    }

    [Fact]
    public void Build_ThePossibleToldAsPossible_IsAffirmed()
    {
        AnnotatedReport report = Sold("The Norland Post", "could  could", "sell  sell  VERB  VerbForm=Inf", "Quill Quill PROPN _ 2 nsubj\nsaid say VERB Tense=Past|VerbForm=Fin 0 root\n", 2)
            .Entity("Quill", ActorKind.Person).Statement("Quill", "said", "Norland could sell boats for 90 coins to Sedonia", lemma: "say").Build();
        Build(report).Claims.ShouldHaveSingleItem().Positions.ShouldHaveSingleItem().Kind.ShouldBe(PositionKind.Affirms);
    }

    private static AnnotatedReport SinceDecember(string adverb, string outlet) => Sample.Of(
        $"""
        Since      since     SCONJ  _            5  mark
        December   December  PROPN  _            5  obl
        Norland    Norland   PROPN  _            5  nsubj
        has        have      AUX    VerbForm=Fin 5  aux
        sold       sell      VERB   VerbForm=Part|Tense=Past 0  root
        boats      boat      NOUN   _            5  obj
        to         to        ADP    _            8  case
        Sedonia    Sedonia   PROPN  _            5  obl
        {adverb}   {adverb}  ADV    _            5  advmod
        .          .         PUNCT  _            5  punct
        """, outlet, "2022-11-10").Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Time("December", "2021-12").Event("sold", "sell").Build();

    [Fact]
    public void Build_AWordBeforeATime_StaysInTheClaim() =>
        Build(SinceDecember("openly", "The Norland Post"), SinceDecember("quietly", "Sedonia Daily")).Claims.ShouldHaveSingleItem().Text.ShouldStartWith("Since December Norland has sold boats to Sedonia");

    private static AnnotatedReport From(string surname, string outlet) => Sample.Of(
        $"""
        {surname}  {surname} PROPN  _            2  nsubj
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        crews      crew      NOUN   _            6  nsubj
        were       be        AUX    VerbForm=Fin 6  cop
        from       from      ADP    _            6  case
        Veria      Veria     PROPN  _            2  ccomp
        and        and       CCONJ  _            8  cc
        Tolna      Tolna     PROPN  _            6  conj
        .          .         PUNCT  _            2  punct
        """, outlet, "2022-11-10").Entity(surname, ActorKind.Person).Entity("Veria", ActorKind.Country, "VR1").Entity("Tolna", ActorKind.Country, "TL1")
        .Statement(surname, "said", "crews were from Veria and Tolna", lemma: "say").Build();

    [Fact]
    public void Build_AListOfLands_IsToldWhole() =>
        Build(From("Quill", "The Norland Post"), From("Holt", "Sedonia Daily")).Claims.ShouldHaveSingleItem().Text.ShouldBe("crews were from Veria and Tolna");
}
