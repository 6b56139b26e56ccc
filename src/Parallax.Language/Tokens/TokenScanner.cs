using Class = Parallax.Language.Tokens.CharacterClass;

namespace Parallax.Language.Tokens;

/// <summary>Cuts blocks into tokens by rules, from left to right, each code unit looked at a bounded number of times (<c>TokenScanner.Words.cs</c>: words and what clings to them).</summary>
/// <remarks>A ref struct over the text: nothing is allocated but the growth of the buffer.</remarks>
internal ref partial struct TokenScanner(ReadOnlySpan<char> text, TokenBuffer buffer, TokenTables tables)
{
    /// <summary>Longer tokens are cut, so that a text without spaces costs no later step more than it should.</summary>
    public const int MaximumToken = 1024;

    private const int LongestLocalPart = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly TokenBuffer _buffer = buffer;
    private readonly TokenTables _tables = tables;
    private TokenFlags _pending;
    private int _chunkStart;
    private int _blockEnd;
    private int _nextAt;
    private bool _openSingle;

    /// <summary>Appends the tokens of <c>[start..end)</c> to the buffer.</summary>
    public void Scan(int start, int end)
    {
        int p = start;
        _blockEnd = end;
        _openSingle = false;
        TokenFlags before = TokenFlags.None;
        while (p < end)
        {
            char c = _text[p];
            if (CharacterClasses.Of(c) == Class.Space)
            {
                before |= c is '\n' or '\r' or '\u2028' or '\u2029' ? TokenFlags.SpaceBefore | TokenFlags.LineBefore : TokenFlags.SpaceBefore;
                p++;
                continue;
            }

            int chunkEnd = p;
            bool isPlain = true;
            while (chunkEnd < end && CharacterClasses.Of(_text[chunkEnd]) is var kind && kind != Class.Space)
            {
                isPlain &= kind == Class.Letter;
                chunkEnd++;
            }

            chunkEnd = PartedDomainEnd(chunkEnd, end);

            _pending = before;
            before = TokenFlags.None;
            if (isPlain)
            {
                EmitPlain(p, chunkEnd);
            }
            else
            {
                ScanChunk(p, chunkEnd);
            }

            p = chunkEnd;
        }
    }

    private void ScanChunk(int p, int end)
    {
        _chunkStart = p;
        _nextAt = -1;
        while (p < end)
        {
            p = _text[p] == ' ' ? p + 1 : CharacterClasses.IsWord(_text[p]) ? ScanWord(p, end) : ScanMark(p, end);
        }
    }

    private void Emit(int start, int end, TokenFlags flags = TokenFlags.None)
    {
        flags |= _pending;
        _pending = TokenFlags.None;
        while (end - start > MaximumToken)
        {
            int cut = start + MaximumToken;
            cut -= char.IsSurrogatePair(_text[cut - 1], _text[cut]) ? 1 : 0;
            _buffer.Add(start, cut, flags);
            start = cut;
            flags = TokenFlags.None;
        }

        _buffer.Add(start, end, flags);
    }

    private int ScanMark(int p, int end)
    {
        char c = _text[p];
        int q;
        switch (c)
        {
            case '.' or '!' or '?' or '…':
                if (c == '.' && p + 1 < end && char.IsAsciiDigit(_text[p + 1]) && (p == _chunkStart || !CharacterClasses.IsWord(_text[p - 1])))
                {
                    return ScanWord(p, end);
                }

                q = p + 1;
                while (q < end && _text[q] is '.' or '!' or '?' or '…')
                {
                    q++;
                }

                break;
            case '\'' or '’' or '‘' or '`' or '‛':
                return ScanApostrophe(p, end);
            case ':' or ';' or '=' or '^' or '<':
                q = EmoticonEnd(p, end);
                q = q > p ? q : c is '=' or '<' ? RunEnd(p, end) : p + 1;
                break;
            case '+' when p + 1 < end && char.IsAsciiDigit(_text[p + 1]) && (p == _chunkStart || !CharacterClasses.IsWord(_text[p - 1])):
                return ScanWord(p, end);
            case '-' or '–' or '—' or '―' or '*' or '_' or '~' or '>' or '|' or '+':
                q = RunEnd(p, end);
                break;
            case '@' or '#':
                q = p + 1;
                if (q < end && (CharacterClasses.Of(_text[q]) == Class.Letter || (_text[q] == '_' && c == '@')))
                {
                    while (q < end && (CharacterClasses.IsWord(_text[q]) || _text[q] == '_'))
                    {
                        q++;
                    }
                }

                break;
            default:
                q = char.IsSurrogate(c) ? PictureEnd(p, end) : p + 1;
                break;
        }

        Emit(p, q);
        return q;
    }

    private readonly int RunEnd(int p, int end)
    {
        int q = p + 1;
        while (q < end && _text[q] == _text[p])
        {
            q++;
        }

        return q;
    }

    /// <summary>The end of a surrogate pair with the joiners, skin tones and further pictures that make one sign of it.</summary>
    private readonly int PictureEnd(int p, int end)
    {
        int q = p;
        while (q < end)
        {
            if (q + 1 < end && char.IsSurrogatePair(_text[q], _text[q + 1]))
            {
                q += 2;
            }
            else if (q > p && _text[q] is '\u200D' or (>= '\uFE00' and <= '\uFE0F'))
            {
                q++;
            }
            else
            {
                break;
            }
        }

        return Math.Max(q, p + 1);
    }

    private readonly int EmoticonEnd(int p, int end)
    {
        for (int length = 3; length >= 2; length--)
        {
            int q = p + length;
            if (q <= end && (q == end || !CharacterClasses.IsWord(_text[q])) && (p == _chunkStart || !char.IsAsciiDigit(_text[p - 1]))
                && _tables.IsEmoticon(_text[p..q]))
            {
                return q;
            }
        }

        return p;
    }

    private int ScanApostrophe(int p, int end)
    {
        char c = _text[p];
        bool afterWord = p > _chunkStart && CharacterClasses.IsWord(_text[p - 1]);
        if (p + 1 < end && (_text[p + 1] == c || (c == '‘' && _text[p + 1] == '’')) && c != '‛')
        {
            Emit(p, p + 2);
            return p + 2;
        }

        int q = p + 1;
        while (q < end && q - p < TokenTables.LongestEntry && CharacterClasses.IsWord(_text[q]))
        {
            q++;
        }

        if (q > p + 1 && !afterWord && (q == end || !CharacterClasses.IsWord(_text[q])))
        {
            bool isClitic = IsClitic(_text[(p + 1)..q]) && (p > _chunkStart || q == end);
            if (isClitic || IsShortYear(_text[(p + 1)..q]) || IsApostropheWord(_text[(p + 1)..q]))
            {
                Emit(p, q, isClitic && p > _chunkStart ? TokenFlags.JoinsPrevious : TokenFlags.None);
                return q;
            }
        }

        _openSingle = !afterWord && p + 1 < end && (c != '’' || p == _chunkStart);
        Emit(p, p + 1);
        return p + 1;
    }

    private readonly bool IsApostropheWord(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[TokenTables.LongestEntry + 1];
        buffer[0] = '\'';
        word.CopyTo(buffer[1..]);
        return _tables.IsApostropheWord(buffer[..(word.Length + 1)]);
    }

    private static bool IsShortYear(ReadOnlySpan<char> word) =>
        (word.Length == 2 || (word.Length == 3 && word[2] == 's')) && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]);

    private static bool IsClitic(ReadOnlySpan<char> word) => word.Length switch
    {
        1 => word[0] is 's' or 'S' or 'm' or 'M' or 'd' or 'D',
        2 => (word[0] | 0x20, word[1] | 0x20) is ('r', 'e') or ('v', 'e') or ('l', 'l'),
        _ => false,
    };
}
