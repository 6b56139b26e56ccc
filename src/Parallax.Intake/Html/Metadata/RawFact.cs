using Parallax.Core.Reports;

namespace Parallax.Intake.Html.Metadata;

/// <summary>Something a page says about itself, as it stands there.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Value">The words.</param>
/// <param name="Origin">Where they stand.</param>
/// <param name="Trust">0 to 100.</param>
/// <param name="At">For what a reader of the page sees: how many characters of text stand before it; -1 for what stands in its head.</param>
internal sealed record RawFact(FactKind Kind, string Value, string Origin, int Trust, int At = -1);
