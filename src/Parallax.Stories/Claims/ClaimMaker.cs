using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Makes the claims: drafts first, whole ones when the conflicts are known.</summary>
internal static class ClaimMaker
{
    private const int LongestText = 260;

    /// <summary>The claims with who takes which position.</summary>
    public static ImmutableArray<ClaimDraft> Draft(
        ReportSet set, ImmutableArray<Proposition> propositions, ImmutableArray<PropositionPair> pairs, IReadOnlyDictionary<string, int> storyOf,
        ImmutableArray<Quotation> quotations, OriginFinder origins, IReadOnlyDictionary<string, int> order)
    {
        bool[] eligible = [.. propositions.Select(p => ClaimGrouping.CanBeClaim(p, set[p.Report].Report))];
        List<List<int>> groups = ClaimGrouping.Group(propositions, pairs, eligible, storyOf, SameUtterance(propositions, quotations));
        Dictionary<int, int> groupOf = [];
        for (int g = 0; g < groups.Count; g++)
        {
            groups[g].ForEach(member => groupOf[member] = g);
        }

        ILookup<int, string> reasons = pairs.Where(p => groupOf[p.Left] == groupOf[p.Right]).ToLookup(p => groupOf[p.Left], static p => p.Match.Why);
        List<ClaimDraft> drafts = [];
        for (int g = 0; g < groups.Count; g++)
        {
            Proposition[] members = [.. groups[g].Where(m => eligible[m]).Select(m => propositions[m])];
            if (members.Length > 0 && IsWorthTelling(set, members))
            {
                drafts.Add(Answered(set, Draft(members, origins, order, reasons[g]), origins, order));
            }
        }

        drafts.AddRange(Untold(set, propositions, eligible, groups, groupOf, drafts).Select(members => Answered(set, Draft(members, origins, order, []), origins, order)));
        return [.. AddOtherDenials(WithoutParts(drafts)).OrderBy(d => order[d.Stands[0].Proposition.Report]).ThenBy(static d => d.Stands[0].Proposition.Token).ThenBy(static d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>The whole claim.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="conflicts">Conflicts on it.</param>
    /// <param name="storyIdOf">Story by report.</param>
    public static Claim Finish(ReportSet set, ClaimDraft draft, IReadOnlyCollection<Conflict> conflicts, IReadOnlyDictionary<string, string> storyIdOf)
    {
        Stand[] own = [.. draft.Own];
        (OriginCounts counts, ImmutableArray<string> why) = OriginFinder.Count([.. own.Where(static s => s.Kind is PositionKind.Affirms or PositionKind.Qualifies).Select(static s => s.Evidential)]);
        ClaimStatus status = Status(own, conflicts, counts);
        Proposition clearest = Clearest(set, own);
        Report report = set[clearest.Report].Report;
        Explanation[] because =
        [
            .. draft.Reasons.Select(static r => Explanation.Of("same-proposition", r)),
            .. why.Select(static w => Explanation.Of("origins", w)),
            .. draft.Stands.Select(static s => Explanation.Of("position", $"{Words(s.Kind)}: {s.Why}").On(new Evidence(s.Proposition.Report, s.Proposition.Span.Start, s.Proposition.Span.End))),
        ];
        string text = (draft.Reasons.IsEmpty ? "told once" : string.Join("; ", draft.Reasons)) + (why.IsEmpty ? "" : ". Origins: " + string.Join("; ", why));
        return new Claim
        {
            Id = draft.Id,
            Stories = [.. own.Select(s => storyIdOf[s.Proposition.Report]).Distinct(StringComparer.Ordinal)],
            Text = report.Text.Slice(clearest.Span),
            TextEvidence = Evidence.At(report, clearest.Span),
            Status = status,
            Positions = [.. draft.Stands.Select(s => new Position(s.Kind, s.Proposition.Statement?.Id, s.Proposition.Event?.Id, s.Proposition.Report, Voice(set, s.Proposition), s.Evidential.Id))],
            Origins = counts,
            Explanation = Explanation.Of("claim", text).From(because),
        };
    }

    /// <summary>Whose word it is.</summary>
    public static string Voice(ReportSet set, Proposition proposition) => proposition.Statement?.Source.Name is { Length: > 0 } name ? name : ReportSet.OwnVoice(set[proposition.Report].Report);

    private static ClaimStatus Status(Stand[] own, IReadOnlyCollection<Conflict> conflicts, OriginCounts counts)
    {
        bool affirmed = own.Any(static s => s.Kind is PositionKind.Affirms or PositionKind.Qualifies), denied = own.Any(static s => s.Kind == PositionKind.Denies);
        return (affirmed && denied) || conflicts.Any(static c => c.Relation == ConflictRelation.Conflict) ? ClaimStatus.Disputed
            : denied ? ClaimStatus.Denied
            : conflicts.Any(static c => c.Relation == ConflictRelation.Update) ? ClaimStatus.Updated
            : own.All(static s => s.Proposition.Factuality == Factuality.Planned) ? ClaimStatus.Foretold
            : counts.So.Low >= 2 ? ClaimStatus.Corroborated
            : ClaimStatus.OneOrigin;
    }

    private static ClaimDraft Draft(Proposition[] members, OriginFinder origins, IReadOnlyDictionary<string, int> order, IEnumerable<string> reasons)
    {
        List<Stand> stands = [];
        if (members.All(static m => m.IsNegated))
        {
            // What nobody affirms un-negated is the claim as it is told: "the pact is not directed against anybody".
            members = [.. members.Select(static m => m with { IsNegated = false })];
        }

        foreach (Proposition member in members.OrderBy(m => order[m.Report]).ThenBy(static m => m.Token))
        {
            (PositionKind kind, string why) = Positions.Of(member);
            Evidential evidential = member.Statement is { } statement ? origins.Of(statement) : origins.OfOwnVoice(member.Report);

            // One statement or one sentence of a report takes a position once.
            if (!stands.Exists(s => s.Kind == kind && s.Proposition.Report == member.Report && s.Proposition.Statement?.Id == member.Statement?.Id && (member.Statement is not null || s.Proposition.Sentence == member.Sentence)))
            {
                stands.Add(new Stand(member, kind, evidential, why));
            }
        }

        return new ClaimDraft(Ids.Group('c', members.Select(static m => m.Key)), [.. stands], [.. reasons.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(6)]);
    }

    // "officials dismissed these allegations": a statement about a statement takes a position on what that one said.
    private static ClaimDraft Answered(ReportSet set, ClaimDraft draft, OriginFinder origins, IReadOnlyDictionary<string, int> order)
    {
        List<Stand> answers = [];
        foreach (Stand stand in draft.Stands.Where(static s => s.Proposition.Statement is not null && s.Kind == PositionKind.Affirms))
        {
            foreach (Statement answer in set[stand.Proposition.Report].Statements.Where(s => s.About == stand.Proposition.Statement!.Id && s.Content.Spans.Length > 0))
            {
                PositionKind? kind = answer.Stance switch { Stance.Denies => PositionKind.Denies, Stance.Doubts => PositionKind.Doubts, Stance.Accuses => PositionKind.Denies, Stance.Confirms or Stance.Admits => PositionKind.Affirms, _ => null };
                if (kind is null || draft.Stands.Any(s => s.Proposition.Statement?.Id == answer.Id) || answers.Exists(a => a.Proposition.Statement!.Id == answer.Id))
                {
                    continue;
                }

                // Who refutes "that this happened before the war" disputes when, not whether.
                bool onlyWhen = kind == PositionKind.Denies && PredicateLexicon.English.IsSubstitute(stand.Proposition.Lemma);
                Proposition answered = stand.Proposition with { Key = stand.Proposition.Key + ":" + answer.Id, Statement = answer, Event = null, IsMain = false, Sentence = answer.Sentence, Span = answer.Content.Spans[0], Times = [], Figures = [] };
                answers.Add(new Stand(answered, onlyWhen ? PositionKind.DeniesSomethingElse : kind.Value, origins.Of(answer), $"“{answer.Cue.Text}”, about what {stand.Proposition.Statement!.Source.Name} says{(onlyWhen ? "; denies when, not whether" : "")}"));
            }
        }

        return draft with { Stands = [.. draft.Stands.Concat(answers).OrderBy(s => order[s.Proposition.Report]).ThenBy(static s => s.Proposition.Token)] };
    }

    // A statement that enters no claim: the clearest proposition of its content becomes one, with all that is the same.
    private static List<Proposition[]> Untold(ReportSet set, ImmutableArray<Proposition> propositions, bool[] eligible, List<List<int>> groups, Dictionary<int, int> groupOf, List<ClaimDraft> drafts)
    {
        HashSet<string> told = [.. drafts.SelectMany(static d => d.Stands).Select(static s => s.Proposition.Statement?.Id).OfType<string>()];
        ILookup<string, int> of = Enumerable.Range(0, propositions.Length).Where(i => eligible[i] && propositions[i].Statement is not null).ToLookup(i => propositions[i].Statement!.Id, StringComparer.Ordinal);
        List<Proposition[]> all = [];
        foreach (Statement statement in set.Reports.SelectMany(static r => r.Statements).Where(s => !told.Contains(s.Id)))
        {
            int[] candidates = [.. of[statement.Id].Where(i => ClaimGrouping.TellsAlone(set[propositions[i].Report], propositions[i], statement))
                .OrderByDescending(i => propositions[i].IsMain).ThenByDescending(i => propositions[i].IsClause).ThenBy(i => propositions[i].Token)];
            if (candidates.Length == 0)
            {
                continue;
            }

            Proposition[] members = [.. groups[groupOf[candidates[0]]].Where(m => eligible[m]).Select(m => propositions[m])];
            if (!members.Any(m => m.Statement is not null && told.Contains(m.Statement.Id)))
            {
                told.UnionWith(members.Select(static m => m.Statement?.Id).OfType<string>());
                all.Add(members);
            }
        }

        return all;
    }

    private static bool IsWorthTelling(ReportSet set, Proposition[] members)
    {
        // Told and denied, even in one report and in clauses without a subject of their own ("denies using them").
        PositionKind[] kinds = [.. members.Select(static m => Positions.Of(m).Kind).Distinct()];
        if (kinds.Contains(PositionKind.Denies) && kinds.Contains(PositionKind.Affirms))
        {
            return true;
        }

        int reports = members.Select(static m => m.Report).Distinct(StringComparer.Ordinal).Count();
        return (reports > 1 && members.Any(static m => m.IsMain || m.Statement is not null || m.Participants.Count(static p => p.Entities.Length > 0 || p.Thing is not null) >= 2)) || members.Any(m => ClaimGrouping.StandsAlone(m, set[m.Report].Tokens.Sentences[m.Sentence].Part));
    }

    // "welcomes and supports, and is ready to help": a claim that is told once, inside the words of another of the same statement or sentence, adds nothing.
    private static List<ClaimDraft> WithoutParts(List<ClaimDraft> drafts)
    {
        ILookup<(string, string?, int), ClaimDraft> bySource = drafts.SelectMany(static d => d.Stands.Select(s => (Draft: d, s.Proposition))).ToLookup(static p => (p.Proposition.Report, p.Proposition.Statement?.Id, p.Proposition.Sentence), static p => p.Draft);
        return
        [
            .. drafts.Where(d => d.Stands.Length > 1 || !bySource[(d.Stands[0].Proposition.Report, d.Stands[0].Proposition.Statement?.Id, d.Stands[0].Proposition.Sentence)].Any(other =>
                other != d && other.Stands.Any(s => s.Proposition.Report == d.Stands[0].Proposition.Report && s.Proposition.Span.Contains(d.Stands[0].Proposition.Span)
                    && (s.Proposition.Span != d.Stands[0].Proposition.Span || s.Proposition.Token < d.Stands[0].Proposition.Token)))),
        ];
    }

    // A denial of something near: the same things and people, but another act, object, time or purpose. Rule 4.
    private static List<ClaimDraft> AddOtherDenials(List<ClaimDraft> drafts)
    {
        List<ClaimDraft> result = [];
        foreach (ClaimDraft draft in drafts)
        {
            List<Stand> others = [];
            Proposition ours = draft.Stands[0].Proposition;
            bool contested = draft.Stands.Any(static s => ClaimGrouping.IsContested(s.Proposition));
            foreach (Stand denial in drafts.Where(d => d != draft && contested).SelectMany(static d => d.Stands).Where(static s => s.Kind == PositionKind.Denies && s.Proposition.Statement is not null))
            {
                Proposition theirs = denial.Proposition;
                bool sameThing = PropositionMatcher.Slot(ours.Object, theirs.Object) == SlotMatch.Same && ours.Object?.Thing is not null;
                bool sameSide = ours.Participants.Any(p => theirs.Participants.Any(q => p != ours.Object && q != theirs.Object && PropositionMatcher.Slot(p, q) is SlotMatch.Same or SlotMatch.Related));
                if (sameThing && sameSide && !others.Exists(o => o.Proposition.Statement!.Id == theirs.Statement!.Id))
                {
                    others.Add(denial with { Kind = PositionKind.DeniesSomethingElse, Why = theirs.Class == ours.Class ? "denies it of others" : $"denies another act ({theirs.Class}, not {ours.Class})" });
                }
            }

            result.Add(draft with { Stands = [.. draft.Stands, .. others] });
        }

        return result;
    }

    private static IEnumerable<(int Left, int Right)> SameUtterance(ImmutableArray<Proposition> propositions, ImmutableArray<Quotation> quotations)
    {
        ILookup<string, int> mainOf = Enumerable.Range(0, propositions.Length).Where(i => propositions[i].IsMain && propositions[i].Statement is not null).ToLookup(i => propositions[i].Statement!.Id, StringComparer.Ordinal);
        foreach (Quotation quotation in quotations)
        {
            int[] first = [.. quotation.Versions.Select(v => mainOf[v.Statement]).Where(static m => m.Any()).Select(static m => m.First())];
            for (int i = 1; i < first.Length; i++)
            {
                yield return (first[0], first[i]);
            }
        }
    }

    // Words that stand for themselves: names rather than pronouns, a whole clause, not too long; where it can be, not a denial's.
    private static Proposition Clearest(ReportSet set, Stand[] own) => own
        .OrderByDescending(s => !ClaimGrouping.StartsWithPronoun(set[s.Proposition.Report], s.Proposition))
        .ThenByDescending(static s => s.Proposition.Actor is { IsOpen: false } actor && !PredicateLexicon.English.IsSubstituteSubject(actor.Head))
        .ThenByDescending(static s => !PredicateLexicon.English.IsSubstitute(s.Proposition.Lemma))
        .ThenByDescending(static s => s.Proposition.IsClause)
        .ThenByDescending(static s => s.Proposition.Span.Length <= LongestText)
        .ThenByDescending(static s => s.Proposition.IsMain)
        .ThenByDescending(s => set[s.Proposition.Report].Report.Genre != Genre.Opinion)
        .ThenByDescending(static s => s.Proposition.Participants.Count(static p => p.Entities.Length > 0))
        .ThenBy(static s => s.Proposition.Span.Length)
        .ThenBy(static s => s.Proposition.Key, StringComparer.Ordinal).First().Proposition;

    private static string Words(PositionKind kind) => kind switch
    {
        PositionKind.Affirms => "affirms",
        PositionKind.Denies => "denies",
        PositionKind.Doubts => "doubts",
        PositionKind.Qualifies => "says it with a limit",
        PositionKind.SaysNotKnown => "says it is not known",
        PositionKind.DeniesSomethingElse => "denies something else",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown position."),
    };
}
