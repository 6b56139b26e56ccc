using System.Collections.Immutable;
using System.Text;
using Parallax.Application.Collections;
using Parallax.Intake;
using Parallax.Storage.Sqlite;
using Parallax.Stories.Grouping;
using Shouldly;
using Xunit;

namespace Parallax.Application.Tests;

public sealed class CollectionStoriesTests : IDisposable
{
    private static readonly string[] Reports =
    [
        "The Brackwater ferry Halcyon sank off Port Ellery on Monday. Captain Ines Morrow radioed the Ellery coast guard before the Halcyon capsized in the storm, the harbour office said.",
        "Divers searched the wreck of the Halcyon off Port Ellery. The Brackwater ferry capsized in a storm; captain Ines Morrow survived, the Ellery coast guard said on Tuesday.",
        "Captain Ines Morrow of the capsized ferry Halcyon told the Ellery coast guard that a storm hit Brackwater without warning, and that the ferry sank within minutes.",
        "Parliament in Norland passed the grain tax by two votes. Farmers from the Vale marched against the grain tax through the capital of Norland and blocked a bridge.",
        "Farmers of the Vale blocked roads over the grain tax that the Norland parliament passed by two votes, and said that they would march on the capital again.",
        "The museum of clocks in Tarn opened its east wing with a lecture on pendulums by the historian Ansel Brode, who gave it his collection of ship chronometers.",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (SqliteCollection Collection, CollectionStories Stories) New(string name)
    {
        SqliteCollection collection = SqliteCollection.Open(Path.Combine(_folder, name));
        return (collection, new CollectionStories(collection, new ReportIntake(new IntakeOptions())));
    }

    private static string Stories(SqliteCollection collection) =>
        string.Join(" ", Reports.Select((_, i) => collection.Stories.StoryOf(Key(i))));

    private static string Key(int report) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Reports[report])));

    [Fact]
    public void Update_OneByOneInTwentyOrders_GivesTheStoriesOfAllAtOnce()
    {
        (SqliteCollection whole, CollectionStories all) = New("whole");
        using SqliteCollection closing = whole;
        for (int i = 0; i < Reports.Length; i++)
        {
            whole.Add($"{i}.txt", Encoding.UTF8.GetBytes(Reports[i]));
        }

        all.Update().Length.ShouldBe(3);
        string expected = Stories(whole);
        Random random = new(5);
        for (int round = 0; round < 20; round++)
        {
            int[] order = [.. Enumerable.Range(0, Reports.Length)];
            random.Shuffle(order);
            (SqliteCollection collection, CollectionStories stories) = New($"round{round}");
            using SqliteCollection closingToo = collection;
            foreach (int i in order)
            {
                collection.Add($"{i}.txt", Encoding.UTF8.GetBytes(Reports[i]));
                stories.Update().ShouldNotBeEmpty();
            }

            Stories(collection).ShouldBe(expected, $"order {string.Join(',', order)}");
        }
    }

    [Fact]
    public void Update_SecondReportOfAMatter_JoinsItsStoryAndSaysWhy()
    {
        (SqliteCollection collection, CollectionStories stories) = New("two");
        using SqliteCollection closing = collection;
        collection.Add("a.txt", Encoding.UTF8.GetBytes(Reports[0]));
        collection.Add("c.txt", Encoding.UTF8.GetBytes(Reports[5]));
        stories.Update();
        collection.Add("b.txt", Encoding.UTF8.GetBytes(Reports[1]));
        StoryChange change = stories.Update().ShouldHaveSingleItem();
        change.Kind.ShouldBe(StoryChangeKind.Joined);
        change.New.ShouldHaveSingleItem();
        change.NewTitles.ShouldHaveSingleItem().ShouldStartWith("Divers searched the wreck");
        change.Title.ShouldNotContain("museum");
        change.Reports.Length.ShouldBe(2);
        change.Explanation.Text.ShouldContain("2 reports");
        change.Explanation.Because.ShouldNotBeEmpty();
        stories.Update().ShouldBeEmpty();
    }

    [Fact]
    public void Update_TheShelf_GivesTheGroupsOfAnIndexInMemory()
    {
        (SqliteCollection collection, CollectionStories stories) = New("shelf");
        using SqliteCollection closing = collection;
        StoryIndex index = new(new StoryOptions());
        ReportIntake intake = new(new IntakeOptions());
        for (int i = 0; i < Reports.Length; i++)
        {
            collection.Add($"{i}.txt", Encoding.UTF8.GetBytes(Reports[i]));
            index.Add(StoryFeatures.Of(intake.Read($"{i}.txt", Encoding.UTF8.GetBytes(Reports[i])).Reports[0]));
        }

        stories.Update();
        foreach (StoryGroup group in index.Groups())
        {
            group.Members.Select(m => collection.Stories.StoryOf(m)).Distinct().Count().ShouldBe(1);
        }

        Enumerable.Range(0, Reports.Length).Select(i => collection.Stories.StoryOf(Key(i))).Distinct().Count().ShouldBe(index.Groups().Length);
    }
}
