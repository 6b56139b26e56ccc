using Class = Parallax.Language.Tokens.CharacterClass;

namespace Parallax.Language.Tokens;

/// <content>Numbers in groups, and dates written with digits.</content>
internal ref partial struct TokenScanner
{
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
}
