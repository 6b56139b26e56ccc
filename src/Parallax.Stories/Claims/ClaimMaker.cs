using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Happenings;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Makes the claims: drafts first, whole ones when the conflicts are known.</summary>
internal static class ClaimMaker
{
    /// <summary>The claims with who takes which position; those that no report tells in words that stand by themselves are left out.</summary>
    public static ImmutableArray<ClaimDraft> Draft(
        ReportSet set, ImmutableArray<Proposition> propositions, ImmutableArray<PropositionPair> pairs, IReadOnlyDictionary<string, int> storyOf,
        ImmutableArray<Quotation> quotations, OriginFinder origins, IReadOnlyDictionary<string, int> order, WordMeanings meanings, EventMentions mentions, (SameFate Fates, ImmutableArray<PropositionPair> Pairs) fate)
    {
        QuotedSentences quoted = new(set);
        HashSet<string> contested = ClaimSelection.Contested(set);
        bool[] eligible = [.. propositions.Select(p => ClaimGrouping.CanBeClaim(p, set[p.Report].Report, p.Statement is { } told && contested.Contains(told.Id)) && !IsTakenForGranted(set, p) && !Untold.IsNoWord(set[p.Report], p) && !Untold.IsAnnouncement(p) && !(p.Statement is null && quoted.Holds(p.Report, p.Sentence)))];
        pairs = [.. pairs, .. Quantities.Find(set, propositions, eligible, storyOf)];
        LikeClaims like = new(set, propositions, eligible, meanings);
        OneFact facts = new(set, propositions, mentions, like.Likeness);
        pairs = [.. pairs, .. like.Find(pairs, storyOf, facts), .. fate.Fates.ForClaims(fate.Pairs)];
        PairObjections against = new(propositions, new PropositionOccasions(set, propositions), fate.Fates, facts);
        List<List<int>> groups = ClaimGrouping.Group(propositions, pairs, eligible, storyOf, [.. UtterancePropositions.Pairs(set, propositions, quotations), .. TwinClauses.Pairs(set, propositions, eligible, storyOf), .. like.NearTwins(storyOf)], null, against, like.TellOtherNumbers, facts);
        Cohesion cohesion = new(propositions, storyOf, facts);

        // What was in the wrong group may be of another, or of one that was parted with it.
        HashSet<int> parted = cohesion.Part(groups);
        groups = parted.Count == 0 ? groups : ClaimGrouping.Group(propositions, pairs, eligible, storyOf, [.. groups.SelectMany(static g => g.Skip(1).Select(m => (g[0], m)))], parted, against, like.TellOtherNumbers, facts);
        Dictionary<int, int> groupOf = [];
        for (int g = 0; g < groups.Count; g++)
        {
            groups[g].ForEach(member => groupOf[member] = g);
        }

        ILookup<int, PropositionMatch> matches = pairs.Where(p => groupOf[p.Left] == groupOf[p.Right]).ToLookup(p => groupOf[p.Left], static p => p.Match);
        Dictionary<string, string> utteranceOf = UtterancePropositions.UtteranceOf(set, quotations);
        List<ClaimDraft> drafts = [];
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (int g in ClaimSelection.Groups(set, propositions, eligible, groups, groupOf, contested))
        {
            Proposition[] members = [.. groups[g].Where(m => eligible[m]).Select(m => propositions[m])];
            Dictionary<string, int> telling = groups[g].ToDictionary(m => propositions[m].Key, m => cohesion.Mean(m, groups[g]), StringComparer.Ordinal);
            foreach (ClaimDraft draft in Split(set, members, origins, order, utteranceOf, [.. MatchReasons.Of(matches[g])]))
            {
                Add(draft, telling);
            }
        }

        ImmutableArray<ClaimDraft> made = [.. WiderClaims.ToTimes(set, new BlameDenials(set, propositions, storyOf, origins, order).Apply(new Absences(set, storyOf, origins, order).Apply(WiderClaims.Apply(set, ClaimAnswers.WithOtherDenials(SaidTwice.Without(set, ClaimSelection.WithoutTwins(set, ClaimSelection.WithoutParts(set, drafts)))), order))), order)];

        // What one report tells without weight of its own is shown where another tells it in much the same words.
        SentenceIndex index = new(set, storyOf);
        Dictionary<string, HashSet<(string, int)>> tentative = new(StringComparer.Ordinal);
        foreach ((int i, HashSet<(string, int)> places) in new ToldElsewhere(set, propositions, eligible, storyOf, index).Of(made))
        {
            ClaimDraft draft = Draft(set, [.. groups[groupOf[i]].Where(m => eligible[m]).Select(m => propositions[m])], origins, order, utteranceOf, [.. MatchReasons.Of(matches[groupOf[i]])]);
            if (!told.Contains(draft.Id) && ClaimWording.Of(set, [.. draft.Own]) is { } wording && tentative.TryAdd(draft.Id, places))
            {
                made = made.Add(ClaimValues.Apply(set, draft with { Wording = wording }));
            }
        }

        made = InOrder(made);
        made = new ResemblingSentences(set, propositions, storyOf, index, new AlikeClauses(set, propositions, facts, like, meanings)).Apply(new ResemblingClaims(set, storyOf, (one, two) => OneFact.NothingAgainst(one, two) && !facts.AreExchanged(one, two)).Apply(new NearClauses(propositions, storyOf, facts, like).Apply(made)));

        // Beside what they are accused of stand words of no clause, which nothing is compared with.
        return InOrder(new ChargeDenials(set, storyOf, origins, order).Apply([.. ToldElsewhere.Shown(made, tentative)]));

        ImmutableArray<ClaimDraft> InOrder(IEnumerable<ClaimDraft> told) => [.. told.OrderBy(d => order[d.Stands[0].Proposition.Report]).ThenBy(static d => d.Stands[0].Proposition.Token).ThenBy(static d => d.Id, StringComparer.Ordinal)];

        void Add(ClaimDraft draft, Dictionary<string, int> telling)
        {
            draft = ClaimAnswers.WithAnswers(set, draft, origins, order);
            if (ClaimWording.Of(set, [.. draft.Own], telling) is { } wording && told.Add(draft.Id))
            {
                drafts.Add(ClaimValues.Apply(set, draft with { Wording = wording, Stands = [.. WithoutOtherShares(AsWorded(draft, wording)).SelectMany(s => Mistaken.WithTeller(set, InPassing(set, OfWhoTells(set, s, origins), origins), origins))] }));
            }
        }
    }

