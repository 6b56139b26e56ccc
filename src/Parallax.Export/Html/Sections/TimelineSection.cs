using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>A vertical line whose knots show how exact each time is; a table says the same.</summary>
internal static class TimelineSection
{
    public static bool Write(PageContext context)
    {
        TimelineView timeline = TimelineView.Of(context.Index);
        if (timeline.Lines.IsEmpty && timeline.OtherUpdates.IsEmpty)
        {
            return false;
        }

        HtmlWriter writer = context.Writer;
        if (!timeline.Lines.IsEmpty)
        {
            writer.Line($"<ol class=\"time\">");
            string last = "";
            foreach (TimelineLine line in timeline.Lines)
            {
                Line(context, line, line.When == last);
                last = line.When;
            }

            writer.Line($"</ol>");
            Table(context, timeline);
        }

        if (!timeline.OtherUpdates.IsEmpty)
        {
            writer.Line($"<h3>Told first one way, later another</h3>\n<ul class=\"plain\">");
            foreach (DisputeView update in timeline.OtherUpdates)
            {
                writer.Add($"<li class=\"line\"{(update.Conflict is { } conflict ? context.Id(conflict.Id) : Html.None)}{Reports(update)}>");
                if (update.Claim is { } claim)
                {
                    writer.Add($"<p>{context.Words(claim.Text)}{context.Ref(claim.Cite)}</p>");
                }

                Update(context, update, 0);
                writer.Line($"</li>");
            }

            writer.Line($"</ul>");
        }

        return true;
    }

    private static void Line(PageContext context, TimelineLine line, bool sameTime)
    {
        HtmlWriter writer = context.Writer;
        string precision = line.Entry.Precision is TimePrecision.Day or TimePrecision.Time ? "exact" : "loose";
        Html id = line.Entry.Happening is { } happening ? context.Id(happening) : Html.None;
        string reports = line.Reports.Length > 1 ? $"told by {Words.List([.. line.Reports])}" : "";
        writer.Add($"<li class=\"line {precision}{(sameTime ? " again" : "")}\"{id}{PageContext.Data(line.Entry.Reports.Select(context.Index.ReportIndex), date: line.Entry.Time)}><p class=\"when\">{line.When}</p><p>{context.Words(line.Text)}{(line.Bracket.Length > 0 ? Html.Of($" <span class=\"by\">{line.Bracket}</span>") : Html.None)}{context.Refs(line.Cites)}");
        writer.Add($"{(reports.Length > 0 ? Html.Of($" <span class=\"by\">{reports}</span>") : Html.None)}</p>");
        foreach (DisputeView update in line.Updates)
        {
            writer.Add($"<div{(update.Conflict is { } conflict ? context.Id(conflict.Id) : Html.None)}>");
            Update(context, update, 1);
            writer.Add($"</div>");
        }

        writer.Line($"</li>");
    }

    // The first side stands in the line itself where it hangs under one.
    private static void Update(PageContext context, DisputeView update, int from)
    {
        context.Writer.Add($"<ul class=\"update\">");
        for (int i = from; i < update.Sides.Length; i++)
        {
            DisputeSide side = update.Sides[i];
            string says = side.Voices.Length > 0 && !side.Voices[0].IsOwnVoice ? ", " + side.Voices[0].Who : "";
            context.Writer.Add($"<li><strong>{(i == 0 ? "First" : "Later")}:</strong> <bdi>{side.Heading}</bdi><bdi class=\"by\">{says}</bdi>{context.Refs(side.Voices.Select(static voice => voice.Cite))}</li>");
        }

        context.Writer.Add($"</ul>");
    }

    private static Html Reports(DisputeView update) => PageContext.Data(update.Sides.SelectMany(static side => side.Voices).Select(static voice => voice.Cite?.Report ?? -1));

    private static void Table(PageContext context, TimelineView timeline)
    {
        HtmlWriter writer = context.Writer;
        writer.Line($"<details class=\"twin\"><summary>The timeline as a table</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline as a table\"><table><thead><tr><th scope=\"col\">When</th><th scope=\"col\">What</th><th scope=\"col\">Reports</th></tr></thead><tbody>");
        foreach (TimelineLine line in timeline.Lines)
        {
            writer.Line($"<tr><th scope=\"row\">{line.When}</th><td>{context.Words(line.Text)}</td><td>{string.Join(", ", line.Reports)}</td></tr>");
        }

        writer.Line($"</tbody></table></div></details>");
    }
}
