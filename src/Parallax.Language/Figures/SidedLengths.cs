namespace Parallax.Language.Figures;

/// <summary>Reads the first of two sides: "8-by-12 feet" is eight feet by twelve, "45 to 40 percent" two shares, as no range falls.</summary>
internal static class SidedLengths
{
    private const double Whole = 100;

    /// <summary>The phrase at an index, with the unit of the one after it where "by" joins the two, or "to" the shares of two sides.</summary>
    public static FigurePhrase Read(string text, IReadOnlyList<FigurePhrase> phrases, int index)
    {
        FigurePhrase phrase = phrases[index];
        if (phrase is { Kind: FigureKind.Number, Value: { } more, Modifier: null } && index + 1 < phrases.Count && phrases[index + 1] is { Kind: FigureKind.Percent, Unit: "percent", Modifier: null } less
            && more > less.Value && more <= Whole && text.AsSpan(phrase.End, less.Start - phrase.End) is " to " or "-" or "–")
        {
            return phrase with { Kind = FigureKind.Percent, Unit = less.Unit };
        }

        return phrase is { Kind: FigureKind.Number, Value: { } value, Modifier: null } && index + 1 < phrases.Count && phrases[index + 1] is { Kind: FigureKind.Measure, Modifier: null } next
            && text.AsSpan(phrase.End, next.Start - phrase.End) is "-by-" or " by " or "x" or " x "
            ? phrase with { Kind = FigureKind.Measure, Unit = next.Unit, Factor = next.Factor, Value = value * next.Factor, Low = value * next.Factor, High = value * next.Factor }
            : phrase;
    }
}
