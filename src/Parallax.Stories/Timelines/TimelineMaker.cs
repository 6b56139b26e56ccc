using System.Collections.Immutable;
using NodaTime;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Calendar = Parallax.Core.Time.TimePrecision;
using Shown = Parallax.Core.Accounts.TimePrecision;

namespace Parallax.Stories.Timelines;

/// <summary>Puts happenings, what reports mainly tell of a day, and dated statements in the order of their times.</summary>
internal sealed partial class TimelineMaker
{
    private readonly ReportSet _set;
    private readonly IReadOnlyDictionary<string, int> _order;
    private readonly TimelineWords _words;
    private readonly List<Line> _lines = [];

    // Places in _lines by day of the calendar or of the week, ascending.
    private readonly Dictionary<string, List<int>> _ofDay = new(StringComparer.Ordinal);
    private readonly HashSet<(string Time, string Report, int Sentence)> _told = [];
    private readonly Dictionary<(string Report, int Sentence), HashSet<string>> _stemsOf = [];
    private readonly OneTelling _one;

    // What one sentence tells, and of which happening it tells it.
    private readonly ILookup<(string Report, int Sentence), Proposition> _ofSentence;
    private readonly Dictionary<string, string> _happeningOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _severalTell = new(StringComparer.Ordinal);

    private TimelineMaker(ReportSet set, IReadOnlyDictionary<string, int> order, ImmutableArray<ClaimDraft> claims, ImmutableArray<Proposition> propositions, ImmutableArray<Happening> happenings)
    {
        (_set, _order, _words, _one) = (set, order, new TimelineWords(set), new OneTelling(claims));
        _ofSentence = propositions.ToLookup(static p => (p.Report, p.Sentence));
        foreach (Happening happening in happenings)
        {
            if (happening.Reports.Length > 1)
            {
                _severalTell.Add(happening.Id);
            }

            foreach (string told in happening.Events)
            {
                _happeningOf.TryAdd(told, happening.Id);
            }
        }
    }

    /// <summary>The timeline: what has a place in the calendar first, by day; then what is bounded only by something else told.</summary>
    public static ImmutableArray<TimelineEntry> Make(ReportSet set, ImmutableArray<Happening> happenings, ImmutableArray<Proposition> propositions, ImmutableArray<ClaimDraft> claims, IReadOnlyDictionary<string, int> order)
    {
        TimelineMaker maker = new(set, order, claims, propositions, happenings);
        maker.AddHappenings(happenings, propositions);
        maker.AddFacts(propositions);
        maker.AddPlans(propositions);
        maker.AddStatements();
        maker.JoinCoarser();
        maker.AddUndated(happenings, propositions);
        ILookup<string, LocalDate> daysOf = maker._lines.Where(static l => l.Day is not null && IsOfDay(TimexInterval.Parse(l.Entry.Time))).ToLookup(static l => l.Entry.Text, static l => l.Day!.Value, StringComparer.Ordinal); // Day is set, asked before.
        ILookup<string, (TextSpan Words, LocalDate Day)> days = maker.Days();
        Line[] kept = [.. maker._lines.Where(l => !IsWithin(TimexInterval.Parse(l.Entry.Time), daysOf[l.Entry.Text].Concat(DaysIn(l, days))) && !maker.IsToldWithDay(l))];
        Line[] ofWeek = [.. kept.Where(static l => l.Day is null && TimexInterval.Parse(l.Entry.Time).Weekday is not null)];
        int week = WeekOrder.FirstDay(ofWeek.OrderByDescending(static l => l.Entry.Reports.Length).Select(static l => TimexInterval.Parse(l.Entry.Time).Weekday));
        return
        [
            .. kept.OrderBy(static l => l.Day is null).ThenBy(static l => l.Day).ThenBy(static l => l.Day is null && !IsDayOfMonth(TimexInterval.Parse(l.Entry.Time))).ThenBy(l => l.Day is null ? WeekOrder.Place(TimexInterval.Parse(l.Entry.Time).Weekday, week) : 0).ThenBy(static l => HourOf(l.Entry.Time), StringComparer.Ordinal).ThenBy(static l => l.Entry.Time, StringComparer.Ordinal)
                .ThenBy(l => order[l.Entry.Reports[0]]).ThenBy(static l => l.Entry.Evidence[0]).ThenBy(static l => l.Entry.Happening ?? l.Entry.Statement, StringComparer.Ordinal).Select(static l => l.Entry),
        ];
    }

