using Class = Parallax.Language.Tokens.CharacterClass;

namespace Parallax.Language.Tokens;

/// <content>Words and what clings to them: stops of abbreviations, clitics, hyphens.</content>
internal ref partial struct TokenScanner
{
    private int ScanWord(int p, int end)
    {
        int q = AddressEnd(p, end);
        if (q > p)
        {
            Emit(p, q);
            return q;
        }

        q = WordEnd(p, end, out bool hasStops);
        if (q < end && _text[q] == '$' && q - p <= 3 && (q + 1 == end || char.IsAsciiDigit(_text[q + 1])) && IsUpper(_text[p..q]))
        {
            Emit(p, q + 1);
            return q + 1;
        }

        if (q < end && _text[q] == '.' && StopOf(p, q, end, hasStops) is var flags && flags != TokenFlags.None)
        {
            Emit(p, q + 1, flags);
            return ScanCliticAfterStop(q + 1, end);
        }

        if (q < end && _text[q] is '\'' or '’' && (q + 1 == end || !CharacterClasses.IsWord(_text[q + 1])) && !_openSingle)
        {
            char last = _text[q - 1];
            if (last is 's' or 'S' or 'z' or 'x' && q - p > 1)
            {
                EmitWord(p, q);
                Emit(q, q + 1, TokenFlags.JoinsPrevious);
                return q + 1;
            }

            if (q - p > 3 && last == 'n' && _text[q - 2] == 'i')
            {
                Emit(p, q + 1);
                return q + 1;
            }
        }

        EmitWord(p, q);
        return q;
    }

    /// <summary>"U.S.'s": the clitic after a stop that belongs to the word.</summary>
    private int ScanCliticAfterStop(int p, int end)
    {
        int q = p + 1;
        while (q < end && q - p <= 2 && CharacterClasses.IsWord(_text[q]))
        {
            q++;
        }

        if (p < end && _text[p] is '\'' or '’' && (q == end || !CharacterClasses.IsWord(_text[q])) && IsClitic(_text[(p + 1)..q]))
        {
            Emit(p, q, TokenFlags.JoinsPrevious);
            return q;
        }

        return p;
    }

    /// <summary>The end of the run of letters, digits and the marks that belong between them; <paramref name="hasStops"/> tells of stops between letters.</summary>
    private readonly int WordEnd(int p, int end, out bool hasStops)
    {
        int q = p + (CharacterClasses.IsWord(_text[p]) ? 0 : 1);
        hasStops = false;
        while (q < end)
        {
            if (CharacterClasses.IsWord(_text[q]))
            {
                q++;
                continue;
            }

            if (q > p && q + 2 < end && _text[q + 1] == ' ')
            {
                // "Lanornews. com": only an address holds a space.
                hasStops = true;
                return q + 5;
            }

            if (q == p || q + 1 >= end || !CharacterClasses.IsWord(_text[q + 1]))
            {
                // "snake__case": underscores may follow each other.
                if (q > p && _text[q] == '_' && q + 1 < end && _text[q + 1] == '_')
                {
                    q++;
                    continue;
                }

                break;
            }

            char before = _text[q - 1], after = _text[q + 1];
            if (_text[q] == '.' && after is 'm' or 'M' && before is 'a' or 'p' or 'A' or 'P' && q - 1 > p && char.IsAsciiDigit(_text[q - 2]))
            {
                return q - 1; // "7:30p.m.": the unit is scanned as a word of its own.
            }

            bool isDigits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
            int next = _text[q] switch
            {
                '.' => isDigits ? q + 1 : DomainEnd(p, q, end) is int domain && domain > q ? domain : KeepsStop(p, q, end) ? q + 1 : 0,
                ',' => isDigits && DigitRun(q + 1, end) == 3 ? q + 1 : 0,
                ':' => isDigits && DigitRun(q + 1, end) == 2 ? q + 1 : 0,
                '/' => isDigits && IsDate(p, q, end) ? q + 1 : 0,
                '&' => IsPlainLetter(before) && IsPlainLetter(after) && IsShortPair(p, q, end) ? q + 1 : 0,
                '@' or '_' => q + 1,
                '\'' or '’' => char.IsAsciiDigit(after) || (char.IsAsciiDigit(before) && (after != 's' || before != '0')) ? 0 : q + 1,
                '-' or '‐' or '‑' => HyphenEnd(p, q, end),
                _ => 0,
            };
            if (next == 0)
            {
                break;
            }

            hasStops |= _text[q] == '.' && !isDigits;
            q = next;
        }

        return q;
    }

    private void EmitPlain(int p, int q)
    {
        int at = q - p <= 8 && _text[q - 1] is 't' or 'T' or 'a' or 'A' or 'e' or 'E' or 'm' or 'M' or 's' or 'S' or 'l' or 'L' ? _tables.Contraction(_text[p..q]) : 0;
        if (at > 0 && !(q - p == 2 && _text[p] == 'I' && _text[p + 1] == 'M'))
        {
            Emit(p, p + at);
            Emit(p + at, q, TokenFlags.JoinsPrevious);
            return;
        }

        Emit(p, q);
    }

    /// <summary>Emits a word with its clitics ("do|n't", "could|n't|'ve") or its unit ("40|bn") parted.</summary>
    private void EmitWord(int p, int q)
    {
        int clitic = CliticStart(p, q);
        if (clitic > p)
        {
            int earlier = CliticStart(p, clitic);
            if (earlier > p)
            {
                Emit(p, earlier);
                Emit(earlier, clitic, TokenFlags.JoinsPrevious);
            }
            else
            {
                Emit(p, clitic);
            }

            Emit(clitic, q, TokenFlags.JoinsPrevious);
            return;
        }

        if (char.IsAsciiDigit(_text[p]) || _text[p] == '.')
        {
            int unit = q;
            while (unit > p && q - unit < TokenTables.LongestEntry && CharacterClasses.Of(_text[unit - 1]) == Class.Letter)
            {
                unit--;
            }

            if (unit > p && unit < q && char.IsAsciiDigit(_text[unit - 1]) && _tables.IsUnit(_text[unit..q]))
            {
                Emit(p, unit);
                Emit(unit, q);
                return;
            }
        }

        EmitPlain(p, q);
    }

    private readonly int CliticStart(int p, int q)
    {
        for (int a = q - 2; a > p && a >= q - 3; a--)
        {
            if (_text[a] is '\'' or '’')
            {
                ReadOnlySpan<char> suffix = _text[(a + 1)..q];
                if (suffix.Length == 1 && suffix[0] is 't' or 'T' && _text[a - 1] is 'n' or 'N')
                {
                    return a - 1;
                }

                return IsClitic(suffix) && CharacterClasses.Of(_text[a - 1]) == Class.Letter ? a : p;
            }
        }

        return p;
    }

    /// <summary>The flags of a word that keeps the stop at <paramref name="q"/>; none where the stop is a token of its own.</summary>
    private readonly TokenFlags StopOf(int p, int q, int end, bool hasStops)
    {
        bool atEdge = q + 1 == end || !CharacterClasses.IsWord(_text[q + 1]);
        if (q + 1 < end && (_text[q + 1] == '…' || (_text[q + 1] == '.' && q + 2 < end && _text[q + 2] == '.')))
        {
            return TokenFlags.None;
        }

        if (hasStops)
        {
            return atEdge && IsAcronym(_text[p..q]) ? TokenFlags.Acronym : TokenFlags.None;
        }

        if (q - p == 1 && HalfOfDay(p) is var half && half != TokenFlags.None)
        {
            return half;
        }

        TokenFlags flags = _tables.Abbreviation(_text[p..q], out bool needsNumber);
        if (needsNumber || (q - p == 1 && char.IsAsciiLetterLower(_text[p]) && flags == TokenFlags.None))
        {
            return FirstAfter(q + 1) is var next && (char.IsAsciiDigit(next) || (next == '#' && needsNumber)) ? TokenFlags.Abbreviation | TokenFlags.Title : TokenFlags.None;
        }

        if (flags == (TokenFlags.Abbreviation | TokenFlags.Month))
        {
            // "Nov. 8": never the end of a sentence before a number.
            flags = char.IsAsciiDigit(FirstAfter(q + 1)) ? TokenFlags.Abbreviation | TokenFlags.Title : TokenFlags.Abbreviation;
        }

        if (flags != TokenFlags.None)
        {
            return atEdge || ((flags & TokenFlags.Title) != 0 && char.IsUpper(_text[q + 1])) ? flags : TokenFlags.None;
        }

        return q - p == 1 && char.IsUpper(_text[p]) && _text[p] != 'I' && atEdge ? TokenFlags.Initial : TokenFlags.None;
    }

    // "at 10 a. m. on Monday", as some agencies and many converters write it: "a." belongs to what follows, "m." may end the sentence.
    private readonly TokenFlags HalfOfDay(int p)
    {
        bool isFirst = _text[p] is 'a' or 'p' or 'A' or 'P' && p + 4 < _blockEnd && _text[p + 2] == ' ' && _text[p + 3] is 'm' or 'M' && _text[p + 4] == '.';
        bool isSecond = _text[p] is 'm' or 'M' && p >= 3 && _text[p - 1] == ' ' && _text[p - 2] == '.' && _text[p - 3] is 'a' or 'p' or 'A' or 'P';
        int before = isFirst ? p : isSecond ? p - 3 : 0;
        while (before > 0 && _text[before - 1] is ' ' or '\u00A0')
        {
            before--;
        }

        return before == 0 || !char.IsAsciiDigit(_text[before - 1]) ? TokenFlags.None : isFirst ? TokenFlags.Abbreviation | TokenFlags.Title : TokenFlags.Acronym;
    }

    private readonly char FirstAfter(int p)
    {
        int limit = Math.Min(_blockEnd, p + 8);
        while (p < limit && CharacterClasses.Of(_text[p]) == Class.Space)
        {
            p++;
        }

        return p < limit ? _text[p] : '\0';
    }

    /// <summary>Pieces of at most two letters, or one like "Ph.D": an acronym, not an address.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        int piece = 0, longest = 0;
        foreach (char c in word)
        {
            piece = c == '.' ? 0 : piece + 1;
            longest = Math.Max(longest, piece);
            if (char.IsAsciiDigit(c) || (c != '.' && !char.IsLetter(c)))
            {
                return false;
            }
        }

        return longest <= 2;
    }

    /// <summary>Whether the stop at <paramref name="q"/> between two letters belongs to the word ("U.S", "Ph.D").</summary>
    private readonly bool KeepsStop(int p, int q, int end)
    {
        int left = q, right = q + 1;
        while (left > p && q - left < 4 && CharacterClasses.Of(_text[left - 1]) == Class.Letter)
        {
            left--;
        }

        while (right < end && right - q < 5 && CharacterClasses.Of(_text[right]) == Class.Letter)
        {
            right++;
        }

        int leftLength = q - left, rightLength = right - q - 1;
        bool startsAtEdge = left == p || _text[left - 1] == '.';
        if (!startsAtEdge || leftLength == 0 || rightLength == 0)
        {
            return false;
        }

        return (leftLength == 1 && rightLength == 1) || (leftLength <= 2 && rightLength <= 2 && char.IsUpper(_text[left]) && char.IsUpper(_text[q + 1]));
    }

    /// <summary>Where the word goes on after the hyphen at <paramref name="q"/>; 0 where the hyphen is a token of its own.</summary>
    private readonly int HyphenEnd(int p, int q, int end)
    {
        if (_tables.IsHyphenPrefix(_text[p..q]))
        {
            return q + 1;
        }

        if (char.IsAsciiDigit(_text[q - 1]) && char.IsAsciiDigit(_text[q + 1]))
        {
            return NumberGroupsEnd(p, q, end);
        }

        int right = q + 1;
        while (right < end && right - q <= TokenTables.LongestEntry && CharacterClasses.Of(_text[right]) == Class.Letter)
        {
            right++;
        }

        return _tables.IsHyphenSuffix(_text[(q + 1)..right]) ? right : 0;
    }

    private static bool IsPlainLetter(char c) => CharacterClasses.Of(c) == Class.Letter;

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsLower(c) || char.IsDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
