using Parallax.Quality.Corpora;
using Parallax.Stories.Propositions;

namespace Parallax.Quality.Scoring;

/// <summary>Counts the pairs that claims join rightly, join wrongly and leave apart.</summary>
internal sealed class JoinCounts
{
    private readonly Share _precision = new(), _main = new(), _read = new(), _all = new();

    /// <summary>Name, value of 100, number of all.</summary>
    public IEnumerable<(string Name, double Value, int All)> Figures =>
    [
        ("precision", _precision.OfPairs, _precision.Pairs),
        ("precision (mean of claims)", _precision.OfGroups, _precision.Groups),
        ("recall (both in a main clause)", _main.OfPairs, _main.Pairs),
        ("recall (both in a main clause, mean of events)", _main.OfGroups, _main.Groups),
        ("recall (both read as propositions)", _read.OfPairs, _read.Pairs),
        ("recall (all marked)", _all.OfPairs, _all.Pairs),
    ];

    /// <summary>Whether a proposition is a main clause, so that a reader would miss it on the claim.</summary>
    public static bool IsMain(Proposition told) => told is { IsMain: true, IsClause: true };

    /// <summary>Adds a story.</summary>
    public void Add(ToldEvents story)
    {
        foreach ((string claim, _, _, bool isRight) in story.Judged())
        {
            _precision.Add(claim, isRight);
        }

        HashSet<(string, string, string)> joined = story.JoinedEvents();
        ILookup<(string, string), Proposition> told = story.Told();
        foreach ((string chain, string left, string right) in story.Shared())
        {
            bool isFound = joined.Contains((chain, left, right));
            _all.Add(chain, isFound);
            if (told[(left, chain)].Any() && told[(right, chain)].Any())
            {
                _read.Add(chain, isFound);
            }

            if (told[(left, chain)].Any(IsMain) && told[(right, chain)].Any(IsMain))
            {
                _main.Add(chain, isFound);
            }
        }
    }

    private sealed class Share
    {
        private readonly SortedDictionary<string, (int Right, int All)> _groups = new(StringComparer.Ordinal);

        public int Pairs => _groups.Values.Sum(static g => g.All);

        public int Groups => _groups.Count;

        public double OfPairs => 100.0 * _groups.Values.Sum(static g => g.Right) / Math.Max(1, Pairs);

        public double OfGroups => Groups == 0 ? 0 : 100 * _groups.Values.Average(static g => g.Right / (double)g.All);

        public void Add(string group, bool isRight)
        {
            (int right, int all) = _groups.GetValueOrDefault(group);
            _groups[group] = (right + (isRight ? 1 : 0), all + 1);
        }
    }
}
