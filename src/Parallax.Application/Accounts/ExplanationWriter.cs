using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Findings;

namespace Parallax.Application.Accounts;

/// <summary>Writes why something in an account is what it is, as an indented tree: rule, words, score, the sentences it stands on.</summary>
public static class ExplanationWriter
{
    private const int MaxQuote = 160;

    /// <summary>The explanation of an id as text with LF line ends, or null where nothing has that id.</summary>
    public static string? Write(MadeAccount made, string id)
    {
        ArgumentNullException.ThrowIfNull(made);
        StringBuilder text = new();
        string whole = made.EntityMembers.FirstOrDefault(pair => pair.Value.Contains(id)).Key ?? id;
        ImmutableArray<Explanation> parts = [.. ThingDescriber.Describe(made.Account, whole), .. made.Explanations.TryGetValue(id, out Explanation? why) ? [why] : Array.Empty<Explanation>(), .. Mentions(made, whole)];
        if (!parts.IsEmpty)
        {
            text.Append(id).Append('\n');
            foreach (Explanation part in parts)
            {
                Append(text, part, made.Account, 1);
            }

            return text.ToString();
        }

        foreach (Finding finding in made.Account.Findings.Where(finding => finding.Id == id))
        {
            text.Append(CultureInfo.InvariantCulture, $"{finding.Id} ({finding.Severity.ToString().ToLowerInvariant()}{(finding.Report is null ? "" : ", " + finding.Report)}): {finding.Message}\n");
        }

        return text.Length > 0 ? text.ToString() : null;
    }

    // Why the words of a statement's source, or the mentions inside each report, are who they are: an account keeps one reason for an entity, a report its own.
    private static IEnumerable<Explanation> Mentions(MadeAccount made, string id)
    {
        if (made.Account.Statements.FirstOrDefault(s => s.Id == id) is { } statement)
        {
            string source = statement.Source.Text.ToLowerInvariant();
            string words = $"“{(source.StartsWith("the ", StringComparison.Ordinal) ? source[4..] : source)}” "; // As coreference writes them: without the article.
            return PartsOf(made, statement.Source.Entity).Where(part => part.Report == statement.Report).SelectMany(static part => part.Explanation?.Because ?? [])
                .Where(join => join.Text.StartsWith(words, StringComparison.OrdinalIgnoreCase)).DistinctBy(static join => join.Text);
        }

        return made.EntityMembers.TryGetValue(id, out ImmutableArray<string> members) && members.Length > 1
            ? PartsOf(made, id).Where(static part => part.Explanation is not null).Select(part => Explanation.Of("entity-in-report", FileOf(made, part.Report)).From([.. part.Explanation!.Because.DistinctBy(static join => join.Text)])) // Asked a line above.
            : [];
    }

    private static IEnumerable<EntityPart> PartsOf(MadeAccount made, string? entity) =>
        entity is not null && made.EntityMembers.TryGetValue(entity, out ImmutableArray<string> members) ? members.Where(made.EntityParts.ContainsKey).Select(member => made.EntityParts[member]) : [];

    private static string FileOf(MadeAccount made, string report) => $"in {made.Account.Reports.FirstOrDefault(r => r.Id == report)?.File ?? report}";

    private static void Append(StringBuilder text, Explanation explanation, Account account, int depth)
    {
        string indent = new(' ', depth * 2);
        string score = explanation.Score is { } value ? value.ToString(", 0.###", CultureInfo.InvariantCulture) : "";
        text.Append(indent).Append(Clean(explanation.Text)).Append(CultureInfo.InvariantCulture, $"  [{explanation.Rule}{score}]\n");
        foreach (Evidence evidence in explanation.Evidence)
        {
            AccountReport? report = account.Reports.FirstOrDefault(report => report.Id == evidence.Report);
            string quote = report is null ? "" : report.Text[evidence.Start..evidence.End];
            text.Append(indent).Append("  ").Append(report?.File ?? evidence.Report).Append(": “").Append(Clean(quote.Length > MaxQuote ? quote[..MaxQuote] + "…" : quote)).Append("”\n");
        }

        foreach (Explanation part in explanation.Because)
        {
            Append(text, part, account, depth + 1);
        }
    }

    // Words of reports go to a terminal: no control character passes.
    private static string Clean(string words) => string.Concat(words.Select(static c => char.IsControl(c) ? ' ' : c));
}
