using System.Text;
using Microsoft.Data.Sqlite;
using Parallax.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Parallax.Storage.Tests.Sqlite;

public sealed class StoryRowsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    private string File => Path.Combine(_folder, "story.parallax");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Input(SqliteCollection collection, string text)
    {
        collection.Add(text, Encoding.UTF8.GetBytes(text));
        return collection.Reports().Single(r => r.Names.Contains(text)).Sha256;
    }

    private static StoryRow Row(string key, string input, int? day, params (string, int)[] stems) => new(key, input, day, [.. stems]);

    private static int Background(string stem) => stem.Length;

    [Fact]
    public void Add_TwoReports_AreFoundByTheirStems()
    {
        using SqliteCollection collection = SqliteCollection.Open(File);
        string one = Input(collection, "one"), two = Input(collection, "two");
        collection.Stories.Missing().ShouldBe([.. new[] { one, two }.Order(StringComparer.Ordinal)]);
        collection.Stories.Add([Row("a", one, 700000, ("boat", 2), ("harbour", 300)), Row("b", two, null, ("boat", 1))], [one, two], Background).ShouldBe([0, 1]);
        collection.Stories.Add([Row("a", one, 700000, ("boat", 2))], [one], Background).ShouldBeEmpty();

        collection.Stories.Missing().ShouldBeEmpty();
        (collection.Stories.Count, collection.Stories.Stems).ShouldBe((2, 2));
        (string key, int? day, var stems) = collection.Stories.Report(0);
        (key, day).ShouldBe(("a", 700000));
        stems.Select(static s => s.Count).ShouldBe([2, 300]);
        int boat = stems[0].Stem, harbour = stems[1].Stem;
        collection.Stories.Holders(boat).ShouldBe([0, 1]);
        collection.Stories.Holders(harbour).ShouldBe([0]);
        collection.Stories.Use(boat).ShouldBe((4, 2));
        collection.Stories.Use(harbour).ShouldBe((7, 1));
        collection.Stories.Outline(0).ShouldBe((700000, 2));
        collection.Stories.Outline(1).ShouldBe((null, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => collection.Stories.Report(2));
        Should.Throw<ArgumentOutOfRangeException>(() => collection.Stories.Outline(2));
    }

    // More than a block of a column and a segment of holders have room for.
    [Fact]
    public void Add_ManyReportsAndStems_AreAllThereWhenOpenedAgain()
    {
        const int Reports = 1203;
        using (SqliteCollection collection = SqliteCollection.Open(File))
        {
            string input = Input(collection, "all");
            collection.Stories.Add([.. Enumerable.Range(0, 700).Select(i => Row($"k{i:0000}", input, i, ("all", 1), ($"own{i:0000}", 1)))], [input], Background);
            collection.Stories.Add([.. Enumerable.Range(700, Reports - 700).Select(i => Row($"k{i:0000}", input, i, ("all", 1), ($"own{i:0000}", 1)))], [input], Background);
        }

        using SqliteCollection again = SqliteCollection.Open(File);
        (again.Stories.Count, again.Stories.Stems).ShouldBe((Reports, Reports + 1));
        for (int i = 0; i < Reports; i++)
        {
            (string key, int? day, var stems) = again.Stories.Report(i);
            (key, day).ShouldBe(($"k{i:0000}", i));
            again.Stories.Holders(stems[1].Stem).ShouldBe([i]);
            again.Stories.Use(stems[0].Stem).ShouldBe((3, Reports));
        }

        again.Stories.Holders(again.Stories.Report(0).Stems[0].Stem).ShouldBe(Enumerable.Range(0, Reports));
    }

    [Fact]
    public void Add_AnotherConnectionHasAdded_GoesOnAfterIt()
    {
        using SqliteCollection first = SqliteCollection.Open(File), second = SqliteCollection.Open(File);
        string input = Input(first, "one");
        first.Stories.Add([Row("a", input, null, ("boat", 1))], [input], Background);
        second.Stories.Count.ShouldBe(1);
        first.Stories.Add([Row("b", input, null, ("quay", 1))], [input], Background);
        second.Stories.Add([Row("c", input, null, ("boat", 1), ("quay", 1))], [input], Background).ShouldBe([2]);
        second.Stories.Report(2).Stems.Select(s => second.Stories.Use(s.Stem).Reports).ShouldBe([2, 2]);
        first.Stories.Holders(0).ShouldBe([0], "what another connection added is not looked at before the next adding");
    }

    // The form of 4 and 5: a row holds the stems themselves, each after the number of its bytes.
    [Fact]
    public void TakeOver_ReportsOfAnEarlierForm_AreInTheFormOfNow()
    {
        string input;
        using (SqliteCollection collection = SqliteCollection.Open(File))
        {
            input = Input(collection, "one");
        }

        using (SqliteConnection connection = new($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "DELETE FROM story_missing; INSERT INTO story_before (number, key, input, day, stems, story, title) VALUES (3, 'a', @input, 9, x'0204626F61740204717561798101', 't1', 'Boats'), (7, 'b', @input, NULL, x'0104626F617401', NULL, NULL)";
            command.Parameters.AddWithValue("@input", input);
            command.ExecuteNonQuery();
        }

        using SqliteCollection again = SqliteCollection.Open(File);
        again.Stories.Missing().ShouldBeEmpty();
        again.Stories.TakeOver(1, Background).ShouldBe(1);
        again.Stories.TakeOver(1, Background).ShouldBe(0);
        again.Stories.TakeOver(1, Background).ShouldBe(0);
        (string key, int? day, var stems) = again.Stories.Report(0);
        (key, day).ShouldBe(("a", 9));
        stems.ShouldBe([(0, 2), (1, 129)]);
        again.Stories.Holders(0).ShouldBe([0, 1]);
        again.Stories.StoryOf("a").ShouldBe("t1");
        again.Stories.Title(["a", "b"]).ShouldBe("Boats");
        again.Stories.StoryOf("b").ShouldBeNull();
    }
}
