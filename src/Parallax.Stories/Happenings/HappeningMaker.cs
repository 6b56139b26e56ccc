using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Layers;
using Parallax.Core.Time;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>Joins events that are one event of the world.</summary>
internal static class HappeningMaker
{
    private static readonly Lazy<HashSet<string>> Agents = new(static () => StoriesData.Words("en/happenings/agents.txt"));

    /// <summary>The groups of propositions (indices) that tell one happening; every event is in exactly one group.</summary>
    /// <param name="propositions">All propositions, by key.</param>
    /// <param name="pairs">Those that match.</param>
    /// <param name="storyOf">Story number by report id.</param>
    /// <param name="parties">Who takes part.</param>
    /// <param name="fates">Whose fate is told.</param>
    public static List<List<int>> Group(ImmutableArray<Proposition> propositions, ImmutableArray<PropositionPair> pairs, IReadOnlyDictionary<string, int> storyOf, EventParties parties, SameFate fates)
    {
        DisjointSets sets = new(propositions.Length);
        Dictionary<int, List<int>> members = [];
        foreach (PropositionPair pair in pairs)
        {
            (Proposition left, Proposition right) = (propositions[pair.Left], propositions[pair.Right]);
            if (!MayBeOne(left, right, pair.Match, storyOf) || AreOtherContests(left, right, parties) || !parties.MayJoin(pair.Left, pair.Right))
            {
                continue;
            }

            (int a, int b) = (sets.Find(pair.Left), sets.Find(pair.Right));
            if (a == b || Members(a).Any(x => Members(b).Any(y => fates.AreOneAndSeveral(x, y) || (fates.AreFates(x, y) ? fates.Excludes(x, y) : Clash(propositions[x], propositions[y], parties, pair.ByWords) || parties.Clash(x, y)))))
            {
                continue;
            }

            List<int> joined = [.. Members(a), .. Members(b)];
            sets.Join(a, b);
            members[sets.Find(a)] = joined;
        }

        return sets.Sets();

        List<int> Members(int root) => members.TryGetValue(root, out List<int>? list) ? list : [root];
    }

    /// <summary>The happenings of the groups that hold an event worth telling.</summary>
    public static ImmutableArray<Happening> Make(ReportSet set, ImmutableArray<Proposition> propositions, List<List<int>> groups, ImmutableArray<PropositionPair> pairs, IReadOnlyDictionary<string, int> order, ExplanationBook book)
    {
        Dictionary<int, int> groupOf = [];
        for (int g = 0; g < groups.Count; g++)
        {
            groups[g].ForEach(member => groupOf[member] = g);
        }

        Dictionary<int, SortedSet<string>> foretold = [];
        HashSet<int> planned = [.. Enumerable.Range(0, groups.Count).Where(g => groups[g].TrueForAll(m => !IsTold(propositions[m])))];
        foreach (PropositionPair pair in pairs)
        {
            (int a, int b) = (groupOf[pair.Left], groupOf[pair.Right]);
            (int plan, int act) = planned.Contains(a) && !planned.Contains(b) ? (a, b) : planned.Contains(b) && !planned.Contains(a) ? (b, a) : (-1, -1);
            if (plan >= 0 && pair.Match is { TimesAgree: true, FiguresAgree: true } && groups[plan].Exists(m => propositions[m].Factuality == Factuality.Planned && CanForetell(set, propositions[m], [.. groups[act].Select(a => propositions[a])])))
            {
                SortedSet<string> plans = foretold.TryGetValue(act, out SortedSet<string>? known) ? known : foretold[act] = new SortedSet<string>(StringComparer.Ordinal);
                plans.UnionWith(groups[plan].Where(m => propositions[m].Factuality == Factuality.Planned).Select(m => propositions[m].Event?.Id).OfType<string>());
            }
        }

        ILookup<int, PropositionMatch> matchesOf = pairs.Where(p => groupOf[p.Left] == groupOf[p.Right]).ToLookup(p => groupOf[p.Left], static p => p.Match);
        List<(Happening Happening, int Token)> happenings = [];
        for (int g = 0; g < groups.Count; g++)
        {
            Proposition[] told = [.. groups[g].Select(m => propositions[m]).Where(p => p.Event is not null && IsTold(p))];
            if (told.Length > 0 && IsWorthTelling(set, told) && Tellings.Suffice(set, told))
            {
                string[] reasons = MatchReasons.Of(matchesOf[g]);
                Happening happening = Write(set, told, foretold.GetValueOrDefault(g) ?? [], order, reasons);
                happenings.Add((happening, told.Where(p => p.Report == happening.Reports[0]).Min(static p => p.Token)));
                book.Add(happening.Id, happening.Explanation);
            }
        }

        return [.. happenings.OrderBy(h => order[h.Happening.Reports[0]]).ThenBy(static h => h.Token).ThenBy(static h => h.Happening.Id, StringComparer.Ordinal).Select(static h => h.Happening)];
    }