    // "after the storm" tells little where another line tells the same of a day.
    private bool IsToldWithDay(Line line) => line is { Day: null, Told: { } told, Entry.Precision: Shown.Bound }
        && _lines.Exists(o => o is { Day: not null, Told: { } other } && (_one.IsOneClaim(told, other) || OneTelling.IsOneDeed(told, other, oneReport: true)));

    // The day itself, then its hours; a part of the day stands before the hours in it.
    private static string HourOf(string time) => time.IndexOf('T', StringComparison.Ordinal) is var at and >= 0 ? time[at..] switch
    {
        "TMO" => "T04", "TMI" => "T12", "TAF" => "T12:00", "TDT" => "T06", "TEV" => "T17", "TNI" => "T20", var clock => clock,
    } : "";

    // A day is finer than its month, a part of the day than the day.
    private static bool IsFiner(TimexInterval left, TimexInterval right) => left is { Earliest: null, Weekday: { } ours } && right is { Earliest: null, Weekday: { } theirs } ? ours == theirs && left.TimeOfDay.Length > right.TimeOfDay.Length : left is { Earliest: { } a, Latest: { } b } && right is { Earliest: { } c, Latest: { } d }
        && (Period.DaysBetween(a, b) < Period.DaysBetween(c, d) || (Period.DaysBetween(a, b) == Period.DaysBetween(c, d) && left.TimeOfDay.Length > right.TimeOfDay.Length));

    // "On Wednesday, she spoke of the guild, which she joined earlier this year": the words stand under their day, not under its year as well.
    private static bool IsWithin(TimexInterval interval, IEnumerable<LocalDate> days) =>
        !IsOfDay(interval) && interval is { Earliest: { } earliest, Latest: { } latest } && days.Any(day => earliest <= day && day <= latest);

    // By report, where lines of a day stand.
    private ILookup<string, (TextSpan Words, LocalDate Day)> Days() => _lines.Where(static l => l.Day is not null && IsOfDay(TimexInterval.Parse(l.Entry.Time)))
        .SelectMany(static l => l.Entry.Evidence.Select(e => (e.Report, Words: TextSpan.FromBounds(e.Start, e.End), Day: l.Day!.Value))).ToLookup(static e => e.Report, static e => (e.Words, e.Day), StringComparer.Ordinal); // Day is set, asked before.

    // The days of what the words of a line tell besides its own clause: a line of that day may show another report's words.
    private static IEnumerable<LocalDate> DaysIn(Line line, ILookup<string, (TextSpan Words, LocalDate Day)> days) =>
        line.Told is { } told ? days[told.Report].Where(d => line.Words.Contains(d.Words) && !told.Core.Contains(d.Words)).Select(static d => d.Day) : [];

    private void AddHappenings(ImmutableArray<Happening> happenings, ImmutableArray<Proposition> propositions)
    {
        Dictionary<string, Proposition> byEvent = new(StringComparer.Ordinal);
        foreach (Proposition proposition in propositions.Where(static p => p.Event is not null))
        {
            byEvent.TryAdd(proposition.Event!.Id, proposition);
        }

        foreach (Happening happening in happenings.OrderByDescending(static h => h.Reports.Length).ThenBy(h => h.Events.All(e => byEvent[e].IsNominal)))
        {
            // "have not said how they died" tells nothing of the day.
            Proposition[] tellings = [.. happening.Events.Select(e => byEvent[e]).Where(static p => !p.IsUnreal && p.Statement?.Stance is not Stance.SaysNotKnown).Where(p => !IsNowOfPast(p))];
            TimexInterval interval = TimexInterval.Parse(happening.Time);

            // The year of a model and the day on which something else was said are times of the sentence and not of this.
            bool placed = (interval.Earliest is not null || interval.Latest is not null) && Array.Exists(tellings, p => IsAt(p, interval));
            TimeBound? bound = placed ? null : tellings.Where(static p => p is { IsMain: true, IsClause: true, Statement: null }).SelectMany(static p => p.Times).OrderBy(static t => t.Interval.Weekday is not null).FirstOrDefault(static t => t.Interval is { Weekday: not null, Earliest: null } || IsDayOfMonth(t.Interval)) ?? tellings.SelectMany(p => p.Times.Where(t => IsBound(p, t))).FirstOrDefault();
            if ((!placed && bound is null) || IsNamedBesideAnother(happening, tellings))
            {
                continue;
            }

            // "landed on Tuesday" of an undated report, where another dates the landing: no line of its own.
            if (!placed && bound!.Relation is null && tellings.Any(_one.IsDatedElsewhere))
            {
                continue;
            }

            Proposition[] clearest = [.. tellings.Where(p => placed ? IsAt(p, interval) || !p.Times.Any(static t => t.Relation is null) : p.Times.Contains(bound!)).OrderBy(_words.IsCaption).ThenBy(_words.IsOpen).ThenBy(_words.IsReckoned).ThenByDescending(p => p is { IsMain: true, IsClause: true } && p.Times.Any(t => t.Value is not null && t.Value == happening.Time))
                .ThenBy(p => _set[p.Report].Tokens.Sentences[p.Sentence].Part is TextPart.Title or TextPart.Heading or TextPart.Caption)
                .ThenByDescending(static p => p.IsMain).ThenByDescending(static p => p is { IsClause: true, IsFinite: true, Subject: not null }).ThenByDescending(static p => p.Statement is null).ThenBy(p => _order[p.Report]).ThenBy(static p => p.Token)];
            string time = placed ? happening.Time! : bound!.Relation is null ? bound.Value! : _words.Bound(clearest[0].Report, bound.Span);
            LocalDate? day = placed ? interval.Earliest ?? interval.Latest : DayIn(clearest[0].Report, bound!.Span);
            Add(time, placed ? Precision(interval) : bound!.Relation is null ? Shown.Unknown : Shown.Bound, day, happening.Id, happening.Reports, clearest, tellings);
        }
    }

