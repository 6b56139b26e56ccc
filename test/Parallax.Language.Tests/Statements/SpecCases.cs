using System.Runtime.CompilerServices;

namespace Parallax.Language.Tests.Statements;

/// <summary>One example of <c>docs/spec/statements/*.md</c>.</summary>
/// <param name="Name">File and number.</param>
/// <param name="Text">The text.</param>
/// <param name="Expected">One line a statement.</param>
/// <param name="Parse">The parse.</param>
public sealed record SpecCase(string Name, string Text, IReadOnlyList<string> Expected, string Parse);

/// <summary>Reads the examples out of the pages of the spec.</summary>
public static class SpecCases
{
    /// <summary>All examples, by page.</summary>
    public static IEnumerable<SpecCase> All()
    {
        foreach (string file in Directory.EnumerateFiles(Folder(), "*.md").Order(StringComparer.Ordinal))
        {
            int number = 0;
            Dictionary<string, string> blocks = new(StringComparer.Ordinal);
            string? open = null;
            List<string> lines = [];
            foreach (string line in File.ReadAllLines(file))
            {
                if (open is null && line.StartsWith("```", StringComparison.Ordinal))
                {
                    open = line[3..];
                    lines.Clear();
                }
                else if (open is not null && line == "```")
                {
                    blocks[open] = string.Join('\n', lines);
                    if (open == "parse")
                    {
                        yield return new SpecCase(
                            $"{Path.GetFileNameWithoutExtension(file)}/{++number}", blocks["text"],
                            [.. blocks["expected"].Split('\n', StringSplitOptions.RemoveEmptyEntries)], blocks["parse"]);
                    }

                    open = null;
                }
                else
                {
                    lines.Add(line);
                }
            }
        }
    }

    private static string Folder([CallerFilePath] string here = "")
    {
        string beside = Path.Combine(AppContext.BaseDirectory, "spec", "statements");
        return Directory.Exists(beside) ? beside : Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "spec", "statements");
    }
}
