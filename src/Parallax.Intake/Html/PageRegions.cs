using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Parallax.Intake.Html;

/// <summary>What elements say of themselves by tag, role, class and id (<c>Data/page-regions.txt</c>): navigation, sharing, comments, lists of other articles.</summary>
internal static class PageRegions
{
    private static readonly ImmutableArray<string[]> Rows = DataTable.Rows("page-regions.txt", 2);
    private static readonly HashSet<string> Tags = Of("tag"), Roles = Of("role");
    private static readonly string[] Asides = [.. Of("aside").Order(StringComparer.Ordinal)];
    private static readonly string[] Words = [.. Of("word").Order(StringComparer.Ordinal)];

    /// <summary>The mark of an element, or <paramref name="outer"/> where it says nothing.</summary>
    public static RegionMark? MarkOf(IElement element, RegionMark? outer)
    {
        if (Tags.Contains(element.LocalName))
        {
            return new RegionMark(element, element.LocalName, IsCertain: true, outer);
        }

        if (element.GetAttribute("role") is { Length: > 0 } role && Roles.Contains(role))
        {
            return new RegionMark(element, role, IsCertain: true, outer);
        }

        if (element.LocalName is "body" or "html" or "article" or "main" or "p" or "h1")
        {
            return outer;
        }

        return WordOf(element, Words) is { } found ? new RegionMark(element, found, IsCertain: false, outer) : outer;
    }

    /// <summary>Whether an element stands beside the article by its own word, so that what it states is not said of the article; the header of a page is not.</summary>
    public static bool IsAside(IElement element) => element.LocalName is "nav" or "aside" or "footer" or "form" || (element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" && element.LocalName is not "body")
        || (element.LocalName is "div" or "section" or "ul" or "li" or "header" && WordOf(element, Asides) is not null);

    private static string? WordOf(IElement element, string[] words)
    {
        foreach (string? marks in (ReadOnlySpan<string?>)[element.ClassName, element.Id])
        {
            if (marks is null)
            {
                continue;
            }

            foreach (string word in words)
            {
                if (marks.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return word;
                }
            }
        }

        return null;
    }

    private static HashSet<string> Of(string kind) => new(Rows.Where(row => row[0] == kind).Select(static row => row[1]), StringComparer.OrdinalIgnoreCase);
}
