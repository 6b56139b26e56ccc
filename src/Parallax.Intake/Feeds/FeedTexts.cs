using System.Collections.Frozen;
using System.Text;
using Parallax.Intake.Mapping;
using Parallax.Intake.Xml;

namespace Parallax.Intake.Feeds;

/// <summary>Tells whether the words of a feed's element are text or markup, and reads them.</summary>
internal static class FeedTexts
{
    private static readonly FrozenSet<string> Void = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /// <summary>The words of an element.</summary>
    public static FeedText Read(string source, XmlElement element)
    {
        string? declared = element.Attribute("type")?.Trim().ToLowerInvariant();
        string? mode = element.Attribute("mode")?.Trim().ToLowerInvariant();
        bool atom10 = element.Namespace.Equals("http://www.w3.org/2005/Atom", StringComparison.OrdinalIgnoreCase);
        if (mode == "base64" || (atom10 && mode is null && IsOpaque(declared)))
        {
            if (FromBase64(element.Text.Text) is { } decoded)
            {
                return Text(new MappedText(decoded, []), declared is null or "" ? "text/plain" : declared);
            }
        }

        if (element.Children.Count > 0)
        {
            return Text(Inner(source, element).Trim(), "application/xhtml+xml");
        }

        MappedText words = element.Text.Trim();
        if (words.Text.Length == 0 && element.Attribute("src") is { } elsewhere)
        {
            return Text(MappedText.Empty, declared ?? "text/plain") with { Address = NamedAddress.AsWritten(element.Base, elsewhere) };
        }

        string mediaType = declared switch
        {
            "text" => "text/plain",
            "html" => "text/html",
            "xhtml" => "application/xhtml+xml",
            not null when declared.Contains('/', StringComparison.Ordinal) => declared,
            _ => LooksLikeMarkup(words.Text) && !(atom10 && declared is null) ? "text/html" : "text/plain",
        };
        return Text(words, mediaType == "text/plain" && mode == "escaped" && LooksLikeMarkup(words.Text) ? "text/html" : mediaType);

        FeedText Text(MappedText value, string type) => new(value, type, element.Language, element.Base);
    }

    /// <summary>Whether words hold tags or references as HTML does.</summary>
    public static bool LooksLikeMarkup(string words)
    {
        for (int i = words.AsSpan().IndexOfAny('<', '&'); i >= 0 && i + 1 < words.Length;)
        {
            char next = words[i + 1];
            if (words[i] == '<' ? char.IsAsciiLetter(next) || next is '/' or '!' : Xml.XmlReferences.Decode(words, i, out _) is not null)
            {
                return true;
            }

            int further = words.AsSpan(i + 1).IndexOfAny('<', '&');
            i = further < 0 ? -1 : i + 1 + further;
        }

        return false;
    }

    // What stands in an element, as HTML reads it: an empty element that HTML does not know as empty gets its end.
    private static MappedText Inner(string source, XmlElement element)
    {
        MappedTextBuilder inner = new();
        int from = element.InnerStart;
        foreach (XmlElement empty in element.Below(null).Where(static below => below.InnerStart == below.End && !Void.Contains(below.Name)))
        {
            if (empty.InnerStart - 2 >= from && source[empty.InnerStart - 2] == '/')
            {
                inner.AppendLiteral(source, from, empty.InnerStart - 2);
                inner.AppendDecoded($"></{empty.Name}>");
                from = empty.InnerStart;
            }
        }

        inner.AppendLiteral(source, from, element.InnerEnd);
        return inner.ToValue();
    }

    private static bool IsOpaque(string? type) =>
        type is not null && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal);

    private static string? FromBase64(string words)
    {
        byte[] bytes = new byte[words.Length];
        if (words.Length == 0 || !Convert.TryFromBase64String(words, bytes, out int length) || !System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length)))
        {
            return null;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
