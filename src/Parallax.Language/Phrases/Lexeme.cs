namespace Parallax.Language.Phrases;

/// <summary>What a lexeme is made of.</summary>
internal enum LexemeKind : byte
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Decimal digits.</summary>
    Digits,

    /// <summary>One other character.</summary>
    Mark,
}

/// <summary>The smallest piece that rules speak of: a run of letters, a run of digits, or one other character. "40bn" is two, "Nov." two, "mid-2018" three.</summary>
/// <remarks>Independent of the tokenizer, so that the same rules read raw strings and tokenised reports.</remarks>
internal readonly record struct Lexeme(int Start, int End, LexemeKind Kind, bool SpaceBefore, bool BreakBefore, bool Capital, int Entry, long Number)
{
    /// <summary>Number of code units.</summary>
    public int Length => End - Start;
}
