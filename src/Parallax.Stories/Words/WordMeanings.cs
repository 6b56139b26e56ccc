using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.Intrinsics;
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

    // What was asked for before, by lower-cased word; the same whoever asked first.
    private readonly ConcurrentDictionary<string, (ImmutableArray<sbyte> Vector, double Norm)> _vectors = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, WeighedStem> _stems = new(StringComparer.Ordinal);
    private int _lastStem;

    /// <summary>Numbers of a vector, 0 without vectors.</summary>
    public int Width => vectors?.Width ?? 0;

    /// <summary>A text prepared for comparing.</summary>
    public WeighedText Prepare(string text) => new(Weigh(text), Width);

    /// <summary>The words of a text.</summary>
    public ImmutableArray<WeighedWord> Weigh(string text) => Weigh(text, new TextSpan(0, text.Length));

    /// <summary>The words inside a span of a text.</summary>
    public ImmutableArray<WeighedWord> Weigh(string text, TextSpan within) => [.. WordList.Of(text, within).Select(Weigh)];

    /// <summary>A word with its weight and vector.</summary>
    public WeighedWord Weigh(Word word)
    {
        int weight = WordWeights.Of(word.Stem);
        (ImmutableArray<sbyte> vector, double norm) = _vectors.GetOrAdd(word.Lower, Vector);
        return new WeighedWord(word, word.IsContent ? weight : weight / SmallWordShare, vector, norm);
    }

    /// <summary>A stem by number, with the weight of the background.</summary>
    public WeighedStem Stem(string stem) => _stems.TryGetValue(stem, out WeighedStem known) ? known : _stems.GetOrAdd(stem, new WeighedStem(Interlocked.Increment(ref _lastStem), WordWeights.Of(stem)));

    private (ImmutableArray<sbyte> Vector, double Norm) Vector(string lower)
    {
        ReadOnlySpan<sbyte> vector = vectors is null ? [] : vectors.Find(lower);
        return ([.. vector], Math.Sqrt(Dot(vector, vector)));
    }

    // Sum of products: whole numbers, so that no order of adding changes it.
    private static long Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        long dot = 0;
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            Vector128<int> sums = default;
            for (; i + Vector128<sbyte>.Count <= left.Length; i += Vector128<sbyte>.Count)
            {
                (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.Create(left[i..]));
                (Vector128<short> otherLow, Vector128<short> otherHigh) = Vector128.Widen(Vector128.Create(right[i..]));

                // The product of two signed bytes fits into a short: 128 by 128 is the most.
                (Vector128<int> a, Vector128<int> b) = Vector128.Widen(low * otherLow);
                (Vector128<int> c, Vector128<int> d) = Vector128.Widen(high * otherHigh);
                sums += (a + b) + (c + d);
            }

            dot = Vector128.Sum(sums);
        }

        for (; i < left.Length; i++)
        {
            dot += left[i] * right[i];
        }

        return dot;
    }

    /// <summary>Cosine of the vectors, -1 to 1; 0 where one has none.</summary>
    public static double Cosine(WeighedWord left, WeighedWord right)
    {
        if (left.Norm == 0 || right.Norm == 0)
        {
            return 0;
        }

        return Dot(left.Vector.AsSpan(), right.Vector.AsSpan()) / (left.Norm * right.Norm);
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
