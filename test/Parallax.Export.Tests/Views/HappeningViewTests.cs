using Parallax.Core.Accounts;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class HappeningViewTests
{
    [Fact]
    public void AllOf_HappeningsOfOneReport_AreNotToldBySeveral()
    {
        HappeningView happening = HappeningView.AllOf(new AccountIndex(SpillAccount.Make())).ShouldHaveSingleItem();

        happening.Facts[0].ShouldBe("told by A and B");
        happening.Cites.Select(static cite => cite.Report).ShouldBeUnique();
    }

    [Fact]
    public void AllOf_SecondInTheSameWordsAndSentences_IsLeftOut()
    {
        Account account = SpillAccount.Make();
        Happening shared = account.Happenings.Single(static h => h.Reports.Length > 1);

        HappeningView.AllOf(new AccountIndex(account with { Happenings = [.. account.Happenings, shared with { Id = shared.Id + "0" }] })).ShouldHaveSingleItem();
    }

    [Fact]
    public void AllOf_SecondInOtherWordsOfTheSameSentences_Stays()
    {
        Account account = SpillAccount.Make() with { Timeline = [] };
        Happening shared = account.Happenings.Single(static h => h.Reports.Length > 1);

        HappeningView.AllOf(new AccountIndex(account with { Happenings = [.. account.Happenings, shared with { Id = shared.Id + "0", Title = "The harbour was closed in the night by order of its master" }] })).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("Orla Venn", "who: Orla Venn")]
    [InlineData("captain", "who: captain, harbour woman")]
    public void AllOf_SomebodyDescribedBesideOneNamed_IsLeftOut(string name, string expected)
    {
        Account account = SpillAccount.Make();
        Happening shared = account.Happenings.Single(static h => h.Reports.Length > 1);
        MentionForm form = name == "captain" ? MentionForm.Nominal : MentionForm.Name;
        Entity one = new() { Id = "e90", Kind = ActorKind.Person, Name = name, Mentions = [new Mention(account.Reports[0].Id, 0, 1, form)] };
        Entity woman = new() { Id = "e91", Kind = ActorKind.Person, Name = "harbour woman", Mentions = [new Mention(account.Reports[0].Id, 0, 1, MentionForm.Nominal)] };

        HappeningView.AllOf(new AccountIndex(account with { Entities = [.. account.Entities, one, woman], Happenings = [shared with { Actors = ["e90", "e91"], Recipients = [] }] })).ShouldHaveSingleItem().Facts.ShouldContain(expected);
    }

    [Theory]
    [InlineData("youths", "Rioting youths", "who: Rioting youths")]
    [InlineData("23 smugglers", "23 armed men", "who: 23 armed men")]
    [InlineData("youths", "guards", "who: guards, youths")]
    public void AllOf_WordsForOneGroup_AreShownOnceAsMostUsed(string once, string often, string expected)
    {
        Account account = SpillAccount.Make();
        Happening shared = account.Happenings.Single(static h => h.Reports.Length > 1);
        Mention mention = new(account.Reports[0].Id, 0, 1, MentionForm.Nominal);
        Entity one = new() { Id = "e90", Kind = ActorKind.Group, Name = once, Mentions = [mention] };
        Entity two = new() { Id = "e91", Kind = ActorKind.Group, Name = often, Mentions = [mention, mention with { End = 2 }] };

        HappeningView.AllOf(new AccountIndex(account with { Entities = [.. account.Entities, one, two], Happenings = [shared with { Actors = ["e90", "e91"], Recipients = [] }] })).ShouldHaveSingleItem().Facts.ShouldContain(expected);
    }

    [Theory]
    [InlineData("PRESENT_REF")]
    [InlineData("XXXX-XX-XX")]
    public void AllOf_TimeThatTellsNone_IsNotShown(string time)
    {
        Account account = SpillAccount.Make();
        Happening shared = account.Happenings.Single(static h => h.Reports.Length > 1);

        HappeningView.AllOf(new AccountIndex(account with { Happenings = [shared with { Time = time }] })).ShouldHaveSingleItem().Facts.ShouldAllBe(static fact => !fact.StartsWith("when", StringComparison.Ordinal));
    }
}
