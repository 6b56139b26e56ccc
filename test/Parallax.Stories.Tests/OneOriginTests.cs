using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Origins;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class OneOriginTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    // "<name> said Norland sold boats to Sedonia ."
    private static AnnotatedReport Said(string given, string surname, string outlet, string filler = "", params ChainHop[] chain) => Sample.Of(
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
        """ + filler, outlet, "2022-11-10")
        .Entity($"{given} {surname}", ActorKind.Person).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
        .Statement($"{given} {surname}", "said", "Norland sold boats to Sedonia", lemma: "say", chain: chain).Event("sold", "sell").Build();

    private static AnnotatedReport Flat(string outlet, string filler = "", string published = "2022-11-10") => Sample.Of(
        """
        Norland    Norland   PROPN  _            2  nsubj
        sold       sell      VERB   Tense=Past|VerbForm=Fin   0  root
        boats      boat      NOUN   _            2  obj
        to         to        ADP    _            5  case
        Sedonia    Sedonia   PROPN  _            2  obl
        .          .         PUNCT  _            2  punct
        """ + filler, outlet, published)
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
    public void Build_TwoSpeakersNamedByVersionsOfOneText_AreOneOriginAtTheLowBound()
    {
        Account account = Build(Said("Ada", "Quill", "The Norland Post", Filler), Said("Ben", "Holt", "Sedonia Daily", Filler));
        account.Dependences.ShouldNotBeEmpty();
        account.Claims.Single(static c => c.Text.Contains("sold", StringComparison.Ordinal)).Origins.So.ShouldBe(new CountRange(1, 2));
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
        Build(Said("Ada", "Quill", "The Norland Post"), Flat("Sedonia Daily", published: "2022-07-02")).Framing.AttributionLosses.ShouldBeEmpty();

    // "They said Norland sold boats to Sedonia ." with no statement read in it.
    [Fact]
    public void Build_SaidInASentenceWithoutAStatement_IsNoLoss()
    {
        AnnotatedReport unread = Sample.Of(
            """
            They       they      PRON   _            2  nsubj
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Norland    Norland   PROPN  _            4  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   2  ccomp
            boats      boat      NOUN   _            4  obj
            to         to        ADP    _            7  case
            Sedonia    Sedonia   PROPN  _            4  obl
            .          .         PUNCT  _            2  punct
            """, "Sedonia Daily", "2022-11-10").Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1").Event("sold", "sell").Build();
        Account account = Build(Said("Ada", "Quill", "The Norland Post"), unread);
        account.Claims.ShouldHaveSingleItem().Positions.Length.ShouldBe(2);
        account.Framing.AttributionLosses.ShouldBeEmpty();
    }

    [Fact]
    public void Build_ShortAndLongNameOfAnIntermediary_AreOneWitnessAtTheLowBound() =>
        Build(Through("Harbour Evening Post", "The Norland Post"), Through("Evening Post", "Sedonia Daily")).Claims.ShouldHaveSingleItem().Origins.Said.ShouldBe(new CountRange(1, 2));

    [Fact]
    public void Build_IntermediariesWithoutAName_AreOneWitnessAtTheLowBound() =>
        Build(Through("state media", "The Norland Post"), Through("Norlandic state media", "Sedonia Daily")).Claims.ShouldHaveSingleItem().Origins.Said.ShouldBe(new CountRange(1, 2));

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
    public void Build_FlatAndSaidInOneText_IsOneOrigin()
    {
        Build(FlatHeadline()).Claims.ShouldHaveSingleItem().Origins.So.ShouldBe(new CountRange(1, 1));
        Build(Said("Ada", "Quill", "The Norland Post"), Flat("Sedonia Daily")).Claims.ShouldHaveSingleItem().Origins.So.ShouldBe(new CountRange(1, 2));
    }

    // The navy itself, and its spokesman without a name in another report.
    [Theory]
    [InlineData("navy spokesman", 1)]
    [InlineData("port spokesman", 2)]
    public void Build_SpokesmanWithoutAName_IsTheVoiceOfHisBody(string called, int high)
    {
        AnnotatedReport Of(string name, ActorKind kind, string outlet) => Sample.Of(
            $"""
            {string.Join('\n', name.Split(' ').Select((w, i) => $"{w} {w} PROPN _ {(i == 0 ? name.Split(' ').Length + 1 : 1)} {(i == 0 ? "nsubj" : "flat")}"))}
            said       say       VERB   Tense=Past|VerbForm=Fin   0  root
            Norland    Norland   PROPN  _            {name.Split(' ').Length + 3}  nsubj
            sold       sell      VERB   Tense=Past|VerbForm=Fin   {name.Split(' ').Length + 1}  ccomp
            boats      boat      NOUN   _            {name.Split(' ').Length + 3}  obj
            to         to        ADP    _            {name.Split(' ').Length + 6}  case
            Sedonia    Sedonia   PROPN  _            {name.Split(' ').Length + 3}  obl
            """ + Note(outlet), outlet, "2022-11-10")
            .Entity(name, kind, kind == ActorKind.Government ? "NL1" : null, aliases: kind == ActorKind.Government ? ["navy"] : []).Entity("Norland", ActorKind.Country, "NL1").Entity("Sedonia", ActorKind.Country, "SE1")
            .Statement(name, "said", "Norland sold boats to Sedonia", lemma: "say").Event("sold", "sell").Build();

        Build(Of("Norlandic navy", ActorKind.Government, "The Norland Post"), Of(called, ActorKind.Unnamed, "Sedonia Daily")).Claims.ShouldHaveSingleItem().Origins.So.High.ShouldBe(high);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void Count_BodyAndItsSpokesman_IsOne(bool isSpokesman, int high) =>
        OriginFinder.Count([
            new Evidential("o1", "speaker:e1", OriginKind.Speaker, "report:r1", false, "r1", Body: "e1"),
            new Evidential("o2", "speaker:e2", OriginKind.Speaker, "report:r2", false, "r2", Bodies: " e1 ", IsMouth: isSpokesman),
        ]).Counts.So.ShouldBe(new CountRange(1, high));

    [Fact]
    public void Build_AttributedEverywhere_IsNoLoss() =>
        Build(Said("Ada", "Quill", "The Norland Post"), Said("Ben", "Holt", "Sedonia Daily")).Framing.AttributionLosses.ShouldBeEmpty();

    [Fact]
    public void Build_CopyThatLeavesTheSpeakerOut_IsALossOfTheCopy()
    {
        Account account = Build(Said("Ada", "Quill", "The Norland Post", Filler), Flat("Sedonia Daily", Filler));
        account.Dependences.ShouldContain(static d => d.Kind == DependenceKind.Copies || d.Kind == DependenceKind.SharesText);
        AttributionLoss loss = account.Framing.AttributionLosses.ShouldHaveSingleItem();
        loss.Kind.ShouldBe(AttributionLossKind.Copy);
        loss.Why.ShouldContain("share text");
    }

    [Fact]
    public void Build_OutletsOfOneOwnerByTheRegister_AreOneWitnessAtTheLowBound()
    {
        IReadOnlyList<AnnotatedReport> reports = [Through("Harbour Post", "The Norland Post"), Through("Radio Vale", "Sedonia Daily")];
        Build(reports).Claims.ShouldHaveSingleItem().Origins.Said.ShouldBe(new CountRange(2, 2));
        AccountOptions owned = new() { OutletOwners = ImmutableSortedDictionary<string, string>.Empty.Add("Harbour Post", "Brandt Media").Add("Radio Vale", "Brandt Media") };
        Claim claim = new AccountBuilder(owned).Build(reports).Account.Claims.ShouldHaveSingleItem();
        claim.Origins.Said.ShouldBe(new CountRange(1, 2));
        claim.Explanation.Text.ShouldContain("Brandt Media");
    }

    [Fact]
    public void Build_OwnersThatTheRegisterPutsApart_StayTwo()
    {
        AccountOptions owned = new() { OutletOwners = ImmutableSortedDictionary<string, string>.Empty.Add("Harbour Post", "Brandt Media").Add("Radio Vale", "Holt and Sons") };
        new AccountBuilder(owned).Build([Through("Harbour Post", "The Norland Post"), Through("Radio Vale", "Sedonia Daily")]).Account.Claims.ShouldHaveSingleItem().Origins.Said.ShouldBe(new CountRange(2, 2));
    }

    [Fact]
    public void Build_OwnerThatPagesDeclare_CountsWhereTheRegisterSaysNothing()
    {
        AnnotatedReport[] reports =
        [
            Through("Harbour Post", "The Norland Post"), Through("Radio Vale", "Sedonia Daily"), Owned(Flat("Harbour Post", Note("Harbour")), "Brandt Media"), Owned(Flat("Radio Vale", Note("Vale")), "BRANDT MEDIA"),
        ];
        Claim claim = Build(reports).Claims.ShouldHaveSingleItem();
        claim.Origins.Said.Low.ShouldBe(1);
        claim.Explanation.Text.ShouldContain("outlets of one owner");
        AccountOptions register = new() { OutletOwners = ImmutableSortedDictionary<string, string>.Empty.Add("Radio Vale", "Holt and Sons") };
        new AccountBuilder(register).Build(reports).Account.Claims.ShouldHaveSingleItem().Origins.Said.Low.ShouldBe(2);
    }

    private static AnnotatedReport Through(string intermediary, string outlet) => Said("Ada", "Quill", outlet, Note(outlet), new ChainHop(intermediary, null, ActorKind.Outlet, HopRelation.Told, []));

    private static AnnotatedReport Owned(AnnotatedReport report, string owner) => report.WithReport(report.Report with { Owner = owner });

    // Reports of the same words would be one report.
    private static string Note(string word) => $"\n\n{word.Replace(" ", "", StringComparison.Ordinal)} {word.Replace(" ", "", StringComparison.Ordinal)} NOUN _ 0 root";

    // A dozen sentences that both reports have word for word.
    private static string Filler => string.Concat(Enumerable.Range(0, 12).Select(static i => "\n\n" + string.Join('\n', Enumerable.Range(0, 10).Select(j => $"{Word(i, j)} {Word(i, j)} NOUN _ {(j == 0 ? 0 : 1)} {(j == 0 ? "root" : "nmod")}"))));

    private static string Word(int sentence, int word) => string.Concat("kvmtrsdn"[(sentence + word) % 8], "aeiou"[word % 5], "lrnstmpk"[sentence % 8], "oiaeu"[(sentence + (2 * word)) % 5], "ndrlm"[(sentence * word) % 5]);
}
