using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds somebody whose standing in a body two reports give differently ("became an official member", "an acceding member"), in whatever clause of a claim they say it.</summary>
internal static class MembershipFinder
{
    private const int LargestBucket = 100;

    private const string Left = "standing"; // How a body is called is for StandingFinder.

    /// <summary>The differences, each on the claim in whose words the first of them stands.</summary>
    public static IEnumerable<Conflict> Find(ReportSet set, ImmutableArray<ClaimDraft> drafts, ImmutableArray<Conflict> known, ImmutableArray<Proposition> propositions)
    {
        SortedDictionary<string, List<Proposition>> buckets = new(StringComparer.Ordinal);
        foreach (Proposition proposition in propositions.Where(static p => !p.IsNegated && !p.IsUnreal && (p.Class.StartsWith("be:", StringComparison.Ordinal) || p.Class == "join") && p.Object is { Modifiers.Length: > 0 } thing && thing.Modifiers.Any(IsStatus)))
        {
            string head = proposition.Object!.Head; // The loop takes those with an object only.
            (buckets.TryGetValue(head, out List<Proposition>? list) ? list : buckets[head] = []).Add(proposition);
        }

        ILookup<string, ClaimDraft> draftsOf = drafts.SelectMany(static d => d.Own.Where(static s => !s.IsAnswer).Select(s => (d, s.Proposition.Report))).Distinct().ToLookup(static p => p.Report, static p => p.d, StringComparer.Ordinal);
        HashSet<string> done = [.. known.Where(static k => k.Kind == ConflictKind.Status).Select(static k => k.Claim)];
        foreach (List<Proposition> bucket in buckets.Values)
        {
            for (int i = 1; i < Math.Min(bucket.Count, LargestBucket); i++)
            {
                Proposition second = bucket[i];
                if (bucket.Take(i).FirstOrDefault(p => IsOne(set, p, second)) is not { } first)
                {
                    continue;
                }

                if (StatusScales.Exclude(first.Object!.Modifiers, second.Object!.Modifiers) is not var (scale, value, other) || scale == Left)
                {
                    continue;
                }

                ClaimDraft? holder = Holder(draftsOf, first) ?? Holder(draftsOf, second);
                if (holder is not null && done.Add(holder.Id))
                {
                    ConflictSide[] sides = [Side(set, first), Side(set, second)];
                    bool ordered = set.IsBefore(first.Report, second.Report) || set.IsBefore(second.Report, first.Report);
                    yield return ConflictFinder.Write(holder, ConflictKind.Status, ordered ? ConflictRelation.Update : ConflictRelation.Compatible, sides, $"“{value}” and “{other}” exclude each other at one time ({scale}); {(ordered ? "one report is later" : "the reports do not tell which held when, so both may be so")}");
                }
            }
        }
    }

    private static bool IsStatus(string modifier) => StatusScales.Of(modifier).Any(static v => v.Scale != Left);

    // One who may be the same ("the country" may be the one named there), in one body, which both name or the one names beside it.
    private static bool IsOne(ReportSet set, Proposition first, Proposition second)
    {
        SlotMatch who = PropositionMatcher.Slot(first.Actor, second.Actor);
        bool open = (first.Actor is { Entities.IsEmpty: true, IsDefinite: true }) || second.Actor is { Entities.IsEmpty: true, IsDefinite: true };
        string[] one = [.. Bodies(set, first)], two = [.. Bodies(set, second)];
        bool body = one.Intersect(two, StringComparer.Ordinal).Any() || one.Any(id => IsNamedBeside(set, second, id)) || two.Any(id => IsNamedBeside(set, first, id));
        return first.Report != second.Report && (who is SlotMatch.Same or SlotMatch.Related ? body || one.Length == 0 || two.Length == 0 : body && (who == SlotMatch.Unknown || open));
    }

    private static bool IsNamedBeside(ReportSet set, Proposition proposition, string id)
    {
        TextSpan sentence = set[proposition.Report].Tokens.Sentences[proposition.Sentence].Span;
        return set[proposition.Report].Entities.Find(id) is { } entity && entity.Mentions.Any(m => m.Report == proposition.Report && sentence.Start <= m.Start && m.End <= sentence.End);
    }

    private static IEnumerable<string> Bodies(ReportSet set, Proposition proposition) => proposition.Object!.Owners.Concat(proposition.Recipient?.Entities ?? []).Concat(proposition.Others.SelectMany(static o => o.Entities))
        .Where(id => set[proposition.Report].Entities.Find(id) is { Kind: ActorKind.Organization or ActorKind.Group or ActorKind.Other });

    private static ClaimDraft? Holder(ILookup<string, ClaimDraft> draftsOf, Proposition proposition) => draftsOf[proposition.Report]
        .Where(d => d.Own.Any(s => !s.IsAnswer && s.Proposition.Report == proposition.Report && s.Proposition.Span.Contains(proposition.Span)))
        .OrderBy(static d => d.Wording!.Span.Length).ThenBy(static d => d.Id, StringComparer.Ordinal).FirstOrDefault();

    private static ConflictSide Side(ReportSet set, Proposition proposition)
    {
        TextSpan words = proposition.Object!.Span; // Only those with an object are compared.
        return new ConflictSide(set[proposition.Report].Report.Text.Slice(words), [new SideEvidence(proposition.Report, proposition.Span.Start, proposition.Span.End, IsAside(set, proposition) ? null : proposition.Statement?.Id, proposition.Event?.Id)]);
    }

    // "he said the land would use the league, of which it became a member": what indirect speech has behind a comma the reporter adds.
    private static bool IsAside(ReportSet set, Proposition proposition)
    {
        Core.Layers.TokenLayer tokens = set[proposition.Report].Tokens;
        int first = tokens.TokensOf(proposition.Span).First;
        return proposition.Statement is { Manner: not Manner.Direct } && tokens.Relations[proposition.Top].StartsWith("acl:relcl", StringComparison.Ordinal) && first > 0 && tokens.Form(first - 1) is ",";
    }
}
