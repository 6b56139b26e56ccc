using System.Globalization;
using System.Net;

namespace Parallax.Intake.Xml;

/// <summary>Character and entity references: the five of XML, the named ones of HTML, numbers. Declared entities are never expanded.</summary>
internal static class XmlReferences
{
    private const int LongestName = 32;
    private static readonly System.Buffers.SearchValues<char> HexadecimalDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    private const string Windows1252 = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"; // What writers mean by &#128; to &#159;.

    /// <summary>Decodes the reference at <paramref name="start"/>, where <c>&amp;</c> stands.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Where the ampersand stands.</param>
    /// <param name="end">First character after the reference.</param>
    /// <returns>What it stands for, or null where it is no reference that is known.</returns>
    public static string? Decode(string source, int start, out int end)
    {
        end = start + 1;
        int semicolon = source.IndexOf(';', start, Math.Min(LongestName, source.Length - start));
        if (semicolon < 0)
        {
            return null;
        }

        ReadOnlySpan<char> name = source.AsSpan(start + 1, semicolon - start - 1);
        if (name.Length == 0)
        {
            return null;
        }

        if (name[0] == '#')
        {
            bool hexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
            bool isNumber = hexadecimal
                ? int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
                : int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out code);
            bool isLong = !isNumber && name.Length > 2 && name[(hexadecimal ? 2 : 1)..].IndexOfAnyExcept(HexadecimalDigits) < 0;
            if (!isNumber && !isLong)
            {
                return null;
            }

            end = semicolon + 1;
            return isLong ? "\uFFFD" : Character(code);
        }

        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return null;
            }
        }

        string reference = source[start..(semicolon + 1)];
        string decoded = reference == "&apos;" ? "'" : WebUtility.HtmlDecode(reference);
        if (decoded == reference)
        {
            return null;
        }

        end = semicolon + 1;
        return decoded;
    }

    private static string Character(int code) => code switch
    {
        >= 128 and <= 159 => Windows1252[code - 128].ToString(),
        0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) or < 0 => "\uFFFD",
        _ => char.ConvertFromUtf32(code),
    };
}
