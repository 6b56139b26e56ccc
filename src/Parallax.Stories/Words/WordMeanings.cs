using System.Collections.Immutable;
using Parallax.Core.Text;

namespace Parallax.Stories.Words;

/// <summary>One word with what comparing it needs.</summary>
/// <param name="Word">The word.</param>
/// <param name="Weight">How much it tells, in hundredths of a bit; a quarter of that for stop words.</param>
/// <param name="Vector">Its vector; empty where it has none.</param>
/// <param name="Norm">Length of the vector.</param>
internal sealed record WeighedWord(Word Word, int Weight, ImmutableArray<sbyte> Vector, double Norm);

/// <summary>How near two words are in meaning: by form, stem, spelling and vector. Thread-safe.</summary>
/// <param name="vectors">Word vectors, or null.</param>
internal sealed class WordMeanings(IWordVectors? vectors)
{
    private const int SmallWordShare = 4;

    /// <summary>Numbers of a vector, 0 without vectors.</summary>
    public int Width => vectors?.Width ?? 0;

    /// <summary>The words of a text.</summary>
    public ImmutableArray<WeighedWord> Weigh(string text) => Weigh(text, new TextSpan(0, text.Length));

    /// <summary>The words inside a span of a text.</summary>
    public ImmutableArray<WeighedWord> Weigh(string text, TextSpan within) => [.. WordList.Of(text, within).Select(Weigh)];

    /// <summary>A word with its weight and vector.</summary>
    public WeighedWord Weigh(Word word)
    {
        int weight = WordWeights.Of(word.Stem);
        ReadOnlySpan<sbyte> vector = vectors is null ? [] : vectors.Find(word.Lower);
        long square = 0;
        foreach (sbyte value in vector)
        {
            square += value * value;
        }

        return new WeighedWord(word, word.IsContent ? weight : weight / SmallWordShare, [.. vector], Math.Sqrt(square));
    }

    /// <summary>Cosine of the vectors, -1 to 1; 0 where one has none.</summary>
    public static double Cosine(WeighedWord left, WeighedWord right)
    {
        if (left.Norm == 0 || right.Norm == 0)
        {
            return 0;
        }

        long dot = 0;
        ReadOnlySpan<sbyte> a = left.Vector.AsSpan(), b = right.Vector.AsSpan();
        for (int i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
        }

        return dot / (left.Norm * right.Norm);
    }

    /// <summary>1 for one form or stem, 0.7 for spellings that begin alike ("Syria", "Syrian"), else 0.</summary>
    public static double Form(Word left, Word right)
    {
        if (left.Lower == right.Lower || left.Stem == right.Stem)
        {
            return 1;
        }

        int prefix = 0;
        while (prefix < left.Stem.Length && prefix < right.Stem.Length && left.Stem[prefix] == right.Stem[prefix])
        {
            prefix++;
        }

        return prefix >= 4 && prefix * 10 >= Math.Max(left.Stem.Length, right.Stem.Length) * 6 ? 0.7 : 0;
    }

    /// <summary>The larger of <see cref="Form"/> and, for words that are no numbers, <see cref="Cosine"/>; 0 to 1.</summary>
    public static double Nearness(WeighedWord left, WeighedWord right)
    {
        double form = Form(left.Word, right.Word);
        return form == 1 || IsNumber(left.Word) || IsNumber(right.Word) ? form : Math.Max(form, Cosine(left, right));
    }

    /// <summary>Whether a word is written with a digit in front.</summary>
    public static bool IsNumber(Word word) => char.IsDigit(word.Lower[0]);
}
