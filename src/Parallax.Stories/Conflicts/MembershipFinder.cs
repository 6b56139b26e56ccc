using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds somebody whose standing in a body two reports give differently ("became an official member", "an acceding member"), in whatever clause of a claim they say it.</summary>
internal static class MembershipFinder
{
    private const string Left = "standing"; // How a body is called is for StandingFinder.

    /// <summary>The differences, each on the claim in whose words the first of them stands.</summary>
    public static IEnumerable<Conflict> Find(ReportSet set, ImmutableArray<ClaimDraft> drafts, ImmutableArray<Conflict> known, ImmutableArray<Proposition> propositions)
    {
        SortedDictionary<string, List<Proposition>> buckets = new(StringComparer.Ordinal);
        foreach (Proposition proposition in propositions.Where(static p => !p.IsNegated && !p.IsUnreal && p.Class.StartsWith("be:", StringComparison.Ordinal) && p.Object is { Modifiers.Length: > 0 }))
        {
            foreach (string key in Who(proposition))
            {
                (buckets.TryGetValue(proposition.Class + "|" + key, out List<Proposition>? list) ? list : buckets[proposition.Class + "|" + key] = []).Add(proposition);
            }
        }

        ILookup<string, ClaimDraft> draftsOf = drafts.SelectMany(static d => d.Own.Where(static s => !s.IsAnswer).Select(s => (d, s.Proposition.Report))).Distinct().ToLookup(static p => p.Report, static p => p.d, StringComparer.Ordinal);
        HashSet<string> done = [.. known.Where(static k => k.Kind == ConflictKind.Status).Select(static k => k.Claim)];
        foreach (List<Proposition> bucket in buckets.Values)
        {
            for (int i = 1; i < bucket.Count; i++)
            {
                (Proposition first, Proposition second) = (bucket[0], bucket[i]);
                if (first.Report == second.Report || StatusScales.Exclude(first.Object!.Modifiers, second.Object!.Modifiers) is not var (scale, value, other) || scale == Left || !OneBody(set, first, second))
                {
                    continue;
                }

                ClaimDraft? holder = Holder(draftsOf, first) ?? Holder(draftsOf, second);
                if (holder is not null && done.Add(holder.Id))
                {
                    ConflictSide[] sides = [Side(set, first), Side(set, second)];
                    bool ordered = set.IsBefore(first.Report, second.Report) || set.IsBefore(second.Report, first.Report);
                    yield return ConflictFinder.Write(holder, ConflictKind.Status, ordered ? ConflictRelation.Update : ConflictRelation.Compatible, sides, $"“{value}” and “{other}” exclude each other ({scale}); {(ordered ? "one report is later" : "which holds when, the reports do not tell")}");
                }
            }
        }
    }

    private static IEnumerable<string> Who(Proposition proposition) =>
        (proposition.Actor?.Entities ?? []).Concat((proposition.Actor?.Countries ?? []).Select(static c => "c:" + c)).Distinct(StringComparer.Ordinal);

    // Of one body: named by both, or by neither ("became a full member").
    private static bool OneBody(ReportSet set, Proposition first, Proposition second)
    {
        string[] one = [.. Bodies(set, first)], two = [.. Bodies(set, second)];
        return one.Length == 0 || two.Length == 0 || one.Intersect(two, StringComparer.Ordinal).Any();
    }

    private static IEnumerable<string> Bodies(ReportSet set, Proposition proposition) => proposition.Object!.Owners.Concat(proposition.Others.SelectMany(static o => o.Entities))
        .Where(id => set[proposition.Report].Entities.Find(id) is { Kind: ActorKind.Organization or ActorKind.Group or ActorKind.Other });

    private static ClaimDraft? Holder(ILookup<string, ClaimDraft> draftsOf, Proposition proposition) => draftsOf[proposition.Report]
        .Where(d => d.Own.Any(s => !s.IsAnswer && s.Proposition.Report == proposition.Report && s.Proposition.Span.Contains(proposition.Span)))
        .OrderBy(static d => d.Wording!.Span.Length).ThenBy(static d => d.Id, StringComparer.Ordinal).FirstOrDefault();

    private static ConflictSide Side(ReportSet set, Proposition proposition)
    {
        TextSpan words = proposition.Object!.Span; // Only those with an object are compared.
        return new ConflictSide(set[proposition.Report].Report.Text.Slice(words), [new SideEvidence(proposition.Report, proposition.Span.Start, proposition.Span.End, proposition.Statement?.Id, proposition.Event?.Id)]);
    }
}