    /// <summary>Whether the proposition tells that it happened: neither negated nor denied or doubted by whose word it is.</summary>
    public static bool IsTold(Proposition proposition) => !proposition.IsNegated && proposition.Statement?.Stance is not (Stance.Denies or Stance.Doubts) && proposition.Factuality is Factuality.Happened or Factuality.Unknown;

    private static bool MayBeOne(Proposition left, Proposition right, PropositionMatch match, IReadOnlyDictionary<string, int> storyOf)
    {
        if (left.Event is null || right.Event is null || !(match.TimesAgree || IsOneJourney(left, right)) || !match.FiguresAgree || IsTold(left) != IsTold(right) || left.Class.StartsWith("be:", StringComparison.Ordinal) || SameMatter.IsState(left) || SameMatter.IsState(right) || IsAgent(left) || IsAgent(right))
        {
            return false;
        }

        // Told in different stories, one happening needs a day or a figure that both tell: people meet more than once.
        bool sharedDay = left.Times.Any(t => t.Interval.IsDay && right.Times.Any(u => u.Interval.IsDay));
        bool sharedFigure = left.Figures.Any(f => right.Figures.Any(g => PropositionMatcher.SameUnit(f, g)));
        return storyOf[left.Report] == storyOf[right.Report] ? match.Score >= 6 || sharedDay : match.Score >= 4 && (sharedDay || sharedFigure);
    }

    // "won the primary in Tarn", "won the primary in Lanor", "defeated Orsk eight years ago": one person wins many; one is meant only where both tell one place.
    private static bool AreOtherContests(Proposition left, Proposition right, EventParties parties)
    {
        bool IsContest(Proposition told) => told.Event is { Plover: PloverType.NONE, Trigger.Lemma: "win primary" or "win caucus" or "win state" or "lose primary" or "lose caucus" or "lose state" };
        if (left.Event?.Place is null && right.Event?.Place is null && left.Report != right.Report && left.Times.Any(t => t.Interval.Earliest is not null && right.Times.Any(u => u.Value == t.Value)))
        {
            return false; // "won the state in 2008", told twice
        }

        if (left.Report != right.Report && left.Lemma == right.Lemma && left.Figures.Any(f => right.Figures.Any(g => f.Value == g.Value && PropositionMatcher.SameUnit(f, g))))
        {
            return false; // "has won only two primaries", told twice
        }

        return (IsContest(left) || IsContest(right)) && !(left.Event?.Place is { } place && right.Event?.Place is { } other && (place == other || (left.Report != right.Report && parties.MayBeOnePlace(place, other))));
    }

    /// <summary>Whether a noun tells who by what he did ("the convict"), and not that something happened.</summary>
    public static bool IsAgent(Proposition told) => told.IsNominal && Agents.Value.Contains(told.Lemma);

    private static bool Clash(Proposition left, Proposition right, EventParties parties, bool byWords)
    {
        if (EventParties.IsJourney(left) && EventParties.IsJourney(right))
        {
            return !EventParties.SameTraveller(left, right) || !parties.SameDestination(left, right) || !IsOneJourney(left, right);
        }

        return LegalSteps.Differ(left, right) || parties.AppointOthers(left, right) || !PropositionMatcher.TimesAgree(left, right) || !PropositionMatcher.FiguresAgree(left, right)
            || (left.Event?.Place is { } place && right.Event?.Place is { } other && left.Report != right.Report && !parties.MayBeOnePlace(place, other))
            || (!PredicateLexicon.English.IsMutual(left.Class) && (byWords ? OtherNouns.AreOtherNames(left.Actor, right.Actor) || OtherNouns.AreOtherNames(left.Recipient, right.Recipient)
                : PropositionMatcher.Slot(left.Actor, right.Actor) == SlotMatch.Different || PropositionMatcher.Slot(left.Recipient, right.Recipient) == SlotMatch.Different));
    }

