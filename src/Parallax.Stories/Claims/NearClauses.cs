using System.Collections.Immutable;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>A clause of another report that may tell what a claim tells.</summary>
/// <param name="Proposition">The clause.</param>
/// <param name="Claim">Id of the claim on which it takes a position; null where that is none that is shown.</param>
/// <param name="Sure">Mean sureness that it tells what the clauses of the claim tell, in thousandths.</param>
internal sealed record NearClause(Proposition Proposition, string? Claim, int Sure)
{
    /// <summary>Where it is shown.</summary>
    public TextSpan Words { get; init; } = Proposition.Span;
}

/// <summary>Finds for each claim the clauses of reports that take no position on it and yet may tell it: nothing speaks against it, but too little for it. A reader is pointed at them; they are counted nowhere.</summary>
/// <param name="propositions">What the reports tell.</param>
/// <param name="storyOf">Story number by report id.</param>
/// <param name="facts">How surely two of them tell one fact.</param>
/// <param name="like">The comparison by which clauses are joined.</param>
/// <remarks>What is compared for joining is compared here as well, so that the cost grows alike.</remarks>
internal sealed class NearClauses(ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, int> storyOf, OneFact facts, LikeClaims like)
{
    // Mean sureness, in thousandths, from which a clause is shown beside a claim, and from which the words of another claim are, where its report takes a position already; chosen by reading open stories. How many reports are pointed at.
    private const int LeastSure = 400;
    private const int LeastOfOtherClaim = 550;
    private const int Most = 6;

    private const int Surest = 1000;

    // Of a claim that many tell, so many clauses are asked.
    private const int MostAsked = 12;

    /// <summary>The claims, each with the surest such clause of each report.</summary>
    /// <param name="drafts">The claims.</param>
    public ImmutableArray<ClaimDraft> Apply(ImmutableArray<ClaimDraft> drafts)
    {
        (int[][] members, int[]?[] draftsOf) = Places(drafts);
        HashSet<string>[] reports = [.. drafts.Select(static d => d.Own.Select(static s => s.Proposition.Report).ToHashSet(StringComparer.Ordinal))];
        HashSet<long> asked = [];
        int[] story = [.. propositions.Select(p => storyOf[p.Report])];
        Dictionary<(int Draft, string Report), (int Sure, int Clause)> found = [];
        foreach ((int left, int right) in like.Compared(storyOf))
        {
            Ask(left, right);
            Ask(right, left);
        }

        ILookup<int, NearClause> near = found.OrderByDescending(static p => p.Value.Sure).ThenBy(static p => p.Value.Clause)
            .ToLookup(static p => p.Key.Draft, p => new NearClause(propositions[p.Value.Clause], draftsOf[p.Value.Clause] is [int own, ..] ? drafts[own].Id : null, p.Value.Sure));
        return [.. drafts.Select((d, i) => near.Contains(i) ? d with { Near = [.. near[i].Take(Most)] } : d)];

        void Ask(int member, int clause)
        {
            foreach (int draft in draftsOf[member] ?? [])
            {
                // A report that takes a position may tell it once more, in the words of another claim.
                bool isAnswered = reports[draft].Contains(propositions[clause].Report);
                if (!(isAnswered && (draftsOf[clause] is not { } own || own.Contains(draft))) && story[member] == story[clause] && propositions[clause].IsClause && asked.Add(LikeClaims.Both(draft, clause))
                    && Sureness(members[draft], clause, isAnswered ? LeastOfOtherClaim : LeastSure) is { } sure)
                {
                    (int, string) key = (draft, propositions[clause].Report);
                    found[key] = !found.TryGetValue(key, out var known) || known.Sure < sure || (known.Sure == sure && known.Clause > clause) ? (sure, clause) : known;
                }
            }
        }
    }

    // The clauses of each claim that tell it, and the claims in which each clause does; answers to others tell nothing themselves.
    private (int[][] Members, int[]?[] DraftsOf) Places(ImmutableArray<ClaimDraft> drafts)
    {
        Dictionary<string, int> indexOf = new(StringComparer.Ordinal);
        for (int i = 0; i < propositions.Length; i++)
        {
            indexOf[propositions[i].Key] = i;
        }

        int[][] members = [.. drafts.Select(d => d.Own.Where(static s => !s.IsAnswer).Select(s => indexOf.GetValueOrDefault(s.Proposition.Key, -1)).Where(static i => i >= 0).Distinct().ToArray())];
        int[]?[] draftsOf = new int[]?[propositions.Length];
        for (int d = 0; d < drafts.Length; d++)
        {
            foreach (int member in members[d])
            {
                draftsOf[member] = [.. draftsOf[member] ?? [], d];
            }
        }

        return (members, draftsOf);
    }

    // Mean over the clauses of a claim that other reports tell, where it is at least so much; what is excluded in a pair counts as nothing, and so does a claim that stands in the same sentence.
    private int? Sureness(int[] members, int clause, int least)
    {
        int all = Math.Min(MostAsked, members.Count(m => propositions[m].Report != propositions[clause].Report)), count = 0, sum = 0;
        foreach (int member in members)
        {
            if (propositions[member].Report == propositions[clause].Report)
            {
                if (propositions[member].Sentence == propositions[clause].Sentence)
                {
                    return null;
                }

                continue;
            }

            // However sure all that are left are, they do not make up for those before.
            if (sum + ((all - count) * Surest) < least * all || ++count > MostAsked)
            {
                break;
            }

            sum += facts.MayBeOne(member, clause) && !facts.ActOnOthers(member, clause) && !facts.AreExchanged(propositions[member], propositions[clause]) && like.MayBeNear(member, clause) ? facts.Of(member, clause) : 0;
        }

        return all > 0 && sum / all >= least ? sum / all : null;
    }
}
