namespace Parallax.Language.Figures;

/// <summary>What a figure counts or measures in.</summary>
public enum FigureKind
{
    /// <summary>A number of things, or of nothing told.</summary>
    Number,

    /// <summary>An ordinal.</summary>
    Ordinal,

    /// <summary>Percent or percentage points.</summary>
    Percent,

    /// <summary>Money.</summary>
    Money,

    /// <summary>A measure with a unit.</summary>
    Measure,

    /// <summary>A multiple ("doubled", "three times").</summary>
    Multiple,

    /// <summary>A part of a number ("one in five").</summary>
    Ratio,
}

/// <summary>The value of a phrase of the rules of figures.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Value">The number told, or null where only bounds are.</param>
/// <param name="Low">Lower bound, null open.</param>
/// <param name="High">Upper bound, null open.</param>
/// <param name="Unit">Canonical unit; empty where none is told.</param>
/// <param name="Factor">What a number in the unit of the text was multiplied by.</param>
/// <param name="UnitText">The unit as an entry of the word lists has it, for other dialects.</param>
internal sealed record FigureNode(FigureKind Kind, double? Value, double? Low, double? High, string Unit, double Factor, string UnitText)
{
    public string? Modifier { get; init; }

    public bool LowExclusive { get; init; }

    public bool HighExclusive { get; init; }

    /// <summary>Whether it is a vague word ("dozens").</summary>
    public bool Vague { get; init; }

    /// <summary>Lexemes of the bare number.</summary>
    public int NumberFirst { get; init; }

    public static FigureNode Exact(FigureKind kind, double value, string unit, double factor = 1, string unitText = "")
    {
        // Twelve digits of what was converted, fifteen of what was told: no noise of binary fractions.
        double normal = double.Parse((value * factor).ToString(factor == 1 ? "G15" : "G12", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
        return new FigureNode(kind, normal, normal, normal, unit, factor, unitText);
    }
}
