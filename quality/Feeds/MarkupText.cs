using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Parallax.Quality.Feeds;

/// <summary>Equality of a value read with one expected. Parallax keeps no markup, so where either holds markup, what a reader would read of both is compared.</summary>
internal static class MarkupText
{
    private static readonly FrozenSet<string> NotRead = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "iframe", "object", "embed", "applet", "noscript", "template", "title");

    /// <summary>Whether two values are equal.</summary>
    public static bool AreEqual(object? found, object? expected) => (found, expected) switch
    {
        (null, null) => true,
        (string a, string b) => a == b || (HoldsMarkup(a, b) && Read(a) == Read(b)),
        (bool a, long b) => (a ? 1 : 0) == b,
        (long a, bool b) => a == (b ? 1 : 0),
        (long a, double b) => a == b,
        (double a, long b) => a == b,
        (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b).All(static pair => AreEqual(pair.First, pair.Second)),
        (IDictionary<string, object?> a, IDictionary<string, object?> b) => b.All(pair => a.TryGetValue(pair.Key, out object? value) && AreEqual(value, pair.Value)),
        _ => found is not null && found.Equals(expected),
    };

    /// <summary>What a reader reads of HTML: its words, white space collapsed.</summary>
    public static string Read(string markup)
    {
        using IDocument document = new HtmlParser().ParseDocument("<body>" + markup);
        System.Text.StringBuilder words = new();
        foreach (INode node in document.Body!.Descendants().Where(static node => node is IText)) // The parser always makes a body.
        {
            if (!node.Ancestors<IElement>().Any(static element => NotRead.Contains(element.LocalName)))
            {
                words.Append(' ').Append(node.TextContent);
            }
        }

        return string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool HoldsMarkup(string a, string b) => a.AsSpan().IndexOfAny('<', '&') >= 0 || b.AsSpan().IndexOfAny('<', '&') >= 0;
}
