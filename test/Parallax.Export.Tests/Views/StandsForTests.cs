using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Text;
using Parallax.Export.Tests.Sample;
using Parallax.Export.Views;
using Shouldly;
using Xunit;

namespace Parallax.Export.Tests.Views;

public sealed class StandsForTests
{
    private static readonly ReportDraft Draft = new(
        "quay.txt",
        ["Lamp lost"],
        ["Ada Quill keeps the lamp of Brevik."],
        ["She lit it.", "She left it burning on Friday.", "The keeper sleeps by day.", "Bo Vale said he had seen the guard.", "The Anvil Works made it.", "The company sold it."]);

    private static readonly Entity Quill = Who(ActorKind.Person, "Ada Quill", Draft.Mention("Ada Quill", MentionForm.Name), Draft.Mention("She", MentionForm.Pronoun), Draft.Mention("She", MentionForm.Pronoun, "lit it"), Draft.Mention("The keeper", MentionForm.Nominal));

    private static readonly Entity Vale = Who(ActorKind.Person, "Bo Vale", Draft.Mention("Bo Vale", MentionForm.Name), Draft.Mention("he", MentionForm.Pronoun, "Bo Vale said"), Draft.Mention("the guard", MentionForm.Nominal));

    private static readonly Entity Works = Who(ActorKind.Organization, "Anvil Works", Draft.Mention("Anvil Works", MentionForm.Name), Draft.Mention("The company", MentionForm.Nominal));

    [Theory]
    [InlineData("She lit it", "“She” is Ada Quill")]
    [InlineData("She left it burning on Friday", "“She” is Ada Quill; “Friday” is 7 March 2031")] // each sentence since the name tells of her
    [InlineData("he had seen the guard", "“he” is Bo Vale")] // who speaks; the guard is not the one who saw him
    [InlineData("the guard", "")]
    [InlineData("The company sold it", "“The company” is Anvil Works")]
    [InlineData("The keeper sleeps by day", "")] // the name stands too far before
    public void Of_WordsThatStandForAName_AreSaid(string heading, string expected)
    {
        Statement said = Draft.Statement("Bo Vale", "Bo Vale", Vale.Id, ActorKind.Person, "said", "say", "he had seen the guard");
        var account = SpillAccount.Make() with
        {
            Reports = [Draft.Report], Entities = [Quill, Vale, Works], Statements = [said], Claims = [], Conflicts = [],
            Times = [Draft.Time("Friday", "2031-03-07", TimeAnchor.Published)],
        };

        string.Join("; ", StandsFor.Of(new AccountIndex(account), Draft.Evidence(heading))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("She left it burning on Friday", "(“She” is Ada Quill)")] // The day stands before the line.
    [InlineData("Ada Quill keeps the lamp", "")]
    public void BracketOf_LineOfTheTimeline_SaysWhomItMeans(string words, string expected)
    {
        Evidence at = Draft.Evidence(words);
        var entry = new TimelineEntry("2031-03-07", TimePrecision.Day, null, null, [at.Report], words, [at]);
        var account = SpillAccount.Make() with
        {
            Reports = [Draft.Report], Entities = [Quill], Statements = [], Claims = [], Conflicts = [], Timeline = [entry], Times = [Draft.Time("Friday", "2031-03-07", TimeAnchor.Published)],
        };

        TimelineView.Of(new AccountIndex(account)).Lines[0].Bracket.ShouldBe(expected);
    }

    [Fact]
    public void Of_SomebodyElseToldOfBetween_SaysNothing()
    {
        Entity other = Who(ActorKind.Unnamed, "boatman", Draft.Mention("lamp", MentionForm.Nominal));
        var account = SpillAccount.Make() with { Reports = [Draft.Report], Entities = [Quill, other], Statements = [], Claims = [], Conflicts = [], Times = [] };

        StandsFor.Of(new AccountIndex(account), Draft.Evidence("She lit it")).ShouldBeEmpty();
    }

    [Fact]
    public void Of_WordLeftOut_IsNotExplained()
    {
        var account = SpillAccount.Make() with { Reports = [Draft.Report], Entities = [Quill], Statements = [], Claims = [], Conflicts = [], Times = [Draft.Time("Friday", "2031-03-07", TimeAnchor.Published)] };
        Evidence heading = Draft.Evidence("She left it burning on Friday"), day = Draft.Evidence("on Friday");

        StandsFor.Of(new AccountIndex(account), heading, TextSpan.FromBounds(day.Start, day.End)).ShouldBe(["“She” is Ada Quill"]);
    }

    [Theory]
    [InlineData("She lit it", "She", null)] // the name stands beside it
    [InlineData("The keeper sleeps by day", "The keeper", "She left it burning on Friday.")]
    public void Before_WordsThatNothingBesideTheHeadingTells_AreShownWithWhatStandsBefore(string heading, string open, string? expected)
    {
        Evidence words = Draft.Evidence(heading), word = Draft.Evidence(open);
        Claim claim = SpillAccount.Make().Claims[0] with { TextEvidence = words, Text = heading, Open = [TextSpan.FromBounds(word.Start, word.End)], Before = Draft.Evidence("She left it burning on Friday.") };
        var account = SpillAccount.Make() with { Reports = [Draft.Report], Entities = [Quill], Statements = [], Claims = [claim], Conflicts = [], Times = [] };

        (StandsFor.Before(new AccountIndex(account), claim)?.Text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("it would be hard to leave", "")] // opens what follows
    [InlineData("it would be a yard to leave", "“it” is Anvil Works")]
    public void Of_ItThatOnlyOpensWhatFollows_StandsForNobody(string heading, string expected)
    {
        var draft = new ReportDraft("hard.txt", ["Yard"], ["The Anvil Works said " + heading + "."]);
        Entity works = Who(ActorKind.Organization, "Anvil Works", draft.Mention("Anvil Works", MentionForm.Name), draft.Mention("it", MentionForm.Pronoun, "it would"));
        Statement said = draft.Statement("Anvil Works", "Anvil Works", works.Id, ActorKind.Organization, "said", "say", heading);
        var account = SpillAccount.Make() with { Reports = [draft.Report], Entities = [works], Statements = [said], Claims = [], Conflicts = [], Times = [] };

        string.Join("; ", StandsFor.Of(new AccountIndex(account), draft.Evidence(heading))).ShouldBe(expected);
    }

    [Theory]
    [InlineData(Manner.Direct, "")]
    [InlineData(Manner.Indirect, "“Friday” is 7 March 2031")]
    public void Of_DayInSomebodysOwnWords_IsNotReckoned(Manner manner, string expected)
    {
        var draft = new ReportDraft("day.txt", ["Yard"], ["Bo Vale said boats sail on Friday."]);
        Entity vale = Who(ActorKind.Person, "Bo Vale", draft.Mention("Bo Vale", MentionForm.Name));
        Statement said = draft.Statement("Bo Vale", "Bo Vale", vale.Id, ActorKind.Person, "said", "say", "boats sail on Friday") with { Manner = manner };
        var account = SpillAccount.Make() with { Reports = [draft.Report], Entities = [vale], Statements = [said], Claims = [], Conflicts = [], Times = [draft.Time("Friday", "2031-03-07", TimeAnchor.Published)] };

        string.Join("; ", StandsFor.Of(new AccountIndex(account), draft.Evidence("boats sail on Friday"))).ShouldBe(expected);
    }

    private static Entity Who(ActorKind kind, string name, params Mention[] mentions) => new() { Id = Ids.Group('e', [name]), Kind = kind, Name = name, Aliases = [], Descriptions = [], Mentions = [.. mentions] };
}
