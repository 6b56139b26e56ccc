using System.Text;
using Parallax.Application.Accounts;
using Parallax.Core.Findings;
using Parallax.Export;
using Shouldly;
using Xunit;

namespace Parallax.Application.Tests;

public sealed class AccountMakerTests(InstalledMaker installed) : IClassFixture<InstalledMaker>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    private static string[] FerryReports => [.. Directory.EnumerateFiles(Path.Combine(Repository.Samples, "ferry", "reports")).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Make_AnyOrderAndThreads_GivesTheSameBytes()
    {
        byte[] expected = Json(new AccountRequest { Paths = FerryReports, Threads = 1 });
        Random random = new(4711);
        for (int i = 0; i < 3; i++)
        {
            string[] shuffled = [.. FerryReports];
            random.Shuffle(shuffled);
            Json(new AccountRequest { Paths = shuffled, Threads = i + 1 }).ShouldBe(expected);
        }
    }

    [Fact]
    public void Make_ThroughACollection_GivesTheSameBytesAndReadsNothingTwice()
    {
        byte[] expected = Json(new AccountRequest { Paths = FerryReports });
        string collection = Path.Combine(_folder, "ferry.parallax");
        Json(new AccountRequest { Paths = FerryReports, CollectionFile = collection }).ShouldBe(expected);
        int read = 0;
        Json(new AccountRequest { CollectionFile = collection, Progress = (_, _) => Interlocked.Increment(ref read) }).ShouldBe(expected);
        read.ShouldBe(0);
    }

    [Fact]
    public void Make_BadInputs_NamesEachAndReadsTheRest()
    {
        File.WriteAllBytes(Path.Combine(_folder, "empty.txt"), []);
        File.WriteAllBytes(Path.Combine(_folder, "binary.txt"), [.. Enumerable.Range(0, 4000).Select(static i => (byte)(i * 31 % 256))]);
        using (FileStream large = File.Create(Path.Combine(_folder, "large.txt")))
        {
            large.SetLength(50L * 1024 * 1024);
        }

        string nothing = Directory.CreateDirectory(Path.Combine(_folder, "nothing")).FullName;
        MadeAccount made = installed.Maker.Make(new AccountRequest { Paths = [Path.Combine(_folder, "empty.txt"), Path.Combine(_folder, "binary.txt"), Path.Combine(_folder, "large.txt"), nothing, Path.Combine(_folder, "no-such-file"), .. FerryReports] });
        made.ReportCount.ShouldBe(FerryReports.Length);
        made.SomeInputUnread.ShouldBeTrue();
        made.Problems.Where(static f => f.Severity == Severity.Error).Select(static f => f.Id).Order().ShouldBe(["PX0001", "PX0002", "PX0101", "PX0102", "PX0103"]);
    }

    [Fact]
    public void Make_SameBytesUnderTwoNames_StandOnce()
    {
        string copy = Path.Combine(_folder, "copy.txt");
        File.Copy(FerryReports[0], copy);
        MadeAccount made = installed.Maker.Make(new AccountRequest { Paths = [FerryReports[0], copy] });
        made.Account.Reports.ShouldHaveSingleItem().Files.ShouldBe([Path.GetFileName(FerryReports[0]), "copy.txt"], ignoreOrder: true);
    }

    [Fact]
    public void Make_EveryStatement_StandsOnItsWords()
    {
        MadeAccount made = installed.Maker.Make(new AccountRequest { Paths = FerryReports });
        made.Account.Statements.Length.ShouldBeGreaterThan(10);
        foreach (Core.Accounts.Statement statement in made.Account.Statements)
        {
            string text = made.Account.Reports.Single(report => report.Id == statement.Report).Text;
            string.Join(" … ", statement.Content.Spans.Select(span => text.Substring(span.Start, span.Length))).ShouldBe(statement.Content.Text);
            made.Explanations.ShouldContainKey(statement.Id);
        }
    }

    [Fact]
    public void Explain_AfterTheDecidingInputChanged_SaysOtherwise()
    {
        string one = Write("one.txt", "The quay was closed on Monday, harbour master Ida Holm told reporters in Port Alder.\n\nShe said that nobody had been hurt in the accident at the eastern quay.\n");
        string other = Write("other.txt", "The quay was closed on Monday, harbour master Ida Holm told reporters in Port Alder.\n\nAccording to the fire service, nobody had been hurt in the accident at the eastern quay.\n");
        ExplanationOf(one, "nobody had been hurt").ShouldNotBe(ExplanationOf(other, "nobody had been hurt"));
    }

    [Fact]
    public void Explain_StatementOfAPronoun_SaysWhoItIsAndWhy()
    {
        string path = Write("who.txt", "Harbour master Ida Holm closed the quay on Monday after the accident.\n\n“Nobody was hurt,” she told reporters in Port Alder.\n");
        MadeAccount made = installed.Maker.Make(new AccountRequest { Paths = [path] });
        string text = ExplanationWriter.Write(made, made.Account.Statements.Single().Id).ShouldNotBeNull();
        text.ShouldContain("speaker: “she”, which is Ida Holm");
        text.ShouldContain("“she” refers to");
    }

    [Fact]
    public void Explain_WhatHasNoReasonOfItsOwn_SaysWhatItIs()
    {
        string path = Write("what.txt", "At least 15 people were hurt on Monday, the fire service in Port Alder said.\n");
        MadeAccount made = installed.Maker.Make(new AccountRequest { Paths = [path] });
        foreach (string id in made.Account.Figures.Select(static f => f.Id).Concat(made.Account.Entities.Select(static e => e.Id)).Concat(made.Account.Times.Select(static t => t.Id)))
        {
            ExplanationWriter.Write(made, id).ShouldNotBeNull();
        }

        ExplanationWriter.Write(made, made.Account.Figures.Single(static f => f.Value == 15).Id)!.ShouldContain("at least 15, no upper bound, because of “at least”"); // Every id has a text, as asserted above.
    }

    private string ExplanationOf(string path, string words)
    {
        MadeAccount made = installed.Maker.Make(new AccountRequest { Paths = [path] });
        Core.Accounts.Statement statement = made.Account.Statements.First(s => s.Content.Text.Contains(words, StringComparison.Ordinal));
        string text = ExplanationWriter.Write(made, statement.Id).ShouldNotBeNull();
        return text.Replace(statement.Id, "", StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private byte[] Json(AccountRequest request)
    {
        using MemoryStream stream = new();
        AccountRenderers.Find("json")!.Write(installed.Maker.Make(request).Account, new RenderOptions(), stream); // JSON is always there.
        Encoding.UTF8.GetString(stream.ToArray()).ShouldStartWith("{");
        return stream.ToArray();
    }
}
