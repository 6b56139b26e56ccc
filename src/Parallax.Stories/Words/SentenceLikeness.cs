using Parallax.Stories.Learned;

namespace Parallax.Stories.Words;

/// <summary>How alike two wordings are in meaning, as people would judge: by words, spellings, vectors, numbers, negations and order, weighed as learned. Thread-safe.</summary>
internal static class SentenceLikeness
{
    private const double Best = 5;

    private static readonly Lazy<SmallNetwork> Learned = new(static () => SmallNetwork.Read("en/learned/likeness.txt", LikenessFeatures.Names));

    /// <summary>0 (nothing in common) to 1000 (the same).</summary>
    /// <remarks>Symmetric. Without vectors only the forms of the words count.</remarks>
    public static int Of(string left, string right, WordMeanings meanings) => Of(meanings.Prepare(left), meanings.Prepare(right));

    /// <summary>The same for wordings already prepared.</summary>
    public static int Of(WeighedText left, WeighedText right)
    {
        if (HaveSameWords(left.Words.AsSpan(), right.Words.AsSpan()))
        {
            return 1000;
        }

        double score = Learned.Value.Score(LikenessFeatures.Of(left, right));
        return (int)Math.Round(1000 * Math.Clamp(score / Best, 0, 1), MidpointRounding.AwayFromZero);
    }

    private static bool HaveSameWords(ReadOnlySpan<WeighedWord> left, ReadOnlySpan<WeighedWord> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (left[i].Word.Lower != right[i].Word.Lower)
            {
                return false;
            }
        }

        return true;
    }
}
