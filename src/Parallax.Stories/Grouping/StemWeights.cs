using Parallax.Stories.Words;

namespace Parallax.Stories.Grouping;

/// <summary>What a stem tells among the reports of a shelf.</summary>
/// <param name="Weight">Hundredths of a bit; at least 1.</param>
/// <param name="Reports">Reports in which it stands.</param>
internal readonly record struct StemWeight(int Weight, int Reports);

/// <summary>The weights of stems, each worked out once. Valid until the shelf grows; not thread-safe.</summary>
internal sealed class StemWeights(IStoryShelf shelf)
{
    // By number of the stem; a weight of 0 was not asked for yet.
    private readonly StemWeight[] _known = new StemWeight[shelf.Stems];
    private readonly int _reports = shelf.Count;

    /// <summary>Number of stems.</summary>
    public int Count => _known.Length;

    /// <summary>The weight of the stem with a number.</summary>
    public StemWeight this[int stem] => _known[stem] is { Weight: not 0 } known ? known : Ask(stem);

    private StemWeight Ask(int stem)
    {
        (int background, int holders) = shelf.Use(stem);
        return _known[stem] = new StemWeight(WordWeights.Of(background, holders, _reports), holders);
    }
}
