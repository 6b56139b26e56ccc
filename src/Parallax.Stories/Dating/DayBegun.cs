using System.Globalization;
using NodaTime;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Core.Time;

namespace Parallax.Stories.Dating;

/// <summary>Puts right the day of a word on what had not happened yet: "said Monday" in a report stamped Sunday night, or by a clock further west, is the Monday that begins.</summary>
internal static class DayBegun
{
    // "Monday" of a report of Sunday is reckoned so many days back.
    private const int DaysBack = 6;

    /// <summary>The report with such a weekday one day after its stamp, where somebody said on that day what the report tells and all else that it dates in those days happened after it; else the report itself.</summary>
    public static AnnotatedReport Mend(AnnotatedReport report)
    {
        if (report.Report.Published is not { Basis: not (DateBasis.Text or DateBasis.Neighbours), Value: { } stamp } || TimexInterval.Parse(stamp) is not { IsDay: true, Earliest: { } published })
        {
            return report;
        }

        LocalDate first = published.PlusDays(-DaysBack);
        LocalDate[] days = [.. report.Times.Where(static t => t is { Anchor: TimeAnchor.Published, Until: null, Type: TimexType.DATE or TimexType.TIME }).Select(static t => TimexInterval.Parse(t.Value)).Where(i => i is { IsDay: true, Earliest: { } day } && day >= first.PlusDays(-DaysBack)).Select(static i => i.Earliest!.Value)]; // Asked before.
        TimeExpression[] early = [.. report.Times.Where(t => IsWeekday(report, t, first) && report.Statements.Any(s => s.Time == t.Value && Holds(report, s.Sentence, t.Span)))];
        if (early.Length == 0 || !Array.Exists(days, day => day > first && day <= published) || Array.Exists(days, day => day < first) || days.Count(day => day == first) > early.Length)
        {
            return report;
        }

        string next = published.PlusDays(1).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return TimeRewriting.WithTimes(report, new Layer<TimeExpression>(report.Times.Select(t => early.Contains(t) ? t with { Value = next + t.Value[next.Length..] } : t)));
    }

    private static bool IsWeekday(AnnotatedReport report, TimeExpression time, LocalDate day) =>
        time is { Anchor: TimeAnchor.Published, Until: null } && TimexInterval.Parse(time.Value) is { Earliest: { } earliest, Latest: { } latest } && earliest == day && latest == day
        && report.Report.Text.Slice(time.Span).StartsWith(day.DayOfWeek.ToString(), StringComparison.Ordinal);

    private static bool Holds(AnnotatedReport report, int sentence, TextSpan span) => report.Tokens.Sentences[sentence].Span.Contains(span);
}
