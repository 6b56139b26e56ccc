using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Shown = Parallax.Core.Time.TimePrecision;

namespace Parallax.Stories.Conflicts;

/// <summary>Finds where those who tell one claim differ in when it was, or in what came first.</summary>
internal static class TimeFinder
{
    private const int DaysOfOneJourney = 1, DaysOfWeek = 7;

    // Open bounds that lie further apart count two things.
    private const double OtherSize = 2;

    // "Today" is another day where the clock of the desk is another, and where the page was dated on the next morning.
    private const int DaysOfToday = 1;

    private static readonly HashSet<string> Arrivals = ["arrive", "land", "touch"], SettingOut = ["travel", "leave", "depart", "fly", "set"];

    /// <summary>The conflict on a claim, or null.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="draft">The claim.</param>
    /// <param name="own">Who takes which position on it.</param>
    /// <param name="act">The claim that there was such an act, where this one tells only when; or null.</param>
    public static Conflict? Find(ReportSet set, ClaimDraft draft, Stand[] own, ClaimDraft? act)
    {
        List<(Stand Stand, TimeBound Time)> told = [.. own.Where(static s => s.Kind is PositionKind.Affirms or PositionKind.Qualifies || s.Basis == StandBasis.Value).SelectMany(s => s.Proposition.Times.Where(t => Tells(t) && IsTold(set[s.Proposition.Report], t) && !IsHabit(set[s.Proposition.Report], t)).Select(t => (s, t)))];
        told = [.. told.Where(t => !IsDatedBeside(set, t))];

        // Who tells both of two times tells of two occasions, and then so do the others.
        ILookup<string, (string, string)> tellers = told.ToLookup(static t => KeyOf(t.Time), t => (t.Stand.Proposition.Report, Voices.Of(set, t.Stand.Proposition)), StringComparer.Ordinal);
        bool Clash((Stand Stand, TimeBound Time) a, (Stand Stand, TimeBound Time) b) => a.Stand != b.Stand && Differ(set, a, b) && !tellers[KeyOf(a.Time)].Intersect(tellers[KeyOf(b.Time)]).Any();
        bool clash = told.Exists(a => told.Exists(b => Clash(a, b)));

        // "refuted the claim and emphasised that it was in the summer": the statement itself sets its time against another's.
        bool opposed = own.Any(static s => s is { Kind: PositionKind.Denies, Basis: StandBasis.Value } && s.Proposition.Times.Any(Tells));
        if (!clash && !opposed)
        {
            return null;
        }

        if (!opposed)
        {
            // "after the storm" beside two days: it agrees with both and takes no side.
            told = [.. told.Where(a => told.Exists(b => Clash(a, b)))];
        }

        ConflictSide[] sides = [.. Sides(set, told)];
        if (sides.Length < 2)
        {
            return null;
        }

        // "before the strike", "after the strike": what came first is what they differ on.
        bool order = told.TrueForAll(t => t.Time.Relation is not null && t.Time.Anchor == told[0].Time.Anchor);

        // Who denies the act gives it no time at all.
        Stand[] never = [.. (act?.Stands ?? []).Where(static s => s.Kind == PositionKind.Denies && s.Basis != StandBasis.Value)];

        // "dismissed the claims that hundreds were sent for the war": of this act no time is admitted, yet what is denied says more than it.
        Stand[] more = [.. (act?.Stands ?? []).Where(static s => s is { Kind: PositionKind.DeniesSomethingElse, Basis: StandBasis.Wider })];
        string[] timed = [.. told.Select(t => Voices.Of(set, t.Stand.Proposition))];
        Stand[] contest = act is null ? [] : [.. own.Where(s => s is { Kind: PositionKind.Denies, Basis: StandBasis.Answer } && !timed.Contains(Voices.Of(set, s.Proposition)))];
        sides = [.. sides, .. contest.Length == 0 ? [] : (ConflictSide[])[ConflictFinder.Side("not so, and no other time is given", contest)], .. never.Length == 0 ? [] : (ConflictSide[])[ConflictFinder.Side("not at all", never)], .. more.Length == 0 ? [] : (ConflictSide[])[ConflictFinder.Side(NotAtAll(set, more), more)]];
        bool near = !opposed && told.TrueForAll(static t => t.Stand.Proposition.Class is "visit" or "leave" && t.Time.Interval.IsDay) && Spread(told) <= DaysOfOneJourney && !SetsOutLater(told);
        return ConflictFinder.Write(draft, order ? ConflictKind.Sequence : ConflictKind.Time, near ? ConflictRelation.Compatible : ConflictRelation.Conflict, sides, $"they differ in {(order ? "what came first" : "when")}: {string.Join("; ", sides.Select(static s => s.Value))}");
    }