    /// <summary>A claim of clauses that differ in one value; null where no report tells it in words that stand by themselves.</summary>
    public static ClaimDraft? OfValues(ReportSet set, Proposition[] clauses, OriginFinder origins, IReadOnlyDictionary<string, int> order)
    {
        ClaimDraft draft = Draft(set, clauses, origins, order, new Dictionary<string, string>(StringComparer.Ordinal), ["they tell one thing with different values"]);
        return ClaimWording.Of(set, [.. draft.Own]) is { } wording ? draft with { Wording = wording } : null;
    }

    // "rejected claims that the crew was warned before the boat sank": whoever denies the one does not deny the sinking.
    private static bool IsTakenForGranted(ReportSet set, Proposition told) =>
        told is { Statement: { Stance: Stance.Denies or Stance.Doubts } denial } && ((!told.IsMain && set[told.Report].Tokens.Relations[told.Top].StartsWith("advcl", StringComparison.Ordinal)) || SelfContained.IsOwnClaim(set[told.Report], told, denial));

    // The words "the guard carried no lamp" are affirmed by who says so and denied by who says that he carried one.
    private static IEnumerable<Stand> AsWorded(ClaimDraft draft, Wording wording) =>
        wording.Proposition.IsNegated && wording.Proposition.Statement is not { Stance: Stance.Denies or Stance.Doubts }
            ? draft.Stands.Select(static s => s with
            {
                Kind = s.Kind switch { PositionKind.Affirms => PositionKind.Denies, PositionKind.Denies => PositionKind.Affirms, var kind => kind },
                Why = s.Why.EndsWith(", negated", StringComparison.Ordinal) ? s.Why[..^", negated".Length] : s.Kind == PositionKind.Affirms ? s.Why + ", of its opposite" : s.Why,
            })
            : draft.Stands;

