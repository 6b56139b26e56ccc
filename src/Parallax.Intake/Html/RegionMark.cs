using AngleSharp.Dom;

namespace Parallax.Intake.Html;

/// <summary>What a region of a page is by its own word.</summary>
internal enum RegionKind
{
    /// <summary>Navigation, comments, sharing, other articles: not the article.</summary>
    Aside,

    /// <summary>Words about a picture or film.</summary>
    Caption,

    /// <summary>A byline, a date, labels: not the article where it is short.</summary>
    Small,

    /// <summary>The article's text.</summary>
    Body,
}

/// <summary>An element that says what it holds.</summary>
/// <param name="Element">The element.</param>
/// <param name="Word">What it calls itself.</param>
/// <param name="Kind">What that means.</param>
/// <param name="IsCertain">Whether its tag or role says so, not only the words of its class or id.</param>
/// <param name="Outer">The next such element around it, or null.</param>
internal sealed record RegionMark(IElement Element, string Word, RegionKind Kind, bool IsCertain, RegionMark? Outer);
