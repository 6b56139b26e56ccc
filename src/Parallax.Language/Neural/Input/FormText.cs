namespace Parallax.Language.Neural.Input;

/// <summary>What the network sees of the characters of a form: normalisation, case, hashes, shape. The rules are those of docs/network.md.</summary>
internal static class FormText
{
    private const ulong Offset64 = 14695981039346656037;
    private const ulong Prime64 = 1099511628211;
    private const uint Offset32 = 2166136261;
    private const uint Prime32 = 16777619;
    private const int LongestRun = 3;

    /// <summary>Normalises a form.</summary>
    /// <param name="form">The form as it stands in the text.</param>
    /// <param name="to">Room for the result, the length of the form and at least 3.</param>
    /// <returns>Length of the result.</returns>
    public static int Normalise(ReadOnlySpan<char> form, Span<char> to)
    {
        for (int i = 0; i < form.Length; i++)
        {
            to[i] = Normal(form[i]);
        }

        switch (to[..form.Length])
        {
            case "--" or "---":
                to[0] = '\u2014';
                return 1;
            case "''":
                to[0] = '"';
                return 1;
            case "\u2026":
                "...".CopyTo(to);
                return 3;
            default:
                return form.Length;
        }
    }

    /// <summary>The simple lower case, unit by unit.</summary>
    public static void Lower(ReadOnlySpan<char> form, Span<char> to)
    {
        for (int i = 0; i < form.Length; i++)
        {
            to[i] = char.ToLowerInvariant(form[i]);
        }
    }

    /// <summary>The hash under which words stand in the tables of words and vectors (FNV-1a over UTF-16 units).</summary>
    public static ulong Hash64(ReadOnlySpan<char> text) => Hash64(text, Offset64);

    /// <summary>Goes on with a hash, as if <paramref name="text"/> stood behind what it is the hash of.</summary>
    public static ulong Hash64(ReadOnlySpan<char> text, ulong hash)
    {
        foreach (char unit in text)
        {
            hash = unchecked((hash ^ unit) * Prime64);
        }

        return hash;
    }

    /// <summary>The hash that picks a row of a hashed table.</summary>
    public static uint Hash32(ReadOnlySpan<char> text, uint seed)
    {
        uint hash = unchecked((Offset32 ^ seed) * Prime32);
        foreach (char unit in text)
        {
            hash = unchecked((hash ^ unit) * Prime32);
        }

        return hash ^ (hash >> 15);
    }

    /// <summary>The shape of a normalised form: classes of its characters, runs cut after three.</summary>
    /// <returns>Length of the result.</returns>
    public static int Shape(ReadOnlySpan<char> form, Span<char> to)
    {
        int length = 0, run = 0;
        foreach (char unit in form)
        {
            char kind = Class(unit);
            run = length > 0 && to[length - 1] == kind ? run + 1 : 1;
            if (run <= LongestRun)
            {
                to[length++] = kind;
            }
        }

        return length;
    }

    /// <summary>The case row of a normalised form, 0 to 6.</summary>
    public static int Case(ReadOnlySpan<char> form)
    {
        int uppers = 0, lowers = 0, digits = 0;
        foreach (char unit in form)
        {
            switch (Class(unit))
            {
                case 'X':
                    uppers++;
                    break;
                case 'x':
                    lowers++;
                    break;
                case 'd' when char.IsAsciiDigit(unit):
                    digits++;
                    break;
            }
        }

        return (uppers, lowers, digits) switch
        {
            (0, 0, 0) => 0,
            (0, 0, _) => 5,
            (_, _, > 0) => 6,
            (0, _, _) => 1,
            (1, _, _) when Class(form[0]) == 'X' => 2,
            (_, 0, _) => 3,
            _ => 4,
        };
    }

    private static char Class(char unit)
    {
        if (unit < 128)
        {
            return char.IsAsciiLetterLower(unit) ? 'x' : char.IsAsciiLetterUpper(unit) ? 'X' : char.IsAsciiDigit(unit) ? 'd' : unit;
        }

        char lower = char.ToLowerInvariant(unit);
        if (lower != unit)
        {
            return char.IsUpper(unit) ? 'X' : unit;
        }

        return char.ToUpperInvariant(unit) != unit ? 'x' : unit;
    }

    private static char Normal(char unit) => unit switch
    {
        < '`' => unit,
        '`' or '\u00B4' => '\'',
        '\u00A0' => ' ',
        '\u00AB' or '\u00BB' => '"',
        < '\u2010' => unit,
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
        '\u2015' => '\u2014',
        _ => unit,
    };
}
