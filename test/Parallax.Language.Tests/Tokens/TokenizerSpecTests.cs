using System.Text;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Tokens;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Tokens;

/// <summary>Runs every line with an arrow of <c>docs/spec/tokens.md</c>.</summary>
public sealed class TokenizerSpecTests
{
    public static TheoryData<string, string> Examples()
    {
        TheoryData<string, string> examples = [];
        foreach (string line in File.ReadLines(SpecPath()))
        {
            string[] parts = line.Split("` → `");
            if (parts.Length == 2 && line.StartsWith("- `", StringComparison.Ordinal))
            {
                examples.Add(parts[0]["- `".Length..], parts[1].TrimEnd().TrimEnd('`'));
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_ExampleOfTheSpec_GivesItsTokens(string text, string expected) => Show(text).ShouldBe(expected);

    [Fact]
    public void Examples_OfTheSpec_AreFound() => Examples().Count.ShouldBeGreaterThan(40);

    internal static string Show(string text)
    {
        TokenizedText read = Tokenizer.Read(new SourceText(text));
        StringBuilder shown = new();
        foreach (Sentence sentence in read.Sentences)
        {
            shown.Append(shown.Length == 0 ? string.Empty : " ‖ ");
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                shown.Append(i == sentence.FirstToken ? string.Empty : " ").Append(read.JoinsPrevious[i] ? "~" : string.Empty).Append(text, read.Starts[i], read.Ends[i] - read.Starts[i]);
            }
        }

        return shown.ToString();
    }

    private static string SpecPath()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "docs", "spec", "tokens.md")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder ?? throw new FileNotFoundException("docs/spec/tokens.md was not found above the tests."), "docs", "spec", "tokens.md");
    }
}
