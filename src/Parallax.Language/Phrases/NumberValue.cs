namespace Parallax.Language.Phrases;

/// <summary>How a number is written.</summary>
internal enum NumberForm : byte
{
    /// <summary>Digits only, no separators or decimals: may be a year, a day, an hour.</summary>
    PlainDigits,

    /// <summary>Digits with separators, decimals or a magnitude.</summary>
    Digits,

    /// <summary>Words.</summary>
    Words,
}

/// <summary>A number read from lexemes.</summary>
/// <param name="Value">The number.</param>
/// <param name="Form">How it is written.</param>
internal sealed record NumberValue(double Value, NumberForm Form)
{
    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole => Math.Abs(Value % 1) < 1e-9;
}
