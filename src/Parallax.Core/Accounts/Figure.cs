using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Parallax.Core.Layers;
using Parallax.Core.Text;

namespace Parallax.Core.Accounts;

/// <summary>What of a quantity a figure tells.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<FigureAspect>))]
public enum FigureAspect
{
    /// <summary>How much there is.</summary>
    Level,

    /// <summary>By how much it changed.</summary>
    Change,

    /// <summary>Which part of a whole.</summary>
    Share,
}

/// <summary>Words of the text with their place.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">First code unit.</param>
/// <param name="End">First code unit after them.</param>
public sealed record TextSlice(string Text, int Start, int End);

/// <summary>A number with its bounds, unit, and what it measures.</summary>
public sealed record Figure : ISpanned
{
    /// <summary><c>f…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>First code unit.</summary>
    public required int Start { get; init; }

    /// <summary>First code unit after it.</summary>
    public required int End { get; init; }

    /// <summary>The number as told, in <see cref="Unit"/>; null where only bounds are told.</summary>
    public double? Value { get; init; }

    /// <summary>Lower bound, inclusive; null: open.</summary>
    public double? Low { get; init; }

    /// <summary>Upper bound, inclusive; null: open.</summary>
    public double? High { get; init; }

    /// <summary>ISO 4217 code, SI unit, <c>percent</c>, <c>percentage-point</c>, or the singular noun counted (<c>person</c>).</summary>
    public required string Unit { get; init; }

    /// <summary><c>about</c>, <c>at least</c>, <c>up to</c>, <c>more than</c>, <c>less than</c>, or null.</summary>
    public string? Modifier { get; init; }

    /// <summary>What of the quantity it tells.</summary>
    public FigureAspect Aspect { get; init; }

    /// <summary>The words that say what is measured or counted, or null.</summary>
    public TextSlice? Measures { get; init; }

    /// <summary>Entities it concerns.</summary>
    public ImmutableArray<string> Entities { get; init; } = [];

    /// <summary>As of when, a TIMEX3 value, or null.</summary>
    public string? AsOf { get; init; }

    /// <summary>The words that say of which whole or from where it is told ("so far", "during the five operations", "from the frontier"), or null.</summary>
    public TextSlice? Scope { get; init; }

    /// <summary>The statement in whose content it stands, or null: the report's own voice.</summary>
    public string? According { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public TextSpan Span => TextSpan.FromBounds(Start, End);
}
