using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Parallax.Conventions.Tests;

public sealed class SourceFileTests
{
    [Fact]
    public void SourceFiles_AreShortEnoughToRead()
    {
        IEnumerable<string> tooLong = SourceFiles().Where(static file => File.ReadLines(file).Count() > 620).Select(Relative);
        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void LibraryCode_NeverPrintsOrReadsTheClock()
    {
        string[] forbidden = ["System.Console.", " Console.", "(Console.", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Environment.GetEnvironmentVariable", "Random.Shared", "Environment.Exit"];
        IEnumerable<string> faults = SourceFiles().Where(static file => !Relative(file).StartsWith("src/Parallax.Cli/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select((line, i) => (line, i)).Where(row => forbidden.Any(word => row.line.Contains(word, StringComparison.Ordinal)) && !row.line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Select(row => $"{Relative(file)}:{row.i + 1}: {row.line.Trim()}"));
        faults.Where(static fault => !fault.Contains("Console.Profile", StringComparison.Ordinal) && !fault.Contains("Spectre.Console.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void DataFiles_StateSourceAndLicence()
    {
        IEnumerable<string> bare = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(static file => file.Replace('\\', '/').Contains("/Data/en/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && Path.GetExtension(file) is ".txt" or ".tsv")
            .Where(static file => !string.Join('\n', File.ReadLines(file).Take(8)).Contains("Apache-2.0", StringComparison.Ordinal)).Select(Relative);
        bare.ShouldBeEmpty();
    }

    // An assertion at the end of a chain that stops at null asks nothing where there is null: the chain stands in brackets before it.
    [Fact]
    public void Assertions_AreNeverSkippedForNull()
    {
        IEnumerable<string> skipped = Directory.EnumerateFiles(Path.Combine(Repository.Root, "test"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(static file => File.ReadLines(file).Select((line, i) => (line, i)).Where(static row => NullConditional.IsMatch(row.line)).Select(row => $"{Relative(file)}:{row.i + 1}: {row.line.Trim()}"));
        skipped.ShouldBeEmpty();
    }

    private static readonly Regex NullConditional = new(@"\?\.(?:\w+(?:\.\w+|\[[^\]]*\]|\([^()]*\))*\.)?Should[A-Z]\w*\(", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
}
