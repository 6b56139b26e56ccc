namespace Parallax.Language.Phrases;

/// <summary>The classes of number words (data file <c>en/figures/numbers.txt</c>) as symbols.</summary>
internal sealed class NumberSymbols(Func<string, int> symbol)
{
    /// <summary>Whether a number in words or a glyph may start with a symbol.</summary>
    public bool IsStart(int symbol) => symbol == One || symbol == Teen || symbol == Ten || symbol == Hundred || symbol == Magnitude || symbol == OrdinalOne || symbol == OrdinalTen
        || symbol == OrdinalMagnitude || symbol == Half || symbol == Glyph || symbol == Article;

    public int One { get; } = symbol("N1");

    public int Teen { get; } = symbol("N10");

    public int Ten { get; } = symbol("N20");

    public int Hundred { get; } = symbol("N100");

    public int Magnitude { get; } = symbol("NMAG");

    public int ShortMagnitude { get; } = symbol("NMAGSHORT");

    public int OrdinalOne { get; } = symbol("O1");

    public int OrdinalTen { get; } = symbol("O20");

    public int OrdinalMagnitude { get; } = symbol("O100");

    public int OrdinalSuffix { get; } = symbol("OSUFFIX");

    public int Denominator { get; } = symbol("NDENOM");

    /// <summary>Denominators in the plural.</summary>
    public int Plural { get; } = symbol("NPARTS");

    public int Of { get; } = symbol("NOF");

    public int Half { get; } = symbol("NHALF");

    public int Glyph { get; } = symbol("NGLYPH");

    public int And { get; } = symbol("NAND");

    public int Article { get; } = symbol("NA");

    public int Point { get; } = symbol("NPOINT");

    public int Dash { get; } = symbol("DASH");

    public int Minus { get; } = symbol("NMINUS");
}
