using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Parallax.Intake.Articles;
using Parallax.Intake.Html.Metadata;

namespace Parallax.Intake.Html;

/// <summary>What a page gave.</summary>
/// <param name="Blocks">Its blocks, those outside the article with a reason.</param>
/// <param name="Facts">What it says about itself.</param>
/// <param name="TooDeep">Whether it nests deeper than the limit.</param>
/// <param name="Teaser">Why what stands on it is only the beginning of its article, or null.</param>
internal sealed record ParsedPage(ImmutableArray<RawBlock> Blocks, DeclaredFacts Facts, bool TooDeep, string? Teaser);

/// <summary>Reads an HTML page.</summary>
internal static class HtmlPageParser
{
    private static readonly System.Buffers.SearchValues<char> EndOfCharset = System.Buffers.SearchValues.Create(" \"'>/;");

    // What the standard for sniffing takes for the beginning of a page.
    private static readonly string[] Beginnings =
        ["<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a ", "<style", "<title", "<b>", "<body", "<br", "<p>", "<p ", "<meta", "<link", "<article", "<section", "<main", "<header", "<span", "<ul", "<center", "<!--"];

    /// <summary>Whether a text is HTML: it begins as a page does, or a page begins a little later in it.</summary>
    public static bool LooksLikeHtml(string text)
    {
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, 65_536)).TrimStart("\uFEFF \t\r\n\f");
        foreach (string beginning in Beginnings)
        {
            if (head.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return head.StartsWith("<", StringComparison.Ordinal) && (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase) || head.Contains("</p>", StringComparison.OrdinalIgnoreCase) || head.Contains("</div>", StringComparison.OrdinalIgnoreCase))
            || head[..Math.Min(head.Length, 4096)].Contains("<html", StringComparison.OrdinalIgnoreCase) || head[..Math.Min(head.Length, 4096)].Contains("<body", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The encoding that a page declares in its first bytes, or null.</summary>
    public static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        string head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        int at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        string rest = head[(at + "charset=".Length)..].TrimStart('"', '\'', ' ');
        int end = rest.AsSpan().IndexOfAny(EndOfCharset);
        return end <= 0 ? null : rest[..end];
    }

    /// <summary>Reads a page.</summary>
    /// <returns>What it gave, or null where it has more elements than the limit.</returns>
    public static ParsedPage? Parse(string source, InputOrigin origin, IntakeOptions options)
    {
        int elements = 0;
        HtmlParserOptions parserOptions = new()
        {
            IsScripting = false,
            OnCreated = (_, _) => elements = elements < options.MaxElements ? elements + 1 : throw new TooManyElementsException(),
        };
        try
        {
            using IDocument document = new HtmlParser(parserOptions).ParseDocument(TagLimits.Apply(source, options));
            return Read(document, source, origin, options);
        }
        catch (TooManyElementsException)
        {
            return null; // The parser has no limit of its own; this is the way out of it.
        }
    }

    private static ParsedPage Read(IDocument document, string source, InputOrigin origin, IntakeOptions options)
    {
        PageSignals signals = PageSignalReader.Read(document);
        PageRules rules = PageRules.Of(document, options.Outlets.For(PageAddress.Candidates(signals, origin).FirstOrDefault(static c => c.Refusal is null).Value));
        signals.Facts.AddRange(rules.Facts);
        DeclaredFacts facts = PageFactChooser.Choose(signals, origin);
        List<PageBlock> blocks = PageBlockReader.Read(document, new SourceAligner(source), options.MaxDepth, out bool tooDeep);
        ImmutableArray<RawBlock> selected = MainContent.Select(blocks, facts.Title, signals.StatedBody, rules);
        return new ParsedPage(selected, facts, tooDeep, Teasers.Why(selected, signals));
    }

    private sealed class TooManyElementsException : Exception;
}
