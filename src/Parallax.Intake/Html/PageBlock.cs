using AngleSharp.Dom;
using Parallax.Intake.Articles;

namespace Parallax.Intake.Html;

/// <summary>A block of a page with what tells whether it belongs to the article.</summary>
/// <param name="Block">Its words.</param>
/// <param name="Element">The element that holds it.</param>
/// <param name="LinkShare">Share of its letters that stand in links, 0 to 1.</param>
/// <param name="Mark">What the innermost of the elements around it that say so call it, with those further out; null where none says anything.</param>
internal sealed record PageBlock(RawBlock Block, IElement Element, double LinkShare, RegionMark? Mark);
