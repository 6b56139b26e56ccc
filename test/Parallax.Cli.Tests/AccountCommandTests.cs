using System.Text.Json;
using Shouldly;
using Xunit;

namespace Parallax.Cli.Tests;

public sealed class AccountCommandTests : IDisposable
{
    private const string Report = "Quay closed after crane falls\n\nThe harbour office closed the eastern quay on Monday, harbour master Ida Holm said.\n\n“Nobody was hurt,” Holm told reporters in Port Alder.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Account_ReportOnStandardInput_IsWrittenToStandardOutputAlone()
    {
        Run run = CommandLine.Start(["account", "-", "--format", "json"], Report);
        run.Code.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        using JsonDocument account = JsonDocument.Parse(run.Output);
        account.RootElement.GetProperty("schema").GetString().ShouldBe("parallax.account/1");
        account.RootElement.GetProperty("reports")[0].GetProperty("file").GetString().ShouldBe("-");
    }

    [Fact]
    public void Account_SomeInputUnread_ExitsWithOneAndNamesItOnStandardError()
    {
        string report = Write("report.txt", Report), empty = Write("empty.txt", "");
        Run run = CommandLine.Start(["account", report, empty]);
        run.Code.ShouldBe(1);
        run.Error.ShouldContain("PX0101");
        run.Error.ShouldContain("empty.txt");
        run.Output.ShouldContain("Quay closed after crane falls");
        run.Output.ShouldNotContain("PX0101: “empty.txt”\u001b");
    }

    [Theory]
    [InlineData("account")]
    [InlineData("account", "no-such-file")]
    [InlineData("account", "-", "--format", "papyrus")]
    [InlineData("account", "-", "--threads", "0")]
    [InlineData("acount", "-")]
    [InlineData("explain", "s000", "-")]
    [InlineData("add", "-")]
    public void Run_WrongUsage_ExitsWithTwo(params string[] arguments)
    {
        Run run = CommandLine.Start(arguments, Report);
        run.Code.ShouldBe(2);
        (run.Error + run.Output).ShouldNotBeEmpty();
    }

    [Fact]
    public void Account_OutputIsNoTerminal_HasNoEscapeSequences() =>
        CommandLine.Start(["account", "-"], Report.Replace("Monday", "Mon\u001b[31mday", StringComparison.Ordinal)).Output.ShouldNotContain('\u001b');

    [Theory]
    [InlineData("account.html", "<!doctype html>")]
    [InlineData("account.json", "{")]
    [InlineData("account.md", "#")]
    public void Account_ToAFile_TakesTheFormFromItsEnding(string name, string start)
    {
        string file = Path.Combine(_folder, name);
        CommandLine.Start(["account", "-", "-o", file], Report).Code.ShouldBe(0);
        File.ReadAllText(file).ShouldStartWith(start, Case.Insensitive);
        Directory.GetFiles(_folder).ShouldBe([file]);
    }

    [Fact]
    public void Add_ThenAccount_ReadsFromTheCollection()
    {
        string report = Write("report.txt", Report), collection = Path.Combine(_folder, "story.parallax");
        string[] added = CommandLine.Start(["add", report, "-c", collection]).Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        added.Length.ShouldBe(2);
        added[0].ShouldBe("1 added, 0 already there.");
        added[1].ShouldStartWith("“Quay closed after crane falls” (t");
        added[1].ShouldContain("a new story");
        CommandLine.Start(["add", report, "-c", collection]).Output.ShouldBe("0 added, 1 already there." + Environment.NewLine);
        File.Delete(report);
        Run run = CommandLine.Start(["account", "-c", collection]);
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("Quay closed after crane falls");
    }

    [Fact]
    public void Explain_Statement_ShowsRuleAndWords()
    {
        using JsonDocument account = JsonDocument.Parse(CommandLine.Start(["account", "-", "--format", "json"], Report).Output);
        JsonElement statement = account.RootElement.GetProperty("statements").EnumerateArray().First(s => s.GetProperty("content").GetProperty("text").GetString()!.Contains("Nobody was hurt", StringComparison.Ordinal)); // The format has it.
        Run run = CommandLine.Start(["explain", statement.GetProperty("id").GetString()!, "-"], Report); // As above.
        run.Code.ShouldBe(0);
        run.Output.ShouldContain(statement.GetProperty("id").GetString()!);
        run.Output.Split('\n').Length.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Account_CollectionIsNone_SaysSoAndLeavesItAlone()
    {
        string file = Write("notes.txt", new string('x', 4000));
        Run run = CommandLine.Start(["account", "-c", file]);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain("cannot be used as a collection");
        File.ReadAllText(file).ShouldBe(new string('x', 4000));
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