    // "40 % say that she is fit, 22 % that she is not": shares of those who were asked tell of a poll, and the one does not deny what the other says.
    private static IEnumerable<Stand> WithoutOtherShares(IEnumerable<Stand> stands)
    {
        Stand[] all = [.. stands];
        return all.Where(s => s.Kind != PositionKind.Denies || !Voices.IsShare(s.Proposition) || !Array.Exists(all, o => o.Kind == PositionKind.Affirms && o.Proposition.Report == s.Proposition.Report && Voices.IsShare(o.Proposition)));
    }

    // "The Post reported that Norland has agreed to supply boats": that it has agreed is the word of the Post.
    private static Stand OfWhoTells(ReportSet set, Stand stand, OriginFinder origins) =>
        stand.Proposition is { IsClause: false, Statement: { Stance: Stance.Promises, Parent: { } parent } } && set[stand.Proposition.Report].Statements.FirstOrDefault(s => s.Id == parent) is { } outer
            ? stand with { Proposition = stand.Proposition with { Statement = outer }, Evidential = origins.Of(outer) } : stand;

    // "the plant was agreed on during Quill's trip to Ostra, Brand said", "Brand says that Quill, who has left the race, will win": that she was there, and has left, the report takes for granted.
    private static Stand InPassing(ReportSet set, Stand stand, OriginFinder origins)
    {
        if (stand is not { Kind: PositionKind.Affirms, IsAnswer: false, Proposition: { IsMain: false, Statement: { Stance: Stance.Asserts, Manner: Manner.Indirect, Parent: null } } told } || (!told.IsNominal && !IsOfWho(set[told.Report].Tokens, told)))
        {
            return stand;
        }

        Proposition own = told with { Statement = null };
        return stand with { Proposition = own, Evidential = Voices.Evidential(set, origins, own) with { Words = stand.Evidential.Words }, Why = "the report names it in passing" };
    }

    private static bool IsOfWho(TokenLayer tokens, Proposition told) => tokens.Relations[told.Top] == "acl:relcl" && Enumerable.Range(tokens.Heads[told.Top] + 1, Math.Max(0, told.Top - tokens.Heads[told.Top] - 1)).Any(t => tokens.Heads[t] == told.Top && tokens.Form(t) is "who" or "whom");

