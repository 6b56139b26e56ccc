using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Dating;

/// <summary>Bounds the publication date of reports that state none: from dates inside the report, then from reports that tell the same happening.</summary>
internal static partial class ReportDater
{
    private static readonly Lazy<HashSet<string>> Appointing = new(static () => StoriesData.Words("en/dating/appointing.txt"));

    // News names a weekday while it is still the nearest of its name.
    private const int DaysWeekdayHolds = 6;

    private const string Last = "last ";

    // News stands in the first third of a report; further down a weekday may be background.
    private const int LeadShare = 3;

    // Title, teaser and byline stand above the line of the date.
    private const int SentencesOfHead = 5;

    /// <summary>Bounds from what the report itself says: a weekday with its date, full dates of what has happened. A dateline without a year is completed by them.</summary>
    /// <returns>The date, or null where nothing inside tells.</returns>
    public static PublishedDate? FromText(AnnotatedReport report, ImmutableArray<Proposition> propositions) =>
        report.Report.Published is { } stated ? YearOfDateline.Complete(stated, Told(report, propositions)) : Told(report, propositions);

    private static PublishedDate? Told(AnnotatedReport report, ImmutableArray<Proposition> propositions)
    {
        if (DateLine(report) is { } line)
        {
            return line;
        }

        List<(LocalDate Day, Evidence Evidence, string Why)> past = [];
        List<(LocalDate Low, LocalDate High, Evidence Evidence, string Why)> news = [];
        List<(LocalDate Day, Evidence Evidence)> captions = [];
        HashSet<string> told = [.. propositions.Where(p => p.Factuality == Factuality.Happened).SelectMany(p => p.Times.Where(t => !IsAppointed(report, p, t))).Where(static t => t.Value is not null).Select(static t => t.Value!)];
        foreach (TimeExpression time in report.Times.Where(static t => t.Type is TimexType.DATE or TimexType.TIME && t.Until is null && t.Modifier is null))
        {
            Evidence evidence = Evidence.At(report.Report, time.Span);
            TimexInterval interval = TimexInterval.Parse(time.Value);
            string words = report.Report.Text.Slice(time.Span);
            bool isCaption = report.Find(ReportLayers.Tokens) is { } tokens && tokens.TokenAt(time.Start) is var token && token < tokens.Count && tokens.Sentences[tokens.SentenceOf(token)].Part == TextPart.Caption;
            if (interval is { IsDay: true, Earliest: { } day } && time.Anchor == TimeAnchor.Explicit && (told.Contains(time.Value) || isCaption))
            {
                past.Add((day, evidence, $"“{words}” is told as past"));
                if (isCaption)
                {
                    captions.Add((day, evidence));
                }

                if (IsLead(report, time) && !isCaption && Weekday(words) is not null)
                {
                    news.Add((day, day.PlusDays(DaysWeekdayHolds), evidence, $"“{words}” is told as news"));
                }
            }
            else if (interval is { Month: { } month, Day: { } number, Earliest: null } && told.Contains(time.Value) && Weekday(words) is { } weekday && YearOf(report, month, number, weekday) is { } year)
            {
                LocalDate dated = new(year, month, number);
                past.Add((dated, evidence, $"“{words}” is a {weekday} in {year.ToString(CultureInfo.InvariantCulture)}, and is told as past"));
                if (IsLead(report, time) && !isCaption)
                {
                    news.Add((dated, dated.PlusDays(DaysWeekdayHolds), evidence, $"“{words}” is told as news by its weekday"));
                }
            }
        }

        AddCaptionDays(report, told, captions, news);
        if (past.Count == 0 && YearTold(report, told) is { } begun)
        {
            past.Add(begun);
        }

        if (past.Count == 0)
        {
            return null;
        }

        (LocalDate latest, Evidence where, string why) = past.OrderByDescending(static p => p.Day).ThenBy(static p => p.Evidence).First();
        (LocalDate Low, LocalDate High, Evidence Evidence, string Why)[] fitting = [.. news.Where(n => n.High >= latest).OrderBy(static n => n.High).ThenBy(static n => n.Evidence)];
        if (fitting.Length == 0)
        {
            return Bounded(latest, null, null, DateBasis.Text, $"not before {Iso(latest)}: {why}", [where]);
        }

        (LocalDate low, LocalDate high, Evidence place, string reason) = fitting[0];
        LocalDate first = LocalDate.Max(latest, low);
        return Bounded(first, high, Common(first, high), DateBasis.Text, $"not before {Iso(latest)}: {why}; from {Iso(first)} to {Iso(high)}: {reason}", [.. new[] { where, place }.Distinct()]);
    }

