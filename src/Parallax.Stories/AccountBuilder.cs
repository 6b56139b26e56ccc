using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Conflicts;
using Parallax.Stories.Dating;
using Parallax.Stories.Dependences;
using Parallax.Stories.Entities;
using Parallax.Stories.Figures;
using Parallax.Stories.Framings;
using Parallax.Stories.Grouping;
using Parallax.Stories.Happenings;
using Parallax.Stories.Origins;
using Parallax.Stories.Propositions;
using Parallax.Stories.Quotations;
using Parallax.Stories.Timelines;
using Parallax.Stories.Words;

namespace Parallax.Stories;

/// <summary>Makes the account of a set of reports that have been read: stories, entities, happenings, claims, origins, conflicts, quotations, dependences, timeline, framing.</summary>
/// <remarks>Stateless and thread-safe. The account is a function of the set of reports: their order changes nothing. Reports without a parse are grouped and compared as texts only.</remarks>
public sealed class AccountBuilder(AccountOptions options)
{
    private const int DatingRounds = 3;

    private readonly StoryOptions _storyOptions = new();

    /// <summary>Makes the account.</summary>
    /// <param name="reports">Reports with all layers of the language engine; may be empty. The same bytes given twice are one report with two file names.</param>
    /// <returns>The account with the reason for everything in it.</returns>
    public AccountResult Build(IReadOnlyList<AnnotatedReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ExplanationBook book = new();
        ReportSet set = ReportSet.Of(reports);
        Dictionary<string, Explanation> storyReasons = new(StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<string>> groups = StoryMaker.Group(set, _storyOptions, storyReasons);
        Dictionary<string, int> storyOf = groups.SelectMany(static (g, i) => g.Select(r => (r, i))).ToDictionary(static p => p.r, static p => p.i, StringComparer.Ordinal);
        LinkedEntities linked = EntityLinker.Link(set, book, options.Decisions, storyOf);
        Dictionary<string, Entity> entities = linked.Entities.DistinctBy(static e => e.Id, StringComparer.Ordinal).ToDictionary(static e => e.Id, StringComparer.Ordinal);
        ILookup<(string Entity, string Report), Mention> mentions = EntityRemapping.MentionsOf(entities.Values);
        set = set.Select(r => EntityRemapping.Apply(r, linked, entities, mentions));
        StorySpeakers speakers = new(set, storyOf);
        set = set.Select(speakers.Apply).Select(Doubts.Part);

        (set, ImmutableArray<Proposition> propositions) = Date(set, storyOf, book);
        ImmutableArray<PropositionPair> pairs = PropositionPairs.Find(propositions, storyOf);
        Dictionary<string, int> order = Order(set);

        WordMeanings meanings = new(options.WordVectors);
        EventMentions eventMentions = new(set, propositions, storyOf, meanings);
        ImmutableArray<PropositionPair> alike = options.WordVectors is null ? pairs : [.. pairs, .. LikeEvents.Find(set, propositions, pairs, storyOf, eventMentions)];
        EventParties parties = new(set, propositions, entities, storyOf);
        SameFate fates = new(set, propositions, entities, storyOf);
        ImmutableArray<PropositionPair> fate = fates.Find();
        alike = [.. alike, .. SameMatter.Find(propositions, parties, storyOf), .. fate];
        ImmutableArray<Dependence> dependences = DependenceMaker.Make(set, storyOf);
        ImmutableArray<Quotation> quotations = QuotationMaker.Make(set, entities, storyOf, order, meanings, book);
        OriginFinder origins = new(set, entities, dependences, options);
        ImmutableArray<ClaimDraft> drafts = ClaimMaker.Draft(set, propositions, pairs, storyOf, quotations, origins, order, meanings, eventMentions, (fates, fate));
        alike = [.. alike, .. ClaimedEvents.Find(propositions, drafts)];
        ImmutableArray<Happening> happenings = HappeningMaker.Make(set, propositions, HappeningMaker.Group(propositions, alike, storyOf, parties, fates), alike, order, book);
        ValueClaims values = new(set, drafts, propositions, origins, order);
        ImmutableArray<Conflict> conflicts = ConflictFinder.Find(set, drafts, propositions, quotations, entities, storyOf, order, values, book);
        drafts = [.. Unclear.Without(set, drafts, conflicts.Select(static c => c.Claim).ToHashSet(StringComparer.Ordinal)), .. values.Made];
        ImmutableArray<Story> stories = StoryMaker.Make(set, groups, order, storyReasons, happenings);
        Dictionary<string, string> storyIdOf = stories.SelectMany(static s => s.Reports.Select(r => (r, s.Id))).ToDictionary(static p => p.r, static p => p.Id, StringComparer.Ordinal);
        ILookup<string, Conflict> conflictsOn = conflicts.ToLookup(static c => c.Claim, StringComparer.Ordinal);
        ImmutableArray<Claim> claims = [.. drafts.Select(d => ClaimMaker.Finish(set, d, [.. conflictsOn[d.Id]], storyIdOf))];
        AnnotatedReport[] ordered = [.. set.Reports.OrderBy(r => order[r.Report.Id])];
        ILookup<string, SideEvidence> compared = conflicts.Where(static c => c.Kind == ConflictKind.Figure).SelectMany(static c => c.Sides).SelectMany(static s => s.Evidence).ToLookup(static e => e.Report, StringComparer.Ordinal);
        Account account = new()
        {
            Made = options.Made,
            Reports = [.. ordered.Select(AccountReports.Of)],
            Entities = linked.Entities,
            Times = [.. ordered.SelectMany(static r => r.Times)],
            Figures = [.. ordered.SelectMany(r => FigureChoice.Of(r, [.. compared[r.Report.Id].Select(static e => TextSpan.FromBounds(e.Start, e.End))]))],
            Statements = [.. ordered.SelectMany(static r => r.Statements)],
            Doubtful = [.. ordered.SelectMany(static r => r.Find(ReportLayers.Doubtful) ?? Layer<Statement>.Empty)],
            Events = [.. ordered.SelectMany(static r => r.Events)],
            Stories = stories,
            Happenings = DisputedTimes.Apply(happenings, conflicts, book),
            Claims = claims,
            Origins = DropOne.Test(origins.Origins, drafts),
            Conflicts = conflicts,
            Quotations = quotations,
            Dependences = dependences,
            Timeline = TimelineMaker.Make(set, happenings, propositions, drafts, order),
            Framing = FramingMaker.Make(set, claims, happenings, storyIdOf, order, options.WordVectors) with { AttributionLosses = AttributionLossFinder.Find(set, drafts, dependences, order) },
        };
        account = account with { Findings = [.. ordered.SelectMany(static r => r.Report.Findings), .. AccountFindings.Of(account), .. linked.Idle.Select(AccountFindings.Idle)] };
        return new AccountResult(account, Explain(account, book, linked)) { EntityMembers = linked.Members, Propositions = propositions, Drafts = drafts, Set = set, StoryOf = storyOf };
    }

    // Evidence inside a report first; then neighbours, three times, because a report dated by one may date another.
    private (ReportSet Set, ImmutableArray<Proposition> Propositions) Date(ReportSet set, IReadOnlyDictionary<string, int> storyOf, ExplanationBook book)
    {
        set = set.Select(DayBegun.Mend);
        PropositionCache cache = new();
        HashSet<string> undated = [.. set.Reports.Where(static r => r.Report.Published is null || YearOfDateline.IsOpen(r.Report.Published)).Select(static r => r.Report.Id)];
        if (undated.Count == 0)
        {
            return (set, cache.Read(set));
        }

        cache.Fill(set);
        set = set.Select(r => undated.Contains(r.Report.Id) && ReportDater.FromText(r, cache.Read(r)) is { } date ? TimeRewriting.WithDate(r, date, options.ReadTimesAgain) : r);
        // Only events date a report, and across stories only those with a figure: with these alone it costs what the undated ones cost.
        HashSet<int> storiesToDate = [.. undated.Select(r => storyOf[r])];
        bool changed = true;
        for (int round = 0; round < DatingRounds && changed; round++)
        {
            ImmutableArray<Proposition> propositions = [.. cache.Read(set).Where(p => p.Event is not null && (p.Figures.Length > 0 || storiesToDate.Contains(storyOf[p.Report])))];
            ImmutableArray<PropositionPair> pairs = PropositionPairs.Find(propositions, storyOf, undated.Contains);
            ILookup<string, (Proposition Own, Proposition Other)> same = pairs
                .Where(p => propositions[p.Left].Report != propositions[p.Right].Report && (storyOf[propositions[p.Left].Report] == storyOf[propositions[p.Right].Report] || ShareFigure(propositions[p.Left], propositions[p.Right])))
                .Where(p => p.Match is { TimesAgree: true, Score: >= 8 })
                .SelectMany(p => new[] { (Own: propositions[p.Left], Other: propositions[p.Right]), (Own: propositions[p.Right], Other: propositions[p.Left]) })
                .ToLookup(static p => p.Own.Report, StringComparer.Ordinal);
            ReportSet before = set;
            ILookup<int, AnnotatedReport> ofStory = before.Reports.Where(r => storiesToDate.Contains(storyOf[r.Report.Id])).ToLookup(r => storyOf[r.Report.Id]);
            changed = false;
            set = set.Select(r =>
            {
                if (!undated.Contains(r.Report.Id))
                {
                    return r;
                }

                PublishedDate? date = ReportDater.FromNeighbours(r, r.Report.Published, same[r.Report.Id], ofStory[storyOf[r.Report.Id]].Where(o => o.Report.Id != r.Report.Id), before);
                if (date is null || IsSame(date, r.Report.Published))
                {
                    return r;
                }

                changed = true;
                return TimeRewriting.WithDate(r, date, options.ReadTimesAgain);
            });
        }

        foreach (AnnotatedReport report in set.Reports)
        {
            book.Add(report.Report.Id, report.Report.Published?.Explanation);
        }

        set = WeekdayOfDate.Mend(set, storyOf);
        return (set, cache.Read(set));
    }

    private static bool IsSame(PublishedDate date, PublishedDate? known) =>
        known is not null && date.Value == known.Value && date.Earliest == known.Earliest && date.Latest == known.Latest && date.Basis == known.Basis && date.Explanation.Text == known.Explanation.Text;

    // In different stories people meet more than once: one happening needs a figure that both tell.
    private static bool ShareFigure(Proposition left, Proposition right) => left.Figures.Any(f => right.Figures.Any(g => PropositionMatcher.SameUnit(f, g)));

    private static Dictionary<string, int> Order(ReportSet set) => set.Reports
        .OrderBy(static r => (r.Report.Published is { } date ? ReportSet.Latest(date) ?? date.Value : null) is null)
        .ThenBy(static r => r.Report.Published is { } date ? ReportSet.Earliest(date) ?? date.Value : null, StringComparer.Ordinal)
        .ThenBy(static r => r.Report.Sha256, StringComparer.Ordinal)
        .Select(static (r, i) => (r.Report.Id, i)).ToDictionary(static p => p.Id, static p => p.i, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, Explanation> Explain(Account account, ExplanationBook book, LinkedEntities linked)
    {
        foreach (Claim claim in account.Claims)
        {
            book.Add(claim.Id, claim.Explanation);
        }

        foreach (Statement statement in account.Statements.Concat(account.Doubtful))
        {
            book.Add(statement.Id, statement.Explanation);
        }

        foreach (Event told in account.Events)
        {
            book.Add(told.Id, told.Explanation);
        }

        foreach (TimeExpression time in account.Times)
        {
            book.Add(time.Id, time.Explanation);
        }

        foreach (Story story in account.Stories)
        {
            book.Add(story.Id, story.Explanation);
        }

        foreach (Origin origin in account.Origins)
        {
            book.Add(origin.Id, Explanation.Of("origin", origin.Why));
        }

        // The id an entity has inside its report finds the joined one.
        ImmutableSortedDictionary<string, Explanation> all = book.ToImmutable();
        ImmutableSortedDictionary<string, Explanation>.Builder withMembers = all.ToBuilder();
        foreach ((string member, string whole) in linked.IdOf)
        {
            if (all.TryGetValue(whole, out Explanation? explanation))
            {
                withMembers[member] = explanation;
            }
        }

        return withMembers.ToImmutable();
    }
}
