using System.Globalization;

namespace Parallax.Language.Tokens;

/// <summary>What a code unit is to the tokenizer.</summary>
internal enum CharacterClass : byte
{
    /// <summary>White space, control characters, byte order marks, marks of writing direction.</summary>
    Space,

    /// <summary>Letters, the marks upon them, joiners, soft hyphens.</summary>
    Letter,

    /// <summary>Decimal digits.</summary>
    Digit,

    /// <summary>Everything else: punctuation, symbols, halves of surrogate pairs.</summary>
    Mark,
}

/// <summary>Looks up classes; ASCII by table.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Table = BuildTable();

    /// <summary>The class of a code unit.</summary>
    public static CharacterClass Of(char c) => Table[c];

    /// <summary>Whether it is a letter or a digit.</summary>
    public static bool IsWord(char c) => Table[c] is CharacterClass.Letter or CharacterClass.Digit;

    private static CharacterClass[] BuildTable()
    {
        CharacterClass[] table = new CharacterClass[char.MaxValue + 1];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = Compute((char)i);
        }

        return table;
    }

    private static CharacterClass Compute(char c)
    {
        if (char.IsWhiteSpace(c) || char.IsControl(c))
        {
            return CharacterClass.Space;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.LetterNumber => c is >= '\uFE00' and <= '\uFE0F' ? CharacterClass.Mark : CharacterClass.Letter,
            UnicodeCategory.DecimalDigitNumber => CharacterClass.Digit,
            UnicodeCategory.Format => c is '\u200C' or '\u200D' or '\u00AD' ? CharacterClass.Letter : CharacterClass.Space,
            _ => CharacterClass.Mark,
        };
    }
}
