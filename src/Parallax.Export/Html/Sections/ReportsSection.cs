using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>The full texts, findings marked in them by underline styles, furniture folded away.</summary>
internal static class ReportsSection
{
    public static bool Write(PageContext context)
    {
        ImmutableArray<AccountReport> reports = context.Index.Account.Reports;
        if (reports.IsEmpty)
        {
            return false;
        }

        context.Writer.Line($"<ul class=\"key\"><li><mark class=\"sp\">who speaks</mark></li><li><mark class=\"cu\">the word that attributes</mark></li><li><span class=\"ct\">what is said</span></li><li><mark class=\"dt\">date</mark></li><li><mark class=\"fg\">figure</mark></li><li><span class=\"nr\">nothing could be made of it</span></li></ul>");
        for (int i = 0; i < reports.Length; i++)
        {
            Report(context, reports[i], i);
        }

        return true;
    }

    private static void Versions(HtmlWriter writer, AccountReport report)
    {
        foreach (ReportVersion version in report.Versions.IsDefault ? [] : report.Versions)
        {
            writer.Line($"<details class=\"why versions\"><summary>Another version: {ReportView.Version(version)}</summary><ul>");
            foreach (WordDifference difference in version.Differences)
            {
                writer.Line($"<li><del dir=\"auto\">{(difference.From.Length > 0 ? difference.From : "—")}</del> <ins dir=\"auto\">{(difference.To.Length > 0 ? difference.To : "—")}</ins></li>");
            }

            writer.Line($"</ul></details>");
        }
    }

    private static void Report(PageContext context, AccountReport report, int index)
    {
        HtmlWriter writer = context.Writer;
        writer.Line($"<article class=\"report\"{context.Id(report.Id)} aria-labelledby=\"t-{report.Id}\">\n<h3 id=\"t-{report.Id}\"><span class=\"letter\">{AccountIndex.Letter(index)}</span> <bdi>{report.Outlet?.Name ?? "Outlet unknown"}</bdi></h3>");
        string url = report.Url is { Length: > 0 } address ? "; " + address : "";
        writer.Line($"<p class=\"by\" dir=\"auto\">{Words.Capital(string.Join("; ", ReportView.Facts(report)))}; file {string.Join(", ", report.Files.IsDefaultOrEmpty ? [report.File] : report.Files)}{url}</p>");
        if (report.Published?.Explanation.Text is { Length: > 0 } why)
        {
            writer.Line($"<details class=\"why\"><summary>How it was dated</summary><p dir=\"auto\">{why}{context.Refs(context.Index.CitesOf(report.Published.Evidence))}</p></details>");
        }

        new MarkedText(context, report, index).Write();
        if (!report.Furniture.IsEmpty)
        {
            writer.Line($"<details class=\"why furniture\"><summary>Cut from this report: {Words.Count(report.Furniture.Length, "passage")}</summary><ul>");
            foreach (Furniture cut in report.Furniture)
            {
                writer.Line($"<li>{context.Words(new Excerpt(cut.Text, index))} <span class=\"by\">{cut.Why}</span></li>");
            }

            writer.Line($"</ul></details>");
        }

        Versions(writer, report);
        writer.Line($"</article>");
    }
}
