using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>Claims by reports. A cell is a sign with a word, never a colour alone; on a phone each row becomes a list.</summary>
internal static class GridSection
{
    // A table with more columns reads on no screen; from there on each claim lists who does what.
    private const int MostColumns = 12;

    public static bool Write(PageContext context)
    {
        GridView grid = GridView.Of(context.Index);
        if (grid.Rows.IsEmpty)
        {
            return false;
        }

        if (context.Index.Account.Reports.Length > MostColumns)
        {
            Lists(context, grid);
        }
        else
        {
            Table(context, grid);
        }

        return true;
    }

    private static void Table(PageContext context, GridView grid)
    {
        HtmlWriter writer = context.Writer;
        writer.Line($"<p class=\"by\">What divides most stands first.</p>\n<div class=\"scroll wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table of claims by reports\"><table class=\"grid\" role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" role=\"columnheader\">Claim</th>");
        for (int i = 0; i < context.Index.Account.Reports.Length; i++)
        {
            writer.Add($"<th scope=\"col\" role=\"columnheader\"><a href=\"#{context.Index.Account.Reports[i].Id}\">{AccountIndex.Letter(i)}</a> <small><bdi>{context.Index.ShortName(i)}</bdi></small></th>");
        }

        writer.Line($"</tr></thead><tbody role=\"rowgroup\">");
        foreach (GridRow row in grid.Rows)
        {
            writer.Add($"<tr role=\"row\" class=\"line\"{context.ClaimData(row.Claim.Claim)}><th scope=\"row\" role=\"rowheader\">{context.Words(row.Claim.Text)}{context.Ref(row.Claim.Cite)}</th>");
            for (int i = 0; i < row.Cells.Length; i++)
            {
                GridCell cell = row.Cells[i];
                writer.Add($"<td role=\"cell\"{(cell.IsSilent ? Html.Of($" class=\"silent\"") : Html.None)} data-l=\"{AccountIndex.Letter(i)}\"><span class=\"sign\" aria-hidden=\"true\">{cell.Sign}</span> <bdi>{cell.Word}</bdi>{context.Ref(cell.Cite)}</td>");
            }

            writer.Line($"</tr>");
        }

        writer.Line($"</tbody></table></div>");
    }

    private static void Lists(PageContext context, GridView grid)
    {
        HtmlWriter writer = context.Writer;
        writer.Line($"<p class=\"by\">What divides most stands first.</p>\n<ul class=\"claims\">");
        foreach (GridRow row in grid.Rows)
        {
            writer.Add($"<li class=\"line\"{context.ClaimData(row.Claim.Claim)}><p>{context.Words(row.Claim.Text)}{context.Ref(row.Claim.Cite)}</p><ul class=\"plain by\">");
            foreach (IGrouping<(string, string), int> group in Enumerable.Range(0, row.Cells.Length).GroupBy(i => (row.Cells[i].Sign, row.Cells[i].Word)))
            {
                writer.Add($"<li><span class=\"sign\" aria-hidden=\"true\">{group.Key.Item1}</span> <bdi>{group.Key.Item2}</bdi>: {string.Join(", ", group.Select(AccountIndex.Letter))}</li>");
            }

            writer.Line($"</ul></li>");
        }

        writer.Line($"</ul>");
    }
}
