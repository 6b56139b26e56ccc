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
}
