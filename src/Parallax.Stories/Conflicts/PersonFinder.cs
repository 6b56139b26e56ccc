using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds what reports tell differently of one person or thing that has it once: how old somebody is, when somebody died, how far a fall or a chase went, how many live in a place and how far it lies, which colour a car has.</summary>
/// <param name="set">The reports.</param>
/// <param name="storyOf">Story number by report.</param>
/// <param name="claims">The claims on which a conflict may stand.</param>
internal sealed partial class PersonFinder(ReportSet set, IReadOnlyDictionary<string, int> storyOf, ValueClaims claims)
{
    // By entity the name that the first report has for it.
    private readonly Lazy<Dictionary<string, string>> _names = new(() => set.Reports.SelectMany(static r => r.Entities.Entities).DistinctBy(static e => e.Id, StringComparer.Ordinal).ToDictionary(static e => e.Id, static e => e.Name, StringComparer.Ordinal));

    private const int DaysOfAWeek = 7;

    // What happens to somebody once.
    private static readonly HashSet<string> Once = ["die", "kill", "born", "bear"];

    // What may befall somebody again, but hardly within so many days.
    private static readonly HashSet<string> OnceInDays = ["arrest", "shoot", "stab", "marry", "rescue", "release"];
    private const int DaysApart = 3;

    /// <summary>The conflicts that are not among those known, by person and kind.</summary>
    public IEnumerable<Conflict> Find(ImmutableArray<Proposition> propositions, ImmutableArray<Conflict> known) => Ages().Concat(Children()).Concat(Places()).Concat(Blocks()).Concat(Times(propositions)).Concat(Falls()).Concat(Extents(propositions)).Concat(Homes()).Concat(Opposites())
        .Concat(Paints()).Concat(Calibres()).Concat(PlaceSides()).Concat(Nations()).Concat(Alternatives()).Concat(Terms(propositions)).Concat(Hours(propositions))
        .Where(c => !known.Any(k => k.Kind == c.Kind && c.Sides.All(s => k.Sides.Any(o => o.Evidence.Any(e => s.Evidence.Any(own => own.Report == e.Report && e.Start < own.End && own.Start < e.End))))));

    private IEnumerable<Conflict> Times(ImmutableArray<Proposition> propositions)
    {
        List<(Told Told, TimeBound Time)> times = [];
        foreach (Proposition proposition in propositions.Where(static p => (Once.Contains(p.Class) || OnceInDays.Contains(p.Class)) && p is { IsNegated: false, IsUnreal: false, Factuality: Factuality.Happened }))
        {
            Participant? who = proposition.Class is "die" or "born" or "bear" or "marry" ? proposition.Actor : proposition.Object ?? proposition.Recipient;
            TimeBound[] days = [.. proposition.Times.Where(t => t.Relation is null && (t.Interval.IsDay || t.Interval.Weekday is not null) && TimeFinder.IsTold(set[proposition.Report], t))];
            if (Surname(proposition.Report, who) is { } person && days is [var day])
            {
                times.Add((new Told($"{person}|{(proposition.Class is "kill" ? "die" : proposition.Class is "bear" ? "born" : proposition.Class)}", proposition.Report, proposition.Span, day.Interval.IsDay ? day.Value![..10] : Slice(proposition.Report, day.Span), proposition), day));
            }
        }

        Dictionary<Told, TimeBound> dayOf = times.DistinctBy(static t => t.Told).ToDictionary(static t => t.Told, static t => t.Time);
        return Compare([.. dayOf.Keys], ConflictKind.Time, (a, b) => AreOtherDays(dayOf[a].Interval, dayOf[b].Interval) && !AreOfTwoZones(a, b, dayOf[a].Interval, dayOf[b].Interval) && (a.Proposition is { Class: var act } && !OnceInDays.Contains(act) || AreNear(dayOf[a].Interval, dayOf[b].Interval)), name => $"they differ in when it happened to {name}");
    }

    // By the last name: who is called "Pavel Orsk" here and "Orsk" there need not have been joined to be one.
    private string? Surname(string report, Participant? who)
    {
        if (who is { Token: { } head } && _people.At(set[report], head) is { } known && set[report].Entities.Find(known) is null && NameOfStory(known) is { } aged)
        {
            return aged.Split(',')[0].Split(' ')[^1]; // "a 36-year-old man", who has a name in another report
        }

        if (who is null || (who.Entities.Length > 0 && who is not { Kind: ActorKind.Person, Entities.Length: 1 }))
        {
            return null;
        }

        string name = who.Entities.Length == 1 ? set[report].Entities.Find(who.Entities[0])?.Name ?? "" : who.Token is { } token && char.IsUpper(set[report].Tokens.Form(token)[0]) && set[report].Tokens.Tags[token] is not (UniversalTag.Pron or UniversalTag.Det) ? Slice(report, who.Span) : "";
        string last = name.Split(',')[0].Split(' ')[^1];
        return last.Length > 1 && char.IsUpper(last[0]) ? last : null;
    }

    private string? NameOfStory(string id) => _names.Value.GetValueOrDefault(id);

