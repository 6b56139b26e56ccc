using NodaTime;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Time;
using Shown = Parallax.Core.Accounts.TimePrecision;

namespace Parallax.Stories.Timelines;

/// <content>Lines of which one tells the time of the other more exactly.</content>
internal sealed partial class TimelineMaker
{
    // "convicted in 1997" is told with "convicted on 25 July 1997": one deed, by the finest time that is told of it.
    private void JoinCoarser()
    {
        for (int at = _lines.Count - 1; at >= 0; at--)
        {
            Line line = _lines[at];
            TimexInterval interval = TimexInterval.Parse(line.Entry.Time);
            if (line.Told is not { } told)
            {
                continue;
            }

            if (interval is { Earliest: null, Weekday: { } weekday } && IsOfDay(interval))
            {
                JoinWeekday(at, weekday);
                continue;
            }

            if (IsDayOfMonth(interval) && interval is { Month: { } month, Day: { } number })
            {
                JoinDayOfMonth(at, month, number);
                continue;
            }

            if (interval is not { Earliest: { } earliest, Latest: { } latest })
            {
                continue;
            }

            int finer = _lines.FindIndex(o => o != line && o.Told is { } other && o.Day is { } day && earliest <= day && day <= latest && TimexInterval.Parse(o.Entry.Time) is { IsBounded: true } own && own.Latest <= latest && own != interval && IsFiner(own, interval)
                && (_one.IsOneClaim(told, other) || OneTelling.IsOneDeed(told, other, oneReport: true)));
            if (finer < 0)
            {
                continue;
            }

            Absorb(finer, at, _lines[finer].Entry);
        }
    }

    // "On 26 February" of a report without a year is that day of the year in which another tells the same claim or the same words.
    private void JoinDayOfMonth(int at, int month, int number)
    {
        Line line = _lines[at];
        int dated = _lines.FindIndex(o => o != line && o.Day is { } day && day.Month == month && day.Day == number && IsOfDay(TimexInterval.Parse(o.Entry.Time)) && o.Told is { } other
            && (_one.IsOneClaim(line.Told!, other) || Retelling.AreOne(o.Stems, line.Stems) || Retelling.IsToldIn(line.Entry.Text, o.Stems) || Retelling.IsToldIn(o.Entry.Text, line.Stems) || line.Tellings.Any(own => o.Tellings.Any(p => _one.IsOneClaim(own, p)))));
        if (dated >= 0)
        {
            Absorb(dated, at, _lines[dated].Entry);
        }
    }

    // "On Thursday" of a report without a date is the Thursday on which others tell the same claim.
    private void JoinWeekday(int at, IsoDayOfWeek weekday)
    {
        Line line = _lines[at];
        int dated = _lines.FindIndex(o => o != line && o.Told is { } other && line.Told is { } told && (o.Day?.DayOfWeek == weekday || (o.Day is null && IsDayOfMonth(TimexInterval.Parse(o.Entry.Time)))) && IsOfDay(TimexInterval.Parse(o.Entry.Time)) && (_one.IsOneClaim(told, other) || line.Tellings.Any(own => o.Tellings.Any(p => _one.IsOneClaim(own, p)))));
        if (dated < 0)
        {
            // "on Tuesday", where another report tells it of July: one Tuesday of July.
            if (line.Told is { } only && _one.MonthOf(only) is { } month && TimexInterval.Parse(month).Earliest is { } first)
            {
                _lines[at] = line with { Day = first, Entry = line.Entry with { Time = month, Precision = Shown.Month } };
            }

            return;
        }

        TimelineEntry known = _lines[dated].Entry;
        string hour = TimexInterval.Parse(line.Entry.Time).TimeOfDay;
        bool isFiner = hour.Length > TimexInterval.Parse(known.Time).TimeOfDay.Length && TimexInterval.Parse(known.Time).TimeOfDay.Length == 0;
        known = isFiner ? known with { Time = $"{known.Time}T{hour}", Precision = Shown.Time } : known;
        Absorb(dated, at, known);
    }

    // What one line has beside the other goes to the one that stays.
    private void Absorb(int into, int at, TimelineEntry known)
    {
        TimelineEntry own = _lines[at].Entry;
        _lines[into] = _lines[into] with { Entry = known with { Reports = [.. known.Reports.Union(own.Reports, StringComparer.Ordinal).OrderBy(r => _order[r])], Evidence = [.. known.Evidence.Union(own.Evidence).Order()] } };
        _lines.RemoveAt(at);
    }
}
