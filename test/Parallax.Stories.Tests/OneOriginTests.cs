using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OneOriginTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    // "<name> said Norland sold boats to Sedonia ."
    private static AnnotatedReport Said(string given, string surname, string outlet) => Sample.Of(
        $"""
        {given}    {given}   PROPN  _            3  nsubj
        {surname}  {surname} PROPN  _            1  flat
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Norland    Norland   PROPN  _            5  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   3  ccomp
        boats      boat      NOUN   _            5  obj
        to         to        ADP    _            8  case
        Sedonia    Sedonia   PROPN  _            5  obl
        .          .         PUNCT  _            3  punct
        """, outlet, "2022-11-10")
        .Entity($"{given} {surname}", ActorKind.Person).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
        .Statement($"{given} {surname}", "said", "Norland sold boats to Sedonia", lemma: "say").Event("sold", "sell").Build();

    private static AnnotatedReport Flat(string outlet, string published = "2022-11-10") => Sample.Of(
        """
        Norland    Norland   PROPN  _            2  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   0  root
        boats      boat      NOUN   _            2  obj
        to         to        ADP    _            5  case
        Sedonia    Sedonia   PROPN  _            2  obl
        .          .         PUNCT  _            2  punct
        """, outlet, published)
        .Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Event("sold", "sell").Build();

    // The headline tells flatly what the text gives as Quill's word.
    private static AnnotatedReport FlatHeadline() => Sample.Of(
        """
        # title
        Norland    Norland   PROPN  _            2  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   0  root
        boats      boat      NOUN   _            2  obj
        to         to        ADP    _            5  case
        Sedonia    Sedonia   PROPN  _            2  obl

        # lead
        Ada        Ada       PROPN  _            3  nsubj
        Quill      Quill     PROPN  _            1  flat
        said       say       VERB   Tense=Past|VerbForm=Fin   0  root
        Norland    Norland   PROPN  _            5  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   3  ccomp
        boats      boat      NOUN   _            5  obj
        to         to        ADP    _            8  case
        Sedonia    Sedonia   PROPN  _            5  obl
        .          .         PUNCT  _            3  punct
        """, "The Norland Post", "2022-11-10")
        .Entity("Ada Quill", ActorKind.Person).Entity("Norland", ActorKind.Country, "NL1", ["Norland", "Norland~"]).Entity("Sedonia", ActorKind.Country, "SE1", ["Sedonia", "Sedonia~"])
        .Statement("Ada Quill", "said", "Norland sold boats to Sedonia~", lemma: "say").Event("sold~", "sell").Event("sold", "sell").Build();

    [Fact]
    public void Build_TwoSpeakers_EachTakesCorroborationAwayAndNoneTheClaim()
    {
        Account account = Build(Said("Ada", "Quill", "The Norland Post"), Said("Ben", "Holt", "Sedonia Daily"));
        Claim claim = account.Claims.ShouldHaveSingleItem();
        claim.Status.ShouldBe(ClaimStatus.Corroborated);
        account.Origins.Count(o => o.LosesCorroboration.Contains(claim.Id)).ShouldBe(2);
        account.Origins.ShouldAllBe(o => o.Falls.IsEmpty);
    }

    [Fact]
    public void Build_OneSpeaker_WithoutHimTheClaimFalls()
    {
        Account account = Build(Said("Ada", "Quill", "The Norland Post"));
        account.Origins.Single(o => o.Root == "Ada Quill").Falls.ShouldBe([account.Claims.Single().Id]);
    }

    [Fact]
    public void Build_ThreeSpeakers_NoneIsNeededForCorroboration()
    {
        Account account = Build(Said("Ada", "Quill", "The Norland Post"), Said("Ben", "Holt", "Sedonia Daily"), Said("Cara", "Dunmore", "The Far Courier"));
        account.Claims.ShouldHaveSingleItem().Origins.So.Low.ShouldBe(3);
        account.Origins.ShouldAllBe(o => o.Falls.IsEmpty && o.LosesCorroboration.IsEmpty);
    }

    [Fact]
    public void Build_FlatInAnotherReport_IsALossWithBothSentences()
    {
        AnnotatedReport said = Said("Ada", "Quill", "The Norland Post"), flat = Flat("Sedonia Daily");
        AttributionLoss loss = Build(said, flat).Framing.AttributionLosses.ShouldHaveSingleItem();
        loss.Kind.ShouldBe(AttributionLossKind.OtherReport);
        said.Report.Text.Text[loss.Attributed.Start..loss.Attributed.End].ShouldStartWith("Ada Quill said");
        flat.Report.Text.Text[loss.Flat.Start..loss.Flat.End].ShouldStartWith("Norland sold");
    }

    [Fact]
    public void Build_FlatBeforeAnybodySaidIt_IsNoLoss() =>
        Build(Said("Ada", "Quill", "The Norland Post"), Flat("Sedonia Daily", "2022-07-02")).Framing.AttributionLosses.ShouldBeEmpty();

    [Fact]
    public void Build_FlatInTheHeadline_IsALossOfTheHeadline()
    {
        AnnotatedReport report = FlatHeadline();
        AttributionLoss loss = Build(report).Framing.AttributionLosses.ShouldHaveSingleItem();
        loss.Kind.ShouldBe(AttributionLossKind.Headline);
        loss.Flat.Start.ShouldBe(0);
        loss.Attributed.Start.ShouldBeGreaterThan(loss.Flat.End);
    }

    [Fact]
    public void Build_AttributedEverywhere_IsNoLoss() =>
        Build(Said("Ada", "Quill", "The Norland Post"), Said("Ben", "Holt", "Sedonia Daily")).Framing.AttributionLosses.ShouldBeEmpty();
}
