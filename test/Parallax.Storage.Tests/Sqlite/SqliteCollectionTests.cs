using System.Text;
using Microsoft.Data.Sqlite;
using Parallax.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Parallax.Storage.Tests.Sqlite;

public sealed class SqliteCollectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    private string File => Path.Combine(_folder, "story.parallax");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Add_SameBytesTwice_StandsOnceWithBothNames()
    {
        using SqliteCollection collection = SqliteCollection.Open(File);
        collection.Add("b.txt", Bytes("one")).ShouldBeTrue();
        collection.Add("a.txt", Bytes("one")).ShouldBeFalse();
        collection.Add("a.txt", Bytes("one")).ShouldBeFalse();
        StoredReport report = collection.Reports().ShouldHaveSingleItem();
        report.Names.ShouldBe(["a.txt", "b.txt"]);
        Encoding.UTF8.GetString(report.Bytes.Span).ShouldBe("one");
    }

    [Fact]
    public void Open_Again_FindsWhatWasAcknowledged()
    {
        using (SqliteCollection collection = SqliteCollection.Open(File))
        {
            collection.Add("a.txt", Bytes("one"));
            collection.SaveLayers(collection.Reports().Single().Sha256, "reader 1", [1, 2, 3]);
            collection.Decide(new Decision("merge", "e1", "e2", "A and B are one")).ShouldBe(1);
            collection.SaveIds([("h1", "v1"), ("h2", "v1")]);
        }

        using SqliteCollection again = SqliteCollection.Open(File);
        string sha256 = again.Reports().ShouldHaveSingleItem().Sha256;
        again.FindLayers(sha256, "reader 1").ShouldBe([1, 2, 3]);
        again.FindLayers(sha256, "reader 2").ShouldBeNull();
        again.Decisions().ShouldBe([new KeptDecision(1, new Decision("merge", "e1", "e2", "A and B are one"))]);
        again.GivenIds()["v1"].ShouldBe("h1");
    }

    [Fact]
    public void Add_ConnectionNeverClosed_IsStillThere()
    {
        // What a killed process leaves behind: the file and its log, without a clean close. A copy of both is opened instead.
        SqliteCollection collection = SqliteCollection.Open(File);
        collection.Add("a.txt", Bytes("one"));
        string copy = Path.Combine(_folder, "copy.parallax");
        System.IO.File.Copy(File, copy);
        System.IO.File.Copy(File + "-wal", copy + "-wal");
        using (SqliteCollection found = SqliteCollection.Open(copy))
        {
            found.Reports().ShouldHaveSingleItem().Names.ShouldBe(["a.txt"]);
        }

        collection.Dispose();
    }

    [Fact]
    public void Undo_Decision_TakesItBack()
    {
        using SqliteCollection collection = SqliteCollection.Open(File);
        Decision decision = new("rename", "e1", "The Harbour Office", "“Office” is called “The Harbour Office”");
        int number = collection.Decide(decision);
        collection.Undo(number).ShouldBe(decision);
        collection.Undo(number).ShouldBeNull();
        collection.Decisions().ShouldBeEmpty();
        collection.Decide(decision).ShouldBe(number + 1);
    }

    [Fact]
    public void Open_OtherDatabase_IsRefusedAndUnchanged()
    {
        using (SqliteConnection other = new($"Data Source={File};Pooling=False"))
        {
            other.Open();
            using SqliteCommand command = other.CreateCommand();
            command.CommandText = "CREATE TABLE mine (x)";
            command.ExecuteNonQuery();
        }

        byte[] before = System.IO.File.ReadAllBytes(File);
        Should.Throw<CollectionException>(() => SqliteCollection.Open(File)).Message.ShouldContain("not a collection");
        System.IO.File.ReadAllBytes(File).ShouldBe(before);
    }

    [Fact]
    public void Open_TextFile_IsRefused()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));
        Should.Throw<CollectionException>(() => SqliteCollection.Open(File)).Message.ShouldContain("not a database");
    }

    [Fact]
    public void Open_NewerForm_IsRefused()
    {
        SqliteCollection.Open(File).Dispose();
        using (SqliteConnection newer = new($"Data Source={File};Pooling=False"))
        {
            newer.Open();
            using SqliteCommand command = newer.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }

        Should.Throw<CollectionException>(() => SqliteCollection.Open(File)).Message.ShouldContain("newer");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
