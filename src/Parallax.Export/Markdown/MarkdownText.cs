using System.Text;

namespace Parallax.Export.Markdown;

/// <summary>Words of a report as Markdown text that stays text: no markup, link, image, autolink, footnote or HTML comes of them.</summary>
internal static class MarkdownText
{
    private const string Active = "\\`*_{}[]<>|~&$^#";

    /// <summary>The words on one line, everything active escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (char.IsControl(unit) || unit is '\u2028' or '\u2029')
            {
                escaped.Append(unit is '\n' or '\r' or '\t' ? ' ' : '\uFFFD');
            }
            else if (Active.Contains(unit, StringComparison.Ordinal) || (unit == ':' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])) || IsDotOfHost(text, i))
            {
                escaped.Append('\\').Append(unit);
            }
            else if (unit == '@')
            {
                // Mail addresses become links after escapes are read; a word joiner keeps them text.
                escaped.Append('\u2060').Append(unit);
            }
            else
            {
                escaped.Append(unit);
            }
        }

        return escaped.ToString().Trim();
    }

    private static bool IsDotOfHost(string text, int at) => text[at] == '.' && at >= 3 && string.Compare(text, at - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0;
}