    // The evening and the night are one day; "Thursday" of an undated report is told by its name.
    private static bool AreOtherDays(TimexInterval left, TimexInterval right) => left.IsDay && right.IsDay ? !left.Compatible(right) : WeekdayOf(left) != WeekdayOf(right);

    // "at 11.20 p.m. (0320 GMT Friday)", "on Thursday": next to midnight two clocks tell two days of one moment.
    private bool AreOfTwoZones(Told left, Told right, TimexInterval one, TimexInterval two) =>
        Math.Abs(WeekdayOf(one) - WeekdayOf(two)) is 1 or DaysOfAWeek - 1 && (IsOfZone(left) || IsOfZone(right));

    // Two arrests in one week are seldom told of one man; of bare weekdays the nearer way round is reckoned.
    private static bool AreNear(TimexInterval left, TimexInterval right) => left is { IsDay: true, Earliest: { } one } && right is { IsDay: true, Earliest: { } two }
        ? Math.Abs(NodaTime.Period.DaysBetween(one, two)) <= DaysApart
        : Math.Abs(WeekdayOf(left) - WeekdayOf(right)) is var days && Math.Min(days, DaysOfAWeek - days) <= DaysApart;

    private bool IsOfZone(Told told) => Slice(told.Report, told.Span) is var words && (words.Contains(" GMT", StringComparison.Ordinal) || words.Contains(" UTC", StringComparison.Ordinal));

    private static int WeekdayOf(TimexInterval day) => day is { IsDay: true, Earliest: not null } ? (int)day.Earliest.Value.DayOfWeek : (int)(day.Weekday ?? default);

    private IEnumerable<Conflict> Extents(ImmutableArray<Proposition> propositions)
    {
        Dictionary<Told, (Proposition Proposition, Figure Figure)> extents = [];
        foreach (Proposition proposition in propositions.Where(static p => p is { IsNegated: false, IsUnreal: false, Factuality: Factuality.Happened, Actor: { Kind: ActorKind.Person, Entities.Length: 1 } }))
        {
            foreach (Figure figure in proposition.Figures.Where(f => ConflictFinder.Measures.Contains(f.Unit) && f.Modifier is not "up to" && !Plays.IsOf(set[f.Report], f) && FallOf(set[f.Report], f) < 0))
            {
                extents.TryAdd(new Told($"{proposition.Actor!.Entities[0]}|{proposition.Class}|{figure.Unit}", proposition.Report, figure.Span, Slice(proposition.Report, figure.Span), proposition), (proposition, figure)); // The loop takes those with an actor.
            }
        }

        return Compare([.. extents.Keys], ConflictKind.Figure, Differ, name => $"they differ in how far or how much it was, of {name}");

        bool Differ(Told left, Told right)
        {
            ((Proposition one, Figure a), (Proposition two, Figure b)) = (extents[left], extents[right]);
            return !PropositionMatcher.IntervalsMeet(a, b) && PropositionMatcher.TimesAgree(one, two) && !ConflictFinder.DifferInTwo(one, two)
                && !extents.Any(o => o.Key.Key == left.Key && ((o.Key.Report == left.Report && PropositionMatcher.IntervalsMeet(o.Value.Figure, b)) || (o.Key.Report == right.Report && PropositionMatcher.IntervalsMeet(o.Value.Figure, a))));
        }
    }

    // One conflict for a key in a story: all values that differ from another, each with who tells it.
    private IEnumerable<Conflict> Compare(List<Told> told, ConflictKind kind, Func<Told, Told, bool> differ, Func<string, string> question, Func<Told, string>? words = null)
    {
        foreach (var group in told.GroupBy(t => (Story: storyOf[t.Report], t.Key)).OrderBy(static g => g.Key.Story).ThenBy(static g => g.Key.Key, StringComparer.Ordinal))
        {
            Told[] all = [.. group], apart = [.. all.Where(a => Array.Exists(all, b => a.Report != b.Report && differ(a, b)))];
            if (apart.Length > 1 && claims.Of([.. apart.Select(static t => (t.Report, t.Span))]) is { } draft)
            {
                ConflictSide[] sides = [.. apart.GroupBy(static t => t.Value, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal).Select(g => new ConflictSide(words?.Invoke(g.First()) ?? g.Key, [.. g.Select(Evidence).Distinct()]))];
                string id = group.Key.Key.Split('|')[0], name = set[apart[0].Report].Entities.Find(id)?.Name ?? NameOfStory(id) ?? id;
                if (sides.Length > 1)
                {
                    yield return ConflictFinder.Write(draft, kind, ConflictRelation.Conflict, sides, $"{question(name)}: {string.Join("; ", sides.Select(static s => s.Value))}");
                }
            }
        }
    }

    private SideEvidence Evidence(Told told) => new(told.Report, told.Span.Start, told.Span.End, told.Proposition?.Statement?.Id ?? set[told.Report].Statements.FirstOrDefault(s => s.Content.Spans.Any(c => c.Contains(told.Span)))?.Id, told.Proposition?.Event?.Id);

    private string Slice(string report, TextSpan span) => set[report].Report.Text.Slice(span);

    private sealed record Told(string Key, string Report, TextSpan Span, string Value, Proposition? Proposition);
}
