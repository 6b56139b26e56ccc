using System.Text.Json;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class AccountBuilderTests
{
    private static Account Build(params IReadOnlyList<AnnotatedReport> reports) => new AccountBuilder(new AccountOptions()).Build(reports).Account;

    [Fact]
    public void Build_NoReports_GivesAnEmptyAccount() => Build().Reports.ShouldBeEmpty();

    [Fact]
    public void Build_AnyOrder_GivesTheSameBytes()
    {
        AnnotatedReport[] reports = [.. HarbourStory.All()];
        string expected = JsonSerializer.Serialize(Build(reports));
        Random random = new(7);
        for (int round = 0; round < 10; round++)
        {
            random.Shuffle(reports);
            JsonSerializer.Serialize(Build(reports)).ShouldBe(expected);
        }
    }

    [Fact]
    public void Build_SameBytesTwice_StandOnceWithBothNames()
    {
        AnnotatedReport report = HarbourStory.Denial();
        Account account = Build(report, report.WithReport(report.Report with { Files = ["other.txt"] }));
        account.Reports.ShouldHaveSingleItem().Files.ShouldBe(["other.txt", "report.txt"]);
    }

    [Fact]
    public void Build_OneSaleInThreeWords_IsOneDisputedClaim()
    {
        Claim claim = Build([.. HarbourStory.All()]).Claims.Single(c => c.Positions.Length == 3);
        claim.Status.ShouldBe(ClaimStatus.Disputed);
        claim.Positions.Count(p => p.Kind == PositionKind.Affirms).ShouldBe(2);
        claim.Positions.Single(p => p.Kind == PositionKind.Denies).Voice.ShouldBe("Orin Vale");
    }

    [Fact]
    public void Build_DisputedSale_HasTheDenialAndTheTimesAsConflicts()
    {
        Account account = Build([.. HarbourStory.All()]);
        string claim = account.Claims.Single(c => c.Positions.Length == 3).Id;
        account.Conflicts.Where(c => c.Claim == claim).Select(c => c.Kind).Order().ShouldBe([ConflictKind.Sequence, ConflictKind.Denial]);
        account.Conflicts.Single(c => c.Kind == ConflictKind.Sequence).Sides.Select(s => s.Value).ShouldBe(["after the war", "before the war"]);
    }

    [Fact]
    public void Build_MeetingToldByTwo_IsOneHappeningThatDatesTheUndatedReport()
    {
        Account account = Build([.. HarbourStory.All()]);
        Happening meeting = account.Happenings.Single(h => h.Plover == PloverType.CONSULT);
        meeting.Reports.Length.ShouldBe(2);
        meeting.Time.ShouldBe("2022-11-09");
        PublishedDate date = account.Reports.Single(r => r.Outlet!.Name == "The Norland Post").Published.ShouldNotBeNull();
        (date.Earliest, date.Latest, date.Basis).ShouldBe(("2022-11-09", "2022-11-15", DateBasis.Neighbours));
    }

    [Fact]
    public void Build_ToldAndDeniedInOneReport_IsADisputedClaim()
    {
        AnnotatedReport report = Sample.Of(
            """
            Norland    Norland   PROPN  _            3  nsubj
            is         be        AUX    _            3  aux
            using      use       VERB   VerbForm=Part 0 root
            patrol     patrol    NOUN   _            5  compound
            boats      boat      NOUN   _            3  obj
            .          .         PUNCT  _            3  punct

            Norland    Norland   PROPN  _            2  nsubj
            denies     deny      VERB   _            0  root
            using      use       VERB   VerbForm=Ger 2  xcomp
            boats      boat      NOUN   _            3  obj
            .          .         PUNCT  _            2  punct
            """).Entity("Norland", ActorKind.Country, "NL1", ["Norland", "Norland~"]).Statement("Norland~", "denies", "using boats", Stance.Denies, lemma: "deny").Build();
        Build(report).Claims.ShouldHaveSingleItem().Status.ShouldBe(ClaimStatus.Disputed);
    }

    [Fact]
    public void Build_PeopleUnderFullNameAndSurname_AreOneEach()
    {
        Account account = Build([.. HarbourStory.All()]);
        account.Entities.Count(e => e.Kind == ActorKind.Person).ShouldBe(2);
        account.Entities.Single(e => e.Name == "Ada Quill").Mentions.Select(m => m.Report).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Build_ThreeVoices_CountAsThreeOriginsOfWhichOneDenies()
    {
        Account account = Build([.. HarbourStory.All()]);
        Claim claim = account.Claims.Single(c => c.Positions.Length == 3);
        claim.Origins.So.ShouldBe(new CountRange(1, 2));
        claim.Origins.Said.High.ShouldBe(2);
    }
}
