using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Parallax.Intake.Html;

/// <summary>What elements say of themselves by tag, role, class, id and style (<c>Data/page-regions.txt</c>): navigation, sharing, comments, captions, lists of other articles.</summary>
internal static class PageRegions
{
    private static readonly ImmutableArray<string[]> Rows = DataTable.Rows("page-regions.txt", 2);
    private static readonly HashSet<string> Tags = Of("tag"), CaptionTags = Of("caption-tag"), Roles = Of("role"), HiddenClasses = Of("hidden"), Embeds = Of("embed");
    private static readonly (string Word, RegionKind Kind)[] Words =
        [.. List("word", RegionKind.Aside), .. List("caption", RegionKind.Caption), .. List("body", RegionKind.Body), .. List("small", RegionKind.Small)];

    private static readonly (string Word, RegionKind Kind)[] Asides = [.. List("aside", RegionKind.Aside)];

    // White space left out, lower case: what is laid out of sight.
    private static readonly string[] HiddenStyles =
        ["display:none", "visibility:hidden", "clip:rect(0", "clip-path:inset(50%", "clip-path:inset(100%", "font-size:0;", "font-size:0px", "opacity:0;", "left:-9999", "left:-10000", "text-indent:-9999", "height:0;overflow:hidden", "width:0;overflow:hidden", "height:0px;overflow:hidden", "width:0px;overflow:hidden", "height:1px;overflow:hidden", "width:1px;height:1px"];

    /// <summary>The mark of an element, or <paramref name="outer"/> where it says nothing.</summary>
    public static RegionMark? MarkOf(IElement element, RegionMark? outer)
    {
        if (Tags.Contains(element.LocalName))
        {
            return new RegionMark(element, element.LocalName, RegionKind.Aside, IsCertain: true, outer);
        }

        if (CaptionTags.Contains(element.LocalName))
        {
            return new RegionMark(element, element.LocalName, RegionKind.Caption, IsCertain: true, outer);
        }

        if (element.GetAttribute("role") is { Length: > 0 } role && Roles.Contains(role))
        {
            return new RegionMark(element, role, RegionKind.Aside, IsCertain: true, outer);
        }

        if (element.GetAttribute("itemprop") is { } item && item.Contains("articleBody", StringComparison.Ordinal))
        {
            return new RegionMark(element, item, RegionKind.Body, IsCertain: true, outer);
        }

        if (element.LocalName is "body" or "html" or "article" or "main" or "h1")
        {
            return outer;
        }

        (string Word, RegionKind Kind) found = WordOf(element, Words);
        return found.Word is null || (element.LocalName == "p" && found.Kind == RegionKind.Aside) ? outer : new RegionMark(element, found.Word, found.Kind, IsCertain: false, outer);
    }

    /// <summary>Whether a region of that name may hold posts of a network that the article quotes.</summary>
    public static bool MayHoldQuotations(RegionMark mark) => !mark.IsCertain && Embeds.Contains(mark.Word);

    /// <summary>Whether an element stands beside the article by its own word, so that what it states is not said of the article; the header of a page is not.</summary>
    public static bool IsAside(IElement element) => element.LocalName is "nav" or "aside" or "footer" or "form" || (element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" && element.LocalName is not "body")
        || (element.LocalName is "div" or "section" or "ul" or "li" or "header" && WordOf(element, Asides).Word is not null);

    /// <summary>Whether a reader who sees the page does not see the element.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true")
        {
            return true;
        }

        if (element.ClassName is { Length: > 0 } classes)
        {
            foreach (Range range in classes.AsSpan().Split(' '))
            {
                ReadOnlySpan<char> name = classes.AsSpan()[range];
                if (name.Length > 5 && HiddenClasses.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                {
                    return true;
                }
            }
        }

        return element.GetAttribute("style") is { Length: > 0 } style && IsHiddenStyle(style);
    }

    private static bool IsHiddenStyle(string style)
    {
        Span<char> compact = stackalloc char[512];
        int length = 0;
        foreach (char c in style)
        {
            if (!char.IsWhiteSpace(c) && length < compact.Length - 1)
            {
                compact[length++] = char.ToLowerInvariant(c);
            }
        }

        compact[length++] = ';';
        foreach (string hidden in HiddenStyles)
        {
            if (compact[..length].IndexOf(hidden) >= 0)
            {
                return true;
            }
        }

        return HasColourOfBackground(compact[..length]);
    }

    // color:#fff;background:#fff
    private static bool HasColourOfBackground(ReadOnlySpan<char> style)
    {
        ReadOnlySpan<char> colour = ValueOf(style, "color:", "-"), background = ValueOf(style, "background-color:", "");
        background = background.IsEmpty ? ValueOf(style, "background:", "") : background;
        return !colour.IsEmpty && colour.SequenceEqual(background);
    }

    private static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> style, ReadOnlySpan<char> property, ReadOnlySpan<char> notAfter)
    {
        for (int from = 0; from < style.Length;)
        {
            int at = style[from..].IndexOf(property);
            if (at < 0)
            {
                return [];
            }

            at += from;
            if (notAfter.IsEmpty || at == 0 || !style[..at].EndsWith(notAfter))
            {
                ReadOnlySpan<char> rest = style[(at + property.Length)..];
                return rest[..rest.IndexOf(';')];
            }

            from = at + property.Length;
        }

        return [];
    }

    private static (string Word, RegionKind Kind) WordOf(IElement element, (string Word, RegionKind Kind)[] words)
    {
        foreach (string? marks in (ReadOnlySpan<string?>)[element.ClassName, element.Id])
        {
            if (marks is null)
            {
                continue;
            }

            foreach ((string word, RegionKind kind) in words)
            {
                if (marks.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return (word, kind);
                }
            }
        }

        return default;
    }

    private static IEnumerable<(string Word, RegionKind Kind)> List(string kind, RegionKind region) =>
        Rows.Where(row => row[0] == kind).Select(row => (row[1], region)).OrderBy(static pair => pair.Item1, StringComparer.Ordinal);

    private static HashSet<string> Of(string kind) => new(Rows.Where(row => row[0] == kind).Select(static row => row[1]), StringComparer.OrdinalIgnoreCase);
}