    /// <summary>Whether the times of two journeys may be one: who arrives in the evening of one day is told as having come on the next.</summary>
    public static bool IsOneJourney(Proposition left, Proposition right) =>
        EventParties.IsJourney(left) && EventParties.IsJourney(right)
        && left.Times.All(t => right.Times.All(u => PropositionMatcher.TimeBoundsAgree(t, u)
            || (t.Interval is { IsDay: true, Earliest: { } day } && u.Interval is { IsDay: true, Earliest: { } other } && Math.Abs(NodaTime.Period.DaysBetween(day, other)) <= 1)));

    // What is told as past cannot have been foretold by what was said after it; of an act without a date only a report that came out later than the plan knows that it followed.
    private static bool CanForetell(ReportSet set, Proposition plan, Proposition[] told)
    {
        TimexInterval said = TimexInterval.Parse(plan.Statement?.Time ?? set[plan.Report].Report.Published?.Earliest ?? set[plan.Report].Report.Published?.Value);
        if (said.Earliest is not { } when)
        {
            return true;
        }

        return told.Any(static p => p.Times.Length > 0)
            ? !told.SelectMany(static p => p.Times).Any(t => t.Interval.Latest is { } end && end < when)
            : told.Any(p => p.Report == plan.Report || (TimexInterval.Parse(set[p.Report].Report.Published?.Latest ?? set[p.Report].Report.Published?.Value).Latest is { } published && published >= when));
    }

    // A happening names somebody, and whom, what, when or where, and is not only named in passing; or more reports than one tell it.
    private static bool IsWorthTelling(ReportSet set, Proposition[] told) =>
        !Array.TrueForAll(told, SameMatter.IsState) && !Array.TrueForAll(told, p => IsNamedOnly(set, p)) && (told.Select(static p => p.Report).Distinct(StringComparer.Ordinal).Count() > 1
        || (!Array.TrueForAll(told, p => PassingMentions.Holds(set, p)) && told.Any(static p => p.Participants.Any(static x => x.Entities.Length > 0) && (p.Times.Length > 0 || p.Event!.Place is not null || p.Figures.Length > 0 || p.Participants.Count(static x => x.Entities.Length > 0) > 1))));

    // "the marchers" tells who; "the patrol run by the guard" which; "to be repaired" and "how they sank" what is wanted or asked; "anyone is asked to call" what others should do.
    private static bool IsNamedOnly(ReportSet set, Proposition told)
    {
        TokenLayer tokens = set[told.Report].Tokens;
        return IsAgent(told)
            || (!told.IsFinite && told.Times.IsEmpty && tokens.Relations[told.Top] is "acl" && tokens.Tags[told.Top] == UniversalTag.Verb)
            || told.IsUnreal || (told is { IsPurpose: true, IsMain: false } && !(told.Factuality == Factuality.Happened && told.Times.Any(static t => t is { Relation: null, Interval.Weekday: not null } or { Relation: null, Interval.IsDay: true }))) // "prompted her to call on Friday" tells a call
            || (told.Event!.Plover == PloverType.REQUEST && !told.Event.Actors.Concat(told.Event.Recipients).Any(id => set[told.Report].Entities.Find(id) is { } entity && ParticipantReader.IsNamed(entity)))
            || (told.Event.Plover == PloverType.REQUEST && told.Actor is null)
            || told is { Object.Head: "way", Recipient: null }; // "forced her way in"
    }

