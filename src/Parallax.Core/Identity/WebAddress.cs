using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Parallax.Core.Identity;

/// <summary>The one reader of web addresses: every address that may be fetched goes through here, wherever it was found.</summary>
public static class WebAddress
{
    /// <summary>Longest address, in UTF-16 code units.</summary>
    public const int LongestAddress = 4096;

    /// <summary>Reads an address with scheme <c>http</c> or <c>https</c>.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="address">The address without its fragment.</param>
    /// <param name="refusal">Why it is none, as the rest of a sentence that begins with the address.</param>
    /// <remarks>
    /// Stricter than the URL Standard: user names, backslashes, blanks, control characters, and hosts that only look like a name
    /// (full-width digits, enclosed letters) are refused rather than repaired, because two readers may repair them differently.
    /// </remarks>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? address, [NotNullWhen(false)] out string? refusal)
    {
        address = null;
        refusal = Fault(text);
        if (refusal is not null)
        {
            return false;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? parsed) || parsed.Host.Length == 0 || parsed.UserInfo.Length > 0)
        {
            refusal = "is not a web address";
            return false;
        }

        address = parsed.Fragment.Length == 0 ? parsed : new UriBuilder(parsed) { Fragment = "" }.Uri;
        return true;
    }

    private static string? Fault(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "is empty";
        }

        if (text.Length > LongestAddress)
        {
            return string.Create(CultureInfo.InvariantCulture, $"is longer than {LongestAddress} characters");
        }

        if (text.AsSpan().ContainsAnyInRange('\0', ' ') || text.AsSpan().IndexOfAny('\\', '\u007f') >= 0)
        {
            return "holds a blank, a control character or a backslash";
        }

        int start = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http://".Length
            : text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https://".Length : 0;
        if (start == 0)
        {
            return "does not begin with http:// or https://";
        }

        ReadOnlySpan<char> authority = text.AsSpan(start);
        int end = authority.IndexOfAny('/', '?', '#');
        authority = end < 0 ? authority : authority[..end];
        if (authority.IsEmpty)
        {
            return "has no host";
        }

        if (authority.Contains('@'))
        {
            return "names a user before its host";
        }

        foreach (char c in authority)
        {
            bool plain = char.IsAscii(c) ? char.IsLetterOrDigit(c) || c is '-' or '.' or '_' or ':' or '[' or ']'
                : c is < '\uff00' and not '\u3002' && char.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (!plain)
            {
                return string.Create(CultureInfo.InvariantCulture, $"has a host with U+{(int)c:X4}, which no host name holds");
            }
        }

        return null;
    }
}
