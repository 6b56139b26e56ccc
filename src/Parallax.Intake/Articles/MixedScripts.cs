using System.Text;

namespace Parallax.Intake.Articles;

/// <summary>Tells names in which letters of another script, or wide or mathematical forms, stand among Latin ones: most look like Latin letters and are not.</summary>
internal static class MixedScripts
{
    private enum Script
    {
        None, // Digits, punctuation, and scripts that look like no Latin letter.
        Latin,
        LooksLatin,
    }

    /// <summary>Whether a name, of one word or more, mixes scripts.</summary>
    public static bool Mixes(string name)
    {
        bool latin = false, other = false;
        foreach (Rune rune in name.EnumerateRunes())
        {
            Script script = Of(rune.Value);
            latin |= script == Script.Latin;
            other |= script == Script.LooksLatin;
        }

        return latin && other;
    }

    /// <summary>The first word of a text that begins with a capital and mixes scripts within itself, or null.</summary>
    public static string? FirstCapitalWord(string text)
    {
        int start = -1;
        bool latin = false, other = false;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || char.IsSurrogate(text[i])))
            {
                start = start < 0 ? i : start;
                Script script = Of(Rune.TryGetRuneAt(text, i, out Rune rune) ? rune.Value : 0);
                latin |= script == Script.Latin;
                other |= script == Script.LooksLatin;
                continue;
            }

            if (latin && other && i - start > 2 && char.IsUpper(text[start]))
            {
                return text[start..Math.Min(i, start + 60)];
            }

            start = -1;
            latin = other = false;
        }

        return null;
    }

    private static Script Of(int code) => code switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0xC0 and <= 0x24F and not 0xD7 and not 0xF7) or (>= 0x1E00 and <= 0x1EFF) => Script.Latin,
        (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF) => Script.LooksLatin, // Greek
        (>= 0x400 and <= 0x52F) or (>= 0x530 and <= 0x58F) or (>= 0x13A0 and <= 0x13FF) => Script.LooksLatin, // Cyrillic, Armenian, Cherokee
        (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A) or (>= 0x1D400 and <= 0x1D7FF) => Script.LooksLatin, // Wide, mathematical
        _ => Script.None,
    };
}
