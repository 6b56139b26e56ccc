using Parallax.Core.Accounts;
using Parallax.Export.Views;

namespace Parallax.Export.Html.Sections;

/// <summary>Filters and "without report", which need script and stay hidden without it.</summary>
internal static class ToolsSection
{
    public static void Write(HtmlWriter page, PageContext context)
    {
        Account account = context.Index.Account;
        if (account.Reports.IsEmpty)
        {
            return;
        }

        page.Line($"<search><details id=\"tools\" hidden><summary>Filter, or leave out a report</summary><form id=\"filter\">");
        page.Line($"<label>Words <input type=\"search\" name=\"q\" autocomplete=\"off\"></label>");
        page.Add($"<label>Report <select name=\"r\"><option value=\"\">all</option>");
        for (int i = 0; i < account.Reports.Length; i++)
        {
            page.Add($"<option value=\"{i}\">{context.Index.LongName(i)}</option>");
        }

        page.Add($"</select></label>\n<label>Speaker <select name=\"s\"><option value=\"\">all</option>");
        for (int i = 0; i < context.Speakers.Count; i++)
        {
            page.Add($"<option value=\"{i}\">{context.Speakers[i]}</option>");
        }

        page.Add($"</select></label>\n<label>Stance <select name=\"t\"><option value=\"\">all</option>");
        foreach (Stance stance in account.Statements.Select(static statement => statement.Stance).Distinct().Order())
        {
            page.Add($"<option>{Words.Stance(stance)}</option>");
        }

        page.Line($"</select></label>\n<label>From <input type=\"date\" name=\"from\"></label> <label>to <input type=\"date\" name=\"to\"></label>");
        page.Add($"<fieldset><legend>Without report</legend>");
        for (int i = 0; i < account.Reports.Length; i++)
        {
            page.Add($"<label><input type=\"checkbox\" name=\"w\" value=\"{i}\"> {AccountIndex.Letter(i)}</label> ");
        }

        page.Line($"</fieldset>\n<button type=\"reset\">Show everything</button> <output id=\"count\"></output>\n</form><p class=\"by\">Keys: <kbd>j</kbd> next line, <kbd>k</kbd> previous, <kbd>o</kbd> open its sentence, <kbd>/</kbd> filter, <kbd>?</kbd> this help, <kbd>Esc</kbd> close.</p></details></search>");
    }
}