    // One side for each time that is told; of two times that do not exclude each other each is the word of who tells it.
    private static IEnumerable<ConflictSide> Sides(ReportSet set, List<(Stand Stand, TimeBound Time)> told) => told
        .GroupBy(t => t.Time is { Relation: null, Interval.IsDay: false } ? Value(set, t.Stand, t.Time) : KeyOf(t.Time), StringComparer.Ordinal)
        .OrderBy(static g => g.Key, StringComparer.Ordinal)
        .Select(g => ConflictFinder.Side(Value(set, g.First().Stand, g.First().Time), g.Select(static t => (t.Stand, t.Time.Span))));

    // What one time is told by: what it is before or after, the day, else the value.
    private static string KeyOf(TimeBound time) => time.Relation is { } relation ? relation + " " + time.Anchor : time.Interval.IsDay ? time.Value![..10] : time.Value ?? "";

    // What those dismiss who speak of more than this act: without its words nobody knows what their "not at all" is said of.
    private static string NotAtAll(ReportSet set, Stand[] more)
    {
        string? denied = more.Select(s => set[s.Proposition.Report].Statements.FirstOrDefault(o => o.Id == s.Proposition.Statement?.About)).OfType<Statement>()
            .Where(static o => o.Content.Spans.Length > 0).Select(o => set[o.Report].Report.Text.Slice(TextSpan.FromBounds(o.Content.Spans[0].Start, o.Content.Spans[^1].End))).Select(static w => w.StartsWith("that ", StringComparison.Ordinal) ? w[5..] : w).FirstOrDefault();
        return denied is null ? "not at all – but they speak of more than this" : $"not at all – but they speak of “{denied.TrimEnd('.', ',', ' ')}”";
    }

    // "arrived on Tuesday", "travelled there on Wednesday": nobody sets out on the day after he came.
    private static bool SetsOutLater(List<(Stand Stand, TimeBound Time)> told) => told.Exists(a => Arrivals.Contains(a.Stand.Proposition.Lemma)
        && told.Exists(b => SettingOut.Contains(b.Stand.Proposition.Lemma.Split(' ')[0]) && b.Time.Interval.Earliest > a.Time.Interval.Latest));

    // Who travels in the evening is there the next day.
    private static int Spread(List<(Stand Stand, TimeBound Time)> told) =>
        NodaTime.Period.DaysBetween(told.Min(static t => t.Time.Interval.Earliest!.Value), told.Max(static t => t.Time.Interval.Earliest!.Value)); // Days have bounds.

    // "on the second Tuesday of every month", "every Friday"
    private static bool IsHabit(Core.Layers.AnnotatedReport report, TimeBound time)
    {
        ReadOnlySpan<char> after = report.Report.Text.Text.AsSpan(time.Span.End);
        return after.StartsWith(" of every ", StringComparison.Ordinal) || after.StartsWith(" of each ", StringComparison.Ordinal)
            || report.Times.Any(t => t.Type == TimexType.SET && t.Span.Overlaps(time.Span));
    }

    /// <summary>Whether the words of a time tell it: a bare weekday that the event alone has ("spoke on Tuesday about the death") is when somebody spoke.</summary>
    public static bool IsTold(Core.Layers.AnnotatedReport report, TimeBound time) => time.Relation is not null || time.Interval is not { Weekday: not null, Earliest: null } || report.Times.Overlapping(time.Span).Any();

    private static bool Tells(TimeBound time) =>
        time.Relation is not null || time.Interval.Earliest is not null || time.Interval.Latest is not null || time.Interval.Month is not null || time.Interval.Weekday is not null;

    private static string Value(ReportSet set, Stand stand, TimeBound time) =>
        time.Relation is null && time.Interval.Precision != Core.Time.TimePrecision.Unknown ? time.Value! : set[stand.Proposition.Report].Report.Text.Slice(time.Span);

    private static bool Differ(ReportSet set, (Stand Stand, TimeBound Time) left, (Stand Stand, TimeBound Time) right)
    {
        // "Before 1997 … in 1959": who tells both times of it tells neither against the other.
        if (PropositionMatcher.TimeBoundsAgree(left.Time, right.Time) || TellsAlso(left.Stand, right.Time) || TellsAlso(right.Stand, left.Time))
        {
            return false;
        }

        // "killed 10 on Saturday", "killed four on Sunday": where the numbers differ with the days, two things are told.
        if (CountOthers(set, left.Stand.Proposition, right.Stand.Proposition))
        {
            return false;
        }

        // "was charged with theft in 2004", "with assault in 2005": one man may be charged more than once.
        if (left.Stand.Proposition.Class is "charge" or "convict" or "arrest" or "jail" && left.Time.Interval is { IsDay: false, Weekday: null } && right.Time.Interval is { IsDay: false, Weekday: null } && !LegalSteps.ShareMatter(left.Stand.Proposition, right.Stand.Proposition))
        {
            return false;
        }

        // "in 2004", "on Wednesday": of the day of news nobody tells the year alone; the two are of two occasions. And one evening is a part of one night.
        if ((IsBareYear(left.Time) && IsWeekday(right.Time)) || (IsBareYear(right.Time) && IsWeekday(left.Time)) || IsOneNight(left.Time, right.Time) || IsOneWeekday(set, left, right))
        {
            return false;
        }

        bool loose = IsDeictic(set, left) || IsDeictic(set, right);
        return !loose || (left.Time.Interval.IsDay && right.Time.Interval.IsDay && Spread([left, right]) > DaysOfToday);
    }

