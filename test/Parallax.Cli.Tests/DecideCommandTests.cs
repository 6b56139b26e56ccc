using System.Text.Json;
using Shouldly;
using Xunit;

namespace Parallax.Cli.Tests;

public sealed class DecideCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    private string Collection => Path.Combine(_folder, "story.parallax");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Decide_MergeThenUndo_IsKeptShownAndTakenBack()
    {
        Fill();
        NamesOf().ShouldContain("Port Council");
        Run merged = CommandLine.Start(["decide", "-c", Collection, "merge", "Ida Holm", "Port Council"]);
        merged.Code.ShouldBe(0);
        merged.Output.ShouldContain("Decision 1");
        CommandLine.Start(["decide", "-c", Collection, "list"]).Output.ShouldContain("1  merge: “Ida Holm” and “Port Council” are one");
        NamesOf().ShouldNotContain("Port Council");
        CommandLine.Start(["explain", EntityId("Ida Holm"), "-c", Collection]).Output.ShouldContain("decision 1 of the user");
        CommandLine.Start(["decide", "-c", Collection, "undo", "1"]).Output.ShouldContain("Undone");
        NamesOf().ShouldContain("Port Council");
        CommandLine.Start(["decide", "-c", Collection, "list"]).Output.ShouldBeEmpty();
    }

    [Fact]
    public void Decide_SplitByReport_KeepsThatReportApart()
    {
        Fill();
        CommandLine.Start(["decide", "-c", Collection, "split", "Ida Holm", "two.txt"]).Code.ShouldBe(0);
        NamesOf().Count(static n => n == "Ida Holm").ShouldBe(2);
    }

    [Fact]
    public void Decide_RenameAndReject_ShowInTheAccount()
    {
        Fill();
        CommandLine.Start(["decide", "-c", Collection, "rename", "Ida Holm", "I. Holm"]).Code.ShouldBe(0);
        CommandLine.Start(["decide", "-c", Collection, "reject", "Port Council"]).Code.ShouldBe(0);
        NamesOf().ShouldContain("I. Holm");
        NamesOf().ShouldNotContain("Port Council");
    }

    [Theory]
    [InlineData("merge", "Nobody", "Ida Holm")]
    [InlineData("split", "Ida Holm", "three.txt")]
    [InlineData("rename", "Ida Holm", " ")]
    [InlineData("undo", "7")]
    [InlineData("unknown", "x")]
    public void Decide_WhatCannotBe_ExitsWithTwoAndSaysWhy(params string[] arguments)
    {
        Fill();
        Run run = CommandLine.Start(["decide", "-c", Collection, .. arguments]);
        run.Code.ShouldBe(2);
        (run.Error + run.Output).ShouldNotBeEmpty();
        CommandLine.Start(["decide", "-c", Collection, "list"]).Output.ShouldBeEmpty();
    }

    [Fact]
    public void Decide_CollectionThatIsNotThere_IsNotMade()
    {
        CommandLine.Start(["decide", "-c", Collection, "list"]).Code.ShouldBe(2);
        File.Exists(Collection).ShouldBeFalse();
    }

    private void Fill()
    {
        string one = Path.Combine(_folder, "one.txt"), two = Path.Combine(_folder, "two.txt");
        File.WriteAllText(one, "Quay closed after crane falls\n\nThe Port Council closed the eastern quay on Monday, harbour master Ida Holm said.\n\n“Nobody was hurt,” Ida Holm told reporters in Port Alder.\n");
        File.WriteAllText(two, "Crane fell in storm\n\nA crane fell on the eastern quay in Port Alder, harbour master Ida Holm said on Tuesday.\n");
        CommandLine.Start(["add", one, two, "-c", Collection]).Code.ShouldBe(0);
    }

    private string[] NamesOf() => [.. Entities().Select(static e => e.Name)];

    private string EntityId(string name) => Entities().First(e => e.Name == name).Id;

    private List<(string Id, string Name)> Entities()
    {
        using JsonDocument account = JsonDocument.Parse(CommandLine.Start(["account", "-c", Collection, "-f", "json", "-q"]).Output);
        return [.. account.RootElement.GetProperty("entities").EnumerateArray().Select(static e => (e.GetProperty("id").GetString()!, e.GetProperty("name").GetString()!))]; // The contract has both.
    }
}
