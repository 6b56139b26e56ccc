using Parallax.Application.Accounts;
using Parallax.Core.Accounts;
using Shouldly;
using Xunit;

namespace Parallax.Application.Tests;

/// <summary>Claims of small stories that are read by the network that ships.</summary>
public sealed class ClaimsTests(InstalledMaker installed) : IClassFixture<InstalledMaker>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Ida Holm rejected claims by the government that the crew ignored a warning before the ferry Merle ran aground.")]
    [InlineData("Ida Holm denied that the crew ignored a warning before the ferry Merle ran aground.")]
    public void Make_TimeClauseInsideADenial_IsNotDenied(string denial)
    {
        Account account = Make(
            denial,
            "The ferry Merle ran aground on Monday off Ostra. Two sailors were hurt.",
            "The ferry Merle ran aground off Ostra, the harbour office said. The crew was unharmed.");
        account.Claims.Single(static c => c.Text == "The ferry Merle ran aground off Ostra").Positions.ShouldAllBe(static p => p.Kind == PositionKind.Affirms);
        account.Claims.Where(static c => c.Text.Contains("ignored a warning", StringComparison.Ordinal)).SelectMany(static c => c.Positions).ShouldAllBe(static p => p.Kind != PositionKind.Affirms || p.Voice != "Ida Holm");
        account.Statements.ShouldContain(static s => s.Stance == Stance.Denies && s.Source.Name == "Ida Holm" && s.Content.Text.Contains("ignored a warning", StringComparison.Ordinal));
    }

    [Fact]
    public void Make_SentenceThatTwoReportsShare_IsOneClaim()
    {
        Account account = Make(
            "A gale hit Ostra on Sunday. In Veria and Norland, stalls were cleared and shoppers ran to the station.",
            "Ostra was hit by a gale on Sunday. In Veria and Norland, stalls were cleared and shoppers ran to the station.");
        Claim claim = account.Claims.Single(static c => c.Text.StartsWith("In Veria and Norland", StringComparison.Ordinal));
        claim.Positions.Select(static p => p.Report).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Make_DatedSentenceThatTwoReportsShare_IsOneLineOfTheTimeline()
    {
        Account account = Make(
            "May 3, 2033\n\nThe Tarn cable was mended. The Tarn cable company started to see trouble on Sunday, 1 May 2033.",
            "May 4, 2033\n\nBoats are back in Ostra. The Tarn cable company started to see trouble on Sunday, 1 May 2033.");
        account.Timeline.Single(static t => t.Text.Contains("trouble", StringComparison.Ordinal)).Reports.Length.ShouldBe(2);
    }

    [Fact]
    public void Make_TwoActsOfOneSentence_AreNotTwoClaimsInTheSameWords()
    {
        Account account = Make(
            "The Tarn cable was cut on Tuesday. Ivo Marn said the cable passes through Veria from Norland and reaches Ostra.",
            "The Tarn cable was cut on Tuesday. This is a cable that comes from Norland and then reaches Ostra.");
        account.Claims.Select(static c => c.Text).ShouldBeUnique();
        account.Claims.ShouldContain(static c => c.Text.Contains("reaches Ostra", StringComparison.Ordinal));
    }

    [Fact]
    public void Make_CountOfAnOccasionLongBefore_IsNoClaimOnThisOne()
    {
        Account account = Make(
            "November 28, 2033\n\nA landslide hit the coast near Ostra on Sunday, killing ten people.\n\nIn February, a landslide hit the town of Veld, killing hundreds of people.",
            "November 28, 2033\n\nTen people were killed when a landslide hit the coast near Ostra, the governor said.\n\nOn Saturday, more than a dozen people were killed by a landslide in eastern Sedonia.");
        account.Claims.Single(static c => c.Text.StartsWith("Ten people", StringComparison.Ordinal)).Positions.Select(static p => p.Report).Distinct().Count().ShouldBe(2);
        account.Claims.ShouldAllBe(static c => !c.Text.Contains("Sedonia", StringComparison.Ordinal) || c.Positions.Length == 1);
        account.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void Make_OneBuysWhatTheOtherSells_IsNotTheOneClaim()
    {
        Account account = Make(
            "Ostra bought 40,000 tonnes of rice from Tarland in May 2021. The harvest was poor.",
            "Ostra sold 40,000 tonnes of rice to Tarland in May 2021. The weather was bad.");
        account.Claims.ShouldAllBe(static c => c.Positions.Select(static p => p.Report).Distinct().Count() == 1);
    }

    [Fact]
    public void Make_SentenceOfADayThatNamesItsYear_IsOneLineOfTheTimeline()
    {
        Account account = Make(
            "November 10, 2022\n\nOn Wednesday, Orin Vale said Norland wants to use the Harbour League, of which it became an official member earlier this year.",
            "November 10, 2022\n\nOrin Vale spoke in Ostra on Wednesday.");
        account.Timeline.Where(static t => t.Text.StartsWith("On Wednesday", StringComparison.Ordinal)).Select(static t => t.Time).ShouldBe(["2022-11-09"]);
    }

    [Fact]
    public void Make_LabelInIndirectSpeech_IsOfTheReportAndInMarksOfTheSpeaker()
    {
        Account account = Make(
            "The mill burned down on Sunday. Orin Vale said that Norland had sold kamikaze drones to Sedonia.",
            "The mill burned down on Sunday. Orin Vale said: “Norland has sold combat drones to Sedonia.”");
        LabelGroup drones = account.Framing.Labels.Single(static g => g.Thing == "drone");
        drones.Uses.Single(static u => u.Label == "kamikaze drones").Voice.ShouldBe(FramingVoice.Own);
        drones.Uses.Single(static u => u.Label == "combat drones").Voice.ShouldBe(FramingVoice.Quoted);
    }

    [Fact]
    public void Make_HeadingInTheNegative_IsAffirmedByWhoSaysSo()
    {
        Account account = Make(
            "The Tarn mill burned down on Sunday. Ivo Marn did not carry a lamp into the Tarn mill, Ada Quill said.",
            "The Tarn mill burned down on Sunday. Police accused Ivo Marn of carrying a lamp into the Tarn mill.");
        Claim claim = account.Claims.Single(static c => c.Text.Contains("lamp", StringComparison.Ordinal));
        claim.Text.ShouldBe("Ivo Marn did not carry a lamp into the Tarn mill");
        claim.Positions.Single(static p => p.Voice == "Ada Quill").Kind.ShouldBe(PositionKind.Affirms);
        claim.Positions.Single(static p => p.Voice != "Ada Quill").Kind.ShouldBe(PositionKind.Denies);
        claim.Status.ShouldBe(ClaimStatus.Disputed);
    }

    [Fact]
    public void Make_WhatSomebodyOnlyNamesInPassing_IsTheReportsOwnWord()
    {
        Account account = Make(
            "Norland's president Ada Quill visited Brevik in July 2023. She met the mayor there.",
            "Harbour chief Ivo Brand said the yard was sold during Ada Quill's visit to Brevik in July 2023.");
        Claim claim = account.Claims.First(static c => c.Text.Contains("visited Brevik", StringComparison.Ordinal));
        claim.Positions.Select(static p => p.Report).Distinct().Count().ShouldBe(2);
        claim.Positions.ShouldAllBe(static p => p.Voice == "own voice");
    }

    [Fact]
    public void Make_AllegedlyBesideAnAccusation_IsALimitAndNoConflict()
    {
        Account account = Make(
            "Dozens protested at the Tarn mill on Sunday. Ivo Marn struck the guard Orin Vale with a lamp, police said.",
            "Dozens protested at the Tarn mill on Sunday. Ivo Marn allegedly struck the guard Orin Vale with a lamp.");
        Claim claim = account.Claims.Single(static c => c.Text.Contains("lamp", StringComparison.Ordinal));
        claim.Positions.Select(static p => p.Report).Distinct().Count().ShouldBe(2);
        claim.Positions.Single(static p => p.Voice == "police").Kind.ShouldBe(PositionKind.Affirms);
        claim.Positions.Single(static p => p.Voice != "police").Kind.ShouldBe(PositionKind.Qualifies);
        account.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void Make_DenialOfMoreThanTheDisputedSale_IsASideOfItsTime()
    {
        Account account = Make(
            "Norland's minister Orin Vale admitted on Monday that Norland had sold drones to Sedonia, but claimed that this happened before the start of the war. Arvonia rejected the claim and said that Norland sold drones to Sedonia in March 2031.",
            "US officials say that Norland has been providing Sedonia with hundreds of drones for its blockade. Sedonian officials have dismissed these allegations.");
        Claim when = account.Claims.Single(static c => c.Text.Contains("before the start of the war", StringComparison.Ordinal));
        Conflict time = account.Conflicts.Single(c => c.Claim == when.Id);
        time.Sides.Select(static s => s.Value).ShouldBe(["2031-03", "before the start of the war", "not at all"], ignoreOrder: true);
    }

    [Fact]
    public void Make_DismissalOfMoreThanABareAct_DeniesSomethingElse()
    {
        Account account = Make(
            "Norland's minister Orin Vale admitted on Monday that Norland had sold drones to Sedonia.",
            "US officials allege that Norland has been providing Sedonia with hundreds of drones for its blockade. Sedonian officials have dismissed these allegations.");
        Claim act = account.Claims.Single(static c => c.Text == "Norland had sold drones to Sedonia");
        act.Positions.Single(static p => p.Voice == "Sedonian officials").Kind.ShouldBe(PositionKind.DeniesSomethingElse);
        act.Positions.Single(static p => p.Voice == "US officials").Kind.ShouldBe(PositionKind.Affirms);
        Conflict denial = account.Conflicts.Single(static c => c.Kind == ConflictKind.Denial);
        account.Claims.Single(c => c.Id == denial.Claim).Text.ShouldContain("hundreds of drones");
    }

    [Fact]
    public void Make_ExplosionTwoWordings_IsOneClaim()
    {
        Account account = Make(
            "A bomb exploded on Friday at the Halden Bank in Ostra, killing a guard and a clerk.",
            "The explosion occurred on Friday at the Halden Bank in Ostra. A guard and a clerk were killed.");
        account.Claims.ShouldContain(static c => c.Text.Contains("explo", StringComparison.Ordinal) && c.Positions.Select(p => p.Report).Distinct().Count() == 2);
    }

    [Fact]
    public void Make_SecondFightOfTwo_IsNotTheFirst()
    {
        Account account = Make(
            "Orin Vale stopped Ivo Marn in the sixth round on Saturday in Ostra.",
            "Orin Vale stopped Ivo Marn in the sixth round on Saturday. In 2031, Vale stopped Marn in the 11th round.");
        account.Claims.ShouldAllBe(static c => c.Positions.Length == 1 || !c.Text.Contains("11th", StringComparison.Ordinal));
        account.Claims.Single(static c => c.Text.Contains("sixth", StringComparison.Ordinal)).Positions.Length.ShouldBe(2);
    }

    [Fact]
    public void Make_WhatIsOftenDone_IsNotWhatWasDone()
    {
        Account account = Make(
            "Halden Systems released a patch for its browser on Wednesday.",
            "Halden Systems released a patch for its browser on Wednesday. Halden Systems typically releases patches for its browser in spring.");
        account.Claims.ShouldAllBe(static c => c.Positions.Length < 2 || !c.Text.Contains("typically", StringComparison.Ordinal));
        account.Claims.Single(static c => c.Text.Contains("Wednesday", StringComparison.Ordinal)).Positions.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("Ada Quill passed away on Monday in Brevik.")]
    [InlineData("The storm claimed the life of Ada Quill on Monday.")]
    [InlineData("Ada Quill was fatally struck by a tram on Monday.")]
    public void Make_DeathInOtherWords_IsOneClaim(string other)
    {
        Account account = Make("Ada Quill died on Monday, her publisher said.", other);
        account.Claims.ShouldContain(static c => c.Positions.Select(p => p.Report).Distinct().Count() == 2);
    }

    [Fact]
    public void Make_PriorArrests_AreNoArrestsOfTheDay()
    {
        Account account = Make(
            "Ivo Marn was shot at the Tarn mill on Friday. At least 46 people were arrested at the Tarn mill on Sunday.",
            "Ivo Marn was shot at the Tarn mill on Friday. On Sunday 46 people were arrested at the Tarn mill, the mayor said.",
            "Ivo Marn was shot at the Tarn mill on Friday. Marn has four prior arrests, police said.");
        account.Claims.ShouldContain(static c => c.Text.Contains("46 people", StringComparison.Ordinal));
        account.Claims.ShouldAllBe(static c => !c.Text.Contains("46 people", StringComparison.Ordinal) || c.Positions.Select(p => p.Report).Distinct().Count() == 2);
        account.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void Make_RecordInOtherWords_IsOneClaim()
    {
        Account account = Make(
            "Varda dismissed its trainer Greta Lohm on Sunday. Greta Lohm has an overall record of 84-86.",
            "Greta Lohm was dismissed as trainer of Varda on Sunday. Lohm is 84-86 lifetime, including four years in Brevik.");
        account.Claims.Single(static c => c.Text.Contains("84-86", StringComparison.Ordinal)).Positions.Length.ShouldBe(2);
    }

    private static string Words(Account account, Position position) => account.Statements.FirstOrDefault(s => s.Id == position.Statement)?.Content.Text ?? account.Events.FirstOrDefault(e => e.Id == position.Event)?.Trigger.Lemma ?? "";

    private Account Make(params string[] texts)
    {
        string[] paths = [.. texts.Select((_, i) => Path.Combine(_folder, $"{i}.txt"))];
        for (int i = 0; i < texts.Length; i++)
        {
            File.WriteAllText(paths[i], texts[i] + "\n");
        }

        return installed.Maker.Make(new AccountRequest { Paths = paths }).Account;
    }
}
