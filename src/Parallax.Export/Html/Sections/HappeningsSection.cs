using System.Collections.Immutable;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>The events that several reports tell: which reports, when, where, and who took part.</summary>
internal static class HappeningsSection
{
    public static bool Write(PageContext context)
    {
        ImmutableArray<HappeningView> happenings = HappeningView.AllOf(context.Index);
        if (happenings.IsEmpty)
        {
            return false;
        }

        context.Writer.Line($"<ul class=\"claims\">");
        foreach (HappeningView happening in happenings)
        {
            Html attributes = Html.Of($"{context.Id(happening.Happening.Id)}{PageContext.Data(happening.Happening.Reports.Select(context.Index.ReportIndex), date: happening.Happening.Time)}");
            Html facts = Html.Of($"<p class=\"by\" dir=\"auto\">{Words.Capital(string.Join("; ", happening.Facts))}.</p>");
            context.Item(attributes, Html.Of($"{context.Words(happening.Text)}{context.Refs(happening.Cites)}"), facts);
        }

        context.Writer.Line($"</ul>");
        return true;
    }
}
