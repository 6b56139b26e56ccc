using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Claims;

namespace Parallax.Stories.Origins;

/// <summary>Asks of every origin what would still stand without it: which claims nobody else affirms, and which would no longer go back to two independent origins.</summary>
internal static class DropOne
{
    private const int Two = 2;

    /// <summary>The origins with the claims that rest on each.</summary>
    /// <param name="origins">All origins.</param>
    /// <param name="drafts">The claims, in order.</param>
    public static ImmutableArray<Origin> Test(ImmutableArray<Origin> origins, ImmutableArray<ClaimDraft> drafts)
    {
        List<(string Origin, string Claim, bool Falls)> rests = [];
        foreach (ClaimDraft draft in drafts)
        {
            Evidential[] evidence = [.. draft.Own.Where(static s => s.Kind is PositionKind.Affirms or PositionKind.Qualifies).Select(static s => s.Evidential)];
            string[] ids = [.. evidence.Select(static e => e.Id).Distinct(StringComparer.Ordinal)];
            if (ids.Length == 1 && !draft.Near.IsEmpty)
            {
                continue; // Another report may tell it: whether it falls cannot be told.
            }

            if (ids.Length == 1)
            {
                rests.Add((ids[0], draft.Id, true));
                continue;
            }

            // With one origin fewer one voice less is counted at most.
            if (OriginFinder.Count(evidence).Counts.So.Low != Two)
            {
                continue;
            }

            foreach (string id in ids)
            {
                if (OriginFinder.Count([.. evidence.Where(e => e.Id != id)]).Counts.So.Low < Two)
                {
                    rests.Add((id, draft.Id, false));
                }
            }
        }

        ILookup<string, (string Origin, string Claim, bool Falls)> of = rests.ToLookup(static r => r.Origin, StringComparer.Ordinal);
        return [.. origins.Select(o => o with { Falls = [.. of[o.Id].Where(static r => r.Falls).Select(static r => r.Claim)], LosesCorroboration = [.. of[o.Id].Where(static r => !r.Falls).Select(static r => r.Claim)] })];
    }
}
