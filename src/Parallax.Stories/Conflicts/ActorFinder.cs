using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds one deed laid to two doers: the same act on the same one at times that may be one, by two that cannot stand for each other.</summary>
internal static class ActorFinder
{
    // Deeds that one thing or person meets once; of others a shared day must tell that they are one.
    private static readonly HashSet<string> Once = ["kill", "buy", "appoint", "dismiss", "win", "convict"];

    /// <summary>The conflicts, on the claim that stands first.</summary>
    public static IEnumerable<Conflict> Find(ReportSet set, ImmutableArray<ClaimDraft> drafts, IReadOnlyDictionary<string, int> storyOf)
    {
        SortedDictionary<string, List<(ClaimDraft Draft, Stand Stand)>> buckets = new(StringComparer.Ordinal);
        foreach (ClaimDraft draft in drafts)
        {
            foreach (Stand stand in draft.Own.Where(static s => s is { Kind: PositionKind.Affirms, Basis: StandBasis.Words } && IsDeed(s.Proposition)))
            {
                // "won in Ostra": in one place each of two contests has its winner.
                foreach (string id in DoneTo(stand.Proposition).Where(id => stand.Proposition.Class != "win" || set[stand.Proposition.Report].Entities.Find(id) is not { Kind: ActorKind.Place or ActorKind.Country or ActorKind.Facility }))
                {
                    string key = $"{storyOf[stand.Proposition.Report]}|{stand.Proposition.Class}|{id}";
                    (buckets.TryGetValue(key, out var list) ? list : buckets[key] = []).Add((draft, stand));
                }
            }
        }

        HashSet<(string, string)> done = [];
        foreach (var bucket in buckets.Values)
        {
            for (int i = 1; i < bucket.Count; i++)
            {
                ((ClaimDraft draft, Stand first), (ClaimDraft other, Stand second)) = (bucket[0], bucket[i]);
                if (draft.Id != other.Id && first.Proposition.Report != second.Proposition.Report && AreOthers(set, first.Proposition, second.Proposition) && IsOneDeed(first.Proposition, second.Proposition) && done.Add((draft.Id, other.Id)))
                {
                    ConflictSide[] sides = [Side(set, first), Side(set, second)];
                    yield return ConflictFinder.Write(draft, ConflictKind.Actor, ConflictRelation.Conflict, sides, $"one deed ({first.Proposition.Class}), laid to {sides[0].Value} and to {sides[1].Value}");
                }
            }
        }
    }

    private static bool IsDeed(Proposition proposition) =>
        proposition is { Actor: { IsOpen: false, Token: not null, Entities.Length: > 0 }, Factuality: Factuality.Happened, IsNegated: false, IsClause: true } && !proposition.Class.StartsWith("be:", StringComparison.Ordinal)
        && !PredicateLexicon.English.IsMutual(proposition.Class) && proposition.Class is not ("visit" or "leave" or "support" or "demand" or "threaten" or "accuse" or "announce" or "promise" or "use" or "join");

    private static IEnumerable<string> DoneTo(Proposition proposition) =>
        (proposition.Object?.Entities ?? []).Concat(proposition.Recipient?.Entities ?? []).Except(proposition.Actor!.Entities, StringComparer.Ordinal).Distinct(StringComparer.Ordinal);

    // Two of one kind, neither a part of the other's state, and neither told of beside the other.
    private static bool AreOthers(ReportSet set, Proposition left, Proposition right)
    {
        (Participant one, Participant two) = (left.Actor!, right.Actor!); // Deeds have an actor.
        return one.Kind == two.Kind && PropositionMatcher.Slot(one, two) == SlotMatch.Different && !one.Countries.Intersect(two.Countries, StringComparer.Ordinal).Any()
            && !Names(set, left, two) && !Names(set, right, one);
    }

    private static bool Names(ReportSet set, Proposition proposition, Participant other)
    {
        Core.Text.TextSpan sentence = set[proposition.Report].Tokens.Sentences[proposition.Sentence].Span;
        return other.Entities.Any(id => set[proposition.Report].Entities.Find(id) is { } entity && entity.Mentions.Any(m => m.Report == proposition.Report && m.Start >= sentence.Start && m.Start < sentence.End));
    }

    private static bool IsOneDeed(Proposition left, Proposition right) =>
        PropositionMatcher.TimesAgree(left, right) && PropositionMatcher.FiguresAgree(left, right)
        && PropositionMatcher.Slot(left.Object, right.Object) != SlotMatch.Different && PropositionMatcher.Slot(left.Recipient, right.Recipient) != SlotMatch.Different
        && (Once.Contains(left.Class) || left.Times.Any(t => t.Interval.IsDay && right.Times.Any(u => u.Interval.IsDay)));

    private static ConflictSide Side(ReportSet set, Stand stand)
    {
        Core.Text.TextSpan span = stand.Proposition.Actor!.Span; // Deeds have an actor.
        return new ConflictSide(set[stand.Proposition.Report].Report.Text.Slice(span), [new SideEvidence(stand.Proposition.Report, span.Start, span.End, stand.Proposition.Statement?.Id, stand.Proposition.Event?.Id)]);
    }
}
