namespace Parallax.Language.Phrases;

/// <summary>Cuts a text into lexemes and looks their words up.</summary>
internal static class PhraseLexer
{
    /// <summary>The lexemes of a text, in order; an empty line breaks phrases, as does any line break that <paramref name="breaks"/> does not allow to pass.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lexicon">The words.</param>
    /// <param name="offset">Added to every position.</param>
    public static Lexeme[] Read(ReadOnlySpan<char> text, Lexicon lexicon, int offset = 0)
    {
        Lexeme[] buffer = new Lexeme[16 + (text.Length / 3)];
        int count = 0, at = 0;
        bool space = true, lineBreak = true;
        while (at < text.Length)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                lineBreak |= c is '\n' or '\r' or '\u2029';
                at++;
                continue;
            }

            int end = at + 1;
            long number = 0;
            LexemeKind kind = LexemeKind.Mark;
            if (char.IsAsciiDigit(c))
            {
                kind = LexemeKind.Digits;
                number = c - '0';
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    number = number < 100_000_000_000_000 ? (number * 10) + (text[end] - '0') : number;
                    end++;
                }
            }
            else if (char.IsLetter(c))
            {
                kind = LexemeKind.Word;
                while (end < text.Length && char.IsLetter(text[end]))
                {
                    end++;
                }
            }

            if (count == buffer.Length)
            {
                Array.Resize(ref buffer, count * 2);
            }

            int entry = kind == LexemeKind.Digits ? -1 : lexicon.Find(text[at..end]);
            buffer[count++] = new Lexeme(at + offset, end + offset, kind, space, lineBreak, char.IsUpper(c), entry, number);
            space = lineBreak = false;
            at = end;
        }

        Array.Resize(ref buffer, count);
        return buffer;
    }
}
