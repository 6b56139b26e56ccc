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

    [Fact]
    public void Make_TimeClauseInsideADenial_IsNotDenied()
    {
        Account account = Make(
            "Ida Holm rejected claims by the government that the crew ignored a warning before the ferry Merle ran aground.",
            "The ferry Merle ran aground on Monday off Ostra. Two sailors were hurt.",
            "The ferry Merle ran aground off Ostra, the harbour office said. The crew was unharmed.");
        account.Claims.Single(static c => c.Text == "The ferry Merle ran aground off Ostra").Positions.ShouldAllBe(static p => p.Kind == PositionKind.Affirms);
        account.Claims.Single(static c => c.Text.Contains("ignored a warning", StringComparison.Ordinal)).Positions.ShouldContain(static p => p.Kind == PositionKind.Denies && p.Voice == "Ida Holm");
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
    public void Make_CountOfAnOccasionLongBefore_IsNoClaimOnThisOne()
    {
        Account account = Make(
            "November 28, 2033\n\nA landslide hit the coast near Ostra on Sunday, killing ten people.\n\nIn February, a landslide hit the town of Veld. It killed 612 people.",
            "November 28, 2033\n\nTen people were killed when a landslide hit the coast near Ostra, the governor said.");
        account.Claims.ShouldContain(static c => c.Text.Contains("en people", StringComparison.Ordinal));
        account.Claims.ShouldAllBe(c => !c.Positions.Any(p => c.Text.Contains("en people", StringComparison.Ordinal) && Words(account, p).Contains("612", StringComparison.Ordinal)));
        account.Conflicts.ShouldBeEmpty();
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
