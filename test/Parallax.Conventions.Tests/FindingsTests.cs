using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Parallax.Conventions.Tests;

public sealed partial class FindingsTests
{
    [Fact]
    public void FindingsPage_ListsEveryFindingWithItsSeverity()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));
        string[] listed = [.. Row().Matches(page).Select(static m => $"{m.Groups[1].Value} {m.Groups[2].Value}").Order(StringComparer.Ordinal)];
        string[] made = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => Made().Matches(File.ReadAllText(file)).Select(static m => $"{m.Groups[1].Value} {m.Groups[2].Value.ToLowerInvariant()}")).Distinct().Order(StringComparer.Ordinal)];
        made.ShouldBe(listed);
    }

    [GeneratedRegex(@"^\| (PX\d{4}) \| (\w+) \|", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("\"(PX\\d{4})\", Severity\\.(\\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();
}
