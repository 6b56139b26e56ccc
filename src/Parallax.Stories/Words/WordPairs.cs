using System.Buffers;

namespace Parallax.Stories.Words;

/// <summary>How near each word of one wording is to each of another, looked at once: equal stems, the best form and the best nearness of each word on the other side.</summary>
/// <remarks>Not thread-safe; its memory is borrowed until it is disposed.</remarks>
internal ref struct WordPairs
{
    private readonly int _rights;
    private readonly bool[] _isOneStem;
    private readonly double[] _best;
    private readonly int _lefts;

    /// <summary>Looks at all pairs of words.</summary>
    public WordPairs(ReadOnlySpan<WeighedWord> left, ReadOnlySpan<WeighedWord> right)
    {
        (_lefts, _rights) = (left.Length, right.Length);
        _isOneStem = ArrayPool<bool>.Shared.Rent(left.Length * right.Length);

        // Of each word the best form and the best nearness: first those of the left side, then those of the right.
        _best = ArrayPool<double>.Shared.Rent(2 * (left.Length + right.Length));
        Span<double> best = _best.AsSpan(0, 2 * (left.Length + right.Length));
        best.Clear();
        for (int i = 0; i < left.Length; i++)
        {
            WeighedWord own = left[i];
            bool isNumber = WordMeanings.IsNumber(own.Word);
            Span<bool> row = _isOneStem.AsSpan(i * right.Length, right.Length);
            for (int j = 0; j < right.Length; j++)
            {
                WeighedWord other = right[j];
                row[j] = own.Word.Stem == other.Word.Stem;
                double form = row[j] ? 1 : WordMeanings.Form(own.Word, other.Word);
                double near = form == 1 || isNumber || WordMeanings.IsNumber(other.Word) ? form : Math.Max(form, WordMeanings.Cosine(own, other));
                Keep(best, i, form, near);
                Keep(best, left.Length + j, form, near);
            }
        }
    }

    /// <summary>Whether two words have one stem.</summary>
    public readonly bool IsOneStem(int left, int right) => _isOneStem[(left * _rights) + right];

    /// <summary>The best form and nearness, 0 to 1, that a word of the left side has on the right.</summary>
    public readonly (double Form, double Near) BestOfLeft(int left) => (_best[2 * left], _best[(2 * left) + 1]);

    /// <summary>The best form and nearness, 0 to 1, that a word of the right side has on the left.</summary>
    public readonly (double Form, double Near) BestOfRight(int right) => BestOfLeft(_lefts + right);

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose()
    {
        ArrayPool<bool>.Shared.Return(_isOneStem);
        ArrayPool<double>.Shared.Return(_best);
    }

    private static void Keep(Span<double> best, int word, double form, double near)
    {
        best[2 * word] = Math.Max(best[2 * word], form);
        best[(2 * word) + 1] = Math.Max(best[(2 * word) + 1], near);
    }
}
