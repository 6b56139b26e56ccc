using NodaTime;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Dating;

/// <content>Bounds from reports that tell the same happening, and from those of the same story.</content>
internal static partial class ReportDater
{
    // What was that many days before is no news of the day of the dateline.
    private const int DaysDatelineHolds = 31;

    // "Wednesday (" before the day of the month.
    private const int LongestWeekday = 12;

    /// <summary>Bounds from neighbours: a weekday (or a day without its year) of this report is the day that another report gives for the same happening.</summary>
    /// <param name="report">The report.</param>
    /// <param name="known">What is known so far, or null.</param>
    /// <param name="pairs">Propositions of this report with those of others that tell the same happening.</param>
    /// <param name="peers">The reports of its story.</param>
    /// <param name="set">All reports.</param>
    public static PublishedDate? FromNeighbours(AnnotatedReport report, PublishedDate? known, IEnumerable<(Proposition Own, Proposition Other)> pairs, IEnumerable<AnnotatedReport> peers, ReportSet set)
    {
        List<(LocalDate Low, LocalDate? High, Evidence[] Evidence, string Why)> bounds = [];
        foreach ((Proposition own, Proposition other) in pairs)
        {
            foreach (TimeBound vague in own.Times.Where(static t => t.Value is not null && t.Interval.Earliest is null && (t.Interval.Weekday is not null || t.Interval.Day is not null)))
            {
                foreach (TimeBound exact in other.Times.Where(t => t.Interval is { IsDay: true } && vague.Interval.Compatible(t.Interval)))
                {
                    LocalDate day = exact.Interval.Earliest!.Value;
                    string words = report.Report.Text.Slice(vague.Span);
                    (LocalDate low, LocalDate? high) = vague.Interval.Weekday is null ? (day, (LocalDate?)null) : Published(words, day);
                    Evidence[] evidence = [Evidence.At(report.Report, vague.Span), Evidence.At(set[other.Report].Report, exact.Span)];
                    bounds.Add((low, high, evidence, $"“{words}” of this report is {Iso(day)} of report {other.Report}, which tells the same happening"));
                }
            }
        }

        AddMonths(report, pairs, set, bounds);
        AddDatelines(report, known, pairs, set, bounds);
        AddNews(report, known, pairs, set, bounds);
        AddStory(report, known, peers, bounds);
        if (bounds.Count == 0)
        {
            return known;
        }

        LocalDate? first = known?.Earliest is { } e ? TimexInterval.Parse(e).Earliest : null, last = known?.Latest is { } l ? TimexInterval.Parse(l).Latest : null;
        List<string> reasons = known is null ? [] : [known.Explanation.Text];
        List<Evidence> places = known is null ? [] : [.. known.Evidence];
        foreach ((LocalDate low, LocalDate? high, Evidence[] evidence, string why) in bounds.OrderByDescending(static b => b.Evidence.Length).ThenBy(static b => b.Evidence.FirstOrDefault()).ThenBy(static b => b.Evidence.LastOrDefault()).ThenBy(static b => b.Low))
        {
            LocalDate newFirst = first is null ? low : LocalDate.Max(first.Value, low);
            LocalDate? newLast = last is null ? high : high is null ? last : LocalDate.Min(last.Value, high.Value);
            if (newLast is { } end && newFirst > end)
            {
                continue; // Evidence inside the report, and what came first, wins over a neighbour that speaks against it.
            }

            if (newFirst != first || newLast != last)
            {
                reasons.Add(why);
                places.AddRange(evidence);
                (first, last) = (newFirst, newLast);
            }
        }

        PublishedDate? bounded = first is null ? known : Bounded(first.Value, last, last is null ? null : Common(first.Value, last.Value), DateBasis.Neighbours, string.Join("; ", reasons), [.. places.Distinct()]);
        return known is not null && YearOfDateline.IsOpen(known) ? YearOfDateline.Complete(known, bounded) : bounded;
    }

