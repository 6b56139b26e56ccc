using System.Collections.Immutable;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>Statements that may well have been misread, folded.</summary>
internal static class DoubtfulSection
{
    public static bool Write(PageContext context)
    {
        ImmutableArray<DoubtfulView> doubtful = DoubtfulView.AllOf(context.Index);
        if (doubtful.IsEmpty)
        {
            return false;
        }

        HtmlWriter writer = context.Writer;
        writer.Line($"<p class=\"by\">{DoubtfulView.Note}</p>\n<details class=\"more\"><summary>{Words.Capital(Words.Count(doubtful.Length, "passage"))}</summary>\n<ul class=\"statements\">");
        foreach (DoubtfulView view in doubtful)
        {
            writer.Line($"<li class=\"line\"><p><span class=\"by\"><bdi>{view.Speaker ?? "somebody"}</bdi>, perhaps:</span> {context.Words(view.Content)}{context.Ref(view.Cite)} <span class=\"by\">{view.Percent} %</span></p></li>");
        }

        writer.Line($"</ul>\n</details>");
        return true;
    }
}
