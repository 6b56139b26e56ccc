using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements;
using Parallax.Language.Statements.Cues;
using Parallax.Testing;
using Shouldly;
using Xunit;

namespace Parallax.Language.Tests.Statements;

public sealed class StatementSpecTests
{
    public static TheoryData<string> Names() => [.. SpecCases.All().Select(static c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_ExampleOfTheSpec_GivesItsStatements(string name)
    {
        SpecCase example = SpecCases.All().Single(c => c.Name == name);
        AnnotatedReport report = ParsedReport.Over(example.Text, example.Parse);

        Layer<Statement> found = new StatementAnnotator().Find(report);

        string shown = string.Join('\n', found.Select(s => Show(s) + "   // " + s.Explanation.Text));
        found.Count.ShouldBe(example.Expected.Count, shown);
        Dictionary<string, int> numbers = found.Select(static (s, i) => (s.Id, Number: i + 1)).ToDictionary(static p => p.Id, static p => p.Number);
        for (int i = 0; i < found.Count; i++)
        {
            string[] fields = [.. example.Expected[i].Split('|').Select(static f => f.Trim())];
            Show(found[i]).ShouldBe(string.Join(" | ", fields.Take(4)), shown);
            foreach (string field in fields.Skip(4))
            {
                Check(found[i], field, numbers).ShouldBe(field, shown);
            }
        }
    }

    [Fact]
    public void All_TwentyOneConstructions_HaveAPage() =>
        SpecCases.All().Select(static c => c.Name.Split('/')[0]).Distinct().Count().ShouldBe(21);

    [Fact]
    public void All_Pages_HoldATextWithoutAStatement() =>
        SpecCases.All().GroupBy(static c => c.Name.Split('/')[0]).Where(static page => page.All(static c => c.Expected.Count > 0)).Select(static page => page.Key).ShouldBeEmpty();

    private static string Show(Statement s) => $"{s.Source.Text} | {s.Cue.Text} | {s.Content.Text.ReplaceLineEndings(" ")} | {Stances[s.Stance]}";

    private static readonly Dictionary<Stance, string> Stances = Enum.GetValues<Stance>().ToDictionary(static s => s, static s => s == Stance.SaysNotKnown ? "says-not-known" : s.ToString().ToLowerInvariant());

    private static string Check(Statement s, string field, Dictionary<string, int> numbers) => field.Split('=')[0] switch
    {
        "manner" => $"manner={s.Manner}",
        "parent" => $"parent={(s.Parent is null ? "-" : numbers[s.Parent])}",
        "about" => $"about={(s.About is null ? "-" : numbers[s.About])}",
        "root" => $"root={s.Root.Name ?? "-"}",
        "chain" => $"chain={string.Join(", ", s.Chain.Select(static h => h.Name))}",
        "hedge" => $"hedge={s.Hedge}",
        "kind" => $"kind={s.Source.Kind}",
        "name" => $"name={s.Source.Name}",
        "occasion" => $"occasion={s.Occasion}",
        "negated" => s.Cue.Negated ? "negated" : "not negated",
        _ => $"unknown field {field}",
    };
}
