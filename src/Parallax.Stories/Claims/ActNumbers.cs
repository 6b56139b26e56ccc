using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>The kinds of act of propositions as numbers, so that two of other acts are told apart at once.</summary>
internal sealed class ActNumbers
{
    // By proposition: of its class, and of the stem of its word for the act; the latter −1 where that is a noun or adjective beside "be", which two acts may share.
    private readonly int[] _classes;
    private readonly int[] _stems;

    // Of negation, plan and pole together; and whether the class is one of the tables.
    private readonly int[] _signs;
    private readonly bool[] _isOfTables;

    /// <summary>Numbers the acts of propositions.</summary>
    /// <param name="propositions">The propositions.</param>
    /// <param name="isCopular">Whether one tells what something is.</param>
    /// <param name="stem">The stem of the word for the act of that with an index.</param>
    public ActNumbers(ImmutableArray<Proposition> propositions, Func<Proposition, bool> isCopular, Func<int, string> stem)
    {
        Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
        Dictionary<(bool, bool, (string, bool)?), int> signOf = [];
        (_classes, _stems, _signs, _isOfTables) = (new int[propositions.Length], new int[propositions.Length], new int[propositions.Length], new bool[propositions.Length]);
        for (int i = 0; i < propositions.Length; i++)
        {
            _classes[i] = Number(propositions[i].Class);
            _stems[i] = isCopular(propositions[i]) ? -1 : Number(stem(i));
            (bool, bool, (string, bool)?) sign = (propositions[i].IsNegated, propositions[i].Factuality == Factuality.Planned, propositions[i].Pole);
            _signs[i] = signOf.TryGetValue(sign, out int known) ? known : signOf[sign] = signOf.Count;
            _isOfTables[i] = PredicateLexicon.English.IsClass(propositions[i].Class);
        }

        int Number(string word) => numberOf.TryGetValue(word, out int number) ? number : numberOf[word] = numberOf.Count;
    }

    /// <summary>Whether two propositions, by index, may tell one act at all: both negated or neither, both a plan or neither, one end of a scale; in one story kinds of act that the tables do not part, else one class or one word for the act.</summary>
    public bool MayBeOne(int left, int right, bool isOneStory) => _signs[left] == _signs[right]
        && (_classes[left] == _classes[right] || (isOneStory ? !_isOfTables[left] || !_isOfTables[right] : _stems[left] == _stems[right] && _stems[left] >= 0));
}