    // "the guild's strike", in a caption or beside the line that tells in a sentence what was done that day: a name adds nothing to it.
    private bool IsNamedBesideAnother(Happening happening, Proposition[] tellings) => Array.TrueForAll(tellings, static p => p.IsNominal) && happening.Reports.Length == 1
        && (Array.TrueForAll(tellings, _words.IsCaption) || _lines.Exists(l => l.Entry.Time == happening.Time && l.Told is { Event: { } told, IsNominal: false } && told.Plover == happening.Plover));

    private void AddStatements()
    {
        foreach (Statement statement in _set.Reports.SelectMany(static r => r.Statements).Where(static s => s.Time is not null && s.Parent is null))
        {
            TimexInterval interval = TimexInterval.Parse(statement.Time);
            if (interval.Earliest is { } day && IsOfDay(interval) && _told.Add((statement.Time!, statement.Report, statement.Sentence))
                && !OfDay(KeyOf(day, null)).Any(l => _lines[l].Entry.Evidence.Any(e => e.Report == statement.Report && e.Start < statement.Span.End && statement.Span.Start < e.End)))
            {
                TextSpan span = _words.Of(statement);
                string text = _words.Slice(statement.Report, span);
                ImmutableArray<Evidence> evidence = [new Evidence(statement.Report, span.Start, span.End)];

                // What one speaker says on one day is one line: an announcement is told in many sentences. That somebody announced what stands there already adds none.
                if (!Join(day, l => l.Entry.Text == text || Retelling.IsToldIn(statement.Content.Text, l.Stems) || (l.Speaker is not null && l.Speaker == SpeakerOf(statement)), [statement.Report], evidence))
                {
                    Add(new Line(day, null, new TimelineEntry(statement.Time!, Precision(interval), null, statement.Id, [statement.Report], text, evidence)) { Speaker = SpeakerOf(statement) });
                }
            }
        }
    }

    private static string? SpeakerOf(Statement statement) => statement.Source.Entity ?? (statement.Source.Name.Length > 0 ? statement.Source.Name : null);

