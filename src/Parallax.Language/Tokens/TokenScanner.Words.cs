using Class = Parallax.Language.Tokens.CharacterClass;

namespace Parallax.Language.Tokens;

/// <content>Words, numbers, addresses, and what clings to them: stops of abbreviations, clitics, units.</content>
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

    /// <summary>The end of an address such as "example.org/path" whose first stop is at <paramref name="q"/>; 0 where it is none.</summary>
    private readonly int DomainEnd(int p, int q, int end)
    {
        int at = q, last = q, limit = Math.Min(end, q + LongestLocalPart);
        while (at < limit && _text[at] == '.')
        {
            int label = at + 1;
            while (label < limit && (char.IsAsciiLetterOrDigit(_text[label]) || (_text[label] == '-' && label + 1 < limit && char.IsAsciiLetterOrDigit(_text[label + 1]))))
            {
                label++;
            }

            if (label == at + 1)
            {
                break;
            }

            last = at;
            at = label;
        }

        if (at == q)
        {
            return 0;
        }

        ReadOnlySpan<char> top = _text[(last + 1)..at];
        if (last > q && IsNewsgroup(_text[p..at]))
        {
            return at;
        }

        bool sameCase = char.IsAsciiLetterLower(top.Length > 0 ? top[0] : 'A') || IsUpper(_text[Math.Max(p, q - 16)..at]);
        if (top.Length < 2 || !sameCase || (q - p < 2 && !(at < end && _text[at] == '/')) || !_tables.IsTopLevelDomain(top))
        {
            return 0;
        }

        return at < end && _text[at] is '/' or '?' && at + 1 < end && CharacterClasses.IsWord(_text[at + 1]) ? TrimAddress(p, end) : at;
    }

    /// <summary>The end of the address that begins here (with a scheme or www, or one of mail); <paramref name="p"/> where none does.</summary>
    private int AddressEnd(int p, int end)
    {
        if (_text[p] is 'h' or 'H' or 'w' or 'W' or 'f' or 'F')
        {
            ReadOnlySpan<char> rest = _text[p..end];
            if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) || (rest.Length > 4 && rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)))
            {
                return Math.Max(TrimAddress(p, end), p);
            }
        }

        if (_nextAt < p)
        {
            int found = _text[p..end].IndexOf('@');
            _nextAt = found < 0 ? end : p + found;
        }

        if (_nextAt >= end - 1 || _nextAt - p > LongestLocalPart)
        {
            return p;
        }

        for (int i = p; i < _nextAt; i++)
        {
            if (!char.IsAsciiLetterOrDigit(_text[i]) && _text[i] is not ('.' or '_' or '%' or '+' or '-'))
            {
                return p;
            }
        }

        int q = _nextAt + 1, limit = Math.Min(end, q + LongestLocalPart);
        while (q < limit && (char.IsAsciiLetterOrDigit(_text[q]) || (_text[q] is '.' or '-' or '_' && q + 1 < limit && char.IsAsciiLetterOrDigit(_text[q + 1]))))
        {
            q++;
        }

        return q > _nextAt + 1 ? q : p;
    }

    private readonly int TrimAddress(int p, int end)
    {
        int q = p;
        bool hasOpening = false;
        while (q < end && _text[q] is not ('<' or '>' or '"' or '“' or '”'))
        {
            hasOpening |= _text[q] == '(';
            q++;
        }

        while (q > p + 1 && (_text[q - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or ']' or '…' or '»' || (_text[q - 1] == ')' && !hasOpening)))
        {
            q--;
        }

        return q;
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

    /// <summary>The end of a telephone number or a date of digits with hyphens that begins at <paramref name="p"/>; 0 where it is neither ("5-10", "1973-1974").</summary>
    private readonly int NumberGroupsEnd(int p, int q, int end)
    {
        if (DigitRun(p, end) != q - p)
        {
            return 0;
        }

        int shape = 0, at = p, groups = 0;
        while (groups < 5)
        {
            int run = DigitRun(at, end);
            if (run is 0 or > 5)
            {
                return 0;
            }

            shape = (shape * 10) + run;
            groups++;
            at += run;
            if (at + 1 >= end || _text[at] != '-' || !char.IsAsciiDigit(_text[at + 1]))
            {
                break;
            }

            at++;
        }

        bool atEdge = at == end || !CharacterClasses.IsWord(_text[at]);
        return atEdge && shape is 334 or 34 or 1334 or 54 or 224 or 114 or 124 or 214 or 222 or 112 or 122 or 212 or 422 or 133 or 234 or 244 ? at : 0;
    }

    private readonly bool IsDate(int p, int q, int end)
    {
        int left = q;
        while (left > p && char.IsAsciiDigit(_text[left - 1]))
        {
            left--;
        }

        if (left > p && _text[left - 1] == '/')
        {
            return true;
        }

        int run = DigitRun(q + 1, end), after = q + 1 + run;
        if (left > p || q - left > 4 || run > 4)
        {
            return false;
        }

        if (after + 1 < end && _text[after] == '/' && char.IsAsciiDigit(_text[after + 1]))
        {
            return true;
        }

        if (q - left > 2 || run > 2)
        {
            return false;
        }

        int first = Number(left, q), second = Number(q + 1, after);
        return (first <= 12 && second <= 31 && second >= 6 && second != 7) || (first <= 12 && run == 2 && _text[q + 1] == '0') || (first == 1 && second == 2);
    }

    private readonly int Number(int p, int q)
    {
        int value = 0;
        for (int i = p; i < q; i++)
        {
            value = (value * 10) + (_text[i] - '0');
        }

        return value;
    }

    /// <summary>Digits from <paramref name="p"/> on; at most 17 are counted.</summary>
    private readonly int DigitRun(int p, int end)
    {
        int q = p, limit = Math.Min(end, p + 17);
        while (q < limit && char.IsAsciiDigit(_text[q]))
        {
            q++;
        }

        return q - p;
    }

    /// <summary>"AT&amp;T", "R&amp;D", "p&amp;l": short pieces on both sides.</summary>
    private readonly bool IsShortPair(int p, int q, int end)
    {
        int right = q + 1;
        while (right < end && right - q < 6 && CharacterClasses.Of(_text[right]) == Class.Letter)
        {
            right++;
        }

        bool isUpper = char.IsUpper(_text[q - 1]) && char.IsUpper(_text[q + 1]);
        return isUpper ? q - p <= 4 && right - q - 1 <= 4 : q - p <= 1 && right - q - 1 <= 1;
    }

    /// <summary>Small letters, digits and hyphens with at least two stops: "comp.sources.unix".</summary>
    private static bool IsNewsgroup(ReadOnlySpan<char> word)
    {
        foreach (char c in word.Length > LongestLocalPart * 2 ? word[..(LongestLocalPart * 2)] : word)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '-'))
            {
                return false;
            }
        }

        return word.Length >= 8;
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
