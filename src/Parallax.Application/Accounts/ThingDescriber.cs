using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Text;

namespace Parallax.Application.Accounts;

/// <summary>Says what an id of an account stands for, as an explanation whose evidence are its words: the head under which its reasons stand.</summary>
internal static class ThingDescriber
{
    private const int MaxMentions = 12;

    /// <summary>What <paramref name="id"/> is: one explanation, or none where it is no entity, statement, figure, time or claim of the account.</summary>
    public static IEnumerable<Explanation> Describe(Account account, string id) => Find(account, id) is { } found ? [found] : [];

    private static Explanation? Find(Account account, string id) => id.Length == 0 ? null : id[0] switch
    {
        'e' => account.Entities.FirstOrDefault(e => e.Id == id) is { } entity ? Of(entity) : null,
        's' => account.Statements.FirstOrDefault(s => s.Id == id) is { } statement ? Of(statement) : null,
        'f' => account.Figures.FirstOrDefault(f => f.Id == id) is { } figure ? Of(figure) : null,
        't' => account.Times.FirstOrDefault(t => t.Id == id) is { } time ? Explanation.Of("time", $"a time: {time.Value}").On(At(time.Report, time.Span)) : null,
        'c' => account.Claims.FirstOrDefault(c => c.Id == id) is { } claim ? Of(claim) : null,
        _ => null,
    };

    private static Explanation Of(Entity entity)
    {
        string forms = string.Join(", ", entity.Mentions.GroupBy(static m => m.Form).OrderBy(static g => g.Key).Select(static g => $"{Times(g.Count())} by {Words(g.Key)}"));
        string names = entity.Aliases.IsEmpty ? "" : $"; also called {string.Join(", ", entity.Aliases.Select(static a => $"“{a}”"))}";
        int reports = entity.Mentions.Select(static m => m.Report).Distinct(StringComparer.Ordinal).Count();
        return Explanation.Of("entity", $"“{entity.Name}” ({Words(entity.Kind)}), spoken of {forms} in {Reports(reports)}{names}")
            .On([.. entity.Mentions.Take(MaxMentions).Select(static m => new Evidence(m.Report, m.Start, m.End))]);
    }

    private static Explanation Of(Statement statement)
    {
        string source = statement.Source switch
        {
            { Spans.IsEmpty: true, Kind: ActorKind.NotStated } => "the text does not say who",
            { Spans.IsEmpty: true } => $"{statement.Source.Name}, not named in this sentence",
            _ when statement.Source.Text == statement.Source.Name => $"“{statement.Source.Text}”",
            _ => $"“{statement.Source.Text}”, which is {statement.Source.Name}",
        };
        string chain = string.Concat(statement.Chain.Select(static hop => $" ← {hop.Name} ({Words(hop.Relation)})"));
        string root = statement.Root.Name ?? "not stated";
        Explanation whole = Explanation.Of("statement", $"the report{chain} ← {root}; speaker: {source}; stance: {Words(statement.Stance)}{(statement.Hedge is { } hedge ? $", hedged by “{hedge}”" : "")}");
        return whole.On([.. statement.Content.Spans.Select(span => At(statement.Report, span))]);
    }

    private static Explanation Of(Figure figure)
    {
        string bounds = (figure.Low, figure.High) switch
        {
            (null, null) => "no bounds are told",
            ({ } low, null) => $"at least {Number(low)}, no upper bound",
            (null, { } high) => $"at most {Number(high)}, no lower bound",
            ({ } low, { } high) when low.Equals(high) => "exactly that",
            ({ } low, { } high) => $"from {Number(low)} to {Number(high)}",
        };
        string value = figure.Value is { } v ? Number(v) : "no single value";
        string because = figure.Modifier is { } modifier ? $", because of “{modifier}”" : "";
        string measures = figure.Measures is { } measured ? $"; it measures “{measured.Text}”" : "; the text does not say plainly what it measures";
        return Explanation.Of("figure", $"{value} {figure.Unit} ({Words(figure.Aspect)}): {bounds}{because}{measures}").On(At(figure.Report, figure.Span));
    }

    private static Explanation Of(Claim claim)
    {
        int reports = claim.Positions.Select(static p => p.Report).Distinct(StringComparer.Ordinal).Count();
        ImmutableArray<Explanation> positions = [.. claim.Positions.Select(static p => Explanation.Of("position", $"{p.Voice} {Words(p.Kind)}"))];
        return Explanation.Of("claim", $"{Words(claim.Status)}, told in {Reports(reports)}").On(claim.TextEvidence).From([.. positions]);
    }

    private static Evidence At(string report, TextSpan span) => new(report, span.Start, span.End);

    private static string Reports(int count) => count == 1 ? "one report" : string.Create(CultureInfo.InvariantCulture, $"{count} reports");

    private static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    private static string Number(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);

    // The values of the contract, read as words: "says-not-known" is "says not known".
    private static string Words<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' ');
}
