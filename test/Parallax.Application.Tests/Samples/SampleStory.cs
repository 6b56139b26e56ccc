using System.Text.Json;
using Parallax.Application.Accounts;
using Parallax.Core.Accounts;

namespace Parallax.Application.Tests.Samples;

/// <summary>A story under <c>samples/</c>: its account, and what a careful reader expects to find in it.</summary>
/// <param name="Folder">Folder of the story.</param>
/// <param name="Account">The account of its reports.</param>
public sealed record SampleStory(string Folder, Account Account)
{
    /// <summary>The expectations of <c>expected.json</c> that the account does not meet, each in words.</summary>
    public IEnumerable<string> Unmet()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json")));
        JsonElement expected = file.RootElement;
        foreach (JsonProperty title in Properties(expected, "titles"))
        {
            yield return Check(Report(title.Name).Title == title.Value.GetString(), $"title of {title.Name}: {title.Value}");
        }

        foreach (JsonProperty genre in Properties(expected, "genres"))
        {
            yield return Check(Kebab(Report(genre.Name).Genre) == genre.Value.GetString(), $"genre of {genre.Name}: {genre.Value}");
        }

        foreach (JsonProperty date in Properties(expected, "published"))
        {
            yield return Check(Report(date.Name).Published?.Value == date.Value.GetString(), $"date of {date.Name}: {date.Value}");
        }

        foreach (JsonElement item in Items(expected, "furniture"))
        {
            yield return Check(Report(Text(item, "report")).Furniture.Any(f => f.Text.Contains(Text(item, "words"), StringComparison.Ordinal)), $"furniture {item}");
        }

        foreach (JsonElement item in Items(expected, "statements"))
        {
            yield return Check(Account.Statements.Any(s => IsStatement(s, item)), $"statement {item}");
        }

        foreach (JsonElement item in Items(expected, "times"))
        {
            AccountReport report = Report(Text(item, "report"));
            yield return Check(Account.Times.Any(t => t.Report == report.Id && t.Value == Text(item, "value") && Words(report, t.Start, t.End).Contains(Text(item, "words"), StringComparison.Ordinal)), $"time {item}");
        }

        foreach (JsonElement item in Items(expected, "figures"))
        {
            yield return Check(Account.Figures.Any(f => IsFigure(f, item)), $"figure {item}");
        }

        foreach (JsonElement item in Items(expected, "sameEntity"))
        {
            string[] names = [.. item.EnumerateArray().Select(static n => n.GetString()!)]; // The file holds strings there.
            yield return Check(Account.Entities.Any(e => names.All(n => e.Name == n || e.Aliases.Contains(n))), $"one entity: {string.Join(" = ", names)}");
        }

        if (expected.TryGetProperty("oneStory", out JsonElement one) && one.GetBoolean())
        {
            yield return Check(Account.Stories.Any(s => s.Reports.Length == Account.Reports.Length), "one story of all reports");
        }

        foreach (JsonElement item in Items(expected, "dependences"))
        {
            string[] ends = [.. item.GetProperty("between").EnumerateArray().Select(n => Report(n.GetString()!).Id)]; // As above.
            string[] kinds = [.. item.GetProperty("kinds").EnumerateArray().Select(static n => n.GetString()!)]; // As above.
            yield return Check(Account.Dependences.Any(d => ends.Contains(d.From) && ends.Contains(d.To) && kinds.Contains(Kebab(d.Kind))), $"dependence {item}");
        }

        foreach (JsonElement item in Items(expected, "quotations"))
        {
            string[] reports = [.. item.GetProperty("reports").EnumerateArray().Select(n => Report(n.GetString()!).Id)]; // As above.
            yield return Check(
                Account.Quotations.Any(q => reports.All(r => q.Versions.Any(v => v.Report == r)) && q.Versions.Any(v => v.Statement is not null && Statement(v.Statement).Content.Text.Contains(Text(item, "words"), StringComparison.Ordinal))),
                $"quotation {item}");
        }

        foreach (JsonElement item in Items(expected, "conflicts"))
        {
            yield return Check(
                Account.Conflicts.Any(c => Kebab(c.Kind) == Text(item, "kind") && Kebab(c.Relation) == Text(item, "relation") && c.Sides.Any(side => side.Value.Contains(Text(item, "words"), StringComparison.OrdinalIgnoreCase) || side.Evidence.Any(e => Words(ById(e.Report), e.Start, e.End).Contains(Text(item, "words"), StringComparison.OrdinalIgnoreCase)))),
                $"conflict {item}");
        }
    }

    private bool IsStatement(Statement statement, JsonElement item)
    {
        AccountReport report = Report(Text(item, "report"));
        string speaker = Text(item, "speaker");
        return statement.Report == report.Id
            && (statement.Source.Name.Contains(speaker, StringComparison.OrdinalIgnoreCase) || statement.Source.Text.Contains(speaker, StringComparison.OrdinalIgnoreCase))
            && statement.Content.Text.Contains(Text(item, "says"), StringComparison.Ordinal)
            && Optional(item, "stance", Kebab(statement.Stance)) && Optional(item, "manner", Kebab(statement.Manner)) && Optional(item, "force", Kebab(statement.Force))
            && (!item.TryGetProperty("occasion", out JsonElement occasion) || statement.Occasion?.Contains(occasion.GetString()!, StringComparison.Ordinal) == true)
            && (!item.TryGetProperty("chain", out JsonElement chain) || statement.Chain.Any(hop => hop.Name.Contains(chain.GetString()!, StringComparison.OrdinalIgnoreCase)));
    }

    private bool IsFigure(Figure figure, JsonElement item)
    {
        AccountReport report = Report(Text(item, "report"));
        return figure.Report == report.Id && Words(report, figure.Start, figure.End).Contains(Text(item, "words"), StringComparison.Ordinal)
            && figure.Unit == Text(item, "unit") && figure.Value == item.GetProperty("value").GetDouble()
            && (!item.TryGetProperty("low", out JsonElement low) || figure.Low == low.GetDouble());
    }

    private static bool Optional(JsonElement item, string property, string value) => !item.TryGetProperty(property, out JsonElement wanted) || wanted.GetString() == value;

    private AccountReport Report(string file) => Account.Reports.Single(report => report.File == file);

    private AccountReport ById(string id) => Account.Reports.Single(report => report.Id == id);

    private Statement Statement(string id) => Account.Statements.Single(statement => statement.Id == id);

    private static string Words(AccountReport report, int start, int end) => report.Text[start..end];

    private static string Check(bool met, string what) => met ? "" : what;

    private static string Text(JsonElement item, string property) => item.GetProperty(property).GetString()!; // The file holds strings there.

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static IEnumerable<JsonElement> Items(JsonElement expected, string property) => expected.TryGetProperty(property, out JsonElement items) ? items.EnumerateArray() : [];

    private static IEnumerable<JsonProperty> Properties(JsonElement expected, string property) => expected.TryGetProperty(property, out JsonElement items) ? items.EnumerateObject() : [];
}