    private static bool TellsAlso(Stand stand, TimeBound time) => stand.Proposition.Times.Any(t => Tells(t) && t.Relation is null && time.Relation is null && (t.Value == time.Value || PropositionMatcher.TimeBoundsAgree(t, time)));

    /// <summary>Whether two clauses count people or things in numbers that cannot be one. People are people, whatever they are called; "at least 68" allows 11, but of one occasion nobody tells the two.</summary>
    public static bool CountOthers(ReportSet set, Proposition left, Proposition right)
    {
        Figure[] one = [.. Counts(set, left)], two = [.. Counts(set, right)];
        return one.Any(f => two.Any(o => AreOfKind(f, o))) && !one.Any(f => two.Any(o => AreOfKind(f, o) && AreOfSize(f, o)));
    }

    private static IEnumerable<Figure> Counts(ReportSet set, Proposition told) => set[told.Report].Figures.Where(f => f.Aspect == FigureAspect.Level && !ConflictFinder.IsDuration(f.Unit) && told.Core.Contains(f.Span));

    private static bool AreOfKind(Figure left, Figure right) => left.Unit == right.Unit || (Measurands.IsPeople(left.Unit) && Measurands.IsPeople(right.Unit));

    private static bool AreOfSize(Figure left, Figure right) => PropositionMatcher.IntervalsMeet(left, right) && (left.Value is not { } one || right.Value is not { } two || Math.Max(one, two) <= OtherSize * Math.Min(one, two));

    private static bool IsBareYear(TimeBound time) => time.Relation is null && time.Value is { Length: 4 } year && char.IsAsciiDigit(year[0]) && char.IsAsciiDigit(year[3]);

    private static bool IsWeekday(TimeBound time) => time.Relation is null && time.Interval is { Weekday: not null, Earliest: null };

    // "Tuesday evening", "late on Tuesday night"
    private static bool IsOneNight(TimeBound left, TimeBound right) => left.Relation is null && right.Relation is null && left.Interval.TimeOfDay is "EV" or "NI" && right.Interval.TimeOfDay is "EV" or "NI"
        && left.Interval.Earliest == right.Interval.Earliest && left.Interval.Weekday == right.Interval.Weekday;

    // "on Saturday" in two reports, of which one came out more than a week after it: the week of a bare weekday is only reckoned.
    private static bool IsOneWeekday(ReportSet set, (Stand Stand, TimeBound Time) left, (Stand Stand, TimeBound Time) right) =>
        left.Time.Interval.IsDay && right.Time.Interval.IsDay && Spread([left, right]) is DaysOfWeek or 2 * DaysOfWeek && !HasDate(set, left) && !HasDate(set, right);

    private static bool HasDate(ReportSet set, (Stand Stand, TimeBound Time) told) => set[told.Stand.Proposition.Report].Report.Text.Slice(told.Time.Span) is var words
        && CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Any(n => n.Length > 0 && words.Contains(n, StringComparison.Ordinal));

    // "this morning, 16 August": the date beside it tells the day, whenever the page came out.
    private static bool IsDatedBeside(ReportSet set, (Stand Stand, TimeBound Time) told) => IsDeictic(set, told)
        && told.Stand.Proposition.Times.Any(t => t != told.Time && t.Relation is null && t.Interval.IsDay && told.Time.Interval.IsDay && t.Interval.Earliest != told.Time.Interval.Earliest && !IsDeictic(set, (told.Stand, t)));

    // "yesterday", "this year": a time without a name or a number of its own.
    private static bool IsDeictic(ReportSet set, (Stand Stand, TimeBound Time) told) =>
        told.Time is { Relation: null } time && set[told.Stand.Proposition.Report].Report.Text.Slice(time.Span) is var words && !words.Any(char.IsDigit) && !Names.Any(n => words.Contains(n, StringComparison.OrdinalIgnoreCase));

    // The first three letters of a day or month tell it, however it is shortened.
    private static IEnumerable<string> Names => CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames).Where(static n => n.Length > 0);
}
