namespace Parallax.Intake.Articles;

/// <summary>Tells English from other languages by the share of its commonest words. A short or odd text passes: only clear cases are refused.</summary>
internal static class EnglishDetector
{
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "was", "with", "as", "by", "at", "from", "it", "said", "has", "have", "be", "are", "not", "an", "were", "its", "his", "he", "but", "this", "which", "who", "will", "had",
    };

    /// <summary>Whether at least a tenth of the first 400 words are common English ones; true for texts under 20 words.</summary>
    public static bool LooksEnglish(string text)
    {
        int words = 0, common = 0;
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = Common.GetAlternateLookup<ReadOnlySpan<char>>();
        int start = -1;
        for (int i = 0; i <= text.Length && words < 400; i++)
        {
            bool letter = i < text.Length && char.IsLetter(text[i]);
            if (letter && start < 0)
            {
                start = i;
            }
            else if (!letter && start >= 0)
            {
                words++;
                common += lookup.Contains(text.AsSpan(start, i - start)) ? 1 : 0;
                start = -1;
            }
        }

        return words < 20 || common * 10 >= words;
    }
}
