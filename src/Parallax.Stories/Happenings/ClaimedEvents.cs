using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Happenings;

/// <summary>Events of different reports that are told by one claim: what makes two clauses one claim makes what they tell one happening, unless time, place or figure speaks against it.</summary>
internal static class ClaimedEvents
{
    // What a match of predicate and arguments scores at least to make one happening.
    private const int Score = 6;
    private const int Nearest = 12;

    /// <summary>The pairs, in the order of claims; each event with the next few of its claim, so that the cost grows with the reports.</summary>
    public static ImmutableArray<PropositionPair> Find(ImmutableArray<Proposition> propositions, ImmutableArray<ClaimDraft> drafts)
    {
        Dictionary<string, int> indexOf = new(StringComparer.Ordinal);
        for (int i = 0; i < propositions.Length; i++)
        {
            indexOf[propositions[i].Key] = i;
        }

        List<PropositionPair> pairs = [];
        PropositionMatch match = new(true, Score, SlotMatch.Unknown, SlotMatch.Unknown, SlotMatch.Unknown, true, true, "one claim tells of both");
        foreach (ClaimDraft draft in drafts)
        {
            int[] told = [.. draft.Own.Where(static s => s is { Kind: PositionKind.Affirms, Basis: StandBasis.Words, Proposition.Event: not null }).Select(s => indexOf[s.Proposition.Key]).Distinct().Order()];
            for (int a = 0; a < told.Length; a++)
            {
                for (int b = a + 1; b < told.Length && b - a <= Nearest; b++)
                {
                    (Proposition left, Proposition right) = (propositions[told[a]], propositions[told[b]]);
                    if (left.Report != right.Report && !PredicateLexicon.English.IsMutual(left.Class))
                    {
                        pairs.Add(new PropositionPair(told[a], told[b], match with { TimesAgree = PropositionMatcher.TimesAgree(left, right), FiguresAgree = PropositionMatcher.FiguresAgree(left, right) }, ByWords: true));
                    }
                }
            }
        }

        return [.. pairs];
    }
}
