using Parallax.Core.Accounts;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Carries those who say or deny more to the claim of the bare act: who says that hundreds were delivered for a war says that there were deliveries; who denies or dismisses that denies something else, for of deliveries before it he says nothing (rule 4).</summary>
internal static class WiderClaims
{
    // One act has one bare claim, and few more where names were not joined.
    private const int LargestBucket = 50;

    /// <summary>The drafts with the positions that follow from claims that say the same act and more.</summary>
    public static List<ClaimDraft> Apply(ReportSet set, List<ClaimDraft> drafts, IReadOnlyDictionary<string, int> order)
    {
        SortedDictionary<string, List<ClaimDraft>> buckets = new(StringComparer.Ordinal);
        foreach (ClaimDraft draft in drafts.Where(static d => d.Wording!.Proposition.Object is not null && d.Stands.Any(static s => ClaimGrouping.IsContested(s.Proposition))))
        {
            Proposition told = draft.Wording!.Proposition; // Drafts without words are not kept.
            string key = told.Class + "|" + (told.Object!.Thing ?? told.Object.Head);
            (buckets.TryGetValue(key, out List<ClaimDraft>? list) ? list : buckets[key] = []).Add(draft);
        }

        Dictionary<string, ClaimDraft> changed = new(StringComparer.Ordinal);
        foreach (List<ClaimDraft> bucket in buckets.Values)
        {
            foreach (ClaimDraft bare in bucket.Where(static d => IsBare(d.Wording!.Proposition)).Take(LargestBucket))
            {
                Stand[] own = [.. bare.Own], more = [.. bucket.Where(d => d.Id != bare.Id && SaysMore(d.Wording!.Proposition, bare.Wording!.Proposition)).SelectMany(static d => d.Own).Where(s => Follows(s) && !Speaks(set, own, s)).Select(Carried)];
                if (more.Length > 0)
                {
                    string[] statements = [.. more.Select(static m => m.Proposition.Statement!.Id)];
                    Stand[] kept = [.. bare.Stands.Where(s => s.Kind != PositionKind.DeniesSomethingElse || !statements.Contains(s.Proposition.Statement?.Id))];
                    changed[bare.Id] = bare with { Stands = [.. kept.Concat(more).OrderBy(s => order[s.Proposition.Report]).ThenBy(static s => s.Proposition.Token)] };
                }
            }
        }

        return [.. drafts.Select(d => changed.GetValueOrDefault(d.Id) ?? d)];
    }

    /// <summary>The drafts where those that tell when an act was also have who dismisses more than the act, and who sets another time against it once.</summary>
    public static IEnumerable<ClaimDraft> ToTimes(ReportSet set, List<ClaimDraft> drafts, IReadOnlyDictionary<string, int> order)
    {
        foreach (ClaimDraft draft in drafts)
        {
            if (draft.Act is null || drafts.Find(d => d.Id == draft.Act) is not { } act)
            {
                yield return draft;
                continue;
            }

            Stand[] kept = [.. draft.Stands.Where(s => s is not { Kind: PositionKind.Denies, Basis: StandBasis.Answer } || !draft.Stands.Any(o => o.Basis == StandBasis.Value && o.Proposition.Report == s.Proposition.Report && o.Proposition.Sentence == s.Proposition.Sentence && Voices.Of(set, o.Proposition) == Voices.Of(set, s.Proposition)))];
            IEnumerable<Stand> more = act.Stands.Where(s => s is { Kind: PositionKind.DeniesSomethingElse, Basis: StandBasis.Wider } && !Array.Exists(kept, k => k.Proposition.Statement?.Id == s.Proposition.Statement?.Id));
            yield return draft with { Stands = [.. kept.Concat(more).OrderBy(s => order[s.Proposition.Report]).ThenBy(static s => s.Proposition.Token)] };
        }
    }

    private static bool IsBare(Proposition proposition) => proposition.Figures.IsEmpty && proposition.Purposes.IsEmpty && !proposition.PointsBack && !proposition.Times.Any(static t => t.Relation is not null);

    private static bool SaysMore(Proposition more, Proposition bare) =>
        !more.PointsBack && (more.Figures.Length > 0 || more.Purposes.Length > 0) && more.Factuality == bare.Factuality
        && PropositionMatcher.Slot(more.Actor, bare.Actor) is SlotMatch.Same or SlotMatch.Related && PropositionMatcher.Slot(more.Object, bare.Object) == SlotMatch.Same
        && PropositionMatcher.Slot(more.Recipient, bare.Recipient) is SlotMatch.Same or SlotMatch.Related && PropositionMatcher.TimesAgree(more, bare);

    // Only whoever is named as saying or dismissing it; a report's own words stand where they are.
    private static bool Follows(Stand stand) =>
        stand.Proposition.Statement is not null && (stand is { Kind: PositionKind.Affirms, Basis: StandBasis.Words } || (stand.Kind == PositionKind.Denies && (stand.Basis == StandBasis.Answer || stand.Proposition.Statement.Stance == Stance.Denies)));

    private static bool Speaks(ReportSet set, Stand[] own, Stand stand) => own.Any(o => Voices.Of(set, o.Proposition) == Voices.Of(set, stand.Proposition));

    // Whoever denies or dismisses that hundreds were delivered for a war leaves it open whether there were deliveries.
    private static Stand Carried(Stand stand) => stand switch
    {
        { Kind: PositionKind.Denies } => stand with { Basis = StandBasis.Wider, Kind = PositionKind.DeniesSomethingElse, Why = stand.Why + ", of what says this and more: another number, time or purpose" },
        _ => stand with { Basis = StandBasis.Wider, Why = stand.Why + ", who says this and more" },
    };
}