    private void Add(string time, Shown precision, LocalDate? day, string? happening, ImmutableArray<string> reports, Proposition[] candidates, Proposition[] tellings, bool isPlan = false)
    {
        // What one sentence tells of one time is told once: "a deal signed during his visit in July". A noun adds nothing to a sentence that is shown, a clause may.
        string key = KeyOf(day, time) ?? time;
        bool any = Array.Exists(tellings, p => _told.Contains((key, p.Report, p.Sentence))), isNew = false;
        Array.ForEach(tellings, p => isNew |= _told.Add((key, p.Report, p.Sentence)));
        if (!isNew || (any && !candidates[0].IsClause && reports.Length == 1))
        {
            return;
        }

        // Where the clearest telling has no words that read by themselves, the next one may.
        Proposition clearest = candidates[0];
        TextSpan span = _words.Of(clearest, tellings);
        for (int next = 1; (span.IsEmpty || _words.BreaksOff(clearest.Report, span)) && next < candidates.Length; next++)
        {
            clearest = candidates[next];
            span = _words.Of(clearest, tellings);
        }

        // "was held and is expected to return on 2 October": what is to come has its line though another line has its sentence.
        span = isPlan && span.IsEmpty ? _words.Sentence(clearest) : span;

        // "One report posted online last night by", "his death on the ridge": words that break off tell nothing, nor of whom.
        if (span.IsEmpty || _words.BreaksOff(clearest.Report, span))
        {
            return;
        }

        span = WithoutOpening(_set[clearest.Report].Tokens, span);
        string text = _words.Slice(clearest, span);
        ImmutableArray<Evidence> evidence = [.. tellings.Select(static p => new Evidence(p.Report, p.Span.Start, p.Span.End)).Distinct().Order()];
        HashSet<string> stems = Retelling.Stems(text);
        if (!Join(day, l => l.Entry.Text == text || Retelling.AreOne(l.Stems, stems) || l.Tellings.Any(told => Array.Exists(candidates, p => _one.IsOneClaim(told, p))) || (l.Told is { } told && (_one.AreOne(told, clearest) || (told.Report == clearest.Report && l.Words == span))) || IsPartOf(clearest, l) || IsOfOneMinute(clearest, time, l) || (l.Told?.Report != clearest.Report && Retelling.GiveOneNumber(StemsOf(l.Told), StemsOf(clearest))), reports, evidence, time, precision))
        {
            Add(new Line(day, clearest, new TimelineEntry(time, precision, happening, null, reports, text, evidence)) { Words = span, Tellings = [.. candidates] });
        }
    }

    // "But the yard was shut in May": the word that goes on from another sentence is none of the line.
    private static TextSpan WithoutOpening(TokenLayer tokens, TextSpan span)
    {
        (int first, int end) = tokens.TokensOf(span);
        int from = first;
        while (from + 1 < end && (tokens.Form(from) is "But" or "And" or "Yet" || (from > first && tokens.Form(from) is ",")))
        {
            from++;
        }

        return from > first ? TextSpan.FromBounds(tokens.Starts[from], span.End) : span;
    }

    // "The fire broke out at 8:30 p.m.", "just after 8:30 p.m. the fire began": two reports tell one thing of a minute.
    private static bool IsOfOneMinute(Proposition told, string time, Line line) => line.Entry.Time == time && time.Contains(':', StringComparison.Ordinal) && line.Told is { } other && other.Report != told.Report && told.Stems.Any(stem => !char.IsAsciiDigit(stem[0]) && other.Stems.Contains(stem));

    // Of the sentence that tells it; each line of a day is held against all others of that day.
    private HashSet<string> StemsOf(Proposition? told)
    {
        if (told is null)
        {
            return [];
        }

        if (!_stemsOf.TryGetValue((told.Report, told.Sentence), out HashSet<string>? stems))
        {
            _stemsOf[(told.Report, told.Sentence)] = stems = Retelling.Stems(_set[told.Report].Report.Text.Slice(_set[told.Report].Tokens.Sentences[told.Sentence].Span));
        }

        return stems;
    }

    // Adds reports and evidence to the first line of a day that tells the same; false where there is none.
    private bool Join(LocalDate? day, Func<Line, bool> tellsTheSame, ImmutableArray<string> reports, ImmutableArray<Evidence> evidence, string? time = null, Shown precision = Shown.Unknown)
    {
        foreach (int at in OfDay(KeyOf(day, time)))
        {
            if (tellsTheSame(_lines[at]))
            {
                TimelineEntry known = _lines[at].Entry;

                // "on Friday night", "at 7 p.m. on Friday": the finest time that is told of it.
                bool isFiner = time is not null && IsOfDay(TimexInterval.Parse(time)) && IsOfDay(TimexInterval.Parse(known.Time)) && IsFiner(TimexInterval.Parse(time), TimexInterval.Parse(known.Time));
                known = isFiner ? known with { Time = time!, Precision = precision } : known; // Set, asked before.
                _lines[at] = _lines[at] with { Entry = known with { Reports = [.. known.Reports.Union(reports, StringComparer.Ordinal).OrderBy(r => _order[r])], Evidence = [.. known.Evidence.Union(evidence).Order()] } };
                return true;
            }
        }

        return false;
    }

    private void Add(Line line)
    {
        if (KeyOf(line.Day, line.Entry.Time) is { } key)
        {
            (_ofDay.TryGetValue(key, out List<int>? lines) ? lines : _ofDay[key] = []).Add(_lines.Count);
        }

        _lines.Add(line);
    }

