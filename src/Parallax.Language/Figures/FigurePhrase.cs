using Parallax.Core.Accounts;

namespace Parallax.Language.Figures;

/// <summary>A figure found in a string.</summary>
public sealed record FigurePhrase
{
    /// <summary>First code unit.</summary>
    public required int Start { get; init; }

    /// <summary>First code unit after it.</summary>
    public required int End { get; init; }

    /// <summary>What it counts or measures in.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The number, in <see cref="Unit"/>; a fall is negative where <see cref="Aspect"/> is a change; null where only bounds are told.</summary>
    public double? Value { get; init; }

    /// <summary>Lower bound; null open.</summary>
    public double? Low { get; init; }

    /// <summary>Upper bound; null open.</summary>
    public double? High { get; init; }

    /// <summary>Whether the lower bound itself is excluded ("more than 12").</summary>
    public bool LowExclusive { get; init; }

    /// <summary>Whether the upper bound itself is excluded.</summary>
    public bool HighExclusive { get; init; }

    /// <summary>ISO 4217 code, canonical unit, <c>percent</c>, <c>percentage-point</c>, <c>times</c>; empty where a thing is counted or nothing is told.</summary>
    public required string Unit { get; init; }

    /// <summary>By what a number in the unit of the text was multiplied to give <see cref="Value"/>.</summary>
    public double Factor { get; init; } = 1;

    /// <summary><c>about</c>, <c>at least</c>, <c>up to</c>, <c>more than</c>, <c>less than</c>, or null.</summary>
    public string? Modifier { get; init; }

    /// <summary>Level, change or share, as far as the words beside it tell.</summary>
    public FigureAspect Aspect { get; init; }

    /// <summary>Whether it is a vague word ("dozens"), whose bounds are those of docs/spec/figures.md.</summary>
    public bool Vague { get; init; }

    /// <summary>Id of the rule that read it.</summary>
    public required string Rule { get; init; }
}