    // "The hearing was set for 3 May": the setting is past, the day need not be.
    private static bool IsAppointed(AnnotatedReport report, Proposition told, TimeBound time)
    {
        ReadOnlySpan<char> before = report.Report.Text.Text.AsSpan(0, time.Span.Start).TrimEnd();
        return Appointing.Value.Contains(told.Lemma) && (before.EndsWith(" for", StringComparison.Ordinal) || before.EndsWith(" to", StringComparison.Ordinal) || before.EndsWith(" until", StringComparison.Ordinal) || before.EndsWith(" till", StringComparison.Ordinal));
    }

    // A line of its own under the title that is nothing but a full date; of several, as in a chronology, none is it.
    private static PublishedDate? DateLine(AnnotatedReport report)
    {
        if (report.Find(ReportLayers.Tokens) is not { } tokens)
        {
            return null;
        }

        string text = report.Report.Text.Text;
        TimeExpression[] alone = [.. report.Times.Where(t => t is { Type: TimexType.DATE, Until: null, Anchor: TimeAnchor.Explicit } && TimexInterval.Parse(t.Value).IsDay && IsLine(text, t.Span))];
        return alone is [var line] && tokens.SentenceOf(Math.Max(0, tokens.TokenAt(line.Start))) <= SentencesOfHead && TimexInterval.Parse(line.Value).Earliest is { } day
            ? Bounded(day, day, Iso(day), DateBasis.Text, $"“{report.Report.Text.Slice(line.Span)}” stands alone under the title", [Evidence.At(report.Report, line.Span)])
            : null;
    }

    private static bool IsLine(string text, TextSpan span) =>
        text[..span.Start].TrimEnd(' ') is var before && (before.Length == 0 || before[^1] == '\n') && text[span.End..].TrimStart(' ', '.') is var after && (after.Length == 0 || after[0] is '\n' or '\r');

    // Where no day is told: the latest year in which something is told as past, and of which the report speaks more than once or with "in", has begun when it came out.
    private static (LocalDate Day, Evidence Evidence, string Why)? YearTold(AnnotatedReport report, HashSet<string> told)
    {
        TimeExpression[] years = [.. report.Times.Where(static t => t.Type == TimexType.DATE && t.Anchor == TimeAnchor.Explicit && TimexInterval.Parse(t.Value) is { IsBounded: true, Precision: Core.Time.TimePrecision.Year })];
        foreach (IGrouping<string, TimeExpression> year in years.GroupBy(static t => t.Value, StringComparer.Ordinal).OrderByDescending(static g => g.Key, StringComparer.Ordinal))
        {
            if (told.Contains(year.Key) && (year.Count() > 1 || year.Any(t => IsInYear(report, t))))
            {
                TimeExpression first = year.OrderBy(static t => t.Start).First();
                return (TimexInterval.Parse(year.Key).Earliest!.Value, Evidence.At(report.Report, first.Span), $"“{report.Report.Text.Slice(first.Span)}” is told as past");
            }
        }

        return null;
    }

    // "in 2031", of one happening: not "through 2031", "by 2031", which are of the future as well.
    private static bool IsInYear(AnnotatedReport report, TimeExpression year) => report.Report.Text.Text.AsSpan(0, year.Start).TrimEnd() is var before && (before.EndsWith(" in", StringComparison.Ordinal) || before.EndsWith("In", StringComparison.Ordinal));

