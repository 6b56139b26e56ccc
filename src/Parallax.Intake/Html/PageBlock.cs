using AngleSharp.Dom;
using Parallax.Intake.Articles;

namespace Parallax.Intake.Html;

/// <summary>A block of a page with what tells whether it belongs to the article.</summary>
/// <param name="Block">Its words.</param>
/// <param name="Element">The element that holds it.</param>
/// <param name="LinkShare">Share of its letters that stand in links, 0 to 1.</param>
/// <param name="Region">What the elements around it say it is, or null: <c>nav</c>, <c>footer</c> …</param>
internal sealed record PageBlock(RawBlock Block, IElement Element, double LinkShare, string? Region);
