using Parallax.Core.Accounts;
using Parallax.Core.Findings;
using Parallax.Export.Json;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>How the account was made, what its words mean, and what could not be told.</summary>
internal static class MadeSection
{
    public static bool Write(PageContext context)
    {
        HtmlWriter writer = context.Writer;
        Account account = context.Index.Account;
        writer.Line($"<p>Every line stands on a sentence of a report, which its link opens. The program writes no sentence of its own: it selects, aligns and labels the words of the reports.</p>");
        writer.Line($"<p>An <em>independent origin</em> is a root that evidence goes back to: a speaker on an occasion, a document, an agency, an outlet that tells it itself. Reports that share copied text, an agency or a speaker on one occasion share one origin. Two agencies that quote one speaker are two witnesses that it was said and one origin for what was said. Where it cannot be told whether two origins are one, the count is a range.</p>");
        writer.Line($"<dl class=\"made\"><dt>Program</dt><dd>{account.Made.Program}</dd><dt>Model</dt><dd>{account.Made.Model}</dd><dt>Options</dt><dd>{(account.Made.Options.Count == 0 ? "none" : string.Join("; ", account.Made.Options.Select(static option => $"{option.Key} {option.Value}")))}</dd><dt>Hash of the account</dt><dd class=\"hash\">{AccountJson.Sha256(account)}</dd></dl>");
        CouldNotTell(context);
        if (!account.Findings.IsEmpty)
        {
            writer.Line($"<h3>Problems met</h3>\n<ul class=\"plain\">");
            foreach (Finding finding in account.Findings)
            {
                string about = finding.Report is null ? "" : context.Index.Report(finding.Report) is null ? finding.Report + ": " : $"Report {context.Index.Letter(finding.Report)}: ";
                writer.Line($"<li dir=\"auto\">{about}{finding.Message} <span class=\"by\">{finding.Id}</span></li>");
            }

            writer.Line($"</ul>");
        }

        return true;
    }

    private static void CouldNotTell(PageContext context)
    {
        Account account = context.Index.Account;
        var lines = new List<string>();
        Add("the outlet of", account.Reports.Select((report, i) => (report.Outlet is null, i)));
        Add("the publication date of", account.Reports.Select((report, i) => (report.Published is null, i)));
        int unrooted = account.Statements.Count(static statement => statement.Root.Kind == ActorKind.NotStated);
        if (unrooted > 0)
        {
            lines.Add($"to whom {Words.Count(unrooted, "statement")} {Words.Plural(unrooted, "goes", "go")} back");
        }

        if (lines.Count > 0)
        {
            context.Writer.Line($"<p>What could not be told: {Words.List(lines)}.</p>");
        }

        void Add(string what, IEnumerable<(bool Unknown, int Report)> reports)
        {
            string[] letters = [.. reports.Where(static report => report.Unknown).Select(static report => AccountIndex.Letter(report.Report))];
            if (letters.Length > 0)
            {
                lines.Add($"{what} {Words.Plural(letters.Length, "report")} {Words.List(letters)}");
            }
        }
    }
}