    private static Happening Write(ReportSet set, Proposition[] told, IEnumerable<string> foretoldBy, IReadOnlyDictionary<string, int> order, string[] reasons)
    {
        told = [.. told.OrderBy(p => order[p.Report]).ThenBy(static p => p.Token)];
        string[] events = [.. told.Select(static p => p.Event!.Id).Distinct(StringComparer.Ordinal)];
        Dictionary<string, Telling> tellings = told.ToDictionary(static p => p.Key, p => Tellings.Of(set, p), StringComparer.Ordinal);
        Proposition clearest = told.OrderByDescending(p => tellings[p.Key]).ThenBy(static p => p.IsUnreal).ThenBy(p => HappeningTitle.Openness(set[p.Report], p)).ThenByDescending(static p => p.IsMain).ThenByDescending(static p => p.Statement is null)
            .ThenByDescending(static p => p.Participants.Count(static x => x.Entities.Length > 0)).ThenBy(p => order[p.Report]).ThenBy(static p => p.Token).First();
        string[] reports = [.. told.Select(static p => p.Report).Distinct(StringComparer.Ordinal)];
        (ImmutableArray<string> actors, ImmutableArray<string> recipients) = HappeningParties.Of(set, told, tellings);
        string text = reports.Length == 1 ? "told by one report" : string.Create(CultureInfo.InvariantCulture, $"told by {reports.Length} reports: {string.Join("; ", reasons)}; no time, place or figure speaks against it");
        return new Happening
        {
            Id = Ids.Group('h', events),
            Title = HappeningTitle.Of(set[clearest.Report], clearest),
            Plover = told.GroupBy(static p => p.Event!.Plover).OrderBy(static g => g.Key == PloverType.NONE).ThenByDescending(static g => g.Count()).ThenBy(static g => g.Key).First().Key,
            Actors = actors,
            Recipients = recipients,
            Time = MostExact(told.SelectMany(p => p.Times.Where(t => (!p.IsNominal || t.Interval is not { Earliest: not null, Latest: null }) && !IsOfThing(set[p.Report], p, t) && !IsOfTalk(set[p.Report].Tokens, p, t)))) ?? DayOfStay(told), // "the first strike since May" was not in May.
            Place = told.Select(static p => (p.Report, p.Event!.Place)).Where(static p => p.Place is not null).OrderByDescending(p => set[p.Report].Entities.Find(p.Place!)?.Kind is ActorKind.Place or ActorKind.Facility).Select(static p => p.Place).FirstOrDefault(), // the town before its country
            Events = [.. events],
            Reports = [.. reports],
            ForetoldBy = [.. foretoldBy],
            Explanation = Explanation.Of("happening", text).On([.. told.Select(static p => new Evidence(p.Report, p.Span.Start, p.Span.End)).Distinct().Order()]),
        };
    }

    // "The guild has dropped the claim made in 2010": of the claim, as nobody says "has" of a year that is over.
    private static bool IsOfThing(AnnotatedReport report, Proposition told, TimeBound time) =>
        time.Interval is { Precision: Core.Time.TimePrecision.Month or Core.Time.TimePrecision.Season or Core.Time.TimePrecision.Year, Earliest: { } first, Latest: { } last } && told is { IsClause: true, IsFinite: true } && PresentTense.IsPerfect(report.Tokens, told.Top)
        && !(TimexInterval.Parse(report.Report.Published?.Value).Earliest is { } published && first <= published && published <= last);

    // "spoke on Friday of the death of Quill": of the talk, not of the death; "a strike hit the yard on Friday" was then.
    private static bool IsOfTalk(TokenLayer tokens, Proposition told, TimeBound time) =>
        told is { IsNominal: true, Event.Plover: not (PloverType.CONSULT or PloverType.PROTEST) } && told.Top == told.Token && !tokens.Relations[told.Token].StartsWith("nsubj", StringComparison.Ordinal) && !told.Span.Contains(time.Span);

    // The day of a meeting that no telling of it dates, by the visit on which it was; null where they have several.
    private static string? DayOfStay(Proposition[] told)
    {
        string[] days = [.. told.Select(static p => p.Event!.Time).OfType<string>().Distinct(StringComparer.Ordinal)];
        return days is [var day] && Array.TrueForAll(told, static p => p.Times.All(static t => t.Relation is not null)) ? day : null;
    }

    /// <summary>The most exact of the plain times; they are known not to speak against each other.</summary>
    public static string? MostExact(IEnumerable<TimeBound> times) =>
        times.Where(static t => t.Value is not null && t.Relation is null)
            .OrderByDescending(static t => t.Interval.IsBounded)
            .ThenBy(static t => t.Interval.Precision == Core.Time.TimePrecision.Unknown ? int.MaxValue : (int)t.Interval.Precision)
            .ThenBy(static t => t.Value, StringComparer.Ordinal).Select(static t => t.Value).FirstOrDefault();
}
