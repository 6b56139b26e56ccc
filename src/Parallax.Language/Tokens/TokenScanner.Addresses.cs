namespace Parallax.Language.Tokens;

/// <content>Addresses: of pages, of people, of newsgroups.</content>
internal ref partial struct TokenScanner
{
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

    /// <summary>"Lanornews. com reports": where a space has slipped in behind the stop of an address, the end of its last piece; else <paramref name="end"/>, the end of the run.</summary>
    private readonly int PartedDomainEnd(int end, int limit)
    {
        int at = end - 2, tail = end + 1;
        bool isWord = at > 0 && _text[end - 1] == '.' && end < limit && _text[end] == ' ' && char.IsAsciiLetter(_text[at]) && char.IsAsciiLetter(_text[at - 1]);
        while (isWord && tail < limit && char.IsAsciiLetterLower(_text[tail]))
        {
            tail++;
        }

        return isWord && tail - end == 4 && (tail == limit || !CharacterClasses.IsWord(_text[tail])) && _text[(end + 1)..tail] is "com" or "org" or "net" ? tail : end;
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
}
