using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Entities;
using Shouldly;
using Xunit;

namespace Parallax.Stories.Tests;

public sealed class EntityDecisionTests
{
    private static readonly (string Name, ActorKind Kind)[] Names =
        [("Ada Quill", ActorKind.Person), ("Ada Quill", ActorKind.Person), ("Quillon", ActorKind.Organization), ("Harbour Office", ActorKind.Other)];

    private static readonly AnnotatedReport[] Reports = [.. Names.Select((n, i) => Report(n.Name, n.Kind, i))];

    [Fact]
    public void Link_NoDecision_JoinsEqualNames() => Link().Entities.Length.ShouldBe(3);

    [Fact]
    public void Link_Merge_JoinsWhatNoRuleWouldAndKeepsTheRest()
    {
        LinkedEntities linked = Link(Decide(1, EntityDecisionKind.Merge, 0, 2));
        linked.Entities.Length.ShouldBe(2);
        Entity quill = linked.Entities.Single(static e => e.Mentions.Length == 3);
        quill.Name.ShouldBe("Ada Quill");
        quill.Aliases.ShouldContain("Quillon");
        quill.Explanation.ShouldNotBeNull().Because.ShouldContain(static e => e.Rule == "decision-merge" && e.Text.Contains("decision 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Link_Split_KeepsEqualNamesApart()
    {
        LinkedEntities linked = Link(Decide(1, EntityDecisionKind.Split, 0, 1));
        linked.Entities.Count(static e => e.Name == "Ada Quill").ShouldBe(2);
        linked.Entities.First(static e => e.Name == "Ada Quill").Explanation.ShouldNotBeNull().Text.ShouldContain("decision 1");
    }

    [Fact]
    public void Link_MergeAfterSplit_TheLaterDecisionStands() =>
        Link(Decide(1, EntityDecisionKind.Split, 0, 1), Decide(2, EntityDecisionKind.Merge, 1, 0)).Entities.Length.ShouldBe(3);

    [Fact]
    public void Link_SplitAfterMerge_TheLaterDecisionStands() =>
        Link(Decide(1, EntityDecisionKind.Merge, 0, 2), Decide(2, EntityDecisionKind.Split, 2, 0)).Entities.Length.ShouldBe(3);

    [Fact]
    public void Link_Rename_KeepsTheOldNameAsAnother()
    {
        Entity renamed = Link(Decide(1, EntityDecisionKind.Rename, 3) with { Name = "Port Office" }).Entities.Single(static e => e.Name == "Port Office");
        renamed.Aliases.ShouldBe(["Harbour Office"]);
    }

    [Fact]
    public void Link_Reject_LeavesTheAccount()
    {
        LinkedEntities linked = Link(Decide(1, EntityDecisionKind.Reject, 0));
        linked.Entities.ShouldNotContain(static e => e.Name == "Ada Quill");
        linked.IdOf.Keys.ShouldNotContain(Id(1));
    }

    [Fact]
    public void Link_DecisionOnWhatIsNotThere_IsIdleAndAFinding()
    {
        EntityDecision decision = new(4, EntityDecisionKind.Reject, ["e000"], [], "", "“Nobody” is no entity");
        Link(decision).Idle.ShouldBe([decision]);
        Account account = new AccountBuilder(new AccountOptions { Decisions = [decision] }).Build(Reports).Account;
        account.Findings.ShouldContain(static f => f.Id == "PX3008" && f.Message.Contains("Decision 4", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_TwoEntitiesOfOneId_StillGivesAnAccount()
    {
        Entity other = Reports[2].Entities.Entities[0] with { Id = Id(3) };
        AnnotatedReport[] reports = [Reports[3], Reports[2].With(ReportLayers.Entities, new EntityLayer([other]))];
        new AccountBuilder(new AccountOptions()).Build(reports).Account.Reports.Length.ShouldBe(2);
    }

    private static LinkedEntities Link(params ImmutableArray<EntityDecision> decisions) => EntityLinker.Link(ReportSet.Of(Reports), new ExplanationBook(), decisions);

    private static EntityDecision Decide(int number, EntityDecisionKind kind, int left, int right = -1) =>
        new(number, kind, [Id(left)], right < 0 ? [] : [Id(right)], "", "as decided");

    private static string Id(int report) => Reports[report].Entities.Entities[0].Id;

    private static AnnotatedReport Report(string name, ActorKind kind, int number)
    {
        string[] words = name.Split(' ');
        string rows = words.Length == 1
            ? $"{name}  {name}  PROPN  _  2  nsubj  _\n"
            : $"{words[0]}  {words[0]}  PROPN  _  3  nsubj  _\n{words[1]}  {words[1]}  PROPN  _  1  flat  _\n";
        return Sample.Of($"# par\n{rows}left{number}  leave  VERB  _  0  root  _\n.  .  PUNCT  _  {words.Length + 1}  punct  _\n").Entity(name, kind).Build();
    }
}
