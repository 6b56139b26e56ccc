namespace Parallax.Core.Reports;

/// <summary>Something that a report, its page or its carrier says about the report, whether it was believed or not.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Value">What it says; a time is ISO 8601 with as much of day, time and offset as is stated.</param>
/// <param name="Origin">Where it says so: <c>JSON-LD datePublished</c>, <c>meta article:author</c>, <c>h1</c>, <c>address</c> …</param>
/// <param name="Taken">Whether it was believed.</param>
/// <param name="Why">Why it was believed or not.</param>
public sealed record FactCandidate(FactKind Kind, string Value, string Origin, bool Taken, string Why);
