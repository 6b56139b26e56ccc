using System.Text;

namespace Parallax.Export.Html;

/// <summary>A piece of markup that is safe to put into a page. Made only through <see cref="Of"/>, which escapes every value, and from the page's own assets.</summary>
internal readonly record struct Html(string Markup)
{
    public static Html None { get; } = new("");

    /// <summary>The interpolated string with every value escaped; the literal parts are markup.</summary>
    public static Html Of(HtmlHandler markup) => new(markup.ToString());

    /// <summary>Pieces one after another.</summary>
    public static Html Join(string separator, IEnumerable<Html> pieces) => new(string.Join(separator, pieces.Select(static piece => piece.Markup)));

    /// <summary>Appends <paramref name="text"/> so that it is text in an element and in a quoted attribute alike. Control characters, which no page may hold, become U+FFFD.</summary>
    public static void Escape(StringBuilder target, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            switch (unit)
            {
                case '&': target.Append("&amp;"); break;
                case '<': target.Append("&lt;"); break;
                case '>': target.Append("&gt;"); break;
                case '"': target.Append("&quot;"); break;
                case '\'': target.Append("&#39;"); break;
                case '\n' or '\t': target.Append(unit); break;
                case '\r': target.Append('\n'); break;
                default: target.Append(IsForbidden(text, i) ? '\uFFFD' : unit); break;
            }
        }
    }

    private static bool IsForbidden(ReadOnlySpan<char> text, int at)
    {
        char unit = text[at];
        if (!char.IsSurrogate(unit))
        {
            return char.IsControl(unit) || unit is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';
        }

        bool pairsAhead = at + 1 < text.Length && char.IsSurrogatePair(unit, text[at + 1]);
        bool pairsBehind = at > 0 && char.IsSurrogatePair(text[at - 1], unit);
        return !pairsAhead && !pairsBehind;
    }
}
