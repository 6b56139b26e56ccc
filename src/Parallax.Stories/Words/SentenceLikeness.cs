using System.Collections.Immutable;
using Parallax.Stories.Learned;

namespace Parallax.Stories.Words;

/// <summary>How alike two wordings are in meaning, as people would judge: by words, spellings, vectors, numbers, negations and order, weighed as learned. Thread-safe.</summary>
internal static class SentenceLikeness
{
    private const double Best = 5;

    private static readonly Lazy<SmallNetwork> Learned = new(static () => SmallNetwork.Read("en/learned/likeness.txt", LikenessFeatures.Names));

    /// <summary>0 (nothing in common) to 1000 (the same).</summary>
    /// <remarks>Symmetric. Without vectors only the forms of the words count.</remarks>
    public static int Of(string left, string right, WordMeanings meanings) => Of(meanings.Weigh(left), meanings.Weigh(right), meanings);

    /// <summary>The same for words already weighed by <paramref name="meanings"/>.</summary>
    public static int Of(ImmutableArray<WeighedWord> left, ImmutableArray<WeighedWord> right, WordMeanings meanings)
    {
        if (left.Select(static w => w.Word.Lower).SequenceEqual(right.Select(static w => w.Word.Lower), StringComparer.Ordinal))
        {
            return 1000;
        }

        double score = Learned.Value.Scores(LikenessFeatures.Of(left, right, meanings.Width))[0];
        return (int)Math.Round(1000 * Math.Clamp(score / Best, 0, 1), MidpointRounding.AwayFromZero);
    }
}
