using System.Collections.Immutable;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>The kinds of act of propositions as numbers, so that two of other acts are told apart at once.</summary>
internal sealed class ActNumbers
{
    // By proposition: of its class, and of the stem of its word for the act; the latter −1 where that is a noun or adjective beside "be", which two acts may share.
    private readonly int[] _classes;
    private readonly int[] _stems;

    /// <summary>Numbers the acts of propositions.</summary>
    /// <param name="propositions">The propositions.</param>
    /// <param name="isCopular">Whether one tells what something is.</param>
    /// <param name="stem">The stem of the word for the act of that with an index.</param>
    public ActNumbers(ImmutableArray<Proposition> propositions, Func<Proposition, bool> isCopular, Func<int, string> stem)
    {
        Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
        (_classes, _stems) = (new int[propositions.Length], new int[propositions.Length]);
        for (int i = 0; i < propositions.Length; i++)
        {
            _classes[i] = Number(propositions[i].Class);
            _stems[i] = isCopular(propositions[i]) ? -1 : Number(stem(i));
        }

        int Number(string word) => numberOf.TryGetValue(word, out int number) ? number : numberOf[word] = numberOf.Count;
    }

    /// <summary>Whether two propositions, by index, are of one class or have one word for the act.</summary>
    public bool AreOne(int left, int right) => _classes[left] == _classes[right] || (_stems[left] == _stems[right] && _stems[left] >= 0);
}