    // News under a dateline without a year, of which a neighbour tells the whole day: the dateline is the first of its name after that day.
    private static void AddDatelines(AnnotatedReport report, PublishedDate? known, IEnumerable<(Proposition Own, Proposition Other)> pairs, ReportSet set, List<(LocalDate Low, LocalDate? High, Evidence[] Evidence, string Why)> bounds)
    {
        if (known is null || !YearOfDateline.IsOpen(known))
        {
            return;
        }

        foreach ((Proposition own, Proposition other) in pairs.Where(p => IsNews(p.Own, report)))
        {
            foreach (TimeBound exact in other.Times.Where(static t => t is { Relation: null, Interval.IsDay: true }))
            {
                if (exact.Interval.Earliest is { } day && YearOfDateline.Between(known, day, day.PlusDays(DaysDatelineHolds)) is { } dated)
                {
                    bounds.Add((dated, dated, [new Evidence(own.Report, own.Span.Start, own.Span.End), Evidence.At(set[other.Report].Report, exact.Span)], $"its news is told by report {other.Report} for {Iso(day)}"));
                }
            }
        }
    }

    // "On Tuesday", "on 12 June" of what a neighbour tells without a day, as news of the day on which it came out: the last of that name; a dateline of those days.
    private static void AddNews(AnnotatedReport report, PublishedDate? known, IEnumerable<(Proposition Own, Proposition Other)> pairs, ReportSet set, List<(LocalDate Low, LocalDate? High, Evidence[] Evidence, string Why)> bounds)
    {
        foreach ((Proposition own, Proposition other) in pairs.Where(p => p.Other.Times.IsEmpty && IsNews(p.Own, report) && IsNews(p.Other, set[p.Other.Report])))
        {
            if (set[other.Report].Report.Published is not { Basis: DateBasis.Metadata or DateBasis.Dateline } stated || TimexInterval.Parse(stated.Value) is not { IsDay: true, Earliest: { } published })
            {
                continue;
            }

            Evidence[] evidence = [new Evidence(own.Report, own.Span.Start, own.Span.End), new Evidence(other.Report, other.Span.Start, other.Span.End)];
            if (known is not null && YearOfDateline.IsOpen(known) && YearOfDateline.Between(known, published.PlusDays(-DaysWeekdayHolds), published.PlusDays(DaysWeekdayHolds)) is { } dated)
            {
                bounds.Add((dated, dated, evidence, $"its news is told by report {other.Report} on {Iso(published)}"));
            }

            foreach (TimeBound vague in own.Times.Where(static t => t is { Relation: null, Value: not null, Interval.Earliest: null }))
            {
                LocalDate[] days = [.. Enumerable.Range(0, DaysWeekdayHolds + 1).Select(back => published.PlusDays(-back)).Where(vague.Interval.Contains)];
                if (days is [var day] && (vague.Interval.Weekday is not null || vague.Interval.Day is not null))
                {
                    (LocalDate low, LocalDate? high) = vague.Interval.Weekday is null ? (day, (LocalDate?)null) : Published(report.Report.Text.Slice(vague.Span), day);
                    bounds.Add((low, high, [Evidence.At(report.Report, vague.Span), evidence[1]], $"“{report.Report.Text.Slice(vague.Span)}” of this report is {Iso(day)}: report {other.Report} tells it as news on {Iso(published)}"));
                }
            }
        }
    }