    private List<int> OfDay(string? key) => key is not null && _ofDay.TryGetValue(key, out List<int>? lines) ? lines : [];

    // The day of the calendar, else of the week where nothing else is told ("Friday" of undated reports); null where neither is.
    private static string? KeyOf(LocalDate? day, string? time) => day?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        ?? (TimexInterval.Parse(time) is var interval && interval is { Weekday: { } weekday, Month: null, Day: null } && IsOfDay(interval) ? weekday.ToString() : IsDayOfMonth(interval) ? interval.Value[.."XXXX-MM-DD".Length] : null);

    // "26 February" of a year that nobody tells.
    private static bool IsDayOfMonth(TimexInterval interval) => interval is { Earliest: null, Month: not null, Day: not null } && IsOfDay(interval);

    // "She had parked when she was hit": a circumstance of what a line tells of that day, told by one report and no kind of act of its own.
    private bool IsPartOf(Proposition told, Line line) => told.Event is null or { Plover: PloverType.NONE } && told.Class is not ("kill" or "die") && line.Told is { } main && (line.Entry.Reports.Length > 1 || _one.IsToldBySeveral(main))
        && !_one.IsToldBySeveral(told) && !(told.Event is { } act && _happeningOf.TryGetValue(act.Id, out string? own) && own != line.Entry.Happening && _severalTell.Contains(own))
        && _ofSentence[(told.Report, told.Sentence)].Any(p => _one.IsOneClaim(p, main) || (line.Entry.Happening is { } happening && p.Event is { } other && _happeningOf.GetValueOrDefault(other.Id) == happening));

    // "since the strike" of the clause itself, not of words before it that have a verb of their own ("Marking his first visit since the strike, he landed …").
    private bool IsBound(Proposition proposition, TimeBound bound)
    {
        if (bound.Relation is not ("before" or "after") || bound.Anchor is not { } anchor || PredicateLexicon.English.Thing(anchor, []) is null)
        {
            return false;
        }

        // "after the employee, 43, was suspended": a person is no time, nor is a clause that tells something itself ("after being struck by a van").
        TokenLayer tokens = _set[proposition.Report].Tokens;
        (int from, int end) = tokens.TokensOf(bound.Span);
        if (Enumerable.Range(from, end - from).Any(t => tokens.Tags[t] == UniversalTag.Verb))
        {
            return false;
        }

        if (_set[proposition.Report].Entities.Entities.Any(e => e.Kind is ActorKind.Person or ActorKind.Group && e.Mentions.Any(m => m.Report == proposition.Report && bound.Span.Start <= m.Start && m.End == bound.Span.End)))
        {
            return false;
        }

        int first = tokens.Sentences[proposition.Sentence].FirstToken, at = tokens.TokenAt(bound.Span.Start);
        for (int token = first; token < at && at < proposition.Token; token++)
        {
            if (tokens.Tags[token] == UniversalTag.Verb)
            {
                return false;
            }
        }

        return true;
    }

    private LocalDate? DayIn(string report, TextSpan span) => _set[report].Times.Where(t => span.Contains(t.Span)).Select(static t => TimexInterval.Parse(t.Value)).Where(IsOfDay).Select(static i => i.Earliest).FirstOrDefault();

    private static bool IsAt(Proposition proposition, TimexInterval interval) => proposition.Times.Any(t => t.Relation is null && t.Interval.Precision != Calendar.Unknown && t.Interval.Compatible(interval));

    private static bool IsOfDay(TimexInterval interval) => interval.Precision is Calendar.Day or Calendar.DayPart or Calendar.Clock;

    private static Shown Precision(TimexInterval interval) => interval.Precision switch
    {
        Calendar.Clock or Calendar.DayPart => Shown.Time,
        Calendar.Day => Shown.Day,
        Calendar.Weekend or Calendar.Week => Shown.Week,
        Calendar.Month => Shown.Month,
        Calendar.Quarter or Calendar.Season or Calendar.HalfYear => Shown.Season,
        Calendar.Year => Shown.Year,
        Calendar.Range => Shown.Bound,
        _ => Shown.Unknown,
    };

    private sealed record Line(LocalDate? Day, Proposition? Told, TimelineEntry Entry)
    {
        public TextSpan Words { get; init; }

        // Of what it shows, which never changes.
        public HashSet<string> Stems { get; } = Retelling.Stems(Entry.Text);

        // What tells it of that time.
        public ImmutableArray<Proposition> Tellings { get; init; } = [];

        // Whose word it is, where it is told because somebody said it that day.
        public string? Speaker { get; init; }
    }
}
