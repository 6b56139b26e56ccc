using System.Globalization;

namespace Parallax.Language.Tokens;

/// <summary>Numbers in which a space has slipped in after the point: "$2. 6 million", "5. 3 percent". Read as one number where nothing else makes sense.</summary>
internal static class PartedNumber
{
    private const int LongestWhole = 3, LongestRest = 2;

    private static readonly string[] Scales = ["million", "billion", "trillion", "percent", "per cent", "%"], Letters = ["m", "b", "bn", "mn", "tn", "k", "M", "B"],
        Followers = [" a ", " an ", " per ", " for ", " to ", " in ", " from ", " each", ")", ",", ";", "."];

    /// <summary>Whether the point at <paramref name="point"/> stands inside a number, with one space after it.</summary>
    public static bool IsPoint(ReadOnlySpan<char> text, int point)
    {
        if (point <= 0 || point + 2 >= text.Length || text[point] != '.' || text[point + 1] != ' ' || !char.IsAsciiDigit(text[point - 1]) || !char.IsAsciiDigit(text[point + 2]))
        {
            return false;
        }

        int start = point;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        int end = point + 2;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        int rest = end - point - 2;
        if (point - start > LongestWhole || rest > LongestRest)
        {
            return false;
        }

        ReadOnlySpan<char> after = text[end..];
        return IsScaled(after) || (rest == LongestRest && IsSum(text, start) && StartsWithAny(after, Followers));
    }

    /// <summary>Whether the point at <paramref name="point"/> begins a share and stands at the word before: "a level of. 09 percent".</summary>
    public static bool IsFraction(ReadOnlySpan<char> text, int point)
    {
        if (point <= 0 || point + 3 >= text.Length || text[point] != '.' || text[point + 1] != ' ' || text[point + 2] != '0' || !char.IsLower(text[point - 1]))
        {
            return false;
        }

        int end = point + 2;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - point - 2 is 2 or 3 && IsScaled(text[end..]);
    }

    /// <summary>Whether a sign of a currency stands before a number.</summary>
    public static bool IsSum(ReadOnlySpan<char> text, int start) => start > 0 && char.GetUnicodeCategory(text[start - 1]) == UnicodeCategory.CurrencySymbol;

    private static bool IsScaled(ReadOnlySpan<char> after)
    {
        foreach (string letter in Letters)
        {
            if (after.StartsWith(letter, StringComparison.Ordinal) && (after.Length == letter.Length || !char.IsLetterOrDigit(after[letter.Length])))
            {
                return true;
            }
        }

        return StartsWithAny(after.Length > 0 && after[0] is ' ' or '-' ? after[1..] : after, Scales);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (string word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