    // "On 12 June" in the news, or a dateline of that day, where reports of the story came out in the days after one 12 June: of that year.
    private static void AddStory(AnnotatedReport report, PublishedDate? known, IEnumerable<AnnotatedReport> peers, List<(LocalDate Low, LocalDate? High, Evidence[] Evidence, string Why)> bounds)
    {
        (string Id, LocalDate Day)[] stated = [.. peers.Where(static p => p.Report.Published is { Basis: DateBasis.Metadata or DateBasis.Dateline }).Select(static p => (p.Report.Id, TimexInterval.Parse(p.Report.Published!.Value))).Where(static p => p.Item2.IsDay).Select(static p => (p.Id, p.Item2.Earliest!.Value))]; // Asked before.
        if (known is not null && YearOfDateline.IsOpen(known) && OneDay(stated, p => YearOfDateline.Between(known, p.PlusDays(-DaysWeekdayHolds), p.PlusDays(DaysWeekdayHolds))) is { Day: var dated, Id: var other })
        {
            bounds.Add((dated, dated, [], $"report {other} of its story came out in the days of that dateline"));
        }

        foreach (TimeExpression time in report.Times.Where(t => t is { Type: TimexType.DATE, Until: null, Modifier: null } && IsLead(report, t)))
        {
            TimexInterval interval = TimexInterval.Parse(time.Value);
            if (interval is { Earliest: null, Month: not null, Day: not null } && OneDay(stated, p => Enumerable.Range(0, DaysWeekdayHolds + 1).Select(back => p.PlusDays(-back)).Where(interval.Contains).Cast<LocalDate?>().FirstOrDefault()) is { Day: var day, Id: var peer })
            {
                // "Tuesday, June 12", "Tuesday (June 12)": the weekday says that it is news.
                int from = Math.Max(0, time.Start - LongestWeekday);
                bool isNews = Weekday(report.Report.Text.Text[from..time.End]) == day.DayOfWeek;
                bounds.Add((day, isNews ? day.PlusDays(DaysWeekdayHolds) : null, [Evidence.At(report.Report, time.Span)], $"“{report.Report.Text.Slice(time.Span)}” of this report is {Iso(day)}: report {peer} of its story came out in the days after it"));
            }
        }
    }

    // The day that the reports give, where all that give one give the same.
    private static (string Id, LocalDate Day)? OneDay((string Id, LocalDate Day)[] stated, Func<LocalDate, LocalDate?> read)
    {
        (string Id, LocalDate Day)[] days = [.. stated.Select(p => (p.Id, Day: read(p.Day))).Where(static p => p.Day is not null).Select(static p => (p.Id, p.Day!.Value)).OrderBy(static p => p.Value).ThenBy(static p => p.Id, StringComparer.Ordinal)]; // Asked before.
        return days.Length > 0 && Array.TrueForAll(days, d => d.Day == days[0].Day) ? days[0] : null;
    }

    private static bool IsNews(Proposition told, AnnotatedReport report) => told.Factuality == Factuality.Happened && told.Span.Start * LeadShare < report.Report.Text.Length;

    // News dated by weekdays that a neighbour puts into a month: the report is from that month or the days after it. Which week stays open.
    private static void AddMonths(AnnotatedReport report, IEnumerable<(Proposition Own, Proposition Other)> pairs, ReportSet set, List<(LocalDate Low, LocalDate? High, Evidence[] Evidence, string Why)> bounds)
    {
        bool hasWeekday = report.Times.Any(t => IsLead(report, t) && TimexInterval.Parse(t.Value, t.Until, t.Modifier) is { Earliest: null, Weekday: not null, Day: null });
        if (!hasWeekday)
        {
            return;
        }

        foreach ((Proposition own, Proposition other) in pairs)
        {
            bool isNews = own.Factuality == Factuality.Happened && own.Span.Start * LeadShare < report.Report.Text.Length && own.Times.All(static t => t.Value is null || t.Interval.Weekday is not null);
            foreach (TimeBound month in other.Times.Where(t => isNews && t.Relation is null && t.Interval is { IsBounded: true, Precision: Core.Time.TimePrecision.Month }))
            {
                Evidence[] evidence = [new Evidence(own.Report, own.Span.Start, own.Span.End), Evidence.At(set[other.Report].Report, month.Span)];
                IsoDayOfWeek? weekday = own.Times.Where(static t => t is { Relation: null, Interval: { Earliest: null, Month: null, Day: null } }).Select(static t => t.Interval.Weekday).FirstOrDefault();
                (LocalDate first, LocalDate last) = (month.Interval.Earliest!.Value, month.Interval.Latest!.Value); // "on Tuesday" of July: one of its Tuesdays
                bounds.Add((weekday is { } from ? first.PlusDays(-1).Next(from) : first, (weekday is { } to ? last.PlusDays(1).Previous(to) : last).PlusDays(DaysWeekdayHolds), evidence,
                    $"its news, dated by weekdays, is told by report {other.Report} for {month.Value}"));
            }
        }
    }
}
