using System.Collections.Immutable;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>What would be left without one origin: the claims that rest on it alone, and those that would lose their second origin.</summary>
internal static class OriginLossSection
{
    public static bool Write(PageContext context)
    {
        ImmutableArray<OriginLossView> losses = OriginLossView.AllOf(context.Index);
        if (losses.IsEmpty)
        {
            return false;
        }

        HtmlWriter writer = context.Writer;
        writer.Line($"<ul class=\"claims small\">");
        foreach (OriginLossView loss in losses)
        {
            writer.Line($"<li class=\"line\"{PageContext.Data(loss.Origin.Reports.Select(context.Index.ReportIndex).Where(static r => r >= 0))}><p>Without <strong><bdi>{loss.Name}</bdi></strong>: {loss.Loss}.</p>");
            Claims(context, "no longer from two origins", loss.Corroborated);
            Claims(context, "affirmed by nobody else", loss.Fallen);
            writer.Line($"</li>");
        }

        writer.Line($"</ul>");
        return true;
    }

    private static void Claims(PageContext context, string what, ImmutableArray<ClaimView> claims)
    {
        foreach (ClaimView claim in claims)
        {
            context.Writer.Line($"<p class=\"by\">{context.Words(claim.Text)}{context.Ref(claim.Cite)} ({what})</p>");
        }
    }
}
