using Class = Parallax.Language.Tokens.CharacterClass;

namespace Parallax.Language.Tokens;

/// <summary>What a token looks like, as the sentence splitter sees it.</summary>
internal enum TokenShape : byte
{
#pragma warning disable CS1591 // The names say it all.
    None, Lower, Capital, AllCapitals, SingleCapital, Digit, OpenQuote, CloseQuote, OpenBracket, CloseBracket,
    Stop, Mark, Dots, Comma, Colon, Semicolon, Dash, Bullet, Address, Clitic, Symbol,
#pragma warning restore CS1591
}

/// <summary>Tells shapes.</summary>
internal static class TokenShapes
{
    /// <summary>The shape of a token.</summary>
    /// <param name="form">Its form, not empty.</param>
    /// <param name="spaceBefore">Whether white space stands before it (or nothing at all).</param>
    /// <param name="spaceAfter">Whether white space stands after it (or nothing at all).</param>
    public static TokenShape Of(ReadOnlySpan<char> form, bool spaceBefore, bool spaceAfter)
    {
        char c = form[0];
        switch (CharacterClasses.Of(c))
        {
            case Class.Digit:
                return TokenShape.Digit;
            case Class.Letter when char.IsUpper(c):
                return form.Length == 1 || (form.Length == 2 && form[1] == '.')
                    ? TokenShape.SingleCapital
                    : char.IsUpper(form[1]) || form[1] == '.' ? TokenShape.AllCapitals : TokenShape.Capital;
            case Class.Letter:
                return form.Length > 10 && form.Contains('/') ? TokenShape.Address : TokenShape.Lower;
        }

        return c switch
        {
            '.' when form.Length == 1 => TokenShape.Stop,
            '.' when form.Length > 1 && CharacterClasses.IsWord(form[1]) => TokenShape.Digit,
            '.' or '…' => form.ContainsAny('!', '?') ? TokenShape.Mark : TokenShape.Dots,
            '!' or '?' => TokenShape.Mark,
            ',' => TokenShape.Comma,
            ':' => form.Length == 1 ? TokenShape.Colon : TokenShape.Symbol,
            ';' => form.Length == 1 ? TokenShape.Semicolon : TokenShape.Symbol,
            '“' or '«' or '„' or '‹' => TokenShape.OpenQuote,
            '”' or '»' or '›' => TokenShape.CloseQuote,
            '"' or '\'' or '’' or '‘' or '`' => form.Length > 2 && CharacterClasses.IsWord(form[1]) ? TokenShape.Clitic
                : spaceBefore && !spaceAfter ? TokenShape.OpenQuote : !spaceBefore && spaceAfter ? TokenShape.CloseQuote
                : c is '‘' or '`' ? TokenShape.OpenQuote : c == '’' ? TokenShape.CloseQuote : spaceBefore ? TokenShape.OpenQuote : TokenShape.CloseQuote,
            '(' or '[' or '{' => TokenShape.OpenBracket,
            ')' or ']' or '}' => TokenShape.CloseBracket,
            '-' or '–' or '—' or '―' => TokenShape.Dash,
            '*' or '•' or '·' or '■' or '▪' or '●' or '>' or '|' or '_' or '=' or '~' or '#' => TokenShape.Bullet,
            _ => TokenShape.Symbol,
        };
    }
}
