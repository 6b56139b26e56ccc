using System.Collections.Immutable;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>How like the clauses of one claim are: which of them tell most what all tell, and which tell something else.</summary>
/// <param name="propositions">All propositions, by key.</param>
/// <param name="storyOf">Story number by report id.</param>
/// <param name="facts">How surely two of them tell one fact.</param>
internal sealed class Cohesion(ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, int> storyOf, OneFact facts)
{
    private const int Wholly = 1000;

    // Below this mean sureness, in thousandths, a clause tells something else than the others do. Chosen on ECB+ train by the task joined-claims.
    private const int LeastOfMember = 300;

    // Groups of fewer have nothing that most of them tell.
    private const int LeastMembers = 4;

    /// <summary>Takes the clauses that are unlike the rest of their group out of it; each of these stands alone then.</summary>
    /// <returns>Those that were taken out.</returns>
    public HashSet<int> Part(List<List<int>> groups)
    {
        HashSet<int> parted = [];
        foreach (List<int> group in groups)
        {
            while (group.Count >= LeastMembers && Unlike(group) is { } least)
            {
                group.Remove(least);
                parted.Add(least);
            }
        }

        groups.AddRange(parted.Select(static p => new List<int> { p }));
        groups.Sort(static (a, b) => a[0].CompareTo(b[0]));
        return parted;
    }

    private int? Unlike(List<int> group) => group.MinBy(m => (Mean(m, group), m)) is var least && Mean(least, group) < LeastOfMember ? least : null;

    /// <summary>Mean sureness, 0 to 1000, that a member tells what the others of its group tell; 1000 where none can be asked.</summary>
    public int Mean(int member, IReadOnlyList<int> group)
    {
        (int sum, int count) = (0, 0);
        foreach (int other in group)
        {
            if (other != member && storyOf[propositions[member].Report] == storyOf[propositions[other].Report] && !ClaimGrouping.AreAtOdds(propositions[member], propositions[other]))
            {
                sum += facts.Of(member, other);
                count++;
            }
        }

        return count == 0 ? Wholly : sum / count;
    }
}
