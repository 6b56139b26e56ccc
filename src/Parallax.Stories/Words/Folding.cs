using System.Globalization;
using System.Text;

namespace Parallax.Stories.Words;

/// <summary>Brings words to one form for comparing.</summary>
internal static class Folding
{
    /// <summary>Lower case, without diacritics, without the points of an acronym and the commas of a number.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        bool plain = true, ascii = true;
        foreach (char c in word)
        {
            plain &= c is >= 'a' and <= 'z';
            ascii &= char.IsAscii(c) && c is not ('.' or ',');
        }

        if (plain)
        {
            return word.ToString();
        }

        if (ascii)
        {
            return string.Create(word.Length, word, static (lower, letters) => Ascii.ToLower(letters, lower, out _));
        }

        StringBuilder folded = new(word.Length);
        bool number = word.Length > 0 && char.IsDigit(word[0]);
        foreach (char c in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || (c == '.' && !number) || c == ',')
            {
                continue;
            }

            folded.Append(c == '’' ? '\'' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
