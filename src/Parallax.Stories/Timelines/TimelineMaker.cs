using System.Collections.Immutable;
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

/// <summary>Puts happenings and dated statements in the order of their times.</summary>
internal static class TimelineMaker
{
    private const int LongestSentence = 320, ShortestName = 12;

    /// <summary>The timeline: what has a place in the calendar first, by day; then what is bounded only by something else told.</summary>
    public static ImmutableArray<TimelineEntry> Make(ReportSet set, ImmutableArray<Happening> happenings, ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, int> order)
    {
        Dictionary<string, Proposition> byEvent = new(StringComparer.Ordinal);
        foreach (Proposition proposition in propositions.Where(static p => p.Event is not null))
        {
            byEvent.TryAdd(proposition.Event!.Id, proposition);
        }

        List<(NodaTime.LocalDate? Day, TimelineEntry Entry)> entries = [];
        HashSet<(string Report, int Start, int End)> dated = [];
        HashSet<(string Time, string Report, int Sentence)> told = [];
        HashSet<(string Report, TextSpan Span)> shown = [];
        foreach (Happening happening in happenings.OrderByDescending(static h => h.Reports.Length))
        {
            Proposition[] tellings = [.. happening.Events.Select(e => byEvent[e])];
            TimeBound? bound = tellings.SelectMany(static p => p.Times).FirstOrDefault(static t => t.Relation is "before" or "after" && t.Anchor is { } anchor && PredicateLexicon.English.Thing(anchor, []) is not null);
            TimexInterval interval = TimexInterval.Parse(happening.Time);
            bool placed = interval.Earliest is not null || interval.Latest is not null;
            if (!placed && bound is null)
            {
                continue;
            }

            Proposition clearest = tellings.Where(p => placed || p.Times.Contains(bound!)).OrderByDescending(p => p is { IsMain: true, IsClause: true } && p.Times.Any(t => t.Value is not null && t.Value == happening.Time))
                .ThenBy(p => set[p.Report].Tokens.Sentences[p.Sentence].Part is TextPart.Title or TextPart.Heading or TextPart.Caption)
                .ThenByDescending(static p => p.IsMain).ThenByDescending(static p => p is { IsClause: true, IsFinite: true }).ThenBy(p => order[p.Report]).ThenBy(static p => p.Token).First();
            string time = placed ? happening.Time! : set[clearest.Report].Report.Text.Slice(bound!.Span);

            // What one sentence tells of one time is told once: "a deal signed during his visit in July".
            bool isNew = false;
            Array.ForEach(tellings, p => isNew |= told.Add((time, p.Report, p.Sentence)));
            if (!isNew)
            {
                continue;
            }

            ImmutableArray<Evidence> evidence = [.. tellings.Select(static p => new Evidence(p.Report, p.Span.Start, p.Span.End)).Distinct().Order()];
            dated.UnionWith(evidence.Select(static e => (e.Report, e.Start, e.End)));
            entries.Add((interval.Earliest ?? interval.Latest, new TimelineEntry(time, placed ? Precision(interval) : Shown.Bound, happening.Id, null, happening.Reports, Words(set, clearest, tellings, shown), evidence)));
        }

        foreach (Statement statement in set.Reports.SelectMany(static r => r.Statements).Where(static s => s.Time is not null && s.Parent is null))
        {
            TimexInterval interval = TimexInterval.Parse(statement.Time);
            if (interval is { Earliest: { } day, Precision: Calendar.Day or Calendar.DayPart or Calendar.Clock })
            {
                TextSpan span = statement.Span;
                if (!dated.Add((statement.Report, span.Start, span.End)))
                {
                    continue; // Two readings of one passage, or a passage told already as a happening.
                }

                entries.Add((day, new TimelineEntry(statement.Time!, Precision(interval), null, statement.Id, [statement.Report], $"{set[statement.Report].Report.Text.Slice(span)}", [new Evidence(statement.Report, span.Start, span.End)])));
            }
        }

        return
        [
            .. entries.OrderBy(static e => e.Day is null).ThenBy(static e => e.Day).ThenBy(static e => e.Entry.Time, StringComparer.Ordinal)
                .ThenBy(e => order[e.Entry.Reports[0]]).ThenBy(static e => e.Entry.Evidence[0]).ThenBy(static e => e.Entry.Happening ?? e.Entry.Statement, StringComparer.Ordinal).Select(static e => e.Entry),
        ];
    }

    // What only somebody says is told by the sentence that says who; a visit by the words that name it; two happenings of one sentence each by its own clause.
    private static string Words(ReportSet set, Proposition clearest, Proposition[] tellings, HashSet<(string Report, TextSpan Span)> shown)
    {
        AnnotatedReport report = set[clearest.Report];
        TextSpan sentence = report.Tokens.Sentences[clearest.Sentence].Span, span = ClaimWording.Phrase(set, clearest);
        bool isAttributed = clearest.Statement is { Parent: null } statement && statement.Sentence == clearest.Sentence && !tellings.Any(static p => p.Statement is null) && sentence.Length <= LongestSentence;
        bool isNamed = !clearest.IsClause && clearest.Participants.Any(static p => p.Entities.Length > 0) && clearest.Span.Length >= ShortestName;
        span = isNamed ? clearest.Span : isAttributed ? sentence : span;
        if (!shown.Add((clearest.Report, span)) && CleanCut.Of(report, clearest, clearest.Core) is { IsEmpty: false } own)
        {
            span = own;
            shown.Add((clearest.Report, span));
        }

        return report.Report.Text.Slice(span).TrimEnd('.', ' ');
    }

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
}
