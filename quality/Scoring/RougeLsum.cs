namespace Parallax.Quality.Scoring;

/// <summary>ROUGE-L at the level of a text: for each sentence of the reference the union of its longest common subsequences with the sentences found, every word counted once.</summary>
/// <remarks>Words are lower-case runs of a–z and 0–9, as in the package <c>rouge_score</c>; sentences end at line breaks and at a full stop, question or exclamation mark before a space.</remarks>
/// <param name="Precision">Share of the words found that are hits.</param>
/// <param name="Recall">Share of the words of the reference that are hits.</param>
public sealed record RougeLsum(double Precision, double Recall)
{
    /// <summary>Harmonic mean.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Compares a text found with its reference.</summary>
    public static RougeLsum Of(string reference, string found)
    {
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        List<int[]> expected = Sentences(reference, ids), given = Sentences(found, ids);
        int expectedWords = expected.Sum(static s => s.Length), givenWords = given.Sum(static s => s.Length);
        if (expectedWords == 0 || givenWords == 0)
        {
            return new RougeLsum(0, 0);
        }

        int[] leftExpected = Counts(expected, ids.Count), leftGiven = Counts(given, ids.Count);
        int hits = 0;
        foreach (int[] sentence in expected)
        {
            foreach (int word in Union(sentence, given))
            {
                if (leftExpected[word] > 0 && leftGiven[word] > 0)
                {
                    leftExpected[word]--;
                    leftGiven[word]--;
                    hits++;
                }
            }
        }

        return new RougeLsum((double)hits / givenWords, (double)hits / expectedWords);
    }

    private static List<int> Union(int[] sentence, List<int[]> others)
    {
        bool[] within = new bool[sentence.Length];
        foreach (int[] other in others)
        {
            Mark(sentence, other, within);
        }

        return [.. sentence.Where((_, i) => within[i])];
    }

    private static void Mark(int[] one, int[] other, bool[] within)
    {
        int[,] length = new int[one.Length + 1, other.Length + 1];
        for (int i = 1; i <= one.Length; i++)
        {
            for (int k = 1; k <= other.Length; k++)
            {
                length[i, k] = one[i - 1] == other[k - 1] ? length[i - 1, k - 1] + 1 : Math.Max(length[i - 1, k], length[i, k - 1]);
            }
        }

        for (int i = one.Length, k = other.Length; i > 0 && k > 0;)
        {
            if (one[i - 1] == other[k - 1])
            {
                within[i - 1] = true;
                (i, k) = (i - 1, k - 1);
            }
            else if (length[i, k - 1] > length[i - 1, k])
            {
                k--;
            }
            else
            {
                i--;
            }
        }
    }

    private static int[] Counts(List<int[]> sentences, int words)
    {
        int[] counts = new int[words];
        foreach (int[] sentence in sentences)
        {
            foreach (int word in sentence)
            {
                counts[word]++;
            }
        }

        return counts;
    }

    private static List<int[]> Sentences(string text, Dictionary<string, int> ids)
    {
        List<int[]> sentences = [];
        List<int> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? char.ToLowerInvariant(text[i]) : '\n';
            bool word = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
            if (word && start < 0)
            {
                start = i;
            }
            else if (!word && start >= 0)
            {
                string key = text[start..i].ToLowerInvariant();
                if (!ids.TryGetValue(key, out int id))
                {
                    ids[key] = id = ids.Count;
                }

                words.Add(id);
                start = -1;
            }

            bool ends = c == '\n' || (c is '.' or '!' or '?' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]));
            if (ends && words.Count > 0)
            {
                sentences.Add([.. words]);
                words.Clear();
            }
        }

        return sentences;
    }
}
