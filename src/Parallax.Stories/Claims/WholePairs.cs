using System.Collections.Immutable;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Finds clauses of two reports of a story whose groups may be joined as wholes: sure enough, in words that mean much the same, contested by nobody, and with nothing that speaks against it.</summary>
/// <param name="propositions">What the reports tell.</param>
/// <param name="eligible">Which of these can be claims.</param>
/// <param name="storyOf">Story number by report id.</param>
/// <param name="like">What is compared with what, and how alike the words are.</param>
/// <param name="facts">How surely two of them tell one fact.</param>
internal sealed class WholePairs(ImmutableArray<Proposition> propositions, bool[] eligible, IReadOnlyDictionary<string, int> storyOf, LikeClaims like, OneFact facts)
{
    /// <summary>Sureness, in thousandths, that a pair and then the mean of its groups must have. Chosen on ECB+ train by the task joined-claims, as was the likeness of the words.</summary>
    public const int LeastSure = 700;

    private const int LeastLikeness = 450;

    /// <summary>The pairs (indices) of different groups, the surest first.</summary>
    /// <param name="sets">The groups.</param>
    public IEnumerable<(int Left, int Right)> Find(DisjointSets sets)
    {
        HashSet<long> seen = [];
        List<(int Sure, int Left, int Right)> found = [];
        foreach ((int left, int right) in like.Compared())
        {
            if (MayBeOne(left, right) && sets.Find(left) != sets.Find(right) && seen.Add(LikeClaims.Both(left, right)) && like.MayTellOne(left, right, facts) && !AreOfOtherThings(propositions[left], propositions[right]) && facts.AtLeast(left, right, LeastSure) is { } sure && like.Likeness(left, right) >= LeastLikeness)
            {
                found.Add((sure, left, right));
            }
        }

        return found.OrderByDescending(static f => f.Sure).ThenBy(static f => f.Left).ThenBy(static f => f.Right).Select(static f => (f.Left, f.Right));
    }

    private bool MayBeOne(int left, int right) => eligible[left] && eligible[right] && propositions[left].Report != propositions[right].Report && storyOf[propositions[left].Report] == storyOf[propositions[right].Report]
        && !ClaimGrouping.IsContested(propositions[left]) && !ClaimGrouping.IsContested(propositions[right]);

    // "poured water onto the roof", "poured concrete onto the yard": another thing makes another act.
    private static bool AreOfOtherThings(Proposition left, Proposition right) => PropositionMatcher.Slot(left.Object, right.Object) == SlotMatch.Different && OtherNouns.AreOthers(left.Object, right.Object);
}
