using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Export.Html.Sections;
using Parallax.Export.Views;

namespace Parallax.Export.Html;

/// <summary>Puts the page together: head, contents, the parts in reading order, the source pane.</summary>
internal static class Page
{
    // From here on browsers lay out a full text only when it comes into view.
    private const int Many = 20;

    private static readonly ImmutableArray<PageSection> Sections =
    [
        new("in-short", "In short", ShortSection.Write),
        new("timeline", "Timeline", TimelineSection.Write),
        new("happenings", "What several reports tell", HappeningsSection.Write),
        new("claims", "Told from more than one origin", ClaimsSection.WriteCorroborated),
        new("more-claims", "Also claimed", ClaimsSection.WriteOthers),
        new("disputed", "Disputed", DisputesSection.Write),
        new("grid", "Who says, who denies", GridSection.Write),
        new("statements", "Who says what", StatementsSection.Write),
        new("same-words", "The same words", QuotationsSection.Write),
        new("figures", "Figures", FiguresSection.Write),
        new("framing", "How it is told", FramingSection.Write),
        new("without", "What rests on one origin", OriginLossSection.Write),
        new("dependences", "Who rests on whom", DependencesSection.Write),
        new("doubtful", "Read with doubt", DoubtfulSection.Write),
        new("reports", "The reports", ReportsSection.Write),
        new("made", "How this was made", MadeSection.Write),
    ];

    public static string Build(AccountIndex index)
    {
        // The parts come first, because the contents list only those that have something to show.
        var body = new HtmlWriter();
        var context = new PageContext(index, body);
        var shown = new List<PageSection>();
        foreach (PageSection section in Sections)
        {
            int before = body.Target.Length;
            body.Line($"<section id=\"{section.Id}\" aria-labelledby=\"h-{section.Id}\">\n<h2 id=\"h-{section.Id}\">{section.Heading}</h2>");
            if (!section.Write(context))
            {
                body.Target.Length = before;
                continue;
            }

            body.Line($"</section>");
            shown.Add(section);
        }

        EndnotesSection.Write(context);
        return Document(context, shown, new Html(body.ToString()));
    }

    private static string Document(PageContext context, List<PageSection> shown, Html body)
    {
        HeadView head = HeadView.Of(context.Index);
        string title = head.Title?.Text ?? "An account of no report";
        var page = new HtmlWriter();
        page.Line($"<!DOCTYPE html>");
        page.Line($"<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        page.Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"{PageAssets.Policy}\">");
        page.Line($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">");
        page.Line($"<title>{title}: a sourced account</title>\n<link rel=\"icon\" href=\"data:,\">");
        page.Line($"<style>{PageAssets.Style}</style>\n</head>\n<body>");
        page.Line($"<a class=\"skip\" href=\"#main\">Skip to the account</a>");
        Head(page, context, head);
        Contents(page, shown);
        ToolsSection.Write(page, context);
        page.Line($"<main id=\"main\"{(context.Index.Account.Reports.Length > Many ? Html.Of($" class=\"many\"") : Html.None)}>");
        page.Add($"{body}");
        page.Line($"</main>");
        page.Line($"<aside id=\"pane\" aria-label=\"The sentence in its report\" tabindex=\"-1\" hidden><header><strong id=\"pane-name\"></strong><a id=\"pane-open\" href=\"#main\">Show in the report</a><button type=\"button\" id=\"pane-close\">Close</button></header><div id=\"pane-text\"></div></aside>");
        page.Line($"<p id=\"said\" class=\"vh\" role=\"status\"></p>");
        page.Line($"<script>{PageAssets.Script}</script>\n</body>\n</html>");
        return page.ToString();
    }

    private static void Head(HtmlWriter page, PageContext context, HeadView head)
    {
        page.Line($"<header class=\"head\">\n<p class=\"kicker\">A sourced account</p>");
        Html title = head.Title is { } words ? Html.Of($"<h1{context.LanguageOf(words.Report)}>{words.Text}</h1>") : Html.Of($"<h1>An account of no report</h1>");
        page.Line($"{title}");
        if (head.Dates is not null)
        {
            page.Line($"<p class=\"dates\">{head.Dates}</p>");
        }

        page.Line($"<p class=\"deck\">{Words.Capital(string.Join("; ", head.Facts))}.</p>");
        foreach (Excerpt other in head.OtherStories)
        {
            page.Line($"<p class=\"deck\">Also: {context.Words(other)}</p>");
        }

        foreach (string line in head.NotRead)
        {
            page.Line($"<p class=\"notread\" dir=\"auto\">{line}</p>");
        }

        page.Line($"</header>");
    }

    private static void Contents(HtmlWriter page, List<PageSection> shown)
    {
        page.Add($"<nav class=\"contents\" aria-label=\"Contents\"><ol>");
        foreach (PageSection section in shown)
        {
            page.Add($"<li><a href=\"#{section.Id}\">{section.Heading}</a></li>");
        }

        page.Line($"</ol></nav>");
    }

    /// <summary>One part of the page.</summary>
    /// <param name="Id">Its anchor.</param>
    /// <param name="Heading">Its heading.</param>
    /// <param name="Write">Writes what stands under the heading; false where there is nothing to show, and then the part is left out.</param>
    private sealed record PageSection(string Id, string Heading, Func<PageContext, bool> Write);
}
