using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Happenings;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Conflicts;

/// <summary>Compares how many died as reports of one event tell it, also where their words differ too much for one claim ("killed 18 civilians", "the toll rose to 21").</summary>
internal static class TollConflicts
{
    private static readonly ConflictKind Kind = ConflictKind.Figure;

    /// <summary>Differing tolls of the reports of one story that tell one event of killing; those already shown on a claim are left out.</summary>
    public static ImmutableArray<Conflict> Find(ReportSet set, ImmutableArray<ClaimDraft> drafts, ImmutableArray<Conflict> known, IReadOnlyDictionary<string, int> storyOf, WordMeanings meanings, ExplanationBook book)
    {
        ILookup<string, (ClaimDraft Draft, Stand Stand)> standsOf = drafts.SelectMany(static d => d.Own.Select(s => (d, s))).ToLookup(static p => p.s.Proposition.Report, static p => (p.d, p.s), StringComparer.Ordinal);
        List<Told> tolls = [];
        foreach (AnnotatedReport report in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is not null))
        {
            if (TollReader.Find(report) is { } toll && Place(report, standsOf[report.Report.Id], toll.Figure) is var (draft, stand))
            {
                string story = storyOf[report.Report.Id].ToString(CultureInfo.InvariantCulture);
                tolls.Add(new Told(toll.Figure, draft, stand, story, new EventMentionReader(report, story, meanings).Read([toll.Figure.Span])));
            }
        }

        List<Conflict> conflicts = [];
        foreach (IGrouping<string, Told> story in tolls.GroupBy(static t => t.Story, StringComparer.Ordinal))
        {
            Told[] told = [.. story];
            DisjointSets sets = new(told.Length);
            for (int i = 0; i < told.Length; i++)
            {
                for (int j = i + 1; j < told.Length; j++)
                {
                    if (IsOneEvent(told[i], told[j]))
                    {
                        sets.Join(i, j);
                    }
                }
            }

            conflicts.AddRange(sets.Sets().Select(members => Write(set, [.. members.Select(m => told[m])], known)).OfType<Conflict>());
        }

        conflicts.ForEach(c => book.Add(c.Id, c.Explanation));
        return [.. conflicts];
    }

    // The claim whose proposition tells the figure: the shortest words that hold it.
    private static (ClaimDraft Draft, Stand Stand)? Place(AnnotatedReport report, IEnumerable<(ClaimDraft Draft, Stand Stand)> stands, Figure figure)
    {
        (ClaimDraft Draft, Stand Stand)[] holding = [.. stands.Where(s => s.Stand.Kind is PositionKind.Affirms or PositionKind.Qualifies && s.Stand.Proposition.Span.Contains(figure.Span))
            .OrderBy(static s => s.Stand.Proposition.Span.Length).ThenBy(static s => s.Draft.Id, StringComparer.Ordinal)];
        return holding.Length == 0 ? null : holding[0];
    }

    // One story, times that may be one, and something of what stands around in both.
    private static bool IsOneEvent(Told left, Told right) =>
        PropositionMatcher.TimesAgree(left.Stand.Proposition, right.Stand.Proposition) && left.Mention.Around.Shared(right.Mention.Around).Count >= 2;

    private static Conflict? Write(ReportSet set, Told[] told, ImmutableArray<Conflict> known)
    {
        if (told.Select(static t => t.Figure.Value).Distinct().Count() < 2 || told.Select(static t => t.Figure.Report).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return null;
        }

        // Shown already, where one conflict has every value with its report.
        if (known.Any(k => k.Kind == Kind && told.All(t => k.Sides.Any(s => s.Evidence.Any(e => e.Report == t.Figure.Report && e.Start <= t.Figure.Start && t.Figure.End <= e.End)))))
        {
            return null;
        }

        ConflictSide[] sides =
        [
            .. told.GroupBy(t => set[t.Figure.Report].Report.Text.Slice(t.Figure.Span), StringComparer.Ordinal).OrderBy(static g => g.First().Figure.Value).ThenBy(static g => g.Key, StringComparer.Ordinal)
                .Select(static g => new ConflictSide(g.Key, [.. g.Select(static t => new SideEvidence(t.Figure.Report, t.Figure.Start, t.Figure.End, t.Stand.Proposition.Statement?.Id, t.Stand.Proposition.Event?.Id)).Distinct()])),
        ];
        bool differ = told.Any(a => told.Any(b => !PropositionMatcher.IntervalsMeet(a.Figure, b.Figure)));
        bool later = told.Any(a => told.Any(b => a.Figure.Value != b.Figure.Value && set.IsBefore(a.Figure.Report, b.Figure.Report)));
        ConflictRelation relation = !differ ? ConflictRelation.Compatible : later ? ConflictRelation.Update : ConflictRelation.Conflict;
        string why = relation switch
        {
            ConflictRelation.Compatible => "the bounds share a value",
            ConflictRelation.Update => "the bounds share no value, and one report is later",
            ConflictRelation.Conflict => "the bounds share no value, and no later time explains it",
            _ => throw new InvalidOperationException("Unknown relation."),
        };
        Evidence[] evidence = [.. sides.SelectMany(static s => s.Evidence.Select(static e => new Evidence(e.Report, e.Start, e.End)))];
        string text = $"how many died, {string.Join(" against ", sides.Select(static s => s.Value))}: {why}";
        return new Conflict(Ids.Group('k', ["toll" + told[0].Draft.Id + string.Concat(sides.Select(static s => s.Value))]), Kind, relation, told[0].Draft.Id, [.. sides], Explanation.Of("conflict", text).On(evidence));
    }

    private sealed record Told(Figure Figure, ClaimDraft Draft, Stand Stand, string Story, EventMention Mention);
}
