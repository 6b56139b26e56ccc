using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>The cited sentences by number; shown in print only, where a link is a number.</summary>
internal static class EndnotesSection
{
    public static void Write(PageContext context)
    {
        if (context.Notes.Cites.Count == 0)
        {
            return;
        }

        HtmlWriter writer = context.Writer;
        writer.Line($"<section class=\"endnotes\" aria-label=\"Endnotes\"><h2>Notes</h2><ol>");
        foreach (Cite cite in context.Notes.Cites)
        {
            writer.Line($"<li>{AccountIndex.Letter(cite.Report)}, sentence {cite.Sentence + 1}: {context.Quote(context.Index.Sentence(cite.Report, cite.Sentence))}</li>");
        }

        writer.Line($"</ol></section>");
    }
}
