using Parallax.Quality.Corpora;
using Parallax.Stories.Propositions;

namespace Parallax.Quality.Scoring;

/// <summary>Counts the pairs that claims join rightly, join wrongly and leave apart.</summary>
internal sealed class JoinCounts
{
    private int _joined, _right;
    private readonly (int All, int Found)[] _recall = new (int, int)[3];

    /// <summary>Name, number right, number of all.</summary>
    public IEnumerable<(string Name, int Right, int All)> Figures =>
    [
        ("precision", _right, _joined),
        ("recall (both in a main clause)", _recall[0].Found, _recall[0].All),
        ("recall (both read as propositions)", _recall[1].Found, _recall[1].All),
        ("recall (all marked)", _recall[2].Found, _recall[2].All),
    ];

    /// <summary>Whether a proposition is a main clause, so that a reader would miss it on the claim.</summary>
    public static bool IsMain(Proposition told) => told is { IsMain: true, IsClause: true };

    /// <summary>Adds a story.</summary>
    public void Add(ToldEvents story)
    {
        foreach ((_, Proposition left, Proposition right) in story.Joined())
        {
            if (story.EventOf.TryGetValue(left.Key, out string? one) && story.EventOf.TryGetValue(right.Key, out string? two))
            {
                _joined++;
                _right += one == two ? 1 : 0;
            }
        }

        HashSet<(string, string, string)> joined = story.JoinedEvents();
        ILookup<(string, string), Proposition> told = story.Told();
        foreach ((string chain, string left, string right) in story.Shared())
        {
            bool isRead = told[(left, chain)].Any() && told[(right, chain)].Any(), isMain = told[(left, chain)].Any(IsMain) && told[(right, chain)].Any(IsMain);
            bool isFound = joined.Contains((chain, left, right));
            Count(0, isMain, isFound);
            Count(1, isRead, isFound);
            Count(2, true, isFound);
        }
    }

    private void Count(int level, bool counts, bool isFound)
    {
        if (counts)
        {
            _recall[level].All++;
            _recall[level].Found += isFound ? 1 : 0;
        }
    }
}