    // The picture of the news: a bare weekday of the lead, told as past, is the day of a caption where all captions name one day and that has its weekday.
    private static void AddCaptionDays(AnnotatedReport report, HashSet<string> told, List<(LocalDate Day, Evidence Evidence)> captions, List<(LocalDate Low, LocalDate High, Evidence Evidence, string Why)> news)
    {
        if (captions.Count == 0 || captions.Exists(c => c.Day != captions[0].Day))
        {
            return;
        }

        LocalDate day = captions[0].Day;
        foreach (TimeExpression time in report.Times.Where(t => told.Contains(t.Value) && IsLead(report, t)))
        {
            TimexInterval interval = TimexInterval.Parse(time.Value, time.Until, time.Modifier);
            if (interval is { Earliest: null, Month: null, Day: null } && interval.Weekday == day.DayOfWeek)
            {
                string words = report.Report.Text.Slice(time.Span);
                (LocalDate low, LocalDate high) = Published(words, day);
                LocalDate? nearer = words.Contains(Last, StringComparison.OrdinalIgnoreCase) ? NearerDay(report, told, day) : null;
                news.Add((nearer is { } since && since <= high ? since : low, high, Evidence.At(report.Report, time.Span), $"“{words}” of the news is {Iso(day)}, the day of the picture"));
            }
        }
    }

    // "Last Wednesday" beside a bare "on Saturday", both past: the bare one is the nearer, so that Saturday follows that Wednesday, and the report followed both.
    private static LocalDate? NearerDay(AnnotatedReport report, HashSet<string> told, LocalDate last)
    {
        LocalDate? nearest = null;
        foreach (TimeExpression time in report.Times.Where(t => t is { Type: TimexType.DATE, Until: null, Modifier: null } && told.Contains(t.Value)))
        {
            if (TimexInterval.Parse(time.Value) is { Earliest: null, Month: null, Day: null, Weekday: { } weekday } && weekday != last.DayOfWeek && report.Report.Text.Slice(time.Span).Equals(weekday.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                LocalDate day = last.Next(weekday);
                nearest = nearest is { } known ? LocalDate.Max(known, day) : day;
            }
        }

        return nearest;
    }

    // When a report was published that calls a day by its weekday alone: "last Wednesday" is the one before the day of publication, "Wednesday" may be that day itself.
    private static (LocalDate Low, LocalDate High) Published(string words, LocalDate day) =>
        words.Contains(Last, StringComparison.OrdinalIgnoreCase) ? (day.PlusDays(1), day.PlusDays(DaysWeekdayHolds + 1)) : (day, day.PlusDays(DaysWeekdayHolds));

    private static bool IsLead(AnnotatedReport report, TimeExpression time) => time.Start * LeadShare < report.Report.Text.Length;

    private static PublishedDate Bounded(LocalDate earliest, LocalDate? latest, string? value, DateBasis basis, string why, ImmutableArray<Evidence> evidence) => new(
        value, Iso(earliest), latest is { } end ? Iso(end) : null,
        latest == earliest ? earliest.DayOfWeek.ToString() : null, basis,
        Explanation.Of(basis == DateBasis.Text ? "date-from-text" : "date-from-neighbours", why).On([.. evidence]), evidence);

    // Day, month or year, whichever is certain.
    private static string? Common(LocalDate first, LocalDate last) =>
        first == last ? Iso(first)
        : first.Year == last.Year && first.Month == last.Month ? first.ToString("uuuu-MM", CultureInfo.InvariantCulture)
        : first.Year == last.Year ? first.ToString("uuuu", CultureInfo.InvariantCulture)
        : null;

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static IsoDayOfWeek? Weekday(string words)
    {
        for (IsoDayOfWeek day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            if (words.Contains(day.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return day;
            }
        }

        return null;
    }

    // The weekday narrows the year; that it is the last year the report names settles it. What lies years behind that one has no year of its own.
    private static int? YearOf(AnnotatedReport report, int month, int day, IsoDayOfWeek weekday)
    {
        int[] named = [.. report.Times.Select(static t => TimexInterval.Parse(t.Value)).Where(static i => i.IsBounded).Select(static i => i.Earliest!.Value.Year)];
        if (named.Length == 0)
        {
            return null;
        }

        return TimexInterval.YearsOf(month, day, weekday, named.Max(), named.Max()).Cast<int?>().FirstOrDefault();
    }
}