    /// <summary>The whole claim.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="draft">The draft, with its words.</param>
    /// <param name="conflicts">Conflicts on it.</param>
    /// <param name="storyIdOf">Story by report.</param>
    public static Claim Finish(ReportSet set, ClaimDraft draft, IReadOnlyCollection<Conflict> conflicts, IReadOnlyDictionary<string, string> storyIdOf)
    {
        Stand[] own = [.. draft.Own];
        (OriginCounts counts, ImmutableArray<string> why) = OriginFinder.Count([.. own.Where(static s => s.Kind is PositionKind.Affirms || s is { Kind: PositionKind.Qualifies, Basis: not StandBasis.Value }).Select(static s => s.Evidential)]);
        ClaimStatus status = Status(set, own, conflicts, counts);
        Wording wording = draft.Wording!.With(conflicts.SelectMany(static c => c.Sides).SelectMany(static s => s.Evidence)); // Drafts without words are not kept.
        AnnotatedReport read = set[wording.Proposition.Report];
        Report report = read.Report;
        (ImmutableArray<TextSpan> open, TextSpan? before) = OpenWords.Of(read, wording);
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
            Text = wording.Text(read) + (Turns.After(read, wording) ? " …" : ""),
            TextEvidence = Evidence.At(report, wording.Span),
            LeftOut = wording.LeftOut,
            Open = open,
            Before = before is { } told ? Evidence.At(report, told) : null,
            Status = status,
            Positions = [.. draft.Stands.Select(s => new Position(s.Kind, s.Proposition.Statement?.Id, s.Proposition.Event?.Id, s.Proposition.Report, Voices.Of(set, s.Proposition), s.Evidential.Id, new Evidence(s.Proposition.Report, s.Proposition.Span.Start, s.Proposition.Span.End)))],
            Origins = counts,
            Near = [.. draft.Near.Select(static n => new NearTelling(new Evidence(n.Proposition.Report, n.Words.Start, n.Words.End), n.Claim, n.Sure / 1000.0))],
            Explanation = Explanation.Of("claim", text).From(because),
        };
    }

    private static ClaimStatus Status(ReportSet set, Stand[] own, IReadOnlyCollection<Conflict> conflicts, OriginCounts counts)
    {
        bool affirmed = own.Any(static s => s.Kind is PositionKind.Affirms or PositionKind.Qualifies && s.SaysSo), denied = own.Any(static s => s.Kind == PositionKind.Denies);
        bool opposed = affirmed && own.Any(static s => s is { Kind: PositionKind.Denies, Basis: not StandBasis.Value });
        return opposed || conflicts.Any(static c => c.Relation == ConflictRelation.Conflict && !IsOfName(c)) ? ClaimStatus.Disputed
            : denied && !affirmed ? ClaimStatus.Denied
            : conflicts.Any(static c => c.Relation == ConflictRelation.Update && c.Kind != ConflictKind.Action) ? ClaimStatus.Updated
            : own.All(s => s.Proposition is { Factuality: Factuality.Planned, Statement: null or { Stance: not (Stance.Accuses or Stance.Denies) } } && !Plans.IsOver(set[s.Proposition.Report], s.Proposition)) ? ClaimStatus.Foretold
            : counts.So.Low >= 2 ? ClaimStatus.Corroborated
            : ClaimStatus.OneOrigin;
    }

    // How a name is written disputes nothing that is told of who bears it.
    private static bool IsOfName(Conflict conflict) => conflict.Kind == ConflictKind.Actor && conflict.Sides.All(static s => s.Evidence.All(static e => e is { Statement: null, Event: null }));

    // An act and when (or how many) it was are two claims where a report keeps them apart: "admitted the sale, but claimed that this was before the war".
    private static IEnumerable<ClaimDraft> Split(ReportSet set, Proposition[] members, OriginFinder origins, IReadOnlyDictionary<string, int> order, IReadOnlyDictionary<string, string> utteranceOf, ImmutableArray<string> reasons)
    {
        Proposition[] limits = [.. members.Where(static m => m.PointsBack && m.Times.Length > 0 && m.Statement is not null)], acts = [.. members.Where(m => !limits.Contains(m))];
        if (limits.Length == 0 || acts.Length == 0)
        {
            yield return Draft(set, members, origins, order, utteranceOf, reasons);
            yield break;
        }

        ClaimDraft act = Draft(set, acts, origins, order, utteranceOf, reasons);
        yield return act;
        ClaimDraft when = Draft(set, limits, origins, order, utteranceOf, ["they say when it was, or how much"]);
        List<Stand> others = [];
        foreach (Stand told in act.Stands.Where(static s => s is { Kind: PositionKind.Affirms or PositionKind.Qualifies, Proposition.Times.Length: > 0 }))
        {
            bool clash = told.Proposition.Times.Any(t => limits.Any(l => l.Times.Any(u => !PropositionMatcher.TimeBoundsAgree(t, u))));
            bool opposes = told.Proposition.Statement is { } statement && set[told.Proposition.Report].Statements.Any(a =>
                a.About is { } about && limits.Any(l => l.Statement!.Id == about) && a.Sentence == statement.Sentence && a.Source.Entity == statement.Source.Entity && a.Stance is Stance.Denies or Stance.Doubts);
            if (clash || opposes)
            {
                others.Add(told with { Kind = PositionKind.Denies, Basis = StandBasis.Value, Why = told.Why + ", at another time" });
            }
        }

        yield return when with { Act = act.Id, Stands = [.. when.Stands.Concat(others).OrderBy(s => order[s.Proposition.Report]).ThenBy(static s => s.Proposition.Token)] };
    }

    private static ClaimDraft Draft(ReportSet set, Proposition[] members, OriginFinder origins, IReadOnlyDictionary<string, int> order, IReadOnlyDictionary<string, string> utteranceOf, ImmutableArray<string> reasons)
    {
        string id = Ids.Group('c', members.Select(static m => m.Key));
        members = OnePolarity(members, utteranceOf);
        if (members.All(static m => m.IsNegated))
        {
            // What nobody affirms un-negated is the claim as it is told: "the pact is not directed against anybody".
            members = [.. members.Select(static m => m with { IsNegated = false })];
        }

        // Where a report tells it in a clause, "the deal" and "the meeting" further on add no position, and may be of another.
        HashSet<string> toldInClause = [.. members.Where(static m => m is { Statement: null, IsClause: true }).Select(static m => m.Report)];

        // One statement, or one sentence of a report, takes a position once: by what it mainly says.
        IEnumerable<Proposition> once = members
            .Where(m => m.Statement is not null || m.IsClause || !toldInClause.Contains(m.Report))
            .Where(m => !m.IsNominal || m.IsMain || m.Statement is null || !members.Any(static o => o.IsClause) || NamesTwo(m))
            .GroupBy(static m => (m.Report, m.Statement?.Id, m.Statement is null ? m.Sentence : -1))
            .Select(static g => g.OrderByDescending(static m => m.IsMain).ThenByDescending(static m => m.IsClause).ThenBy(static m => m.Token).First());
        List<Stand> stands = [];
        bool someFully = members.Any(m => !Degrees.IsNotQuite(set, m));
        foreach (Proposition member in once.OrderBy(m => order[m.Report]).ThenBy(static m => m.Token))
        {
            (PositionKind kind, string why) = Positions.Of(member);
            (kind, why) = kind is PositionKind.Affirms or PositionKind.Qualifies && Degrees.UnlikelyWord(set, member) is { } word ? (PositionKind.Doubts, $"{why}, as “{word}”") : (kind, why);
            (kind, why) = kind == PositionKind.Affirms && someFully && Degrees.IsNotQuite(set, member) ? (PositionKind.Qualifies, why + ", not quite") : (kind, why);
            stands.Add(new Stand(member, kind, Voices.Evidential(set, origins, member) with { Words = SpokenWords.Of(set[member.Report], member) }, why));
        }

        return new ClaimDraft(id, [.. stands], reasons);
    }

    // "during Ada Quill's trip to Ostra", said in passing, takes a position only where it names who and where or whom itself; "in this trip" may be another.
    private static bool NamesTwo(Proposition told) => told.Participants.Count(static p => p.Token is not null && p.Entities.Length > 0) > 1;

    // Two wordings of one utterance say the same, whichever of them negates ("no warning came", "we have always said that none came"); of two opposites, not the one is the other.
    private static Proposition[] OnePolarity(Proposition[] members, IReadOnlyDictionary<string, string> utteranceOf)
    {
        if (Array.Find(members, static m => m.Pole is not null)?.Pole is { } pole)
        {
            return [.. members.Select(m => m with { IsNegated = m.Pole is { } own && own.IsFirst != pole.IsFirst })];
        }

        ILookup<string, Proposition> versions = members.Where(m => m.Statement is not null && utteranceOf.ContainsKey(m.Statement.Id)).ToLookup(m => utteranceOf[m.Statement!.Id], StringComparer.Ordinal);
        return [.. members.Select(m => m.Statement is { } statement && utteranceOf.TryGetValue(statement.Id, out string? utterance)
            ? m with { IsNegated = versions[utterance].OrderBy(static v => v.Stems.Length).ThenBy(static v => v.Key, StringComparer.Ordinal).First().IsNegated } : m)];
    }

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
