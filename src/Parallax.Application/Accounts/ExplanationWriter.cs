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
        if (made.Explanations.TryGetValue(id, out Explanation? explanation))
        {
            text.Append(id).Append('\n');
            Append(text, explanation, made.Account, 1);
            return text.ToString();
        }

        foreach (Finding finding in made.Account.Findings.Where(finding => finding.Id == id))
        {
            text.Append(CultureInfo.InvariantCulture, $"{finding.Id} ({finding.Severity.ToString().ToLowerInvariant()}{(finding.Report is null ? "" : ", " + finding.Report)}): {finding.Message}\n");
        }

        return text.Length > 0 ? text.ToString() : null;
    }

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
