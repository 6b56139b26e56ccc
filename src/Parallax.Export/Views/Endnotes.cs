namespace Parallax.Export.Views;

/// <summary>Numbers the sentences that lines stand on, in the order in which they are first cited. One per document; not thread-safe.</summary>
internal sealed class Endnotes
{
    private readonly Dictionary<(int Report, int Sentence), int> _numbers = [];
    private readonly List<Cite> _cites = [];

    /// <summary>The cited sentences by number.</summary>
    public IReadOnlyList<Cite> Cites => _cites;

    /// <summary>The number of a sentence, from 1.</summary>
    /// <param name="cite">The sentence.</param>
    /// <param name="isFirst">Whether it had none before.</param>
    public int Number(Cite cite, out bool isFirst)
    {
        isFirst = _numbers.TryAdd((cite.Report, cite.Sentence), _cites.Count + 1);
        if (isFirst)
        {
            _cites.Add(cite);
        }

        return _numbers[(cite.Report, cite.Sentence)];
    }

    /// <summary>The number of a sentence that was cited, 0 for one that was not.</summary>
    public int NumberOf(int report, int sentence) => _numbers.GetValueOrDefault((report, sentence));
}
